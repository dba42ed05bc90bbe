"""What the store says of itself: what came of adding, what is in it, whether it is whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that did not become an article.

    Attributes:
        input: the file or address that was given, or found in a folder.
        source: where in it: "export.jsonl line 3".
        reason: one of `errors.REASONS`, or "step-failed" where reading itself failed.
    """

    input: str
    source: str
    reason: str
    message: str
    remedy: str = ""
    met: str = ""


@dataclass(slots=True)
class AddReport:
    """What came of adding.

    Attributes:
        added: articles that were new.
        revised: articles that were there with another text, which is kept as an older revision.
        unchanged: articles that were there, and were not read again.
        removed: articles that were left out because they were removed from the store before.
        near_duplicates: pairs of nearly equal articles that there are now and were not before.
        refused: by reason.
        passed_over: files in folders and archives that are of no kind that articles come in.
    """

    added: int = 0
    revised: int = 0
    unchanged: int = 0
    removed: int = 0
    near_duplicates: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    passed_over: int = 0

    @property
    def read(self) -> int:
        """How many articles were read and stored."""
        return self.added + self.revised


@dataclass(frozen=True, slots=True)
class Stats:
    """What is in a store.

    Attributes:
        counts: of articles, revisions, statements, events, conditions, entities, near-duplicates, judgements, refusals.
        first, last: the earliest and latest publication date.
        undated: articles without one.
        speakers, types, publishers: the most frequent ones with their numbers.
        refused: refusals by reason.
        makers: onrecord's versions that made the records, with how many articles are of each.
        text_bytes, stored_bytes: of the current articles' texts, and of the whole database.
        schema: the version of the tables.
    """

    counts: dict[str, int]
    first: str | None
    last: str | None
    undated: int
    speakers: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    publishers: tuple[tuple[str, int], ...]
    refused: dict[str, int]
    makers: tuple[tuple[str, int], ...]
    text_bytes: int
    stored_bytes: int
    schema: int


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Whether a store is whole.

    Attributes:
        articles: how many were looked at.
        faults: what is wrong, a line each; none where all is well.
    """

    articles: int
    faults: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Change:
    """What reading an article again changed.

    Attributes:
        article: its short id.
        title: its title.
        gained, lost: by kind of passage, how many are new and how many are gone.
        changed: how many are at the same words and say something else of them.
    """

    article: str
    title: str | None
    gained: dict[str, int]
    lost: dict[str, int]
    changed: int

    @property
    def is_empty(self) -> bool:
        """Whether the new record says the same."""
        return not (self.gained or self.lost or self.changed)
