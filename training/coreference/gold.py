"""Who is meant by which words: GUM's chains, and the referents marked for articles of PolNeAR."""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.records import Span
from onrecord.tokens import Tokens, word_range
from training.events.markup import read_file

REFERENTS = Path(__file__).parent / "referents.jsonl"
INVENTED = Path(__file__).parents[1] / "events" / "marked"


@dataclass(frozen=True)
class Mark:
    """Words and whom they mean.

    Attributes:
        start, end: code-point offsets.
        kind: person, organization, group, unnamed, document or none; "chain" in GUM.
        referent: the full name of a person or an organization; else a label that is the same for all marks of one.
        head: the word that is the mention's head, where it is known.
    """

    start: int
    end: int
    kind: str
    referent: str
    text: str
    head: int | None = None

    @property
    def is_chain(self) -> bool:
        return self.kind == "chain"

    @property
    def is_several(self) -> bool:
        return ";" in self.referent

    def words(self, tokens: Tokens) -> tuple[int, int]:
        """Its half-open range of words."""
        return word_range(tokens, Span.of(self.text, self.start, self.end))

    def is_called(self, name: str) -> bool:
        """Whether the referent may bear this name: a part of it with the same last word, or for bodies any part."""
        mine, other = _words(self.referent), _words(name)
        if not mine or not other:
            return False
        if mine == other:
            return True
        if self.kind == "person":
            return mine[-1] == other[-1] and (1 in (len(mine), len(other)) or mine[0][0] == other[0][0])
        return set(mine) <= set(other) or set(other) <= set(mine)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [word for word in re.findall(r"[a-z0-9]+", plain) if word not in ("the", "s")]


def read_referents(data: Path) -> list[tuple[str, list[Mark]]]:
    """Texts of PolNeAR's train split, and invented ones of `training/events/marked`, with our marks."""
    texts = {article["id"]: article["text"] for article in _read(data / "polnear_train.jsonl")}
    for path in sorted(INVENTED.glob("*.txt")):
        for name, sentences in read_file(path):
            texts[f"{path.stem}:{name}"] = " ".join(sentence.text for sentence in sentences)
    return [
        (
            texts[line["article"]],
            [Mark(s, e, kind, who, texts[line["article"]]) for s, e, kind, who in line["referents"]],
        )
        for line in _read(REFERENTS)
    ]


def read_gum(path: Path) -> list[tuple[str, list[Mark]]]:
    """Texts of GUM with a mark at the head of every mention."""
    from onrecord.annotating.encoding import TOKENIZER
    from onrecord.inference import models_folder
    from onrecord.tokens import load_tokenizer, tokenize

    tokenizer = load_tokenizer(models_folder() / TOKENIZER)
    texts = []
    for article in _read(path):
        tokens = tokenize(article["text"], tokenizer)
        texts.append((article["text"], gum_marks(article, tokens)))
    return texts


def gum_marks(article: dict[str, Any], tokens: Tokens) -> list[Mark]:
    """The marks of one of GUM's texts; of nested mentions with one head the inner one, and none for lists."""
    text, words = article["text"], article["tokens"]
    by_head: dict[int, Mark] = {}
    for entity, _, _, head in gum_heads(article):
        start, end = entity["span"]
        at = word_range(tokens, Span.of(text, words[head][0], words[head][1]))[0]
        by_head[at] = Mark(start, end, "chain", entity["chain"], text, head=at)
    return list(by_head.values())


def gum_heads(article: dict[str, Any]) -> Iterator[tuple[dict[str, Any], int, int, int]]:
    """GUM's mentions without its lists, longest first: each with its half-open range of GUM's words, and its head."""
    words = article["tokens"]
    starts = [word[0] for word in words]
    for entity in sorted(article["entities"], key=lambda e: e["span"][0] - e["span"][1]):
        start, end = entity["span"]
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first == last:
            continue
        head = next((i for i in range(first, last) if not first <= words[i][5] < last), last - 1)
        if not any(words[i][5] == head and words[i][6] == "conj" for i in range(first, last)):
            yield entity, first, last, head


def _read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
