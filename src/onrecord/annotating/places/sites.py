"""Sites: streets, hospitals, camps and other single places, found by the words that such names are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.places.screening import Toponym
from onrecord.knowledge.spelling import fold
from onrecord.tokens import GAPS
from onrecord.vocabulary.places import load_words
from onrecord.vocabulary.titles import OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.annotating.places.candidates import Candidate
    from onrecord.annotating.places.screening import Screen
    from onrecord.tokens import Tokens

_LINE, _JOINED = GAPS.index("line"), GAPS.index("joined")
_LONGEST = 9  # words
_INNER = frozenset("of the and de la del al el des du st . ' ’ s - &".split())
_LEADS = frozenset("the a an in at on from".split())
_COURTS, _CENTRES = frozenset({"court", "house"}), frozenset({"center", "centre"})
_RANKS = frozenset("appeals constitutional district federal high supreme".split())
# How sure a name is a place: by its words, or where only the mention head calls it one. Of those in GeoWebNews
# .79 and .71 touched a toponym.
_SITE, _NAMED = 0.75, 0.6


def find_sites(
    text: str, tokens: Tokens, screen: Screen, known: Sequence[Toponym], candidates: Sequence[Candidate]
) -> list[Toponym]:
    """The toponyms known so far with the sites, in text order.

    A street or a lake takes the place of a toponym inside its name ("French Quarter", "Northumberland Avenue"); a house
    leaves it ("Boston University" is found by "Boston").
    """
    senses = {(c.first, c.last): c.senses for c in candidates}

    def toponym(first: int, last: int, sureness: float) -> Toponym:
        key = fold(text[tokens.starts[first] : tokens.ends[last - 1]])
        inside = senses.get((first, last), ())
        return Toponym(first, last, key, inside, is_adjective=False, is_embedded=False, sureness=sureness)

    at_word = {at: t for t in known for at in range(t.first, t.last)}
    for first, last, is_house in _site_names(tokens, screen):
        inside = list({id(t): t for at in range(first, last) if (t := at_word.get(at))}.values())
        is_inside = all(first <= t.first and t.last <= last for t in inside)
        if not inside or (not is_house and is_inside and not _is_known(inside, first, last)):
            at_word |= dict.fromkeys(range(first, last), toponym(first, last, _SITE))
    for first, last in screen.places():
        if at_word.keys().isdisjoint(range(first, last)):
            at_word |= dict.fromkeys(range(first, last), toponym(first, last, _NAMED))
    return [t for at, t in sorted(at_word.items()) if at == t.first]


def _is_known(inside: Sequence[Toponym], first: int, last: int) -> bool:
    """Whether the gazetteer knows the site itself."""
    return any(t.last == last and (t.first == first or t.last - t.first > 1) for t in inside)


def _site_names(tokens: Tokens, screen: Screen) -> Iterator[tuple[int, int, bool]]:
    """Runs of capitals that end or begin as sites' names do: first, last, and whether it is a house's."""
    words = load_words()
    at = 0
    while at < len(tokens):
        if not tokens.words[at][0].isupper():
            at += 1
            continue
        last = _run_end(tokens, at)
        lower = [word.lower() for word in tokens.words[at:last]]
        start = int(lower[0] in _LEADS)
        ends = [
            i
            for i in range(start + 1, len(lower))
            if (lower[i] in words.sites or lower[i] in words.houses)
            and tokens.words[at + i][0].isupper()
            and (lower[i - 1] not in _INNER or lower[i - 1] == "s")
            and not _is_body(lower[i - 1], lower[i], tokens.words[at + i + 1 : at + i + 2])
        ]
        is_titled = bool(ends) and lower[ends[-1]] != "county" and not OFFICES.isdisjoint(lower[: ends[-1]])
        if ends and not is_titled and not screen.is_person(at + start):
            yield at + start, at + ends[-1] + 1, lower[ends[-1]] in words.houses
        elif (head := _head(lower)) is not None and not screen.is_person(at + head):
            yield at + head, at + head + 2 if tokens.words[at + head + 1][0].isupper() else last, False
        at = last


def _head(lower: Sequence[str]) -> int | None:
    """Where a name like "Lake Volta" begins in a run: at its start, or behind the town whose it is ("Nice's …")."""
    heads = load_words().heads
    starts = (i for i in range(len(lower) - 1) if lower[i] in heads and (i == 0 or lower[i - 1] == "s"))
    return next(starts, None)


def _is_body(before: str, word: str, behind: Sequence[str]) -> bool:
    """Whether a word of houses is one of bodies: "High Court", "House of Lords", "Center for Strategic Studies"."""
    if word in _COURTS and (before in _RANKS or "of" in behind):
        return True
    return word in _CENTRES and "for" in behind


def _run_end(tokens: Tokens, first: int) -> int:
    """Where a run of capitalised words, with small words inside, ends."""
    last = at = first + 1
    while at < min(len(tokens), first + _LONGEST) and tokens.gaps[at] != _LINE:
        word = tokens.words[at]
        if word[0].isupper() or word.isdigit():
            last = at + 1
        elif word.lower() not in _INNER or (
            word == "." and (tokens.gaps[at] != _JOINED or len(tokens.words[at - 1]) > 2)
        ):
            break
        at += 1
    return last
