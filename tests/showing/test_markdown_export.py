"""Markdown that shows an article's words and nothing else."""

from __future__ import annotations

import html
import re

import pytest
from event_samples import make_strait
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from row_samples import make_ferry
from showing_samples import MAKER, make_article, make_council, make_hostile, make_parliament

from onrecord.records import Quantity, Record, Span
from onrecord.showing.export.markdown import escape, show_markdown
from onrecord.showing.plain_text import one_line

COUNCIL = """\
# Ana Duarte warned that the generals had told her "the road is not safe"…

date not stated

## Who said what

5 statements: 2 direct, 3 mixed

- **Ana Duarte** warned:

  that the generals had told her "the road is not safe" and that the whole of the northern valley, from the dam to the \
sea, would be under water within the week

  - **the generals** said:

    > "the road is not safe"

    *confidence 41%*

- **a senior official who asked not to be named** said:

  > “We heard nothing of it,” … “Nothing at all.”

- **(not stated)** reported:

  that 水利局長官 called the plan “a fine 🎉 thing”

  - **水利局長官** described (“called”):

    the plan “a fine 🎉 thing”
"""
FERRY_ROWS = """\
## Who they are

1 person, 1 organization or group

- **Ines Calder**: Harbour Minister of Arvelle since 1 June 2029 · [Wikidata](https://www.wikidata.org/wiki/Q11)

*Known only by name:* Tessen

## When

10 mentions

- **Sat 9 March 2030**: “9 March last year”
- **night of 1 to 2 March 2031**: “overnight”
- **Sun 2 March 2031**: “Sunday” ×2
- **Mon 3 March 2031**: “Monday”
- **end of May 2031**: “the end of May”
- **3 days**: “three days”
- **every Monday**

*No date:* Recently · Now

## Where

9 mentions

- **Ostrel**, Portugal: 3 times · 41.70° N, 8.80° W
- **Velmora**, Portugal: also as its government or people · 38.72° N, 9.14° W
- **Arda**, perhaps Bulgaria

*Only as a government or people, or in a name:* Tessen (Turkmenistan) ×3

## How many

8 numbers

- **at least 1 person killed**: **At least one person** was killed and between 10 and 15 …
- **10–15 fishermen injured**: At least one person was killed and **between 10 and 15 fishermen** were hurt when \
Tessen launched a …
- **267 drones launched**: … hurt when Tessen launched a record **267 drones** at Ostrel overnight.
- **\\$5 million pledged (USD 5,000,000)**: The government will pay **\\$5 million** to the 1,200 families, 12 percent …

*Other numbers:* dozens of homes (at least 24) · 1,200 families · 12 percent · 20 kilometers
"""
STRAIT_EVENTS = """\
## Who did what

10 events: 7 done, 1 planned, 1 hypothetical, 1 denied · 1 unsure left out (--min-confidence 0 shows all)

- **Drone attack** (ASSAULT · drone): Tessen → Ostrel, night of 1 to 2 March 2031, 267 drones launched, at least 1 \
person killed (officials in Arvelle) · told ×2: “launched”, “attack” · material conflict · military, territory
- **Criticism** (ACCUSE · disapprove): Ines Calder → Tessen · “condemned” · verbal conflict
- **Meeting** (CONSULT): Tessen ↔ Arvelle, Sun 2 March 2031, in Velmora · “met” · verbal cooperation · diplomatic
- **Meeting**, planned (CONSULT): the two leaders among themselves, April 2031 · “meet” · verbal cooperation
- **Shooting** (ASSAULT · firearms): someone not named → four people, near Arda, 4 people injured · “shot” · material \
conflict · crime
- **Strike** (PROTEST · strike): Dockers, Mon 3 March 2031 · “downed tools” · material conflict
- **Cutting of ties**, hypothetical (SANCTION · discontinue): Arvelle → Tessen · “close” · material conflict
- **Search or seizure**, denied (COERCE · seize): Tessen → the trawler Marsh (Tessen) · “boarded” · material conflict
- **Aid**: the Fishermen’s Union, the Port Authority, the Red Lantern Society and 2 others → families whose homes \
along the northern quay…, 12,000 meals delivered · “gave” · material cooperation
- **Concession** (CONCEDE): no one named · “lifted” · verbal cooperation
"""


