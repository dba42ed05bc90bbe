"""PDF: the text of its pages, with lines joined to paragraphs and page heads left out."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.errors import Refused
from onrecord.reading.articles import MAX_TEXT_BYTES, make_article, too_large

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import Article

# Without a handler of the caller's, its warnings would reach standard error; ours are refusals.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

_EDGE = 2  # lines at the top and at the bottom of a page where heads, feet and numbers stand
_FEWEST_PAGES = 3  # a line that repeats on fewer pages may be the article's
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.I)
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_HYPHENATED = re.compile(r"([^\W\d_]{2,})-$")
_GOES_ON = re.compile(r"([^\W\d_]+)")
_SHORT_LINE = 0.85  # of the usual width: where a sentence ends so early, the paragraph does
_HEADING = 0.6  # of the usual width: no line is broken so early but by its writer
_GIVE_TEXT = "save the article's text in a file and read that"
_JUNK_TITLE = re.compile(r"untitled|microsoft \w+ - |.*\.(?:docx?|indd|pdf|qxd|rtf|txt|html?)$", re.I)
_EXTRA = "run pip install 'onrecord[pdf]'"


def read_pdf(data: bytes, *, url: str | None = None, published: str | None = None) -> Article:
    """The article that a PDF file holds.

    Raises:
        Refused: missing-extra without pypdf; unreadable where the file is damaged or locked; see `make_article`.
    """
    title, pages = _extract(data)
    text = "\n".join(_join_lines(_drop_edges(pages)))
    if not text.strip():
        message = "the PDF holds no text, perhaps only images of it"
        raise Refused("empty", message, remedy="read it with a program for text recognition first")
    return make_article(text, title=title, url=url, published=published)


def _extract(data: bytes) -> tuple[str | None, list[list[str]]]:
    """The title in the file's properties, and the lines of each page."""
    try:
        from pypdf import PdfReader
    except ImportError:
        raise Refused("missing-extra", "reading PDF needs the package pypdf", remedy=_EXTRA) from None
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else _read_lines(page.extract_text() for page in reader.pages)
        title = None if locked or not reader.metadata else reader.metadata.title
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - pypdf raises errors of every kind on damaged files
        raise Refused("unreadable", "the PDF is damaged", remedy=_GIVE_TEXT) from None
    if locked:
        raise Refused("unreadable", "the PDF is locked with a password", remedy="unlock it and save it anew")
    if not isinstance(title, str) or _JUNK_TITLE.match(title.strip()):
        title = None
    return title, pages


def _read_lines(texts: Iterable[str]) -> list[list[str]]:
    """The clean lines of each page; pages past the size limit are not asked for."""
    pages: list[list[str]] = []
    size = 0
    for text in texts:
        size += len(text)
        if size > MAX_TEXT_BYTES:
            raise too_large("the text is over 1 MB")
        pages.append([" ".join(_clean(line).split()) for line in text.splitlines()])
    return pages


def _clean(line: str) -> str:
    """The line without what PDF fonts leave behind: ligatures are letters, soft hyphens and control bytes are none."""
    for ligature, letters in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("\xad", "")):
        line = line.replace(ligature, letters)
    line = line.encode(errors="replace").decode()
    return "".join(character for character in line if character >= " ")


def _drop_edges(pages: list[list[str]]) -> list[str]:
    """All lines, in order, without page numbers and lines that repeat at the edges of most pages."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_DIGITS.sub("#", lines[index]) for index in _edges(lines)})
    often = max(_FEWEST_PAGES, len(pages) // 2 + 1)
    kept: list[str] = []
    for lines in pages:
        dropped = {
            index
            for index in _edges(lines)
            if seen[_DIGITS.sub("#", lines[index])] >= often
            or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(lines[index]))
        }
        kept.extend(line for index, line in enumerate(lines) if index not in dropped)
    return kept


def _edges(lines: list[str]) -> set[int]:
    filled = [index for index, line in enumerate(lines) if line]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _join_lines(lines: list[str]) -> list[str]:
    """Paragraphs: a line goes on unless a blank one follows, or it ends well short of the usual width."""
    widths = sorted(len(line) for line in lines if line)
    usual = widths[len(widths) * 3 // 4] if widths else 0
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(lines).lower()))
    paragraphs: list[str] = []
    open_line = last = ""
    for line in lines:
        if open_line and (not line or _ends_paragraph(last, usual)):
            paragraphs.append(open_line)
            open_line = ""
        if line:
            open_line = _join(open_line, line, words)
        last = line
    return [*paragraphs, open_line] if open_line else paragraphs


def _ends_paragraph(line: str, usual: int) -> bool:
    if len(line) < _HEADING * usual:
        return True
    return len(line) < _SHORT_LINE * usual and bool(_SENTENCE_END.search(line))


def _join(before: str, line: str, words: Counter[str]) -> str:
    if not before:
        return line
    cut = _HYPHENATED.search(before)
    rest = _GOES_ON.match(line)
    if not cut or not rest or not rest[1].islower():
        return f"{before} {line}"
    whole, hyphenated = f"{cut[1]}{rest[1]}".lower(), f"{cut[1]}-{rest[1]}".lower()
    keep_hyphen = words[hyphenated] > words[whole]
    return f"{before if keep_hyphen else before[:-1]}{line}"
