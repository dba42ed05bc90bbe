"""The commands that read articles into a store: add, update."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from onrecord.showing.options import Columns, Date
from onrecord.showing.output import open_output
from onrecord.showing.store_options import EVENTS, JOBS, QUIET, STORE, open_store, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.batch import ArticleReader
    from onrecord.showing.cli import Parts


def make_store_reader(events: str | None = None) -> ArticleReader:
    """The reader of articles for a store; other processes call this, too.

    Args:
        events: a file with a user's own types of events.
    """
    from onrecord.batch.store import make_reader

    return make_reader(events)


def _reader(parts: Parts, events: str | None) -> Callable[[], ArticleReader]:
    return partial(parts.make_store_reader, events) if events else parts.make_store_reader


@click.command(short_help="Read articles into a store.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--into", "place", required=True, metavar="STORE", help="The store: a file, made where there is none.")
@click.option(
    "--columns",
    type=Columns(),
    metavar="PART=NAME,...",
    help="For CSV: which column holds the text, title, url, publisher, authors, published, id.",
)
@click.option("--published", type=Date(), metavar="DATE", help="When the articles were published, as 2031-03-05.")
@JOBS
@EVENTS
@click.option("--allow-private", is_flag=True, help="Fetch addresses inside private networks, too.")
@click.option("--again", is_flag=True, help="Add articles that were removed from the store before, too.")
@QUIET
@click.pass_obj
def add(
    parts: Parts,
    *,
    inputs: tuple[str, ...],
    place: str,
    columns: dict[str, str] | None,
    published: str | None,
    jobs: int | None,
    events: str | None,
    allow_private: bool,
    again: bool,
    quiet: bool,
) -> int:
    """Read articles into a store, on all cores. What is there already is not read again.

    INPUT is a folder (with all below it), a file, a pattern in quotation marks, an http(s) address, or - for standard
    input. Files may be plain text, Markdown, HTML, PDF, JSON, JSON lines, CSV, WARC, and any of these in .gz or .zip.
    STORE is a file, or postgresql://user@host/name. Another text at the same address becomes a new revision of its
    article. Stopped in the middle, the same command goes on from there.

    \b
    Examples:
      onrecord add articles/ --into news.db
      onrecord add export.jsonl crawl.warc.gz 'site/**/*.html' --into news.db
      onrecord add table.csv --columns text=body,title=headline --into news.db
      onrecord add articles/ --into postgresql://ana@db.example/news

    \b
    Exit status:
      0  all were read
      1  some or all were refused; onrecord refused lists them
      2  the command was not understood
      3  something failed that is not an input's fault; what was added is kept
      130  stopped by Ctrl-C; what was added is kept
    """  # noqa: D301 - click looks for the character itself
    from onrecord.batch.store import count_cores
    from onrecord.showing.adding_loop import AddingLoop

    with open_store(place, create=True) as store, open_output("-") as output:
        loop = AddingLoop(
            store=store,
            make_reader=_reader(parts, events),
            jobs=jobs or count_cores(),
            output=output,
            tell=tell,
            is_quiet=quiet,
        )
        return loop.run(inputs, columns=columns or {}, published=published, allow_private=allow_private, is_again=again)


@click.command(short_help="Read again what older models have read.")
@STORE
@JOBS
@EVENTS
@QUIET
@click.pass_obj
def update(parts: Parts, *, store: str, jobs: int | None, events: str | None, quiet: bool) -> int:
    """Read again the articles whose records were made by other models or steps than today's, and tell what changed.

    Texts, revisions and people's judgements stay. Stopped in the middle, the same command goes on from there.

    \b
    Examples:
      onrecord update news.db

    \b
    Exit status:
      0  all are up to date now
      1  some could not be read again; their old records stay
      3  something failed; what was read again is kept
      130  stopped by Ctrl-C; what was read again is kept
    """  # noqa: D301 - click looks for the character itself
    from onrecord.batch.store import count_cores
    from onrecord.showing.updating_loop import run_update

    with open_store(store) as opened, open_output("-") as output:
        return run_update(
            opened,
            make_reader=_reader(parts, events),
            jobs=jobs or count_cores(),
            output=output,
            tell=tell,
            is_quiet=quiet,
        )
