"""Speakers against names resolved by hand, and coreference against GUM's news.

The speakers' articles are of PolNeAR's dev split, and the model learns nothing from them. Coreference is scored as the
mean of MUC, B³ and CEAF-e (CoNLL F1) over people, organizations and places, on heads: GUM's borders take in relative
clauses and ours do not. Mentions that stand alone count, as GUM marks them; chains of other things are left out on
both sides.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evaluation.clusters import conll_f1
from evaluation.scorers import load_scorer
from onrecord import Reader
from onrecord.annotating.coreference import find_chains
from onrecord.annotating.encoding import encode
from onrecord.interpreting.statements import find_statements
from onrecord.records import Article, Span
from onrecord.tokens import Tokens, word_range

DATA = "speakers_dev.jsonl"
MORE_DATA = ("polnear_dev.jsonl", "gum_dev.jsonl")
_KINDS = ("person", "organization", "place")


def measure(data: Path) -> dict[str, float]:
    """All figures of speakers, by name."""
    gold = _read(data / DATA)
    stems = {line["stem"] for line in gold}
    reader = Reader()
    records = [
        reader.read(Article(id=a["id"], text=a["text"], given_id=a["id"])).to_dict()
        for a in _read(data / "polnear_dev.jsonl")
        if a["id"] in stems
    ]
    score = load_scorer(data, "speakers").score(gold, records)
    return {
        "speakers, right of all lines": score["all"]["accuracy"],
        "speakers, right of those found": score["all"]["accuracy_of_found"],
        "pronouns and descriptions, of those found": score["hard"]["accuracy_of_found"],
        "coreference in GUM's news, CoNLL F1": round(conll_f1(_gum(data, "news")), 4),
        "coreference in all of GUM dev, CoNLL F1": round(conll_f1(_gum(data, None)), 4),
    }


def _gum(data: Path, genre: str | None) -> list[tuple[list[set[int]], list[set[int]]]]:
    """Gold and found chains of each text, as sets of heads."""
    texts = []
    for article in _read(data / "gum_dev.jsonl"):
        if genre is None or article["genre"] == genre:
            encoding = encode(article["text"])
            statements = find_statements(article["text"], encoding)
            found = [chain for chain in find_chains(encoding, statements) if chain.kind in _KINDS]
            heads = [{mention.head for mention in chain.mentions} for chain in found]
            texts.append((gold_chains(article, encoding.tokens), heads))
    return texts


def gold_chains(article: dict[str, Any], tokens: Tokens) -> list[set[int]]:
    """The heads of each of a text's gold chains of people, organizations and places.

    A mention's head is the word that its other words depend on; lists ("Lind and Ek") are left out.
    """
    words = article["tokens"]
    at = {word[0]: i for i, word in enumerate(words)}
    chains: dict[str, set[int]] = {}
    for entity in article["entities"]:
        start, end = entity["span"]
        if entity["type"] not in _KINDS or start not in at:
            continue
        inside = [i for i in range(at[start], len(words)) if words[i][0] < end]
        head = next((i for i in inside if words[i][5] not in range(inside[0], inside[-1] + 1)), inside[-1])
        if any(words[i][5] == head and words[i][6] == "conj" for i in inside):
            continue
        span = Span.of(article["text"], words[head][0], words[head][1])
        chains.setdefault(entity["chain"], set()).add(word_range(tokens, span)[0])
    return list(chains.values())


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]
