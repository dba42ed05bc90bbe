"""What is asked of a store, and how each database is asked it."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, column, func, literal_column, or_, select, table

from onrecord.errors import StoreError
from onrecord.recording.folding import holds
from onrecord.recording.marks import mark, wanted_months
from onrecord.recording.periods import period_of
from onrecord.recording.schema import entities, parties, passages, revisions

if TYPE_CHECKING:
    from onrecord.recording.periods import Period

index = table("passages_index", column("rowid"), column("passages_index"))

READ = ("text", "speaker", "actor", "recipient", "place")  # where the words of a query may stand
_NAMES = ("speaker", "actor", "recipient")
KINDS = ("statement", "event", "condition")
PARTS = ("speaker", "addressee", "actor", "recipient", "holder", "counterpart")
_PHRASE = re.compile(r'"([^"]*)"')
_WORD = re.compile(r"\w+")
_EVER = ("0001-01-01", "9999-12-31")
_MOST_WORDS = 40
_KEY = re.compile(r"[0-9a-f]{12}")  # a name without an entry, by the beginning of its digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for; what is None or "" narrows nothing.

    Attributes:
        words: all of these must stand in the passage, in any form; words in quotation marks next to each other. A word
            that ends in "*" stands for all that begin so.
        kind: only statements, events or conditions; any of KINDS.
        speaker: part of a name: who says it, or for a condition who holds it.
        actor, recipient: part of a name: who does it, and to whom.
        person: part of a name, in whatever part it stands.
            In quotation marks a name of any of these is the whole name and no other.
        party: what `Profile.key` calls a person, body or country; part: only where it stands in that part (speaker,
            addressee, actor, recipient, holder, counterpart).
        place: part of the name of a place, its region or its country.
        country: an ISO 3166 alpha-3 code.
        act, quotation: of a statement.
        type, mode, context, status: of an event, as PLOVER has them.
        condition: its kind: offer, threat, …
        since, until: ISO 8601 dates of any precision, both included. What has no date of its own counts under its
            article's.
        publisher: part of the publisher's name; in quotation marks, the whole.
        least: the least confidence.
    """

    words: str = ""
    kind: str | None = None
    speaker: str | None = None
    actor: str | None = None
    recipient: str | None = None
    person: str | None = None
    party: str | None = None
    part: str | None = None
    place: str | None = None
    country: str | None = None
    act: str | None = None
    quotation: str | None = None
    type: str | None = None
    mode: str | None = None
    context: str | None = None
    status: str | None = None
    condition: str | None = None
    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    least: float = 0.0

    def __post_init__(self) -> None:
        if self.kind is not None and self.kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {self.kind!r}")
        if self.part is not None and self.part not in PARTS:
            raise ValueError(f"part must be one of {', '.join(PARTS)}, not {self.part!r}")
        for name in ("since", "until"):
            if getattr(self, name) is not None and period_of(getattr(self, name)) is None:
                raise ValueError(f"{name} must be a date such as 2025, 2025-03 or 2025-03-14")

    @property
    def period(self) -> Period | None:
        """The first and last day that are asked for; None where neither is."""
        if self.since is None and self.until is None:
            return None
        first, last = period_of(self.since) or _EVER, period_of(self.until) or _EVER
        return first[0], last[1]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, so that all would be found."""
        return all(getattr(self, f.name) in (None, "", 0.0) for f in fields(self))


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand next to each other; `is_prefix`: the last one may go on."""

    words: tuple[str, ...]
    is_prefix: bool = False


