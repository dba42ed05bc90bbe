"""What an address asks of the store: its parameters as a query, and addresses that ask a little else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from onrecord.recording import ORDERS, Query
from onrecord.showing.date_words import MONTHS
from onrecord.showing.sureness import READING_LEAST

if TYPE_CHECKING:
    from collections.abc import Mapping

# Parameters that narrow, by what a query calls them, in the order in which pages show them.
FILTERS = {
    "q": "words", "kind": "kind", "speaker": "speaker", "act": "act", "quotation": "quotation", "type": "type",
    "mode": "mode", "context": "context", "status": "status", "condition": "condition", "actor": "actor",
    "recipient": "recipient", "person": "person", "party": "party", "part": "part", "place": "place",
    "country": "country", "publisher": "publisher", "from": "since", "to": "until",
}  # fmt: skip
ORDER, PAGE, LEAST, REGION = "order", "page", "least", "region"
PER_PAGE = 25
MOST_PAGES = 40  # what lies further than the thousand that are ranked is found by narrowing
_INSIDE = re.compile(rf'(?<!\S)({"|".join(name for name in FILTERS if name != "q")}):("[^"]+"|[^\s"]+)', re.IGNORECASE)
_DATE = re.compile(
    r"(?:(?P<day>\d{1,2}) )?(?P<month>[A-Za-z]{3,9})\.? (?:(?P<day_after>\d{1,2}), ?)?(?P<year>\d{4})", re.ASCII
)
LONGEST = 300  # characters of a parameter


@dataclass(frozen=True)
class Asked:
    """What an address asks.

    Attributes:
        given: its parameters, those that are empty or as by default left out.
        query: what they ask of the store.
        order, page: of what is found; the first page is 1.
        fault: why the parameters cannot be asked, or "".
    """

    given: dict[str, str]
    query: Query
    order: str
    page: int
    fault: str

    @property
    def is_open(self) -> bool:
        """Nothing is asked, so that everything is found."""
        return not any(name in self.given for name in FILTERS)

    @property
    def words(self) -> str:
        """The words that are looked for."""
        return self.given.get("q", "")

    @cached_property
    def narrowing(self) -> dict[str, str]:
        """The parameters that narrow."""
        return {name: value for name, value in self.given.items() if name in FILTERS}

    def address(self, path: str, **changes: str | None) -> str:
        """The address of `path` with the same parameters but for `changes`; a new question begins at its first page.

        `since` and `until` name the parameters "from" and "to".
        """
        names = {"since": "from", "until": "to"}
        named = {names.get(name, name): value for name, value in changes.items()}
        given = {name: value for name, value in self.given.items() if name != PAGE or PAGE in named}
        changed = {name: value[:LONGEST] for name, value in {**given, **named}.items() if value}
        return f"{path}?{urlencode(changed)}" if changed else path

    def without(self, path: str, name: str) -> str:
        """The same address without a parameter."""
        return self.address(path, **{{"from": "since", "to": "until"}.get(name, name): None})


def parse_asked(parameters: Mapping[str, str], *, least: float = READING_LEAST) -> Asked:
    """What the parameters of an address ask.

    Args:
        least: the least confidence of what is found where they do not say.
    """
    known = (*FILTERS, ORDER, PAGE, LEAST, REGION)
    given = {name: value.strip()[:LONGEST] for name in known if (value := parameters.get(name, "")).strip()}
    given = _unfolded(given)
    fault, query = "", Query(least=least)
    try:
        filters: dict[str, Any] = {FILTERS[name]: value for name, value in given.items() if name in FILTERS}
        filters |= {name: iso_date(filters[name]) for name in ("since", "until") if name in filters}
        query = Query(**filters, least=_share(given.get(LEAST), least))
    except ValueError as error:
        fault = str(error).replace("since must", "from must").replace("until must", "to must")
    order = given.get(ORDER, ORDERS[0])
    if order not in ORDERS:
        fault = fault or f"order must be one of {', '.join(ORDERS)}, not {order!r}"
        order = ORDERS[0]
    page = given.get(PAGE, "1")
    if not (page.isascii() and page.isdecimal() and len(page) < 4 and 1 <= int(page) <= MOST_PAGES):
        fault = fault or f"page must be a number from 1 to {MOST_PAGES}"
        page = "1"
    if page == "1":
        given.pop(PAGE, None)
    return Asked(given, query, order, int(page), fault)


def _unfolded(given: dict[str, str]) -> dict[str, str]:
    """What narrows inside the words, as in `ceasefire act:deny speaker:"Kari Lindahl"`, on its own."""
    words = given.get("q", "")
    inside = {name.lower(): value for name, value in _INSIDE.findall(words)}
    if not inside:
        return given
    rest = " ".join(_INSIDE.sub(" ", words).split())
    found = {**given, **inside, "q": rest}
    return {name: found[name] for name in (*FILTERS, *given) if found.get(name)}


def iso_date(words: str) -> str:
    """A date in words as ISO 8601 has it: "9 March 2026", "March 9, 2026", "July 2016"; others as they are."""
    found = _DATE.fullmatch(words.strip())
    if found is None:
        return words
    month = next((n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(found["month"].lower())), 0)
    day = found["day"] or found["day_after"]
    return f"{found['year']}-{month:02}" + (f"-{int(day):02}" if day else "") if month else words


def _share(told: str | None, default: float) -> float:
    if told is None:
        return default
    try:
        share = float(told)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise ValueError("least must be a number from 0 to 1")
    return share


def whole_name(name: str) -> str:
    """A name as a parameter that means it and no other."""
    return f'"{name}"'
