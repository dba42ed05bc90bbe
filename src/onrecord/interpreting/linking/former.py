"""Former offices: whom "the former prime minister" means, of those whom the article links."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NOMINAL
from onrecord.knowledge.periods import had_surely_ended, has_begun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import FoundMention
    from onrecord.interpreting.linking.links import Found, Link
    from onrecord.interpreting.linking.view import View

_HELD = 0.8
_SEVERAL = 0.5


def link_former(view: View, found: Sequence[Found]) -> list[Found]:
    """The same, with who is described by an office that was left linked to the only one of the article who held it."""
    people = {one.link.entry: one.link for one in found if one.link.entry and one.link.kind == "person"}
    linked = []
    for one in found:
        link = None
        if one.link.entry is None and not one.chain.is_named and one.chain.plural <= _SEVERAL:
            links = (_holder(view, mention, people) for mention in one.mentions if mention.form == NOMINAL)
            link = next(filter(None, links), None)
        linked.append(replace(one, link=link) if link else one)
    return linked


def _holder(view: View, mention: FoundMention, people: dict[str, Link]) -> Link | None:
    """The only one of some people who held the office that a description says was left."""
    if not view.wording.is_definite(mention) or not view.scene.day:
        return None
    named = view.names.parse(view.wording.description(mention))
    if not named.is_former or not named.title:
        return None
    offices = named.offices or (() if named.subjects else view.names.by_title.get(named.title, ()))
    called = {office.id for office in offices}
    day, begun = view.scene.day, {}
    for entry in people:
        terms = [term for term in view.knowledge.offices_of.get(entry, ()) if term.office in called]
        if terms := [term for term in terms if has_begun(term.start, day)]:  # who left an office may return to it
            begun[entry] = terms
    left = [entry for entry, terms in begun.items() if all(had_surely_ended(term.end, day) for term in terms)]
    fit = left or list(begun)
    return replace(people[fit[0]], confidence=_HELD) if len(fit) == 1 else None
