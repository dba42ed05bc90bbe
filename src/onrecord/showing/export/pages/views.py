"""What a page shows, worked out before the template lays it out; one class a level, and no markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.showing.date_words import MONTHS
from onrecord.showing.export.pages.marked_text import BlockView, view_text
from onrecord.showing.export.pages.row_items import RowSectionView, view_rows
from onrecord.showing.speakers import list_speakers
from onrecord.showing.wording import (
    HeadingView,
    StatementView,
    count_statements,
    describe_heading,
    describe_statements,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.records import Article, Record, Statement

_ADDRESS = re.compile(r"https?://[^\s<>\\`\"]+", re.IGNORECASE)
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII)
_STATEMENT_ID = re.compile(r"s([1-9]\d{0,8})", re.ASCII)
_FEW_SPEAKERS = 10  # as many as a list of names can hold before it hides the statements; the others are folded away


@dataclass(frozen=True, slots=True)
class ItemView:
    """A statement in the list.

    Attributes:
        number: that of its id.
        view: it in words.
        quotation: direct, indirect or mixed.
        speakers: the places of its speakers in the list of those, as in "1 4".
        is_unsure: it is shown only on demand.
        nested: the statements inside it.
    """

    number: int
    view: StatementView
    quotation: str
    speakers: str
    is_unsure: bool
    nested: tuple[ItemView, ...]

    @property
    def is_all_unsure(self) -> bool:
        """Nothing of it is shown, nor of those inside it, where unsure statements are not."""
        return self.is_unsure and all(item.is_all_unsure for item in self.nested)


@dataclass(frozen=True, slots=True)
class SpeakerItemView:
    """One who speaks: their place in the list, and how many statements they have; `first` is the first's number."""

    place: int
    name: str
    sure: int
    unsure: int
    first: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its statements, events, people and bodies, times, places and quantities.

    Attributes:
        heading: title, publisher, authors, date.
        headline: the text's first line where it is the title, so that it stands above and not twice.
        date: when it was published as one writes it ("23 February 2025"); machine_date in ISO 8601, or "".
        link: the address, if it may be a link.
        blocks: the text.
        has_evidence: words of the text tell the date.
        items: the statements.
        total: how many are sure; unsure: how many are not.
        counts: the same in words.
        speakers: the first few of all who speak; others: the rest.
        sections: the lists of events, people and bodies, times, places and quantities.
    """

    heading: HeadingView
    headline: BlockView | None
    date: str
    machine_date: str
    link: str
    link_words: str
    language: str
    blocks: tuple[BlockView, ...]
    has_evidence: bool
    items: tuple[ItemView, ...]
    total: int
    unsure: int
    counts: str
    speakers: tuple[SpeakerItemView, ...]
    others: tuple[SpeakerItemView, ...]
    sections: tuple[RowSectionView, ...]

    @property
    def summary(self) -> str:
        """Publisher, date and counts in a line, for an index."""
        return " · ".join(filter(None, (self.heading.publisher, self.date, self.counts)))


def view_article(record: Record, *, least: float) -> ArticleView:
    """What to show of `record`; statements below `least` confidence only on demand, events not at all."""
    article = record.article
    numbers = _numbers(record.statements)
    unsure = {statement.id for statement in record.statements if statement.confidence < least}
    sure = [statement for statement in record.statements if statement.id not in unsure]
    sections = view_rows(record, least=least)
    blocks = view_text(record, numbers, unsure, [row for section in sections for row in section.all_rows])
    headline = next((block for block in blocks if block.layout == "headline"), None)
    heading = describe_heading(article)
    speakers, places = _speakers(record.statements, numbers, unsure)
    machine_date, spelled = _date(article, heading)
    few = len(speakers) if len(speakers) <= _FEW_SPEAKERS + 2 else _FEW_SPEAKERS  # a fold of one or two gains nothing
    return ArticleView(
        heading=heading,
        headline=headline,
        date=spelled,
        machine_date=machine_date,
        link=heading.url if _ADDRESS.fullmatch(heading.url) else "",
        link_words=re.sub(r"^https?://(?:www\.)?|/$", "", heading.url),
        language=article.language or "",
        blocks=tuple(block for block in blocks if block is not headline),
        has_evidence=any(piece.is_evidence for block in blocks for piece in block.pieces),
        items=_items(describe_statements(record), {s.id: s for s in record.statements}, numbers, unsure, places),
        total=len(sure),
        unsure=len(unsure),
        counts=count_statements(sure),
        speakers=speakers[:few],
        others=speakers[few:],
        sections=sections,
    )


def _numbers(statements: Sequence[Statement]) -> dict[str, int]:
    """Each statement's number: that of its id, or its place in the list where ids are not numbered."""
    matches = [_STATEMENT_ID.fullmatch(statement.id) for statement in statements]
    if all(matches):
        return {match[0]: int(match[1]) for match in matches if match}
    return {statement.id: place for place, statement in enumerate(statements, start=1)}


def _speakers(
    statements: Sequence[Statement], numbers: Mapping[str, int], unsure: set[str]
) -> tuple[tuple[SpeakerItemView, ...], dict[str, str]]:
    """All who speak, and by each statement's id the places of its speakers among them."""
    items: list[SpeakerItemView] = []
    places: dict[str, list[str]] = {}
    for place, speaker in enumerate(list_speakers(statements)):
        count = sum(statement.id in unsure for statement in speaker.statements)
        sure = len(speaker.statements) - count
        firsts = [s for s in speaker.statements if s.id not in unsure] or speaker.statements
        items.append(SpeakerItemView(place, speaker.name, sure, count, numbers[firsts[0].id]))
        for statement in speaker.statements:
            places.setdefault(statement.id, []).append(str(place))
    items.sort(key=lambda item: -item.sure)
    return tuple(items), {statement: " ".join(theirs) for statement, theirs in places.items()}


def _items(
    views: Sequence[StatementView],
    statements: Mapping[str, Statement],
    numbers: Mapping[str, int],
    unsure: set[str],
    places: Mapping[str, str],
) -> tuple[ItemView, ...]:
    return tuple(
        ItemView(
            numbers[view.id],
            view,
            statements[view.id].quotation,
            places.get(view.id, ""),
            view.id in unsure,
            _items(view.nested, statements, numbers, unsure, places),
        )
        for view in views
    )


def _date(article: Article, heading: HeadingView) -> tuple[str, str]:
    """The date of publication for machines, and as one writes it."""
    match = _ISO_DATE.fullmatch(article.published or "")
    if match is None:
        return "", heading.date
    year, month, day, time, zone = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return "", heading.date
    spelled = " ".join(filter(None, (day and str(int(day)), month and MONTHS[int(month) - 1], year)))
    if time:
        spelled += f", {time} {'UTC' if zone in {'Z', '+00:00'} else zone or ''}".rstrip()
    return match[0], spelled
