"""The page as HTML: what it holds, that nothing of an article becomes markup, and that it stands alone."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from event_samples import make_strait
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from page_samples import make_crossing, make_harbour, make_record
from row_samples import make_ferry, make_many_rows, make_places
from showing_samples import MAKER, make_article, make_council, make_hostile, make_parliament

from onrecord.records import Record
from onrecord.showing.export import make_export
from onrecord.showing.export.pages import show_frame, show_page
from onrecord.showing.export.pages.segments import drawn
from onrecord.showing.export.pages.views import view_article
from onrecord.showing.plain_text import one_line

PAGES = Path(show_page.__code__.co_filename).parent
SAMPLES = {
    "harbour": make_harbour(),
    "council": make_council(),
    "crossing": make_crossing(),
    "parliament": make_parliament(),
    "ferry": make_ferry(),
    "strait": make_strait(),
    "hostile": make_hostile("<b>&\"'`</script><script>alert(1)</script>"),
    "nothing": Record(MAKER, make_article("The gate was shut.")),
}


def parsed(record, *, least=0.5):
    return html.document_fromstring(show_page(record, least=least))


def exported(*records, least=0.5):
    export = make_export("html", least=least)
    shown = [export.show(record) for record in records]
    return export.opening + export.between.join(shown) + export.close() if shown else export.empty


def text_of(tree):
    """The article's text, as the page has it: without the numbers."""
    for number in tree.xpath("//sup"):
        number.drop_tree()
    return "".join(part.text_content() for part in tree.xpath("//*[@class='title text'] | //div[@class='body text']"))


def words_of(tree, key):
    return "".join(mark.text_content() for mark in tree.xpath("//span[@data-m]") if key in mark.get("data-m").split())


def first(tree, path):
    return tree.xpath(path)[0].text_content()


@pytest.mark.parametrize("name", list(SAMPLES))
def test_text_is_all_there_and_nothing_else(name):
    assert text_of(parsed(SAMPLES[name])) == drawn(SAMPLES[name].article.text)


def test_carriage_returns_survive():
    record = make_record("[1s Ann] [1k said]\r\n[1c it rains].\r\n\r\nIt did.")
    assert "it rains</span>" in show_page(record)
    assert show_page(record).count("&#13;") == 3


@pytest.mark.parametrize("name", ["harbour", "council", "crossing", "parliament"])
def test_every_part_of_every_statement_is_marked(name):
    record = SAMPLES[name]
    tree = parsed(record)
    for statement in record.statements:
        for letter, part in (("s", statement.source), ("k", statement.cue), ("c", statement.content)):
            wanted = "".join(span.surface for span in part.spans) if part else ""
            marked = words_of(tree, f"{statement.id[1:]}{letter}")
            assert "".join(marked.split()) == "".join(wanted.split())  # but for line ends between paragraphs


@pytest.mark.parametrize("name", list(SAMPLES))
def test_every_reference_leads_somewhere(name):
    tree = html.document_fromstring(exported(SAMPLES[name], SAMPLES["harbour"]))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")]
    described = [i for value in tree.xpath("//@aria-describedby | //@aria-labelledby") for i in value.split()]
    assert set(targets + described) - set(ids) == set()


def test_numbers_in_the_text_and_in_the_list_lead_to_each_other():
    tree = parsed(SAMPLES["harbour"])
    for statement in SAMPLES["harbour"].statements:
        number = statement.id[1:]
        assert tree.xpath(f"//sup/a[@id='t{number}']/@href") == [f"#s{number}"]
        assert tree.xpath(f"//li[@id='s{number}']/div//a[@class='num']/@href") == [f"#t{number}"]


def test_number_stands_behind_each_stretch_of_a_content():
    tree = parsed(SAMPLES["harbour"])
    assert [a.get("id") for a in tree.xpath("//sup/a[@data-n='2']")] == ["t2", None]


def test_only_one_of_several_numbers_is_told_to_screen_readers():
    tree = parsed(SAMPLES["harbour"])
    assert [a.get("aria-hidden") for a in tree.xpath("//sup/a[@data-n='2']")] == [None, "true"]


def test_nested_statement_is_a_list_in_the_list():
    assert parsed(SAMPLES["harbour"]).xpath("//li[@id='s3']/ol/li/@id") == ["s4"]


