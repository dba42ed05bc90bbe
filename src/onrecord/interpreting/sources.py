"""Sources: the words that a tagger gives for who speaks, without what is no part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.vocabulary.referring import DEFINITE, INDEFINITE, POSSESSIVES, WHO
from onrecord.vocabulary.times import words_of
from onrecord.vocabulary.titles import DOCUMENTS, HOLDERS, PICTURES

if TYPE_CHECKING:
    from collections.abc import Sequence

_DASHES = frozenset({"—", "–", "--"})
_LONGEST_DATELINE = 6  # words: "New Ardale, West Brun —"
_BE = frozenset("is are was were has had have".split())
_CLAUSES = WHO | {"where", "when", "as", "because"}
_EMPTY = frozenset("the a an".split())
_SEEN = frozenset({"heard", "seen", "spotted"})
_WHERE = frozenset("at from in near off on over with".split())
_WHEN = frozenset({"after", "before", "during", "since"})
_BREAKS = frozenset(',.;:!?"“”‘’—–')
_DETERMINERS = DEFINITE | INDEFINITE | POSSESSIVES
_LONGEST_SUBJECT, _NEAR_START = 20, 3  # words
_CONTRACTED = frozenset({"'", "’"})
_TOLD_OF = (["who", "police"], ["who", "officials"], ["who", "authorities"], ["who", "prosecutors"])
_IDIOMS = (["plan"], ["schedule"], ["custom"], ["tradition"], ["size"])  # "if all goes according to plan"
# "According to" one of these is under it: it rules what is done, and says nothing of it.
_RULING = frozenset(
    "accord agreement arrangement custom formula need needs protocol rules schedule terms treaty".split()
)
_PARTICIPLES = frozenset("felt held known said seen thought told understood".split())
# "Monday's", of "Monday's poll"; May, April and June may be people.
_TIMES = words_of("WEEKDAY", "MONTH") - {"april", "august", "june", "may"}
_TIMES |= _CONTRACTED | {"s", "today", "tomorrow", "tonight", "yesterday"}
_MEETS = frozenset(
    """
    avoid avoided deflect deflected deflects dodge dodged dodges draw drawing draws drew duck ducked escaped face faced
    faces facing survived weathered
    """.split()
)
_OBJECTIONS = frozenset(
    """
    accusation accusations allegation allegations charge charges claims complaints criticism criticisms doubt doubts
    question questions scrutiny
    """.split()
)
_TO_BE = frozenset({"was", "were", "been", "is", "are", "being"})
_HEARERS = frozenset(
    """
    bailey committee congress council court hearing inquest inquiry judge judges jurors jury lawmakers magistrates mps
    panel parliament senate session trial tribunal
    """.split()
)
_SEEMS = frozenset("appear appeared appears emerged emerges remains seem seemed seems turned turns".split())


def source_words(words: Sequence[str], cue: Sequence[str]) -> tuple[int, int] | None:
    """The half-open range of a source's words that tell who speaks; None where they tell nobody.

    "West Brun — The army" is the army, "Lind was at sea and Brun News" is Brun News; "it" of "it is feared" is nobody,
    nor is "the" alone.

    Args:
        words: the source's, as written.
        cue: those of its cue.
    """
    lower = [word.lower() for word in words]
    first = _behind_dateline(words)
    first = _behind_clause(words, lower, first)
    if lower[first:] in _TOLD_OF:
        first += 1  # "the attacker, who police said was at sea"
    if not any(word.isalnum() and word not in _EMPTY for word in lower[first:]):
        return None
    if "according" in [word.lower() for word in cue] and (lower[first:] in _IDIOMS or _is_ruling(lower[first:])):
        return None
    if is_put_to(cue) or is_hearer(lower[first:], cue) or _TIMES.issuperset(lower[first:]):
        return None
    if lower[first:] == ["it"] and _is_impersonal([word.lower() for word in cue]):
        return None
    return first, len(words)


def _is_ruling(source: Sequence[str]) -> bool:
    """Whether a source is an agreement or a rule that nobody knows: "according to [an agreement reached in May]"."""
    noun = next((word for word in source if word in _RULING), "")
    return bool(noun) and source[0] in ("a", "an") and source.index(noun) <= _NEAR_START


def is_put_to(cue: Sequence[str]) -> bool:
    """Whether a cue tells what others ask or hold against somebody: "faced questions about", "drew criticism that"."""
    lower = [word.lower() for word in cue]
    met = [at for at, word in enumerate(lower) if word in _MEETS or lower[at : at + 3] == ["put", "to", "rest"]]
    return bool(met) and not _OBJECTIONS.isdisjoint(lower[met[0] :])


def is_said_of(cue: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a cue is a participle, and what is said is of the one before: "47 and [said] to be homeless"."""
    return [word.lower() for word in cue] == ["said"] and list(behind) in (["to", "be"], ["to", "have"])


