"""Reading events: the network over each sentence, its scores made into triggers, types and arguments."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.inference import load_model, read_model_json
from onrecord.interpreting.events.idioms import find_blame
from onrecord.interpreting.events.polarity import (
    is_alleged,
    is_asked,
    is_mere_measure,
    is_question,
    with_negation,
)
from onrecord.interpreting.events.raw import MUTUAL, RawEvent
from onrecord.interpreting.events.seeming import as_it_is
from onrecord.interpreting.events.warnings import is_mere_warning
from onrecord.interpreting.events.weapons import fired_at_someone
from onrecord.sentences import find_ends
from onrecord.tokens import GAPS
from onrecord.vocabulary.seeming import subjects_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.interpreting.events.raw import Range
    from onrecord.tokens import Tokens
    from onrecord.vocabulary.own_events import OwnType

ENCODER, HEADS, LABELS = "events.onnx", "event_heads.onnx", "events.json"
_CLS, _SEP = 101, 102
_MOST_PIECES = 190  # of a sentence, as in training; what is longer is read in parts
_LINE, _JOINED = GAPS.index("line"), GAPS.index("joined")
_AT_LEAST = frozenset({"at least", "at most"})
_APOSTROPHES, _HYPHENS = frozenset({"'", "’"}), frozenset({"-", "–"})
# Least chance of an event's type: on the six records 0.3, 0.4 and 0.5 gave typed F1 .560, .556 and .549. What is less
# sure than 0.3 was mostly no event in the articles on other things than politics that were read by eye.
_LEAST = 0.3
_BLAME, _SURE_BLAME = "ACCUSE", 0.8  # of "held … responsible"
_TRIGGER, _MODE = 0.5, 0.5  # least chances of a word to be in a trigger, and of a mode
_FEWEST_WORDS, _NAME_AND_HYPHEN = 4, 2  # words: of a sentence worth reading; of "Ardale-"
_ACTOR, _RECIPIENT, _BOTH = 1, 2, 3  # columns of a word's role
_LIKELY, _LEAST_BESIDE, _LEAST_IN_GAP = 0.5, 0.3, 0.1  # chances that a word is in an argument
_JOINING = frozenset("of in at from by with on to for and or as that who which".split())
_DETERMINERS = frozenset({"a", "an", "the"})


@cache
def load_labels() -> Mapping[str, Any]:
    """The names of the network's outputs: `types`, `statuses`, `modes`.

    Raises:
        ModelError: the file is missing or damaged.
    """
    labels: Mapping[str, Any] = read_model_json(LABELS)
    return labels


def read_events(text: str, tokens: Tokens, own: Sequence[OwnType] = ()) -> list[RawEvent]:
    """The events of a text, sentence by sentence; `own` are types that a user added."""
    lower = [word.lower() for word in tokens.words]
    made = (event for words in sentences(text, tokens) for event in _read_sentence(tokens, lower, words, own))
    return as_told(list(made), lower)


def as_told(events: Sequence[RawEvent], lower: Sequence[str]) -> list[RawEvent]:
    """Those that are events, each as the words tell it; `lower` are the text's words."""
    told = [fired_at_someone(event, lower) for event in events if not is_mere_warning(event, lower)]
    subjects = subjects_of(lower)
    found = [one for event in told if (one := as_it_is(event, lower, subjects)) is not None]
    told = [event for event in found if not is_alleged(event, found, lower) and not _is_none(event, lower)]
    return [with_negation(event, lower) for event in told]


def _is_none(event: RawEvent, lower: Sequence[str]) -> bool:
    """Whether words but ask, or say since when."""
    return is_asked(event, lower) or is_question(event, lower) or is_mere_measure(event, lower)


def sentences(text: str, tokens: Tokens) -> Iterator[Range]:
    """The words of each sentence, cut where one is longer than the network reads."""
    borders = [0, *(int(np.searchsorted(tokens.starts, following)) for _, following in find_ends(text)), len(tokens)]
    at = tokens.first_piece
    for first, last in pairwise(borders):
        start = first
        while start < last:
            end = min(last, int(np.searchsorted(at, at[start] + _MOST_PIECES, side="right")) - 1)
            end = max(end, start + 1)
            if end - start >= _FEWEST_WORDS:
                yield start, end
            start = end


