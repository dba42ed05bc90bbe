"""Countries that act: whether one does something as its government does, or is but where something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chains import NAME
from onrecord.interpreting.linking.view import HALVES
from onrecord.vocabulary.places import load_words

if TYPE_CHECKING:
    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.linking.scene import Scene
    from onrecord.interpreting.linking.wording import Wording

# What a country does not do but is, or suffers: "Ukraine is at war", "Haiti lies", "Cuba lost power".
_STATES = frozenset(
    """
    are be became become becomes been being can fell felt get gets goes grew had hit is kept lay lies lost may might ran
    remain remained remains rose sits stands stood suffered was went were
    """.split()
)
# What is done to a party: "accused Russia", "sued Iran".
_DOINGS = ("accus", "ask", "blam", "push", "su", "tell", "told", "threaten", "urg")
# What only one who decides can be brought to: "persuade the North to keep inspectors".
_MOVED = ("persua", "press", "convinc", "forc", "warn", "induc", "order", "compel", "pushed", "push")
# What is had with one who decides: "talks with the South".
_DEALS = frozenset(
    "accord agreement agreements contact contacts deal deals dialogue negotiations pact talks treaty truce".split()
)
# What only one who decides does, whatever a place at the beginning of a sentence is taken for: "Korea agreed to".
_SAYING = frozenset(
    """
    accused accuses agreed agrees announced announces asked asks blamed blames broke claimed claims condemned
    condemns denied denies expects expelled fears hopes imposed insisted insists invaded plans pledged pledges
    promised promises recalled refused refuses rejected rejects said say says severed signed sought suspended urged
    urges vowed vows wants warned warns withdrew
    """.split()
)
# What one who decides has done: "has cut ties", "had shut its border".
_DONE = frozenset(
    "begun broken brought built chosen cut given let paid put sent set shut sold struck sworn withdrawn".split()
)
HAVING = frozenset({"has", "have", "had"})
_BETWEEN = HAVING | frozenset("again also already never now not only still then later itself would yesterday".split())
_MOST_BETWEEN = 3  # words between a country and what it does: "has not asked", "again asked"
_APOSTROPHES = frozenset({"'", "’"})


def acts(chain: Chain, scene: Scene, wording: Wording) -> bool:
    """Whether a country's name is the subject of a deed, or the one to whom something is said, in some mention."""
    return any(_acts(mention, scene, wording) for mention in chain.mentions if mention.form == NAME)


def _acts(mention: FoundMention, scene: Scene, wording: Wording) -> bool:
    words = load_words()
    first, last = wording.bounds(mention)
    place = scene.place_at(int(wording.tokens.starts[first]))
    before = _before(mention, wording)
    verb = _verb(wording, last)
    if speaks(mention, wording) or _is_moved(mention, wording, before, last):
        return True
    is_half = place is None and wording.surface(first, last) in HALVES and before not in words.locating
    if not is_half and (place is None or place.use != "associative"):
        return False
    if last < len(wording.lower) and wording.lower[last] in _APOSTROPHES:
        return False
    if before in words.dealing and (before == "by" or before.startswith(_DOINGS)):
        return True
    is_verb = verb.endswith("ed") or verb in words.verbs - _STATES
    is_verb |= verb in _DONE and not HAVING.isdisjoint(wording.lower[last : last + _MOST_BETWEEN])
    return is_verb and before not in words.dealing | words.locating | {"of"}


def speaks(mention: FoundMention, wording: Wording) -> bool:
    """Whether a name begins a sentence and does what only one who decides does: "Bonn would say only".

    Also with another: "Bogota and the rebels agreed".
    """
    begins = mention.first == 0 or _before(mention, wording) in (".", '"', "“", "”")
    last = wording.bounds(mention)[1]
    return begins and (_verb(wording, last) in _SAYING or _verb(wording, _behind_other(wording, last)) in _SAYING)


def is_met(mention: FoundMention, wording: Wording) -> bool:
    """Whether a name is that of a party: "accused Delhi", "ruled against Delhi"."""
    before = _before(mention, wording)
    return before == "against" or (before in load_words().dealing and before.startswith(_DOINGS))


def _behind_other(wording: Wording, last: int) -> int:
    """The word behind the other name of "Bogota and the FARC"; the same word where none follows."""
    lower, words = wording.lower, wording.tokens.words
    if lower[last : last + 1] != ["and"]:
        return last
    at = last + 1 + (lower[last + 1 : last + 2] == ["the"])
    end = at
    while end < min(at + _MOST_BETWEEN, len(lower)) and words[end][0].isupper():
        end += 1
    return end if end > at else last


def _before(mention: FoundMention, wording: Wording) -> str:
    """The word before a name, an article left out."""
    at = mention.first - 1
    while at >= 0 and wording.lower[at] == "the":
        at -= 1
    return wording.lower[at] if at >= 0 else ""


def _verb(wording: Wording, last: int) -> str:
    """The word behind a name, words left out that stand between one and what it does."""
    at = last
    while at < min(last + _MOST_BETWEEN, len(wording.lower)) and (
        wording.lower[at] in _BETWEEN or wording.lower[at].endswith("ly")
    ):
        at += 1
    return wording.lower[at] if at < len(wording.lower) else ""


def _is_moved(mention: FoundMention, wording: Wording, before: str, last: int) -> bool:
    """Whether someone is brought to do something, or dealt with."""
    behind = wording.lower[last] if last < len(wording.lower) else ""
    if before.startswith(_MOVED) and behind == "to":
        return True
    at = mention.first - 1
    while at >= 0 and wording.lower[at] in ("the", "with"):
        at -= 1
    return before == "with" and at >= 0 and wording.lower[at] in _DEALS and behind not in _APOSTROPHES
