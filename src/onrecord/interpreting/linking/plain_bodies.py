"""Bodies that nobody knows, called by what they are: "Brun lost money. [The company] said"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.chains import KINDS, NAME, NOMINAL, PRONOUN
from onrecord.interpreting.linking.merging import make_chain
from onrecord.interpreting.linking.telling import is_someone
from onrecord.knowledge.entries import Body
from onrecord.vocabulary.titles import AGENCIES, BODIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.linking.view import View

_FIRM, _AIRLINE, _UNION = "company", "airline", "group"
_NOUNS = {
    **dict.fromkeys(("carmaker", "chipmaker", "company", "drugmaker", "firm", "manufacturer", "retailer"), _FIRM),
    **dict.fromkeys(("startup", "start-up"), _FIRM),
    "airline": _AIRLINE,
    **dict.fromkeys(("charity", "group", "nonprofit", "organisation", "organization"), _UNION),
}
# Of the words that say what a body is those that its name may have; a name without any may be a firm's.
_IN_NAMES = {
    _FIRM: frozenset("airlines airways company corp corporation group holdings inc limited llc llp ltd plc".split()),
    _AIRLINE: frozenset({"air", "airlines", "airways"}),
    _UNION: frozenset(
        """
        academy alliance association center centre coalition committee council federation foundation front fund group
        institute institution league mission movement network organisation organization society union
        """.split()
    ),
}
_FITTING = {
    _FIRM: frozenset({"company"}),
    _AIRLINE: frozenset({"company"}),
    _UNION: frozenset({"ngo"}),
}  # types of known bodies
_BODY = KINDS.index("organization")
_LEAST = 0.8  # how likely a name that tells nothing is a body's; with .5 rockets and airports were firms


def join_plain_bodies(view: View, chains: Sequence[Chain]) -> list[Chain]:
    """The chains, "the company" and "the group" joined to the only firm or group that is named right before.

    That is in their sentence, or else in the one before it.

    Where two are named, or none, they stay for themselves.
    """
    named: dict[int, list[tuple[int, Chain]]] = defaultdict(list)  # by the first word of a sentence, names in it
    for chain in chains:
        for mention in chain.mentions:
            if mention.form == NAME:
                named[view.wording.sentence_start(mention.first)].append((mention.first, chain))
    joined: dict[int, list[Chain]] = defaultdict(list)
    for chain in chains:
        noun = _noun(view, chain)
        if noun and (meant := _meant(view, chain.mentions[0], noun, named)) is not None:
            joined[id(meant)].append(chain)
    if not joined:
        return list(chains)
    taken = {id(part) for parts in joined.values() for part in parts}
    return [
        make_chain([*chain.mentions, *(m for part in joined[id(chain)] for m in part.mentions)], like=chain)
        if id(chain) in joined
        else chain
        for chain in chains
        if id(chain) not in taken
    ]


def _noun(view: View, chain: Chain) -> str:
    """What a chain without a name is called by one bare noun, and nothing else; empty where it is called otherwise."""
    first = chain.mentions[0]
    if chain.is_named or first.form != NOMINAL or any(_is_other(view, mention) for mention in chain.mentions):
        return ""
    return _NOUNS.get(view.wording.lower[first.head], "")


def _is_other(view: View, mention: FoundMention) -> bool:
    """Whether a mention is no pronoun and no bare noun with its article."""
    words = view.wording.lower[mention.first : mention.last]
    return mention.form != PRONOUN and (len(words) != len(("the", "noun")) or words[0] != "the")


def _meant(view: View, mention: FoundMention, noun: str, named: dict[int, list[tuple[int, Chain]]]) -> Chain | None:
    """The only body that a noun can mean of those named before it in its sentence, or else in the one before."""
    start = view.wording.sentence_start(mention.first)
    for sentence in (start, view.wording.sentence_start(start - 1) if start else start):
        near = [chain for at, chain in named.get(sentence, ()) if at < mention.first]
        fit = {id(chain): chain for chain in near if _fits(view, chain, noun)}
        if fit:
            return fit.popitem()[1] if len(fit) == 1 else None
    return None


def _fits(view: View, chain: Chain, noun: str) -> bool:
    """Whether a named chain may be a firm or a group: by its words, and by what is known of the name."""
    names = view.names_of(chain)
    is_body = any(mention.kinds[_BODY] > _LEAST for mention in chain.mentions if mention.form == NAME)
    if is_someone(chain) or not (is_body or _may_be_firm(view, chain, names)):
        return False
    known = [entry for name in names for entry in view.knowledge.find(name)]
    if known:
        return all(isinstance(entry, Body) and entry.type in _FITTING[noun] for entry in known)
    words = {word for name in names for word in name.lower().split()}
    place = view.place_of(chain, None)
    if not words.isdisjoint(AGENCIES) or (place is not None and place.span.surface in names):
        return False
    told = words & BODIES
    return told <= _IN_NAMES[noun] and (bool(told) or noun == _FIRM) and not any(map(_is_code, names))


def _may_be_firm(view: View, chain: Chain, names: Sequence[str]) -> bool:
    """Whether what was taken for a person is only called by one word, as people are who were named in full before."""
    titles = (view.wording.title(mention) for mention in chain.mentions if mention.form == NAME)
    return all(" " not in name for name in names) and not any(titles)


def _is_code(name: str) -> bool:
    """Whether a name is a flight's, an airport's: "LAX", "NH175"."""
    return name.isupper()
