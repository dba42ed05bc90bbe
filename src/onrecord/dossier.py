"""An article with all that was made of it so far, and the contract of a step that makes more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from onrecord.errors import InternalError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.records import Article


@dataclass(frozen=True, slots=True)
class Dossier:
    """An article and what the steps made of it, by name ("encoding", "statements", …)."""

    article: Article
    made: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.made[name]

    @property
    def running_text(self) -> str:
        """The text with blanks for what is no part of the story, where a step has found that; same offsets."""
        return str(self.made.get("running_text", self.article.text))

    def joined(self, new: Mapping[str, Any]) -> Dossier:
        """A dossier that also holds `new`; this one stays as it is."""
        return Dossier(self.article, {**self.made, **new})


class Step(Protocol):
    """A callable that reads a dossier and gives new things by name; it changes nothing it was given.

    A step may have `optional` too: names of what it reads where a step before it makes them.
    """

    @property
    def name(self) -> str:
        """What the step is called, for provenance."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the output may."""
        ...

    @property
    def requires(self) -> tuple[str, ...]:
        """Names of what it reads from the dossier."""
        ...

    @property
    def makes(self) -> tuple[str, ...]:
        """Names of what it gives."""
        ...

    @property
    def models(self) -> Mapping[str, str]:
        """Name and digest of every model that the step uses."""
        ...

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """What the step makes, by name."""
        ...


def check_order(steps: Sequence[Step]) -> None:
    """Raise InternalError if a step needs what no step before it makes, or reads what only a later one makes."""
    made: set[str] = set()
    for number, step in enumerate(steps):
        missing = set(step.requires) - made
        if missing:
            raise InternalError(f"step {step.name} needs {sorted(missing)}, which no step before it makes")
        late = set(getattr(step, "optional", ())) - made
        late &= {name for later in steps[number:] for name in later.makes}
        if late:
            raise InternalError(f"step {step.name} reads {sorted(late)}, which only a later step makes")
        made.update(step.makes)
