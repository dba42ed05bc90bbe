"""Names and who bears them, against our own marks on 20 articles of world news (`places_dev.jsonl`) and 36 others.

A language model marked every name with the codebook of `training/coreference/NAMED_CODEBOOK.md`, and in the first 20
whom most pronouns and some descriptions mean; nobody checked the marks. `cases/names.jsonl` holds ids, offsets and
labels, and no text. Some of the others were among those in which a teacher's names taught the mention head,
and the thresholds of `annotating/repeated.py` were chosen on all of them.

A name is right where a found name of its kind has its head inside it. People called by their nation, religion or party
count as persons, and a found name may lie in a marked description. A pronoun or description of somebody with a name is
right where it is in a chain with one of his names, and wrong where it is in one with names of others only.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord.annotating.coreference import find_chains
from onrecord.annotating.encoding import encode
from onrecord.chains import NAME, Chain, FoundMention
from onrecord.interpreting.statements import find_statements
from onrecord.records import Span
from onrecord.tokens import Tokens, word_range

FOLDER = Path(__file__).parent / "cases"
DATA = "names.jsonl"
_KINDS = {"P": "person", "G": "person", "O": "organization", "L": "place", "X": "other"}
_COUNTED = ("person", "organization", "place")


def measure(data: Path) -> dict[str, float]:
    """All figures of names, by name."""
    return figures(read_marks(FOLDER / DATA, data))


def read_marks(path: Path, data: Path) -> list[tuple[str, dict[str, Any]]]:
    """The texts that were marked, each with its marks."""
    lines = _read(path)
    texts = {
        (name, article["id"]): article["text"]
        for name in {line["set"] for line in lines}
        for article in _read(data / f"{name}.jsonl")
    }
    return [(texts[line["set"], line["article"]][: line["chars"]], line) for line in lines]


def figures(articles: list[tuple[str, dict[str, Any]]]) -> dict[str, float]:
    """F1 of names by kind, the share with all their words, and what pronouns and descriptions mean."""
    marked, found, right = Counter[str](), Counter[str](), Counter[str]()
    whole, meant = Counter[bool](), Counter[str]()
    for text, marks in articles:
        encoding = encode(text)
        chains = find_chains(encoding, find_statements(text, encoding))
        tokens = encoding.tokens
        names = [(_words(text, tokens, a, b), _KINDS[kind], who) for a, b, kind, who in marks["names"]]
        at = {word: name for name in names for word in range(*name[0])}
        said = [mention for chain in chains for mention in chain.mentions if mention.form == NAME]
        marked.update(kind for _, kind, _ in names)
        found.update(mention.kind for mention in said)
        met = {at[mention.head]: mention for mention in said if mention.head in at}
        for (words, kind, _), mention in met.items():
            right[kind] += mention.kind == kind
            whole[words[1] == mention.last and words[0] >= mention.first] += mention.kind == kind
        meant.update(_meanings(marks, text, tokens, chains, at))
    scores = {f"names of {kind}s, F1": 2 * right[kind] / (marked[kind] + found[kind]) for kind in _COUNTED}
    told = sum(meant.values())
    return {
        **{name: round(score, 4) for name, score in scores.items()},
        "names, ends right of those found": round(whole[True] / whole.total(), 4),
        "pronouns and descriptions in world news, right": round(meant["right"] / told, 4),
        "pronouns and descriptions in world news, wrong": round(meant["wrong"] / told, 4),
    }


def _meanings(
    marks: dict[str, Any], text: str, tokens: Tokens, chains: tuple[Chain, ...], at: dict[int, Any]
) -> Counter[str]:
    """How many marks of somebody with a name are right, wrong, or left open."""
    chain_of = {mention.head: chain for chain in chains for mention in chain.mentions}
    named = {who for _, _, _, who in marks["names"]}
    meant = Counter[str]()
    for _, _, head, _, who in marks["marks"]:
        word = _words(text, tokens, head, head + 1)[0]
        if who not in named or word in at:
            continue
        others = [m for m in chain_of[word].mentions if m.form == NAME] if word in chain_of else []
        meant[_meaning(others, at, who)] += 1
    return meant


def _meaning(others: list[FoundMention], at: dict[int, Any], who: str) -> str:
    if not others:
        return "open"
    return "right" if any(one.head in at and at[one.head][2] == who for one in others) else "wrong"


def _words(text: str, tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    return word_range(tokens, Span.of(text, start, end))


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]