def _read_sentence(tokens: Tokens, lower: Sequence[str], sentence: Range, own: Sequence[OwnType]) -> Iterator[RawEvent]:
    first, last = sentence
    hidden, scores = load_model(ENCODER).run(inputs_of(tokens, first, last))
    at = rows_of(tokens, first, last)
    words, chances = hidden[0][at], _softmax(scores[0][at])
    labels = load_labels()
    read = _with_blame(list(_triggers(chances)), lower[first:last], labels["types"])
    found = _with_own(read, own, lower[first:last], labels["types"])
    if not found:
        return
    ends = np.array([(one.start, one.end - 1) for one in found])
    types = np.array([one.kind for one in found])
    statuses, modes, roles = load_model(HEADS).run({"words": words, "ends": ends, "types": types})
    for i, one in enumerate(found):
        kind = labels["types"][one.kind]
        actors, recipients = _arguments(roles[i], (one.start, one.end), tokens.words[first:last], kind)
        if kind in MUTUAL and actors == recipients:
            actors = recipients = _with_joined(actors, tokens.words[first:last], tokens.gaps[first:last])
        yield RawEvent(
            type=one.own or kind,
            mode=None if one.own else _mode(modes[i], kind),
            status=labels["statuses"][int(statuses[i].argmax())],
            trigger=(first + one.start, first + one.end),
            actors=tuple((first + a, first + b) for a, b in actors),
            recipients=tuple((first + a, first + b) for a, b in recipients),
            sentence=sentence,
            confidence=one.chance,
        )


def _with_blame(found: list[_Trigger], lower: Sequence[str], types: Sequence[str]) -> list[_Trigger]:
    """The triggers, with those of idioms that the network does not see."""
    spans = list(find_blame(lower))
    if not spans:
        return found
    kind = list(types).index(_BLAME)
    blamed = [_Trigger(start, end, kind, _SURE_BLAME) for start, end in spans]
    others = [one for one in found if not any(one.start < new.end and new.start < one.end for new in blamed)]
    return sorted([*others, *blamed])


class _Trigger(NamedTuple):
    """A half-open range of words, its type, the chance of its likeliest word, and the name of a user's own type."""

    start: int
    end: int
    kind: int
    chance: float
    own: str = ""


def _with_own(
    found: list[_Trigger], own: Sequence[OwnType], lower: Sequence[str], types: Sequence[str]
) -> list[_Trigger]:
    """Triggers with those of a user's own types, which stand over others of the same words."""
    for kind in own:
        for start, end in kind.matches(lower):
            found = [one for one in found if one.end <= start or end <= one.start]
            found.append(_Trigger(start, end, types.index(kind.like), 1.0, kind.type))
    return sorted(found)


def _triggers(chances: NDArray[np.float32]) -> Iterator[_Trigger]:
    """Runs of words that are likely a trigger's."""
    is_any = 1.0 - chances[:, 0] > _TRIGGER
    for start, end in runs(is_any):
        by_type = chances[start:end, 1:].sum(0)
        kind = int(by_type.argmax())
        chance = float(chances[start:end, kind + 1].max())
        if chance >= _LEAST:
            yield _Trigger(start, end, kind, chance)


