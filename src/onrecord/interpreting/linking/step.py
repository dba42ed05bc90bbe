"""The step that links: chains are looked up, those of one entry joined, and what has no entry described."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from onrecord.interpreting.linking.finding import link_chains
from onrecord.interpreting.linking.scene import Scene
from onrecord.interpreting.linking.view import View
from onrecord.interpreting.linking.wording import Wording
from onrecord.knowledge.base import load_knowledge
from onrecord.knowledge.office_names import OfficeNames

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.dossier import Dossier


class LinkEntities:
    """The step that says which entries of the knowledge base an article's chains are."""

    name = "link_entities"
    version = "4"
    requires = ("encoding", "chains", "places")
    optional = ("published", "raw_events")
    makes = ("chains", "links")
    models: Mapping[str, str] = {}

    @cached_property
    def _names(self) -> OfficeNames:
        return OfficeNames(load_knowledge())

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the chains anew, those of one entry joined, and `links`: what is known of each, in the same order."""
        article = dossier.article
        inferred = dossier.made.get("published")
        published = article.published or (inferred[0] if inferred else None)
        view = View(
            self._names,
            Scene(self._names, title=article.title, published=published, places=dossier["places"], text=article.text),
            Wording(article.text, dossier["encoding"].tokens),
        )
        chains, links = link_chains(view, dossier["chains"], dossier.made.get("raw_events", ()))
        return {"chains": chains, "links": links}
