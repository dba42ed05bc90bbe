"""The cue words in memory: read, checked, and arranged for looking up by form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from onrecord.errors import VocabularyError
from onrecord.vocabulary.acts import load_acts
from onrecord.vocabulary.files import FOLDER, read_table
from onrecord.vocabulary.inflection import plural, verb_forms

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

LISTS = ("verbs", "nouns", "adjectives", "phrases", "others")
GRAMMAR = (
    "light",
    "copulas",
    "carriers",
    "refusals",
    "auxiliaries",
    "negators",
    "undoers",
    "fillers",
    "determiners",
    "noun_marks",
    "particles",
    "light_phrases",
    "strong",
)
_RIGID = ("auxiliaries", "negators", "fillers", "determiners", "particles")
_ENTRY = re.compile(r"[a-zé]+(?:[ -][a-zé]+)*|'s")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words that make one cue.

    Attributes:
        words: dictionary forms, or forms that only occur so ("based on").
        lemma: the entry as its file has it.
        act: the act's name, or "" where the phrase is only light.
    """

    words: tuple[str, ...]
    lemma: str
    act: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cue words by form.

    Attributes:
        verbs, nouns, adjectives, others: act by dictionary form.
        lemmas: dictionary form by any form of a verb.
        singulars: dictionary form by any form of a noun.
        phrases: by their first word's dictionary form, the longest first.
        grammar: word lists by name; see grammar.toml.
    """

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    others: Mapping[str, str]
    lemmas: Mapping[str, str]
    singulars: Mapping[str, str]
    phrases: Mapping[str, tuple[Phrase, ...]]
    grammar: Mapping[str, frozenset[str]]


def parse_entries(table: Mapping[str, Any], *, name: str, acts: Container[str]) -> dict[str, str]:
    """Turn a file's lists of words by act into acts by word, and check them.

    Raises:
        VocabularyError: an act is unknown, or an entry is no word in lower case, out of order or there twice.
    """
    entries: dict[str, str] = {}
    for act, words in table.items():
        if act not in acts:
            raise VocabularyError(f"{name}: there is no act {act!r}")
        _check_words(words, where=f"{name}: {act}")
        for word in words:
            if word in entries:
                raise VocabularyError(f"{name}: {word!r} stands under {entries[word]!r} and under {act!r}")
            entries[word] = act
    return entries


def parse_grammar(table: Mapping[str, Any], *, name: str) -> dict[str, frozenset[str]]:
    """Read the word lists of the grammar, each of which must be there and in order.

    Raises:
        VocabularyError: a list is missing, unknown, or holds what is no word in lower case.
    """
    if table.keys() != set(GRAMMAR):
        wrong = ", ".join(sorted(table.keys() ^ set(GRAMMAR)))
        raise VocabularyError(f"{name}: lists missing or unknown: {wrong}")
    for key, words in table.items():
        _check_words(words, where=f"{name}: {key}")
    return {key: frozenset(words) for key, words in table.items()}


def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """Read and check all word lists in `folder`.

    Raises:
        VocabularyError: a file is missing or not as it should be; it names the file and the entry.
    """
    acts = load_acts()
    lists = {kind: parse_entries(read_table(f"{kind}.toml", folder), name=f"{kind}.toml", acts=acts) for kind in LISTS}
    irregular = read_table("irregular.toml", folder)
    for verb, forms in irregular.items():
        _check_words([verb], where="irregular.toml")
        _check_words(forms, where=f"irregular.toml: {verb}")
    grammar = parse_grammar(read_table("grammar.toml", folder), name="grammar.toml")

    phrases: dict[str, list[Phrase]] = {}
    plain: dict[str, dict[str, str]] = {}
    for kind, entries in lists.items():
        plain[kind] = {}
        for entry, act in entries.items():
            words = tuple(entry.split(" "))
            if len(words) > 1:
                phrases.setdefault(words[0], []).append(Phrase(words, entry, act))
            elif kind == "phrases":
                raise VocabularyError(f"phrases.toml: {entry!r} is a single word")
            else:
                plain[kind][entry] = act
    for entry in sorted(grammar["light_phrases"] - lists["phrases"].keys()):
        words = tuple(entry.split(" "))
        phrases.setdefault(words[0], []).append(Phrase(words, entry, ""))
    for group in phrases.values():
        group.sort(key=lambda phrase: -len(phrase.words))
    lemmas = _verb_lemmas(sorted(plain["verbs"].keys() | grammar["light"]), irregular)
    # What begins a phrase is inflected too ("fended off"), unless it is a form already or cannot be a verb.
    rigid = set(lists["others"]).union(*(grammar[key] for key in _RIGID))
    for first in sorted(phrases.keys() - lemmas.keys() - rigid):
        lemmas |= dict.fromkeys(verb_forms(first), first)
    return Lexicon(
        verbs=plain["verbs"],
        nouns=plain["nouns"],
        adjectives=plain["adjectives"],
        others=plain["others"],
        lemmas=lemmas,
        singulars={form: noun for noun in plain["nouns"] for form in (plural(noun), noun)},
        phrases={first: tuple(group) for first, group in phrases.items()},
        grammar=grammar,
    )


@cache
def lexicon() -> Lexicon:
    """The package's own lexicon, read once a process."""
    return load_lexicon()


def _verb_lemmas(verbs: list[str], irregular: Mapping[str, list[str]]) -> dict[str, str]:
    lemmas = {form: verb for verb in verbs for form in verb_forms(verb)}
    # A word that is itself a plain form is not taken for a form of another: "found", "saw" come from the irregular.
    lemmas.update({verb: verb for verb in verbs})
    for verb, forms in irregular.items():
        lemmas.update(dict.fromkeys(forms, verb))
    return lemmas


def _check_words(words: Any, *, where: str) -> None:
    if not isinstance(words, list) or not words:
        raise VocabularyError(f"{where} is no list of words")
    for word in words:
        if not isinstance(word, str) or not _ENTRY.fullmatch(word):
            raise VocabularyError(f"{where}: {word!r} is not made of words in lower case")
    for before, after in pairwise(words):
        if not before < after:
            raise VocabularyError(f"{where}: {after!r} should stand before {before!r}, or is there twice")
