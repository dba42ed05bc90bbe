"""Short forms: bodies called by a word of their names, or by a noun that stands for them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.interpreting.linking.links import describe
from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.titles import BODIES, COLLECTIVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.linking.links import Found, Link
    from onrecord.interpreting.linking.view import View

_SHORT, _STOOD = 0.85, 0.8
_SMALL = frozenset("of the and for in on to de la du des el al democratic national people peoples united new".split())
_INSTITUTIONS = (BODIES | COLLECTIVES | {"cartel", "command", "corps", "league", "militia", "secretariat"}) - frozenset(
    "daily gazette journal news post press station television times tribune".split()
)
# What a noun stands for, besides bodies that have it in their names: ids, and types of bodies.
_BODIES = {
    "alliance": ("nato", "csto"),
    "bloc": ("eu", "ecowas", "asean", "mercosur", "eaeu", "brics", "gcc", "sadc", "caricom"),
    "cartel": ("opec",),
    "watchdog": ("iaea", "opcw"),
}
_ORGANS = {"commission": ("eu", "european-commission")}  # what a word means where the body is named
_TYPES = {
    **dict.fromkeys(
        ("rebels", "guerrillas", "insurgents", "islamists", "militants", "militia", "jihadists"), "armed_group"
    ),
    **dict.fromkeys(("sect", "paramilitaries"), "armed_group"),
    "charity": "ngo",
    "party": "party",
    "court": "court",
    "ministry": "ministry",
    "agency": "igo",
    **dict.fromkeys(("newspaper", "broadcaster"), "media"),
}


def link_short_forms(view: View, found: Sequence[Found]) -> list[Found]:
    """The same, with what is short for a body of the article linked to it: "the Commission", "the alliance"."""
    bodies = {
        one.link.entry: one.link
        for one in found
        if one.link.entry and one.link.kind == "organization" and not one.link.is_government and not one.link.is_country
    }
    for entry in _headed(view, found) - bodies.keys():
        bodies[entry] = describe(view.knowledge, view.knowledge.bodies[entry], view.scene.day, _STOOD)
    by_word: dict[str, set[str]] = defaultdict(set)
    for entry, link in bodies.items():
        for word in {word for name in link.names for word in name.split() if " " in name} - _SMALL:
            by_word[word].add(entry)
    return [
        replace(one, link=_short_form(view, one.chain, by_word, bodies) or one.link) if one.link.entry is None else one
        for one in found
    ]


def _may_be_name(view: View, mention: FoundMention) -> bool:
    """Whether a noun may stand for a body: "the fund", "why Justice waits", not "gender" or "the times".

    In 224 articles, 33 nouns were linked that are nothing but nouns, and two of those that this lets through.
    """
    if view.wording.lower[mention.first] == "the" and view.wording.lower[mention.head] in _INSTITUTIONS:
        return True
    before = view.wording.lower[mention.first - 1] if mention.first else "."
    word = view.wording.tokens.words[mention.head]
    if word[0].isupper() and word.lower() in _INSTITUTIONS:
        return True
    return word[0].isupper() and before[-1].isalpha() and word.lower() not in view.wording.tokens.words


def _headed(view: View, found: Sequence[Found]) -> set[str]:
    """Ids of the bodies that people of the article head: of the IAEA, where Mohamed ElBaradei says that the agency."""
    return {
        office.of
        for one in found
        if one.link.entry and one.link.kind == "person" and view.scene.day
        for term in view.knowledge.held(one.link.entry, view.scene.day)
        if (office := view.knowledge.offices[term.office]).kind == "head_of_body" and office.of in view.knowledge.bodies
    }


def _short_form(view: View, chain: Chain, by_word: dict[str, set[str]], bodies: dict[str, Link]) -> Link | None:
    """The only body that a single word can mean: one that has it in its names, or of those that it stands for."""
    if chain.is_named:
        names = view.names_of(chain)
        if len(names) != 1 or " " in names[0] or chain.kind == "person":
            return None
        word = fold(names[0])
        if word in view.wording.tokens.words and not view.wording.has_article(chain):
            return None  # "Space", of an article that says "in space" too; "the Times" is a paper all the same
    else:
        mention = chain.name
        word = view.wording.lower[mention.head]
        if view.wording.lower[mention.first : mention.last] not in (["the", word], [word]):
            return None
    organ = _ORGANS.get(word)
    if organ is not None and organ[0] in bodies and organ[1] in view.knowledge.bodies:
        return describe(view.knowledge, view.knowledge.bodies[organ[1]], view.scene.day, _STOOD)
    if len(by_word.get(word, ())) == 1 and (chain.is_named or _may_be_name(view, chain.name)):
        return replace(bodies[next(iter(by_word[word]))], confidence=_SHORT)
    fit = {entry for entry in _BODIES.get(word, ()) if entry in bodies}
    kind = _TYPES.get(word)
    if not fit and kind and not chain.is_named:
        known = view.knowledge.bodies
        fit = {entry for entry in bodies if entry in known and known[entry].type == kind}
    return replace(bodies[fit.pop()], confidence=_STOOD) if len(fit) == 1 else None
