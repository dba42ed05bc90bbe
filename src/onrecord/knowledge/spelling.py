"""Spellings: what a name is looked up by, however it was written."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼʻ`´ʹʾʿ.", ""))
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ħ": "h", "ə": "a", "ǝ": "a", "ß": "ss", "æ": "ae"})
_DASHES = str.maketrans(dict.fromkeys("-‐‑–—_/", " "))

# Names that are words of the language too: they name something only where they are written in capitals.
_WORDS = frozenset(
    {"us", "who", "it", "am", "is", "as", "so", "at", "car", "au", "aid", "care", "la", "ira", "pla", "isis", "roc"}
)

_ARTICLES = frozenset({"al", "el", "ad", "ar", "ash", "as", "an", "at", "az", "ul", "ur"})  # "al-Sharaa", "ash-Sharaa"
_SONS = {"ben": "bin", "ibn": "bin"}
# One sound, several transliterations, replaced in this order; "\1" stands for "ch" meanwhile.
_SOUNDS = (
    *(
        ("zh", "j"),
        ("sch", "sh"),
        ("tsch", "ch"),
        ("tch", "ch"),
        ("ch", "\1"),
        ("ck", "k"),
        ("kh", "k"),
        ("gh", "g"),
        ("dh", "d"),
    ),
    *(
        ("ph", "f"),
        ("th", "t"),
        ("c", "k"),
        ("\1", "ch"),
        ("q", "k"),
        ("x", "ks"),
        ("w", "v"),
        ("ts", "z"),
        ("tz", "z"),
    ),
    *(("ou", "u"), ("oo", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("ya", "ia"), ("yu", "iu"), ("ye", "e")),
    *(("ie", "e"), ("ay", "ai"), ("ey", "ei"), ("y", "i"), ("j", "i")),
)
_VOWELS = frozenset("aeiou")
# What only the rough likeness of names takes for one: "Qaddafi" and "Kadhafi", "Khrushchov" and "Khrushchev".
_ROUGH = (("kh", "h"), ("gh", "h"), ("dh", "d"), ("q", "k"), ("g", "k"), ("c", "k"), ("w", "v"), ("f", "v"), ("z", "s"))


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """A name as it is looked up: lower case, no accents, apostrophes or full stops, hyphens as spaces."""
    plain = name.lower()
    if plain.isascii() and plain.replace(" ", "").isalpha():  # three names of four, in half the time
        return " ".join(plain.split())
    plain = plain.translate(_APOSTROPHES)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).lower()  # "𝔄" is a capital only now
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_LETTERS)
        plain = plain.translate(_APOSTROPHES)
    return " ".join(plain.translate(_DASHES).split())


def is_word(folded: str, written: str) -> bool:
    """Whether what looks like an acronym is but a word: "us", not "US" or "U.S."."""
    return folded in _WORDS and not written.replace(".", "").isupper()


@lru_cache(maxsize=1 << 14)
def loose(folded: str) -> str:
    """A folded name without what transliterations differ in: "zelenskyy", "zelensky" and "zelenskiy" are one."""
    words = folded.split()
    return " ".join(_loose(_SONS.get(word, word)) for word in words if len(words) == 1 or word not in _ARTICLES)


@lru_cache(maxsize=1 << 14)
def skeleton(folded: str) -> str:
    """The consonants of a folded name, loosely: "mohammed", "muhammad" and "mohamed" are one."""
    plain = folded
    for sound, simple in _ROUGH:
        plain = plain.replace(sound, simple)
    plain = loose(plain)
    bones = plain[:1] + "".join(letter for letter in plain[1:] if letter not in "aeiouh ")
    return "".join(letter for letter, before in zip(bones, " " + bones, strict=False) if letter != before)


def bones(folded: str) -> str:
    """The consonants of a name of several words as of one word, very loosely: where it is parted, spellings differ.

    "abdel fattah el sisi" and "abdelfattah elsisi" are one, and so are "usama bin ladin" and "osama bin laden".
    """
    joined = folded.replace(" ", "")
    plain = skeleton("a" + joined).replace("d", "t")  # "saparmurad", "saparmurat"
    return plain if joined[:1] in _VOWELS else plain[1:]


def _loose(word: str) -> str:
    for sound, plain in _SOUNDS:
        if sound in word:
            word = word.replace(sound, plain)
    word = "".join(letter for letter, before in zip(word, " " + word, strict=False) if letter != before)
    return word[:-1] + "v" if word.endswith("f") else word
