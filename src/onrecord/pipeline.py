"""The only place where stages meet: articles in, records out."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord._version import __version__
from onrecord.annotating.contents import EncodeContents
from onrecord.annotating.coreference import Corefer
from onrecord.annotating.dating import DateArticle
from onrecord.annotating.encoding import Encode
from onrecord.annotating.furniture import FindRunningText
from onrecord.annotating.places import FindPlaces
from onrecord.annotating.quantities import FindQuantities
from onrecord.annotating.times import FindTimes
from onrecord.dossier import Dossier, Step, check_order
from onrecord.errors import OnrecordError, Refused, StepError
from onrecord.interpreting.checks import RULE_NAMES, FindChecks
from onrecord.interpreting.conditions import FindConditions
from onrecord.interpreting.disputes import FindDisputes
from onrecord.interpreting.events import FindEvents, ReadEvents, SettleEvents
from onrecord.interpreting.linking import LinkEntities
from onrecord.interpreting.placing import LinkPlaces
from onrecord.interpreting.settings import FindSettings
from onrecord.interpreting.speakers import ResolveSpeakers
from onrecord.interpreting.statements import FindNested, FindStatements
from onrecord.reading import make_article
from onrecord.records import Article, Maker, Record
from onrecord.vocabulary.own_events import read_own_events

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from concurrent.futures import Future


class Reader:
    """Reads articles; models are loaded at the first one and kept.

    A reader may be used from several threads at once.
    """

    def __init__(
        self,
        *,
        events: str | Path | None = None,
        without_checks: Collection[str] = (),
        steps: Sequence[Step] | None = None,
    ) -> None:
        """Make a reader of the steps that onrecord has, or of others, in order.

        Args:
            events: a YAML file with types of events that are found beside PLOVER's; see the guide.
            without_checks: names of rules that are switched off, as "weekday"; RULE_NAMES has all.
            steps: other steps than onrecord's.

        Raises:
            VocabularyError: the file of events cannot be read or is not as it should be.
            InternalError: a step needs what no step before it makes.
            ValueError: there is no rule of a name in `without_checks`.
        """
        if unknown := sorted(set(without_checks) - set(RULE_NAMES)):
            raise ValueError(f"no rules {', '.join(unknown)}; there are {', '.join(RULE_NAMES)}")
        own = read_own_events(Path(events)) if events is not None else ()
        self._steps: tuple[Step, ...] = tuple(
            steps
            or (
                DateArticle(),
                FindRunningText(),
                FindTimes(),
                FindQuantities(),
                Encode(),
                FindStatements(),
                EncodeContents(),
                FindNested(),
                ReadEvents(own),
                Corefer(),
                SettleEvents(),
                FindPlaces(),
                LinkEntities(),
                ResolveSpeakers(),
                LinkPlaces(),
                FindSettings(),
                FindEvents(),
                FindConditions(),
                FindDisputes(),
                FindChecks(without_checks),
            )
        )
        check_order(self._steps)

    def read(
        self,
        text: str | Article,
        *,
        title: str | None = None,
        url: str | None = None,
        published: str | None = None,
        given_id: str | None = None,
    ) -> Record:
        """Read one article.

        Args:
            text: the article's text, or an Article; of an Article the other arguments are left alone.
            title, url, given_id: context that the record carries on.
            published: ISO 8601 date or date-time.

        Raises:
            Refused: the text cannot become an article.
            StepError: a step failed on it.
            ModelError: a model cannot be loaded.
        """
        if isinstance(text, str):
            text = make_article(
                text,
                title=title,
                url=url,
                published=published,
                published_from="given" if published else None,
                given_id=given_id,
            )
        dossier = Dossier(text)
        for step in self._steps:
            try:
                dossier = dossier.joined(step(dossier))
            except OnrecordError:
                raise
            except Exception as error:
                raise StepError(step.name, text.id, f"{type(error).__name__}: {error}") from error
        return Record(
            onrecord=self.maker,
            article=_dated(dossier),
            entities=dossier.made.get("entities", ()),
            statements=dossier["statements"],
            times=dossier.made.get("times", ()),
            places=dossier.made.get("places", ()),
            quantities=dossier.made.get("quantities", ()),
            events=dossier.made.get("events", ()),
            conditions=dossier.made.get("conditions", ()),
            disputes=dossier.made.get("disputes", ()),
            checks=dossier.made.get("checks", ()),
        )

    def pipe(
        self, articles: Iterable[str | Article | Refused], *, jobs: int = 1
    ) -> Iterator[Record | Refused | StepError]:
        """Read a stream of articles, in order, holding no more than a few in memory.

        Args:
            articles: texts, articles, or refusals, which are passed on.
            jobs: how many are read at the same time.

        Yields:
            a record for each article; a Refused or StepError, as a value, for each that could not be read.
        """
        if jobs < 1:
            raise ValueError(f"jobs must be 1 or more, not {jobs}")
        if jobs == 1:
            yield from map(self._try, articles)
            return
        stream = iter(articles)
        with ThreadPoolExecutor(jobs) as pool:
            waiting: deque[Future[Record | Refused | StepError]] = deque()
            try:
                waiting.extend(pool.submit(self._try, item) for item in islice(stream, 2 * jobs))
                while waiting:
                    yield waiting.popleft().result()
                    waiting.extend(pool.submit(self._try, item) for item in islice(stream, 1))
            finally:
                pool.shutdown(wait=True, cancel_futures=True)

    def _try(self, item: str | Article | Refused) -> Record | Refused | StepError:
        if isinstance(item, Refused):
            return item
        try:
            return self.read(item)
        except (Refused, StepError) as error:
            return error

    @property
    def step_versions(self) -> dict[str, str]:
        """The version of every step, by its name."""
        return {step.name: step.version for step in self._steps}

    @cached_property
    def maker(self) -> Maker:
        """What makes this reader's records."""
        models = {name: digest for step in self._steps for name, digest in step.models.items()}
        return Maker(__version__, models=dict(sorted(models.items())))


def _dated(dossier: Dossier) -> Article:
    """The article, with the date that a step inferred where it came without one."""
    article, inferred = dossier.article, dossier.made.get("published")
    if inferred is None or article.published is not None:
        return article
    date, why = inferred
    return replace(article, published=date, published_from="inferred", published_why=why)
