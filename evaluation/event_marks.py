"""Events, against our own marks on real news that taught no event: 150 sentences and 15 whole articles.

The sentences are of the train splits of the pairs, of classified sentences and of coded news (conflict and diplomacy);
some of them taught the type between two given parties. The articles are of PolNeAR's train split (politics of the
United States). A language model marked them with the codebook, as it did the training data; nobody checked the marks.
`cases/event_marks.jsonl` holds ids, offsets and labels, and no text.

A mark is found where an event's trigger overlaps its own, and typed right where the type is the mark's too. Of those, a
side is as right as the F1 of its parties, each of which must overlap one of the mark's.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord import Reader
from onrecord.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOLDER = Path(__file__).parent / "cases"
DATA = "event_marks.jsonl"
SOURCES = (
    *("polnear_train.jsonl", "plover_pairs_train.jsonl"),
    *("quad_train.jsonl", "coded_news_rounds.jsonl"),
)
Range = tuple[int, int]


@dataclass(slots=True)
class Told:
    """An event in one place: its type, and the offsets of its trigger and its parties."""

    type: str
    trigger: Range
    actors: list[Range]
    recipients: list[Range]


@dataclass(slots=True)
class Counts:
    """What was found in some sentences."""

    marked: int = 0
    told: int = 0
    found: int = 0
    typed: int = 0
    actors: list[float] = field(default_factory=list)
    recipients: list[float] = field(default_factory=list)
    empty: int = 0
    left_empty: int = 0

    def add(self, marks: Sequence[Told], events: Sequence[Told]) -> None:
        """Count a sentence's marks, and what was read in it."""
        self.marked += len(marks)
        self.told += len(events)
        self.empty += not marks
        self.left_empty += not marks and not events
        free = list(events)
        for mark in marks:
            near = [event for event in free if _overlap(event.trigger, mark.trigger)]
            if not near:
                continue
            event = next((one for one in near if one.type == mark.type), near[0])
            free.remove(event)
            self.found += 1
            if event.type == mark.type:
                self.typed += 1
                self.actors.append(_parties_f1(mark.actors, event.actors))
                self.recipients.append(_parties_f1(mark.recipients, event.recipients))

    def figures(self, name: str) -> dict[str, float]:
        """F1 of triggers and of types, how right the sides are, and the share of empty sentences left so."""
        all_told = self.marked + self.told
        return {
            f"{name}, found F1": round(2 * self.found / all_told, 4),
            f"{name}, typed F1": round(2 * self.typed / all_told, 4),
            f"{name}, actors": round(sum(self.actors) / max(1, len(self.actors)), 4),
            f"{name}, recipients": round(sum(self.recipients) / max(1, len(self.recipients)), 4),
            f"{name}, left without": round(self.left_empty / max(1, self.empty), 4),
        }


def measure(data: Path) -> dict[str, float]:
    """The figures of sentences and of articles, by name."""
    return {
        name: value
        for counts, label in zip(count(data), ("marked sentences", "marked articles"), strict=True)
        for name, value in counts.figures(label).items()
        if label == "marked articles" or not name.endswith("left without")  # six of 150 sentences have no event
    }


def count(data: Path) -> tuple[Counts, Counts]:
    """What is found in the single sentences, and in the articles."""
    texts = {row["id"]: row["text"] for name in SOURCES for row in _rows(data / name)}
    reader, sentences, articles = Reader(), Counts(), Counts()
    for row in _rows(FOLDER / DATA):
        record = reader.read(Article(id=row["id"], text=texts[row["id"]]))
        events = [
            Told(event.type, _range(m.trigger), [*map(_range, m.actor_spans)], [*map(_range, m.recipient_spans)])
            for event in record.events
            for m in event.mentions
        ]
        counts = sentences if len(row["sentences"]) == 1 else articles
        for start, end, marks in row["sentences"]:
            counts.add(
                [_mark(start, *mark) for mark in marks],
                [event for event in events if start <= event.trigger[0] < end],
            )
    return sentences, articles


def _mark(start: int, kind: str, _mode: str, _status: str, trigger: Range, *sides: list[Range]) -> Told:
    """A mark with the offsets of the text, in place of its sentence's."""
    actors, recipients = ([(start + first, start + last) for first, last in side] for side in sides)
    return Told(kind, (start + trigger[0], start + trigger[1]), actors, recipients)


def _parties_f1(marked: Sequence[Range], told: Iterable[Range]) -> float:
    """F1 of parties, each of which is right that overlaps one of the marked, one each; 1 where both have none."""
    left, told = list(marked), list(told)
    if not left and not told:
        return 1.0
    right = 0
    for party in told:
        same = next((mark for mark in left if _overlap(mark, party)), None)
        if same is not None:
            left.remove(same)
            right += 1
    return 2 * right / (len(marked) + len(told))


def _overlap(a: Range, b: Range) -> bool:
    return min(a[1], b[1]) > max(a[0], b[0])


def _range(span: Any) -> Range:
    return span.start, span.end


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1])), indent=1))
