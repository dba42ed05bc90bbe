"""Class the cue of an attribution: the dictionary form of its head, and the act that the head stands for.

How the head is found, from left to right:

- A phrase of the vocabulary ("rule out", "make clear") counts as one word; fillers may stand inside ("ruled it out").
- Auxiliaries, adverbs and unknown words are passed over.
- A light verb ("make", "issue", "seem", "try") gives way to what follows: "issued a denial" is `denial`, "tried to
  explain" is `explain`. A noun that only carries words ("statement", "tweet") gives way to a verb: "a statement
  accusing" is `accuse`.
- Otherwise the first verb, noun or adjective of the vocabulary is the head: "said in an interview" is `say`.

A passive keeps its verb's act: in "was accused of" someone accuses, in "was told" someone tells. (The corpus that the
models learn from gives such an attribution no source, or the one after "by", never the hearer.)

A negation before the head changes the act where keeping it would tell the reader the contrary of the text:

- an act of speech that did not happen is `decline`: "did not say", "never mentioned", "made no threat";
- a denial or a refusal that did not happen is `suggest`: "did not deny", "would not rule out";
- no support and no consent is `reject`; no doubt and no fear is `believe`;
- thought, knowledge, want and feeling keep their act: "does not believe" is still what the source believes.

"Refused to" and "declined to" are `decline` before a verb of speech and `reject` before another ("refused to leave").

A cue of signs only (a colon, a dash) is `say`. A cue that the vocabulary does not hold is `express`, with a lemma by
rule: no act is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.vocabulary.heads import find_head, split_cue
from onrecord.vocabulary.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.vocabulary.heads import Head

UNCLASSED = "express"
_SIGNS = "say"

# Acts that are done by speaking, so that "did not" leaves silence.
_SPEECH = (
    *("accuse", "admit", "announce", "ask", "claim", "confirm", "criticize", "demand", "describe", "discuss"),
    *("praise", "promise", "report", "say", "suggest", "threaten", "warn"),
)
_NEGATED = {
    **dict.fromkeys(_SPEECH, "decline"),
    **dict.fromkeys(("deny", "reject"), "suggest"),
    **dict.fromkeys(("agree", "support"), "reject"),
    **dict.fromkeys(("doubt", "fear"), "believe"),
    "decline": "say",
}


@dataclass(frozen=True, slots=True)
class CueClass:
    """What a cue tells of its attribution.

    Attributes:
        lemma: the dictionary form of the cue's head: a word, a phrase ("rule out"), or the signs of a wordless cue.
        act: the name of one of ACTS.
    """

    lemma: str
    act: str


def classify_cue(words: Sequence[str]) -> CueClass:
    """Find the head of a cue and the act it stands for.

    Args:
        words: the cue's words in order, as written; "didn’t" may come whole or in parts ("didn", "’", "t").
    """
    return _classify(" ".join(words))


@lru_cache(maxsize=8192)  # four of five cues in the news are among a few hundred
def _classify(cue: str) -> CueClass:
    words = split_cue(cue)
    head = find_head(words, lexicon())
    if head is None:
        signs = "".join(cue.split())
        return CueClass(signs, _SIGNS if signs else UNCLASSED)
    act = _refusal(words, head) or head.act or UNCLASSED
    return CueClass(head.lemma, _NEGATED.get(act, act) if _is_negated(words, head) else act)


def _refusal(words: list[str], head: Head) -> str | None:
    """The act of "refuse" and "decline", which hangs on what was refused."""
    if head.lemma not in lexicon().grammar["refusals"] or "to" not in words[head.end :]:
        return None
    refused = find_head(words[head.end :], lexicon())
    return "decline" if refused is None or refused.act in _SPEECH else "reject"


def _is_negated(words: list[str], head: Head) -> bool:
    grammar = lexicon().grammar
    return any(
        (word in grammar["negators"] and after not in grammar["undoers"]) or (word, after) == ("yet", "to")
        for word, after in pairwise(words[: head.start + 1])
    )


@cache
def _strong_forms() -> frozenset[str]:
    vocabulary = lexicon()
    return frozenset(form for form, verb in vocabulary.lemmas.items() if verb in vocabulary.grammar["strong"])


def has_cue_word(words: Sequence[str]) -> bool:
    """Tell whether a verb of speech stands among `words`: "said", "accuses", "vowed", but not "shows" or "wants"."""
    return not _strong_forms().isdisjoint(map(str.lower, words))
