"""Marks of real articles: spans and labels only, of sentences that stand in the data and are never kept here.

    python -m training.events.real --data ../shared/data --numbered FOLDER --out training/events/real.jsonl

makes the file of marks from articles that were marked sentence by sentence (FOLDER holds `index.json` with the offsets
of each article's sentences, and `*.marked.txt`).
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.tokens import tokenize
from training.events.data import TYPES, Event, Example, words_of
from training.events.markup import STATUSES, read_modes, read_sentence

# Articles, and single sentences of news, each of which counts as an article of one.
SOURCES = (
    *("polnear_train.jsonl", "news_dev.jsonl", "timex_dev.jsonl", "gum_train.jsonl"),
    *("plover_pairs_train.jsonl", "quad_train.jsonl", "coded_news_rounds.jsonl"),
)


def read_texts(data: Path) -> dict[str, str]:
    """The texts that may be marked, by their ids."""
    rows = (
        json.loads(line) for name in SOURCES for line in (data / name).read_text("utf8").split("\n") if line.strip()
    )
    return {row["id"]: row["text"] for row in rows}


def read_real(path: Path, data: Path, tokenizer: Any) -> Iterator[Example]:
    """The sentences of marked articles, with those that have no event."""
    texts = read_texts(data)
    for line in path.read_text("utf8").split("\n"):
        if not line.strip():
            continue
        article = json.loads(line)
        for number, (start, end, marks) in enumerate(article["sentences"]):
            text = texts[article["id"]][start:end]
            yield _example(f"{article['id']}:{number}", text, marks, tokenizer)


def _example(name: str, text: str, marks: list[Any], tokenizer: Any) -> Example:
    tokens = tokenize(text, tokenizer)
    events = []
    for kind, mode, status, trigger, actors, recipients in marks:
        at = words_of(tokens, trigger)
        if at is None:
            continue
        sides = [[r for r in (words_of(tokens, span) for span in some) if r] for some in (actors, recipients)]
        label = f"{kind}.{mode}" if mode else ""
        events.append(Event(TYPES.index(kind), STATUSES.index(status), label, at, *sides))
    return Example(name, text, tokens, events)


def main() -> None:
    """Turn marked sentences into marks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--numbered", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    index = json.loads((options.numbered / "index.json").read_text("utf8"))
    texts = read_texts(options.data)
    modes, lines = read_modes(), []
    for path in sorted(options.numbered.glob("*.marked.txt")):
        for name, some in _marked(path).items():
            sentences = []
            for number, (start, end) in enumerate(index[name]):
                sentences.append([start, end, _marks(texts[name][start:end], some.get(number), modes)])
            lines.append(json.dumps({"id": name, "sentences": sentences}, separators=(",", ":")))
    options.out.write_text("\n".join(sorted(lines)) + "\n", "utf8")
    print(len(lines), "articles")


def _marked(path: Path) -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = {}
    name = ""
    for line in path.read_text("utf8").split("\n"):
        if line.startswith("# "):
            name = line[2:].strip()
            found.setdefault(name, {})
        elif match := re.match(r"(\d+): (.*)", line):
            found[name][int(match[1])] = match[2]
    return found


def _marks(text: str, marked: str | None, modes: dict[str, set[str]]) -> list[Any]:
    """The marks of a sentence, in offsets of the sentence as the article has it, white space and all."""
    if not marked:
        return []
    places = [i for i, letter in enumerate(text) if not letter.isspace() or (i and not text[i - 1].isspace())]
    while places and text[places[0]].isspace():
        places.pop(0)
    sentence = read_sentence(marked, modes)

    def span(of: tuple[int, int]) -> list[int]:
        return [places[of[0]], places[of[1] - 1] + 1]

    return [
        [e.type, e.mode, e.status, span(e.trigger), [span(s) for s in e.actors], [span(s) for s in e.recipients]]
        for e in sentence.events
    ]


if __name__ == "__main__":
    main()
