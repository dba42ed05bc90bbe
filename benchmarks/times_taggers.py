"""Time a tagger of times on the articles of standard input (a JSON array of texts): python times_taggers.py NAME."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime

PUBLISHED = "2031-03-05"


def onrecord_tagger() -> Callable[[str], int]:
    """Our own, counting from a publication date."""
    from onrecord.annotating.times import find_times  # noqa: PLC0415 - loading is timed

    return lambda text: len(find_times(text, PUBLISHED))


def dateparser_tagger() -> Callable[[str], int]:
    """The search of dateparser, with the language and the day given, so that it need not guess them."""
    from dateparser.search import search_dates  # noqa: PLC0415 - only one of them need be installed

    settings = {"RELATIVE_BASE": datetime.fromisoformat(PUBLISHED)}
    return lambda text: len(search_dates(text, languages=["en"], settings=settings) or ())


def main() -> None:
    """Load, read all articles twice, print the figures as JSON."""
    articles = json.load(sys.stdin)
    start = time.process_time()
    tag = {"onrecord": onrecord_tagger, "dateparser": dateparser_tagger}[sys.argv[1]]()
    tag(articles[0])
    load = time.process_time() - start
    rounds = []
    for _ in range(2):
        start = time.process_time()
        found = sum(map(tag, articles))
        rounds.append(time.process_time() - start)
    print(json.dumps({"name": sys.argv[1], "load": load, "seconds": min(rounds), "found": found}))


if __name__ == "__main__":
    main()
