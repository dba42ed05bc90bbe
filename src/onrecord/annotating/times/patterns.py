"""Patterns over words instead of characters: a small language, compiled to regular expressions over word codes.

A pattern is a row of items with spaces between: a class of words in upper case (`MONTH`), a word in lower case
(`ago`), a sign (`,`), or several of these (`MONTH/SHORT_MONTH`). `( a b | c )` chooses, `?` after an item or a closing
bracket makes it optional, `n:NUMBER` names what an item took. Nothing repeats, so that a pattern takes at most as many
words as it has items: no text can make it slow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.errors import InternalError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAMED = re.compile(r"(?:([a-z]\w*):)?(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Item:
    """A class or word; `name` is what it is asked for by."""

    words: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Nodes one after another."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several rows, or none of them where it is optional."""

    rows: tuple[Row, ...]
    is_optional: bool = False


Node = Item | Choice


def parse(pattern: str) -> Row:
    """Read a pattern.

    Raises:
        InternalError: brackets do not pair.
    """
    rest = pattern.split()
    row = _rows(rest)
    if rest or len(row) != 1:
        raise InternalError(f"the pattern {pattern!r} does not hold together")
    return row[0]


def _rows(rest: list[str]) -> tuple[Row, ...]:
    """The rows up to a closing bracket, which stays, or to the end."""
    rows: list[tuple[Node, ...]] = [()]
    while rest and rest[0] not in {")", ")?"}:
        word = rest.pop(0)
        if word == "|":
            rows.append(())
            continue
        node: Node
        if word == "(":
            inner = _rows(rest)
            if not rest:
                raise InternalError("a bracket is not closed")
            node = Choice(inner, rest.pop(0) == ")?")
        else:
            is_optional = len(word) > 1 and word.endswith("?")
            named = _NAMED.fullmatch(word.removesuffix("?") if is_optional else word)
            if named is None:
                raise InternalError(f"{word!r} is no item of a pattern")
            item = Item(named[2], named[1])
            node = Choice((Row((item,)),), is_optional=True) if is_optional else item
        rows[-1] = (*rows[-1], node)
    return tuple(Row(nodes) for nodes in rows)


def names_of(item: Item) -> list[str]:
    """The classes and words that an item takes."""
    return item.words.split("/") if len(item.words) > 1 else [item.words]


def words_of(row: Row) -> Iterator[str]:
    """Every class and word that a pattern names."""
    for node in row.nodes:
        if isinstance(node, Item):
            yield from names_of(node)
        else:
            for inner in node.rows:
                yield from words_of(inner)


def to_expression(row: Row, codes: Callable[[Item], str]) -> str:
    """The regular expression of a pattern; `codes` gives the codes of all words that an item takes.

    A name may stand several times: its groups are numbered, `n_0`, `n_1`, …
    """
    used: dict[str, int] = {}

    def of(node: Node) -> str:
        if isinstance(node, Choice):
            inner = "|".join("".join(map(of, one.nodes)) for one in node.rows)
            return f"(?:{inner}){'?' if node.is_optional else ''}"
        taken = f"[{re.escape(codes(node))}]"
        if node.name is None:
            return taken
        used[node.name] = used.get(node.name, -1) + 1
        return f"(?P<{node.name}_{used[node.name]}>{taken})"

    return "".join(map(of, row.nodes))


def firsts(row: Row, codes: Callable[[Item], str]) -> frozenset[str]:
    """The codes that a pattern can begin with."""
    found: frozenset[str] = frozenset()
    for node in row.nodes:
        if isinstance(node, Item):
            return found | frozenset(codes(node))
        for one in node.rows:
            found |= firsts(one, codes)
        if not node.is_optional:
            return found
    return found


@dataclass(slots=True)
class Codes:
    """A character for every set of classes that some word has; words that no pattern asks for share one."""

    by_classes: dict[frozenset[str], str] = field(default_factory=dict)

    NONE = "."

    def code(self, classes: frozenset[str]) -> str:
        """The character of a set of classes, a new one where it is new."""
        if not classes:
            return self.NONE
        if classes not in self.by_classes:
            self.by_classes[classes] = chr(0xE000 + len(self.by_classes))
        return self.by_classes[classes]

    def taken(self, item: Item) -> str:
        """The characters of all sets that hold one of an item's classes or words.

        Raises:
            InternalError: none does.
        """
        names = set(names_of(item))
        found = "".join(code for classes, code in self.by_classes.items() if classes & names)
        if not found:
            raise InternalError(f"no word is a {item.words!r}")
        return found
