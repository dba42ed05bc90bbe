"""Known names: those that the mention finder passed over, and those whose borders it drew too narrow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.chains import KINDS, NAME, FoundMention
from onrecord.interpreting.linking.borders import mended_borders
from onrecord.interpreting.linking.titled import find_titled
from onrecord.knowledge.entries import Body, Country, Person
from onrecord.knowledge.spelling import fold
from onrecord.tokens import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.chains import Chain
    from onrecord.interpreting.linking.scene import Scene
    from onrecord.interpreting.linking.wording import Wording
    from onrecord.knowledge.base import Entry, Knowledge

_CAPITAL = frozenset(SHAPES.index(shape) for shape in ("title", "upper", "mixed"))
_UPPER = SHAPES.index("upper")
_LONGEST = 8  # words of a name, hyphens and full stops among them
_PARTS = frozenset("-–.'’&")
_PARTICLES = frozenset({"al", "el", "ash"})
_INDEFINITE = frozenset({"a", "an"})
_LEAST_ACRONYM = 3  # letters
_SURE_PLACE = 0.8


def find_known_names(
    knowledge: Knowledge, wording: Wording, scene: Scene, chains: Sequence[Chain]
) -> tuple[list[list[FoundMention]], list[FoundMention]]:
    """The chains' mentions, the borders of known names mended, and known names that are in none of them.

    "The ANC" at the beginning of a sentence was missed, and of "Park Geun-hye" only "Park Geun" found. A name that was
    cut into several is one again, so that a chain may be left without mentions.
    """
    mentions = _mended_borders(wording, chains)
    places: dict[int, list[tuple[int, int]]] = {}
    for number, chain in enumerate(mentions):
        for i, mention in enumerate(chain):
            if mention.form == NAME:
                for at in range(mention.first, mention.last):
                    places.setdefault(at, []).append((number, i))
    new: list[FoundMention] = []
    dropped: set[int] = set()
    for first, last, entry in _windows(knowledge, wording):
        over = {place for at in range(first, last) for place in places.get(at, ())}
        if not over:
            if isinstance(entry, Country) and (same := _found_at(mentions, first, last)) is not None:
                mentions[same[0]][same[1]] = _mention(wording, first, last, entry)  # "Number 10", taken for a number
            elif _is_plain(wording, first, last) or _is_land(wording, scene, first, entry):
                new.append(_mention(wording, first, last, entry))
        elif len(over) == 1:
            number, i = over.pop()
            mention = mentions[number][i]
            if isinstance(entry, Country) and mention.first > first and mention.last == last:
                mentions[number][i] = _mention(wording, first, last, entry)  # "the Casa [Rosada]"
            elif isinstance(entry, Body) and mention.kind == "person" and last - first > 1 and last < mention.last:
                mentions[number][i] = _without(wording, mention, last)
                new.append(_mention(wording, first, last, entry))
            elif _is_taken_for_person(mention, first, last, entry):
                mentions[number][i] = _mention(wording, first, last, entry)  # "ISIS-K" is no Mr K
            elif isinstance(entry, Body) and mention.first > first and mention.last == last:
                mentions[number][i] = replace(_mention(wording, first, last, entry), form=mention.form)
            elif _is_other(knowledge, wording, mention, entry):
                new.append(_mention(wording, first, last, entry))
            else:
                mentions[number][i] = _mended(wording, mention, first, last, entry)
        elif all(first <= mentions[n][i].head and mentions[n][i].last <= last for n, i in over):
            (number, i), *rest = sorted(over)  # "[The Democratic People]'s [Republic of Korea]"
            mentions[number][i] = _mention(wording, first, last, entry)
            dropped |= {id(mentions[n][j]) for n, j in rest}
        elif isinstance(entry, Person) and all(mentions[n][i].kind == "person" for n, i in over):
            # "Iranian Foreign Minister [Mohammad Javad] Zarif", once more as a whole
            number, i = max(
                over, key=lambda place: mentions[place[0]][place[1]].last - mentions[place[0]][place[1]].first
            )
            dropped |= {id(mentions[n][j]) for n, j in over if (n, j) != (number, i)}
            mentions[number][i] = _around(wording, mentions[number][i], first, last)
        elif isinstance(entry, Body):
            begins = [(n, i) for n, i in over if wording.bounds(mentions[n][i])[0] == first]
            # "the Revolutionary Armed Forces" of Colombia, but not "IMF chief Mara Lind", who only begins with the body
            for n, i in ((n, i) for n, i in begins if mentions[n][i].head < last):
                mentions[n][i] = replace(_mention(wording, first, last, entry), form=NAME)
    kept = [[mention for mention in chain if id(mention) not in dropped] for chain in mentions]
    return kept, new + find_titled(knowledge, wording, kept)


def _mended_borders(wording: Wording, chains: Sequence[Chain]) -> list[list[FoundMention]]:
    """The chains' mentions with the names mended that were cut, without those that lie in a body's so mended."""
    heads = {mention.head for chain in chains for mention in chain.mentions}
    mended = [[mended_borders(wording, mention, heads) for mention in chain.mentions] for chain in chains]
    _join_parts(chains, mended)
    before = {(one.first, one.head): one.last for chain in chains for one in chain.mentions}
    wide = [
        (one.last, before[one.first, one.head])
        for mentions in mended
        for one in mentions
        if one.kind == "organization" and one.last > before.get((one.first, one.head), one.last)
    ]
    if not wide:
        return mended
    return [
        [one for one in mentions if not any(after <= one.first and one.last <= last for last, after in wide)]
        for mentions in mended
    ]


def _join_parts(chains: Sequence[Chain], mended: list[list[FoundMention]]) -> None:
    """Give a person's chain those of the rest of the name: "Zine al-Abidine [Ben Ali] … his" is one chain."""
    for number, chain in enumerate(chains):
        for old, new in zip(chain.mentions, mended[number], strict=False):
            if new.kind != "person" or new.last == old.last:
                continue
            for other, mentions in enumerate(mended):
                if other != number and any(old.last <= one.first and one.last <= new.last for one in mentions):
                    mended[number] += [one for one in mentions if not old.last <= one.first < new.last]
                    mended[other] = []