def runs(flags: Sequence[bool] | NDArray[np.bool_]) -> list[Range]:
    """The half-open ranges of a row that are true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], np.asarray(flags, np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _arguments(scores: NDArray[np.float32], trigger: Range, words: Sequence[str], kind: str) -> list[list[Range]]:
    """The words of actors, and of recipients; none in the trigger itself.

    Who does something to another is not the other too, but where both do it: "Iran and Oman held talks".
    """
    chances = _softmax(scores)
    sides = np.stack([chances[:, _ACTOR] + chances[:, _BOTH], chances[:, _RECIPIENT] + chances[:, _BOTH]])
    if kind not in MUTUAL:
        sides[0][sides[0] < sides[1]] = 0.0
        sides[1][sides[1] < sides[0]] = 0.0
    sides[:, trigger[0] : trigger[1]] = 0.0
    found = [_grown(side) for side in sides]
    if kind not in MUTUAL:
        found = _whole(found, sides)
    trimmed = [[whole for some in side if (whole := _trimmed(some, words))] for side in found]
    return [[some for some in side if not _is_age(some, words)] for side in trimmed]


def _whole(found: list[list[Range]], sides: NDArray[np.float32]) -> list[list[Range]]:
    """Both sides; where one begins as the other ends, they are one run, of the likelier: "[the Paris] [prosecutor]"."""
    made = [list(side) for side in found]
    for actor, recipient in product(*found):
        first, second = sorted((actor, recipient))
        if first[1] != second[0] or actor not in made[0] or recipient not in made[1]:
            continue
        made[0].remove(actor)
        made[1].remove(recipient)
        is_recipient = sides[1][slice(*recipient)].sum() > sides[0][slice(*actor)].sum()
        made[int(is_recipient)].append((first[0], second[1]))
    return [sorted(side) for side in made]


def _with_joined(ranges: list[Range], words: Sequence[str], gaps: NDArray[np.int64]) -> list[Range]:
    """Both parties where one was read and a hyphen joins it to the other: "[U.S.]-[Ukraine] talks"."""
    if len(ranges) != 1 or ranges[0][0] < _NAME_AND_HYPHEN or words[ranges[0][0] - 1] not in _HYPHENS:
        return ranges
    end = start = ranges[0][0] - 1
    while start > 0 and gaps[start] == _JOINED:
        start -= 1
    return [(start, end), *ranges] if start < end and words[start][0].isupper() else ranges


def _grown(chances: NDArray[np.float32]) -> list[Range]:
    """Runs of likely words, those at their edges and in gaps of one word with them where they are not unlikely."""
    is_in = chances > _LIKELY
    may_be = chances > _LEAST_BESIDE
    for at in range(1, len(is_in)):
        is_in[at] |= is_in[at - 1] and may_be[at]
    for at in range(len(is_in) - 2, -1, -1):
        is_in[at] |= is_in[at + 1] and may_be[at]
    gap = np.zeros(len(is_in), np.bool_)
    gap[1:-1] = ~is_in[1:-1] & is_in[:-2] & is_in[2:] & (chances[1:-1] > _LEAST_IN_GAP)
    return runs(is_in | gap)


def _trimmed(words_of: Range, words: Sequence[str]) -> Range | None:
    """A run without the marks and small words at its ends; None where nothing is left, or but a determiner."""
    first, last = words_of
    while first < last and (not words[first][0].isalnum() or words[first].lower() in _JOINING):
        if " ".join(words[first : first + 2]).lower() in _AT_LEAST:
            break
        first += 1
    while first < last and (not words[last - 1][0].isalnum() or words[last - 1].lower() in _JOINING | _DETERMINERS):
        last -= 1
    if last - first > _NAME_AND_HYPHEN and words[last - 1] == "s" and words[last - 2] in _APOSTROPHES:
        last -= 2  # "[the police]'s"
    opened = next((at for at in range(first, last) if words[at] in "(["), last)
    if not {")", "]"} & set(words[opened:last]):
        last = opened
    return (first, last) if first < last else None


def _is_age(words_of: Range, words: Sequence[str]) -> bool:
    """Whether words are an age behind a name, and nobody: "Mara Lind, [21], was killed"."""
    first, last = words_of
    is_between = first > 1 and words[first - 1] == "," and last < len(words) and words[last] == ","
    return last - first == 1 and words[first].isdecimal() and is_between and words[first - 2][0].isupper()


def _mode(scores: NDArray[np.float32], kind: str) -> str | None:
    names = load_labels()["modes"]
    fit = [i for i, name in enumerate(names) if name.startswith(kind + ".")]
    if not fit:
        return None
    chances = _softmax(scores[None, fit])[0]
    best = int(chances.argmax())
    return str(names[fit[best]]).partition(".")[2] if chances[best] >= _MODE else None


def rows_of(tokens: Tokens, first: int, last: int) -> NDArray[np.int64]:
    """Where each word's first piece lies in what the graph gives for a sentence."""
    at = np.minimum(tokens.first_piece[first:last] - tokens.first_piece[first] + 1, _MOST_PIECES)
    rows: NDArray[np.int64] = at.astype(np.int64)
    return rows


def inputs_of(tokens: Tokens, first: int, last: int) -> dict[str, NDArray[np.int64]]:
    """The graph's inputs for a sentence: its first word begins a line, as in training."""
    at = tokens.first_piece
    low, high = int(at[first]), min(int(at[last]), int(at[first]) + _MOST_PIECES)
    lengths = np.diff(np.minimum(at[first : last + 1], high))
    owner = np.repeat(np.arange(first, last), lengths)
    pieces = np.concatenate([[_CLS], tokens.pieces[low:high], [_SEP]])
    features = np.zeros((len(pieces), 3), np.int64)
    for i, table in enumerate((tokens.shapes, tokens.gaps, tokens.quotes)):
        features[1:-1, i] = table[owner]
    features[1 : 1 + int(lengths[0]), 1] = _LINE
    return {"pieces": pieces[None], "features": features[None]}


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    made: NDArray[np.float32] = powers / powers.sum(-1, keepdims=True)
    return made
