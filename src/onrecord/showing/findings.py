"""What a search has found, as text for a terminal: when, who, what was said, and in which article.

The words that were looked for stand between « and », and with colour in bold.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from onrecord.brief import shortened
from onrecord.showing.plain_text import one_line
from onrecord.showing.terminal import GAP, NARROWEST_COLUMNS, Terminal
from onrecord.showing.wording import ACT_WORDS, NOT_STATED, first_line

if TYPE_CHECKING:
    from onrecord.recording import Finding, Findings

_NAME, _FAINT, _CUE, _CODE, _MATCH = "bold", "dim", "cyan", "magenta", "bold yellow"
_DATE_WIDTH = 10  # "2025-03-14"
_LONGEST_TITLE = 60
_LONGEST_SOURCE = 40


class FindingsPage:
    """Lays out findings at one width.

    Args:
        width: of the lines, in cells.
        is_colored: with escape sequences for colour.
    """

    def __init__(self, width: int, *, is_colored: bool) -> None:
        self._terminal = Terminal(width, is_colored=is_colored)

    def show(self, findings: Findings) -> str:
        """How many there are, then each."""
        lines = [Text(tell_total(findings), _FAINT)]
        for finding in findings:
            lines += [Text(), *self._finding(finding)]
        return self._terminal.printed(lines)

    def _finding(self, finding: Finding) -> list[Text]:
        told = [_head(finding), *([_marked(finding)]), _where(finding)]
        day = Text(*_day(finding))
        if self._terminal.width < NARROWEST_COLUMNS:
            return [line for each in (day, *told) for line in self._terminal.wrapped(each)]
        width = self._terminal.width - _DATE_WIDTH - 2 - len(GAP)
        right = [line for each in told for line in self._terminal.wrapped(each, width)]
        left = self._terminal.wrapped(day, _DATE_WIDTH + 2)
        lines = []
        for before, behind in zip_longest(left, right, fillvalue=Text()):
            space = " " * (_DATE_WIDTH + 2 - cell_len(before.plain)) + GAP
            lines.append(Text.assemble(before, space, behind) if behind.plain else before)
        return lines


def tell_total(findings: Findings) -> str:
    """How many were found, and how many of them are shown."""
    if not findings.is_counted:
        return f"more than {findings.total:,} found, the first {len(findings):,} shown"
    if len(findings) < findings.total:
        return f"{findings.total:,} found, the first {len(findings):,} shown"
    return f"{findings.total:,} found"


def _day(finding: Finding) -> tuple[str, str]:
    """The finding's own date, else in brackets its article's."""
    if finding.date:
        return one_line(finding.date), ""
    published = one_line(finding.article.published or "")[:_DATE_WIDTH]
    return (f"({published})" if published else "no date", _FAINT)


def _head(finding: Finding) -> Text:
    """Who, and what they did: "Kari Lindahl warned", "ASSAULT: Russia → Ukraine"."""
    details = finding.details
    if finding.kind == "statement":
        speaker = one_line(finding.speaker) or NOT_STATED
        act = details.get("act")
        head = Text.assemble((speaker, _NAME if finding.speaker else _FAINT), " ", (_act(act, details), _CUE))
        source = one_line(details.get("source") or "")
        if source and source != speaker and speaker.casefold() not in source.casefold():
            head.append(f" (“{shortened(source, _LONGEST_SOURCE)}”)", _FAINT)
    else:
        code = details.get("type") or details.get("condition_kind") or ""
        mode = one_line(details.get("mode") or "")
        head = Text.assemble((one_line(code), _CODE), (f" {mode}" if mode else "", _CODE))
        actor = finding.actor if finding.kind == "event" else finding.speaker
        parties = [one_line(actor) or "?", one_line(finding.recipient) or "?"]
        if actor or finding.recipient:
            head.append(": ").append(" → ".join(parties) if finding.recipient else parties[0], _NAME)
        head.append(_about_event(finding), _FAINT)
    if finding.verdict:
        head.append(f" · {finding.verdict}ed" if finding.verdict != "reject" else " · rejected", _CUE)
    return head


def _act(act: str | None, details: dict[str, object]) -> str:
    if act is None:
        return "was quoted" if details.get("quotation") == "direct" else "was reported"
    return ACT_WORDS.get(act, act)


def _about_event(finding: Finding) -> str:
    """Status, place, numbers and who says so, those that are known."""
    details = finding.details
    status = details.get("status")
    facts = [
        status if status and status != "actual" else "",
        f"in {finding.place}" if finding.place else "",
        (details.get("quantities") or "").replace("_", " "),
        f"says {finding.speaker}" if finding.speaker and finding.kind == "event" else "",
    ]
    told = " · ".join(one_line(str(fact)) for fact in facts if fact)
    return f" · {told}" if told else ""


def _marked(finding: Finding) -> Text:
    """The text, with the words that were looked for marked."""
    marked = Text()
    end = 0
    for start, stop in finding.matches:
        marked.append(one_line_kept(finding.text[end:start]))
        marked.append(f"«{one_line_kept(finding.text[start:stop])}»", _MATCH)
        end = stop
    return marked.append(one_line_kept(finding.text[end:]))


def one_line_kept(text: str) -> str:
    """`one_line`, with the blanks at the ends that part it from its neighbours."""
    before = " " if text[:1].isspace() else ""
    behind = " " if text.strip() and text[-1:].isspace() else ""
    return f"{before}{one_line(text)}{behind}"


def _where(finding: Finding) -> Text:
    article = finding.article
    facts = [
        shortened(one_line(article.title or first_line(article.opening)), _LONGEST_TITLE),
        one_line(article.publisher or ""),
        f"{article.id} {finding.key}",
        f"{article.near_duplicates} nearly the same" if article.near_duplicates else "",
    ]
    return Text(" · ".join(filter(None, facts)), _FAINT)
