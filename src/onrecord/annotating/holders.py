"""Who holds the office that a description tells, as far as an article's own words say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chains import NOMINAL
from onrecord.vocabulary.referring import DEFINITE
from onrecord.vocabulary.titles import EXCLUSIVE, PARTIES, POSTS, TELLERS, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    from numpy.typing import NDArray

    from onrecord.annotating.clusters import Clusters

_SEVERAL = 0.5


def holder_by_owner(clusters: Clusters, number: int) -> int | None:
    """The only person who was told to hold the post for the body that a description names: "its [Brun's] chairman"."""
    found = _posted(clusters, number)
    return found[1][0] if found is not None and len(found[1]) == 1 else None


def speaks_against(clusters: Clusters, number: int, cluster: int) -> bool:
    """Whether what is told of someone speaks against being whom a description means.

    Nobody is "the governor" who was called none, an analyst is no candidate, a Democrat no Republican nominee, and the
    chairman of one of two firms not the other's. The model's choice is dropped for it and no second one made: of those
    left it takes whoever is near.
    """
    mention = clusters.mentions[number]
    if mention.form != NOMINAL or not clusters.named[cluster]:
        return False
    found = _posted(clusters, number)
    if found is not None and len(found[0]) > 1 and cluster not in found[1]:
        return True
    return _holds_no_office(clusters, number, cluster)


def told_by_noun(clusters: Clusters, number: int, among: NDArray[np.int64], best: int) -> int | None:
    """The only one without a name whom the text calls by a description's noun, where the likeliest is never called so.

    "The pilot" is "the white pilot", and no passenger called by name.
    """
    mention = clusters.mentions[number]
    head = clusters.context.words[mention.head]
    is_one = mention.form == NOMINAL and mention.kind == "person" and mention.plural <= _SEVERAL
    if not is_one or mention.words[0] not in DEFINITE or not clusters.named[best] or head in clusters.titles[best]:
        return None
    called = clusters.by_head.get(head, set()).intersection(among.tolist())
    unnamed = [cluster for cluster in called if not clusters.named[cluster]]
    return unnamed[0] if len(called) == len(unnamed) == 1 else None


def _posted(clusters: Clusters, number: int) -> tuple[list[int], list[int]] | None:
    """Those who were told to hold the post that a description tells, and those of them who hold it for its owner.

    None where the description tells no post or no owner.
    """
    mention = clusters.mentions[number]
    head = clusters.context.words[mention.head]
    post = next((words for words in POSTS if head in words), None)
    owner = _owner(clusters, number)
    if mention.form != NOMINAL or post is None or owner is None:
        return None
    words = {word for name in clusters.names[owner] for word in name}
    holders = sorted({c for word in post for c in clusters.by_title.get(word, ()) if clusters.named[c]} - {owner})
    return holders, [cluster for cluster in holders if not words.isdisjoint(clusters.titles[cluster])]


def _owner(clusters: Clusters, number: int) -> int | None:
    """The cluster of what a description begins with: of "its" in "its chairman", of "the firm" in "the firm's"."""
    mention = clusters.mentions[number]
    for before in range(number - 1, -1, -1):
        found = clusters.mentions[before]
        if found.head < mention.first:
            return None
        if found.first == mention.first and found.last <= mention.head:
            return clusters.cluster_of.get(before)
    return None


def _holds_no_office(clusters: Clusters, number: int, cluster: int) -> bool:
    """Whether someone's titles speak against the office of state that a description tells."""
    mention, titles = clusters.mentions[number], clusters.titles[cluster]
    head = clusters.context.words[mention.head]
    office = next((words for words in EXCLUSIVE if head in words), None)
    if office is None or not office.isdisjoint(titles):
        return False
    if not office.isdisjoint(TOLD) or not TELLERS.isdisjoint(titles):
        return True
    asked, told = _parties(mention.words), _parties(titles)
    return bool(asked and told) and asked.isdisjoint(told)


def _parties(words: Iterable[str]) -> set[int]:
    """Which of PARTIES words name."""
    said = frozenset(words)
    return {number for number, names in enumerate(PARTIES) if not names.isdisjoint(said)}
