"""Records as plain dicts and lists, as JSON has them, and back.

What has an id is written whole in the record's own tuples, and as its id wherever something refers to it. Spans are
pairs of offsets, confidences have three decimals, and a field `if_` is the key "if".
"""

from __future__ import annotations

import math
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from onrecord.errors import RecordError, SpanError
from onrecord.integrity import is_identified, part_names
from onrecord.spans import Span

T = TypeVar("T")


def to_plain(record: Any) -> dict[str, Any]:
    """The record as plain dicts and lists."""
    plain = {}
    for name in part_names(record.__class__):
        value = getattr(record, name)
        plain[_key(name)] = [_parts(part) for part in value] if isinstance(value, tuple) else _parts(value)
    return plain


def _parts(value: Any) -> dict[str, Any]:
    return {
        _key(name): round(part, 3) if name == "confidence" and part is not None else _plain(part)
        for name in part_names(value.__class__)
        for part in [getattr(value, name)]
    }


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind is Span:
        return [value.start, value.end]
    if kind is tuple:
        return [_plain(item) for item in value]
    if is_identified(kind):
        return value.id
    if part_names(kind):
        return _parts(value)
    return dict(value) if kind is dict else value


def _key(name: str) -> str:
    return name.rstrip("_")


def from_plain(kind: type[T], plain: Any) -> T:
    """The record of type `kind` that prints as `plain`; keys that it does not know are passed over.

    Raises:
        RecordError: a key is missing, a value is of another type, a span lies outside the text, an id stands twice,
            is not there, or is of another kind, or references go round in a circle.
    """
    try:
        record: T = _Reading(kind, plain).record()
    except RecursionError:
        raise RecordError("", "its parts refer to each other too deeply") from None
    return record


class _Reading:
    """One record being read. Parts that have an id are made when they are first needed, and once."""

    def __init__(self, kind: Any, plain: Any) -> None:
        self._kind = kind
        self._plain = _checked(dict, plain, "")
        article = plain.get("article")
        words = article if isinstance(article, dict) else {}
        # Where these are of a wrong type, that is found out as the article is read, before any span.
        self._text = words["text"] if isinstance(words.get("text"), str) else ""
        self._title = words["title"] if isinstance(words.get("title"), str) else ""
        self._known: dict[str, tuple[type, Any, str]] = {}  # by id: the type, the plain part, its place
        self._made: dict[str, Any] = {}
        self._begun: set[str] = set()

    def record(self) -> Any:
        """The whole record."""
        owned = {name: get_args(hint)[0] for name, hint in _hints(self._kind).items() if get_origin(hint) is tuple}
        ids = {name: self._note(kind, _key(name)) for name, kind in owned.items()}
        parts = {}
        for name, hint in _hints(self._kind).items():
            place = _key(name)
            if name in owned:
                parts[name] = tuple(self._part(owned[name], known, place) for known in ids[name])
            else:
                parts[name] = self._parts(hint, _child(self._plain, place, ""), place)
        return self._kind(**parts)

    def _note(self, kind: type, key: str) -> list[str]:
        """Note the parts of the list `key`, for references to them; give their ids."""
        ids = []
        for number, plain in enumerate(_checked(list, _child(self._plain, key, ""), key)):
            place = f"{key}[{number}]"
            id_ = _checked(str, _child(_checked(dict, plain, place), "id", place), f"{place}.id")
            if id_ in self._known:
                raise RecordError(f"{place}.id", f"{id_} stands twice")
            self._known[id_] = (kind, plain, place)
            ids.append(id_)
        return ids

    def _part(self, kind: type, id_: str, place: str) -> Any:
        """The part with this id, referred to at `place`."""
        known, plain, own_place = self._known.get(id_, (None, None, ""))
        if known is not kind:
            raise RecordError(place, f"no {kind.__name__.lower()} {id_}")
        if id_ not in self._made:
            if id_ in self._begun:
                raise RecordError(place, f"{id_} goes round in a circle")
            self._begun.add(id_)
            self._made[id_] = self._parts(kind, plain, own_place)
        return self._made[id_]

    def _parts(self, kind: Any, plain: Any, place: str) -> Any:
        """An object of type `kind` with all its fields."""
        _checked(dict, plain, place)
        parts = {}
        for name, hint in _hints(kind).items():
            key = _key(name)
            text = self._title if name == "title_spans" else self._text
            parts[name] = self._value(hint, _child(plain, key, place), f"{place}.{key}", text)
        return kind(**parts)

    def _value(self, hint: Any, plain: Any, place: str, text: str) -> Any:
        origin, args = _form(hint)
        if origin in (Union, UnionType):
            return self._choice(args, plain, place, text)
        if origin is Literal:
            if plain not in args:
                raise RecordError(place, f"{plain!r:.40} is none of {', '.join(args)}")
            return plain
        if origin is tuple:
            items = _checked(list, plain, place)
            return tuple([self._value(args[0], item, f"{place}[{n}]", text) for n, item in enumerate(items)])
        if origin is dict:
            of = args[1]
            return {
                key: self._value(of, item, f"{place}.{key}", text) for key, item in _checked(dict, plain, place).items()
            }
        if hint is Span:
            return _span(plain, place, text)
        if is_identified(hint):
            return self._part(hint, _checked(str, plain, place), place)
        if part_names(hint):
            return self._parts(hint, plain, place)
        return _checked(hint, plain, place)

    def _choice(self, hints: tuple[Any, ...], plain: Any, place: str, text: str) -> Any:
        """A value of one of several types, of which at most one is neither null nor a closed list."""
        if plain is None and NoneType in hints:
            return None
        lists = [hint for hint in hints if _form(hint)[0] is Literal]
        if any(plain in _form(hint)[1] for hint in lists):
            return plain
        rest = [hint for hint in hints if hint is not NoneType and hint not in lists]
        return self._value((rest or lists)[0], plain, place, text)


@cache
def _form(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """What a type is made of; kept, as working it out took a fifth of the time in which a record is read."""
    return get_origin(hint), get_args(hint)


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The types of a record type's fields, in their order."""
    hints = get_type_hints(kind)
    return {name: hints[name] for name in part_names(kind)}


def _span(plain: Any, place: str, text: str) -> Span:
    offsets = _checked(list, plain, place)
    if len(offsets) != 2:
        raise RecordError(place, f"a span is two numbers, not {len(offsets)}")
    start, end = (_checked(int, offset, f"{place}[{n}]") for n, offset in enumerate(offsets))
    try:
        return Span.of(text, start, end)
    except SpanError:
        raise RecordError(place, f"[{start}, {end}) is no range of the text, which ends at {len(text)}") from None


_WANTED = {
    str: "a string",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


def _checked(kind: Any, plain: Any, place: str) -> Any:
    """`plain`, which must be of this type; a whole number will do for a number, and true and false are none."""
    is_right = isinstance(plain, (int, float) if kind is float else kind)
    if isinstance(plain, bool):
        is_right = kind is bool
    if isinstance(plain, float):
        is_right = is_right and math.isfinite(plain)
    if not is_right:
        raise RecordError(place, f"{_WANTED[kind]} is wanted, not {_found(plain)}")
    return plain


def _found(plain: Any) -> str:
    if plain is None:
        return "null"
    name = next((name for kind, name in _WANTED.items() if type(plain) is kind), type(plain).__name__)
    return str(plain) if isinstance(plain, float) else name


def _child(plain: dict[str, Any], key: str, place: str) -> Any:
    if key not in plain:
        raise RecordError(f"{place}.{key}".removeprefix("."), "missing")
    return plain[key]
