"""A drawing of when things happened: bars of events and statements over days, months or years, as SVG."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from onrecord.showing.date_words import MONTHS
from onrecord.showing.event_words import tell_class

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.recording import Tally

# What the bars are made of, from below: statements, conditions, events by PLOVER's classes, events of one's own types.
SERIES = (
    ("statement", "Statements"),
    ("condition", "Conditions"),
    ("verbal-cooperation", "Cooperation in words"),
    ("material-cooperation", "Cooperation in deeds"),
    ("verbal-conflict", "Conflict in words"),
    ("material-conflict", "Conflict in deeds"),
    ("event", "Other events"),
)
_MOST_DAYS, _MOST_MONTHS, _MOST_YEARS = 62, 60, 120  # bars; a longer time is drawn more coarsely
_LEFT, _TOP, _WIDTH, _HEIGHT, _BELOW = 44, 12, 900, 220, 34
_GAP = 0.18  # of a bar's room
_YEAR = 366  # days
_LONG_AGO, _FAR_OFF = 0.1, 0.02  # of what was found, so much may lie before what is drawn, and behind it
_FONT = "Inter, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"
_COLORS = {
    "statement": "#b9ad95", "condition": "#b98a2e", "verbal-cooperation": "#8fbfa3", "material-cooperation": "#17623c",
    "verbal-conflict": "#dba09b", "material-conflict": "#a12822", "event": "#6b6256",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, month or year with what is in it.

    Attributes:
        since: as an ISO 8601 prefix: "2025-02-23", "2025-02" or "2025".
        counts: by the names of SERIES, how many.
    """

    since: str
    counts: Counter[str]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return self.counts.total()

    @property
    def label(self) -> str:
        """The time in words: "23 February 2025"."""
        year, *rest = self.since.split("-")
        day = [str(int(rest[1]))] if len(rest) > 1 else []
        month = [MONTHS[int(rest[0]) - 1]] if rest else []
        return " ".join([*day, *month, year])


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars of one width of time.

    Attributes:
        unit: day, month or year; "" where there is nothing to draw.
        bars: one after another without gaps.
        coarse: how many are dated too coarsely for any one bar.
        far: how many lie before the first bar or behind the last, as there would be too many bars.
        series: which of SERIES there are.
    """

    unit: str
    bars: tuple[Bar, ...]
    coarse: int
    far: int
    series: tuple[str, ...]


def make_timeline(tally: Tally) -> Timeline:
    """The bars of what was found: days where these are few, else months, else years."""
    days = [(first, last, _series(kind, type_), number) for first, last, kind, type_, number in tally.days]
    if not days:
        return Timeline("", (), 0, 0, ())
    exact = sorted(day for day in days if day[0][:4] == day[1][:4]) or sorted(days)
    unit, length, units = _unit(exact[0][0], exact[-1][1])
    if unit == "year":  # a few mentions of long ago would leave all that is told of now to one bar
        most = [day for day in exact for _ in range(day[3])]
        first, last = int(len(most) * _LONG_AGO), len(most) - int(len(most) * _FAR_OFF)
        earliest = date.fromisoformat(most[first][0])
        year_before = (earliest - timedelta(days=_YEAR)).isoformat() if first and earliest.year > 2 else ""
        begin = min(day[0] for day in most if day[0] >= year_before)
        unit, length, units = _unit(begin, max(day[1] for day in most[first:last]))
    bars = {since: Bar(since, Counter()) for since in units}
    coarse = far = 0
    for begin, end, series, number in days:
        since = begin[:length]
        if since != end[:length]:
            coarse += number
        elif since in bars:
            bars[since].counts[series] += number
        else:
            far += number
    made = tuple(bars.values())
    seen = {name for bar in made for name in bar.counts}
    return Timeline(unit, made, coarse, far, tuple(name for name, _ in SERIES if name in seen))


def _series(kind: str, type_: str) -> str:
    return tell_class(type_).replace(" ", "-") or kind if kind == "event" else kind


def _unit(first: str, last: str) -> tuple[str, int, list[str]]:
    """What a bar stands for, the length of its name, and all names from the first to the last."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if (end - begin).days < _MOST_DAYS:
        return "day", 10, [(begin + timedelta(days=n)).isoformat() for n in range((end - begin).days + 1)]
    months = (end.year - begin.year) * 12 + end.month - begin.month + 1
    if months <= _MOST_MONTHS:
        numbers = (begin.year * 12 + begin.month - 1 + n for n in range(months))
        return "month", 7, [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]
    years = range(max(begin.year, end.year - _MOST_YEARS + 1), end.year + 1)
    return "year", 4, [f"{year:04}" for year in years]


