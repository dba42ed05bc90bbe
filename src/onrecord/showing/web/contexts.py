"""What each page shows, worked out before its template lays it out: one class a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from onrecord.recording import ListedArticle, Party, Profile, Refusal, Stats
    from onrecord.showing.export.pages.views import ArticleView
    from onrecord.showing.rows import RowView
    from onrecord.showing.web.asked import Asked
    from onrecord.showing.web.desk import Problem
    from onrecord.showing.web.found import FacetView, FoundView
    from onrecord.showing.web.timelines import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every page has.

    Attributes:
        title: the window's.
        store: the store's name.
        here: which part of the site it is: articles, search, timeline, map, who or "".
        words: what stands in the search box.
    """

    title: str
    store: str
    here: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn:
    """What stands in the form for an article, and what was wrong with it."""

    token: str
    text: str = ""
    url: str = ""
    headline: str = ""
    published: str = ""
    keep: bool = True
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """The first page: what is new, and the form for an article.

    Attributes:
        articles: those added last; stats: the store in numbers.
    """

    articles: list[ListedArticle]
    stats: Stats
    form: HandIn


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesPage(Page):
    """All articles, the one added last first.

    Attributes:
        asked: words of titles, and publisher, that narrow the list.
        older: the address of those that follow, or "".
        newer: the address of the first, or "" where this is it.
    """

    articles: list[ListedArticle]
    total: int
    headline: str
    publisher: str
    older: str
    newer: str


@dataclass(frozen=True, slots=True)
class FactView:
    """What is known of a record besides what it says.

    Attributes:
        sure: its confidence in words, or ""; maker: the step that made it, with its version.
        href: its permanent address, or ""; who: of an entity, its page in the store, or "".
    """

    sure: str = ""
    maker: str = ""
    href: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(Page):
    """An article.

    Attributes:
        article: as pages show it; facts: by the ids of its records.
        grave: its errors and warnings, and disputes; shown above.
        id: what the store knows it by, or "" of one that is only looked at; look: then the address to keep it.
        revision, revisions: which of how many.
        made: how the record was made, in lines.
        least: the confidence below which statements are shown on demand.
    """

    article: ArticleView
    facts: dict[str, FactView]
    grave: tuple[tuple[str, RowView], ...]
    id: str = ""
    look: str = ""
    token: str = ""
    revision: int = 1
    revisions: int = 1
    made: tuple[str, ...] = ()
    least: str = "50%"


@dataclass(frozen=True, slots=True)
class Chip:
    """A parameter that narrows, in words, and the address without it."""

    label: str
    value: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPage(Page):
    """What the three pages that answer a question have in common.

    Attributes:
        asked: the question; chips: what narrows it; fault: why it cannot be asked, or "".
        views: the same question as a list, on a timeline, on a map: (name, title, address).
        told: how many were found, in words.
    """

    asked: Asked
    chips: tuple[Chip, ...]
    fault: str
    views: tuple[tuple[str, str, str], ...]
    told: str
    facets: tuple[FacetView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(AskedPage):
    """What was found.

    Attributes:
        found: those of this page; counted: of how many facets are counted, where not of all.
        orders: (words, whether it is this one, address); pages: (words, address) of those before and behind.
        looked_for: the name of the knowledge base that was looked for instead of the given one, or "".
        csv, json: addresses of all that was found.
    """

    found: tuple[FoundView, ...]
    counted: str
    orders: tuple[tuple[str, bool, str], ...]
    pages: tuple[tuple[str, str], ...]
    csv: str
    json: str
    all_sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage(AskedPage):
    """When it happened: the drawing, and what there is in the order of time."""

    timeline: Timeline
    drawing: Markup
    legend: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    found: tuple[FoundView, ...]
    pages: tuple[tuple[str, str], ...]
    svg: str
    csv: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage(AskedPage):
    """Where it happened: the drawing, and the places in a table.

    Attributes:
        regions: (name, title, address).
        places: (name, country, how many, address).
    """

    drawing: Markup
    regions: tuple[tuple[str, str, str], ...]
    region: str
    places: tuple[tuple[str, str, int, str], ...]
    svg: str
    csv: str


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office that someone held: when, which, and from which source; `is_now`: as far as is known, still."""

    when: str
    title: str
    source: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class PartSection:
    """What someone says or does: the newest of it, and the address of all."""

    title: str
    total: int
    found: tuple[FoundView, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoPage(Page):
    """A person, body or country.

    Attributes:
        profile: as the store knows it; facts: kind, country, sector in words.
        wikidata: the address there, or "".
        offices: over time; sections: quotations, conditions, events.
        views: timeline and map of all: (title, address).
    """

    profile: Profile
    facts: tuple[str, ...]
    wikidata: str
    offices: tuple[OfficeView, ...]
    sections: tuple[PartSection, ...]
    views: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartiesPage(Page):
    """Who is spoken of most, or whose name holds some words."""

    parties: list[Party]
    asked: str


@dataclass(frozen=True, slots=True)
class RemarkView:
    """A check or a dispute in a list: what it is, in words, the fact or parties, and where it stands."""

    label: str
    tone: str
    kind: str
    words: str
    evidence: str
    href: str
    title: str
    publisher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksPage(Page):
    """What is to be checked, or what is disputed, in all articles.

    Attributes:
        tabs: (words, how many, address, whether it is this one).
        kinds: the same of rules, or of kinds of disputes.
        pages: (words, address).
    """

    told: str
    remarks: tuple[RemarkView, ...]
    tabs: tuple[tuple[str, int, str, bool], ...]
    kinds: tuple[tuple[str, int, str, bool], ...]
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedPage(Page):
    """What could not be read."""

    refusals: list[Refusal]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemPage(Page):
    """Why a page cannot be shown, what to do, and where that leads."""

    message: str
    remedy: str
    way: str
    way_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPage(Page):
    """The form for the token."""

    token: str
    is_wrong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPage(Page):
    """The routes that answer JSON: (method, path, what it does)."""

    routes: tuple[tuple[str, str, str], ...] = field(default=())
