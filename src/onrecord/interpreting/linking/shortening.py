"""Short forms: bodies called by the last word of a name that the article gives, or by a noun that stands for them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.chains import Chain
    from onrecord.interpreting.linking.links import Found, Link
    from onrecord.interpreting.linking.view import View

_SEVERAL = 0.5
_SHORT = 0.85
_STANDS_FOR = {
    "alliance": ("nato", "csto"),
    "bloc": ("eu", "ecowas", "asean", "mercosur", "eaeu", "brics", "gcc", "sadc", "caricom"),
}


def link_short_forms(view: View, found: Sequence[Found]) -> list[Found]:
    """The same, with what is short for a body of the article linked to it: "the Commission", "the alliance"."""
    by_word: dict[str, dict[str, Link]] = defaultdict(dict)
    for one in found:
        if one.link.kind == "organization" and one.link.entry and not one.link.is_government:
            for name in view.names_of(one.chain):
                if " " in name:
                    by_word[fold(name.split()[-1])][one.link.entry] = one.link
    linked = {one.link.entry: one.link for one in found if one.link.entry}
    return [
        replace(one, link=_short_form(view, one.chain, by_word, linked) or one.link) if one.link.entry is None else one
        for one in found
    ]


def _short_form(
    view: View, chain: Chain, by_word: Mapping[str, Mapping[str, Link]], linked: Mapping[str, Link]
) -> Link | None:
    if chain.is_named:
        names = view.names_of(chain)
        fit = list(by_word.get(fold(names[0]), {}).values()) if len(names) == 1 else []
    elif chain.kind == "organization":
        fit = [linked[entry] for entry in _stood_for(view, chain) if entry in linked]
    else:
        fit = []
    return replace(fit[0], confidence=_SHORT) if len(fit) == 1 else None


def _stood_for(view: View, chain: Chain) -> tuple[str, ...]:
    """Ids of the bodies that a bare noun can stand for."""
    mention = chain.name
    noun = view.wording.lower[mention.head]
    words = view.wording.lower[mention.first : mention.last]
    return _STANDS_FOR.get(noun, ()) if mention.plural <= _SEVERAL and words in (["the", noun], [noun]) else ()
