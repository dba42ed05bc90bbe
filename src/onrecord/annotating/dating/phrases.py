"""Many phrases found in one pass over a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

V = TypeVar("V")


class Phrases(Generic[V]):
    """Phrases in lower case, each with a value; the longest that ends at a place is the one meant there.

    A text is searched for the phrases' last words only, of which there are few: an alternation of all of them, without
    regard to case, takes 1.6 ms for 600 words, this 0.1 ms.
    """

    def __init__(self, values: Mapping[str, V]) -> None:
        """Take the phrases with their values."""
        self._by_last: dict[str, list[tuple[str, V]]] = {}
        for phrase in sorted(values, key=lambda phrase: (-len(phrase), phrase)):
            self._by_last.setdefault(phrase.rpartition(" ")[2], []).append((phrase, values[phrase]))
        forms = {form for last in self._by_last for form in (last, last.capitalize(), last.upper())}
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        self._pattern = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def find(self, text: str, *, between: re.Pattern[str] | None = None) -> Iterator[tuple[int, int, V]]:
        """Start, end and value of each phrase in `text`.

        Args:
            text: where to look.
            between: words that may stand before a phrase's last word ("Iowa *Republican* caucuses").
        """
        for match in self._pattern.finditer(text):
            if match.start() and text[match.start() - 1].isalnum():
                continue
            for place in self._places(text, match.start(), between):
                if found := self._at(text, place, match):
                    yield found
                    break

    @staticmethod
    def _places(text: str, start: int, between: re.Pattern[str] | None) -> Iterator[int]:
        yield start
        if between and (filler := between.search(text, max(0, start - 60), start)):
            yield filler.start()

    def _at(self, text: str, place: int, match: re.Match[str]) -> tuple[int, int, V] | None:
        last = match[0].lower()
        before = text[max(0, place - 60) : place].lower()
        for phrase, value in self._by_last[last]:
            lead = phrase[: -len(last)]
            start = place - len(lead)
            if before.endswith(lead) and not (start and text[start - 1].isalnum()):
                return start, match.end(), value
        return None
