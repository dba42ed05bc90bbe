"""A record's statements in words for people, before any format lays them out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.brief import shortened
from onrecord.showing.places import tell_where
from onrecord.showing.plain_text import one_line
from onrecord.showing.times import tell_when

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.records import Article, Cue, Entity, Record, Source, Statement

# Each act of the vocabulary as one says it of a speaker.
ACT_WORDS: Mapping[str, str] = {
    "say": "said",
    "claim": "claimed",
    "deny": "denied",
    "accuse": "accused",
    "admit": "admitted",
    "promise": "promised",
    "threaten": "threatened",
    "demand": "demanded",
    "ask": "asked",
    "warn": "warned",
    "believe": "believed",
    "learn": "learned",
    "announce": "announced",
    "report": "reported",
    "confirm": "confirmed",
    "agree": "agreed",
    "reject": "rejected",
    "decline": "declined to say",
    "criticize": "criticized",
    "praise": "praised",
    "support": "supported",
    "suggest": "suggested",
    "predict": "predicted",
    "hope": "hoped",
    "fear": "feared",
    "doubt": "doubted",
    "know": "knew",
    "want": "wanted",
    "decide": "decided",
    "describe": "described",
    "show": "showed",
    "discuss": "discussed",
    "feel": "felt",
    "express": "expressed",
}
NOT_STATED = "(not stated)"
# A negation in the cue is in the act's word already where the act is one of these.
_NEGATIVE_ACTS = frozenset({"decline", "deny", "doubt", "reject", "suggest"})
_NEGATION = re.compile(
    r"n['’]t\b|\b(?:cannot|hardly|ignorant|never|no longer|not|oblivious|unable|unaware|without)\b", re.I
)
_UNCERTAIN = 0.5  # a statement more likely wrong than right is marked
_WORD = re.compile(r"\w+")
_LONGEST_CUE = 40
_LONGEST_FIRST_LINE = 76
_MARKS = "\"'“”„‟«»‹›‘’‚‛"
_AFTER_A_MARK = ".,;:!?…"
_ISO_TIME = re.compile(r"T(?P<minutes>\d\d:\d\d)(?P<seconds>:[\d.]+)?(?P<zone>Z|[+-]\d\d:\d\d|)$")
_PUBLISHED_FROM = {"given": "given", "metadata": "from its metadata", "inferred": "inferred"}


@dataclass(frozen=True, slots=True)
class HeadingView:
    """What is said of an article above its statements.

    Attributes:
        title: the title, or the text's first line where it has none.
        publisher: its name, or "".
        authors: "by" and their names, or "".
        date: when it was published, in numbers, or "date not stated".
        origin: how that is known ("given"), or "".
        why: the reason for an inferred date, or "".
        url: the address, or "".
    """

    title: str
    publisher: str
    authors: str
    date: str
    origin: str
    why: str
    url: str

    @property
    def facts(self) -> tuple[str, ...]:
        """Publisher, authors and date, those that are known."""
        date = ": ".join(filter(None, (", ".join(filter(None, (self.date, self.origin))), self.why)))
        return tuple(filter(None, (self.publisher, self.authors, date)))


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement in words.

    Attributes:
        id: the statement's.
        speaker: the resolved name, the source's words where it has none, or NOT_STATED.
        speaker_words: the source's words that `speaker` does not hold, as "he" or a title, else "".
        act: what the speaker did, in the past tense ("said", "denied").
        cue_words: the cue's words where they say more than `act`, else "".
        words: what was said; a direct quotation always stands in quotation marks.
        is_direct: the words are the speaker's own.
        details: to whom, when, where, and how sure where that is not very.
        nested: the statements inside this one's words.
    """

    id: str
    speaker: str
    speaker_words: str
    act: str
    cue_words: str
    words: str
    is_direct: bool
    details: tuple[str, ...]
    nested: tuple[StatementView, ...]


def describe_heading(article: Article) -> HeadingView:
    """What to say of `article` above its statements."""
    title = one_line(article.title or "")
    if not title:
        title = shortened(first_line(article.text) or "(no title)", _LONGEST_FIRST_LINE)
    authors = ", ".join(filter(None, map(one_line, article.authors)))
    return HeadingView(
        title,
        publisher=one_line(article.publisher or ""),
        authors=f"by {authors}" if authors else "",
        date=_ISO_TIME.sub(_readable_time, one_line(article.published)) if article.published else "date not stated",
        origin=_PUBLISHED_FROM[article.published_from] if article.published and article.published_from else "",
        why=one_line(article.published_why.text) if article.published and article.published_why else "",
        url=one_line(article.url or ""),
    )


def first_line(text: str) -> str:
    """The first line that says something, which may be a heading in Markdown."""
    lines = (one_line(line).lstrip("# ") for line in text.splitlines())
    return next(filter(None, lines), "")


