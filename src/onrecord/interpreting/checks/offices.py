"""Office at date: a title that contradicts who held the office on the day of publication."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onrecord.interpreting.checks.case import Finding, tell_day
from onrecord.interpreting.linking.likeness import is_called
from onrecord.knowledge.entries import HEAD_OF_BOTH, HEAD_OF_GOVERNMENT, HEAD_OF_STATE, UNVERIFIED, Person
from onrecord.knowledge.periods import earliest, had_surely_ended, latest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.interpreting.checks.case import Case, Offsets, Severity
    from onrecord.knowledge.entries import Office, Term

# A title is kept as a courtesy for so long after its office; later it is an error where the words make it a present one.
_COURTESY = 400  # days
# Who takes an office so soon may already act in it, or be called so after the election.
_ACTING = 200  # days
# Out of the news a title is flagged for so long after its office.
_ASIDE = 120  # days
# "On Tuesday" and the like make what is told news of the day; so near to the day of publication a date must lie.
_NEAR = 21  # days
_MOST_TITLE_WORDS = 8
_SURE_STATEMENT = 0.5
_HEADS = frozenset({HEAD_OF_STATE, HEAD_OF_GOVERNMENT, HEAD_OF_BOTH})
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[\w’'-]+")
_STOPS = re.compile(r"[,;:!?()\[\]“”\"—–\n]|(?<![A-Z])\.(?!\w)")
_FORMER = re.compile(r"\b(?:former|ex|one-?time|erstwhile|ousted|deposed|toppled|retired|past)\b[\s-]*", re.IGNORECASE)
# What makes a title another one, or the holder a coming, bygone, or imagined one.
_OTHER = re.compile(
    r"\b(?:then|late|future|incoming|outgoing|elect|designate|acting|interim|deputy|vice|assistant|shadow|would-be|"
    r"candidate|nominee|hopeful|under|first|second|possible|potential|hypothetical|an?|another|any|next|if|like|"
    r"about|honorary|emeritus|self-declared|self-proclaimed|wife|husband|son|daughter|widow|father|mother|brother|"
    r"sister|before|became|become|made|elected|named|appointed|previous|predecessor|successor)\b[\s-]*$",
    re.IGNORECASE,
)
_ELECT = re.compile(r"\b(?:elect|designate|candidate|nominee)\b|-elect\b", re.IGNORECASE)
# Told of another time: words anywhere in the sentence, and words right before the title.
_BYGONE = re.compile(
    r"\b(?:then|at the time|back then|in those days|during (?:his|her|the)|era|years? (?:ago|later|earlier|before)|"
    r"decades?|presidency|premiership|tenure|reign|predecessor|successor|succeeded|legacy|administration of|"
    r"government of|memoirs?|biography|funeral|buried|used to|was elected|first term|second term|in office|"
    r"last century|portrait|statue|named after|library|museum|when he was|when she was|as president|as prime minister)\b",
    re.IGNORECASE,
)
_BEFORE_BYGONE = re.compile(
    r"\b(?:under|since|when|while|until|by then|of|late|after|before|with|from|to)(?: the)? $", re.IGNORECASE
)
_LOOSE = frozenset(
    {"leader", "head", "chief", "boss", "strongman", "ruler", "minister", "speaker"}
)  # not always of a country
_PASSING = re.compile(r"\b(?:late|outgoing|incoming|then|acting|future|designate|elect)\b|-elect\b", re.IGNORECASE)
_LISTED = re.compile(r"\b(?:former|ex)\b.* and $", re.IGNORECASE)  # "former Prime Minister and Foreign Secretary"
_IMAGINED = re.compile(r"\b(?:would|could|should|if|might|were to|possible|potential)\b", re.IGNORECASE)
_PERFECT = re.compile(r"^ (?:had|once|used)\b")
_PRESENT = re.compile(r"^(?:,? who)? (?:is|has|will|says|wants|plans|hopes|does|remains|faces)\b")
_AFTER = re.compile(
    r"^(?P<words>,? (?:the |who is the |a )(?P<former>former |ex-)?(?P<title>[^,;:.()“”\"\n]{4,60}))[,;.]"
)


class Titled(NamedTuple):
    """A title with the name of a known person.

    Attributes:
        person: whom the name means.
        offices: ids of offices that the title may mean.
        span: of title and name; title: as written.
        is_former: it says that the office is no longer held.
        name_end: where the name ends.
    """

    person: Person
    offices: frozenset[str]
    span: Offsets
    title: str
    is_former: bool
    name_end: int


def check_offices(case: Case) -> Iterator[Finding]:
    """Titles with names that the tables of offices contradict."""
    if case.day is None:
        return
    told: set[tuple[str, bool, str]] = set()
    called_former = {titled.person.id for titled in find_titled(case) if titled.is_former}
    for titled in find_titled(case):
        terms = [t for t in case.names.knowledge.offices_of.get(titled.person.id, ()) if t.office in titled.offices]
        if not terms:
            continue
        finding = (_former if titled.is_former else _present)(case, titled, terms)
        if finding is None or (
            finding.severity == "error" and not titled.is_former and titled.person.id in called_former
        ):
            continue
        key = (titled.person.id, titled.is_former, finding.severity)
        if key not in told:
            told.add(key)
            yield finding


def _former(case: Case, titled: Titled, terms: Sequence[Term]) -> Finding | None:
    """The word "former" of one who holds the office."""
    knowledge, day = case.names.knowledge, case.day or ""
    running = [term for term in terms if knowledge.holds(term, day)]
    if not running or len({term.office for term in terms}) > 1 or case.is_quoted(titled.span[0]):
        return None
    if any(year < int(day[:4]) for year in case.years_in(case.sentence(titled.span[0])[0], titled.span[0])):
        return None  # told of a time when he had left it
    term = running[-1]
    office = knowledge.offices[term.office]
    source = knowledge.source_on(term, day)
    return Finding(
        "warning" if source == UNVERIFIED else "error",
        f"“{titled.title}”: {titled.person.name} held that office on {tell_day(day)}.",
        (titled.span,),
        f"{_tell(office, term)} ({source}).",
    )


def _present(case: Case, titled: Titled, terms: Sequence[Term]) -> Finding | None:
    """A present title of one who has left the office, or does not hold it yet."""
    knowledge, day = case.names.knowledge, case.day or ""
    ended = [term for term in terms if had_surely_ended(term.end, day)]
    ahead = [term for term in terms if earliest(term.start or "0000") > latest(day)]
    if len(ended) + len(ahead) < len(terms):
        return None  # held on the day, or nobody knows
    first, last = case.sentence(titled.span[0])
    words = case.text[first:last]
    if _BYGONE.search(words) or case.is_quoted(titled.span[0]) or _ELECT.search(words):
        return None
    is_aside = _BEFORE_BYGONE.search(case.text[max(first, titled.span[0] - 16) : titled.span[0]]) is not None
    years = [*case.years_in(first, last)]
    if any(year < int(day[:4]) - 1 for year in years):
        return None
    term = ended[-1] if ended else ahead[0]
    office, source = knowledge.offices[term.office], knowledge.source_on(term, day)
    evidence = f"{_tell(office, term)} ({source})."
    is_sure = source != UNVERIFIED and not is_aside and _is_news(case, titled, first, last)
    if not ended:
        if _IMAGINED.search(words) or not is_sure:
            return None
        message = f"“{titled.title}”: {titled.person.name} did not hold that office on {tell_day(day)}, but later."
        severity: Severity = "warning" if _days_since(day, ahead[0].start) <= _ACTING else "error"
        return Finding(severity, message, (titled.span,), evidence)
    gap = _days_since(ended[-1].end, day)
    message = f"“{titled.title}”: {titled.person.name} no longer held that office on {tell_day(day)}."
    if gap > _ASIDE and not _is_news(case, titled, first, last):
        return None  # "introduced her to President Ash", told of the time when he was
    if office.of == "USA":  # where secretaries keep their title, too
        return Finding("warning", f"{message[:-1]}, though the title is kept as a courtesy.", (titled.span,), evidence)
    if gap <= _COURTESY:
        is_head = office.kind in _HEADS
        courtesy = ", though the title may be kept as a courtesy" if is_head else ""
        return Finding("warning", f"{message[:-1]}{courtesy}.", (titled.span,), evidence)
    return Finding("error", message, (titled.span,), evidence) if is_sure else None


def _is_news(case: Case, titled: Titled, first: int, last: int) -> bool:
    """Whether a sentence tells news of the day: he says something, or a time about that day, or the present tense."""
    if _PRESENT.match(case.text[titled.name_end : titled.name_end + 24]):
        return True
    start, end = titled.span
    for statement in case.statements:
        spans = statement.source.spans if statement.source else ()
        if any(span.start < end and start < span.end for span in spans) and statement.confidence >= _SURE_STATEMENT:
            return True
    if _PERFECT.match(case.text[titled.name_end : titled.name_end + 12]):
        return False  # "said on Monday that Prime Minister Calder had closed the mine"
    for time in case.times_in(first, last):
        if time.type in {"DATE", "TIME"} and len(time.value) >= len("2025-02-23"):
            try:
                told = date.fromisoformat(time.value[:10])
            except ValueError:
                continue
            if case.date and abs((told - case.date).days) <= _NEAR:
                return True
    return False


def _days_since(end: str, day: str) -> int:
    try:
        return (date.fromisoformat(earliest(day)) - date.fromisoformat(earliest(end))).days
    except ValueError:
        return 0


def _tell(office: Office, term: Term) -> str:
    """A term in words: "Donald Trump was President of the United States from 20 January 2025"."""
    end = f" to {tell_day(term.end)}" if term.end else " on"
    return f"{term.holder} was {term.title or office.title} from {tell_day(term.start)}{end}"


def find_titled(case: Case) -> Iterator[Titled]:
    """Names of known people with a title right before them, or behind them between commas; in text order."""
    for entity in case.entities:
        if entity.kind != "person" or not entity.named:
            continue
        for mention in entity.mentions:
            if mention.form != "name":
                continue
            found = _split(case, mention.span.start, mention.span.end, entity.entry, entity.confidence or 0.0)
            if found is None:
                continue
            person, start, end = found
            if (titled := _before(case, person, start, end)) is not None:
                yield titled
            if (titled := _behind(case, person, start, end)) is not None:
                yield titled


_SURE = 0.75  # of a link that a surname alone rests on


def _split(case: Case, first: int, last: int, entry: str | None, confidence: float) -> tuple[Person, int, int] | None:
    """The person that a mention means, and where the name without its title stands."""
    words = list(_WORD.finditer(case.text, first, last))
    if words and words[-1][0] in {"s", "’s", "'s"}:
        words.pop()
    knowledge = case.names.knowledge
    linked = knowledge.people.get(entry or "")
    for at in range(len(words)):
        start, end = words[at].start(), words[-1].end()
        name = re.sub(r"['’]s?$", "", case.text[start:end])
        if len(words) - at > 1:
            known = [one for one in knowledge.find(name) if isinstance(one, Person)]
            if len(known) == 1:
                return known[0], start, start + len(name)
        if linked is not None and confidence >= _SURE and is_called(linked, name):
            return linked, start, start + len(name)
    return None


def _before(case: Case, person: Person, start: int, end: int) -> Titled | None:
    """The title right before a name: the longest run of words that names an office."""
    first, _ = case.sentence(start)
    low = max(first, start - 90)
    stops = [match.end() for match in _STOPS.finditer(case.text, low, start)]
    low = max([low, *stops])
    words = list(_WORD.finditer(case.text, low, start))[-_MOST_TITLE_WORDS:]
    if not words or case.text[words[-1].end() : start].strip(" ."):
        return None
    for word in words:
        title = case.text[word.start() : start].strip()
        is_ex = title.lower().startswith("ex-")
        if (_FORMER.match(title) and not is_ex) or not (
            is_ex or title[0].isupper() or _FORMER.search(case.text[low : word.start()])
        ):
            continue
        offices, says_former = _offices_of(case, title)
        if not offices:
            continue
        before = case.text[low : word.start()]
        if _PASSING.search(title) or _LISTED.search(before):
            return None
        former = _FORMER.search(before)
        is_former = says_former or (former is not None and former.end() == len(before))
        if not is_former and (_OTHER.search(before) or _OTHER.match(title + " ")):
            return None
        if not (is_ex or title[0].isupper()) and (not is_former or case.names.parse(title).title in _LOOSE):
            continue
        at = low + former.start() if is_former and former else word.start()
        return Titled(person, offices, (at, end), case.text[at:end].strip(), is_former, end)
    return None


def _behind(case: Case, person: Person, start: int, end: int) -> Titled | None:
    """The title between commas behind a name: only where it says former, for others are said of any time."""
    match = _AFTER.match(case.text[end : end + 90])
    if match is None or not match["former"]:
        return None
    offices, _ = _offices_of(case, match["title"])
    if not offices:
        return None
    stop = end + match.end("title")
    return Titled(person, offices, (start, stop), case.text[start:stop], is_former=True, name_end=end)


def _offices_of(case: Case, title: str) -> tuple[frozenset[str], bool]:
    """The ids of the offices that a title may mean, and whether it says that they are no longer held."""
    named = case.names.parse(title)
    if named.offices:
        return frozenset(office.id for office in named.offices), named.is_former
    if named.subjects:
        return frozenset(), False
    return frozenset(office.id for office in case.names.by_title.get(named.title, ())), named.is_former
