"""The words of `onrecord who`: what an entry is, when a term ran, and why no holder is told."""

from __future__ import annotations

from calendar import month_abbr
from typing import TYPE_CHECKING

from onrecord.brief import shortened
from onrecord.knowledge.entries import Country, Person, sector_on
from onrecord.showing.entities import tell_day
from onrecord.showing.plain_text import one_line
from onrecord.vocabulary.sectors import SECTORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.base import Entry, Knowledge
    from onrecord.knowledge.entries import Office, Term
    from onrecord.knowledge.holders import OfficeAnswer

_LONGEST_QUERY = 60  # characters of a query worth repeating

TYPE_WORDS = {
    "igo": "international organization",
    "armed_group": "armed group",
    "party": "political party",
    "military": "armed forces",
    "intelligence": "intelligence service",
    "ngo": "non-governmental organization",
    "media": "news organization",
    "other": "body",
}


def tell_query(query: str) -> str:
    """A query as it may be shown: on one line, of a length that can be read, without what a terminal would obey."""
    return shortened(one_line(query), _LONGEST_QUERY)


def tell_kind(knowledge: Knowledge, entry: Entry, day: str) -> list[str]:
    """What an entry is: "armed group", "rebels", its country, its id."""
    if isinstance(entry, Country):
        first, *others = entry.capital.split("|")
        capital = "/".join([first, *(other for other in others if not other.startswith(first))])
        facts = ["country", f"capital {capital}" if capital else "", entry.code, entry.wikidata]
    else:
        kind = "person" if isinstance(entry, Person) else TYPE_WORDS.get(entry.type, entry.type)
        is_told = isinstance(entry, Person) and entry.id in knowledge.offices_of
        sector = "" if is_told else SECTORS.get(sector_on(entry.sector, day) or "", "")
        country = knowledge.name_of(entry.country) if entry.country else ""
        facts = [kind, sector, country, entry.id]
    return [fact for fact in dict.fromkeys(facts) if fact]


def tell_holder(knowledge: Knowledge, term: Term) -> str:
    """The name of the person whose term it is, as the table of people has it."""
    person = knowledge.people.get(term.person)
    return person.name if person else term.holder


def tell_source(source: str) -> str:
    """A source in brackets: "(leaders_wikidata.csv:123)"."""
    return f"({source.replace('|', ', ')})" if source else ""


def tell_time(term: Term) -> str:
    """When a term ran, as it stands in a column: "7 Jun 2014 – 20 May 2019", "since 20 May 2019"."""
    if not term.start:
        return f"until {short_day(term.end)}" if term.end else "dates unknown"
    return f"{short_day(term.start)} – {short_day(term.end)}" if term.end else f"since {short_day(term.start)}"


def tell_years(term: Term) -> str:
    """The same in years: "2014–2019", "since 2019"."""
    if not term.end:
        return f"since {term.start[:4]}" if term.start else ""
    if term.start[:4] == term.end[:4]:
        return term.end[:4]
    return f"{term.start[:4]}–{term.end[:4]}" if term.start else f"until {term.end[:4]}"


def short_day(day: str) -> str:
    """A date for a column: "20 May 2019", "7 Jun 2014"."""
    year, *rest = day.split("-")
    return " ".join([*(str(int(part)) for part in rest[1:]), *(month_abbr[int(part)] for part in rest[:1]), year])


def tell_title(office: Office, of: str) -> str:
    """An office's title without the country or body that it is of, where that stands at its end."""
    short = office.title.removesuffix(of).removesuffix(" the ").removesuffix(" of")
    return short.removesuffix(" of ") or office.title


def tell_own_title(term: Term) -> str:
    """A term's own title, where it has one."""
    return f" · {term.title}" if term.title else ""


def tell_reach(until: str) -> str:
    """Until when something is known, as a fact after others."""
    return f" · known until {short_day(until)}" if until else ""


def tell_why_not(answer: OfficeAnswer) -> str:
    """Why no holder is told."""
    if answer.status in ("nobody known", "held before"):
        return "nobody known"
    if answer.perhaps:
        return "not known: the dates are not exact"
    if not answer.is_reached:
        until = f"the tables reach until {tell_day(answer.known_until)}" if answer.known_until else "no day is told"
        return f"not known: {until}"
    if answer.before is None and answer.after:
        return f"not known: the tables begin in {answer.after.start[:4]}"
    return "not known"


def tell_missing(knowledge: Knowledge, query: str, suggestions: Sequence[str]) -> str:
    """That a name is not there, what is like it, and what is there."""
    held = ", ".join(
        (
            _counted(len(knowledge.countries), "country", "countries"),
            _counted(len(knowledge.bodies), "organization or group", "organizations and groups"),
            _counted(len(knowledge.people), "person", "people"),
        )
    )
    held += f" and {_counted(len(knowledge.offices), 'office', 'offices')}"
    *first, last = suggestions or ("",)
    like = f"; did you mean {', '.join(first)}{' or ' if first else ''}{last}?" if last else ""
    return f"{_quoted(query)} is not in the knowledge base, which holds {held}{like}"


def tell_unsaid(query: str, offices: Sequence[Office]) -> str:
    """That an office has no country, and how to name it with one."""
    example = f'onrecord who "{offices[0].title}"'
    return f"{_quoted(query)} is the title of {len(offices)} offices; say of which country, as in: {example}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _quoted(query: str) -> str:
    return f"“{tell_query(query)}”"
