"""Who spoke last: a pronoun that says something often means the source before it in its paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.chains import KINDS, NAME, top_mentions
from onrecord.vocabulary.referring import HE, PRONOUNS, SHE, THEY

if TYPE_CHECKING:
    from onrecord.annotating.clusters import Clusters
    from onrecord.chains import FoundMention

_HE, _SHE, _THEY = (PRONOUNS.index(words) for words in (HE, SHE, THEY))
_PERSON = KINDS.index("person")
_SEVERAL, _MALE = 0.5, 0.5
_OTHERS = frozenset("of for to at from with by in on and or ' ’".split())  # "a lawyer for Lind", "Lind's lawyer"
_LAST_REACH = 200  # words
_LONGEST_ASIDE = 12  # words from one comma to the other: ", Lind told reporters in Ardale,"
_MARKS = frozenset(",.?!\"“”'’")


@dataclass(frozen=True, slots=True)
class Turn:
    """Who spoke last before a pronoun.

    Attributes:
        speaker: the cluster.
        is_adjacent: nothing stands between but what was said: the pronoun's sentence is the next.
    """

    speaker: int
    is_adjacent: bool


def last_turn(clusters: Clusters, number: int) -> Turn | None:
    """The last source before a pronoun in its paragraph, where that is one of the known clusters.

    A pronoun that opens a paragraph has it in the paragraph before. None where a sentence since then begins with
    another's name, where the source is of the other sex, and where it is but put into the pronoun's own sentence:
    "When the truce began, Lind said, she wept".
    """
    context, mention = clusters.context, clusters.mentions[number]
    own, paragraph = int(context.source_of[mention.head]), int(context.paragraphs[mention.head])
    opens = _opens(clusters, number)
    for at in range(mention.head - 1, max(-1, mention.head - _LAST_REACH), -1):
        if context.paragraphs[at] < paragraph - opens:
            return None
        if context.source_of[at] not in (-1, own):
            break
    else:
        return None
    source = context.sources[int(context.source_of[at])]
    if source is None or _is_aside(clusters, source, mention.head):
        return None
    speakers = _speakers(clusters, source, is_one=mention.pronoun in (_HE, _SHE))
    if len(speakers) != 1:
        return None
    (speaker,) = speakers
    for other in range(number - 1, -1, -1):
        found = clusters.mentions[other]
        if found.head <= at:
            break
        if found.form == NAME and other in context.leading and clusters.cluster_of[other] != speaker:
            return None
    if _is_unlike(clusters, speaker, mention.pronoun):
        return None
    return Turn(speaker, is_adjacent=_is_adjacent(clusters, at, mention.head))


def last_subject(clusters: Clusters, number: int) -> int | None:
    """The cluster of the person whose name begins the sentence before a pronoun's: "Lind wept. “No,” she said"."""
    context, mention = clusters.context, clusters.mentions[number]
    own, head = int(context.source_of[mention.head]), mention.head
    before = head - 1
    while before >= 0 and (context.inside[before] == own or context.words[before] in _MARKS):
        before -= 1
    for other in range(number - 1, -1, -1):
        found = clusters.mentions[other]
        if found.head <= before and context.sentences[found.head] != context.sentences[before]:
            return None
        if found.head <= before and other in context.leading:
            cluster = clusters.cluster_of.get(other)
            is_person = found.form == NAME and found.kind == "person" and cluster is not None
            if not is_person or cluster is None or _is_unlike(clusters, cluster, mention.pronoun):
                return None
            return cluster if (found.male > _MALE) == (mention.pronoun == _HE) else None
    return None


def _opens(clusters: Clusters, number: int) -> bool:
    """Whether a pronoun opens its paragraph, or nothing but what it says stands in that before it: "“No,” he said"."""
    context, head = clusters.context, clusters.mentions[number].head
    own, paragraph = int(context.source_of[head]), context.paragraphs[head]
    before = head - 1
    while before >= 0 and context.paragraphs[before] == paragraph:
        if not context.direct[own] or (context.inside[before] != own and context.words[before] not in _MARKS):
            return False
        before -= 1
    return before < head - 1 or number in context.leading


def _speakers(clusters: Clusters, source: tuple[int, int], *, is_one: bool) -> set[int]:
    """The clusters of a source; of one with several that a "he" goes on from, the only person that it names.

    "Mara Lind, the head of the board" and "her lawyer, Mara Lind".
    """
    speakers = clusters.headed_in(*source)
    if len(speakers) > 1 and is_one:
        heard = top_mentions(clusters.mentions, *source)
        named = [one for one in heard if one.form == NAME and one.kind == "person"]
        if len(named) == 1 and (named[0] is heard[0] or _is_presented(clusters, source[0], named[0])):
            return clusters.headed_in(named[0].head, named[0].head + 1)
        if named and named[-1].last >= source[1] and _OTHERS.isdisjoint(clusters.context.words[slice(*source)]):
            return clusters.headed_in(named[-1].head, named[-1].head + 1)  # "Brun port officer Mara Lind"
        return set()
    return speakers


def _is_presented(clusters: Clusters, first: int, named: FoundMention) -> bool:
    """Whether what stands in a source before a name says who its bearer is: "port officer [Mara Lind]"."""
    words = clusters.context.words
    return words[named.first - 1] == "," or _OTHERS.isdisjoint(words[first : named.head])


def _is_unlike(clusters: Clusters, speaker: int, pronoun: int) -> bool:
    """Whether a cluster is of the other sex than a pronoun, or one named person where "they" are several."""
    he, she = clusters.he[speaker], clusters.she[speaker]
    if pronoun in (_HE, _SHE):
        return bool(she > he if pronoun == _HE else he > she) or bool(clusters.plural[speaker] > _SEVERAL)
    is_person = int(clusters.kinds[speaker].argmax()) == _PERSON
    return (
        pronoun == _THEY and bool(clusters.named[speaker]) and is_person and bool(clusters.plural[speaker] < _SEVERAL)
    )


def _is_aside(clusters: Clusters, source: tuple[int, int], pronoun: int) -> bool:
    """Whether a source stands between commas in the middle of a pronoun's sentence, and so speaks of it."""
    context, (first, last) = clusters.context, source
    if context.sentences[first] != context.sentences[pronoun] or context.words[first - 1] != ",":
        return False
    return context.words[pronoun - 1] == "," and pronoun - last < _LONGEST_ASIDE


def _is_adjacent(clusters: Clusters, at: int, pronoun: int) -> bool:
    """Whether all words between the sentence of a source and that of a pronoun were said by the source.

    Nobody else begins the sentence of the source: of "Lind heard the pilot laugh" Lind goes on.
    """
    context = clusters.context
    said = int(context.source_of[at])
    own = context.sentences[at], context.sentences[pronoun]
    start = at
    while start > 0 and context.sentences[start - 1] == own[0]:
        start -= 1
    source = context.sources[said] or (at, at)
    for mention in clusters.mentions:
        if start <= mention.head < source[0] and mention.kind == "person" and context.inside[mention.head] != said:
            return False
    return all(
        context.sentences[word] in own or context.inside[word] == said or context.words[word] in _MARKS
        for word in range(at, pronoun)
    )