def test_numbers_are_those_of_the_ids():
    record = SAMPLES["harbour"]
    kept = Record(MAKER, record.article, record.entities, (record.statements[4],))
    assert parsed(kept).xpath("//li[@class='item']/@id") == ["s5"]


def test_statements_whose_ids_hold_no_number_are_counted():
    record = make_parliament()
    statement = replace(record.statements[0], id="first")
    assert parsed(replace(record, statements=(statement,))).xpath("//li[@class='item']/@id") == ["s1"]


def test_unsure_statement_is_in_the_page_but_not_shown():
    tree = parsed(SAMPLES["harbour"])
    assert tree.xpath("//div[contains(@class, 'unsure')]/parent::li/@id") == ["s6", "s9"]


def test_unsure_statement_with_a_sure_one_inside_hides_only_itself():
    tree = parsed(SAMPLES["harbour"])
    assert tree.xpath("//li[@id='s6']/@class") == ["item"]
    assert tree.xpath("//li[@id='s9']/@class") == ["item unsure"]


def test_words_of_an_unsure_statement_are_drawn_only_on_demand():
    tree = parsed(SAMPLES["harbour"])
    (mark,) = tree.xpath("//span[@data-m='9c']")
    assert mark.get("class") == "m u-c"


def test_counts_are_of_what_is_shown():
    assert first(parsed(SAMPLES["harbour"]), "//p[@class='counts']") == "7 statements: 1 direct, 5 indirect, 1 mixed."


def test_control_says_how_many_it_shows():
    assert first(parsed(SAMPLES["harbour"]), "//label").strip() == "Show 2 less sure (confidence below 50%)"


def test_no_control_where_all_are_shown():
    assert parsed(SAMPLES["harbour"], least=0).xpath("//label") == []


def test_speakers_are_listed_with_their_numbers_of_statements():
    lines = [" ".join(li.text_content().split()) for li in parsed(SAMPLES["harbour"]).xpath("//ul/li")]
    assert lines == [
        "Ines Calder 4+1 statements",
        "the fishermen’s union 1 statement",
        "Tomas Reed 1 statement",
        "Ida Lind 1 statement",
        "an engineer 1 statement",
        "(not stated) 1 statement",
    ]


def test_statement_of_two_is_under_each():
    tree = parsed(SAMPLES["harbour"])
    places = tree.xpath("//li[@id='s5']/@data-who")[0].split()
    names = [tree.xpath(f"//li[@data-place='{place}']/a")[0].text for place in places]
    assert sorted(names) == ["Ida Lind", "Tomas Reed"]


def test_sources_that_were_not_resolved_go_by_their_words():
    record = make_record(
        "[1s The mayor] [1k said] [1c yes]. [2s the mayor] [2k said] [2c no]. [3s She] [3k left] [3c it]."
    )
    view = view_article(record, least=0.5)
    assert [(who.name, who.sure) for who in view.speakers] == [("The mayor", 2), ("She", 1)]


# Who they are, when, where, how many


def rows_of(tree, path):
    return [" ".join(row.text_content().split()) for row in tree.xpath(path)]


def test_lists_follow_who_said_what():
    tree = parsed(SAMPLES["ferry"])
    assert [h.text for h in tree.xpath("//section[contains(@class, 'record')]//h2")] == [
        *("Who said what", "Who they are", "When", "Where", "How many"),
    ]
    links = tree.xpath("//nav[@class='kinds']//a")
    assert [(a.get("href"), " ".join(a.getparent().text_content().split())) for a in links] == [
        ("#said", "Who said what 3"),
        ("#who-they-are", "Who they are 2"),
        ("#when", "When 10"),
        ("#where", "Where 9"),
        ("#how-many", "How many 8"),
    ]


def test_a_record_without_times_places_and_quantities_has_no_lists_of_them():
    tree = parsed(SAMPLES["harbour"])
    assert tree.xpath("//nav | //button | //section[contains(@class, 'rows')]") == []


