"""Former offices: whom "the former prime minister" means, of those whom the article links."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NOMINAL
from onrecord.interpreting.linking.links import describe
from onrecord.interpreting.linking.officeholders import land_of
from onrecord.knowledge.periods import had_surely_ended, has_begun, is_soon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import FoundMention
    from onrecord.interpreting.linking.links import Found, Link
    from onrecord.interpreting.linking.view import View

_HELD = 0.8
_SEVERAL = 0.5
_LATELY = 30  # days


def link_former(view: View, found: Sequence[Found]) -> list[Found]:
    """The same, with who is described by an office that was left linked to the only one of the article who held it."""
    people = {
        one.link.entry: (one.link, min(mention.head for mention in one.mentions))
        for one in found
        if one.mentions and one.link.entry and one.link.kind == "person"
    }
    linked = []
    for one in found:
        link = None
        if one.link.entry is None and not one.chain.is_named and one.chain.plural <= _SEVERAL:
            links = (_holder(view, mention, people) for mention in one.mentions if mention.form == NOMINAL)
            link = next(filter(None, links), None)
        linked.append(replace(one, link=link) if link else one)
    return linked


def _just_left(view: View, offices: set[str]) -> Link | None:
    """Who left one of some offices of one country within the last weeks, where it is only one."""
    day, knowledge = view.scene.day or "", view.knowledge
    main = next(iter(view.scene.shares), "")
    terms = [term for office in offices for term in knowledge.terms_of.get(office, ())]
    left = {
        term.person
        for term in terms
        if land_of(view.names, knowledge.offices[term.office]) == main
        if term.end and is_soon(term.end, day, _LATELY) and not knowledge.holds(term, day)
    }
    person = knowledge.people.get(left.pop()) if len(left) == 1 else None
    return describe(knowledge, person, day, _HELD) if person else None


def _holder(view: View, mention: FoundMention, people: dict[str, tuple[Link, int]]) -> Link | None:
    """The only one of some people who held the office that a description says was left, or the only one named before.

    Args:
        people: by entry, each with the first word that means it.
    """
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
    ended = [entry for entry, terms in begun.items() if any(had_surely_ended(term.end, day) for term in terms)]
    if not ended and offices:
        return _just_left(view, called)
    left = [entry for entry in ended if all(had_surely_ended(term.end, day) for term in begun[entry])]
    fit = left or ended
    fit = [entry for entry in fit if people[entry][1] < mention.head] or fit
    return replace(people[fit[0]][0], confidence=_HELD) if len(fit) == 1 else None
