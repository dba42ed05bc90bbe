"""A store of a million records: how fast it is searched, what writing costs beside reading, how large it is.

    python benchmarks/store_scale.py [--records 1000000] [--store FILE] [--output FILE]

The records are made of those of the example articles: pairs of them with other names, words, numbers and dates, drawn
so that a few words are very frequent and most are rare, as in any language. An existing FILE is measured as it is.
"""

from __future__ import annotations

import argparse
import bisect
import json
import multiprocessing
import os
import platform
import random
import re
import statistics
import sys
import time
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

import onrecord
from onrecord.reading import read_input
from onrecord.recording import RecordStore, make_rows
from onrecord.records import Record

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ("ceasefire-talks.txt", "drone-strike.txt", "dock-strike.md", "election-night.html", "wire.jsonl")
LIMITS = {"find p95": 50.0, "writing": 0.15, "size": 15.0}
VOCABULARY = 30_000
REPLACED = 0.45  # of the words of four letters and more; names are always replaced
SINGLE = 0.4  # of the articles are made of one example, the others of two: some 50 records each
QUERIES = 400
_WORD = re.compile(r"[^\W\d_]{4,}")
_SYLLABLES = "ba de fi go lu ma ne ri so tu va we ko pa si dra sten lor min tak vel nor hul jem".split()


