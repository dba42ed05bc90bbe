"""The words that tell what befell what a number counts, by role; see roles.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import VocabularyError
from onrecord.vocabulary.checks import check_keys, check_texts
from onrecord.vocabulary.files import FOLDER, read_table
from onrecord.vocabulary.inflection import plural, verb_forms

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ROLES = (
    *("killed", "injured", "missing", "detained", "abducted", "released", "displaced", "evacuated", "rescued"),
    *("infected", "hospitalized", "deployed", "launched", "shot_down", "destroyed", "damaged", "seized", "paid"),
    *("pledged", "demanded", "protested", "voted"),
)
CLASSES = ("person", "soldier", "force", "munition", "body", "life", "ballot", "hostage", "building", "place")
# What a verb may ask of the things counted, besides one of the classes: "thing" is what is no person and no money.
_ASKED = ("any", "money", "thing", *CLASSES)
_OPTIONAL = ("objects", "subjects", "states", "nouns", "tolls", "units")
_PERSON_ENDINGS = ("er", "or", "ist", "ee", "man", "woman", "ian")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that tells a role.

    Attributes:
        role: one of ROLES.
        takes: what it may be said of, "any", "money", "thing" or one of CLASSES.
        of_subject: its active subject has the role; else its object and its passive subject.
        particle: the words after it that belong to it.
    """

    role: str
    takes: str
    of_subject: bool
    particle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words of roles.toml, by form.

    Attributes:
        people: roles that only people have.
        verbs: by any of their forms, those with the longest particles first, then those that take the least.
        participles: forms that may be passive ("killed", "shot").
        states, nouns, tolls, units: role by words; of states and tolls the words are a tuple.
        classes: nouns by class, singular; also "things", which look like persons and are none.
    """

    people: frozenset[str]
    verbs: Mapping[str, tuple[Verb, ...]]
    participles: frozenset[str]
    states: Mapping[tuple[str, ...], str]
    nouns: Mapping[str, str]
    tolls: Mapping[tuple[str, ...], str]
    units: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]

    def is_person(self, noun: str) -> bool:
        """Whether a noun in the singular, or its last part, means people."""
        noun = noun.rpartition("-")[2]
        if noun in self.classes["person"]:
            return True
        if noun in self.classes["things"] or noun in self.classes["munition"] or len(noun) < 5:
            return False
        return noun.endswith(_PERSON_ENDINGS)


def load_roles(folder: Path = FOLDER) -> RoleWords:
    """Read and check the table in `folder`, with the irregular verbs beside it.

    Raises:
        VocabularyError: a file is missing or not as it should be; it names the file and the entry.
    """
    name = "roles.toml"
    table = read_table(name, folder)
    check_keys(table, {*ROLES, "classes", "irregular"}, where=name)
    irregular = read_table("irregular.toml", folder) | table["irregular"]
    check_keys(table["classes"], {*CLASSES, "things"}, where=f"{name}: classes")
    verbs: dict[str, list[Verb]] = {}
    participles: set[str] = set()
    texts: dict[str, dict[str, str]] = {key: {} for key in _OPTIONAL[2:]}
    for role in ROLES:
        row = table[role]
        if not isinstance(row.get("people"), bool) or not row.keys() <= {"people", *_OPTIONAL}:
            raise VocabularyError(f"{name}: {role} needs `people`, and may have {', '.join(_OPTIONAL)}")
        for key, found in texts.items():
            found.update(dict.fromkeys(check_texts(row.get(key, []), where=f"{name}: {role}: {key}"), role))
        for key in ("objects", "subjects"):
            for takes, entries in row.get(key, {}).items():
                if takes not in _ASKED:
                    raise VocabularyError(f"{name}: {role}: {key}: there is no class {takes!r}")
                for entry in check_texts(entries, where=f"{name}: {role}: {key}: {takes}"):
                    word, *particle = entry.split(" ")
                    verb = Verb(role, takes, key == "subjects", tuple(particle))
                    forms = _forms(word, irregular)
                    for form in forms:
                        verbs.setdefault(form, []).append(verb)
                    participles.update(_participles(word, forms))
    return RoleWords(
        people=frozenset(role for role in ROLES if table[role]["people"]),
        verbs={form: tuple(sorted(group, key=_rank)) for form, group in verbs.items()},
        participles=frozenset(participles),
        states={tuple(text.split(" ")): role for text, role in texts["states"].items()},
        nouns={form: role for noun, role in texts["nouns"].items() for form in (plural(noun), noun)},
        tolls={tuple(text.split(" ")): role for text, role in texts["tolls"].items()},
        units=texts["units"],
        classes={
            key: frozenset(check_texts(words, where=f"{name}: classes: {key}"))
            for key, words in table["classes"].items()
        },
    )


@cache
def role_words() -> RoleWords:
    """The package's own role words, read once a process."""
    return load_roles()


def _forms(verb: str, irregular: Mapping[str, list[str]]) -> list[str]:
    regular = verb_forms(verb)
    past = irregular.get(verb)
    if past is None:
        return list(dict.fromkeys(regular))
    # An irregular verb has no form in -ed, unless it is in the table.
    return list(dict.fromkeys([f for f in regular if not f.endswith("ed") or f == verb] + list(past)))


def _participles(verb: str, forms: list[str]) -> list[str]:
    """The forms that can be passive: of "gave", "given" the second, of "cast" the only one."""
    past = [form for form in forms if form != verb and not form.endswith(("ing", "s"))]
    return [form for form in past if form.endswith(("en", "wn", "ne"))] or past or [verb]


def _rank(verb: Verb) -> tuple[int, int]:
    return -len(verb.particle), verb.takes == "any"
