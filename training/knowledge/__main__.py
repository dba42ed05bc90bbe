"""Build the tables of facts from their sources.

    python -m training.knowledge --data ../shared/data

`--data` holds the folder `knowledge` with the sources that NOTICE names. The same input gives the same bytes. Tables
that end in `_by_hand.tsv` are read by none of this: they are written by hand, and stand over the built ones.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.knowledge.bodies import build_bodies
from training.knowledge.countries import build_countries
from training.knowledge.offices import build_offices
from training.knowledge.roles import build_role_nouns
from training.knowledge.tables import FOLDER


def main() -> None:
    """Build them all."""
    parser = argparse.ArgumentParser(prog="python -m training.knowledge", description="Build the tables of facts.")
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds the folder knowledge")
    parser.add_argument("--output", type=Path, default=FOLDER)
    options = parser.parse_args()
    sources = options.data / "knowledge"
    options.output.mkdir(parents=True, exist_ok=True)
    for build in (build_countries, build_bodies, build_role_nouns, build_offices):
        build(sources, options.output)


if __name__ == "__main__":
    main()
