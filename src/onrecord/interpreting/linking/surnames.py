"""Surnames of people whom the article names in full, where coreference left them apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.interpreting.linking.links import Found, Link
    from onrecord.interpreting.linking.view import View

_SURNAME = 0.85


def link_surnames(view: View, found: Sequence[Found]) -> list[Found]:
    """The same, with who is called by a surname alone linked to the only one whom the article names in full by it."""
    bearers: dict[str, dict[str, Link | None]] = {}
    for one in found:
        if one.chain.kind == "person":
            for name in view.names_of(one.chain, only_people=True):
                words = fold(name).split()
                if len(words) > 1:
                    bearers.setdefault(words[-1], {})[one.link.entry or name] = one.link if one.link.entry else None
    return [
        replace(one, link=link) if one.link.entry is None and (link := _meant(view, one, bearers)) else one
        for one in found
    ]


def _meant(view: View, one: Found, bearers: dict[str, dict[str, Link | None]]) -> Link | None:
    names = view.names_of(one.chain, only_people=True) if one.chain.is_named and one.chain.kind == "person" else []
    if not names or any(" " in name for name in names) or view.wording.has_age(one.chain):
        return None
    links = bearers.get(fold(names[0]), {})
    link = next(iter(links.values())) if len(links) == 1 else None
    return replace(link, confidence=min(link.confidence or _SURNAME, _SURNAME)) if link else None
