"""Rules for words of time that tell no date: "now", "recently", "in the future"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.times.rules import Match, Meaning, Reader, Reading, Rules

if TYPE_CHECKING:
    from onrecord.annotating.times.setting import Setting

FUZZY: Rules[Reader] = Rules()

_PAST, _PRESENT, _FUTURE = (Reading("DATE", f"{which}_REF") for which in ("PAST", "PRESENT", "FUTURE"))
# Words after "the past" that let it stand for itself; with any other ("the past president") it is an adjective.
_AFTER_PAST = frozenset(
    "and or but was is has had were have when that which who to as with for in on at by from he she they it we i the a "
    "because while so not".split()
)


# Tagged in the dev articles: "now" 34 of 51, "currently" 3 of 4, "current" 4 of 6. Left out: "already", 2 of 23, and
# "at the moment", none of 7.
@FUZZY.of("now", "currently", "at present", "right now", "nowadays", "these days", "the present time", "current")
def _present(_: Match, __: Setting) -> Meaning:
    return _PRESENT


@FUZZY.of(
    "recently", "lately", "the recent past", "recent u:UNITS", "the past", "( a | the )? SEVERAL u:UNITS ago",
    "u:UNITS ago",
)  # fmt: skip
def _past(match: Match, _: Setting) -> Meaning:
    after = match.after
    if match.words.word(match.start + 1) == "past" and (
        after[:1].isdigit() or (after[:1].isalpha() and after not in _AFTER_PAST)
    ):
        return None
    return _PAST


@FUZZY.of(
    "the? coming u:UNITS", "future u:UNITS", "the near/short -? term",
    "the ( near | foreseeable | immediate | distant | not - too - distant )? future",
)  # fmt: skip
def _future(match: Match, _: Setting) -> Meaning:
    return None if match.after == "of" else _FUTURE  # "the future of NATO"


@FUZZY.of("soon")
def _soon(match: Match, setting: Setting) -> Meaning:
    """FUTURE_REF where the sentence looks ahead; in what is told as past it was soon after."""
    if match.before in {"as", "too", "so", "how"} or match.after in {"after", "as"}:
        return None
    return _FUTURE if setting.tense(match) == "ahead" else None


@FUZZY.of("near/foreseeable future", "in future")
def _bare_future(match: Match, _: Setting) -> Meaning:
    return None if match.after == "of" else _FUTURE.at(match.end - 1, match.end)
