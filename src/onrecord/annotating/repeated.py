"""Names that stand in an article several times are everywhere what they are on the whole: a firm, or a man."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from onrecord.annotating.borders import CAPITAL, TITLES
from onrecord.chains import KINDS, NAME
from onrecord.tokens import GAPS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from onrecord.tokens import Tokens

    Key = tuple[str, ...]

_PERSON, _ORGANIZATION, _PLACE = KINDS.index("person"), KINDS.index("organization"), KINDS.index("place")
_LINE = GAPS.index("line")
_HEAD = 0.5
_BEFORE_NAMES = TITLES | {"the", "a", "an"}
_RELATED = 0.7  # mean probability of a longer name's kind, from which on its first or last word alone is asked
_MAYBE_PERSON, _NO_PLACE = 0.15, 0.25  # of a word alone that may be short for a person, for a body
_HALF = 0.5  # of a name's places, more than which must tell what it is on the whole
_FOUND = 0.6  # of being a head, given to a name that was missed here and found elsewhere
_LEAST = 0.3  # of being a head, below which it was not missed by chance


def even_out(
    kinds: NDArray[np.float32],
    forms: NDArray[np.int64],
    borders: Callable[[int], tuple[int, int]],
    tokens: Tokens,
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Kinds and forms of words, with what a name is told by all the places where it stands.

    Args:
        kinds: probability of being no head, or a head of each kind; shape (words, 5).
        forms: index of the likeliest form; shape (words,).
        borders: the half-open range of words of the mention with a head.
        tokens: of the text.
    """
    capital = np.isin(tokens.shapes, list(CAPITAL))
    heads = np.flatnonzero((kinds[:, 0] < _HEAD) & (forms == NAME) & capital)
    groups: dict[Key, list[int]] = defaultdict(list)
    offsets: dict[Key, int] = {}
    taken = np.zeros(len(kinds), np.bool_)
    for head in heads.tolist():
        first, last = borders(head)
        while first < head and tokens.words[first].lower() in _BEFORE_NAMES:
            first += 1
        taken[first:last] = True
        key = tokens.words[first:last]
        groups[key].append(head)
        offsets[key] = head - first
    if not groups:
        return kinds, forms
    kinds, forms = kinds.copy(), forms.copy()
    means = {key: _mean(kinds, members) for key, members in groups.items()}
    for key, mean in _with_related(means, groups).items():
        members = groups[key]
        agreeing = kinds[members, 1:].argmax(1) == mean.argmax()
        if agreeing.mean() <= _HALF and mean is means[key]:
            continue  # a town and a man, say
        kinds[members, 1:] = (1 - kinds[members, :1]) * mean
        means[key] = mean
    for key, at in _missed(groups, taken, capital, tokens):
        head = at + offsets[key]
        if 1 - kinds[head, 0] >= _LEAST:
            kinds[head, 0], kinds[head, 1:] = 1 - _FOUND, _FOUND * means[key]
            forms[head] = NAME
    return kinds, forms


def _mean(kinds: NDArray[np.float32], members: list[int]) -> NDArray[np.float32]:
    shares: NDArray[np.float32] = kinds[members, 1:] / kinds[members, 1:].sum(1, keepdims=True)
    return np.asarray(shares.mean(0))


def _with_related(
    means: Mapping[Key, NDArray[np.float32]], groups: Mapping[Key, list[int]]
) -> dict[Key, NDArray[np.float32]]:
    """The means, a single word's with that of the longer names that it may be short for where these are of one kind."""
    ends: dict[str, list[Key]] = defaultdict(list)
    for key in means:
        if len(key) > 1:
            for word in {key[0], key[-1]}:
                ends[word].append(key)
    found = dict(means)
    for key, mean in means.items():
        longer = ends.get(key[0], []) if len(key) == 1 else []
        kinds = {int(means[one].argmax()) for one in longer if means[one].max() >= _RELATED}
        is_person = kinds == {_PERSON} and mean[_PERSON] >= _MAYBE_PERSON
        is_body = kinds == {_ORGANIZATION} and mean[_PLACE] < _NO_PLACE and all(one[0] == key[0] for one in longer)
        if is_person or is_body:
            every = (key, *longer)
            found[key] = np.average([means[one] for one in every], axis=0, weights=[len(groups[one]) for one in every])
    return found


def _missed(
    groups: Mapping[Key, list[int]], taken: NDArray[np.bool_], capital: NDArray[np.bool_], tokens: Tokens
) -> list[tuple[Key, int]]:
    """Where names stand that were found elsewhere and not there, longest first."""
    by_first: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(groups, key=len, reverse=True):
        by_first[key[0]].append(key)
    found = []
    for at in np.flatnonzero(capital & ~taken).tolist():
        for key in by_first.get(tokens.words[at], ()):
            end = at + len(key)
            if tokens.words[at:end] == key and not taken[at:end].any() and not _is_part(at, end, capital, tokens):
                taken[at:end] = True
                found.append((key, at))
                break
    return found


def _is_part(at: int, end: int, capital: NDArray[np.bool_], tokens: Tokens) -> bool:
    """Whether words go on with those beside them: "Mara [Lind]", "Mr. [Lind]"."""
    if end < len(capital) and capital[end] and tokens.gaps[end] != _LINE:
        return True
    if at == 0 or tokens.gaps[at] == _LINE:
        return False
    return bool(capital[at - 1]) or (tokens.words[at - 1] == "." and tokens.words[at - 2].lower() in TITLES)
