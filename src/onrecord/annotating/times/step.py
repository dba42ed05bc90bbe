"""The step that finds times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.annotating.times.finding import find_times

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.dossier import Dossier


class FindTimes:
    """The step that makes `times`: TIMEX3 expressions with their calendar values, in text order.

    It counts from the day that the article came with or, where it came without one, that a step before inferred.
    """

    name = "find_times"
    version = "1"
    requires = ()
    optional = ("published", "running_text")
    makes = ("times",)
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """The times of the article's text."""
        article, inferred = dossier.article, dossier.made.get("published")
        published = article.published or (inferred[0] if inferred else None)
        return {"times": find_times(dossier.running_text, published)}
