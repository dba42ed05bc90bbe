"""Full names that only the headline gives: whom a surname means that the text never writes in full."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.knowledge.base import load_knowledge
from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.titles import ABBREVIATED, OFFICES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-’'][^\W\d_]{2,})*")
_NO_SURNAME = OFFICES | ABBREVIATED


def headline_names(title: str | None, words: Sequence[str], people: Collection[str] = ()) -> Mapping[str, str]:
    """By surname in lower case, the only full name that a headline gives with it, where the text never does.

    In a headline any word may have a capital. A first name is one that somebody of the knowledge base bears, or that
    the text calls somebody by, and that it never writes small: "Why Mara Lind Is Angry" has Mara Lind, "Will Lind
    Testify?" no Will Lind.

    Args:
        title: the headline.
        words: the text's, as written.
        people: those of them that are people's names.
    """
    if not title:
        return {}
    written, in_full = set(words), set(pairwise(words))
    first_names = load_knowledge().first_names | {fold(name) for name in people}
    found: dict[str, set[str]] = {}
    for first, last in pairwise(_WORD.finditer(title)):
        name, surname = first[0], last[0]
        if title[first.end() : last.start()] != " " or not (name[0].isupper() and surname[0].isupper()):
            continue
        is_first = fold(name) in first_names and name.lower() not in written and name.lower() not in _NO_SURNAME
        if is_first and (name, surname) not in in_full and surname in written and surname.lower() not in written:
            found.setdefault(surname.lower(), set()).add(f"{name} {surname}")
    return {surname: names.pop() for surname, names in found.items() if len(names) == 1}
