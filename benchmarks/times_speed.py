"""Articles a processor second, times alone, beside dateparser's search_dates.

    python benchmarks/times_speed.py [--articles 200] [--peers PYTHON]

Each runs in a process of its own, on one core, on the same articles of about 600 words, made from the examples. The
better of two rounds counts, loading apart. dateparser only finds and reads dates; it has no durations, no sets, and no
values of lesser precision than a day.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from read_speed import make_articles

TAGGERS = ("onrecord", "dateparser")


def main() -> None:
    """Measure and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=200, help="how many articles (default: 200)")
    parser.add_argument("--peers", type=Path, help="a Python with dateparser (default: this one)")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):  # children inherit it
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
    articles = make_articles(options.articles)
    print("| | articles a processor second | times an article | seconds to load |")
    print("| --- | ---: | ---: | ---: |")
    for name in TAGGERS:
        python = sys.executable if name == "onrecord" or options.peers is None else str(options.peers)
        figures = measure(python, name, articles)
        if figures is None:
            print(f"{name} is not measured: it is not installed; `make bench` installs it")
            continue
        rate, found = len(articles) / figures["seconds"], figures["found"] / len(articles)
        print(f"| {name} | {rate:.1f} | {found:.1f} | {figures['load']:.2f} |")


def measure(python: str, name: str, articles: list[str]) -> dict[str, Any] | None:
    """What the measuring program tells of a tagger; None where it is not installed."""
    if subprocess.run([python, "-c", f"import {name}"], capture_output=True, check=False).returncode:
        return None
    done = subprocess.run(
        [python, str(Path(__file__).with_name("times_taggers.py")), name],
        input=json.dumps(articles),
        stdout=subprocess.PIPE,
        encoding="utf8",
        check=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    main()
