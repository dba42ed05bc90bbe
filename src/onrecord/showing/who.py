"""What `onrecord who` tells: an answer of the knowledge base as text for a terminal.

The name comes first, then what tells it apart, then a row for each office. Colour repeats what marks and words say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.brief import counted
from onrecord.knowledge.entries import Body, Country, Person
from onrecord.knowledge.holders import HOLDING, leading_answers, term_status
from onrecord.showing.entities import tell_day
from onrecord.showing.who_layout import Row, Sheet
from onrecord.showing.who_words import (
    short_day,
    tell_holder,
    tell_kind,
    tell_own_title,
    tell_query,
    tell_reach,
    tell_source,
    tell_time,
    tell_title,
    tell_why_not,
    tell_years,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.answers import Answer, Found
    from onrecord.knowledge.base import Knowledge
    from onrecord.knowledge.entries import Term
    from onrecord.knowledge.holders import OfficeAnswer
    from onrecord.knowledge.office_names import OfficeNames

_HELD, _OPEN, _NO_MARK = "▸ ", "? ", "  "
_MOST_NAMES = 8  # other spellings of one name worth showing
_MOST_ENTRIES = 10  # of one name
_MOST_ALSO = 5
_MOST_OFFICES = 2  # of each of several people, in short
_MOST_TERMS = 8  # of one office
_NAME, _FAINT = "bold", "dim"

_COUNTED = {Person: ("person", "people"), Country: ("country", "countries"), Body: ("body", "bodies")}
_NAMED_BY = {"seat": "the government of {}", "capital": "the capital of {}", "adjective": "of {}"}


class WhoPage:
    """Lays out answers at one width.

    Args:
        names: the knowledge base that answered.
        day: the day that was asked about, an ISO date of any precision.
        is_today: it is today because none was given; the page then says "today".
        width: of the lines, in cells.
        is_colored: with escape sequences for colour.
    """

    def __init__(self, names: OfficeNames, day: str, *, is_today: bool, width: int, is_colored: bool) -> None:
        self._names = names
        self._knowledge: Knowledge = names.knowledge
        self._day = day
        self._date = "today" if is_today else tell_day(day)
        self._when = self._date if is_today else f"{'on' if len(day) == len('2015-06-01') else 'in'} {self._date}"
        self._sheet = Sheet(width, is_colored=is_colored)

    def show(self, query: str, answer: Answer) -> str:
        """The answer to a query as lines; none for an empty answer."""
        blocks = [self._office(one) for one in answer.offices]
        if len(answer.found) == 1:
            blocks += self._entry(query, answer.found[0])
        elif answer.found:
            blocks += self._several(query, answer.found)
        if answer.also and blocks:
            blocks.append(self._also(answer.also))
        return self._sheet.show(blocks)

    def _entry(self, query: str, found: Found) -> list[list[Text]]:
        """One entry in full: what it is, and below that offices or who leads it."""
        entry = found.entry
        lines = []
        if found.by in _NAMED_BY:
            lines += self._sheet.wrapped(f"{tell_query(query)}: {_NAMED_BY[found.by].format(entry.name)}", "")
        lines += self._sheet.wrapped(entry.name, _NAME)
        facts = " · ".join(tell_kind(self._knowledge, entry, self._day))
        has_own = isinstance(entry, Country) or entry.id in self._knowledge.offices_of  # rows below tell their sources
        lines += self._sheet.wrapped(facts if has_own else f"{facts} {tell_source(entry.source)}", _FAINT)
        if isinstance(entry, Country):
            lines += self._names_of("also called", entry.names)
            lines += self._names_of("formerly", entry.former)
            lines += self._names_of("adjective", entry.adjectives)
            lines += self._names_of("its government is also", entry.metonyms)
        else:
            lines += self._names_of("also written" if isinstance(entry, Person) else "also called", entry.aliases)
        if isinstance(entry, Person):
            return [lines, self._offices_of(entry)]
        led = leading_answers(self._names, entry.id, self._day)
        return [lines, self._led(led, entry.name)] if led else [lines]

    def _names_of(self, label: str, names: Sequence[str]) -> list[Text]:
        if not names:
            return []
        told = ", ".join(names[:_MOST_NAMES])
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        return self._sheet.wrapped(f"{label}: {told}{more}", _FAINT)

    def _offices_of(self, person: Person) -> list[Text]:
        """A person's offices in the order of time, those of the day marked."""
        rows, marks = [], set()
        for term in self._knowledge.offices_of.get(person.id, ()):
            office = self._knowledge.offices[term.office]
            status = term_status(self._knowledge, term, self._day)
            mark = _HELD if status in HOLDING else _OPEN if status in ("perhaps", "not known") else _NO_MARK
            marks.add(mark)
            reach = tell_reach(self._knowledge.known_until(office)) if status == "not known" else ""
            title = (term.title or office.title, _NAME if mark == _HELD else "")
            told = Text.assemble(title, (f"{reach} {tell_source(self._knowledge.source_on(term, self._day))}", _FAINT))
            rows.append(Row(Text(tell_time(term)), told, mark))
        if not rows:
            return self._sheet.wrapped("no office is known", _FAINT)
        legend = [f"▸ held {self._when}"] if _HELD in marks else []
        legend += [f"? not known whether held {self._when}"] if _OPEN in marks else []
        return [*self._heading("Offices", *(legend or [f"none known {self._when}"])), *self._sheet.rows(rows)]

    def _led(self, answers: Sequence[OfficeAnswer], name: str) -> list[Text]:
        rows = []
        for answer in answers:
            title = Text(tell_title(answer.office, name))
            rows += [Row(Text() if i else title, told) for i, told in enumerate(self._told_in_short(answer))]
        return [*self._heading("Who leads it", self._when), *self._sheet.rows(rows)]

    def _office(self, answer: OfficeAnswer) -> list[Text]:
        """Who held an office: the holders, or why none is told and who is known next to the day."""
        former = answer.status == "held before"
        lines = self._heading(answer.office.title, f"before {self._date}" if former else self._when)
        rows = [Row(Text(self._holder(term), _NAME), self._told_time(term)) for term in answer.terms[:_MOST_TERMS]]
        rows += [Row(Text(self._holder(term)), self._told_time(term), _OPEN) for term in answer.perhaps]
        if not rows or answer.status == "not known":
            lines += self._sheet.wrapped(tell_why_not(answer), "")
        lines += self._sheet.rows(rows)
        if len(answer.terms) > _MOST_TERMS:
            lines += self._sheet.wrapped(f"and {len(answer.terms) - _MOST_TERMS} more", _FAINT)
        if rows:
            if not answer.is_reached and answer.known_until and not former:
                lines += self._sheet.wrapped(f"the tables reach until {tell_day(answer.known_until)}", _FAINT)
            beside = [
                f"{label}: {self._holder(term)}" + (f", from {tell_day(term.start)}" if term.start else "")
                for label, term in (("before", answer.before), ("after", answer.after))
                if term
            ]
            return lines + (self._sheet.wrapped(" · ".join(beside), _FAINT) if beside else [])
        for label, term in (("last known", answer.before), ("next known", answer.after)):
            if term:
                lines += self._sheet.wrapped(
                    Text.assemble(f"{label}: ", (self._holder(term), _NAME), ", ", self._told_time(term)), ""
                )
        return lines

    def _several(self, query: str, found: Sequence[Found]) -> list[list[Text]]:
        """Who or what a name can mean, in a line or two each, and how to ask for one."""
        kinds = {type(one.entry) for one in found}
        one, many = _COUNTED[kinds.pop()] if len(kinds) == 1 else ("entry", "entries")
        lines = self._heading(tell_query(query), f"can mean {counted(len(found), one, many)}")
        are_people = many == "people"
        for each in found[:_MOST_ENTRIES]:
            facts = tell_kind(self._knowledge, each.entry, self._day)[1 if are_people else 0 :]
            lines += self._sheet.wrapped(
                Text.assemble((each.entry.name, _NAME), (f" · {' · '.join(facts)}", _FAINT)), ""
            )
            if isinstance(each.entry, Person):
                lines += self._in_short(each.entry)
        if len(found) > _MOST_ENTRIES:
            lines += self._sheet.wrapped(f"and {len(found) - _MOST_ENTRIES} more; give more of the name", _FAINT)
        day = ", or by a day in office, with --on" if are_people else ""
        hint = f'Ask for one by its full name or id, as in: onrecord who "{found[0].entry.name}"{day}'
        return [lines, self._sheet.wrapped(hint, _FAINT)]

    def _also(self, found: Sequence[Found]) -> list[Text]:
        told = ", ".join(f"{one.entry.name} ({one.entry.id})" for one in found[:_MOST_ALSO])
        more = f" and {len(found) - _MOST_ALSO} more" if len(found) > _MOST_ALSO else ""
        return self._sheet.wrapped(f"Of that name, too: {told}{more}", _FAINT)

    def _told_in_short(self, answer: OfficeAnswer) -> list[Text]:
        """Who held an office, a line each: "Petro Poroshenko, 7 Jun 2014 – 20 May 2019"."""
        if answer.terms:
            return [Text.assemble((self._holder(term), _NAME), ", ", self._told_time(term)) for term in answer.terms]
        told = Text("nobody known" if answer.status == "nobody known" else "not known")
        if answer.perhaps:
            return [told.append(": perhaps " + " or ".join(self._holder(term) for term in answer.perhaps))]
        if answer.before and not answer.before.end and answer.known_until:
            told.append(f"; on {short_day(answer.known_until)} {self._holder(answer.before)}", _FAINT)
        elif answer.before:
            told.append(f"; last known: {self._holder(answer.before)}, {tell_time(answer.before)}", _FAINT)
        return [told]

    def _holder(self, term: Term) -> str:
        return tell_holder(self._knowledge, term)

    def _in_short(self, person: Person) -> list[Text]:
        """Those of a person's offices that were held on the day, marked; where there is none, the latest."""
        terms = self._knowledge.offices_of.get(person.id, ())
        held = [term for term in terms if term_status(self._knowledge, term, self._day) in HOLDING]
        chosen = [*reversed(held or terms)][:_MOST_OFFICES]
        if not chosen:
            return []
        told = [f"{term.title or self._knowledge.offices[term.office].title} {tell_years(term)}" for term in chosen]
        more = f"; {len(terms) - len(chosen)} more" if len(terms) > len(chosen) else ""
        return self._sheet.hanging(
            Text.assemble("; ".join(told), (more, _FAINT)), _HELD if held else _NO_MARK, _NO_MARK
        )

    def _heading(self, title: str, *facts: str) -> list[Text]:
        return self._sheet.wrapped(Text.assemble((title, _NAME), (f" · {' · '.join(facts)}", _FAINT)), "")

    def _told_time(self, term: Term) -> Text:
        source = self._knowledge.source_on(term, self._day)
        return Text(tell_time(term)).append(f"{tell_own_title(term)} {tell_source(source)}", _FAINT)
