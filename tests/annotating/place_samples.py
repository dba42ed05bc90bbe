"""Places found in sentences, by mentions made by hand or by none at all."""

from __future__ import annotations

from functools import partial

from mention_samples import found, tokens_of

from onrecord.annotating.places import find_places
from onrecord.chains import Chain
from onrecord.knowledge.gazetteer import load_gazetteer


def chain(mention):
    return Chain((mention,), is_named=True, name=mention, kinds=mention.kinds, plural=0.0)


def places(text, **names):
    """The places of a text; each keyword is a kind with the phrases that name one: `person=["Ada Wong"]`."""
    tokens = tokens_of(text)
    make = partial(found, tokens)
    chains = [chain(make(phrase, kind=kind)) for kind, phrases in names.items() for phrase in phrases]
    return find_places(text, tokens, chains, load_gazetteer())


def named(text, **names):
    return [place.span.surface for place in places(text, **names)]


def meant(text, words, **names):
    """The place that words mean where they last stand."""
    return [place for place in places(text, **names) if place.span.surface == words][-1]
