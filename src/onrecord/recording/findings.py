"""What a search gives: values that know where in which article they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.brief import brief, shown


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """The article that something stands in, in short.

    Attributes:
        id: what the store knows it by, in short; `show` takes it.
        published: ISO 8601, at the precision known.
        opening: how its text begins, for articles without a title.
        near_duplicates: how many other articles in the store have nearly the same text.
    """

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    opening: str = ""
    near_duplicates: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement, event or condition that was found.

    Attributes:
        kind: "statement", "event" or "condition".
        key: its id in the article's record ("s3").
        text: what was said; of events and conditions, the sentence that tells them.
        matches: the words of the query in `text`, as half-open ranges of code points.
        date: its own, ISO 8601 at the precision known; None where it has none.
        speaker: who says it, or holds the condition; names joined by "; ", as in the next three; "" for nobody.
        place: places with region and country.
        details: what its kind has besides, by name: act, cue, quotation; type, mode, status, …; if_words, ….
        verdict: what people last said of it: confirm, reject or correct; None where nobody has.
    """

    kind: str
    key: str
    article: FoundArticle
    text: str
    matches: tuple[tuple[int, int], ...]
    date: str | None
    speaker: str
    actor: str
    recipient: str
    place: str
    confidence: float
    details: dict[str, Any]
    verdict: str | None = None

    def __repr__(self) -> str:
        return shown(f"Finding {self.kind} {self.key} of {self.article.id}: {brief(self.text)}")

    def to_dict(self) -> dict[str, Any]:
        """Everything as plain values, those of the article and of the kind beside the others."""
        own = {name: getattr(self, name) for name in _OWN}
        article = {name: getattr(self.article, name) for name in ("title", "url", "publisher", "published")}
        return {
            **own,
            **self.details,
            "matches": [list(match) for match in self.matches],
            "article": self.article.id,
            **article,
            "near_duplicates": self.article.near_duplicates,
        }


_OWN = ("kind", "key", "text", "date", "speaker", "actor", "recipient", "place", "confidence", "verdict")


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, best first.

    Attributes:
        items: as many as were asked for.
        total: how many there are in all, as far as they were counted.
        is_counted: there are no more than `total`.
    """

    items: tuple[Finding, ...]
    total: int
    is_counted: bool = True

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Any:
        return iter(self.items)

    def __getitem__(self, number: int) -> Finding:
        return self.items[number]

    def __repr__(self) -> str:
        return shown(f"Findings {len(self.items)} of {'' if self.is_counted else 'more than '}{self.total}")