def terms_of(words: str) -> list[Term]:
    """What must all be found: phrases and single words."""
    terms = []
    rest = words
    for phrase in _PHRASE.findall(words):
        terms += [Term(tuple(_WORD.findall(phrase)))]
    rest = _PHRASE.sub(" ", words)
    for chunk in rest.split():
        parts = tuple(_WORD.findall(chunk))  # "pre-war" are two words next to each other
        terms.append(Term(parts, is_prefix=chunk.endswith("*")))
    return [term for term in terms if term.words][:_MOST_WORDS]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a passage must fulfil, for SQL.

    Attributes:
        conditions: all of it.
        by_index: on SQLite, the index of words is to be joined for it.
        by_days: the same in parts, where there is no index of words to go by, each with the first day to sort it by:
            those that begin within the period asked for, then those that began before it. Each is a stretch of an
            index, and all of the first are newer.
    """

    conditions: tuple[ColumnElement[bool], ...]
    by_index: bool
    by_days: tuple[tuple[tuple[ColumnElement[bool], ...], ColumnElement[str]], ...]


def conditions_of(query: Query, *, is_sqlite: bool) -> Wanted:
    """What a passage must fulfil.

    Raises:
        StoreError: the words to look for hold no word.
    """
    if query.words.strip() and not terms_of(query.words):
        raise StoreError(f"{query.words!r} holds no word to look for")
    columns = {name: _name_terms(getattr(query, name)) for name in (*_NAMES, "place")}
    matching = _match_sqlite if is_sqlite else _match_postgresql
    matched = matching(columns, terms_of(query.words), _name_terms(query.person), _marks(query))
    wanted = list(matched)
    if query.least > 0:
        wanted.append(passages.c.confidence >= query.least)
    if query.publisher:
        whole = _whole(query.publisher)
        is_in = holds(revisions.c.publisher, query.publisher, is_sqlite=is_sqlite)
        wanted.append(revisions.c.publisher == whole if whole else is_in)
    find_in = func.instr if is_sqlite else func.strpos

    def lists(column: ColumnElement[str], name: str) -> ColumnElement[bool]:
        """Whether a column of names, joined by "; ", has this one."""
        return find_in("; " + column + "; ", f"; {name}; ") > 0

    for name in _NAMES:
        if whole := _whole(getattr(query, name)):
            wanted.append(lists(passages.c[name], whole))
    if whole := _whole(query.person):
        wanted.append(or_(*(lists(passages.c[name], whole) for name in _NAMES)))
    if query.party:
        wanted.append(passages.c.id.in_(passages_of(query.party, query.part)))
    by_index = is_sqlite and bool(matched)
    days: tuple[ColumnElement[str], ColumnElement[str]] = (passages.c.first_day, passages.c.last_day)
    # What has a "+" SQLite does not look up in an index of its own.
    plain = tuple(literal_column(f"+{day}") for day in days) if is_sqlite else days
    if query.period is None:
        return Wanted(tuple(wanted), by_index, ((tuple(wanted), days[0]),))
    since, until = query.period
    first, last = plain if by_index else days
    within = (*wanted, first >= since, first <= until)
    across = (*wanted, plain[0] < since, days[1] >= since, days[1] > days[0])  # the last as in the index of these
    return Wanted((*wanted, first <= until, last >= since), by_index, ((within, days[0]), (across, plain[0])))


def _name_terms(name: str | None) -> list[Term]:
    if name is None:
        return []
    terms = [Term((word,)) for word in _WORD.findall(name)]
    if not terms:
        raise StoreError(f"{name!r} holds no name to look for")
    return terms


def _whole(name: str | None) -> str:
    """The name within quotation marks, or "" where it has none."""
    return name[1:-1].strip() if name and len(name) > 2 and name[0] == name[-1] == '"' else ""


def party_ids(key: str) -> Select[tuple[int]]:
    """The numbers of the names that a key means: those of one entry, or of one name that has none."""
    meant = entities.alias()
    begins = meant.c.digest.between(key, key + "g")  # "g" stands behind all hexadecimal digits
    same = (entities.c.name == meant.c.name) & (entities.c.kind == meant.c.kind)
    by_name = select(entities.c.id).join(meant, same).where(begins, meant.c.entry.is_(None), entities.c.entry.is_(None))
    by_entry = select(entities.c.id).where(entities.c.entry == key)
    return by_name if _KEY.fullmatch(key) else by_entry


def passages_of(key: str, part: str | None) -> Select[tuple[int]]:
    """The numbers of the passages in which a party stands, in one part or in any."""
    query = select(parties.c.passage_id).where(parties.c.entity_id.in_(party_ids(key)))
    return query if part is None else query.where(parties.c.part == part)


def _marks(query: Query) -> list[list[str]]:
    """Marks of which a passage must have one of each list."""
    named = ("kind", "act", "quotation", "type", "mode", "status", "context", "condition", "country")
    marks = [[mark(name, value)] for name in named if (value := getattr(query, name))]
    if (period := query.period) and (months := wanted_months(period)):
        marks.append(months)
    return marks


def _match_sqlite(
    columns: dict[str, list[Term]], words: list[Term], person: list[Term], marks: list[list[str]]
) -> list[ColumnElement[bool]]:
    parts = [f"{name} : {_fts5(term)}" for name, terms in columns.items() for term in terms]
    parts += [f"{{{' '.join(READ)}}} : {_fts5(term)}" for term in words]
    parts += [f"{{{' '.join(_NAMES)}}} : {_fts5(term)}" for term in person]
    parts += [f"marks : ({' OR '.join(each)})" for each in marks]
    match = " AND ".join(f"({part})" for part in parts)
    return [index.c.passages_index.op("MATCH", is_comparison=True)(match)] if parts else []


def _fts5(term: Term) -> str:
    return f'"{" ".join(term.words)}"{"*" if term.is_prefix else ""}'


def _match_postgresql(
    columns: dict[str, list[Term]], words: list[Term], person: list[Term], marks: list[list[str]]
) -> list[ColumnElement[bool]]:
    def holds(name: str, term: Term) -> ColumnElement[bool]:
        return func.onrecord_words(passages.c[name]).op("@@", is_comparison=True)(tsquery(term))

    def any_holds(names: tuple[str, ...], term: Term) -> ColumnElement[bool]:
        return or_(*(holds(name, term) for name in names))

    return [
        *(holds(name, term) for name, terms in columns.items() for term in terms),
        *(any_holds(READ, term) for term in words),
        *(any_holds(_NAMES, term) for term in person),
        *(or_(*(holds("marks", Term((each,))) for each in one_of)) for one_of in marks),
    ]


def tsquery(term: Term) -> ColumnElement[Any]:
    """Words next to each other, as PostgreSQL looks for them."""
    if term.is_prefix:
        return func.onrecord_prefix(" ".join(term.words))
    return func.onrecord_phrase(" ".join(term.words))
