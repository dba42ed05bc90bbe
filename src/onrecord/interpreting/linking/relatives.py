"""Relatives: of two people of one surname, whom a surname alone means where one was brought in as the other's kin."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.chains import NAME
from onrecord.interpreting.linking.merging import make_chain
from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.referring import KIN, OLDER_KIN, POSSESSIVES, YOUNGER_KIN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.linking.view import View

_TWO = 2
_REACH = 8  # words from the pronoun to the name: "his eldest son, the former president Mara Lind"
_KIN_REACH = 3  # words from the pronoun to the noun: "his late elder brother"
_APOSTROPHES = frozenset({"'", "’"})
_MARKS = frozenset(".!?;:")
_POLITE = frozenset({"", "mr", "mrs", "ms"})
_YOUNGER, _ELDER = frozenset({"younger", "junior"}), frozenset({"elder", "older", "senior"})


def part_relatives(view: View, chains: Sequence[Chain]) -> list[Chain]:
    """The chains, two people of one surname parted, and surnames alone given to the one who is not the other's kin.

    "Ana Lind spoke. Her father, Olaf Lind, listened. Lind said": that is Ana, though coreference takes the nearer.
    """
    parted = [part for chain in chains for part in _parts(view, chain)]
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, mentions in enumerate(parted):
        for surname in {word for mention in mentions for word in _surnames(view, mention)}:
            bearers[surname].append(number)
    moves: dict[int, int] = {}
    for number, mentions in enumerate(parted):
        for mention in mentions:
            word = _bare(view, mention)
            among = bearers.get(word, ()) if word else ()
            if len(among) < _TWO:
                continue
            meant = _meant(view, mention, {one: _kin(view, parted[one]) for one in among})
            if meant is not None and meant != number and parted[meant][0].first < mention.first:
                moves[id(mention)] = meant
    if not moves and len(parted) == len(chains):
        return list(chains)
    kept: list[list[FoundMention]] = [[] for _ in parted]
    for number, mentions in enumerate(parted):
        for mention in mentions:
            kept[moves.get(id(mention), number)].append(mention)
    whole = {tuple(map(id, chain.mentions)): chain for chain in chains}
    return [whole.get(tuple(map(id, mentions))) or make_chain(mentions) for mentions in kept if mentions]


def _meant(view: View, mention: FoundMention, bearers: Mapping[int, str]) -> int | None:
    """Which bearer a surname means: the one who is nobody's kin; of "the younger Lind" the one of that generation."""
    main = [one for one, noun in bearers.items() if not noun]
    if len(main) != 1:
        return None
    kin = [one for one, noun in bearers.items() if noun]
    beside = view.wording.lower[max(0, mention.head - 1) : mention.last + 2]
    for told, generation, other in ((_YOUNGER, YOUNGER_KIN, OLDER_KIN), (_ELDER, OLDER_KIN, YOUNGER_KIN)):
        if not told.isdisjoint(beside):
            fit = [one for one in kin if bearers[one] in generation]
            fit += main if all(bearers[one] in other for one in kin) else []
            return fit[0] if len(fit) == 1 else None
    return main[0]


def _kin(view: View, mentions: Sequence[FoundMention]) -> str:
    """What someone is to another where named in full: "brother"; empty where nothing is told."""
    return next(filter(None, (_kin_beside(view, mention) for mention in mentions if _is_full(view, mention))), "")


def _parts(view: View, chain: Chain) -> list[list[FoundMention]]:
    """A chain's mentions, parted where full names of one surname are surely two people's."""
    mentions = list(chain.mentions)
    entries: dict[int, str] = {}
    for at, mention in enumerate(mentions):
        if _is_full(view, mention):
            found = view.knowledge.find(view.wording.name(mention))
            if len(found) == 1:
                entries[at] = found[0].id
    if len(set(entries.values())) < _TWO:
        return [mentions]
    runs: dict[str, list[FoundMention]] = defaultdict(list)
    current = next(iter(entries.values()))
    for at, mention in enumerate(mentions):
        current = entries.get(at, current)
        runs[current].append(mention)
    return list(runs.values())


def _is_full(view: View, mention: FoundMention) -> bool:
    return mention.form == NAME and " " in view.wording.name(mention)


def _surnames(view: View, mention: FoundMention) -> tuple[str, ...]:
    """The words that a full name's bearer can be called by alone: the last, and the first, if families go first."""
    if not _is_full(view, mention) or (mention.kind != "person" and not view.is_known_person(mention)):
        return ()
    words = fold(view.wording.name(mention)).split()
    return (words[-1], words[0]) if len(words) > _TWO else (words[-1],)


def _bare(view: View, mention: FoundMention) -> str:
    """The surname that a mention is, without a title that may tell whose it is; empty where it is none."""
    if mention.form != NAME or view.wording.owner(mention):
        return ""
    name = view.wording.name(mention)
    title = view.wording.title(mention).lower().strip(".")
    return "" if " " in name or title not in _POLITE else fold(name)


def _kin_beside(view: View, mention: FoundMention) -> str:
    """What a name's bearer is told to be to another: "his brother, Olaf Lind", "Olaf Lind, his father,"."""
    lower = view.wording.lower
    for at in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
        if lower[at] in _MARKS:
            break
        if lower[at] in KIN and _is_owned(lower, at):
            return lower[at]
    at = mention.last
    behind = lower[at + 1 : at + 2 + _KIN_REACH]
    if lower[at : at + 1] != [","] or not behind or behind[0] not in POSSESSIVES:
        return ""
    return next((word for word in behind[1:] if word in KIN), "")


def _is_owned(lower: Sequence[str], at: int) -> bool:
    """Whether a noun has a pronoun or a possessive before it: "his eldest son", "Lind's brother"."""
    before = list(lower[max(0, at - _KIN_REACH) : at])
    return any(
        word in POSSESSIVES or (word == "s" and i and before[i - 1] in _APOSTROPHES) for i, word in enumerate(before)
    )
