"""Who spoke last: a pronoun that says something often means the source before it in its paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chains import NAME, top_mentions
from onrecord.vocabulary.referring import HE, PRONOUNS, SHE

if TYPE_CHECKING:
    from onrecord.annotating.clusters import Clusters

_HE, _SHE = PRONOUNS.index(HE), PRONOUNS.index(SHE)
_LAST_REACH = 200  # words


def last_speaker(clusters: Clusters, number: int) -> int | None:
    """The cluster of the last source before a pronoun in its paragraph, where that is one.

    A pronoun that opens a paragraph has it in the paragraph before. None where a sentence since then begins with
    another's name, or where the source is of the other sex.
    """
    context, mention = clusters.context, clusters.mentions[number]
    own, paragraph = int(context.source_of[mention.head]), int(context.paragraphs[mention.head])
    opens = number in context.leading and context.sentences[mention.head] != context.sentences[mention.head - 1]
    opens &= context.paragraphs[mention.head - 1] != paragraph
    for at in range(mention.head - 1, max(-1, mention.head - _LAST_REACH), -1):
        if context.paragraphs[at] < paragraph - opens:
            return None
        if context.source_of[at] not in (-1, own):
            break
    else:
        return None
    source = context.sources[int(context.source_of[at])]
    speakers = clusters.headed_in(*source) if source is not None else set()
    if len(speakers) > 1 and source is not None and mention.pronoun in (_HE, _SHE):
        heard = top_mentions(clusters.mentions, *source)[:1]  # "Mara Lind, the head of the board"
        is_person = all(one.form == NAME and one.kind == "person" and one.first == source[0] for one in heard)
        speakers = clusters.headed_in(heard[0].head, heard[0].head + 1) if heard and is_person else set()
    if len(speakers) != 1:
        return None
    (speaker,) = speakers
    for other in range(number - 1, -1, -1):
        found = clusters.mentions[other]
        if found.head <= at:
            break
        if found.form == NAME and other in context.leading and clusters.cluster_of[other] != speaker:
            return None
    he, she = clusters.he[speaker], clusters.she[speaker]
    return None if mention.pronoun in (_HE, _SHE) and (she > he if mention.pronoun == _HE else he > she) else speaker