def _windows(knowledge: Knowledge, wording: Wording) -> Iterator[tuple[int, int, Entry]]:
    """Runs of words that are known names, the longest at each place, none in another."""
    words, shapes = wording.tokens.words, wording.tokens.shapes
    at = 0
    while at < len(words):
        step = 1
        is_particle = words[at] in _PARTICLES and words[at + 1 : at + 2] == ("-",)
        if (int(shapes[at]) in _CAPITAL or is_particle) and fold(words[at]) in knowledge.first_words:
            end = at + 1
            while end < min(len(words), at + _LONGEST) and (words[end][0].isalnum() or words[end] in _PARTS):
                end += 1
            for last in range(end, at, -1):
                if words[last - 1][0].isalnum():
                    surface = wording.surface(at, last)
                    found = knowledge.find(surface) or (knowledge.countries_of_seat(surface) if last - at > 1 else ())
                    is_any = at > 0 and wording.lower[at - 1] in _INDEFINITE and words[last - 1][0].islower()
                    if is_any and not _is_written_so(found, surface):
                        continue  # "an Islamic state"
                    if len(found) == 1 or (found and last - at > 1 and all(isinstance(one, Body) for one in found)):
                        yield at, last, found[0]
                        step = last - at
                        break
        at += step


def _is_written_so(entries: Sequence[Entry], surface: str) -> bool:
    """Whether some entry's name has these capitals."""
    return any(not isinstance(one, Body) or surface in (one.name, *one.aliases) for one in entries)


def _is_plain(wording: Wording, first: int, last: int) -> bool:
    """Whether words that no mention has are surely a name: several, or an acronym."""
    words = wording.tokens.words[first:last]
    if last - first > 1:
        is_hyphened = words[0] in _PARTICLES and words[1] == "-" and words[2:3] and words[2][0].isupper()
        return bool(is_hyphened) or sum(word[0].isupper() for word in words) > 1
    return int(wording.tokens.shapes[first]) == _UPPER and len(words[0]) >= _LEAST_ACRONYM


def _is_land(wording: Wording, scene: Scene, first: int, entry: Entry) -> bool:
    """Whether a word that no mention has is surely a country: "march in [Swaziland], where"."""
    place = scene.place_at(int(wording.tokens.starts[first]))
    is_sure = place is not None and place.confidence >= _SURE_PLACE
    return is_sure and place is not None and isinstance(entry, Country) and place.country == entry.code


def _is_other(knowledge: Knowledge, wording: Wording, mention: FoundMention, entry: Entry) -> bool:
    """Whether a mention inside a known name is the name of another: Ukraine in "Ukraine's military"."""
    known = knowledge.find(wording.surface(*wording.bounds(mention)))
    return bool(known) and all(one.id != entry.id for one in known)


def _found_at(mentions: list[list[FoundMention]], first: int, last: int) -> tuple[int, int] | None:
    """The chain and the place in it of a mention of just these words, that stands alone in its chain."""
    for number, chain in enumerate(mentions):
        if len(chain) == 1 and (chain[0].first, chain[0].last) == (first, last):
            return number, 0
    return None


def _is_taken_for_person(mention: FoundMention, first: int, last: int, entry: Entry) -> bool:
    """Whether a mention is all of a body's name of several words, and was taken for a person."""
    is_whole = (mention.first, mention.last) == (first, last) and last - first > 1
    return is_whole and isinstance(entry, Body) and mention.kind == "person"


def _mention(wording: Wording, first: int, last: int, entry: Entry) -> FoundMention:
    kind = "person" if isinstance(entry, Person) else "organization" if isinstance(entry, Body) else "place"
    kinds = np.zeros(len(KINDS), np.float32)
    kinds[KINDS.index(kind)] = 1.0
    start = first - 1 if first and wording.lower[first - 1] == "the" else first
    return FoundMention(first, start, last, NAME, -1, kinds, 0.0, 0.5, tuple(wording.lower[start:last]))


def _without(wording: Wording, mention: FoundMention, last: int) -> FoundMention:
    """A person's mention without the body in front: "the editorial board of the Ostby Post Lind" is two."""
    head = max(mention.head, last)
    return replace(mention, first=last, head=head, words=tuple(wording.lower[last : mention.last]))


def _around(wording: Wording, mention: FoundMention, first: int, last: int) -> FoundMention:
    """A mention with the whole of a person's name, which it is about."""
    start, end = min(mention.first, first), max(mention.last, last)
    return replace(mention, head=first, first=start, last=end, words=tuple(wording.lower[start:end]))


def _mended(wording: Wording, mention: FoundMention, first: int, last: int, entry: Entry) -> FoundMention:
    """A mention that holds a part of a known name, with all of it."""
    is_inside = first <= wording.bounds(mention)[0] and wording.bounds(mention)[1] <= last
    if is_inside and last > mention.last:
        words = tuple(wording.lower[mention.first : last])
        mention = replace(mention, last=last, words=words)
    if isinstance(entry, Person) and mention.kind == "person" and first < mention.last < last:
        return _around(wording, mention, first, last)  # "Foreign Minister Mohammad Javad" Zarif
    if isinstance(entry, Person) and mention.kind == "person" and first < mention.head < last:
        start = min(first, mention.first)
        mention = replace(mention, head=first, first=start, words=tuple(wording.lower[start : mention.last]))
    return mention
