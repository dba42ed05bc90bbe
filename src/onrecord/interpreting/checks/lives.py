"""Arithmetic of years: ages against years of birth, deaths before births, and stretches of years against their ends."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from onrecord.interpreting.checks.case import Finding, tell_day
from onrecord.vocabulary.numbers import number_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.interpreting.checks.case import Case
    from onrecord.records import Entity

_BORN = re.compile(r"\b(?:was |were )?born\b[^.;]{0,60}?\b(?P<born>1[5-9]\d\d|20\d\d)\b")
_BORN_FIRST = re.compile(r"\bBorn (?:on|in) [^.;]{0,30}?\b(?P<born>1[5-9]\d\d|20\d\d)\b")
_DIED = re.compile(
    r"\b[Bb]orn (?:in|on)\b[^.;]{0,40}?\b(?P<born>1[5-9]\d\d|20\d\d)(?: in [A-Z]\w+)?(?: and|,(?: \S+){0,2})? died\b[^.;]{0,40}?\b(?P<died>1[5-9]\d\d|20\d\d)\b"
)
_LIFE = re.compile(r"\((?P<born>1[5-9]\d\d|20\d\d)\s?[-–—]\s?(?P<died>1[5-9]\d\d|20\d\d)\)")
_ENDED = re.compile(
    r"\b(?:[Ff]ounded|[Ee]stablished|[Ff]ormed|[Bb]uilt) in (?P<born>1[5-9]\d\d|20\d\d)\b"
    r"(?:(?!\b(?:that|which|who|one|replac\w+|after|before|another|whose|by)\b)[^.;]){0,70}?"
    r"\b(?:closed|dissolved|abolished|shut|demolished|wound up|torn down)\b[^.;]{0,24}? in (?P<died>1[5-9]\d\d|20\d\d)\b"
)
_AGE_THEN = re.compile(r"\bin (?P<year>1[5-9]\d\d|20\d\d),? (?:at the age of|aged|at) (?P<age>\d{1,3})\b")
_SINCE = re.compile(
    r"\bsince (?P<first>1[5-9]\d\d|20\d\d), (?:for|that is|or for) (?P<number>\d{1,3}|[a-z]+(?:-[a-z]+)?) years\b|"
    r"\bfor (?P<number2>\d{1,3}|[a-z]+(?:-[a-z]+)?) years,? since (?P<first2>1[5-9]\d\d|20\d\d)\b"
)
_DIED_AGED = re.compile(r"\b(?:died|dies|dead)(?: \w+){0,4},? (?:aged|at the age of|at) (?P<age>\d{1,3})\b")
_AGE = re.compile(r"\b(?:He|She) (?:was|is) (?P<age>\d{1,3})\b(?= ?[.,;]| years old)")
_AGE_BEFORE = re.compile(r"\b(?P<age>\d{2})-year-old(?: \w+){0,2} ?\S*$")
_AGE_BESIDE = re.compile(
    r"^, (?:who is |now |aged )?(?P<age>\d{2})(?=,|\b who)|^, (?:a |an |the )?(?P<old>\d{2})-year-old\b"
)
_NUMBER = r"(?P<number>\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_YEARS = r"(?P<first>1[5-9]\d\d|20\d\d) (?:to|until|till|through) (?P<last>1[5-9]\d\d|20\d\d)"
_STRETCHES = (
    re.compile(rf"\bfrom {_YEARS}(?:, | \()(?:a total of |or |for |in all )?{_NUMBER} years\b", re.IGNORECASE),
    re.compile(rf"\b{_NUMBER} years(?: in (?:office|power|prison|jail|exile|charge))?, from {_YEARS}\b", re.IGNORECASE),
    re.compile(rf"\b{_NUMBER}-year [a-z]+(?: [a-z]+){{0,3}},? \(?from {_YEARS}\b", re.IGNORECASE),
    re.compile(
        rf"\b{_NUMBER}-year [a-z]+ \((?P<first>1[5-9]\d\d|20\d\d)\s?[-–—]\s?(?P<last>1[5-9]\d\d|20\d\d)\)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:began|started|broke out|opened)\b[^.;\d]{{0,20}}(?P<first>1[5-9]\d\d|20\d\d)\b[^.;\d]{{0,30}}\b(?:ended|closed|over)\b[^.;\d]{{0,20}}(?P<last>1[5-9]\d\d|20\d\d)\b[^.;\d]{{0,40}}?\b{_NUMBER} years\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\bfrom {_YEARS}\b(?:(?!\band\b)[^.;\d]){{0,60}}? (?:for|or) {_NUMBER} years\b", re.IGNORECASE),
    re.compile(rf"\b(?:for|after) {_NUMBER} years(?: in \w+| at \w+)?,? (?:\(|, )?from {_YEARS}\b", re.IGNORECASE),
    re.compile(rf"\b{_NUMBER} years,? (?:that is |or )?from {_YEARS}\b", re.IGNORECASE),
    re.compile(rf"\bfrom {_YEARS}, an? {_NUMBER}-year\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:between) (?P<first>1[5-9]\d\d|20\d\d) and (?P<last>1[5-9]\d\d|20\d\d), an? {_NUMBER}-year\b",
        re.IGNORECASE,
    ),
)
_ROUGHLY = re.compile(
    r"\b(?:more than|less than|about|around|nearly|almost|over|some|at least|up to|roughly|under)\s+$", re.IGNORECASE
)
_AGAIN = re.compile(r",? and (?:again )?(?:from|in) ")
_DAYS = re.compile(
    r"\b(?:(?:after|for|lasted|took) (?P<number>\d{1,3}|[a-z]+(?:-[a-z]+)?) (?P<unit>days|weeks)|"
    r"(?P<number2>\d{1,3}|[a-z]+(?:-[a-z]+)?) (?P<unit2>days|weeks) (?:after|later|before))\b",
    re.IGNORECASE,
)
_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_WAS_WHEN = re.compile(
    r"(?:He|She|he|she|who) was (?P<age>\d{2}) (?:when|in|at)\b[^.;]{0,80}?\b(?P<year>1[5-9]\d\d|20\d\d)\b"
)
_OTHERS = re.compile(
    r"\b(?:mother|father|parents?|son|daughter|wife|husband|brother|sister|child(?:ren)?|grand\w+|twins?)\b",
    re.IGNORECASE,
)
_NEWS = 4  # sentences in which a death is the news, and none of long ago
_OLDEST = 125


def _days_between(case: Case) -> Iterator[Finding]:
    """A number of days or weeks told beside the two dates that it lies between."""
    for start, end in case.sentences:
        match = _DAYS.search(case.text, start, end)
        if match is None:
            continue
        dates = [
            time.value for time in case.times_in(start, end) if _FULL.fullmatch(time.value) and time.type == "DATE"
        ]
        number, unit = match["number"] or match["number2"], match["unit"] or match["unit2"]
        count = _value(number)
        if len(dates) != 2 or count is None or case.is_quoted(match.start()):
            continue
        first, last = sorted(map(date.fromisoformat, dates))
        days, told = (last - first).days, count * (7 if unit == "weeks" else 1)
        slack = 4 if unit == "weeks" else 1
        if days and abs(days - told) > slack:
            yield Finding(
                "error",
                f"{number} {unit} do not fit the two dates.",
                (match.span(),),
                f"From {tell_day(first.isoformat())} to {tell_day(last.isoformat())} are {days} days.",
            )


def _ages_at(case: Case) -> Iterator[Finding]:
    """As in "Ek, now 62, … He was 44 when he played in the 1988 final": two ages of one person, each of its year."""
    if case.date is None:
        return
    for entity in case.entities:
        if entity.kind != "person":
            continue
        now = {age for age, _ in _told_ages(case, entity)}
        if len(now) != 1:
            continue
        age = next(iter(now))
        for mention in entity.mentions:
            then = _WAS_WHEN.match(case.text, mention.span.start)
            if then is None:
                continue
            year, told = int(then["year"]), int(then["age"])
            exact = age - (case.date.year - year)
            if year < case.date.year and abs(told - exact) > 1:
                yield Finding(
                    "error",
                    f"Someone who was {age} in {case.date.year} was not {told} in {year}.",
                    (then.span("age"), then.span("year")),
                    f"{age} − ({case.date.year} − {year}) = {exact}.",
                )


def check_lives(case: Case) -> Iterator[Finding]:
    """Ages and stretches of years that the years beside them contradict."""
    yield from _deaths(case)
    yield from _stretches(case)
    yield from _ages(case)
    yield from _ages_then(case)
    yield from _since(case)
    yield from _ages_at(case)
    yield from _days_between(case)


def _deaths(case: Case) -> Iterator[Finding]:
    for pattern in (_DIED, _LIFE, _ENDED):
        for match in pattern.finditer(case.text):
            born, died = int(match["born"]), int(match["died"])
            if died < born:
                yield Finding(
                    "error",
                    f"What began in {born} cannot have ended in {died}.",
                    (match.span("born"), match.span("died")),
                    f"{died} is {born - died} years before {born}.",
                )


def _stretches(case: Case) -> Iterator[Finding]:
    seen = set()
    for pattern in _STRETCHES:
        for match in pattern.finditer(case.text):
            years = _value(match["number"])
            first, last = int(match["first"]), int(match["last"])
            if _ROUGHLY.search(case.text[: match.start("number")]) or _AGAIN.match(case.text, match.end("last")):
                continue
            if years is None or last < first or match.start("first") in seen:
                continue
            seen.add(match.start("first"))
            if abs(last - first - years) > 1:
                yield Finding(
                    "error",
                    f"From {first} to {last} is not {years:g} years.",
                    (match.span("number"), match.span("first"), match.span("last")),
                    f"{last} − {first} = {last - first}.",
                )


def _ages_then(case: Case) -> Iterator[Finding]:
    """The age at a year that is told beside it, and the age at death, where one year of birth is told."""
    births = list(_BORN.finditer(case.text)) + list(_BORN_FIRST.finditer(case.text))
    if len({birth["born"] for birth in births}) != 1:
        return
    birth = births[0]
    born = int(birth["born"])
    first, last = case.sentence(birth.start())
    told = [(int(m["year"]), m) for m in _AGE_THEN.finditer(case.text, first, last)]
    if case.date is not None:
        top = case.sentences[min(_NEWS, len(case.sentences)) - 1][1]
        deaths = _DIED_AGED.finditer(case.text, 0, top)
        told += [(case.date.year, death) for death in deaths if _is_of(case, birth, death.start())]
    for year, match in told:
        age = int(match["age"])
        if 0 < year - born <= _OLDEST and age not in (year - born, year - born - 1):
            yield Finding(
                "error",
                f"Someone born in {born} was not {age} in {year}.",
                (match.span("age"), birth.span("born")),
                f"{year} − {born} = {year - born}.",
            )


def _is_of(case: Case, birth: re.Match[str], at: int) -> bool:
    """Whether a sentence speaks of the one who was born, before an offset."""
    entity = _whose(case, birth)
    first, _ = case.sentence(at)
    if entity is None or any(True for _ in case.years_in(first, at)):
        return False
    return any(first <= mention.span.start < at for mention in entity.mentions)


def _since(case: Case) -> Iterator[Finding]:
    """Years up to the day of publication."""
    for match in _SINCE.finditer(case.text):
        number, first = match["number"] or match["number2"], int(match["first"] or match["first2"])
        years = _value(number)
        if case.date is None or years is None or case.is_quoted(match.start()):
            continue
        exact = case.date.year - first
        if abs(exact - years) > 1:
            yield Finding(
                "error",
                f"From {first} to {case.date.year} is not {years:g} years.",
                (match.span(),),
                f"{case.date.year} − {first} = {exact}.",
            )


def _ages(case: Case) -> Iterator[Finding]:
    """The present age of someone whose year of birth is told, by name or pronoun."""
    if case.date is None:
        return
    for birth in (*_BORN.finditer(case.text), *_BORN_FIRST.finditer(case.text)):
        born = int(birth["born"])
        entity = _whose(case, birth)
        now = case.date.year - born
        first, _ = case.sentence(birth.start())
        if (
            entity is None
            or not 0 < now <= _OLDEST
            or case.is_quoted(birth.start())
            or _OTHERS.search(case.text, first, birth.start())
        ):
            continue
        for age, span in _told_ages(case, entity):
            years = set(case.years_in(*case.sentence(span[0]))) - {born, case.date.year}
            if age not in (now, now - 1) and not years:
                yield Finding(
                    "error",
                    f"Someone born in {born} was not {age} in {case.date.year}.",
                    (span, birth.span("born")),
                    f"{case.date.year} − {born} = {now}.",
                )


def _whose(case: Case, birth: re.Match[str]) -> Entity | None:
    """Who was born: the person whose mention is the nearest before the words, in their sentence; after "Born in", behind."""
    first, last = case.sentence(birth.start())
    is_ahead = birth[0].startswith("Born")
    near = [
        (abs(mention.span.start - birth.start()), entity)
        for entity in case.entities
        if entity.kind == "person"
        for mention in entity.mentions
        if (birth.end() <= mention.span.start < last if is_ahead else first <= mention.span.start < birth.start())
    ]
    return min(near, key=lambda one: one[0])[1] if near else None


def _told_ages(case: Case, entity: Entity) -> Iterator[tuple[int, tuple[int, int]]]:
    """Ages beside an entity's mentions: "Ek, 45," and "the 45-year-old Ek"; and "He was 45" of one who died."""
    for mention in entity.mentions:
        end = mention.span.end
        if mention.form == "name" and (beside := _AGE_BESIDE.match(case.text[end : end + 30])):
            group = "age" if beside["age"] else "old"
            yield int(beside[group]), (end + beside.start(group), end + beside.end(group))
        before = _AGE_BEFORE.search(case.text[max(0, mention.span.start - 24) : mention.span.end])
        if before:
            at = max(0, mention.span.start - 24) + before.start("age")
            yield int(before["age"]), (at, at + 2)
        if mention.form == "pronoun" and (was := _AGE.match(case.text, mention.span.start)):
            first = case.text.rfind("\n", 0, max(0, mention.span.start - 1)) + 1
            if re.search(r"\b(?:died|dies|death)\b", case.text[first : mention.span.start]):
                yield int(was["age"]), was.span("age")


def _value(word: str) -> float | None:
    if word.isdecimal():
        return float(word)
    cardinals = number_words().cardinals
    if word.lower() in cardinals:
        return cardinals[word.lower()]
    tens, _, ones = word.lower().partition("-")
    return cardinals[tens] + cardinals[ones] if tens in cardinals and ones in cardinals else None
