"""Closed lists of words that the reading of numbers leans on; see counting.toml, which says what each is for."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING

from onrecord.vocabulary.checks import check_keys, check_texts
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from pathlib import Path

_TABLE = "counting.toml"


@dataclass(frozen=True, slots=True)
class Counting:
    """The word lists of counting.toml, lower case."""

    adjectives: frozenset[str]
    adverbs: frozenset[str]
    after_half: frozenset[str]
    after_meters: frozenset[str]
    after_part: frozenset[str]
    after_passive: frozenset[str]
    after_scores: frozenset[str]
    before_half: frozenset[str]
    changes: frozenset[str]
    clocks: frozenset[str]
    costing: frozenset[str]
    feared: frozenset[str]
    first_plurals: frozenset[str]
    groups: frozenset[str]
    insertions: frozenset[str]
    tallies: frozenset[str]
    including: frozenset[str]
    initials: frozenset[str]
    single_money: frozenset[str]
    later: frozenset[str]
    links: frozenset[str]
    listed: frozenset[str]
    no_scores: frozenset[str]
    no_verbs: frozenset[str]
    other_halves: frozenset[str]
    pasts: frozenset[str]
    ranging: frozenset[str]
    rates: frozenset[str]
    skipped: frozenset[str]
    told: frozenset[str]
    toll_links: frozenset[str]
    trades: frozenset[str]
    unlikely_money: frozenset[str]
    weighed: frozenset[str]


def load_counting(folder: Path = FOLDER) -> Counting:
    """Read and check the table in `folder`.

    Raises:
        VocabularyError: the file is missing or not as it should be; it names the list.
    """
    table = read_table(_TABLE, folder)
    names = {field.name for field in fields(Counting)}
    check_keys(table, names, where=_TABLE)
    return Counting(**{name: frozenset(check_texts(table[name], where=f"{_TABLE}: {name}")) for name in names})


@cache
def counting() -> Counting:
    """The package's own lists, read once a process."""
    return load_counting()
