"""The step that infers when an article was published, where nobody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.annotating.dating.calendars import is_news, read_calendar
from onrecord.annotating.dating.combining import settle
from onrecord.annotating.dating.expressions import find_dates
from onrecord.annotating.dating.happenings import read_happenings
from onrecord.annotating.dating.officeholders import read_officeholders
from onrecord.annotating.dating.passage import Passage
from onrecord.annotating.dating.stated import read_stated
from onrecord.records import Span, Why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.annotating.dating.clues import Clue
    from onrecord.annotating.dating.expressions import DateWords
    from onrecord.dossier import Dossier


# What dates an article stands early in it. Of the articles at hand the longest has 60,000 characters; without a limit,
# a text of 1 MB that is nothing but dates would take minutes.
_MOST, _MOST_CLUES = 40_000, 300


class DateArticle:
    """The step that makes `published`: a date with its reason, or None.

    An article that came with a date keeps it: nothing is inferred then.
    """

    name = "date_article"
    version = "1"
    requires = ()
    makes = ("published",)
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """The date that the text allows, as ISO 8601 at the precision it allows, and why."""
        article = dossier.article
        return {"published": None if article.published else infer_date(article.text)}


def infer_date(text: str) -> tuple[str, Why] | None:
    """When `text` was published, as far as it tells.

    Returns:
        the day, month or year that alone is left ("2031-03-05", "2031-03", "2031"), with a sentence that says why and
        the words it rests on; None where more than a year is left, where the clues contradict each other, or where
        they may all speak of a past.
    """
    passage = Passage(text[:_MOST])
    text = passage.text
    dates = list(find_dates(text))
    stated, used = read_stated(passage, dates)
    others = [words for words in dates if words.start not in used]
    clues = [*stated, *read_calendar(passage, others), *read_happenings(passage, dates), *read_officeholders(passage)]
    settled = settle(clues[:_MOST_CLUES])
    if settled is None:
        return None
    days, kept = settled
    date = days.date()
    if date is None or (not all(clue.is_firm for clue in kept) and _may_look_back(passage, others, int(date[:4]))):
        return None
    spans = sorted({span for clue in kept for span in clue.spans})
    return date, Why(_sentence(kept, days.first), tuple(Span.of(text, *span) for span in spans))


def _may_look_back(passage: Passage, dates: Sequence[DateWords], year: int) -> bool:
    """Whether the text knows of a later year, or has nothing of the news of a day: it may be history."""
    later = (w for w in dates if w.year is not None and w.year > year)
    return any(passage.tense(w.start, w.end) != "ahead" for w in later) or not is_news(passage, dates)


def _sentence(clues: Sequence[Clue], day: int) -> str:
    in_order = sorted(clues, key=lambda clue: clue.weekday is not None)  # which Sunday, before what happened on it
    clauses = list(dict.fromkeys(clue.clause(day) for clue in in_order))
    text = clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])}, and {clauses[-1]}"
    return f"{text[0].upper()}{text[1:]}."
