"""Statements: who said what, from the spans that the models give."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from onrecord.inference import read_manifest
from onrecord.interpreting.confidence import CALIBRATION, SOURCE_TAGS, chances_of, confidence_of
from onrecord.interpreting.floating import join_floating
from onrecord.interpreting.quoting import complete_quotations, paragraph_numbers, quotation_of
from onrecord.interpreting.roles import MODEL, TRANSITIONS, find_attributions, find_spans
from onrecord.interpreting.settling import drop_strays, settle
from onrecord.interpreting.sources import is_caption, is_said_of, is_told_by, source_words, subject_start
from onrecord.interpreting.spans import TaggedSpan
from onrecord.interpreting.transcripts import find_turns, join_turns
from onrecord.interpreting.unsaid import is_mute, is_undergone, is_unsaid
from onrecord.records import Content, Cue, Source, Span, Statement
from onrecord.tokens import GAPS
from onrecord.vocabulary import classify_cue, has_cue_word
from onrecord.vocabulary.deeds import is_deed
from onrecord.vocabulary.titles import ABBREVIATED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.dossier import Dossier
    from onrecord.interpreting.spans import Attribution
    from onrecord.tokens import Encoding, Tokens


# What is less likely right than this is no statement. On the dev split 0.2 and 0.25 give a linked F1 of .7262 and
# .7298; 0.3 gives about .73 too, and leaves eight more of the 393 lines of speakers without a statement.
LEAST_CONFIDENCE = 0.25
_BETWEEN = 3  # words between a source and its cue
_REACH = 12  # words before a cue
_LEAST_INSIDE, _LEAST_MEAN = 0.05, 0.1  # of the probability of being a source's; 0.1 and 0.1 give a linked F1 of .7311
_LINE = GAPS.index("line")
_BESIDE = 2  # words; on the dev split this gives ten attributions their source, and .0009 of linked F1


class FindStatements:
    """The step that finds who said what."""

    name = "find_statements"
    version = "3"
    requires = ("encoding",)
    optional = ("running_text",)
    makes = ("outer_statements",)

    @property
    def models(self) -> Mapping[str, str]:
        """The digests of the role head, the transitions and the calibration."""
        names = (MODEL, TRANSITIONS, CALIBRATION)
        return {name: read_manifest()[name] for name in names}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Find the statements of the article's text, without those inside another's content."""
        text = dossier.article.text
        found = find_statements(text, dossier["encoding"])
        return {"outer_statements": join_turns(found, find_turns(dossier.running_text))}


class FindNested:
    """The step that finds statements inside the contents of others, and numbers all in text order."""

    name = "find_nested"
    version = "3"
    requires = ("outer_statements", "content_encodings")
    makes = ("unresolved_statements",)
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Join the outer statements with those found in their contents."""
        text = dossier.article.text
        outer: Sequence[Statement] = dossier["outer_statements"]
        nested: list[tuple[Statement, Statement]] = []
        for holder, span, encoding in dossier["content_encodings"]:
            for inner in find_statements(text, encoding, offset=span.start):
                if _is_apart(inner, span):
                    nested.append((inner, holder))
        return {"unresolved_statements": number_statements(outer, nested)}


def outer_attributions(encoding: Encoding) -> list[Attribution]:
    """Attributions in text order of their cues, none inside another's content, floating quotations joined."""
    spans = find_spans(encoding)
    sources = [s for s in spans if s.role == "source"]
    lines = paragraph_numbers(encoding.tokens)
    found = [
        a
        if a.source and lines[a.source.first] == lines[a.cue.first]
        else replace(a, source=_source_beside(a.cue, sources) or _source_before(a.cue, encoding))
        for a in find_attributions(encoding, [s for s in spans if s.role == "cue"])
    ]
    tokens = encoding.tokens
    whole = complete_quotations(tokens, drop_strays(tokens, settle(found)))
    return join_floating(tokens, whole, [s for s in spans if s.role == "content"])


def _source_beside(cue: TaggedSpan, sources: Sequence[TaggedSpan]) -> TaggedSpan | None:
    """The source that the first reading saw right beside a cue, where asking for the cue's own gave none."""
    beside = [s for s in sources if 0 <= cue.first - s.last <= _BESIDE or 0 <= s.first - cue.last < _BESIDE]
    return min(beside, key=lambda s: abs(s.last - cue.first), default=None)


def _source_before(cue: TaggedSpan, encoding: Encoding) -> TaggedSpan | None:
    """The words right before a cue that the first reading half took for a source, as in "talks the mayor said".

    On the dev split 16 attributions get theirs so, and linked F1 is .7319 in place of .7298.
    """
    tokens, end = encoding.tokens, cue.first
    low = max(0, end - _REACH)
    chances = chances_of(encoding, SOURCE_TAGS, low, end)
    first = end
    while first > low and chances[first - 1 - low] >= _LEAST_INSIDE and tokens.gaps[first] != _LINE:
        first -= 1
    if first == end or tokens.gaps[end] == _LINE or not tokens.words[first][0].isalnum():
        return None
    mean = float(chances[first - low :].mean())
    return TaggedSpan("source", first, end, mean, mean) if mean >= _LEAST_MEAN else None


