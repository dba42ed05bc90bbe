"""Countries that act: whether one does something as its government does, or is but where something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chains import NAME
from onrecord.vocabulary.places import load_words

if TYPE_CHECKING:
    from onrecord.chains import Chain
    from onrecord.interpreting.linking.scene import Scene
    from onrecord.interpreting.linking.wording import Wording

# What a country does not do but is, or suffers: "Ukraine is at war", "Haiti lies", "Cuba lost power".
_STATES = frozenset(
    """
    are be became become becomes been being can fell felt get gets goes grew had hit is kept lay lies lost may might ran
    remain remains rose sits stands stood was went were
    """.split()
)
# What is done to a party: "accused Russia", "sued Iran".
_DOINGS = ("accus", "ask", "blam", "push", "su", "tell", "told", "threaten", "urg")
_APOSTROPHES = frozenset({"'", "’"})


def acts(chain: Chain, scene: Scene, wording: Wording) -> bool:
    """Whether a country's name is the subject of a deed, or the one to whom something is said, in some mention."""
    words = load_words()
    for mention in chain.mentions:
        if mention.form != NAME:
            continue
        first, last = wording.bounds(mention)
        place = scene.place_at(int(wording.tokens.starts[first]))
        if place is None or place.use != "associative":
            continue
        following = wording.lower[last] if last < len(wording.lower) else ""
        before = wording.lower[mention.first - 1] if mention.first else ""
        if following in _APOSTROPHES:
            continue
        if before in words.dealing and (before == "by" or before.startswith(_DOINGS)):
            return True
        is_verb = following.endswith("ed") or following in words.verbs - _STATES
        if is_verb and before not in words.dealing | words.locating | {"of"}:
            return True
    return False
