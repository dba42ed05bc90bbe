"""The commands that keep a store in order: stats, refused, check-store, remove."""

from __future__ import annotations

import shutil

import click

from onrecord.showing.options import COLOR, WIDTH, is_colored
from onrecord.showing.output import open_output
from onrecord.showing.store_options import DONE, NOTHING, QUIET, STORE, format_option, open_store


@click.command(short_help="Tell what is in a store.")
@STORE
@format_option("text", "json")
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

    with open_store(store) as opened, open_output("-") as output:
        found = opened.stats()
        if format_ == "json":
            output.write(show_json(stats_data(found)))
        else:
            page = StatsPage(width or shutil.get_terminal_size().columns, is_colored=is_colored(color, "-"))
            output.write(page.show(found, name=opened.name))
        return DONE


@click.command(short_help="List what could not be read into a store, and why.")
@STORE
@format_option("table", "json", "csv")
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

    with open_store(store) as opened, open_output("-") as output:
        refusals = opened.refusals()
        rows = [asdict(refusal) for refusal in refusals]
        if format_ == "json":
            output.write(show_json(rows))
        elif format_ == "csv":
            output.write(show_csv(rows, REFUSAL_COLUMNS))
        else:
            columns = width or shutil.get_terminal_size().columns
            output.write(show_refusals(refusals, width=columns, is_colored=is_colored(color, "-")))
        return DONE


@click.command("check-store", short_help="Prove that a store is whole.")
@STORE
@QUIET
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

    with open_store(store) as opened, open_output("-") as output, Interrupts(), Meter(is_quiet=quiet) as meter:
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
        return DONE if report.is_whole else NOTHING


@click.command(short_help="Take an article out of a store, with all that came of it.")
@STORE
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
      3  one is not there, or the store cannot be written; none was taken out
    """  # noqa: D301 - click looks for the character itself
    with open_store(store) as opened, open_output("-") as output:
        for id_ in opened.remove(*articles, reason=reason):
            output.write(f"{id_} removed\n")
        return DONE
