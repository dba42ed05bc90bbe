"""The command line: arguments in, lines out.

What reads articles is imported only by the command that needs it, so that `--help` answers at once.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from onrecord._version import __version__
from onrecord.errors import StoreError
from onrecord.showing.adding_commands import make_store_reader
from onrecord.showing.checks import SEVERITIES
from onrecord.showing.chosen_checks import ChosenChecks, parse_checks
from onrecord.showing.export import FORMATS, make_export
from onrecord.showing.interrupts import Interrupted
from onrecord.showing.options import COLOR, WIDTH, Date, OwnEvents, is_colored, is_terminal
from onrecord.showing.output import OutputError, PipeClosedError, hush_stdout, open_output, speak_utf8
from onrecord.showing.plain_text import one_line
from onrecord.showing.progress import Reporter
from onrecord.showing.reading_loop import BY_SIGNAL, FAILED, ArticleReader, ReadingLoop
from onrecord.showing.store_commands import COMMANDS
from onrecord.showing.sureness import READING_LEAST, choose_least

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onrecord import batch
    from onrecord.errors import Refused
    from onrecord.knowledge.base import Knowledge
    from onrecord.records import Article

_SIGINT, _SIGPIPE = 2, 13
_MOST_JOBS = 4  # by default; more is the user's decision
_SEVERAL = (".json", ".jsonl", ".ndjson")  # inputs that may hold many articles
_EXAMPLE = "onrecord read article.txt"
_QUESTION = "onrecord who president of Ukraine --on 2015-06-01"


def make_reader(events: str | None = None) -> ArticleReader:
    """The reader of articles; its models are loaded at the first one.

    Args:
        events: a file with a user's own types of events.
    """
    from onrecord.pipeline import Reader

    return Reader(events=events)


def read_input(source: str, *, published: str | None, allow_private: bool) -> Iterator[Article | Refused]:
    """The articles of a path, "-" or an http(s) address."""
    from onrecord import reading

    options = reading.ReadingOptions(allow_private=allow_private)
    return reading.read_input(source, published=published, options=options)


def load_knowledge() -> Knowledge:
    """The knowledge base of the package."""
    from onrecord.knowledge import base

    return base.load_knowledge()


@dataclass(frozen=True, slots=True)
class Parts:
    """What the commands are made of; a test puts others in their place."""

    make_reader: Callable[..., ArticleReader] = make_reader
    read_input: Callable[..., Iterator[Article | Refused]] = read_input
    load_knowledge: Callable[[], Knowledge] = load_knowledge
    make_store_reader: Callable[..., batch.ArticleReader] = make_store_reader
    find_today: Callable[[], date] = date.today


class _Checks(click.ParamType["ChosenChecks"]):
    """A choice of checks: severities and names of rules."""

    name = "checks"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> ChosenChecks:
        if isinstance(value, ChosenChecks):
            return value
        try:
            return parse_checks(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class _Day(Date):
    """The same, without a time of day."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value.replace("-", "").isdecimal():  # a whole day is seen at once, without what reads articles
            with contextlib.suppress(ValueError):
                return date.fromisoformat(value).isoformat()
        return super().convert(value, param, ctx)[:10]


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, message="onrecord %(version)s")
def cli() -> None:
    """Read news articles and put on record who said what, anchored to the words."""


@cli.command(short_help="Print the record of each article: who said what, on what condition, what to check.")
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "-f", "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print."
)
@click.option("--published", type=Date(), metavar="DATE", help="When the articles were published, as 2031-03-05.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Write there, not to standard output.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"How many articles to read at the same time; by default one a core, {_MOST_JOBS} at most.",
)
@click.option("--allow-private", is_flag=True, help="Fetch addresses inside private networks, too.")
@WIDTH
@COLOR
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    metavar="P",
    help="Leave out statements and events that are less sure; "
    f"by default below {READING_LEAST} in text, md and html (there a control shows them), none in json and jsonl.",
)
@click.option(
    "--events",
    type=OwnEvents(),
    metavar="FILE",
    help="Find events of your own types too: a YAML file with their cue words (see the guide).",
)
@click.option(
    "--checks",
    type=_Checks(),
    default="error,warning,note",
    show_default=True,
    metavar="LIST",
    help="Which checks to print: severities, names of rules, or both; a rule with - before it is left out; or none.",
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="Exit with 4 where a printed check is that grave, or graver: for use in an editor's pipeline.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress. Refusals are still told.")
@click.pass_obj
def read(
    parts: Parts,
    *,
    inputs: tuple[str, ...],
    format_: str,
    published: str | None,
    output: str,
    jobs: int | None,
    allow_private: bool,
    width: int | None,
    color: str,
    min_confidence: float | None,
    events: str | None,
    checks: ChosenChecks,
    fail_on: str | None,
    quiet: bool,
) -> int:
    """Print the record of each article: who said what, on what condition, who did what, and what to check.

    INPUT is a file (plain text, Markdown, HTML, PDF, JSON or JSON lines), an http(s) address, or - for standard input.

    \b
    Examples:
      onrecord read article.txt
      onrecord read --published 2031-03-05 page.html report.pdf
      onrecord read https://example.org/news/1 --format md
      onrecord read article.txt --format html --output article.html
      onrecord read articles.jsonl --format jsonl --output records.jsonl
      onrecord read article.txt --events my-events.yaml
      onrecord read draft.txt --checks error,warning --fail-on error
      pdftotext interview.pdf - | onrecord read

    \b
    Exit status:
      0  all were read
      1  some or all were refused; a line on standard error says why
      2  the command was not understood
      3  something failed that is not an input's fault
      4  all were read, and --fail-on found a check as grave
      130  stopped by Ctrl-C; finished records are kept
    """  # noqa: D301 - click looks for the character itself
    inputs = inputs or _standard_input()
    _protect_inputs(inputs, output)
    export = make_export(
        format_,
        width=width or shutil.get_terminal_size().columns,
        is_colored=is_colored(color, output),
        least=choose_least(format_, min_confidence),
    )
    reporter = Reporter(len(inputs), is_quiet=quiet, is_beside_output=output == "-" and is_terminal(sys.stdout))
    with open_output(output) as opened, reporter:
        if "-" in inputs and is_terminal(sys.stdin):
            reporter.tell("reading what you type or paste; end with Ctrl-D on a line of its own")
        loop = ReadingLoop(
            make_reader=partial(parts.make_reader, events) if events else parts.make_reader,
            read_input=partial(parts.read_input, published=published, allow_private=allow_private),
            export=export,
            output=opened,
            reporter=reporter,
            jobs=jobs or _choose_jobs(inputs),
            checks=checks,
            fail_on=fail_on,
        )
        return loop.run(inputs)


