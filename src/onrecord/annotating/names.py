"""Names: the words of a name itself, and whether two names can be the same one's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chains import NAME
from onrecord.vocabulary.referring import NAME_FILLERS, NAME_SUFFIXES

if TYPE_CHECKING:
    from onrecord.chains import FoundMention

Name = tuple[str, ...]
_DETERMINERS = frozenset({"the", "a", "an", "this", "that"})
_FORMS_OF_BODIES = frozenset("inc corp corporation co company ltd plc llc group holdings ag sa gmbh".split())
_APOSTROPHES = frozenset({"'", "’"})

# How surely two names mean the same, highest first.
SAME, SAME_PERSON, SAME_WORD, ACRONYM, SURNAME, PART, FIRST_NAME = 7, 6, 5, 4, 3, 2, 1


def name_words(mention: FoundMention) -> Name:
    """The words of the name itself, lower case: no title, no determiner, no "Jr.", no possessive ending."""
    words = list(mention.words)
    if len(words) > 2 and words[-1] == "s" and words[-2] in _APOSTROPHES:
        words = words[:-2]
    if mention.kind == "person":
        words = words[mention.head - mention.first :] or words
    while len(words) > 1 and words[0] in _DETERMINERS:
        words = words[1:]
    words = [word for word in words if word == "&" or any(map(str.isalnum, word))]
    while len(words) > 1 and words[-1] in NAME_SUFFIXES:
        words = words[:-1]
    return _spelled(words)


def _spelled(words: list[str]) -> Name:
    """The words with letters that stand one by one joined: "U.N." is the one word "u.n.", which is nobody's surname."""
    joined: list[str] = []
    for i, word in enumerate(words):
        if _is_letter(word) and i and _is_letter(words[i - 1]):
            joined[-1] += word + "."
        else:
            joined.append(word + "." if _is_letter(word) and len(words) > 1 else word)
    return tuple(joined)


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def title_words(mention: FoundMention) -> frozenset[str]:
    """What stands before a person's name in its mention: "president", "mr", "gop", "nominee"."""
    if mention.form != NAME or mention.kind != "person":
        return frozenset()
    return frozenset(word for word in mention.words[: mention.head - mention.first] if word.isalpha())


def match_names(new: Name, known: Name, *, is_person: bool, was_person: bool) -> int:
    """How surely a new name means the bearer of a known one; 0 where it does not.

    Args:
        is_person, was_person: the new name's bearer, and the known one's, looks like a person.
    """
    if not new or not known:
        return 0
    if new == known:
        return SAME if len(new) > 1 else SAME_WORD
    if is_person or was_person:
        return _match_people(new, known, is_person=is_person, was_person=was_person)
    longer, shorter = (new, known) if len(new) >= len(known) else (known, new)
    acronym = shorter[0].replace(".", "")
    if len(shorter) == 1 and len(longer) > 1 and len(acronym) > 1 and initials(longer) == acronym:
        return ACRONYM
    return PART if len(longer) > len(shorter) and _is_part(shorter, longer) else 0


def _is_part(shorter: Name, longer: Name) -> bool:
    """Whether a name is short for another: its words but for "Inc.", or the same body with fewer words before it.

    "Oversight Committee" is the "House Oversight and Reform Committee"; "New York" is not the "New York Times".
    """
    if longer[: len(shorter)] == shorter:
        return _FORMS_OF_BODIES.issuperset(longer[len(shorter) :])
    if len(shorter) < 2 or shorter[-1] != longer[-1]:
        return False
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _match_people(new: Name, known: Name, *, is_person: bool, was_person: bool) -> int:
    if len(new) > 1 and len(known) > 1:
        if not (is_person and was_person) or new[-1] != known[-1]:
            return 0
        if new == known[-len(new) :] or known == new[-len(known) :]:
            return SAME_PERSON  # "Suu Kyi" is Aung San Suu Kyi
        a, b = new[0], known[0]
        return SAME_PERSON if a == b or (a[0] == b[0] and (a[1:] in ("", ".") or b[1:] in ("", "."))) else 0
    if len(new) == 1 and len(known) > 1 and was_person:
        if new[0] == known[-1]:
            return SURNAME
        return FIRST_NAME if is_person and new[0] == known[0] else 0
    if len(known) == 1 and len(new) > 1 and is_person and known[0] == new[-1]:
        return SURNAME
    return 0


def initials(name: Name) -> str:
    """The first letters of a name's words, without "of" and its like: "nato"."""
    return "".join(word[0] for word in name if word not in NAME_FILLERS)
