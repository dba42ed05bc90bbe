"""Toponyms: all words of an article that name places, also those that the gazetteer lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.places.candidates import find_candidates
from onrecord.annotating.places.screening import Screen
from onrecord.annotating.places.sites import find_sites

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotating.places.candidates import Candidate
    from onrecord.annotating.places.screening import Toponym
    from onrecord.chains import Chain
    from onrecord.knowledge.gazetteer import Gazetteer
    from onrecord.tokens import Tokens

_HOLDERS = ("country", "region")
_KNOWN_SHARE = 0.05  # a holder is no namesake with fewer people than this share of the largest sense's
_BETWEEN = ((",",), ("in",), ("(",), (",", "in"))
_LISTING = frozenset({"and", "or", "&"})


def find_toponyms(
    text: str, tokens: Tokens, chains: Sequence[Chain], gazetteer: Gazetteer
) -> tuple[list[Toponym], dict[int, frozenset[int]]]:
    """The toponyms of a text in order, and what holds them.

    Returns:
        the toponyms; and by the first word of those that the text puts inside another ("Paris, Texas", "Rafah in the
        Gaza Strip"), the numbers of the senses that agree with it.
    """
    candidates = find_candidates(text, tokens, gazetteer)
    held = find_held(candidates, tokens)
    screen = Screen(tokens, chains)
    first_look = {c.first: screen.toponym(c, is_held=c.first in held) for c in candidates}
    known = frozenset(t.key for t in first_look.values() if t and not t.is_adjective)
    found = []
    for candidate in candidates:
        toponym = first_look[candidate.first] or screen.toponym(candidate, known)
        if toponym:
            found.append(toponym)
    return find_sites(text, tokens, screen, found, candidates), held


def find_held(candidates: Sequence[Candidate], tokens: Tokens) -> dict[int, frozenset[int]]:
    """By first word, the senses of candidates that lie in the place which the text names right behind them."""
    held: dict[int, frozenset[int]] = {}
    for at in range(len(candidates) - 2, -1, -1):
        inner, outer = candidates[at], candidates[at + 1]
        between = tuple(word.lower() for word in tokens.words[inner.last : outer.first] if word.lower() != "the")
        if between not in _BETWEEN or inner.is_adjective or outer.is_adjective:
            continue
        if between == (",",) and _is_listed(candidates, at + 1, tokens):
            continue
        least = _KNOWN_SHARE * max(s.population for s in outer.senses)
        holders = [s for s in outer.senses if s.kind in _HOLDERS and s.population >= least]
        if outer.first in held:
            holders = [s for s in holders if s.number in held[outer.first]] or holders
        countries = {s.country for s in holders if s.kind == "country" and s.country}
        regions = {s.number for s in holders if s.kind == "region"}
        inside = frozenset(
            s.number
            for s in inner.senses
            if s.kind != "country" and ((s.country in countries and s.country) or s.region in regions)
        )
        if inside:
            held[inner.first] = inside
    return held


def _is_listed(candidates: Sequence[Candidate], at: int, tokens: Tokens) -> bool:
    """Whether "and" or a third name comes behind the second of two: "Israel, Lebanon and Syria"."""
    last = candidates[at].last
    behind = [word.lower() for word in tokens.words[last : last + 2]]
    return bool(_LISTING.intersection(behind[:1]) or (behind[:1] == [","] and _LISTING.intersection(behind[1:])))
