"""The field's words as data: acts of speech, and the cue words that stand for them."""

from onrecord.vocabulary.acts import ACTS, Act
from onrecord.vocabulary.cues import CueClass, classify_cue, has_cue_word

__all__ = ["ACTS", "Act", "CueClass", "classify_cue", "has_cue_word"]
