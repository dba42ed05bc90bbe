"""A second look at the contents that may hold a statement of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.annotating.encoding import encode
from onrecord.records import Span
from onrecord.sentences import find_ends
from onrecord.vocabulary import has_cue_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.dossier import Dossier
    from onrecord.records import Statement
    from onrecord.tokens import Encoding

# The least words in which someone can say something about someone: "he said they lied".
_LEAST_WORDS = 4
_NO_CUE_AFTER = frozenset(
    "i we you to the a an this these those his her their our my your its of in on for by no any some each every".split()
)


class EncodeContents:
    """The step that reads sentences of contents again as texts of their own.

    The corpus that the encoder learnt from marks no attribution inside another's content, so the first reading finds
    none there. Read alone, the same words are an attribution like any other. Only sentences with a word of speech in
    them are read again: of the contents in the train split, one in six holds such a word.
    """

    name = "encode_contents"
    version = "1"
    requires = ("outer_statements",)
    makes = ("content_encodings",)
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the encodings of the sentences that are worth it, each with its span and the statement that holds it."""
        text = dossier.article.text
        found: list[tuple[Statement, Span, Encoding]] = []
        for statement in dossier["outer_statements"]:
            for content in statement.content.spans:
                for start, end in split_sentences(content.surface):
                    span = Span.of(text, content.start + start, content.start + end)
                    words = span.surface.split()
                    if len(words) >= _LEAST_WORDS and may_hold_statement(words):
                        found.append((statement, span, encode(span.surface)))
        return {"content_encodings": tuple(found)}


def may_hold_statement(words: Sequence[str]) -> bool:
    """Whether one of the words can be the cue of a statement by someone else.

    Not so the "States" of a name, "I think", which is the outer speaker, and "the report" or "to say", which have no
    source: without these, half the readings are saved and one in ten of the statements in others is lost.
    """
    return any(
        has_cue_word([word])
        and word[:1].islower()
        and (i == 0 or words[i - 1].strip("“\"‘'").lower() not in _NO_CUE_AFTER)
        for i, word in enumerate(words)
    )


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Half-open ranges of the sentences of `text`, by their ends alone; the white space between them is left out."""
    start = 0
    for end, following in find_ends(text, lines=False):
        yield start, end
        start = following
    if start < len(text):
        yield start, len(text)
