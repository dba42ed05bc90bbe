"""How many: the article's quantities in words, those that something befell or was done with first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.brief import counted
from onrecord.sentences import find_ends
from onrecord.showing.plain_text import one_line
from onrecord.showing.quantity_words import tell_quantity
from onrecord.showing.rows import NO_WORDS, ContextView, RowView, SectionView, times_sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Quantity
    from onrecord.spans import Span

_ROOM = 36  # characters on either side, so that a context takes two lines beside what is told in 80 columns


def describe_quantities(quantities: Sequence[Quantity], text: str) -> SectionView | None:
    """Quantities with a role in text order, equal ones together; the others apart."""
    if not quantities:
        return None
    with_role: dict[str, list[Quantity]] = {}
    without: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        (with_role if quantity.role else without).setdefault(tell_quantity(quantity), []).append(quantity)
    return SectionView(
        "how-many",
        "How many",
        counted(len(quantities), "number"),
        tuple(_row(told, group, text) for told, group in with_role.items()),
        tuple(_row(told, group, None) for told, group in without.items()),
        "Other numbers",
    )


def _row(told: str, group: Sequence[Quantity], text: str | None) -> RowView:
    """A row, with words of `text` around its first place, or without."""
    told = told or NO_WORDS
    spans = tuple(sorted(quantity.span for quantity in group))
    ids = tuple(quantity.id for quantity in group)
    if text is None:
        return RowView(told, spans, notes=(f"{len(spans)} times",) if len(spans) > 1 else (), ids=ids)
    return RowView(f"{told}{times_sign(len(spans))}", spans, context=_context(spans[0], text), ids=ids)


def _context(span: Span, text: str) -> ContextView:
    """The span in its sentence, as far as there is room; "…" stands where that is cut."""
    first, last = max(0, span.start - 2 * _ROOM), span.end + 2 * _ROOM
    left, right = text[first : span.start], text[span.end : last]
    borders = [start for _, start in find_ends(text, first, span.start)]
    before = one_line(text[borders[-1] : span.start] if borders else left)
    is_cut = not borders and span.start > 2 * _ROOM
    if is_cut or len(before) > _ROOM:
        before = f"… {before[-_ROOM:].partition(' ')[2]}".rstrip()
    end = next((end for end, _ in find_ends(text, span.end, last)), None)
    after = one_line(text[span.end : end] if end is not None else right)
    is_cut = end is None and last < len(text)
    if is_cut or len(after) > _ROOM:
        after = f"{after[:_ROOM].rpartition(' ')[0].rstrip(' ,;:—–-')} …".lstrip()
    is_apart = left[-1:].isspace(), right[:1].isspace()
    words = one_line(span.surface)
    return ContextView(before + " " * is_apart[0] * bool(before), words, " " * is_apart[1] * bool(after) + after)
