"""That a record holds together: spans hold their words, ids stand once, references are to parts of its own.

A part that has an `id` stands whole in one of the record's own tuples; anywhere else it is a reference to that one.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from onrecord.errors import RecordError
from onrecord.spans import Span

# The way to a value: the way to what holds it, and its name or number in there. A chain of pairs costs next to nothing
# where all is well, and is put into words only where it is not.
_Way = tuple[Any, "str | int"] | None


@cache
def part_names(kind: Any) -> tuple[str, ...]:
    """The names of a record type's fields; none for what is no record type."""
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()


@cache
def is_identified(kind: Any) -> bool:
    """Whether things of this type have an id, so that others may refer to them."""
    return "id" in part_names(kind)


def check_whole(record: Any, *, text: str, title: str) -> None:
    """Check the record whose spans are of `text`, those named `title_spans` of `title`.

    Raises:
        SpanError: a span does not hold the words at its place.
        RecordError: an id stands twice, or something refers to what is not, or not so, in the record.
    """
    own = _by_id(record)
    for name in part_names(record.__class__):
        value = getattr(record, name)
        if isinstance(value, tuple):
            for number, part in enumerate(value):
                _check_parts(part, own, text, title, ((None, name), number))
        else:
            _check_parts(value, own, text, title, (None, name))


def _by_id(record: Any) -> dict[str, Any]:
    own: dict[str, Any] = {}
    for name in part_names(record.__class__):
        value = getattr(record, name)
        for number, part in enumerate(value if isinstance(value, tuple) else ()):
            if part.id in own:
                raise RecordError(f"{name}[{number}].id", f"{part.id} stands twice")
            own[part.id] = part
    return own


def _check_parts(value: Any, own: dict[str, Any], text: str, title: str, way: _Way) -> None:
    for name in part_names(value.__class__):
        _check(getattr(value, name), own, title if name == "title_spans" else text, title, (way, name))


def _check(value: Any, own: dict[str, Any], text: str, title: str, way: _Way) -> None:
    kind: Any = type(value)
    if kind is Span:
        value.check(text)
    elif kind is tuple:
        for number, item in enumerate(value):
            _check(item, own, text, title, (way, number))
    elif is_identified(kind):
        same = own.get(value.id)
        if same is not value and same != value:
            noun = kind.__name__.lower()
            is_other = type(same) is kind
            told = f"{value!r} is not the record's {noun} {value.id}" if is_other else f"no {noun} {value.id}"
            raise RecordError(_place(way), told)
    else:
        _check_parts(value, own, text, title, way)


def _place(way: _Way) -> str:
    """A way in words: "statements[3].source.entities[0]"."""
    told = ""
    while way is not None:
        way, step = way
        told = f"[{step}]{told}" if isinstance(step, int) else f".{step.rstrip('_')}{told}"
    return told.removeprefix(".")
