"""What looks like a statement and is none: cues that no vocabulary has, and things as speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.interpreting.events.arguments import core_end
from onrecord.vocabulary.cues import UNCLASSED
from onrecord.vocabulary.nobodies import load_nobodies
from onrecord.vocabulary.participles import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.vocabulary.cues import CueClass

# On the dev split 3 of 15 cues that the vocabulary has not are cues at all below this, and 8 of 13 above.
_SURE = 0.5
# What is said begins with one of these, or with a quotation: "arrested [a man for theft]" says nothing.
_BEGINNINGS = frozenset("about how if that to what when where whether which who why".split())
_QUOTES = ('"', "“", "‘", "'", "«")
# Acts by which a thing may seem to speak: "the incident suggests", "the rules allow". Papers and polls do speak.
_SHOWING = frozenset("decide describe discuss feel show suggest".split())
_EXPLAINS, _QUESTIONS = "explain", "question"
_POLICE = frozenset({"police", "officers", "detectives", "investigators"})
_MATTERS = frozenset(
    "approach circumstance edition episode event factor footage law location rule situation trend".split()
)
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_NAMED = ("to be named", "to be identified", "to be quoted")


def is_unsaid(kind: CueClass, said: Sequence[str], confidence: float) -> bool:
    """Whether an attribution's cue is none, as far as the vocabulary and the words behind it tell.

    Args:
        kind: of the cue.
        said: the first words of the content.
        confidence: that the attribution is right.
    """
    if " ".join(said[:3]).lower().strip(".,;") in _NAMED:
        return True  # "did not want to be named"
    if kind.act != UNCLASSED:
        return False
    is_told = said[0].lower() in _BEGINNINGS or said[0].startswith(_QUOTES)
    return confidence < _SURE and not is_told


def is_undergone(cue: Sequence[str]) -> bool:
    """Whether a cue tells what befalls the one before it: "is supported by", "will be questioned by".

    Args:
        cue: its words, as written, and the one behind.
    """
    words = [word.lower() for word in cue]
    if words[-1:] != ["by"]:
        words = words[:-1]
    return len(words) > 2 and words[-1] == "by" and not _BE.isdisjoint(words[:-2]) and is_past(words[-2])


def is_mute(source: Sequence[str], kind: CueClass) -> bool:
    """Whether a source is a happening or a matter, which says nothing: "the incident"; or police that question someone.

    Args:
        source: its words, as written.
        kind: of the cue.
    """
    if kind.lemma == _QUESTIONS and not _POLICE.isdisjoint(word.lower() for word in source):
        return True
    if kind.act not in _SHOWING and kind.lemma != _EXPLAINS:
        return False
    noun = source[core_end([word.lower() for word in source], (0, len(source))) - 1]
    return {noun, noun.removesuffix("s")} & (load_nobodies().deaf | _MATTERS) != set()