def test_row_tells_what_it_is_and_the_article_s_words():
    tree = parsed(SAMPLES["ferry"])
    assert rows_of(tree, "//li[starts-with(@id, 'who-they-are-')]") == [
        "Ines Calder Harbour Minister of Arvelle since 1 June 2029 Wikidata: Ines Calder",
        "Tessen",
    ]
    assert rows_of(tree, "//li[starts-with(@id, 'when-')]")[:3] == [
        "Sat 9 March 2030 “9 March last year”",
        "night of 1 to 2 March 2031 “overnight”",
        "Sun 2 March 2031 “Sunday” ×2",
    ]
    assert rows_of(tree, "//li[@id='where-1' or @id='where-3']") == [
        "Ostrel, Portugal 3 times",
        "Arda, perhaps Bulgaria",
    ]
    assert rows_of(tree, "//li[@id='how-many-3']") == [
        "267 drones launched … hurt when Tessen launched a record 267 drones at Ostrel overnight."
    ]


def test_coordinates_are_a_tooltip():
    assert parsed(SAMPLES["ferry"]).xpath("//li[@id='where-1']//a/@title") == ["41.70° N, 8.80° W"]


def test_wikidata_entry_is_a_plain_link():
    (link,) = parsed(SAMPLES["ferry"]).xpath("//a[@class='entry']")
    assert (link.get("href"), link.get("rel")) == ("https://www.wikidata.org/wiki/Q11", "noopener noreferrer")


def test_region_of_a_place_stands_before_its_country():
    places = tuple(replace(place, region="Minho") for place in make_places()[:1])
    record = replace(SAMPLES["ferry"], places=places, statements=())
    assert rows_of(parsed(record), "//li[@id='where-1']") == ["Ostrel, Minho, Portugal"]


def test_who_is_known_only_by_name_stands_under_a_heading_of_its_own():
    path = "//section[@class='rows who-they-are']/details[summary[contains(., 'Known only by name')]]//li"
    assert rows_of(parsed(SAMPLES["ferry"]), path) == ["Tessen"]


def test_all_mentions_of_a_person_carry_the_key():
    tree = parsed(SAMPLES["ferry"])
    assert [m.text for m in tree.xpath("//span[contains(@data-m, '1e')]")] == ["Ines Calder", "she", "Calder"]


def test_row_leads_to_its_first_words():
    tree = parsed(SAMPLES["ferry"])
    assert tree.xpath("//li[@id='when-3']//a/@href") == ["#when-3-words"]
    assert tree.xpath("//span[@id='when-3-words']/following-sibling::span")[0].text == "Sunday"


def test_all_words_of_a_row_carry_its_key():
    assert [m.text for m in parsed(SAMPLES["ferry"]).xpath("//span[contains(@data-m, '1p')]")] == ["Ostrel"] * 3


def test_words_inside_a_statement_come_before_it():
    keys = parsed(SAMPLES["ferry"]).xpath("//span[text()='three days']/@data-m")
    assert keys == ["6t 1c"]


@pytest.mark.parametrize(("count", "shown", "folded"), [(14, 14, 0), (15, 12, 3), (60, 12, 48)])
def test_rows_of_a_long_list_are_folded_away(count, shown, folded):
    tree = parsed(make_many_rows(count))
    assert len(tree.xpath("//section[@class='rows when']/ol/li")) == shown
    assert len(tree.xpath("//section[@class='rows when']/details//li")) == folded


@pytest.mark.parametrize(("count", "is_open"), [(6, True), (7, False)])
def test_many_quieter_rows_are_folded_away(count, is_open):
    tree = parsed(make_many_rows(count))
    (fold,) = tree.xpath("//section[@class='rows how-many']/details")
    assert ("open" in fold.attrib) == is_open
    assert " ".join(fold.find("summary").text_content().split()) == f"Other numbers {count}"


# Who did what


def test_events_follow_who_said_what():
    tree = parsed(SAMPLES["strait"])
    links = tree.xpath("//nav[@class='kinds']//a")
    assert [" ".join(a.getparent().text_content().split()) for a in links][:3] == [
        "Who said what 2",
        "Who did what 10",
        "When 4",
    ]


def test_row_of_an_event_tells_deed_code_sentence_and_notes():
    assert rows_of(parsed(SAMPLES["strait"]), "//li[@id='who-did-what-3' or @id='who-did-what-4']") == [
        "Meeting CONSULT Tessen ↔ Arvelle, Sun 2 March 2031, in Velmora “met” · verbal cooperation · diplomatic",
        "Meeting planned CONSULT the two leaders among themselves, April 2031 “meet” · verbal cooperation",
    ]


