"""Walks of life that no noun beside a name tells: "who teaches history", "named the officer as Mara Lind"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CLAUSE = 8  # words of a clause that tell what someone does
# What someone does for a living, by the verb behind "who" or "who has".
_DOES = {
    **dict.fromkeys(("teaches", "taught"), "teacher"),
    **dict.fromkeys(("farms", "farmed"), "farmer"),
    **dict.fromkeys(("coaches", "coached"), "football coach"),
    **dict.fromkeys(("nurses",), "nurse"),
    **dict.fromkeys(("fishes", "fished"), "fisherman"),
}
_NOW_DOES = frozenset({"teaches", "farms", "coaches", "nurses", "fishes"})
# What is run or owned by private people: "who has run the shop since".
_RUNS = frozenset({"run", "runs", "owned", "owns", "keeps", "kept", "manages", "managed", "opened"})
_HERDS = frozenset("bees cattle chickens cows farm goats herd pigs sheep vineyard".split())
_HEADS = frozenset({"runs", "heads", "leads", "chairs"})
_SHOPS = frozenset(
    "bakery bar boatyard cafe chippy garage gym hotel inn kiosk laundry nursery pub restaurant salon shop stall store "
    "supermarket surgery tavern workshop".split()
)
_DRIVES = frozenset({"drives", "drove", "driven", "driving"})
_VEHICLES = frozenset("bus coach cab ferry lorry minibus taxi tractor train tram truck van".split())
_NAMED = frozenset({"named", "identified"})
_WORKS = frozenset({"works", "worked", "working"})


def told_by_clause(words: Sequence[str], first: int, last: int) -> Iterator[str]:
    """What the clauses beside a name at a half-open range of words tell that its bearer is."""
    lower = [word.lower() for word in words[last : last + _CLAUSE + 2]]
    at = 1 if lower[:1] == [","] else 0
    if lower[at : at + 1] == ["who"]:
        clause = lower[at + 1 :]
        clause = clause[1:] if clause[:1] in (["has"], ["had"], ["have"]) else clause
        end = next((i for i, word in enumerate(clause) if word in (",", ".")), len(clause))
        yield from _clause(clause[:end])
    elif lower[at : at + 1] and lower[at] in _NOW_DOES:  # "Mara Lind teaches woodwork"
        yield _DOES[lower[at]]
    before = [word.lower() for word in words[max(0, first - 5) : first]]
    if before[-1:] == ["as"] and not _NAMED.isdisjoint(before):  # "named the officer as"
        noun = before[-2]
        yield noun


def _clause(clause: list[str]) -> Iterator[str]:
    """What is told by the words behind "who"."""
    verb = clause[0] if clause else ""
    if verb in _DOES:
        yield _DOES[verb]
    elif verb in _RUNS and not _SHOPS.isdisjoint(clause):
        yield "shop owner"
    elif verb in _RUNS and not _HERDS.isdisjoint(clause):
        yield "farmer"
    elif verb in _HEADS and len(clause) > 1:
        yield f"head of {' '.join(clause[1:])}"
    elif verb in _DRIVES and not _VEHICLES.isdisjoint(clause):
        yield "bus driver"
    elif verb in _WORKS and clause[1:3] in (["as", "a"], ["as", "an"]):
        yield " ".join(clause[3:6])
