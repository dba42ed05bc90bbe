"""The knowledge base: its size, how long it takes to load, and how long a look-up takes.

    python benchmarks/knowledge_speed.py [--rounds 5]

Loading is timed in processes of their own, the best of the rounds; the first look-up builds an index and is told apart.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

CHILD = """
import json, time
from onrecord.knowledge.base import Knowledge
from onrecord.knowledge.tsv import TABLES
begun = time.perf_counter()
knowledge = Knowledge()
load = time.perf_counter() - begun
begun = time.perf_counter()
knowledge.find("Ukraine"), knowledge.find_people("Zelensky")
first = time.perf_counter() - begun
names = [person.name for person in knowledge.people.values()][:2000]
names += [body.name for body in knowledge.bodies.values()][:2000]
begun = time.perf_counter()
for name in names:
    knowledge.find(name)
look_up = (time.perf_counter() - begun) / len(names)
size = sum(path.stat().st_size for path in TABLES.iterdir())
print(json.dumps({"load": load, "first": first, "look_up": look_up, "size": size}))
"""


def main() -> None:
    """Measure and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=5, help="how many processes (default: 5)")
    options = parser.parse_args()
    rounds = [
        json.loads(subprocess.run([sys.executable, "-c", CHILD], capture_output=True, check=True).stdout)
        for _ in range(options.rounds)
    ]
    best = {name: min(one[name] for one in rounds) for name in rounds[0]}
    print("| size of the tables, MB | load, ms | first look-up, ms | a look-up, µs |")
    print("| ---: | ---: | ---: | ---: |")
    size, load, first, look_up = best["size"] / 1e6, best["load"] * 1e3, best["first"] * 1e3, best["look_up"] * 1e6
    print(f"| {size:.1f} | {load:.0f} | {first:.0f} | {look_up:.1f} |")


if __name__ == "__main__":
    main()