def test_deed_has_the_class_of_its_type_and_says_whether_it_was_done():
    deeds = parsed(SAMPLES["strait"]).xpath("//section[@class='rows who-did-what']//a[contains(@class, 'deed')]")
    assert [deed.get("class").removeprefix("told deed ") for deed in deeds[6:9]] == [
        "material-conflict undone",
        "material-conflict undone",
        "material-cooperation",
    ]


def test_triggers_and_those_in_an_event_carry_its_key():
    tree = parsed(SAMPLES["strait"])
    assert [m.text for m in tree.xpath("//span[contains(concat(' ', @data-m, ' '), ' 1v ')]")] == ["launched", "attack"]
    assert [m.text for m in tree.xpath("//span[contains(concat(' ', @data-m, ' '), ' 1w ')]")] == [
        *("Tessen", "Ostrel", "the port"),
    ]


def test_row_of_an_event_leads_to_its_first_trigger():
    tree = parsed(SAMPLES["strait"])
    assert tree.xpath("//li[@id='who-did-what-1']//a/@href") == ["#who-did-what-1-words"]
    assert tree.xpath("//span[@id='who-did-what-1-words']/following-sibling::span")[0].text == "launched"


def test_unsure_events_are_left_out_and_counted():
    tree = parsed(SAMPLES["strait"])
    assert first(tree, "//section[@class='rows who-did-what']/p") == (
        "10 events: 7 done, 1 planned, 1 hypothetical, 1 denied. Left out: 1 less sure (confidence below 50%)."
    )
    assert tree.xpath("//li[@id='who-did-what-11']") == []


def test_all_events_are_shown_where_all_are_wanted():
    tree = parsed(SAMPLES["strait"], least=0)
    assert len(tree.xpath("//section[@class='rows who-did-what']//li")) == 11
    assert first(tree, "//section[@class='rows who-did-what']/p").endswith("1 denied.")


def test_events_of_a_long_list_are_folded_away():
    record = SAMPLES["strait"]
    many = tuple(replace(record.events[0], id=f"v{n}") for n in range(20))
    tree = parsed(replace(record, events=many))
    assert [len(tree.xpath(f"//section[@class='rows who-did-what']{path}//li")) for path in ("/ol", "/details")] == [
        *(12, 8),
    ]


# Who speaks


def test_many_speakers_are_folded_away():
    marked = " ".join(f"[{n}s Speaker {n}] [{n}k said] [{n}c this is so]." for n in range(1, 31))
    view = view_article(make_record(marked), least=0.5)
    assert (len(view.speakers), len(view.others)) == (10, 20)


@pytest.mark.parametrize(
    ("published", "machine", "words"),
    [
        ("2031", "2031", "2031"),
        ("2031-03", "2031-03", "March 2031"),
        ("2031-03-05", "2031-03-05", "5 March 2031"),
        ("2031-03-05T06:40:00+00:00", "2031-03-05T06:40:00+00:00", "5 March 2031, 06:40 UTC"),
        ("2031-03-05T06:40Z", "2031-03-05T06:40Z", "5 March 2031, 06:40 UTC"),
        ("2031-03-05T06:40+01:00", "2031-03-05T06:40+01:00", "5 March 2031, 06:40 +01:00"),
        ("2031-03-05T06:40", "2031-03-05T06:40", "5 March 2031, 06:40"),
        ("2031-13-45", "", "2031-13-45"),
        ("0000-01-01", "", "0000-01-01"),
        ("some day", "", "some day"),
        (None, "", "date not stated"),
    ],
)
def test_date_is_written_out(published, machine, words):
    view = view_article(Record(MAKER, make_article("Words.", published=published)), least=0)
    assert (view.machine_date, view.date) == (machine, words)


def test_inferred_date_tells_why_and_leads_to_the_words():
    tree = parsed(SAMPLES["harbour"])
    assert first(tree, "//p[@class='facts']").startswith("by Noor Vale, B. Quint 23 March 2031, inferred")
    assert "It was a Sunday" in first(tree, "//p[@class='why']")
    assert first(tree, "//span[@id='evidence']") == "Sunday"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//example.org",
        "file:///etc/passwd",
        'https://example.org/" onclick="alert(1)',
        "/relative",
    ],
)
def test_only_addresses_of_the_web_are_links(address):
    tree = parsed(Record(MAKER, make_article("Words.", url=address)))
    assert tree.xpath("//a[not(starts-with(@href, '#'))]") == []


