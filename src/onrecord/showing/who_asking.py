"""One question to the knowledge base: look it up, print the answer, say what is not there."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import KnowledgeError
from onrecord.knowledge.answers import ask, suggest
from onrecord.knowledge.office_names import OfficeNames
from onrecord.showing.reading_loop import FAILED
from onrecord.showing.who_words import tell_missing, tell_unsaid

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.knowledge.base import Knowledge
    from onrecord.showing.output import Output

NOT_FOUND = 1


@dataclass(frozen=True, slots=True)
class Asking:
    """How answers are made and printed.

    Attributes:
        load_knowledge: gives the knowledge base.
        format_: "text" or "json".
        width: of text, in cells.
        is_colored: text with colour.
    """

    load_knowledge: Callable[[], Knowledge]
    format_: str
    width: int
    is_colored: bool

    def run(self, query: str, *, on: str | None, today: str, output: Output) -> int:
        """Print the answer to a query; what is missing is told on standard error.

        Returns:
            The exit status.

        Raises:
            OutputError: it cannot be written.
        """
        was_collecting = gc.isenabled()
        gc.disable()  # the tables are small objects that all stay: looking through them takes a fifth of the time
        try:
            return self._answer(query, on=on, today=today, output=output)
        finally:
            if was_collecting:
                gc.enable()

    def _answer(self, query: str, *, on: str | None, today: str, output: Output) -> int:
        try:
            knowledge = self.load_knowledge()
        except KnowledgeError as error:
            sys.stderr.write(f"onrecord: {error}\n")
            return FAILED
        names = OfficeNames(knowledge)
        day = on or today
        answer = ask(names, query, day)
        suggestions = () if answer.unsaid or not answer.is_empty else suggest(knowledge, query)
        if self.format_ == "json":
            from onrecord.showing.who_json import show_json

            output.write(show_json(names, query, day, answer, suggestions))
        elif not answer.is_empty:
            from onrecord.showing.who import WhoPage

            page = WhoPage(names, day, is_today=on is None, width=self.width, is_colored=self.is_colored)
            output.write(page.show(query, answer))
        if not answer.is_empty:
            return 0
        message = tell_unsaid(query, answer.unsaid) if answer.unsaid else tell_missing(knowledge, query, suggestions)
        sys.stderr.write(f"onrecord: {message}\n")
        return NOT_FOUND