def main() -> None:
    """Fill, measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--records", type=int, default=1_000_000, help="how many (default: 1,000,000)")
    parser.add_argument("--store", type=Path, default=ROOT / "out/benchmarks/store_scale.db")
    parser.add_argument("--output", type=Path, default=ROOT / "out/benchmarks/store_scale.json")
    options = parser.parse_args()
    options.output.parent.mkdir(parents=True, exist_ok=True)
    reader = onrecord.Reader()
    articles = [article for name in EXAMPLES for article in read_input(ROOT / "examples" / name)]
    reader.read(articles[0])  # loads the models
    templates, reading = [], []
    for article in articles:
        began = time.perf_counter()
        templates.append(reader.read(article))
        reading.append(time.perf_counter() - began)
    is_new = not options.store.exists()
    with RecordStore(options.store) as store:
        filling = fill(store, templates, options.records) if is_new else 0.0
        writing = measure_writing(store, templates)
        finding = measure_finding(store)
        stats = store.stats()
    counts = stats.counts
    report = {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}",
        "articles": counts["articles"],
        "records": sum(counts[kind] for kind in ("statements", "events", "conditions")),
        "seconds to fill": round(filling, 1),
        "find ms": {name: round(value * 1000, 1) for name, value in finding.items()},
        "read ms": round(statistics.mean(reading) * 1000, 1),
        "write ms": round(writing * 1000, 1),
        "writing": round(writing / statistics.mean(reading), 3),
        "text MB": round(stats.text_bytes / 1e6, 1),
        "stored MB": round(stats.stored_bytes / 1e6, 1),
        "size": round(stats.stored_bytes / stats.text_bytes, 2),
    }
    options.output.write_text(json.dumps(report, indent=2) + "\n", "utf8")
    print("\n".join(describe(report)))
    reached = {"find p95": report["find ms"]["p95"], "writing": report["writing"], "size": report["size"]}
    sys.exit(any(reached[name] >= limit for name, limit in LIMITS.items()))


def fill(store: RecordStore, templates: list[Record], wanted: int) -> float:
    """Put articles into the store until it has so many records; seconds that this took."""
    began = time.perf_counter()
    stored = number = 0
    plain = [template.to_dict() for template in templates]
    with multiprocessing.get_context("spawn").Pool(1, _start, (plain,)) as pool:
        for rows in pool.imap(_make, range(1_000_000_000), chunksize=8):
            store.put(rows)
            stored += len(rows.passages)
            number += 1
            if number % 2_000 == 0:
                print(f"{number:,} articles, {stored:,} records, {time.perf_counter() - began:.0f} s", file=sys.stderr)
            if stored >= wanted:
                pool.terminate()
                break
    return time.perf_counter() - began


_plain: list[dict[str, Any]] = []


def _start(plain: list[dict[str, Any]]) -> None:
    _plain.extend(plain)


def _make(number: int) -> Any:
    return make_rows(make_record(_plain, number))


def make_record(templates: list[dict[str, Any]], number: int) -> Record:
    """A record like one or two of the templates, one behind the other, with other words."""
    rng = random.Random(number)
    chosen = [json.loads(json.dumps(rng.choice(templates))) for _ in range(1 if rng.random() < SINGLE else 2)]
    words = _Words(rng)
    texts, shift = [], 0
    for suffix, plain in zip("ab", chosen, strict=False):
        text, offsets = words.changed(plain["article"]["text"])
        ids = {part["id"]: part["id"] + suffix for key in _PARTS for part in plain[key]}
        for key in _PARTS:
            plain[key] = [_moved(part, offsets, shift, ids, words) for part in plain[key]]
        texts.append(text)
        shift += len(text) + 1
    text = "\n".join(texts)
    published = date(2019, 1, 1) + timedelta(days=rng.randrange(2_500))
    first = chosen[0]
    joined = {**first, **{key: [part for plain in chosen for part in plain[key]] for key in _PARTS}}
    for event in joined["events"]:
        if event["date"]:
            event["date"] = (published - timedelta(days=rng.randrange(5))).isoformat()
    for statement in joined["statements"]:
        spans = statement["content"]["spans"]
        statement["content"]["text"] = " … ".join(text[start:end] for start, end in spans)
    joined["disputes"], joined["checks"] = [], []
    joined["article"] = {
        **first["article"],
        "id": sha256(text.encode()).hexdigest(),
        "text": text,
        "url": f"https://bench.example/{number}",
        "publisher": f"The {words.drawn().title()} Post",
        "title": text.split("\n", 1)[0][:80],
        "published": published.isoformat(),
        "published_from": "given",
        "published_why": None,
    }
    return Record.from_dict(joined)


_PARTS = ("entities", "statements", "times", "places", "quantities", "events", "conditions")


class _Words:
    """Other words for those of a text: a name has the same one throughout an article."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._names: dict[str, str] = {}

    def changed(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """The text with other words, and where in it each place of the old one is: (old, new) by words."""
        parts, offsets, end, length = [], [(0, 0)], 0, 0
        for match in _WORD.finditer(text):
            word = self._other(match[0])
            parts += [text[end : match.start()], word]
            length += match.start() - end
            offsets.append((match.start(), length))
            length += len(word)
            offsets.append((match.end(), length))
            end = match.end()
        parts.append(text[end:])
        return "".join(parts), offsets

    def _other(self, word: str) -> str:
        if word[0].isupper():
            if word not in self._names:
                self._names[word] = self.drawn().title()
            return self._names[word]
        return self.drawn() if self._rng.random() < REPLACED else word

    def named(self, name: str) -> str:
        """An entity's name in the same words as the text has it."""
        return _WORD.sub(lambda match: self._names.get(match[0], match[0]), name)

    def drawn(self) -> str:
        """A word of the vocabulary, the first ones far oftener than the last (Zipf)."""
        return WORDS[min(VOCABULARY - 1, bisect.bisect(_WEIGHTS, self._rng.random() * _WEIGHTS[-1]))]


def _word(number: int) -> str:
    syllables = []
    number += len(_SYLLABLES) ** 2  # three syllables at least
    while number:
        number, rest = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[rest])
    return "".join(syllables)


WORDS = [_word(number) for number in range(VOCABULARY)]
_WEIGHTS = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))


