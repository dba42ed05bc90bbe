"""Closed lists of words that the reading of numbers leans on; see counting.toml, which says what each is for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.vocabulary.files import FOLDER
from onrecord.vocabulary.lists import load_lists

if TYPE_CHECKING:
    from pathlib import Path


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
    return load_lists(Counting, "counting.toml", folder)


@cache
def counting() -> Counting:
    """The package's own lists, read once a process."""
    return load_counting()
