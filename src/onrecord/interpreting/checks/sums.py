"""Arithmetic of parts: those that do not add up to the stated total, and lists of names that are counted wrongly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.interpreting.checks.case import Finding
from onrecord.interpreting.checks.masks import Masked, N, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.interpreting.checks.case import Case
    from onrecord.interpreting.checks.masks import Figure, Masked

_SOME = r"[^«».;:!?]{0,70}?"
# "(five women), (four men) and (two children)"; two parts at least.
_LAST = r"[^«».;:!?,]{0,60}?"
_LIST = rf"{N}(?:{_SOME}, {_SOME}{N}){{0,6}}{_SOME},? (?:and|plus) {_LAST}{N}"
_TOGETHER = r"(?:altogether|in all|in total|all told|together|combined|overall)"
_PEOPLE = r"(?:wo)?m[ae]n|child(?:ren)?|boys?|girls?|adults?|civilians?|soldiers?|police(?:men| officers)?|officers?|fighters?|militants?|teachers?|students?"
_ENDS = r"(?=[.;,)—–]|$| (?:were|was|died|have|had|are|in all|at the)\b)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# The parts are all of the total: it is told as their sum, or they stand behind a colon or a dash, or nothing is left.
_WHOLE = (
    _compiled(
        rf"(?P<parts>{_LIST}){_SOME},? (?:or |for |making )?(?:a total of )?(?P<total>{N})[^«».;:!?,]{{0,24}}?\b{_TOGETHER}\b"
    ),
    _compiled(
        rf"(?P<parts>{_LIST}){_SOME},? (?:have |hold |had |held )?(?:together|in total|combined)(?: they)?(?: have| hold| had| held| won| make up| made up| employ)?(?: a total of)? (?P<total>{N})"
    ),
    _compiled(rf"(?P<total>{N}){_SOME}(?::| —|—| –|, namely| \() ?(?P<parts>{_LIST}){_SOME}(?=[.;)—–]|$)"),
    _compiled(rf"(?P<parts>{_LIST}){_SOME},? (?:for |making |or |giving )?a total of (?P<total>{N})"),
    _compiled(
        rf"(?P<total>{N}){_SOME}\b(?:made up of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)|divided into|split into|broken down into) (?P<parts>{_LIST}){_SOME}(?=[.;,)—–]|$)"
    ),
    _compiled(
        rf"\bplayed (?P<total>{N})(?: \w+)?, with (?P<parts>{N} wins?, {N} draws? and {N} (?:defeats?|loss(?:es)?))"
    ),
    _compiled(rf"\bwon (?P<parts>{N} of their (?P<total>{N}) \w+, drew {N} and lost {N})"),
    _compiled(
        rf"(?-i:\bOf )(?:the |its |his |her |their |those )?(?P<total>{N}){_SOME},? (?P<parts>{N}{_SOME},? (?:and|while) (?:the )?(?:other|remaining|rest,?) {N})"
    ),
)
# The parts may be some of the total; together they are never more.
_PARTIAL = (
    _compiled(rf"(?P<parts>{_LIST}){_SOME}\bin the (?P<total>{N})-(?:seat|member)"),
    _compiled(rf"(?P<total>{N})-(?:seat|member) \w+{_SOME}(?P<parts>{_LIST}){_SOME}(?=[.;)—–]|$)"),
    _compiled(
        rf"(?P<total>{N})[^«».;:!?]{{0,120}}?, of whom (?P<parts>{N} (?:were |are )?(?:{_PEOPLE}) and {N} (?:were |are )?(?:{_PEOPLE}))"
    ),
    _compiled(
        rf"\b(?:killed|injured|wounded|detained|arrested|freed|rescued|injuring|killing) (?P<total>{N})(?: \w+)?, (?P<parts>{_LIST}){_SOME}{_ENDS}"
    ),
    _compiled(
        rf"(?P<total>{N}) (?:people|persons|passengers|members)[^«».;:!?]{{0,60}}?, (?P<parts>{N} (?:{_PEOPLE})(?:, {N} (?:{_PEOPLE}))*,? and {N} (?:{_PEOPLE}))"
    ),
)
# Without their total in the sentence: the dead, the votes of a chamber, the uses of a sum.
_WERE = _compiled(
    rf"^\W*(?:(?:The|All the) (?P<who>dead|victims|injured|wounded|killed|casualties) (?:were|are|comprised|consisted of) )?(?P<parts>{N} (?:{_PEOPLE})(?:, {N} (?:{_PEOPLE}))*,? and {N} (?:{_PEOPLE}))(?P<died> (?:died|were killed|were among the dead|lost their lives))?"
)
_OF_THE = _compiled(
    rf"(?P<parts>{N} of the (?P<who>injured|wounded|dead|victims)(?:{_SOME}, {_SOME}{N}){{0,6}}{_SOME},? and {_SOME}{N})"
)
_VOTED = _compiled(
    rf"(?P<parts>{N}(?: \w+)? voted (?:for it|in favou?r|for|yes){_SOME}, {N}{_SOME} against,? (?:and|with) {N} (?:abstained|abstaining|abstentions?))"
)
_ALL = _compiled(
    rf"\b(?:All|all) (?:of )?(?:the |its )?(?P<total>{N}) (?:members|deputies|lawmakers|senators|legislators)"
)
_USES = _compiled(
    rf"\b(?:Of (?:that|this|the) (?:sum|amount|total|money)|sets? aside|It set aside|The (?:money|sum) (?:is|goes|will go)|earmarks|allocates)\b{_SOME}(?P<parts>{N}(?:{_SOME}, {_SOME}{N})*{_SOME},? and {_SOME}{N})"
)
_LEFT = _compiled(rf"^\W*The (?:remaining|other) (?P<left>{N})")
_OF_ALL = _compiled(rf"{N} of (?:the |its )(?P<total>{N})")
_BRINGS = _compiled(rf"^\W*(?:That|This) (?:brings|makes|amounts to){_SOME}(?P<total>{N})")
_EXCLUDING = re.compile(
    r"\b(?:includ\w+|among|at least|such as|of (?:them|which|those)|mostly|mainly|up from|down from|compared|against|"
    r"respectively|later|then|between|percent|times|per|aged|average|each|another|further|as well as|more|on top|besides)\b|«[pyb]",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?P<number>Two|Three|Four|Five|Six|two|three|four|five|six) (?:\w+ ){0,2}?(?P<noun>[a-z]+s|men|women|people|children), "
    r"(?P<names>(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})*,? and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})(?=,| were| are| have| had|\.)"
)
_TOLL = {
    role: _compiled(
        rf"\b(?:{verbs}) (?P<after>{N})|(?P<before>{N})(?: [a-z]+)? (?:(?:were|was|are|have been) )?(?:{states})\b"
    )
    for role, verbs, states in (
        ("killed", "kill|kills|killed|killing", "killed|died|dead|perished"),
        ("injured", "injured|injures|injuring|hurt|hurting|hurts|wounded|wounding", "injured|hurt|wounded"),
    )
}
_GROUPS = frozenset("women woman men man children child boys girls".split())
_SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NEAR = 0.8  # of a total that people must reach to be meant as all of it
_ROLE = {
    "dead": "killed",
    "killed": "killed",
    "victims": "killed",
    "casualties": "killed",
    "injured": "injured",
    "wounded": "injured",
}


def check_sums(case: Case) -> Iterator[Finding]:
    """Parts that do not add up."""
    seen: set[tuple[int, int]] = set()
    for number, masked in enumerate(case.masked):
        if not masked.figures:
            continue
        for finding in (
            *_in_sentence(masked),
            *_of_a_toll(case, masked),
            *_of_the_one_before(case.masked[number - 1] if number else None, masked),
        ):
            key = finding.spans[-1]
            if key not in seen:
                seen.add(key)
                yield finding
    yield from _names(case)


def _in_sentence(masked: Masked) -> Iterator[Finding]:
    for patterns, is_whole in ((_WHOLE, True), (_PARTIAL, False)):
        for pattern in patterns:
            for match in pattern.finditer(masked.text):
                total = masked.figure(match, "total")
                parts = [part for part in masked.all(match["parts"]) if part.span != total.span]
                if _EXCLUDING.search(match["parts"]) or not _are_parts(total, parts):
                    continue
                if total.noun in _GROUPS or _adds_up_otherwise(masked, total, parts):
                    continue
                is_near = sum(part.high for part in parts) >= _NEAR * total.low
                if is_whole and match[0].count(" —") + match[0].count("(") and not is_near:
                    continue  # what stands between dashes or in brackets may be some of it
                is_exceeded = sum(part.low for part in parts) > total.high
                if not (is_whole or is_exceeded or _are_people(match["parts"])) or (
                    "of whom" in match[0] and not is_exceeded
                ):
                    continue
                if (finding := _compare(total, parts, is_whole=is_whole)) is not None:
                    yield finding


def _of_a_toll(case: Case, masked: Masked) -> Iterator[Finding]:
    """As in "The dead were five women and four men", against the number that the article gives before."""
    for pattern in (_WERE, _OF_THE):
        match = pattern.search(masked.text)
        if match is None or _EXCLUDING.search(match["parts"]):
            continue
        groups = match.groupdict()
        who = groups.get("who") or ("dead" if groups.get("died") else None)
        parts = masked.all(match["parts"])
        role = _ROLE.get((who or "").lower())
        told = _tolls(case, role, parts[0].span[0]) if role else []
        if len({figure.value for figure in told}) != 1:
            continue
        total = told[0]
        if (finding := _compare(total, parts, is_whole=pattern is _WERE)) is not None:
            yield finding


def _tolls(case: Case, role: str, end: int) -> list[Figure]:
    """The numbers of killed or injured that the sentences before an offset tell."""
    found = []
    for masked in case.masked:
        if masked.start >= end:
            break
        for match in _TOLL[role].finditer(masked.text):
            found.append(masked.figures[match["before"] or match["after"]])
    return found


def _of_the_one_before(previous: Masked | None, masked: Masked) -> Iterator[Finding]:
    """Votes of a chamber that are all told, uses of a sum of money, and what is left, against the sentence before."""
    if previous is None or not previous.figures:
        return
    found = (
        _votes(previous, masked),
        _what_is_left(previous, masked),
        _uses(previous, masked),
        _brought(previous, masked),
    )
    yield from (finding for finding in found if finding is not None)


def _votes(previous: Masked, masked: Masked) -> Finding | None:
    voted, whole = _VOTED.search(masked.text), _ALL.search(previous.text)
    if voted is None or whole is None:
        return None
    return _compare(previous.figure(whole, "total"), masked.all(voted["parts"]), is_whole=True)


def _what_is_left(previous: Masked, masked: Masked) -> Finding | None:
    left, whole = _LEFT.search(masked.text), _OF_ALL.search(previous.text)
    if left is None or whole is None or any(name[1] != "n" for name in previous.figures):
        return None
    if _EXCLUDING.search(previous.text):
        return None
    total = previous.figure(whole, "total")
    parts = [one for one in previous.figures.values() if one is not total]
    rest = masked.figure(left, "left")
    if rest.noun != total.noun or not parts or any(part.value >= total.value for part in parts):
        return None  # "the other 14" of a sentence on boats are not boats for sure
    return _compare(total, [*parts, rest], is_whole=True)


def _uses(previous: Masked, masked: Masked) -> Finding | None:
    uses = _USES.search(masked.text)
    if uses is None or _EXCLUDING.search(uses["parts"]):
        return None
    parts = masked.all(uses["parts"])
    totals = [one for one in previous.figures.values() if one.value > max(part.value for part in parts)]
    if not totals or sum(part.low for part in parts) <= totals[0].high:
        return None
    return _compare(totals[0], parts, is_whole=False)


def _brought(previous: Masked, masked: Masked) -> Finding | None:
    brings, listed = _BRINGS.search(masked.text), re.search(_LIST, previous.text)
    if brings is None or listed is None or _EXCLUDING.search(listed[0]):
        return None
    return _compare(masked.figure(brings, "total"), previous.all(listed[0]), is_whole=True)


def _names(case: Case) -> Iterator[Finding]:
    """A number of people against the names that follow it."""
    for match in _COUNTED.finditer(case.text):
        names = re.split(r", and |, | and ", match["names"])
        count = _SMALL[match["number"].lower()]
        if len(names) != count:
            yield Finding(
                "error",
                f"{len(names)} names follow “{match['number']} {match['noun']}”.",
                (match.span("number"), match.span("names")),
                f"{', '.join(names)}.",
            )


def _are_parts(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether numbers can be parts of a total: in no other money, each smaller."""
    units = {part.unit for part in parts} - {"", total.unit}
    return len(parts) > 1 and not units and all(0 < part.value < total.value for part in parts)


def _are_people(parts: str) -> bool:
    """Whether each part is of men, women, children and the like: those who list them so mean all."""
    return len(re.findall(rf"{N} (?:{_PEOPLE})\b", parts, re.IGNORECASE)) == len(re.findall(N, parts))


def _adds_up_otherwise(masked: Masked, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a total is the sum of more of the numbers before it, or of fewer."""
    before = [one for name, one in masked.figures.items() if name[1] == "n" and one.span < total.span]
    ends = [one for one in before if one not in parts]
    sums = {sum(one.value for one in before[at:]) for at in range(len(before))}
    return total.value in sums or bool(ends and total.value == sum(one.value for one in (*ends, *parts)))


def _compare(total: Figure, parts: Sequence[Figure], *, is_whole: bool) -> Finding | None:
    """A finding where parts exceed their total, or fall short where they are all of it."""
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    if low <= total.high and total.low <= high:
        return None
    exact = sum(part.value for part in parts)
    if exact < total.value and not is_whole and exact < _NEAR * total.value:
        return None
    told = " + ".join(tell(part) for part in parts)
    return Finding(
        "error",
        f"The parts do not add up to {tell(total)}.",
        (total.span, *(part.span for part in parts)),
        f"{told} = {exact:,.12g}.",
    )
