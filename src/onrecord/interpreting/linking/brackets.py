"""Acronyms that the article introduces itself: "the European Central Bank (ECB)"."""

from __future__ import annotations

import re

_ACRONYM = re.compile(r"\((?:the |or )?[“\"']?([A-Z][A-Za-z&.-]{1,9})[”\"']?\)")
_FILLERS = frozenset({"of", "the", "and", "for", "on", "in", "&", "to", "de", "la", "du", "des", "del"})
_MOST = 12  # words


def read_brackets(text: str) -> dict[str, str]:
    """By acronym, the name that stands before it in the text; only where its initials make it."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        acronym = match[1]
        if sum(letter.isupper() for letter in acronym) < 2:
            continue
        words = text[max(0, match.start() - 160) : match.start()].split()[-_MOST:]
        name = _expansion(words, acronym)
        if name:
            found.setdefault(acronym, name)
    return found


def _expansion(words: list[str], acronym: str) -> str | None:
    """The shortest run of last words that begins with the acronym's first letter and has its letters as initials."""
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    for start in range(len(words) - 1, -1, -1):
        run = words[start:]
        parts = [part for word in run for part in re.split(r"[-’'/]", word.strip("“”\"'’")) if part]
        initials = "".join(part[0].lower() for part in parts if part.lower() not in _FILLERS)
        if initials == "".join(letters) or "".join(part[0].lower() for part in parts) == "".join(letters):
            return " ".join(word.strip('“”"') for word in run)
    return None