@cli.command(short_help="Print the JSON Schema of records.")
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) that every record follows."""
    click.echo((Path(__file__).parents[1] / "record.schema.json").read_text("utf-8"), nl=False)


@cli.command(short_help="Say who someone is, or who held an office on a day.")
@click.argument("name", nargs=-1, required=True, metavar="NAME...")
@click.option(
    "--on", type=_Day(), metavar="DATE", help="For which day, month or year, as 2015-06-01; by default today."
)
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to print.",
)
@WIDTH
@COLOR
@click.pass_obj
def who(parts: Parts, *, name: tuple[str, ...], on: str | None, format_: str, width: int | None, color: str) -> int:
    """Say from the knowledge base alone who someone is, or who held an office on a day.

    NAME is a person, an organization, an armed group, a country, a seat ("the Kremlin"), an id, or an office with its
    country ("president of Ukraine"). Beyond the day until which an office is known, the answer is "not known".

    \b
    Examples:
      onrecord who Zelensky --on 2025-02-23
      onrecord who president of Ukraine --on 2015-06-01
      onrecord who "UK prime minister" --on 2022
      onrecord who M23
      onrecord who Ukraine --on 2025-02-23 --format json

    \b
    Exit status:
      0  it was found
      1  it is not known; a line on standard error says what is like it
      2  the command was not understood
      3  the knowledge base cannot be read
    """  # noqa: D301 - click looks for the character itself
    query = " ".join(name)
    if not query.strip():
        raise click.UsageError(f"Say a name or an office, as in: {_QUESTION}")
    from onrecord.showing.who_asking import Asking

    asking = Asking(
        load_knowledge=parts.load_knowledge,
        format_=format_,
        width=width or shutil.get_terminal_size().columns,
        is_colored=is_colored(color, "-"),
    )
    with open_output("-") as output:
        return asking.run(query, on=on, today=parts.find_today().isoformat(), output=output)


for command in COMMANDS:
    cli.add_command(command)


def main(args: Sequence[str] | None = None, *, parts: Parts | None = None) -> NoReturn:
    """Run the command line and leave Python with its exit status.

    Args:
        args: the arguments; those of the process by default.
        parts: what the commands are made of.
    """
    speak_utf8()
    sys.exit(_run(args, parts or Parts()))


def _run(args: Sequence[str] | None, parts: Parts) -> int:
    try:
        status = cli.main(args, prog_name="onrecord", obj=parts, standalone_mode=False)
    except (PipeClosedError, BrokenPipeError):
        hush_stdout()
        return BY_SIGNAL + _SIGPIPE
    except Interrupted as interrupted:
        return BY_SIGNAL + interrupted.signal
    except (KeyboardInterrupt, click.Abort):
        return BY_SIGNAL + _SIGINT
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except OutputError as error:
        sys.stderr.write(f"onrecord: {error}\n")
        hush_stdout()
        return FAILED
    except StoreError as error:
        sys.stderr.write(f"onrecord: {one_line(str(error))}\n")
        return FAILED
    return status if isinstance(status, int) else 0


def _standard_input() -> tuple[str, ...]:
    """Standard input, where something is piped in and no input was named."""
    if is_terminal(sys.stdin):
        raise click.UsageError(f"Name a file or an address, as in: {_EXAMPLE}")
    return ("-",)


def _protect_inputs(inputs: Sequence[str], output: str) -> None:
    """Raise UsageError for an output that cannot be meant: a folder, nowhere, or one of the inputs."""
    if output == "-":
        return
    place = Path(output)
    if place.is_dir():
        raise click.UsageError(f"--output names a folder: {output}; name a file in it")
    if not place.parent.is_dir():
        raise click.UsageError(f"--output names a file in a folder that is not there: {place.parent}")
    if place.is_file() and any(Path(name).is_file() and place.samefile(name) for name in inputs):
        raise click.UsageError(f"--output would overwrite an input: {output}")


def _choose_jobs(inputs: Sequence[str]) -> int:
    """One for a single article; otherwise a job a core, within reason."""
    if len(inputs) == 1 and inputs[0] != "-" and not inputs[0].lower().endswith(_SEVERAL):
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, _MOST_JOBS)


if __name__ == "__main__":
    main()
