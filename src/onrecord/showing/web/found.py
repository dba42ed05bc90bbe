"""What a search has found, as its pages show it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from onrecord.brief import shortened
from onrecord.knowledge.countries import load_country_names
from onrecord.showing.date_words import MONTHS
from onrecord.showing.event_words import tell_class, tell_code, tell_deed, tell_status
from onrecord.showing.findings import one_line_kept
from onrecord.showing.plain_text import one_line
from onrecord.showing.quantity_words import tell_quantity
from onrecord.showing.sector_words import tell_sector
from onrecord.showing.web.asked import LONGEST, whole_name
from onrecord.showing.wording import ACT_WORDS, NOT_STATED, first_line
from onrecord.vocabulary.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.recording import Finding, ListedArticle, Tally
    from onrecord.showing.web.asked import Asked

_LONGEST_TITLE = 110
_LONGEST_TEXT = 420
_LONGEST_VALUE, _LONGEST_NOTE = 80, 160
_ALL_BUT = 0.995
_BOUNDS = {"≥": "at_least", "≤": "at_most", "~": "about"}
_NUMBER = r"\d{1,15}(?:\.\d{1,6})?(?:e\+\d{1,2})?"
_QUANTITY = re.compile(rf"(?P<bound>[≥≤~]?)(?P<value>{_NUMBER})(?:–(?P<high>{_NUMBER}))?(?: (?P<rest>.+))?")
_FEW_VALUES, _MOST_VALUES = 6, 40
_NAMED = ("speaker", "actor", "recipient", "publisher")
FACET_TITLES = {
    "kind": "Kind", "speaker": "Who says it", "act": "How", "type": "What is done", "condition": "On what condition",
    "actor": "Who does it", "recipient": "To whom", "country": "Country", "publisher": "Publisher", "month": "Month",
}  # fmt: skip
_KINDS = {"statement": "Statements", "event": "Events", "condition": "Conditions"}


@dataclass(frozen=True, slots=True)
class FoundView:
    """A statement, event or condition in a list.

    Attributes:
        kind, tone: statement, event or condition; the class that an event's or condition's colour repeats.
        who: (name, address) of each who speaks, acts or holds it; to: to whom.
        is_mutual: they do it to each other.
        did: the act in words, the deed, or the kind of condition; code: PLOVER's name for it, or "".
        pieces: the words, each with whether it was looked for.
        when: its own date; of the article's, in brackets.
        notes: place, numbers, status, who says so.
        href: where it stands in its article; title, publisher: of that.
        sure: its confidence.
    """

    kind: str
    tone: str
    who: tuple[tuple[str, str], ...]
    to: tuple[tuple[str, str], ...]
    is_mutual: bool
    did: str
    code: str
    pieces: tuple[tuple[str, bool], ...]
    is_quoted: bool
    when: str
    notes: tuple[str, ...]
    href: str
    title: str
    publisher: str
    near: int
    sure: str
    verdict: str


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value that narrows: in words, how many have it, the address that asks for it, and whether it is asked for."""

    words: str
    count: int
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """A field with its values; `more` are folded away."""

    name: str
    title: str
    values: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]


def view_found(finding: Finding) -> FoundView:
    """A finding in words."""
    details = finding.details
    article = finding.article
    match finding.kind:
        case "statement":
            act = details.get("act")
            quoted = details.get("quotation") == "direct"
            did = ACT_WORDS.get(act, act) if act else "was quoted" if quoted else "was reported"
            who, to, code, tone = finding.speaker, "", "", ""
        case "event":
            kind, mode = details.get("type") or "", details.get("mode")
            did, code = tell_deed(kind, mode), tell_code(kind, mode)
            who, to, tone = finding.actor, finding.recipient, tell_class(kind).replace(" ", "-")
        case _:
            did, code, tone = str(details.get("condition_kind") or "").capitalize(), "", ""
            who, to = finding.speaker, finding.recipient
    return FoundView(
        kind=finding.kind,
        tone=tone,
        who=tuple(_named(who)) or ((NOT_STATED, ""),),
        to=tuple(_named(to)),
        is_mutual="; " in who and set(who.split("; ")) == set(to.split("; ")),
        did=shortened(one_line(did), _LONGEST_VALUE),
        code=shortened(code, _LONGEST_VALUE),
        pieces=tuple(_pieces(finding)),
        is_quoted=details.get("quotation") == "direct",
        when=shortened(one_line(_when(finding)), _LONGEST_VALUE),
        notes=tuple(_notes(finding)),
        href=f"/articles/{article.id}/{finding.key}",
        title=title_of(article.title, article.opening),
        publisher=shortened(one_line(article.publisher or ""), _LONGEST_VALUE),
        near=article.near_duplicates,
        sure=f"{finding.confidence:.0%}" if finding.confidence < _ALL_BUT else ">99%",
        verdict=finding.verdict or "",
    )


def title_of(title: str | None, opening: str) -> str:
    """What an article is called in lists: its title, or its first line."""
    return shortened(one_line(title or first_line(opening)), _LONGEST_TITLE) or "(no title)"


def counts_of(article: ListedArticle) -> list[str]:
    """How much was found in an article: "24 statements", "3 events", …, those that there are."""
    nouns = ("statement", "event", "condition", "dispute")
    return [f"{number} {noun}{'s' if number > 1 else ''}" for noun in nouns if (number := article.counts[noun])]


def who_address(name: str) -> str:
    """Where a name leads: to whom it means, or to a choice of those; "" of one that is too long to be asked for."""
    return f"/who?{urlencode({'name': name})}" if len(name) < LONGEST else ""


def _named(names: str) -> Iterator[tuple[str, str]]:
    for name in names.split("; "):
        if words := one_line(name):
            yield shortened(words, 80), who_address(words)


