"""What is in a store, and what was refused, as text for a terminal."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.text import Text

from onrecord.brief import counted
from onrecord.showing.plain_text import one_line
from onrecord.showing.who_layout import Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.recording import Refusal, Stats

REFUSAL_COLUMNS = ("input", "source", "reason", "message", "remedy", "met")
_NAME, _FAINT = "bold", "dim"


class StatsPage:
    """Lays out what is in a store at one width."""

    def __init__(self, width: int, *, is_colored: bool) -> None:
        self._sheet = Sheet(width, is_colored=is_colored)

    def show(self, stats: Stats, *, name: str) -> str:
        """The numbers, then the most frequent speakers, types of events and publishers."""
        counts = stats.counts
        rows = [
            ("articles", f"{counts['articles']:,}{_older(stats)}"),
            ("published", _tell_span(stats)),
            ("statements", f"{counts['statements']:,}"),
            ("events", f"{counts['events']:,}"),
            ("conditions", f"{counts['conditions']:,}"),
            ("names", f"{counts['entities']:,}"),
            ("near-duplicates", counted(counts["near_duplicates"], "pair") if counts["near_duplicates"] else ""),
            ("judgements", f"{counts['judgements']:,}" if counts["judgements"] else ""),
            ("refused", _listed(stats.refused.items(), total=counts["refusals"])),
            ("size", f"{_tell_bytes(stats.stored_bytes)}, of texts {_tell_bytes(stats.text_bytes)}"),
            ("read by", " · ".join(f"onrecord {version}" for version, _ in stats.makers)),
        ]
        lists = [
            ("who speaks most", _listed(stats.speakers)),
            ("what happens most", _listed(stats.types)),
            ("who publishes most", _listed(stats.publishers)),
        ]
        blocks = [[Text(one_line(name), _NAME)], self._rows(rows), self._rows(lists)]
        return self._sheet.show([block for block in blocks if block])

    def _rows(self, rows: Sequence[tuple[str, str]]) -> list[Text]:
        return self._sheet.rows([Row(Text(left, _FAINT), Text(right)) for left, right in rows if right])


def stats_data(stats: Stats) -> dict[str, Any]:
    """The same as plain values."""
    plain = asdict(stats)
    for name in ("speakers", "types", "publishers", "makers"):
        plain[name] = dict(plain[name])
    return {**plain.pop("counts"), **plain}


def show_refusals(refusals: Sequence[Refusal], *, width: int, is_colored: bool) -> str:
    """Each refusal in a block: where, then what is wrong and what can be done."""
    sheet = Sheet(width, is_colored=is_colored)
    total = Text(f"{len(refusals):,} refused", _FAINT)
    blocks = [[total]]
    for refusal in refusals:
        told = "; ".join(filter(None, [one_line(refusal.message), one_line(refusal.remedy)]))
        head = Text.assemble((one_line(refusal.source), _NAME), (f" · {refusal.reason}", _FAINT))
        blocks.append([*sheet.hanging(head, "", "  "), *sheet.hanging(Text(told), "  ", "  ")])
    return sheet.show(blocks)


def _older(stats: Stats) -> str:
    older = stats.counts["revisions"] - stats.counts["articles"]
    return f", and {counted(older, 'older revision')}" if older else ""


def _tell_span(stats: Stats) -> str:
    undated = f"{stats.undated:,} without a date" if stats.undated else ""
    if stats.first is None or stats.last is None:
        return undated
    first, last = stats.first[:10], stats.last[:10]
    return " · ".join(filter(None, [first if first == last else f"{first} to {last}", undated]))


def _listed(counts: Any, *, total: int = 0) -> str:
    told = " · ".join(f"{one_line(name)} {number:,}" for name, number in counts)
    return f"{total:,}: {told}" if total else told


def _tell_bytes(number: int) -> str:
    if number < 1_000_000:
        return f"{number / 1_000:.0f} kB"
    return f"{number / 1_000_000:,.1f} MB" if number < 1_000_000_000 else f"{number / 1_000_000_000:,.2f} GB"