def _moved(part: Any, offsets: list[tuple[int, int]], shift: int, ids: dict[str, str], words: _Words) -> Any:
    """A part of a record with its spans, ids and names as they are in the new article."""
    if isinstance(part, list):
        if len(part) == 2 and all(type(item) is int for item in part):
            return [_place(item, offsets) + shift for item in part]
        return [_moved(item, offsets, shift, ids, words) for item in part]
    if isinstance(part, dict):
        moved = {key: _moved(value, offsets, shift, ids, words) for key, value in part.items()}
        if "mentions" in part and "name" in part:
            moved["name"] = words.named(part["name"])
        return moved
    return ids.get(part, part) if isinstance(part, str) else part


def _place(offset: int, offsets: list[tuple[int, int]]) -> int:
    old, new = offsets[bisect.bisect(offsets, (offset, 1 << 60)) - 1]
    return new + offset - old


def measure_writing(store: RecordStore, templates: list[Record]) -> float:
    """Mean seconds to store an article as it was read, rows and all, in the store as large as it is."""
    took = []
    for round_ in range(3):
        for number, template in enumerate(templates):
            plain = template.to_dict()
            plain["article"]["url"] = f"https://bench.example/real/{time.time_ns()}/{round_}/{number}"
            record = Record.from_dict(plain)
            began = time.perf_counter()
            store.put(make_rows(record))
            took.append(time.perf_counter() - began)
    return statistics.mean(took)


def measure_finding(store: RecordStore) -> dict[str, float]:
    """Seconds for searches by one or two words and two filters, words as frequent as they come in texts."""
    rng = random.Random(1)
    words = _Words(rng)
    real = "drone ceasefire army river government troops election minister water attack border police union".split()
    filters = (
        lambda: {"speaker": words.drawn()},
        lambda: {"act": rng.choice(["say", "deny", "warn", "promise", "accuse", "demand"])},
        lambda: {"type": rng.choice(["ASSAULT", "AGREE", "REJECT", "PROTEST", "ACCUSE", "CONSULT"])},
        lambda: {"kind": rng.choice(["statement", "event"])},
        lambda: {"since": f"20{rng.randrange(19, 25)}-{rng.randrange(1, 13):02}"},
        lambda: {"until": f"20{rng.randrange(20, 26)}-{rng.randrange(1, 13):02}"},
        lambda: {"place": words.drawn()},
        lambda: {"person": words.drawn()},
        lambda: {"status": "actual"},
        lambda: {"least": 0.5},
        lambda: {"quotation": rng.choice(["direct", "indirect"])},
    )
    took = []
    for _ in range(QUERIES):
        chosen = [rng.choice(real) if rng.random() < 0.5 else words.drawn() for _ in range(rng.choice([1, 2]))]
        one, other = rng.sample(filters, 2)
        began = time.perf_counter()
        store.find(" ".join(chosen), **one(), **other())
        took.append(time.perf_counter() - began)
    took.sort()
    return {"p50": took[len(took) // 2], "p95": took[int(len(took) * 0.95)], "max": took[-1]}


def describe(report: dict[str, Any]) -> list[str]:
    """The figures as a Markdown table."""
    found = report["find ms"]
    rows = [
        ("articles, records", f"{report['articles']:,}, {report['records']:,}", ""),
        (
            "find, words and two filters, ms: median / 95th percentile / slowest",
            " / ".join(map(str, found.values())),
            "p95 < 50",
        ),
        ("reading an article, ms", report["read ms"], ""),
        ("writing an article, ms", report["write ms"], ""),
        ("writing, as a share of reading", report["writing"], "< 0.15"),
        ("texts, MB", report["text MB"], ""),
        ("database, MB", report["stored MB"], ""),
        ("database, times the texts", report["size"], "< 15"),
    ]
    table = ["| measured | value | wanted |", "| --- | --- | --- |"]
    return [*table, *(f"| {name} | {value} | {wanted} |" for name, value, wanted in rows), "", report["machine"]]


if __name__ == "__main__":
    main()
