"""When two writings of a name can mean one person."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ə": "a", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
)
PARTICLES = set("al el bin ben ibn de da do dos du der den di von van la le of the and y e ould oglu jr sr".split())
ALIKE = 0.78


def fold(name: str) -> str:
    """Lower case without accents, apostrophes and hyphens."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’ʻʼ`]", "", plain)).strip()


def words(name: str) -> list[str]:
    """The words that tell a name from another."""
    return [word for word in fold(name).split() if word not in PARTICLES and len(word) > 1]


def alike(one: str, other: str) -> bool:
    """Whether two words can be writings of one: Zelenski, Zelenskyy."""
    return one == other or SequenceMatcher(None, one, other).ratio() >= ALIKE


def shared(one: str, other: str) -> int:
    """How many words of the one name have a like in the other."""
    left = words(other)
    count = 0
    for word in words(one):
        match = next((candidate for candidate in left if alike(word, candidate)), None)
        if match:
            left.remove(match)
            count += 1
    return count


def same_person(one: str, other: str) -> bool:
    """Whether two full names can be one person's: two words in common, or all of the shorter."""
    return shared(one, other) >= min(2, len(words(one)), len(words(other)))


def slug(name: str) -> str:
    """The id of a person that no source gives one."""
    return fold(name).replace(" ", "-")
