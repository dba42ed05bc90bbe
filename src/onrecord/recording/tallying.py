"""How what was found divides: by speaker, act, type, month, …; on which days; at which places.

Counted in the newest two thousand passages that match, or in a small store in all of them: their closed fields stand as
marks in one column, so that one pass over short rows counts all of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, union_all

from onrecord.recording.marks import field_of
from onrecord.recording.queries import conditions_of, index
from onrecord.recording.schema import events, locations, passages, revisions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import CompoundSelect, Connection, Select

    from onrecord.recording.queries import Query

MOST_TALLIED = 2_000
ALL_TALLIED = 20_000  # in a store of no more passages all are counted, which takes a tenth of a second
FACETS = ("kind", "speaker", "act", "type", "condition", "actor", "recipient", "country", "publisher", "month")
_NAMED = ("speaker", "actor", "recipient")
_UPPER = ("type", "country")
_MONTH = 7  # characters of "2025-02"


@dataclass(frozen=True, slots=True)
class Tally:
    """How what was found divides.

    Attributes:
        total: how many there are, as far as they were counted; is_counted: there are no more.
        facets: by field of FACETS, its values with their numbers, the most frequent first; of months, in their order.
        days: (first day, last day, kind, event type or "") with their numbers; days are ISO 8601 dates. What has no
            day, of its own or of its article, is not among them.
    """

    total: int
    is_counted: bool
    facets: dict[str, tuple[tuple[str, int], ...]]
    days: tuple[tuple[str, str, str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with how much is told of it.

    Attributes:
        place, region, country: names, the country by its ISO 3166 code.
        lat, lon: degrees.
        types: event types with their numbers.
    """

    place: str
    region: str | None
    country: str | None
    lat: float
    lon: float
    types: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        """How many events are there."""
        return sum(number for _, number in self.types)


def tally(connection: Connection, query: Query) -> Tally:
    """How what matches `query` divides.

    Raises:
        StoreError: the query's words or names hold no word.
    """
    columns = [passages.c[name] for name in ("marks", *_NAMED, "first_day", "last_day")]
    rows = connection.execute(_matching(connection, query, [*columns, revisions.c.publisher])).all()
    most = _most(connection)
    is_counted = len(rows) <= most
    rows = rows[:most]
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    # Counted as they stand, and taken apart after: of thousands of rows that takes a third of the time.
    for each, number in Counter(chain.from_iterable(row.marks.split() for row in rows)).items():
        field, value = _unmarked(each)
        if field in counts:
            counts[field][value] += number
    for place, name in enumerate(_NAMED, start=1):
        for together, number in Counter(row[place] for row in rows).items():
            for each in filter(None, dict.fromkeys(together.split("; "))):
                counts[name][each] += number
    counts["publisher"] = Counter(row.publisher for row in rows if row.publisher)
    days: Counter[tuple[str, str, str, str]] = Counter()
    for (first, last, kind, type_), number in Counter(
        (row.first_day, row.last_day, *row.marks.split(" ", 2)[:2]) for row in rows if row.first_day
    ).items():
        if first[:_MONTH] == last[:_MONTH]:
            counts["month"][first[:_MONTH]] += number
        is_type, value = _unmarked(type_)
        days[first, last, _unmarked(kind)[1], value if is_type == "type" else ""] += number
    return Tally(
        len(rows),
        is_counted,
        {name: _ordered(name, counts[name]) for name in FACETS},
        tuple((*each, number) for each, number in sorted(days.items())),
    )


def find_spots(connection: Connection, query: Query) -> tuple[Spot, ...]:
    """Where the events are that match `query`, those with coordinates, the most told of first."""
    ids = _matching(connection, query, [passages.c.id]).subquery()
    place = (locations.c.place, locations.c.region, locations.c.country, locations.c.lat, locations.c.lon)
    wanted = (
        select(*place, events.c.type, func.count().label("number"))
        .join(events, events.c.passage_id == locations.c.passage_id)
        .where(locations.c.passage_id.in_(select(ids.c.id)), locations.c.lat.is_not(None))
        .group_by(*place, events.c.type)
    )
    spots: dict[tuple[Any, ...], list[tuple[str, int]]] = {}
    for *where, type_, number in connection.execute(wanted):
        spots.setdefault(tuple(where), []).append((type_, number))
    made = [
        Spot(name, region, country, lat, lon, tuple(sorted(types, key=lambda each: (-each[1], each[0]))))
        for (name, region, country, lat, lon), types in spots.items()
    ]
    return tuple(sorted(made, key=lambda spot: (-spot.count, spot.place, spot.lat, spot.lon)))


def _matching(connection: Connection, query: Query, columns: Iterable[Any]) -> Select[Any] | CompoundSelect[Any]:
    """Columns of the newest passages that match, one more than are counted where there are more."""
    wanted = conditions_of(query, is_sqlite=connection.dialect.name == "sqlite")
    most = _most(connection) + 1
    if wanted.by_index:
        joined = index.join(passages, passages.c.id == index.c.rowid).join(revisions)
        chosen = select(*columns).select_from(joined).where(*wanted.conditions)
        return chosen.order_by(index.c.rowid.desc()).limit(most)
    chosen = select(*columns).select_from(passages.join(revisions))
    parts = [
        chosen.where(*part).order_by(day.desc().nulls_last(), passages.c.id).limit(most).subquery()
        for part, day in wanted.by_days
    ]
    return union_all(*(select(part) for part in parts)).limit(most)


def _most(connection: Connection) -> int:
    """How many are counted: all, where there are not more than that."""
    newest = connection.scalar(select(func.max(passages.c.id))) or 0
    return max(newest, MOST_TALLIED) if newest <= ALL_TALLIED else MOST_TALLIED


@cache
def _unmarked(word: str) -> tuple[str, str]:
    """The field and value of a mark."""
    field, value = field_of(word)
    return field, value.upper() if field in _UPPER else value


def _ordered(name: str, counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    if name == "month":
        return tuple(sorted(counts.items()))
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))
