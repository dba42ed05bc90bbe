"""A process that adds: `python adder.py STORE JOBS INPUT...` says how many articles are stored after each one.

What it has said is stored, whatever happens to it next; the tests kill it.
"""

from __future__ import annotations

import sys

from light_reader import make_light_reader

import onrecord
from onrecord.batch import Adding
from onrecord.reading.gathering import Gathering


def main() -> None:
    place, jobs, *inputs = sys.argv[1:]
    with onrecord.Store(place) as store:
        adding = Adding(store, Gathering(inputs), make_reader=make_light_reader, jobs=int(jobs))
        for _ in adding:
            sys.stdout.write(f"{adding.report.read + adding.report.unchanged}\n")
            sys.stdout.flush()
    sys.stdout.write("done\n")


if __name__ == "__main__":
    main()
