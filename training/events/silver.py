"""Events that a teacher finds in real sentences, kept as examples for a student; never to be committed.

python -m training.events.silver --data ../shared/data --run RUN --teacher MPNET --out silver.jsonl
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch

from onrecord.inference import models_folder
from onrecord.sentences import find_ends
from onrecord.tokens import load_tokenizer, tokenize
from training.events.batches import collate
from training.events.data import FOLDED, PAIR_TYPES, TYPES, Event, Example

LEAST_SURE = 0.8  # sentences with a word of which the teacher is less sure are left out
WEIGHT = 0.6
_SHORTEST, _LONGEST = 30, 600  # characters


def read_silver(path: Path, tokenizer: Any) -> Iterator[Example]:
    """The sentences of a silver file."""
    for line in path.read_text("utf8").split("\n"):
        if line.strip():
            row = json.loads(line)
            events = [Event(*event) for event in row["events"]]
            pairs = [
                (e.actors, e.recipients, PAIR_TYPES.index(FOLDED.get(TYPES[e.type], TYPES[e.type])))
                for e in events
                if e.actors and e.recipients and e.actors != e.recipients
            ]
            yield Example("silver", row["text"], tokenize(row["text"], tokenizer), events, pairs, WEIGHT)


def sentences_of(data: Path) -> Iterator[str]:
    """The sentences of the articles that may be learnt from: not those of the stories that the records are of."""
    for name in ("polnear_train.jsonl", "news_dev.jsonl"):
        for line in (data / name).read_text("utf8").split("\n"):
            if not line.strip():
                continue
            row = json.loads(line)
            if row.get("story") in (3, 36, 68, 71):
                continue
            at, text = 0, row["text"]
            for stop, following in [*find_ends(text), (len(text), len(text))]:
                sentence = " ".join(text[at:stop].split())
                if _SHORTEST <= len(sentence) <= _LONGEST:
                    yield sentence
                at = following


def main() -> None:
    """Let the teacher mark."""
    from training.events.decode import decode
    from training.events.train import Events

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, default=14000)
    options = parser.parse_args()
    tokenizer = load_tokenizer(models_folder() / "tokenizer.json")
    kept = torch.load(options.run / "events.pt", weights_only=True)
    model = Events(kept["modes"], options.teacher)
    model.load_state_dict(kept["model"])
    model.eval()
    sentences = list(dict.fromkeys(sentences_of(options.data)))
    random.Random(5).shuffle(sentences)
    examples = [Example("", text, tokenize(text, tokenizer)) for text in sentences[: options.most]]
    examples.sort(key=lambda e: len(e.tokens))
    written = 0
    with options.out.open("w", encoding="utf8") as out, torch.no_grad():
        for i in range(0, len(examples), 48):
            group = examples[i : i + 48]
            with torch.autocast("cpu", torch.bfloat16):
                found = decode(model, collate(group, {}), kept["modes"])
            for example, (events, sure) in zip(group, found, strict=True):
                if sure >= LEAST_SURE:
                    rows = [[e.type, e.status, e.mode, e.trigger, e.actors, e.recipients] for e in events]
                    out.write(json.dumps({"text": example.text, "events": rows}) + "\n")
                    written += 1
            if i % 1920 == 0:
                print(i, written, flush=True)
    print(written, "of", len(examples))


if __name__ == "__main__":
    main()
