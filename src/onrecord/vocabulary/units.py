"""What numbers measure: measures, money, time; and the singular of a noun. See units.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import VocabularyError
from onrecord.vocabulary.checks import check_keys, check_names, check_texts
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TABLE = "units.toml"
_KEYS = {
    *("measures", "lengths", "signs", "codes", "nouns", "plurals", "adjectives", "times", "irregular"),
}


@dataclass(frozen=True, slots=True)
class Units:
    """The words of units.toml.

    Attributes:
        measures: unit by spelling in lower case; a spelling is words with single spaces.
        lengths: units of length, speed and temperature.
        signs: ISO 4217 code, or a noun, by the sign or code before a number, lower case.
        codes: ISO 4217 codes.
        nouns: code, or the noun itself, by a noun of money in the singular.
        singulars: nouns of money by their irregular plurals.
        adjectives: code by noun of money and adjective.
        times: nouns of time, singular and plural.
        irregular: singular by plural.
    """

    measures: Mapping[str, str]
    lengths: frozenset[str]
    signs: Mapping[str, str]
    codes: frozenset[str]
    nouns: Mapping[str, str]
    singulars: Mapping[str, str]
    adjectives: Mapping[str, Mapping[str, str]]
    times: frozenset[str]
    irregular: Mapping[str, str]

    def singular_money(self, noun: str) -> str:
        """The singular of a noun of money."""
        return self.singulars.get(noun) or (noun[:-1] if noun[:-1] in self.nouns else noun)

    def singular(self, noun: str) -> str:
        """The singular of a plural noun in lower case; of a compound, that of its last word."""
        if noun in self.irregular:
            return self.irregular[noun]
        first, hyphen, last = noun.rpartition("-")
        if hyphen and last:
            return f"{first}-{self.singular(last)}"
        if noun.endswith("men") and len(noun) > 4:
            return noun[:-2] + "an"
        if noun.endswith("ies") and len(noun) > 4:
            return noun[:-3] + "y"
        if noun.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
            return noun[:-2]
        return noun[:-1] if _has_plural_s(noun) else noun

    def is_plural(self, noun: str) -> bool:
        """Whether a word in lower case looks like a plural noun."""
        if noun in self.irregular or _has_plural_s(noun):
            return True
        return noun.endswith("men") and len(noun) > 5 and noun not in _NO_MEN


_NO_MEN = frozenset({"abdomen", "acumen", "omen", "regimen", "semen", "specimen", "yemen"})


# Of the words in -is only these endings and words are singular: "crisis", "Paris", but not "Iraqis", "rabbis".
_SINGULAR_IS = ("sis", "xis", "itis", "polis")
_SINGULARS = frozenset(
    """
    alexis cannabis chassis chris clovis curtis davis debris dennis doris ellis francis harris his iris lewis louis
    marquis memphis morris paris pelvis regis tennis this travis tunis willis
    """.split()
)


def _has_plural_s(noun: str) -> bool:
    if len(noun) < 3 or not noun.endswith("s") or noun.endswith(("ss", "us", "'s")):
        return False
    return not noun.endswith("is") or not (noun.endswith(_SINGULAR_IS) or noun in _SINGULARS)


def load_units(folder: Path = FOLDER) -> Units:
    """Read and check the table in `folder`.

    Raises:
        VocabularyError: the file is missing or not as it should be; it names the entry.
    """
    table = read_table(_TABLE, folder)
    check_keys(table, _KEYS, where=_TABLE)
    measures: dict[str, str] = {}
    for unit, spellings in table["measures"].items():
        for spelling in check_texts(spellings, where=f"{_TABLE}: measures: {unit}"):
            if spelling in measures:
                raise VocabularyError(f"{_TABLE}: {spelling!r} is {measures[spelling]} and {unit}")
            measures[spelling] = unit
    lengths = check_texts(table["lengths"].get("names"), where=f"{_TABLE}: lengths")
    unknown = sorted(set(lengths) - set(table["measures"]))
    if unknown:
        raise VocabularyError(f"{_TABLE}: lengths: no measures: {', '.join(unknown)}")
    nouns = dict(check_names(table["nouns"], where=f"{_TABLE}: nouns"))
    money = dict(nouns)
    for plural, singular in check_names(table["plurals"], where=f"{_TABLE}: plurals").items():
        if singular not in nouns:
            raise VocabularyError(f"{_TABLE}: plurals: {singular!r} is no noun of money")
        money[plural] = nouns[singular]
    adjectives: dict[str, Mapping[str, str]] = {}
    for noun, codes in table["adjectives"].items():
        if noun not in nouns:
            raise VocabularyError(f"{_TABLE}: adjectives: {noun!r} is no noun of money")
        adjectives[noun] = check_names(codes, where=f"{_TABLE}: adjectives: {noun}")
    times = check_texts(table["times"].get("names"), where=f"{_TABLE}: times")
    return Units(
        measures=measures,
        lengths=frozenset(lengths),
        signs=check_names(table["signs"], where=f"{_TABLE}: signs"),
        codes=frozenset(check_texts(table["codes"].get("names"), where=f"{_TABLE}: codes")),
        nouns=money | {f"{noun}s": code for noun, code in nouns.items()},
        singulars=table["plurals"],
        adjectives=adjectives,
        times=frozenset(form for noun in times for form in (noun, noun + "s", _ies(noun))),
        irregular=check_names(table["irregular"], where=f"{_TABLE}: irregular"),
    )


@cache
def units() -> Units:
    """The package's own units, read once a process."""
    return load_units()


def _ies(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("ry") else "millennia" if noun == "millennium" else noun