def _pieces(finding: Finding) -> Iterator[tuple[str, bool]]:
    """The text, cut at the matches; of a long one the stretch around the first."""
    text, matches = finding.text, finding.matches
    if finding.kind == "condition":
        marker, *parts = (
            one_line(str(finding.details.get(name) or "")) for name in ("marker", "if_words", "then_words")
        )
        if_words, then_words = (shortened(part, _LONGEST_TEXT // 2) for part in parts)
        yield f"{shortened(marker.lower(), _LONGEST_VALUE)} {if_words} → {then_words}", False
        return
    first = max(0, matches[0][0] - _LONGEST_TEXT // 3) if matches and len(text) > _LONGEST_TEXT else 0
    first = text.rfind(" ", 0, first) + 1 if first else 0
    last = len(text) if len(text) - first <= _LONGEST_TEXT else text.rfind(" ", first, first + _LONGEST_TEXT)
    last = last if last > first else min(len(text), first + _LONGEST_TEXT)
    if first:
        yield "… ", False
    at = first
    for start, end in matches:
        if first <= start and end <= last:
            yield one_line_kept(text[at:start]), False
            yield one_line_kept(text[start:end]), True
            at = end
    yield one_line_kept(text[at:last]), False
    if last < len(text):
        yield " …", False


def _when(finding: Finding) -> str:
    if finding.date:
        return tell_date(finding.date)
    return f"({tell_date(finding.article.published[:10])})" if finding.article.published else ""


def tell_date(value: str) -> str:
    """A date of any precision as one writes it: "23 Feb 2025", "February 2025", "2025"; others as they are."""
    first, slash, last = value.partition("/")
    if slash:
        return f"{tell_date(first)} – {tell_date(last)}"
    year, *rest = value[:10].split("-")
    if not (year.isdecimal() and all(part.isdecimal() for part in rest)) or not all(
        0 < int(part) < 32 for part in rest
    ):
        return value
    if not rest:
        return year
    if int(rest[0]) > 12:
        return value
    month = MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month[:3]} {year}" if len(rest) > 1 else f"{month} {year}"


def _notes(finding: Finding) -> Iterator[str]:
    details = finding.details
    if finding.kind == "event" and (status := tell_status(details.get("status") or "")):
        yield shortened(status, _LONGEST_VALUE)
    if finding.place:
        yield shortened(one_line(finding.place), _LONGEST_NOTE)
    if told := details.get("quantities"):
        yield shortened("; ".join(map(_quantity, one_line(told).split("; "))), _LONGEST_NOTE)
    if finding.kind == "event" and finding.speaker:
        yield f"says {shortened(one_line(finding.speaker), _LONGEST_NOTE)}"
    source = one_line(details.get("source") or "")
    if source and source.casefold() not in finding.speaker.casefold():
        yield f"“{shortened(source, 60)}”"


def _quantity(told: str) -> str:
    """A quantity of a store's row as the article's page tells it: "≥84 person killed" is at least 84 people killed."""
    found = _QUANTITY.fullmatch(told)
    if found is None:
        return told
    words = (found["rest"] or "").split()
    role = words.pop() if len(words) > 1 and words[-1] in ROLES else None
    high = float(found["high"]) if found["high"] else None
    bound = "range" if high else _BOUNDS.get(found["bound"], "exact")
    nothing: Any = SimpleNamespace(surface="")  # its words are in the article, not in the row
    known: Any = SimpleNamespace(
        span=nothing, value=float(found["value"]), high=high, bound=bound, unit=" ".join(words) or None, role=role
    )
    return tell_quantity(known)


def view_facets(tally: Tally, asked: Asked, path: str) -> tuple[FacetView, ...]:
    """The fields that divide what was found, or that narrow it already."""
    views = []
    for name, title in FACET_TITLES.items():
        counts = [each for each in tally.facets.get(name, ()) if len(each[0]) < LONGEST]  # longer cannot be asked for
        if name == "month":
            counts.sort(reverse=True)
        values = [_value(name, value, count, asked, path) for value, count in counts[:_MOST_VALUES]]
        values.sort(key=lambda value: not value.is_chosen)
        if len(values) > 1 or any(value.is_chosen for value in values):
            views.append(FacetView(name, title, tuple(values[:_FEW_VALUES]), tuple(values[_FEW_VALUES:])))
    return tuple(views)


def _value(name: str, value: str, count: int, asked: Asked, path: str) -> FacetValue:
    if name == "month":
        is_chosen = asked.given.get("from") == value == asked.given.get("to")
        changes: dict[str, str | None] = dict.fromkeys(("since", "until"), None if is_chosen else value)
    else:
        told = whole_name(value) if name in _NAMED else value
        is_chosen = asked.given.get(name) == told
        changes = {name: None if is_chosen else told}
    return FacetValue(tell_value(name, value), count, asked.address(path, **changes), is_chosen)


def tell_value(name: str, value: str) -> str:
    """The value of a parameter in words."""
    match name:
        case "kind":
            return _KINDS.get(value, value)
        case "act":
            return ACT_WORDS.get(value, value)
        case "type":
            return tell_deed(value, None)
        case "country":
            return load_country_names().get(value, value)
        case "condition":
            return value.capitalize()
        case "month" | "from" | "to":
            return tell_date(value)
    return shortened(one_line(value).strip('"'), _LONGEST_VALUE)


def tell_party(kind: str, country: str | None, sector: str | None) -> list[str]:
    """What someone is, in words: kind, country, sector."""
    return [
        fact
        for fact in (
            kind.replace("_", " "),
            load_country_names().get(country or "", ""),
            tell_sector(sector, is_person=kind == "person"),
        )
        if fact
    ]
