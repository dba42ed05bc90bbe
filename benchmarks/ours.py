"""Time onrecord on the articles of standard input (a JSON array of texts): python ours.py JOBS."""

from __future__ import annotations

import json
import sys
import time

from consumption import peak_megabytes, processor_seconds

texts = json.load(sys.stdin)
start = time.perf_counter()

from onrecord import Reader, Record  # noqa: E402 - the import is part of what is timed

reader = Reader()
reader.read(texts[0])
loaded, loading = time.perf_counter(), processor_seconds()
records = list(reader.pipe(texts, jobs=int(sys.argv[1])))
seconds, processor = time.perf_counter() - loaded, processor_seconds() - loading
failed = [item for item in records if not isinstance(item, Record)]
if failed:
    raise SystemExit(f"{len(failed)} articles could not be read, the first: {failed[0]}")
found = sum(len(item.statements) for item in records if isinstance(item, Record))
figures = {"name": "onrecord", "load": loaded - start, "seconds": seconds, "processor_seconds": processor}
print(json.dumps({**figures, "peak_mb": peak_megabytes(), "found": found}))