def _readable_time(match: re.Match[str]) -> str:
    seconds = "" if match["seconds"] == ":00" else match["seconds"] or ""
    zone = {"Z": " UTC", "+00:00": " UTC"}.get(match["zone"], f" {match['zone']}".rstrip())
    return f" {match['minutes']}{seconds}{zone}"


def count_statements(statements: Sequence[Statement]) -> str:
    """How many there are, by kind of quotation: "3 statements: 1 direct, 2 indirect"."""
    if not statements:
        return "No statements"
    total = "1 statement" if len(statements) == 1 else f"{len(statements)} statements"
    kinds = Counter(statement.quotation for statement in statements)
    if len(kinds) == 1:
        return f"{total}, {'all ' if len(statements) > 1 else ''}{statements[0].quotation}"
    return f"{total}: " + ", ".join(f"{kinds[kind]} {kind}" for kind in ("direct", "indirect", "mixed") if kinds[kind])


def describe_statements(record: Record) -> tuple[StatementView, ...]:
    """The record's statements in text order, nested ones inside those that hold them."""
    nested: dict[str | None, list[Statement]] = {}
    for statement in record.statements:
        nested.setdefault(statement.nested_in.id if statement.nested_in else None, []).append(statement)

    def views(holder: str | None) -> tuple[StatementView, ...]:
        return tuple(_describe(statement, views(statement.id)) for statement in nested.get(holder, ()))

    return views(None)


def _describe(statement: Statement, nested: tuple[StatementView, ...]) -> StatementView:
    speaker, speaker_words = _name_speaker(statement.source)
    act = _act_word(statement)
    is_direct = statement.quotation == "direct"
    words = one_line(statement.content.text)
    return StatementView(
        id=statement.id,
        speaker=speaker,
        speaker_words=speaker_words,
        act=act,
        cue_words=_cue_words(statement.cue, act),
        words=_in_marks(words) if is_direct else words,
        is_direct=is_direct,
        details=tuple(_details(statement)),
        nested=nested,
    )


def describe_source(source: Source | None) -> str:
    """The source's words, or NOT_STATED."""
    words = " … ".join(one_line(span.surface) for span in source.spans).strip(" ,;:") if source else ""
    return words or NOT_STATED


def _name_speaker(source: Source | None) -> tuple[str, str]:
    words = describe_source(source)
    resolved = listed(_names(source.entities)) if source else ""
    if not resolved:
        return words, ""
    return resolved, "" if words == NOT_STATED else _beside_name(words, _words(resolved))


_IDLE = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr", "and"})  # tell nothing by themselves


def _beside_name(words: str, name: set[str]) -> str:
    """A source's words without the name that they begin or end with: "the mayor" of "Mara Lind, the mayor"."""
    rest = words.split()
    while rest and _words(rest[-1]) <= name:
        rest.pop()
    if len(rest) == len(words.split()):
        while rest and _words(rest[0]) <= name:
            rest.pop(0)
    return "" if _words(" ".join(rest)) <= _IDLE else " ".join(rest).strip(" ,;:")


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _act_word(statement: Statement) -> str:
    if statement.cue is None:
        return "was quoted" if statement.quotation == "direct" else "was reported"
    if statement.cue.act not in _NEGATIVE_ACTS and _NEGATION.search(words := _surface(statement.cue)):
        return f"“{shortened(words, _LONGEST_CUE)}”"  # "knew" for "did not know" would say the contrary
    return ACT_WORDS.get(statement.cue.act) or one_line(statement.cue.lemma) or ACT_WORDS["say"]


def _cue_words(cue: Cue | None, act: str) -> str:
    """The cue's own words, where the act is a reading of them and not the same word."""
    if cue is None or cue.act in {"say", cue.lemma}:
        return ""
    words = _surface(cue)
    return "" if words.casefold() == act.casefold() or act.startswith("“") else shortened(words, _LONGEST_CUE)


def _surface(cue: Cue) -> str:
    return " … ".join(one_line(span.surface) for span in cue.spans)


def _details(statement: Statement) -> list[str]:
    details = []
    addressees = listed(_names(statement.addressees))
    if addressees:
        details.append(f"to {addressees}")
    if statement.time:
        details.append(tell_when(statement.time))
    if statement.place:
        details.append(tell_where(statement.place))
    if statement.confidence < _UNCERTAIN:
        details.append(f"confidence {statement.confidence:.0%}")
    return details


def _in_marks(words: str) -> str:
    """`words` in quotation marks, unless they carry some at either end."""
    end = words.rstrip(_AFTER_A_MARK)
    if not words or words[0] in _MARKS or (end and end[-1] in _MARKS):
        return words
    return f"“{words}”"


def _names(entities: Sequence[Entity]) -> list[str]:
    return [name for entity in entities if (name := one_line(entity.name))]


def listed(names: Sequence[str]) -> str:
    """`names` as one lists them: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
