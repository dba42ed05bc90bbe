"""What pages show of a store: lists of articles, how findings divide, who is who in it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from onrecord.recording.counting import count
from onrecord.recording.editing import list_checks, list_disputes
from onrecord.recording.listing import list_articles, read_facts
from onrecord.recording.looking_up import find_revision
from onrecord.recording.packing import unpack_record
from onrecord.recording.profiles import find_called, find_profile, list_parties
from onrecord.recording.searching import search
from onrecord.recording.tallying import find_spots, tally

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from sqlalchemy import Connection

    from onrecord.recording.editing import Remarks
    from onrecord.recording.engines import Database
    from onrecord.recording.findings import Findings
    from onrecord.recording.listing import ListedArticle, RevisionFacts
    from onrecord.recording.profiles import Party, Profile
    from onrecord.recording.queries import Query
    from onrecord.recording.reports import Stats
    from onrecord.recording.tallying import Spot, Tally
    from onrecord.records import Record

_MOST_KEPT = 512  # answers; one is a few kilobytes
_Answer = TypeVar("_Answer")


class _Kept(NamedTuple):
    """An answer, with the state that the store was in."""

    state: Hashable
    answer: Any


class Catalogue:
    """Answers about a store, kept until it changes. May be asked from several threads at once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._answers: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._asking: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def state(self) -> Hashable:
        """Another value after every change of the store, by whichever process."""
        return self._database.state()

    def articles(
        self,
        *,
        before: int | None = None,
        limit: int = 30,
        publisher: str | None = None,
        title: str | None = None,
        least: float = 0.0,
    ) -> list[ListedArticle]:
        """Articles, the one added last first.

        Args:
            before: only those with lower numbers than this, as a list goes on.
            publisher: only of this one; title: only with these words in their title.
            least: what is less sure is not counted.
        """
        with self._database.reading() as connection:
            return list_articles(connection, before=before, limit=limit, publisher=publisher, title=title, least=least)

    def article(self, name: str, revision: int | None = None) -> tuple[Record, RevisionFacts]:
        """The record of an article, with what else the store knows of it.

        Raises:
            NotFound: there is no such article or revision.
            StoreError: the name can mean several, or the record is damaged.
        """
        with self._database.reading() as connection:
            row = find_revision(connection, name, revision)
            return unpack_record(row.record, row.record_digest, row.text), read_facts(connection, row)

    def facts(self, name: str, revision: int | None = None) -> RevisionFacts:
        """What the store knows of an article besides its record; errors as of `article`."""
        with self._database.reading() as connection:
            return read_facts(connection, find_revision(connection, name, revision))

    def find(self, query: Query, *, limit: int, offset: int = 0, order: str = "best") -> Findings:
        """As `RecordStore.find`."""
        key = ("find", query, limit, offset, order)
        return self._kept(key, lambda asked: search(asked, query, limit=limit, offset=offset, order=order))

    def tally(self, query: Query) -> Tally:
        """How what matches `query` divides; errors as of `RecordStore.find`."""
        return self._kept(("tally", query), lambda connection: tally(connection, query))

    def spots(self, query: Query) -> tuple[Spot, ...]:
        """Where the events are that match `query`."""
        return self._kept(("spots", query), lambda connection: find_spots(connection, query))

    def profile(self, key: str) -> Profile:
        """Who has this key.

        Raises:
            NotFound: nobody in the store.
        """
        return self._kept(("profile", key), lambda connection: find_profile(connection, key))

    def parties(self, words: str = "", *, limit: int = 50) -> list[Party]:
        """Those whose names hold all these words, the most often named first.

        Without words the answer may be a little old, as it takes seconds of a large store.
        """
        return self._kept(
            ("parties", words, limit),
            lambda connection: list_parties(connection, words, limit=limit),
            may_be_old=not words,
        )

    def called(self, name: str) -> list[Party]:
        """Those with just this name."""
        return self._kept(("called", name), lambda connection: find_called(connection, name))

    def checks(
        self, *, severity: str | None = None, rule: str | None = None, limit: int = 50, offset: int = 0
    ) -> Remarks:
        """Checks of all articles, the gravest first."""
        return self._kept(
            ("checks", severity, rule, limit, offset),
            lambda asked: list_checks(asked, severity=severity, rule=rule, limit=limit, offset=offset),
        )

    def disputes(self, *, kind: str | None = None, limit: int = 50, offset: int = 0) -> Remarks:
        """Disputes of all articles, those of the article added last first."""
        return self._kept(
            ("disputes", kind, limit, offset),
            lambda asked: list_disputes(asked, kind=kind, limit=limit, offset=offset),
        )

    def stats(self) -> Stats:
        """What is in the store, in numbers; they may be a little old, as counting takes seconds in a large one."""
        return self._kept(("stats",), count, may_be_old=True)

    def warm(self) -> None:
        """Have the answers ready that take longest and are asked first."""
        self.stats()
        self.parties()

    def _kept(self, key: Hashable, ask: Callable[[Connection], _Answer], *, may_be_old: bool = False) -> _Answer:
        """The answer of before, if the store has not changed since; else a new one.

        Args:
            may_be_old: give the answer of before all the same, and ask anew behind it; for what takes seconds.
        """
        state = self.state()
        known = self._known(key, state)
        if known is not None and (known.state == state or may_be_old):
            if known.state != state and key not in self._asking:
                threading.Thread(target=self._ask, args=(key, ask, state), daemon=True).start()
            answer: _Answer = known.answer
            return answer
        return self._ask(key, ask, state)

    def _ask(self, key: Hashable, ask: Callable[[Connection], _Answer], state: Hashable) -> _Answer:
        """A new answer; who asks the same at the same time waits for it."""
        with self._lock:
            asking = self._asking.setdefault(key, threading.Lock())
        with asking:
            known = self._known(key, state)
            if known is not None and known.state == state:
                answer: _Answer = known.answer
                return answer
            try:
                with self._database.reading() as connection:
                    answer = ask(connection)
            finally:
                with self._lock:
                    self._asking.pop(key, None)
            with self._lock:
                self._answers[key] = _Kept(state, answer)
                self._answers.move_to_end(key)
                while len(self._answers) > _MOST_KEPT:
                    self._answers.popitem(last=False)
            return answer

    def _known(self, key: Hashable, state: Hashable) -> _Kept | None:
        with self._lock:
            known = self._answers.get(key)
            if known is not None and known.state == state:
                self._answers.move_to_end(key)
            return known