def draw_timeline(timeline: Timeline, *, address: Callable[[Bar], str], is_alone: bool = False) -> Markup:
    """The bars as one SVG; each leads to the address of its time.

    Args:
        is_alone: as a file of its own, with its colours and a legend in it and no links.
    """
    bars = timeline.bars
    highest = max((bar.total for bar in bars), default=0)
    top = _round_up(highest)
    room = _WIDTH / max(len(bars), 1)
    legend = 24 if is_alone else 0
    parts = [*_grid(top)]
    for place, bar in enumerate(bars):
        if bar.total:
            x = _LEFT + place * room + room * _GAP / 2
            drawn = "".join(_stack(bar, x, room * (1 - _GAP), top))
            title = f"<title>{escape(_tell(bar))}</title>"
            link = f'<a href="{escape(address(bar))}" aria-label="{escape(_tell(bar))}">{title}{drawn}</a>'
            parts.append(f"<g>{title}{drawn}</g>" if is_alone else link)
    parts += _axis(bars, room)
    parts += _legend(timeline.series) if is_alone else ()
    size = f"0 0 {_LEFT + _WIDTH + 8} {_TOP + _HEIGHT + _BELOW + legend}"
    label = f"{sum(bar.total for bar in bars):,} by {timeline.unit}"
    name = 'xmlns="http://www.w3.org/2000/svg" ' if is_alone else ""
    style = f"<style>{_style()}</style>" if is_alone else ""
    head = f'<svg {name}class="timeline" viewBox="{size}" role="group" aria-label="{escape(label)}">'
    return Markup(f"{head}{style}{''.join(parts)}</svg>")  # noqa: S704 - what comes from outside is escaped above


def _stack(bar: Bar, x: float, width: float, top: int) -> Iterable[str]:
    y = float(_TOP + _HEIGHT)
    yield f'<rect class="tl-room" x="{x:.1f}" y="{_TOP}" width="{width:.1f}" height="{_HEIGHT}"/>'
    for name, _ in SERIES:
        if number := bar.counts.get(name, 0):
            height = number / top * _HEIGHT
            y -= height
            yield f'<rect class="tl {name}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'


def _grid(top: int) -> Iterable[str]:
    for number in sorted({0, top // 2, top}):
        y = _TOP + _HEIGHT - number / top * _HEIGHT
        yield f'<line class="tl-grid" x1="{_LEFT}" x2="{_LEFT + _WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text class="tl-number" x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{number:,}</text>'


def _axis(bars: Sequence[Bar], room: float) -> Iterable[str]:
    """Names of times under the bars, as many as have room, the first of each year in full."""
    every = max(1, round(72 / room + 0.49))
    shown_year = ""
    for place in range(0, len(bars), every):
        year, *rest = bars[place].since.split("-")
        told = " ".join(
            [*([str(int(rest[1]))] if len(rest) > 1 else []), *([MONTHS[int(rest[0]) - 1][:3]] if rest else [])]
        )
        told = f"{told} {year}".strip() if year != shown_year else told
        shown_year = year
        x = _LEFT + (place + 0.5) * room
        yield f'<text class="tl-label" x="{x:.1f}" y="{_TOP + _HEIGHT + 20}" text-anchor="middle">{told or year}</text>'


def _legend(series: Sequence[str]) -> Iterable[str]:
    x, y = float(_LEFT), _TOP + _HEIGHT + _BELOW + 6
    for name, words in SERIES:
        if name in series:
            yield f'<rect class="tl {name}" x="{x:.0f}" y="{y}" width="11" height="11"/>'
            yield f'<text class="tl-label" x="{x + 16:.0f}" y="{y + 10}">{words}</text>'
            x += 30 + 6.6 * len(words)


def _style() -> str:
    colors = "".join(f".tl.{name}{{fill:{color}}}" for name, color in _COLORS.items())
    return (
        f"text{{font:12px {_FONT};fill:#655d50}}.tl-grid{{stroke:#ddd5c5}}.tl-room{{fill:none}}{colors}"
        "svg{background:#fdfcf8}"
    )


def _tell(bar: Bar) -> str:
    parts = [f"{bar.counts[name]:,} {words.lower()}" for name, words in SERIES if bar.counts.get(name)]
    return f"{bar.label}: {', '.join(parts)}"


def _round_up(highest: int) -> int:
    """A number to draw up to: the next of 2, 4, 6, 8, 10, 20 and so on."""
    step = 2
    while highest > step * 5:
        step *= 10 if str(step).startswith("2") and step * 25 < highest else 5 if str(step).startswith("2") else 2
    return max(step, -(-highest // step) * step)