def rendered(markdown):
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown)


def shown_text(page):
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def test_markdown_looks_like_this():
    assert show_markdown(make_council()) == COUNCIL


def test_people_times_places_and_quantities_stand_below_the_statements():
    assert show_markdown(make_ferry()).endswith(f"\n\n{FERRY_ROWS}")


def test_events_stand_between_the_statements_and_the_others():
    assert f"\n\n{STRAIT_EVENTS}\n## When\n" in show_markdown(make_strait(), least=0.5)


@pytest.mark.parametrize("around", ["US{}", "{}bn", "({})", "“{}”", "{}", "a {} b", "{}."])
def test_no_asterisk_is_shown(around):
    text, words = around.format("$5 (m)"), "$5 (m)"
    span = Span.of(text, text.index(words), text.index(words) + len(words))
    record = Record(MAKER, make_article(text), quantities=(Quantity("q1", span, 5, None, "exact", None, "paid"),))
    assert "*" not in shown_text(rendered(show_markdown(record)))


def test_address_is_a_link():
    assert '<a href="https://example.org/duarte">' in rendered(show_markdown(make_parliament()))


def test_wikidata_entry_is_a_link():
    assert '<a href="https://www.wikidata.org/wiki/Q11">' in rendered(show_markdown(make_ferry()))


def test_address_of_another_scheme_is_no_link():
    record = Record(MAKER, make_article("Words.", url="javascript:alert(1)"))
    assert "<a " not in rendered(show_markdown(record))


def test_direct_quotation_is_a_block_quotation():
    page = rendered(show_markdown(make_parliament()))
    assert "<blockquote>\n<p>&quot;If it brings peace, I will resign,&quot;</p>" in page


def test_nested_statement_is_a_list_in_the_list():
    assert rendered(show_markdown(make_council())).count("<ul>") == 3


def test_a_record_without_statements_says_so():
    record = Record(MAKER, make_article("The gate was shut.", title="Gate"))
    assert show_markdown(record).endswith("## Who said what\n\nNo statements found.\n")


@pytest.mark.parametrize(
    "text",
    [
        "*bold* _and_ `code`",
        "<script>alert(1)</script>",
        "&lt;b&gt; &copy;",
        "[link](https://example.org) ![image](x)",
        "# heading #",
        "1. first",
        "2) second",
        "- item",
        "+ item",
        "> quotation",
        "===",
        "---",
        "| a | b |",
        "~~struck~~ and $x$",
        "back\\slash\\",
        "~~~",
    ],
)
def test_markup_in_words_is_shown_not_obeyed(text):
    assert rendered(escape(text)) == f"<p>{html.escape(text)}</p>\n"


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.sampled_from("ab1 \n\\`*_{}[]()<>#+-.!|~&$=:;\"'/\t\x1b"), min_size=1, max_size=40))
def test_any_text_is_shown_as_it_is(text):
    line = one_line(text)
    page = rendered(f"# {escape(line)}\n\n- {escape(line)}\n\n  > {escape(line)}\n")
    assert [part.strip() for part in shown_text(page).split("\n") if part.strip()] == ([line] * 3 if line else [])


@settings(max_examples=50, deadline=None)
@given(text=st.text(st.sampled_from("a<b>/='\" \n&;x![]()`\\\x1b"), min_size=1, max_size=40))
def test_no_text_becomes_html(text):
    page = rendered(show_markdown(make_hostile(text)))
    assert set(re.findall(r"</?([a-z0-9]+)[^>]*>", page)) <= {"h1", "h2", "p", "ul", "li", "strong", "em", "blockquote"}
