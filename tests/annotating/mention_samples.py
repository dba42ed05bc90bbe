"""Mentions and texts made by hand, for tests that need no model."""

from __future__ import annotations

import numpy as np

from onrecord.annotating.clusters import Clusters
from onrecord.annotating.context import read_context
from onrecord.chains import KINDS, NAME, NOMINAL, PRONOUN, FoundMention
from onrecord.inference import models_folder
from onrecord.tokens import load_tokenizer, tokenize
from onrecord.vocabulary.referring import pronoun_class

FORMS = {"name": NAME, "nominal": NOMINAL, "pronoun": PRONOUN}


def tokens_of(text):
    return tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))


def words_of(tokens):
    return [word.lower() for word in tokens.words]


def place_of(tokens, phrase, number=0):
    """The half-open range of words of a phrase, where it stands first, or behind so many others of it."""
    wanted = list(tokens_of(phrase).words)
    starts = range(len(tokens) - len(wanted) + 1)
    places = [at for at in starts if list(tokens.words[at : at + len(wanted)]) == wanted]
    if number >= len(places):
        raise LookupError(phrase)
    return places[number], places[number] + len(wanted)


def found(tokens, phrase, form="name", *, head=None, kind="person", plural=0.0, male=0.5, sure=0.97, after=0):
    """The mention that a phrase is, where it first stands from `after` on; its head is `head` or its first word."""
    words = list(tokens_of(phrase).words)
    first = next(i for i in range(after, len(tokens)) if list(tokens.words[i : i + len(words)]) == words)
    kinds = np.full(len(KINDS), (1 - sure) / (len(KINDS) - 1), np.float32)
    kinds[KINDS.index(kind)] = sure
    lower = tuple(word.lower() for word in words)
    return FoundMention(
        head=first + (words.index(head) if head else 0),
        first=first,
        last=first + len(words),
        form=FORMS[form],
        pronoun=pronoun_class(lower[0]) if form == "pronoun" else -1,
        kinds=kinds,
        plural=plural,
        male=male,
        words=lower,
    )


def clusters_of(text, make, statements=()):
    """Empty clusters over the mentions that `make` finds in the tokens of a text, in the order of their heads."""
    tokens = tokens_of(text)
    mentions = sorted(make(tokens), key=lambda mention: mention.head)
    return Clusters(mentions, read_context(tokens, statements))
