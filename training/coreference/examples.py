"""Texts with their mentions, each at its head word, as the mention reader is to learn them.

Three kinds of text: GUM's, where every mention is annotated; articles of PolNeAR, where names are those that a
teacher found (see `silver.py`) and our marks say whom some pronouns, names and descriptions mean; and news in which all
names are marked by us (see `named.py`).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.chains import KINDS, NAME, NOMINAL, PRONOUN
from onrecord.records import Span
from onrecord.tokens import Tokens, tokenize, word_range
from training.coreference.gold import gum_heads

_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset(["we", "they", "them", "us", "our", "their", "these", "those", "themselves", "ourselves", "theirs"])
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "&", "-", "to", "'s"})  # within names
# A person's "name" that begins so is a description: "the President".
_NO_NAME = frozenset({"the", "a", "an", "his", "her", "their", "our", "my", "this"})
_MOST_WORDS = 26  # of a mention whose borders are learnt from
# The teacher's names; those of no kind here are "other".
_KINDS = {"PERSON": "person", "NORP": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
_AMOUNTS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_MARKED = {"person": "person", "organization": "organization", "group": "person", "unnamed": "person"}


@dataclass
class Mention:
    """A mention and what is known of it.

    Attributes:
        head: its head word.
        borders: its half-open range of words; None where unknown.
        kind: one of KINDS.
        form: NAME, NOMINAL or PRONOUN.
        is_plural: None where unknown.
        who: the same for all mentions in the text that mean the same.
        is_marked: `who` was written down by hand, not guessed from the name.
        gender: "he" or "she" for a person whom such a pronoun means in the text.
    """

    head: int
    borders: tuple[int, int] | None
    kind: str
    form: int
    is_plural: bool | None
    who: str
    is_marked: bool = True
    gender: str | None = None


@dataclass
class Example:
    """A text with its mentions by their heads.

    Attributes:
        is_whole: every mention is here, so that all other words are no heads.
        others: words that are known to be no heads where the text is not whole.
        nameless: words that are known to stand in no name.
    """

    text: str
    tokens: Tokens
    mentions: dict[int, Mention]
    is_whole: bool
    others: Collection[int] = ()
    nameless: Collection[int] = ()


class _Word(NamedTuple):  # as GUM gives it
    start: int
    end: int
    lemma: str
    upos: str
    tag: str
    head: int
    relation: str


def gum_examples(path: Path, tokenizer: Any) -> list[Example]:
    """GUM's texts; of nested mentions with one head the inner one, and no lists."""
    return [_gum_example(article, tokenize(article["text"], tokenizer)) for article in _read(path)]


def _gum_example(article: dict[str, Any], tokens: Tokens) -> Example:
    text, words = article["text"], [_Word(*word) for word in article["tokens"]]
    written = [text[word.start : word.end] for word in words]
    mentions: dict[int, Mention] = {}
    pronouns: list[tuple[str, str]] = []
    for entity, first, last, head in gum_heads(article):
        pronouns.append((entity["chain"], written[head]))
        tag = words[head].tag
        form = _form(tag)
        at = _range(text, tokens, words[head].start, words[head].end)[0]
        is_name = form == NAME and all(_fits_name(word) for word in written[first:last])
        low, high = (first, last) if is_name else _narrow(words, first, last, head)
        while high - 1 > head and words[high - 1].relation in ("punct", "case"):
            high -= 1
        while low < head and words[low].relation in ("punct", "case"):
            low += 1
        borders = _range(text, tokens, words[low].start, words[high - 1].end)
        if borders[1] - borders[0] > _MOST_WORDS:
            borders = (at, at + 1)
        mentions[at] = Mention(
            at,
            borders,
            entity["type"] if entity["type"] in KINDS else "other",
            form,
            tag in ("NNS", "NNPS") or written[head].lower() in _THEY,
            entity["chain"],
        )
    return finish(Example(text, tokens, mentions, is_whole=True), pronouns)


def _fits_name(word: str) -> bool:
    return word[:1].isupper() or not word[:1].isalpha() or word.lower() in _SMALL


