"""The closed list of acts: what a source does with the content of an attribution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.errors import VocabularyError
from onrecord.vocabulary.files import read_table


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of thing that a source does with the content of an attribution.

    Attributes:
        name: a verb in its plain form, as records print it.
        definition: one sentence whose subject is the source.
        examples: two sentences that show it.
    """

    name: str
    definition: str
    examples: tuple[str, ...]


def parse_acts(table: Mapping[str, object], *, name: str) -> dict[str, Act]:
    """Read acts from a parsed file and check them.

    Raises:
        VocabularyError: an act's name, definition or examples are not as they should be.
    """
    acts = {}
    for act, entry in table.items():
        where = f"{name}: act {act!r}"
        if not act.isalpha() or not act.islower():
            raise VocabularyError(f"{where} is not one word in lower case")
        if not isinstance(entry, dict) or entry.keys() != {"definition", "examples"}:
            raise VocabularyError(f"{where} needs a definition and examples, and nothing else")
        definition, examples = entry["definition"], entry["examples"]
        if not isinstance(definition, str) or not definition.endswith("."):
            raise VocabularyError(f"{where} needs a definition that is a sentence")
        if not isinstance(examples, list) or len(examples) != 2 or not all(isinstance(e, str) for e in examples):
            raise VocabularyError(f"{where} needs two examples")
        acts[act] = Act(act, definition, tuple(examples))
    return acts


@cache
def load_acts() -> Mapping[str, Act]:
    """Read the package's acts, once a process."""
    return parse_acts(read_table("acts.toml"), name="acts.toml")


class _Acts(Mapping[str, Act]):
    """The acts by name in their written order; the file is read when one is first asked for."""

    def __getitem__(self, name: str) -> Act:
        return load_acts()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(load_acts())

    def __len__(self) -> int:
        return len(load_acts())

    def __repr__(self) -> str:
        return f"ACTS({', '.join(self)})"


ACTS: Mapping[str, Act] = _Acts()
