"""Everything onrecord raises.

OnrecordError
├── Refused         an input cannot become an article; carries a reason of a closed list, and a remedy
├── SpanError       a span does not hold the words it claims to hold
├── RecordError     no record of the format, or one that does not hold together; carries the place
├── StepError       a step failed on an article; carries both
├── ModelError      a model's file is missing, damaged or of another version
├── VocabularyError a vocabulary file is not as it should be
├── KnowledgeError  a table of facts is not as it should be
├── StoreError      a store cannot be opened, read or written
│   ├── NotFound      what was asked for is not in the store
│   └── SchemaTooNew  the store was made by a newer onrecord
└── InternalError   our own mistake; please report it
"""

from __future__ import annotations

from typing import Literal, get_args

Reason = Literal[
    "missing",  # no such file
    "directory",  # a folder, not a file
    "unreadable",  # the file or answer cannot be read: permissions, damage, a broken archive
    "empty",  # nothing but white space
    "too-large",  # over the size limit
    "not-text",  # binary data, or no encoding that decodes it
    "unsupported-language",  # not English
    "not-an-article",  # a cookie wall, an error page, a few words
    "bad-json",  # a line of JSON that is none, or has no text
    "bad-table",  # a CSV file without a column of texts, or a row of it that is none
    "missing-extra",  # needs an optional part that is not installed
    "forbidden-address",  # an address inside a private network, or of an unknown scheme
    "network",  # no answer, time-out, an error status, too many redirects
]
REASONS: tuple[str, ...] = get_args(Reason)


class OnrecordError(Exception):
    """The root of all errors that onrecord raises on purpose."""


class Refused(OnrecordError):
    """An input that cannot become an article.

    Attributes:
        reason: one of REASONS.
        message: what is wrong, a clause without a full stop ("the file is empty").
        remedy: what the user can do about it, a clause, or "" where there is nothing.
        source: which input: a path, an address, "standard input", "articles.jsonl line 3".
    """

    def __init__(self, reason: Reason, message: str, *, remedy: str = "", source: str = "") -> None:
        if reason not in REASONS:
            raise InternalError(f"unknown reason {reason!r}")
        super().__init__(reason, message, remedy, source)
        self.reason = reason
        self.message = message
        self.remedy = remedy
        self.source = source

    def __str__(self) -> str:
        where = f"{self.source}: " if self.source else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{where}{self.message} [{self.reason}]{remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        return (_refused, (self.reason, self.message, self.remedy, self.source))

    def at(self, source: str) -> Refused:
        """The same refusal, said of `source`."""
        return Refused(self.reason, self.message, remedy=self.remedy, source=source)


def _refused(reason: Reason, message: str, remedy: str, source: str) -> Refused:
    return Refused(reason, message, remedy=remedy, source=source)


class SpanError(OnrecordError):
    """A span does not hold the words it claims to hold."""


class RecordError(OnrecordError):
    """No record of the format, or one whose parts do not hold together.

    Attributes:
        place: where in the record, as its keys lead there ("statements[3].source.entities[0]"), or "" for all of it.
        message: what is wrong there, a clause without a full stop ("no entity e9").
    """

    def __init__(self, place: str, message: str) -> None:
        super().__init__(place, message)
        self.place = place
        self.message = message

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class StepError(OnrecordError):
    """A step failed on an article.

    Attributes:
        step: the step's name.
        article: the article's id.
    """

    def __init__(self, step: str, article: str, message: str) -> None:
        super().__init__(step, article, message)
        self.step = step
        self.article = article
        self.message = message

    def __str__(self) -> str:
        return f"step {self.step} failed on article {self.article[:12]}: {self.message}"


class ModelError(OnrecordError):
    """A model's file is missing, damaged or of another version."""


class VocabularyError(OnrecordError):
    """A vocabulary file is not as it should be."""


class KnowledgeError(OnrecordError):
    """A table of facts is not as it should be."""


class StoreError(OnrecordError):
    """A store cannot be opened, read or written; says why, and what one can do."""


class NotFound(StoreError):
    """What was asked for is not in the store."""


class SchemaTooNew(StoreError):
    """The store was made by a newer onrecord, whose tables this one does not know."""


class InternalError(OnrecordError):
    """Our own mistake, not the user's; please report it."""
