"""A user's own types of events: a YAML file with cue words, read beside PLOVER's types.

events:
  - type: PORT_CLOSURE
    definition: a port is closed to ships
    like: COERCE
    cues: [close* the port, shut the harbour, port closure]
    examples: ["The navy closed the port of Ardale to foreign ships."]
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.errors import VocabularyError
from onrecord.vocabulary.files import FOLDER
from onrecord.vocabulary.inflection import verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_NAME = re.compile(r"[A-Z][A-Z0-9_]*")
_NEEDED, _ALLOWED = {"type", "cues"}, {"type", "definition", "like", "cues", "examples"}
_WORDS = re.compile(r"\w+\*?|[^\w\s]")
_MOST_GAP = 2  # words that may stand between two of a cue: "closed the busy port"


@dataclass(frozen=True, slots=True)
class OwnType:
    """A type of events that a user added.

    Attributes:
        type: its name.
        like: PLOVER's type whose parties are found in the same way.
        cues: each a row of words; of each word all forms that it may have, or its beginning with a "*".
        examples: sentences that tell such an event; each must have a cue.
    """

    type: str
    definition: str
    like: str
    cues: tuple[tuple[frozenset[str], ...], ...]
    examples: tuple[str, ...]

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Half-open ranges of lower-case words that have a cue; a few words may stand between two of it."""
        at = 0
        while at < len(words):
            end = max((end for cue in self.cues if (end := _match(cue, words, at))), default=0)
            if end:
                yield at, end
            at = end or at + 1


def read_own_events(path: Path) -> tuple[OwnType, ...]:
    """The types of a file.

    Raises:
        VocabularyError: it cannot be read, or a type is not as it should be; the message says which and how to mend it.
    """
    import yaml

    try:
        whole = yaml.safe_load(path.read_text("utf8"))
    except OSError as error:
        raise VocabularyError(f"{path.name}: cannot be read ({error.strerror}); check the name") from error
    except (yaml.YAMLError, ValueError) as error:
        told = " ".join(str(error).split())
        raise VocabularyError(f"{path.name}: is no YAML: {told}; compare it with the example in the guide") from error
    if not isinstance(whole, dict) or not isinstance(whole.get("events"), list) or not whole["events"]:
        raise VocabularyError(f"{path.name}: needs a list `events:` of types, each with `type` and `cues`")
    known = {event["name"] for event in json.loads((FOLDER / "plover.json").read_text("utf8"))["events"]}
    found = tuple(_type(row, f"{path.name}: type {number}", known) for number, row in enumerate(whole["events"], 1))
    counts = Counter(one.type for one in found)
    if twice := [name for name, count in counts.items() if count > 1]:
        raise VocabularyError(f"{path.name}: {twice[0]} stands twice; put all its cues into one")
    return found


def _type(row: Any, where: str, known: set[str]) -> OwnType:
    if not isinstance(row, dict) or not row.keys() >= _NEEDED or not row.keys() <= _ALLOWED:
        raise VocabularyError(
            f"{where}: needs {' and '.join(sorted(_NEEDED))}, and may have {', '.join(sorted(_ALLOWED - _NEEDED))}"
        )
    name = row["type"]
    if not isinstance(name, str) or not _NAME.fullmatch(name) or name in known:
        raise VocabularyError(
            f"{where}: {name!r} is no name of an own type, as PORT_CLOSURE: capitals, none of PLOVER's"
        )
    where = f"{where} ({name})"
    like = row.get("like", "COERCE")
    if not isinstance(like, str) or like not in known:
        raise VocabularyError(f"{where}: like {like!r} is none of PLOVER's types: {', '.join(sorted(known))}")
    cues = row["cues"]
    if not isinstance(cues, list) or not cues or not all(isinstance(cue, str) and cue.split() for cue in cues):
        raise VocabularyError(f"{where}: cues are a list of words or phrases")
    if any(word == "*" for cue in cues for word in cue.split()):
        raise VocabularyError(f'{where}: a "*" needs the beginning of a word before it')
    examples = row.get("examples", [])
    if not isinstance(examples, list) or not all(isinstance(example, str) for example in examples):
        raise VocabularyError(f"{where}: examples are a list of sentences")
    made = tuple(tuple(_forms(word) for word in _WORDS.findall(cue.lower())) for cue in cues)
    one = OwnType(name, str(row.get("definition", "")), like, made, tuple(examples))
    for example in one.examples:
        if not any(one.matches(_WORDS.findall(example.lower()))):
            raise VocabularyError(f"{where}: no cue is found in its example {example!r}; add one that is")
    return one


def _forms(word: str) -> frozenset[str]:
    """What a word of a cue may be: its forms, or with a "*" all words that begin so."""
    return frozenset({word}) if word.endswith("*") else frozenset({word, *verb_forms(word)})


def _match(cue: tuple[frozenset[str], ...], words: Sequence[str], start: int) -> int:
    """Where a cue that begins at a word ends; 0 where it does not."""
    if not _is_one(words[start], cue[0]):
        return 0
    at = start
    for forms in cue[1:]:
        at = next((i for i in range(at + 1, min(at + 2 + _MOST_GAP, len(words))) if _is_one(words[i], forms)), 0)
        if not at:
            return 0
    return at + 1


def _is_one(word: str, forms: frozenset[str]) -> bool:
    return word in forms or any(form.endswith("*") and word.startswith(form[:-1]) for form in forms)
