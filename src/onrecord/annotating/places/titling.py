"""Titling: what a place is called in a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.gazetteer import fold

if TYPE_CHECKING:
    from onrecord.knowledge.gazetteer import Sense

_ARTICLES = ("the ", "The ", "THE ")
_LONGEST_ABBREVIATION = 4
_SCHOLARLY = frozenset("‘’ʼʻ`ʿʾāēīōūĀĒĪŌŪ")


def title(written: str, sense: Sense | None) -> str:
    """The name of a place: as English writes it where the gazetteer tells, else as the article does.

    GeoNames writes many names as scholars do ("Rafaḩ", "Khān Yūnis"); then the article's own way is taken, if it is a
    name of the place and no adjective.
    """
    own = " ".join(written.split())
    if sense is None:
        return _cased(own)
    if sense.named in ("name", "alias") and _is_scholarly(sense.name):
        return _cased(own)
    return sense.name


def _is_scholarly(name: str) -> bool:
    """Whether a name has marks that English news never prints."""
    return any(letter in _SCHOLARLY or "Ḁ" <= letter <= "ỿ" for letter in name)


def _cased(name: str) -> str:
    """A name without its article, and not in capitals throughout: "KHAN YOUNIS"."""
    for article in _ARTICLES:
        name = name.removeprefix(article)
    if name.isupper() and len(fold(name)) > _LONGEST_ABBREVIATION:
        return name.title()
    return name