def _narrow(words: list[_Word], first: int, last: int, head: int) -> tuple[int, int]:
    """The part of a description that the reader is to find: from the determiner to the head, or to its name's end."""
    low, high = head, head + 1
    while low > first and words[low - 1].relation not in ("punct", "cc", "conj", "parataxis"):
        above = words[low - 1].head
        if above != head and words[above].head != head and not low <= above <= head:
            break
        low -= 1
    while high < last and words[high].relation in ("flat", "compound", "fixed", "goeswith"):
        high += 1
    return low, high


def silver_examples(path: Path, tokenizer: Any) -> list[Example]:
    """The articles of `silver.py`."""
    return [_silver_example(article, tokenize(article["text"], tokenizer)) for article in _read(path)]


def _silver_example(article: dict[str, Any], tokens: Tokens) -> Example:
    text = article["text"]
    mentions: dict[int, Mention] = {}
    owner: dict[int, int] = {}  # a name's words to its head
    inside: set[int] = set()
    pronouns: list[tuple[str, str]] = []
    for name in article["names"]:
        start, end, label = name["start"], name["end"], name["label"]
        written = re.sub(r"['’]s$", "", text[start:end])
        first, last = _range(text, tokens, start, start + len(written))
        # GUM takes the first word of a person's name as its head.
        head = first if label == "PERSON" else _range(text, tokens, name["head"], name["head"] + 1)[0]
        owner |= dict.fromkeys(range(first, last), head)
        if label == "PERSON" and not text[start].isupper():
            continue
        inside |= set(range(first, last))
        kind = _KINDS.get(label, "other")
        mentions[head] = Mention(
            head,
            (min(first, head), max(last, head + 1)),
            kind,
            NOMINAL if label in _AMOUNTS else NAME,
            name["tag"] in ("NNS", "NNPS") or (label == "NORP" and written.endswith("s")),
            _who(kind, written),
            is_marked=False,
        )
    for mark in article["marks"]:
        if mark["kind"] not in _MARKED:
            continue
        written = text[mark["start"] : mark["end"]]
        who = _who(mark["kind"], mark["referent"])
        if mark["kind"] == "person":
            pronouns.append((who, written))
        head = _range(text, tokens, mark["head"], mark["head"] + 1)[0]
        head = owner.get(head, head)
        form = _form(mark["tag"])
        known = mentions.get(head)
        if known and known.form == NAME and form != PRONOUN:
            known.who, known.is_marked = who, True
            continue
        mentions[head] = Mention(
            head,
            # A mark may take in more or less than the mention that GUM would have.
            _range(text, tokens, mark["start"], mark["end"]) if form == PRONOUN else None,
            _MARKED[mark["kind"]],
            form,
            mark["kind"] == "group" or mark["tag"] in ("NNS", "NNPS") or written.lower() in ("they", "them", "their"),
            who,
        )
    return finish(Example(text, tokens, mentions, is_whole=False, others=inside - mentions.keys()), pronouns)


def finish(example: Example, pronouns: list[tuple[str, str]]) -> Example:
    """Give persons the gender of the pronouns for them, and take names that begin like descriptions as such."""
    count: Counter[tuple[str, str]] = Counter()
    for who, word in pronouns:
        count[who, "he"] += word.lower() in _HE
        count[who, "she"] += word.lower() in _SHE
    for mention in example.mentions.values():
        he, she = count[mention.who, "he"], count[mention.who, "she"]
        if mention.kind == "person" and not mention.is_plural and he != she:
            mention.gender = "he" if he > she else "she"
        words = example.tokens.words[slice(*mention.borders)] if mention.borders else ()
        if mention.kind == "person" and mention.form == NAME and words and words[0].lower() in _NO_NAME:
            mention.form = NOMINAL
    return example


def _form(tag: str) -> int:
    if tag.startswith("PRP") or tag in ("WP", "WDT", "WP$", "DT", "EX"):
        return PRONOUN
    return NAME if tag.startswith("NNP") else NOMINAL


def _who(kind: str, name: str) -> str:
    """Persons with one last name are taken for one: within an article they mostly are."""
    words = re.findall(r"[\w'’.-]+", name.lower())
    if kind == "person":
        return "person " + (words[-1].strip(".'’") if words else name.lower())
    return "other " + name.lower().strip().removeprefix("the ")


def _range(text: str, tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    return word_range(tokens, Span.of(text, start, end))


def _read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