def find_statements(text: str, encoding: Encoding, *, offset: int = 0) -> tuple[Statement, ...]:
    """The statements of a text, in text order; ids are provisional.

    Args:
        text: the article's text.
        encoding: the encoding of the article's text, or of a part of it that begins at `offset`.
    """
    tokens = encoding.tokens

    def span(first: int, last: int) -> Span:
        return Span.of(text, offset + int(tokens.starts[first]), offset + int(tokens.ends[last - 1]))

    statements = []
    for attribution in outer_attributions(encoding):
        confidence = confidence_of(encoding, attribution)
        if confidence < LEAST_CONFIDENCE:
            continue
        source, heading = _source_of(attribution, tokens)
        if heading:
            continue
        words = _joined(text, [span(s.first, s.last) for s in attribution.contents])
        cue = span(attribution.cue.first, attribution.cue.last)
        kind = classify_cue(cue.surface.split())
        said = words[0].surface.split()
        if is_deed(kind.lemma, cue.surface.split(), said) or is_unsaid(kind, said, confidence):
            continue
        is_before = source is not None and source[1] <= attribution.cue.first
        if is_before and is_undergone(tokens.words[attribution.cue.first : attribution.cue.last + 1]):
            continue
        if source and is_mute(tokens.words[source[0] : source[1]], kind):
            continue
        statements.append(
            Statement(
                id="",
                source=Source((span(*source),)) if source else None,
                cue=Cue((cue,), kind.lemma, kind.act),
                content=Content.of(tuple(words)),
                quotation=quotation_of(tokens, [(s.first, s.last) for s in attribution.contents]),
                confidence=confidence,
            )
        )
    return tuple(statements)


def _source_of(attribution: Attribution, tokens: Tokens) -> tuple[tuple[int, int] | None, bool]:
    """The range of words of an attribution's source, where it tells somebody; and whether it is but a heading."""
    source, words = attribution.source, tokens.words
    cue = words[attribution.cue.first : attribution.cue.last]
    if source is None:
        return None, False
    first, last = source.first, source.last
    if is_said_of(cue, words[attribution.cue.last : attribution.cue.last + 2]):
        return None, False
    if first >= attribution.cue.last and not is_told_by(words[first - 1].lower(), cue):
        return None, False
    if last - first == 1 and words[first].lower() in ABBREVIATED and words[last : last + 1] == (".",):
        last += 2  # of "Mr. Lind" the "Mr" alone
    if last <= attribution.cue.first and words[first][0].islower():
        line = next((at for at in range(first, 0, -1) if tokens.gaps[at] == _LINE), 0)
        first = line + subject_start(words[line:first])
    told = words[first:last]
    is_behind = last <= attribution.cue.first <= last + _BETWEEN  # "faced [questions about]"
    kept = source_words(told, [*words[last : attribution.cue.first], *cue] if is_behind else cue)
    return (first + kept[0], first + kept[1]) if kept else None, is_caption(told, cue)


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, those as one that nothing but white space parts: a quotation that goes on in the next paragraph.

    On the dev split 16 contents have such, and exact F1 of contents is .6522 in place of .6503.
    """
    joined = list(spans[:1])
    for span in spans[1:]:
        if text[joined[-1].end : span.start].isspace():
            joined[-1] = Span.of(text, joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def number_statements(
    outer: Sequence[Statement], nested: Sequence[tuple[Statement, Statement]]
) -> tuple[Statement, ...]:
    """All statements in text order with ids s1, s2, …; each nested one in the numbered statement that holds it."""
    pairs: list[tuple[Statement, Statement | None]] = [(s, None) for s in outer]
    pairs += nested
    pairs.sort(key=lambda pair: (_start(pair[0]), pair[1] is not None))
    numbered: dict[int, Statement] = {}
    for number, (statement, holder) in enumerate(pairs, 1):  # no holder stands after what it holds
        within = None if holder is None else numbered[id(holder)]
        numbered[id(statement)] = replace(statement, id=f"s{number}", nested_in=within)
    return tuple(numbered.values())


def _start(statement: Statement) -> int:
    parts = [statement.content.spans]
    if statement.source:
        parts.append(statement.source.spans)
    if statement.cue:
        parts.append(statement.cue.spans)
    return min(span.start for spans in parts for span in spans)


# A nested statement has no gold to calibrate on: only sure ones are told.
_LEAST_NESTED = 0.6
_LEAST_WORDS = 3
_MOST_OF_HOLDER = 0.85  # of its characters: what says nearly the same is no statement of its own
# "I" and "we" in a content are whoever the outer statement is by, and a relative pronoun alone says nothing.
_NOT_ANOTHER = frozenset({"i", "we", "who", "which", "that", "it"})


def _is_apart(inner: Statement, holder: Span) -> bool:
    """Whether a statement found in a content stands for itself: sure, spoken, with a source, less than all of it."""
    if inner.source is None or inner.cue is None or inner.confidence < _LEAST_NESTED:
        return False
    words = [word for span in inner.content.spans for word in span.surface.split()]
    said = sum(span.end - span.start for span in inner.content.spans)
    return (
        has_cue_word(inner.cue.spans[0].surface.split())
        and inner.source.spans[0].surface.casefold() not in _NOT_ANOTHER
        and len(words) >= _LEAST_WORDS
        and said < _MOST_OF_HOLDER * (holder.end - holder.start)
    )
