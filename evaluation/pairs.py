"""Types of given pairs of actor and recipient in single sentences.

    python -m evaluation.pairs GIVEN.jsonl OUT.jsonl

reads lines with `id`, `text`, `actor_spans`, `recipient_spans` and writes `{"id", "type"}` lines, a type for each, in
the fifteen types of the pairs (CONCEDE and RETREAT are YIELD).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from onrecord.interpreting.events.pairs import type_pair


def main(arguments: list[str]) -> int:
    """Type the pairs of a file."""
    if len(arguments) != 2:
        print("usage: python -m evaluation.pairs GIVEN.jsonl OUT.jsonl", file=sys.stderr)
        return 2
    given, out = map(Path, arguments)
    try:
        rows = [json.loads(line) for line in given.read_text("utf8").split("\n") if line.strip()]
    except (OSError, ValueError) as error:
        print(f"{given}: cannot be read as lines of JSON ({error})", file=sys.stderr)
        return 1
    with out.open("w", encoding="utf8") as file:
        for row in rows:
            kind = type_pair(row["text"], row["actor_spans"], row["recipient_spans"])
            file.write(json.dumps({"id": row["id"], "type": kind}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
