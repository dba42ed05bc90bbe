"""The commands that search a store: find, show."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import click

from onrecord.showing.export import FORMATS
from onrecord.showing.options import COLOR, WIDTH, Date, is_colored
from onrecord.showing.output import open_output
from onrecord.showing.store_options import DONE, NOTHING, STORE, format_option, open_store, tell
from onrecord.showing.sureness import READING_LEAST

if TYPE_CHECKING:
    from onrecord.recording import Findings, RecordStore
    from onrecord.showing.cli import Parts

_KINDS = ("statements", "events", "conditions")
_SHOWN = 20  # findings in a table, where nobody says how many
_NAMES = ("speaker", "actor", "recipient", "person")


@click.command(short_help="Find statements, events and conditions in a store.")
@STORE
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
@format_option("table", "json", "csv")
@WIDTH
@COLOR
@click.pass_obj
def find(
    parts: Parts,
    /,
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
    only fields are asked for, the newest. A name by which nothing is found is looked up in the knowledge base, as
    records name people by that: "Zelenskiy" finds Volodymyr Zelensky. What has no date of its own counts under its
    article's, which the table shows in brackets.

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
    with open_store(store) as opened, open_output("-") as output:
        shown = limit or (_SHOWN if is_table else None)
        findings = opened.find(" ".join(words), limit=shown, least=least, **query)
        if not findings.total:
            findings = _find_by_known_names(opened, parts, " ".join(words), query, limit=shown, least=least) or findings
        if is_table:
            from onrecord.showing.findings import FindingsPage

            page = FindingsPage(width or shutil.get_terminal_size().columns, is_colored=is_colored(color, "-"))
            output.write(page.show(findings))
        else:
            from onrecord.showing.table_data import show_findings

            output.write(show_findings(findings, format_))
        return DONE if findings.total else NOTHING


def _find_by_known_names(
    store: RecordStore, parts: Parts, words: str, query: dict[str, Any], *, limit: int | None, least: float
) -> Findings | None:
    """What is found by the names that the knowledge base has for those asked for: records name people by these."""
    asked = {field: name for field in _NAMES if (name := query.get(field))}
    if not asked:
        return None
    from onrecord.errors import KnowledgeError
    from onrecord.knowledge.answers import ask
    from onrecord.knowledge.office_names import OfficeNames

    try:
        names = OfficeNames(parts.load_knowledge())
    except KnowledgeError:  # then nobody is known by another name
        return None
    known = {}
    for field, name in asked.items():
        found = ask(names, name, parts.find_today().isoformat()).found
        if len(found) == 1 and found[0].entry.name.casefold() != name.casefold():
            known[field] = found[0].entry.name
    if not known:
        return None
    findings = store.find(words, limit=limit, least=least, **{**query, **known})
    if findings.total:
        told = " and ".join(f"{name} for {asked[field]}" for field, name in known.items())
        tell(f"nothing was found by that name; looked for {told}")
    return findings


@click.command(short_help="Print the record of an article in a store.")
@STORE
@click.argument("article", metavar="ARTICLE")
@format_option(*FORMATS)
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

    with open_store(store) as opened, open_output(target) as output:
        record = opened.record(article, revision=revision)
        export = make_export(
            format_,
            width=width or shutil.get_terminal_size().columns,
            is_colored=is_colored(color, target),
            least=choose_least(format_, min_confidence),
        )
        output.write(export.opening + export.show(record) + export.close())
        output.keep()
        return DONE
