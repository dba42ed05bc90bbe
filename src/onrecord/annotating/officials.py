"""Officials whose title was taken for a body: "[Secretary] of State Lind", "[Treasury Secretary] Lind"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.annotating.borders import CAPITAL
from onrecord.chains import KINDS, NAME, FoundMention
from onrecord.tokens import GAPS, SHAPES
from onrecord.vocabulary.times import words_of
from onrecord.vocabulary.titles import BODIES, COLLECTIVES, OFFICES, PORTFOLIOS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.tokens import Tokens

_LINE, _TITLE_CASE = GAPS.index("line"), SHAPES.index("title")
# Offices of state, behind which a name follows; "general" is one behind "attorney".
_STATE = frozenset({"secretary", "minister", "general"})
_ATTORNEYS = frozenset({"attorney", "solicitor", "surgeon"})
_NO_NAMES = OFFICES | PORTFOLIOS | BODIES | COLLECTIVES | words_of("WEEKDAY", "MONTH")
_LINKS = frozenset({"of", "for"})
_LONGEST_NAME, _LONGEST_PORTFOLIO = 3, 3  # words


def with_officials(mentions: Sequence[FoundMention], words: Sequence[str], tokens: Tokens) -> list[FoundMention]:
    """The mentions, and people behind their offices as such where the office or the name was taken for a body.

    Args:
        mentions: in the order of their heads.
        words: the text's words, lower case.
    """
    made: list[FoundMention] = []
    for at, word in enumerate(words):
        if word not in _STATE or not _is_capital(tokens, at):
            continue
        name = _behind_portfolio(words, tokens, at + 1)
        last = _name_end(words, tokens, name)
        first = _title_start(words, tokens, at)
        if last == name or first is None:
            continue
        near = [one for one in mentions if one.form == NAME and first <= one.head < last]
        known = next((one for one in near if one.kind == "person" and one.head >= name and one.last >= last), None)
        if known is not None:
            if any(one.head < name for one in near):
                made.append(replace(known, first=first, words=tuple(words[first : known.last])))
            continue
        kinds = np.array([kind == "person" for kind in KINDS], np.float32)
        of_name = next((one for one in near if one.head >= name), None)
        like = of_name or FoundMention(name, first, last, NAME, -1, kinds, 0.0, 0.5, ())
        made.append(
            replace(like, head=name, first=first, last=last, kinds=kinds, plural=0.0, words=tuple(words[first:last]))
        )
    if not made:
        return list(mentions)
    kept = [one for one in mentions if not any(new.first <= one.head < new.last for new in made)]
    return sorted([*kept, *made], key=lambda mention: mention.head)


def _behind_portfolio(words: Sequence[str], tokens: Tokens, at: int) -> int:
    """The word behind "of State", "for Home Affairs"; the same word where nothing of the kind stands."""
    if at >= len(words) or words[at] not in _LINKS:
        return at
    end = at + 1
    while end < min(len(words), at + 1 + _LONGEST_PORTFOLIO) and words[end] in PORTFOLIOS | {"state"}:
        end += 1
    return end if end > at + 1 and _is_capital(tokens, end - 1) else at


def _name_end(words: Sequence[str], tokens: Tokens, at: int) -> int:
    """Where a person's name ends that begins at a word; the same word where none does."""
    end = at
    while end < min(len(words), at + _LONGEST_NAME) and int(tokens.shapes[end]) == _TITLE_CASE:
        if words[end] in _NO_NAMES or int(tokens.gaps[end]) == _LINE:
            return at  # "Secretary of State Office"
        end += 1
    return end


def _title_start(words: Sequence[str], tokens: Tokens, at: int) -> int | None:
    """The first word of an office's title; None where the word is no office by itself: "Major General"."""
    if words[at] == "general":
        return at - 1 if at and words[at - 1] in _ATTORNEYS and _is_capital(tokens, at - 1) else None
    first = at
    while first > 0 and first > at - _LONGEST_PORTFOLIO and _is_title(words, tokens, first - 1):
        first -= 1
    return first


def _is_title(words: Sequence[str], tokens: Tokens, at: int) -> bool:
    is_portfolio = words[at] in PORTFOLIOS | {"prime", "deputy", "press"}
    return is_portfolio and _is_capital(tokens, at) and int(tokens.gaps[at + 1]) != _LINE


def _is_capital(tokens: Tokens, word: int) -> bool:
    return int(tokens.shapes[word]) in CAPITAL
