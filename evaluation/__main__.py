"""Measure everything on the dev data, print one table, and hold the floors.

python -m evaluation --data ../shared/data            measure, and fail where a floor is broken
python -m evaluation --data ../shared/data --keep     keep what was measured as the new floors
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evaluation import (
    checks,
    conditions,
    dates,
    disputes,
    event_marks,
    events,
    linking,
    names,
    office_queries,
    places,
    quantities,
    speakers,
    statements,
    times,
)
from evaluation.floors import broken, digest, read_floors, write_floors

TASKS = (
    *(statements, speakers, names, dates, times, places, quantities, linking, office_queries, events),
    *(event_marks, conditions, disputes, checks),
)


def main() -> int:
    """Run all tasks; the exit status is 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description="Measure onrecord on the dev data and hold the floors.")
    parser.add_argument(
        "--data", type=Path, required=True, help="the folder with polnear_dev.jsonl; `score` lies beside it"
    )
    parser.add_argument("--keep", action="store_true", help="keep the figures as floors")
    parser.add_argument("--lower", action="store_true", help="with --keep: let floors fall")
    options = parser.parse_args()
    figures: dict[str, float] = {}
    digests: dict[str, str] = {}
    for task in TASKS:
        folder = getattr(task, "FOLDER", options.data)  # the project's own cases lie beside their task
        path = folder / task.DATA
        if not path.exists():
            parser.error(f"no {task.DATA} in {folder}")
        digests[task.DATA] = digest(path)
        figures |= task.measure(options.data)
    floors = read_floors()
    print(f"{'measure':40} {'now':>8} {'floor':>8}")
    for name, value in figures.items():
        print(f"{name:40} {value:8.4f} {floors['floors'].get(name, float('nan')):8.4f}")
    if options.keep:
        write_floors(figures, digests, may_fall=options.lower)
        return 0
    complaints = broken(figures, digests, floors)
    for complaint in complaints:
        print(f"floor broken: {complaint}", file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
