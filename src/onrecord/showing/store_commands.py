"""The commands of a store: add, find, show, stats, refused, check-store, update, remove."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from onrecord.showing.export import FORMATS
from onrecord.showing.options import COLOR, WIDTH, Columns, Date, OwnEvents, is_colored
from onrecord.showing.output import open_output
from onrecord.showing.sureness import READING_LEAST

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.batch import ArticleReader, Store
    from onrecord.showing.cli import Parts

_KINDS = ("statements", "events", "conditions")
_FOUND, _NOT_FOUND = 0, 1
_SHOWN = 20  # findings in a table, where nobody says how many


def make_store_reader(events: str | None = None) -> ArticleReader:
    """The reader of articles for a store; other processes call this, too.

    Args:
        events: a file with a user's own types of events.
    """
    from onrecord.batch.store import make_reader

    return make_reader(events)


_STORE = click.argument("store", metavar="STORE")
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
_JOBS = click.option(
    "-j", "--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes read; by default one a core."
)


_EVENTS = click.option(
    "--events", type=OwnEvents(), metavar="FILE", help="Find events of your own types too (see the guide)."
)


def _reader(parts: Parts, events: str | None) -> Callable[[], ArticleReader]:
    return partial(parts.make_store_reader, events) if events else parts.make_store_reader


def _format(*names: str) -> Callable[[Any], Any]:
    return click.option(
        "-f", "--format", "format_", type=click.Choice(names), default=names[0], show_default=True, help="How to print."
    )


def _opened(place: str, *, create: bool = False) -> Store:
    """The store; errors of its own are told by the command line as a whole."""
    from onrecord.batch import Store

    return Store(place, create=create)


def _tell(line: str) -> None:
    from onrecord.showing.plain_text import one_line

    sys.stderr.write(f"onrecord: {one_line(line)}\n")


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
@_JOBS
@_EVENTS
@click.option("--allow-private", is_flag=True, help="Fetch addresses inside private networks, too.")
@click.option("--again", is_flag=True, help="Add articles that were removed from the store before, too.")
@_QUIET
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

    with _opened(place, create=True) as store, open_output("-") as output:
        loop = AddingLoop(
            store=store,
            make_reader=_reader(parts, events),
            jobs=jobs or count_cores(),
            output=output,
            tell=_tell,
            is_quiet=quiet,
        )
        return loop.run(inputs, columns=columns or {}, published=published, allow_private=allow_private, is_again=again)


@click.command(short_help="Find statements, events and conditions in a store.")
@_STORE
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--kind", type=click.Choice(_KINDS), help="Only these; by default all that match.")
@click.option("--speaker", metavar="NAME", help="Who says it, or holds the condition; a part of the name is enough.")
@click.option("--actor", metavar="NAME", help="Who does it (events).")
@click.option("--recipient", metavar="NAME", help="To whom it is done, or who is to fulfil the condition.")
@click.option("--person", metavar="NAME", help="Any of these three.")
@click.option("--place", metavar="NAME", help="Where: a place, region or country.")
@click.option("--country", metavar="CODE", help="Where: an ISO 3166 code, as UKR.")
@click.option("--act", help="What the speaker does: say, deny, accuse, promise, …")
@click.option("--quotation", type=click.Choice(("direct", "indirect", "mixed")), help="How it is quoted.")
@click.option("--type", "type_", metavar="TYPE", help="The event's PLOVER type: ASSAULT, AGREE, PROTEST, …")
@click.option("--mode", help="The event's mode: aerial, riot, …")
@click.option("--context", help="The event's context: military, economic, …")
@click.option("--status", help="The event is actual, planned, hypothetical or denied.")
@click.option("--condition", metavar="KIND", help="The condition is an offer, promise, threat, demand, warning, …")
@click.option("--from", "since", type=Date(), metavar="DATE", help="On this day, month or year, or after it.")
@click.option("--to", "until", type=Date(), metavar="DATE", help="In it, or before it.")
@click.option("--publisher", metavar="NAME", help="Who published the article; a part of the name is enough.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    metavar="P",
    help=f"Leave out what is less sure; by default below {READING_LEAST} in tables, nothing in json and csv.",
)
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), metavar="N", help=f"How many; by default {_SHOWN} in tables, else all."
)
@_format("table", "json", "csv")
@WIDTH
@COLOR
def find(
    *,
    store: str,
    words: tuple[str, ...],
    kind: str | None,
    type_: str | None,
    min_confidence: float | None,
    limit: int | None,
    format_: str,
    width: int | None,
    color: str,
    **filters: str | None,
) -> int:
    """Find statements, events and conditions by words and by every field.

    All WORDS must stand in the passage or among its names, in any form: "attack" finds "attacks". Words in inner
    quotation marks stand next to each other, and "sanction*" finds all that begins so. The best come first, and where
    only fields are asked for, the newest. What has no date of its own counts under its article's, which the table shows
    in brackets.

    \b
    Examples:
      onrecord find news.db ceasefire
      onrecord find news.db "drone attack" --speaker Zelensky --act deny
      onrecord find news.db '"peace talks"' --from 2025-01 --to 2025-03
      onrecord find news.db --type ASSAULT --place Ukraine --format csv
      onrecord find news.db --kind conditions --condition threat --format json

    \b
    Exit status:
      0  something was found
      1  nothing was found
      2  the command was not understood
      3  the store cannot be read
    """  # noqa: D301 - click looks for the character itself
    is_table = format_ == "table"
    least = min_confidence if min_confidence is not None else READING_LEAST if is_table else 0.0
    query: dict[str, Any] = {"kind": kind.rstrip("s") if kind else None, "type": type_, **filters}
    if not words and not any(query.values()):
        raise click.UsageError("Say what to find: words, or options such as --speaker; see onrecord find --help")
    with _opened(store) as opened, open_output("-") as output:
        shown = limit or (_SHOWN if is_table else None)
        findings = opened.find(" ".join(words), limit=shown, least=least, **query)
        if is_table:
            from onrecord.showing.findings import FindingsPage

            page = FindingsPage(width or shutil.get_terminal_size().columns, is_colored=is_colored(color, "-"))
            output.write(page.show(findings))
        else:
            from onrecord.showing.table_data import show_findings

            output.write(show_findings(findings, format_))
        return _FOUND if findings.total else _NOT_FOUND


@click.command(short_help="Print the record of an article in a store.")
@_STORE
@click.argument("article", metavar="ARTICLE")
@_format(*FORMATS)
@click.option(
    "--revision", type=click.IntRange(min=1), metavar="N", help="An older one, 1 the first; by default the newest."
)
@click.option("-o", "--output", "target", default="-", metavar="FILE", help="Write there, not to standard output.")
@WIDTH
@COLOR
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="P", help="As for onrecord read.")
def show(
    *,
    store: str,
    article: str,
    format_: str,
    revision: int | None,
    target: str,
    width: int | None,
    color: str,
    min_confidence: float | None,
) -> int:
    """Print the record of one article, in any format that onrecord read has.

    ARTICLE is its id as find shows it, or the beginning of that; its address; or the id that it came with.

    \b
    Examples:
      onrecord show news.db 126157e5de82
      onrecord show news.db https://example.org/news/1 --revision 1
      onrecord show news.db 126157e5de82 --format html --output article.html

    \b
    Exit status:
      0  it was printed
      2  the command was not understood
      3  there is no such article, or the store cannot be read
    """  # noqa: D301 - click looks for the character itself
    from onrecord.showing.export import make_export
    from onrecord.showing.sureness import choose_least

    with _opened(store) as opened, open_output(target) as output:
        record = opened.record(article, revision=revision)
        export = make_export(
            format_,
            width=width or shutil.get_terminal_size().columns,
            is_colored=is_colored(color, target),
            least=choose_least(format_, min_confidence),
        )
        output.write(export.opening + export.show(record) + export.close())
        output.keep()
        return _FOUND


@click.command(short_help="Tell what is in a store.")
@_STORE
@_format("text", "json")
@WIDTH
@COLOR
def stats(*, store: str, format_: str, width: int | None, color: str) -> int:
    """Tell what is in a store: how many articles, statements and events, from when, by whom, and how large it is.

    \b
    Examples:
      onrecord stats news.db
      onrecord stats news.db --format json
    """  # noqa: D301 - click looks for the character itself
    from onrecord.showing.store_pages import StatsPage, stats_data
    from onrecord.showing.table_data import show_json

    with _opened(store) as opened, open_output("-") as output:
        found = opened.stats()
        if format_ == "json":
            output.write(show_json(stats_data(found)))
        else:
            page = StatsPage(width or shutil.get_terminal_size().columns, is_colored=is_colored(color, "-"))
            output.write(page.show(found, name=opened.name))
        return _FOUND


@click.command(short_help="List what could not be read into a store, and why.")
@_STORE
@_format("table", "json", "csv")
@WIDTH
@COLOR
def refused(*, store: str, format_: str, width: int | None, color: str) -> int:
    """List the inputs that did not become articles, with the reason and the remedy.

    The reasons are explained in docs/errors.md. An input that is read well at another time is dropped from the list.

    \b
    Examples:
      onrecord refused news.db
      onrecord refused news.db --format csv
    """  # noqa: D301 - click looks for the character itself
    from dataclasses import asdict

    from onrecord.showing.store_pages import REFUSAL_COLUMNS, show_refusals
    from onrecord.showing.table_data import show_csv, show_json

    with _opened(store) as opened, open_output("-") as output:
        refusals = opened.refusals()
        rows = [asdict(refusal) for refusal in refusals]
        if format_ == "json":
            output.write(show_json(rows))
        elif format_ == "csv":
            output.write(show_csv(rows, REFUSAL_COLUMNS))
        else:
            columns = width or shutil.get_terminal_size().columns
            output.write(show_refusals(refusals, width=columns, is_colored=is_colored(color, "-")))
        return _FOUND


@click.command("check-store", short_help="Prove that a store is whole.")
@_STORE
@_QUIET
def check_store(*, store: str, quiet: bool) -> int:
    """Prove a store whole: the file, its indexes, every record against its text, and every row against its record.

    \b
    Example:
      onrecord check-store news.db

    \b
    Exit status:
      0  all is well
      1  something is wrong; a line for each fault says what
      3  the store cannot be read
    """  # noqa: D301 - click looks for the character itself
    from onrecord.brief import counted
    from onrecord.showing.interrupts import Interrupts
    from onrecord.showing.meter import Meter

    with _opened(store) as opened, open_output("-") as output, Interrupts(), Meter(is_quiet=quiet) as meter:
        total = opened.stats().counts["articles"]
        looked = 0

        def tick() -> None:
            nonlocal looked
            looked += 1
            meter.show(f"{looked:,} of {counted(total, 'article')} checked", looked, total)

        report = opened.check(tick=tick)
        for fault in report.faults:
            output.write(f"{fault}\n")
        verdict = "all is well" if report.is_whole else counted(len(report.faults), "fault")
        output.write(f"{counted(report.articles, 'article')} checked: {verdict}\n")
        return _FOUND if report.is_whole else _NOT_FOUND


@click.command(short_help="Read again what older models have read.")
@_STORE
@_JOBS
@_EVENTS
@_QUIET
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

    with _opened(store) as opened, open_output("-") as output:
        return run_update(
            opened,
            make_reader=_reader(parts, events),
            jobs=jobs or count_cores(),
            output=output,
            tell=_tell,
            is_quiet=quiet,
        )


@click.command(short_help="Take an article out of a store, with all that came of it.")
@_STORE
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--reason", default="", metavar="TEXT", help="Why, for the books: retracted, taken down, …")
def remove(*, store: str, articles: tuple[str, ...], reason: str) -> int:
    """Take articles out of a store: all revisions, their records, what people said of them, every trace in the file.

    Only a digest stays, by which adding the same article again leaves it out; add --again lets it in. The file is
    written anew, which takes a while for a large one.

    \b
    Example:
      onrecord remove news.db 126157e5de82 --reason retracted

    \b
    Exit status:
      0  all were taken out
      3  there is no such article, or the store cannot be written; nothing was taken out
    """  # noqa: D301 - click looks for the character itself
    with _opened(store) as opened, open_output("-") as output:
        for id_ in opened.remove(*articles, reason=reason):
            output.write(f"{id_} removed\n")
        return _FOUND


COMMANDS = (add, find, show, stats, refused, check_store, update, remove)
