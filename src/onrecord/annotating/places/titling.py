"""Titling: what a place is called in a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.directions import POINTS

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
    if sense.named in ("name", "alias") and (_is_scholarly(sense.name) or _is_strange(own, sense)):
        return _cased(own)
    return sense.name


def _is_strange(own: str, sense: Sense) -> bool:
    """Whether a reader would not find the gazetteer's name in the article: "Tongchang-ri" for "Sohae Space Center".

    Spellings of one name ("Kharkov", "Kharkiv") are told by their first letter, and capitals and countries are known by
    theirs. Half of a region is not the whole: "North Phyongan".
    """
    ours, theirs = fold(own).split(), fold(sense.name).split()
    if not ours or not theirs:
        return False
    if ours[0] in POINTS and theirs[0] not in POINTS:
        return sense.kind not in ("country", "capital")
    return (
        (sense.kind == "site" or (sense.kind == "town" and sense.named == "alias"))
        and own.upper() != own
        and not {w[0] for w in ours} & {w[0] for w in theirs}
    )


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
