"""Where each word stands: its sentence and paragraph, and the statement that it is the source of or is said in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.tokens import GAPS, word_range

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from onrecord.chains import FoundMention
    from onrecord.records import Statement
    from onrecord.tokens import Tokens

_LINE = GAPS.index("line")
_ENDS = frozenset(".?!")
_CLOSING = frozenset("\"”'’")
_LONGEST_ABBREVIATION = 3


@dataclass(frozen=True, slots=True)
class Context:
    """The places of an article's words; arrays have one entry a word.

    Attributes:
        words: lower case.
        sentences, paragraphs: running numbers.
        source_of, inside: the number of the statement whose source or content holds the word, or -1.
        direct: by statement, whether its words are a direct quotation.
        sources: by statement, the half-open range of words of its source, or None.
        contents: by statement, the half-open ranges of words of its content.
        leading: numbers of the mentions that are the first of people or organizations in their sentence.
    """

    words: tuple[str, ...]
    sentences: NDArray[np.int64]
    paragraphs: NDArray[np.int64]
    source_of: NDArray[np.int64]
    inside: NDArray[np.int64]
    direct: tuple[bool, ...]
    sources: tuple[tuple[int, int] | None, ...]
    contents: tuple[tuple[tuple[int, int], ...], ...]
    leading: frozenset[int] = frozenset()

    def is_line(self, first: int, last: int) -> bool:
        """Whether a half-open range of words is all that stands in its line."""
        begins = first == 0 or self.paragraphs[first - 1] != self.paragraphs[first]
        return begins and (last == len(self.words) or self.paragraphs[last] != self.paragraphs[first])


def read_context(tokens: Tokens, statements: Iterable[Statement]) -> Context:
    """The context of a text's words; of statements nested in others only their sources count, not what they hold."""
    inside = np.full(len(tokens), -1)
    source_of = np.full(len(tokens), -1)
    direct: list[bool] = []
    sources: list[tuple[int, int] | None] = []
    contents: list[tuple[tuple[int, int], ...]] = []
    for number, statement in enumerate(sorted(statements, key=lambda s: s.nested_in is not None)):
        contents.append(tuple(word_range(tokens, span) for span in statement.content.spans))
        if statement.nested_in is None:
            for first, last in contents[-1]:
                inside[first:last] = number
        direct.append(statement.quotation == "direct")
        sources.append(word_range(tokens, statement.source.spans[0]) if statement.source else None)
        if statement.source:
            first, last = word_range(tokens, statement.source.spans[0])
            source_of[first:last] = number
    return Context(
        words=tuple(word.lower() for word in tokens.words),
        sentences=_sentences(tokens.words, tokens.gaps == _LINE),
        paragraphs=np.cumsum(tokens.gaps == _LINE),
        source_of=source_of,
        inside=inside,
        direct=tuple(direct),
        sources=tuple(sources),
        contents=tuple(contents),
    )


def find_leading(mentions: Sequence[FoundMention], context: Context) -> frozenset[int]:
    """Numbers of the mentions that are the first of people or organizations in their sentence: often its subject."""
    first: dict[int, int] = {}
    for i, mention in enumerate(mentions):
        if max(mention.kinds[0], mention.kinds[1]) > 0.4:
            first.setdefault(int(context.sentences[mention.head]), i)
    return frozenset(first.values())


def _sentences(words: Sequence[str], begins_line: NDArray[np.bool_]) -> NDArray[np.int64]:
    starts = np.zeros(len(words), int)
    for i in range(1, len(words)):
        ends = words[i - 1] in _ENDS or (i > 1 and words[i - 1] in _CLOSING and words[i - 2] in _ENDS)
        if begins_line[i] or (ends and words[i][:1].isupper() and not _is_abbreviated(words, i)):
            starts[i] = 1
    return np.cumsum(starts)


def _is_abbreviated(words: Sequence[str], i: int) -> bool:
    """Whether the full stop before word `i` is that of "Mr." or "Sen."."""
    before = words[i - 2] if i > 1 else ""
    return words[i - 1] == "." and len(before) <= _LONGEST_ABBREVIATION and before[:1].isupper()
