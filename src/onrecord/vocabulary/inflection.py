"""English inflection: the forms of a known word, and a guess at the dictionary form of an unknown one.

Known words go from dictionary form to forms, never back: that needs no guess about a lost "e" or a doubled letter.
Where spelling leaves a choice ("signaled", "signalled") both forms are made; a form that nobody writes does no harm.
"""

from __future__ import annotations

import re

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_DOUBLED = re.compile(r"[^aeiou]?([bdgklmnprtv])\1$")
_MAY_DOUBLE = re.compile(r"(?:[^aeiou]|qu)[aeiou][bdfgklmnprstvz]$")
# Endings that seldom stand at a plain form's end: "forc", "circulat", "compil", "settl".
_LOST_E = re.compile(
    r"(?:[nr]c|[dnr]g(?<!ing)(?<!ong)|[aeiou]z|[lnrp]s|[uv]|[bcdfgkpt]l|[^aeiou](?:i[bcdglmnprsvz]|[ao][bcdgkmpstz]|u[bcdglmst]))$"
)
_SHORT = re.compile(r"^[^aeiou]*[aeiou][^aeiouwxy]$")


def verb_forms(verb: str) -> list[str]:
    """The regular forms of `verb`, the plain form among them: "deny", "denies", "denied", "denying"."""
    last = verb[-1]
    if last == "e":
        stem = verb[:-1]
        forms = [verb, verb + "s", verb + "d", (stem[:-1] + "y" if stem[-1:] == "i" else stem) + "ing"]
        if stem[-1:] in ("e", "y", "o"):
            forms.append(verb + "ing")
        if stem[-2:] == "iz" and len(verb) > 5:
            british = stem[:-1] + "s"
            forms += [british + "e", british + "es", british + "ed", british + "ing"]
        return forms
    if last == "y" and verb[-2:-1] not in _VOWELS:
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    forms = [verb, plural(verb), verb + "ed", verb + "ing"]
    if last == "c":
        forms += [verb + "ked", verb + "king"]
    elif _MAY_DOUBLE.search(verb):
        forms += [verb + last + "ed", verb + last + "ing"]
    return forms


def plural(noun: str) -> str:
    """The regular plural of a noun, which is also a verb's third person: "denials", "wishes", "replies"."""
    if noun[-1] == "y" and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_HISSING) else "s")


def guess_lemma(word: str) -> str:
    """The likely dictionary form of a word that the vocabulary does not hold, by its ending alone."""
    if len(word) < 5:
        return word
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if word.endswith("ing"):
        return _restore(word[:-3]) if any(c in _VOWELS + "y" for c in word[:-3]) else word
    if word.endswith("ed") and not word.endswith("eed"):
        return _restore(word[:-2])
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _restore(stem: str) -> str:
    if _DOUBLED.search(stem) and not stem.endswith(("ll", "ss")):
        return stem[:-1]
    if _LOST_E.search(stem) or _SHORT.search(stem):
        return stem + "e"
    return stem
