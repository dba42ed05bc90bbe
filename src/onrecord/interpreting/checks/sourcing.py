"""Who says so: hearsay, claims that nobody makes, sources without a name, words altered in a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.interpreting.checks.case import Finding
from onrecord.vocabulary.editing import load_editing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.interpreting.checks.case import Case

_BRACKETS = re.compile(r"\[(?P<words>[^\[\]\n]{1,120})\]")
_AS_IT_STOOD = frozenset({"sic", "...", "…"})  # brackets that change no word
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
_SURE = 0.5  # least confidence of a statement


def check_hearsay(case: Case) -> Iterator[Finding]:
    """Words like "reportedly"."""
    for match in load_editing().hearsay.finditer(case.text):
        if not case.is_quoted(match.start()):
            yield Finding("note", f"“{match[0]}”: hearsay; nobody is named who reports it.", (match.span(),))


def check_unattributed(case: Case) -> Iterator[Finding]:
    """Words like "it is believed" where the sentence has no source."""
    for match in load_editing().unattributed.finditer(case.text):
        first, last = case.sentence(match.start())
        is_told = any(
            statement.source is not None and any(first <= span.start < last for span in statement.content.spans)
            for statement in case.statements
        )
        if not is_told and not case.is_quoted(match.start()):
            yield Finding("note", f"“{match[0]}”: a claim that nobody is named for.", (match.span(),))


def check_unnamed_sources(case: Case) -> Iterator[Finding]:
    """Statements whose source could have a name and has none; each wording once."""
    nouns = load_editing().unnamed
    seen = set()
    for statement in case.statements:
        if statement.source is None or statement.confidence < _SURE or not statement.source.spans:
            continue
        if any(entity.named for entity in statement.source.entities):
            continue
        span = statement.source.spans[0]
        words = span.surface.lower().split()
        key = " ".join(words)
        if nouns.isdisjoint(word.strip(",.;:“”\"'’") for word in words) or key in seen:
            continue
        seen.add(key)
        yield Finding(
            "note", f"“{' '.join(span.surface.split())}”: a source without a name.", ((span.start, span.end),)
        )


def check_altered_quotations(case: Case) -> Iterator[Finding]:
    """Words in square brackets inside a direct quotation."""
    for quotation in _QUOTED.finditer(case.text):
        for match in _BRACKETS.finditer(case.text, *quotation.span()):
            if match["words"].strip().lower() not in _AS_IT_STOOD:
                yield Finding(
                    "note", f"“[{match['words']}]”: words put into a quotation by an editor.", (match.span(),)
                )
