"""What the three pages that answer a question have in common: chips, facets, the other views, other spellings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.errors import KnowledgeError, StoreError
from onrecord.knowledge.answers import ask
from onrecord.knowledge.base import load_knowledge
from onrecord.knowledge.office_names import OfficeNames
from onrecord.recording import MOST_TALLIED, Tally
from onrecord.showing.web.asked import LEAST, PER_PAGE, parse_asked
from onrecord.showing.web.contexts import Chip
from onrecord.showing.web.found import tell_value, view_facets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from onrecord.recording import Findings
    from onrecord.showing.web.asked import Asked
    from onrecord.showing.web.site import Site

NOTHING = Tally(0, True, {}, ())
VIEWS = (("search", "List", "/search"), ("timeline", "Timeline", "/timeline"), ("map", "Map", "/map"))
_LABELS = {
    "q": "words", "from": "from", "to": "to", "person": "anyone called", "party": "about", "part": "as",
    "speaker": "says", "actor": "who does it", "recipient": "to whom", "kind": "only", "type": "event",
    "condition": "condition", "quotation": "quoted", "act": "how",
}  # fmt: skip
_NAMES = ("speaker", "actor", "recipient", "person")


def parse(site: Site, parameters: Mapping[str, str], **changes: str) -> Asked:
    """What an address asks; a fault of the store's query is told as one of the address."""
    asked = parse_asked({**parameters, **changes})
    if asked.fault:
        return asked
    try:
        site.catalogue.tally(asked.query)
    except StoreError as error:
        return replace(asked, fault=str(error))
    return asked


def tally_of(site: Site, asked: Asked) -> Tally:
    """How what is asked for divides."""
    return NOTHING if asked.fault else site.catalogue.tally(asked.query)


def common(site: Site, asked: Asked, tally: Tally, here: str) -> dict[str, Any]:
    """What `AskedPage` has."""
    path = f"/{here}"
    return {
        "store": site.name,
        "here": here,
        "words": asked.words,
        "asked": asked,
        "fault": asked.fault,
        "chips": tuple(_chips(site, asked, path)),
        "views": tuple((name, title, asked.address(address, order=None)) for name, title, address in VIEWS),
        "facets": () if asked.fault else view_facets(tally, asked, path),
    }


def _chips(site: Site, asked: Asked, path: str) -> Iterator[Chip]:
    given = asked.narrowing
    if (month := given.get("from")) and month == given.get("to"):
        yield Chip("in", tell_value("month", month), asked.address(path, since=None, until=None))
        given = {name: value for name, value in given.items() if name not in ("from", "to")}
    for name, value in given.items():
        told = _name_of(site, value) if name == "party" else tell_value(name, value)
        yield Chip(_LABELS.get(name, name), told, asked.without(path, name))
    if LEAST in asked.given:
        yield Chip("at least", f"{asked.query.least:.0%} sure", asked.without(path, LEAST))


def _name_of(site: Site, key: str) -> str:
    try:
        return site.catalogue.profile(key).name
    except StoreError:
        return key


def tell_found(total: int, *, is_counted: bool, noun: str = "found") -> str:
    """How many there are, in words: "247 found", "more than 1,000 found"."""
    return f"{total:,} {noun}" if is_counted else f"more than {total:,} {noun}"


def tell_counted(tally: Tally) -> str:
    """Of how many the numbers beside facets are, where not of all."""
    return "" if tally.is_counted else f"Counted in the newest {MOST_TALLIED:,} that match."


def turn_pages(asked: Asked, path: str, total: int) -> tuple[tuple[str, str], ...]:
    """The addresses of the page before and of the one behind."""
    pages = []
    if asked.page > 1:
        pages.append(("← Before", asked.address(path, page=str(asked.page - 1) if asked.page > 2 else None)))
    if total > asked.page * PER_PAGE:
        pages.append(("Next →", asked.address(path, page=str(asked.page + 1))))
    return tuple(pages)


def find_by_known_names(asked: Asked, find: Callable[[Asked], Findings]) -> tuple[Asked, Findings] | None:
    """What is found by the names that the knowledge base has for those asked for; records name people by these."""
    given = {name: value.strip('"') for name in _NAMES if (value := asked.given.get(name))}
    try:
        names = _office_names() if given else None
    except KnowledgeError:  # then nobody is known by another name
        return None
    known = {}
    for name, value in given.items():
        found = ask(names, value, datetime.now(UTC).date().isoformat()).found if names else ()
        if len(found) == 1 and found[0].entry.name.casefold() != value.casefold():
            known[name] = found[0].entry.name
    if not known:
        return None
    changed = parse_asked({**asked.given, **known})
    findings = find(changed)
    return (changed, findings) if findings.total else None


@cache
def _office_names() -> OfficeNames:
    """Those of the knowledge base, with what they have worked out: doing it anew takes a twentieth of a second."""
    return OfficeNames(load_knowledge())