def is_hearer(source: Sequence[str], cue: Sequence[str]) -> bool:
    """Whether a source only hears what is said: "a jury was told", "the court heard".

    Args:
        source: its words, lower case.
        cue: the words of the cue, as written, with those between both.
    """
    lower = [word.lower() for word in cue if word not in _CONTRACTED]
    if lower[-1:] == ["told"] and not _TO_BE.isdisjoint(lower[:-1]) and "by" not in lower:
        return True
    return lower[-1:] == ["heard"] and not _HEARERS.isdisjoint(source)


def is_caption(words: Sequence[str], cue: Sequence[str]) -> bool:
    """Whether words before a colon are the heading of a picture or of a line, and no speaker's name.

    A transcript writes speakers with capitals: "LIND", "Mara Lind, host".
    """
    if any(word[0].isalpha() for word in cue if word):
        return False
    lower = [word.lower() for word in words]
    if not PICTURES.isdisjoint(lower):
        return True
    name = words[: lower.index(",")] if "," in lower else words
    return lower[-1] not in HOLDERS and any(word[0].islower() for word in name)


def is_told_by(before: str, cue: Sequence[str]) -> bool:
    """Whether whom a cue of seeing is followed by saw it: "was seen by Lind", but not "was seen from Ardale".

    Args:
        before: the word before the source, in lower case.
        cue: the words of the cue.
    """
    return before not in _WHERE or cue[-1].lower() not in _SEEN


def subject_start(before: Sequence[str]) -> int:
    """Where a piece of writing begins of which but the end was seen as a source: "[a report by Brun after] the launch".

    Args:
        before: the words of its line before it, as written.
    """
    here = len(before)
    if not before or before[-1].lower() not in _WHEN:
        return here
    start = here
    while start > 0 and here - start < _LONGEST_SUBJECT and before[start - 1] not in _BREAKS:
        start -= 1
    is_writing = not DOCUMENTS.isdisjoint(word.lower() for word in before[start : start + _NEAR_START])
    return start if before[start].lower() in _DETERMINERS and is_writing else here


def _behind_dateline(words: Sequence[str]) -> int:
    """Where a source begins behind the place that an article opens with: "West Brun — The army"."""
    at = next((at for at, word in enumerate(words[:_LONGEST_DATELINE]) if word in _DASHES), None)
    if at is None or at + 1 == len(words) or not all(word[0].isupper() or not word[0].isalnum() for word in words[:at]):
        return 0
    return at + 1


def _behind_clause(words: Sequence[str], lower: Sequence[str], first: int) -> int:
    """Where a source begins behind a whole clause that "and" joins it to."""
    for at in range(len(words) - 2, first, -1):
        if lower[at] == "and" and words[at + 1][0].isupper():
            before, behind = lower[first:at], lower[at + 1 :]
            is_clause = not _BE.isdisjoint(before) and _CLAUSES.isdisjoint(before)
            return at + 1 if is_clause and _BE.isdisjoint(behind) else first
    return first


def _is_impersonal(cue: Sequence[str]) -> bool:
    """Whether a cue behind "it" tells what is said by nobody: "is feared", "’s thought", "has been claimed"."""
    words = [word for word in cue if word not in _CONTRACTED]
    if not words:
        return False
    if words[0] in _SEEMS or words[:2] in (["has", "been"], ["had", "been"]):
        return True
    is_passive = words[-1].endswith("ed") or words[-1] in _PARTICIPLES
    return words[0] in ("is", "was", "s") and len(words) > 1 and is_passive