def test_address_of_the_web_is_a_link_that_tells_nobody_where_it_was():
    (link,) = parsed(make_parliament()).xpath("//a[starts-with(@href, 'http')]")
    assert (link.get("href"), link.get("rel")) == ("https://example.org/duarte", "noopener noreferrer")


ELEMENTS = set(
    """html head meta link title style script body p a main header nav h1 h2 h3 h4 article section div span b sup ol ul
    li blockquote time label input details summary footer kbd button i""".split()
)
# What an element may carry; nothing that runs, nothing that loads.
ATTRIBUTES = set(
    """lang charset http-equiv content name rel href class id data-n data-m data-who data-place data-prefix aria-label
    aria-labelledby aria-describedby aria-hidden aria-pressed tabindex dir datetime target role type hidden title open
    data-kind""".split()
)


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.sampled_from("a<b>/='\" \n\r&;x!-[]{}%#`\\\x00\x1b\u2028🎉"), min_size=1, max_size=40))
def test_no_text_becomes_markup(text):
    page = exported(make_hostile(text), make_hostile(text))
    tree = html.document_fromstring(page)
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= ELEMENTS
    assert {name for element in tree.iter() for name in element.attrib} <= ATTRIBUTES
    assert len(tree.xpath("//script")) == 1
    assert not list(tree.iter(html.etree.Comment))
    assert [e.text_content() for e in tree.xpath("//h2[contains(@class, 'title')]")] == [
        one_line(text) or "(no title)"
    ] * 2


@pytest.mark.parametrize("text", ["{{ 7 * 7 }}", "{% raw %}", "{# x #}", "<!--", "]]>", "</style>", "&lt;b&gt;"])
def test_template_and_page_syntax_is_shown_not_obeyed(text):
    assert one_line(text) in first(parsed(make_hostile(text)), "//blockquote")


@pytest.mark.parametrize("name", list(SAMPLES))
def test_page_asks_for_nothing_from_outside(name):
    tree = parsed(SAMPLES[name])
    assert tree.xpath("//@src | //@srcset | //@style | //object | //img | //form") == []
    assert all(href.startswith("data:") for href in tree.xpath("//link/@href"))


def test_policy_lets_in_our_style_and_script_and_nothing_else():
    tree = parsed(SAMPLES["harbour"])
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style, script = (
        base64.b64encode(hashlib.sha256(tree.xpath(f"//{tag}")[0].text.encode()).digest()).decode()
        for tag in ("style", "script")
    )
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("name", ["page.css", "page.js"])
def test_our_files_can_stand_inside_a_page(name):
    text = (PAGES / name).read_text("utf-8")
    assert not re.search(r"</|<!--|@import|url\(|https?:|\r", text)


def test_one_article_has_its_title_at_the_top():
    assert first(parsed(make_parliament()), "//h1") == "Duarte offers to resign"


def test_several_articles_have_an_index():
    tree = html.document_fromstring(exported(make_parliament(), make_harbour()))
    assert first(tree, "//h1") == "Who said what in 2 articles"
    assert [(a.get("href"), a.text) for a in tree.xpath("//nav[@aria-label='Articles']//a")] == [
        ("#a1-article", "Duarte offers to resign"),
        ("#a2-article", "Storm closes the harbour of Ostrel 🌊"),
    ]


def test_export_of_one_article_is_the_page_of_one():
    assert exported(make_parliament()) == show_page(make_parliament(), least=0.5)


def test_export_of_none_says_so():
    assert "No article could be read." in exported()


def test_same_record_makes_the_same_page():
    assert show_page(make_harbour()) == show_page(make_harbour())


def test_frame_holds_the_page_and_keeps_it_in():
    (frame,) = html.fragments_fromstring(show_frame(make_harbour(), least=0.5))
    assert frame.get("srcdoc") == show_page(make_harbour(), least=0.5)
    assert frame.get("sandbox") == "allow-scripts allow-popups allow-popups-to-escape-sandbox"


def test_record_shows_itself_in_a_notebook():
    record = make_harbour()
    assert record._repr_html_() == show_frame(record, least=0.5)
