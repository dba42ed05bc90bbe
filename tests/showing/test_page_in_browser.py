"""The page in a real browser: pointing, pressing, tapping, printing, in the dark, without its script.

Where there is no browser (see browsers.py) these tests are skipped.
"""

from __future__ import annotations

import html
from dataclasses import replace
from functools import cache

import pytest
from browsers import NoBrowserError, open_browser
from event_samples import make_strait
from page_samples import make_crossing, make_harbour, make_many, make_record
from row_samples import make_ferry, make_many_rows
from showing_samples import make_council, make_hostile, make_parliament

from onrecord.showing.export import make_export
from onrecord.showing.export.pages import show_frame, show_page

playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

LAPTOP = {"viewport": {"width": 1280, "height": 720}, "reduced_motion": "reduce"}  # so that nothing need be waited for
PHONE = {"viewport": {"width": 375, "height": 667}, "has_touch": True, "is_mobile": True}
RECORDS = {
    "harbour": make_harbour,
    "council": make_council,
    "crossing": make_crossing,
    "parliament": make_parliament,
    "ferry": make_ferry,
    "strait": make_strait,
    "hostile": lambda: make_hostile('<img src=x onerror=alert(1)>"><script>alert(1)</script>javascript:alert(1)'),
}


@cache
def page_of(name):
    if name != "several":
        return show_page(RECORDS[name](), least=0.5)
    export = make_export("html", least=0.5)
    return "".join(export.show(RECORDS[name]()) for name in ("harbour", "parliament", "council")) + export.close()


@pytest.fixture(scope="module")
def browser():
    with playwright_api.sync_playwright() as playwright:
        try:
            browser = open_browser(playwright)
        except NoBrowserError as error:
            pytest.skip(str(error))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, tmp_path):
    """Opens a page by its name; fails at the end if it complained, or asked for anything but itself."""
    contexts, troubles = [], []

    def open_(name="harbour", *, content=None, fragment="", **settings):
        path = tmp_path / f"{name}.html"
        path.write_text(content or page_of(name), "utf-8")
        context = browser.new_context(**(LAPTOP | settings))
        context.set_default_timeout(5000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: None if is_own(request.url, path) else troubles.append(request.url))
        page.goto(path.as_uri() + fragment)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert troubles == []


def is_own(url, path):
    return url.startswith((path.as_uri(), "data:", "about:"))


def lit_words(page):
    """What of the article is lit, by part."""
    script = """() => [...document.querySelectorAll(".m[data-lit]")].map((m) => [m.dataset.lit, m.textContent])"""
    lit = {}
    for part, words in page.evaluate(script):
        lit[part] = lit.get(part, "") + words
    return lit


def lit_items(page):
    script = """() => [...document.querySelectorAll(".card.lit")].map((c) => c.parentElement.id || "sheet")"""
    return page.evaluate(script)


def pinned_items(page):
    return page.evaluate(
        """() => [...document.querySelectorAll(".card.pinned")].map((c) => c.parentElement.id || "sheet")"""
    )


def is_seen(page, selector):
    """Whether an element's middle is inside the window and, in the list, inside the list's own window."""
    return page.evaluate(
        """(selector) => {
            const element = document.querySelector(selector);
            const box = element.getClientRects()[0];
            const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return Boolean(at) && (element.contains(at) || at.contains(element));
        }""",
        selector,
    )


def wait_until_seen(page, selector):
    page.wait_for_function(
        """(selector) => {
            const box = document.querySelector(selector).getClientRects()[0];
            return box.top >= 0 && box.bottom <= innerHeight;
        }""",
        arg=selector,
    )
    assert is_seen(page, selector)


def mark(page, key):
    return page.locator(f'.m[data-m~="{key}"]').first


def card(page, number):
    return page.locator(f"#s{number} > .card")


def focused(page):
    return page.evaluate(
        "() => [document.activeElement.closest('.item') ? 'list' : 'text', document.activeElement.dataset.n]"
    )


# Words


@pytest.mark.parametrize("name", ["harbour", "council", "crossing", "parliament", "ferry"])
def test_lit_words_are_those_of_the_record(open_page, name):
    record = RECORDS[name]()
    page = open_page(name)
    page.locator(".show-unsure").check() if page.locator(".show-unsure").count() else None
    for statement in record.statements:
        page.locator(f"#{statement.id} > .card").click()
        lit = lit_words(page)
        for part in ("source", "cue", "content"):
            spans = getattr(statement, part).spans if getattr(statement, part) else ()
            wanted = "".join(span.surface for span in spans)
            shared = [words for parts, words in lit.items() if part in parts.split()]
            assert "".join("".join(shared).split()) == "".join(wanted.split())


# Pointing


def test_pointing_at_words_lights_them_and_their_line(open_page):
    page = open_page()
    mark(page, "2s").hover()
    assert lit_words(page) == {
        "content": "“We have cranes 🏗️ on the way,”“Two of them.”",
        "source": "she",
        "cue": "told",
    }
    assert lit_items(page) == ["s2"]


def test_pointing_at_a_line_lights_its_words(open_page):
    page = open_page()
    card(page, 3).hover()
    assert lit_words(page)["source"] == "The fishermen’s union"


def test_pointing_at_words_inside_words_lights_the_inner_statement(open_page):
    page = open_page()
    mark(page, "4k").hover()
    assert lit_items(page) == ["s4"]


def test_pointing_at_words_of_two_statements_that_overlap_lights_the_smaller(open_page):
    page = open_page("crossing")
    mark(page, "2c").hover()
    assert lit_items(page) == ["s2"]


def test_pointing_elsewhere_puts_the_light_out(open_page):
    page = open_page()
    mark(page, "1c").hover()
    page.locator(".legend").hover()
    assert lit_items(page) == []


def test_pointing_at_words_brings_their_line_into_sight(open_page):
    page = open_page()
    mark(page, "8c").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('.pane').scrollTop = 0")
    page.set_viewport_size({"width": 1280, "height": 420})
    assert not is_seen(page, "#s8 > .card .words")
    mark(page, "8c").hover()
    wait_until_seen(page, "#s8 > .card .words")


def test_pointing_at_a_line_brings_its_words_into_sight(open_page):
    page = open_page()
    card(page, 7).hover()
    wait_until_seen(page, '.m[data-m~="7c"]')


def test_nothing_moves_where_both_are_in_sight(open_page):
    page = open_page()
    card(page, 1).hover()
    page.wait_for_timeout(500)
    assert page.evaluate("[scrollY, document.querySelector('.pane').scrollTop]") == [0, 0]


# Holding


def test_click_holds_a_statement_when_the_pointer_leaves(open_page):
    page = open_page()
    mark(page, "1c").click()
    mark(page, "3c").hover()
    assert (lit_items(page), pinned_items(page)) == (["s1"], ["s1"])


def test_click_on_another_moves_the_hold(open_page):
    page = open_page()
    mark(page, "1c").click()
    card(page, 3).click()
    assert pinned_items(page) == ["s3"]


@pytest.mark.parametrize("where", ['.m[data-m~="1c"]', ".legend", "#s1 > .card"])
def test_click_on_the_same_or_elsewhere_lets_go(open_page, where):
    page = open_page()
    mark(page, "1c").click()
    page.locator(where).first.click()
    assert pinned_items(page) == []


def test_escape_lets_go(open_page):
    page = open_page()
    mark(page, "1c").click()
    page.keyboard.press("Escape")
    assert (pinned_items(page), page.url.partition("#")[2]) == ([], "")


def test_held_statement_is_in_the_address(open_page):
    page = open_page()
    card(page, 3).click()
    assert page.url.endswith("#s3")


@pytest.mark.parametrize("fragment", ["#s5", "#t5"])
def test_address_holds_its_statement(open_page, fragment):
    page = open_page(fragment=fragment)
    assert pinned_items(page) == ["s5"]
    wait_until_seen(page, '.m[data-m~="5c"]')


def test_address_of_an_unsure_statement_shows_it(open_page):
    page = open_page(fragment="#s9")
    assert (pinned_items(page), page.locator(".show-unsure").is_checked()) == (["s9"], True)


def test_long_words_are_cut_short_until_they_are_held(open_page):
    long = make_record(f"[1s Ann] [1k said] [1c {'the gate is shut and ' * 60}so on].")
    page = open_page("long", content=show_page(long))
    words = page.locator("#s1 .words")
    before = words.bounding_box()["height"]
    card(page, 1).click()
    assert before < 200 < words.bounding_box()["height"]


def test_escape_leaves_the_keys_with_the_article_they_were_in(open_page):
    page = open_page("several")
    page.locator("#a1-s1 > .card").click()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('article').id") == "a1-article"


def test_selecting_words_holds_nothing(open_page):
    page = open_page()
    box = mark(page, "1c").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 150, box["y"] + 5)
    page.mouse.up()
    assert pinned_items(page) == []


def test_copied_words_hold_no_numbers(open_page):
    page = open_page("parliament")
    copied = page.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('.body')); return String(getSelection()) }"
    )
    assert copied.strip() == make_parliament().article.text


# Keys


def test_tab_goes_to_the_skip_links_then_the_article_then_the_list(open_page):
    page = open_page("parliament")
    order = []
    for _ in range(10):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"))
    assert order == [
        "Skip to the article",
        "Skip to who said what",
        "example.org/duarte",
        "Statements",
        "Times",
        "1",
        "Who said what",
        "When",
        "Ana Duarte 1 statement",
        "1",
    ]


def test_skip_link_is_seen_once_it_has_focus(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    assert is_seen(page, ".skip a")


def test_focus_on_a_number_lights_both_sides(open_page):
    page = open_page("parliament")
    for _ in range(6):
        page.keyboard.press("Tab")
    assert (lit_items(page), lit_words(page)["cue"]) == (["s1"], "told")


def test_focus_is_outlined(open_page):
    page = open_page()
    page.keyboard.press("j")
    outline = page.evaluate("getComputedStyle(document.activeElement).outline")
    assert "solid 3px" in outline


def test_j_and_k_go_through_the_statements_that_are_shown(open_page):
    page = open_page()
    numbers = []
    for key in "jjjjjjjjk":
        page.keyboard.press(key)
        numbers.append(focused(page)[1])
    assert numbers == ["1", "2", "3", "4", "5", "7", "8", "8", "7"]


def test_arrows_go_on_from_a_number(open_page):
    page = open_page()
    page.locator("#t2").focus()
    page.keyboard.press("ArrowDown")
    assert focused(page) == ["text", "3"]
    page.locator("#s3 > .card .num").focus()
    page.keyboard.press("ArrowUp")
    assert focused(page) == ["list", "2"]


def test_arrows_elsewhere_scroll(open_page):
    page = open_page()
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => scrollY > 0")
    assert lit_items(page) == []


def test_keys_bring_both_sides_into_sight(open_page):
    page = open_page()
    for _ in range(7):
        page.keyboard.press("j")
    wait_until_seen(page, '.m[data-m~="8c"]')
    wait_until_seen(page, "#s8 > .card .words")


def test_enter_holds_and_keys_move_the_hold(open_page):
    page = open_page()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    assert pinned_items(page) == ["s2"]


def test_held_statement_is_told_to_screen_readers_on_both_sides(open_page):
    page = open_page()
    card(page, 2).click()
    current = page.evaluate(
        "[...document.querySelectorAll('[aria-current=true]')].map((e) => e.id || e.closest('li').id)"
    )
    assert sorted(current) == ["s2", "t2"]


def test_number_in_the_text_is_described_by_who_said_it_how(open_page):
    page = open_page()
    told = page.evaluate(
        "document.getElementById(document.getElementById('t2').getAttribute('aria-describedby')).textContent"
    )
    assert told == "Ines Calder (“she”) said"


# Who speaks


def test_choosing_a_speaker_leaves_their_statements(open_page):
    page = open_page()
    page.get_by_role("button", name="Ines Calder").click()
    cards = "[...document.querySelectorAll('.item > .card')].filter((card) => card.checkVisibility())"
    shown = page.evaluate(f"{cards}.map((card) => card.parentElement.id)")
    assert shown == ["s1", "s2", "s4", "s8"]
    assert page.get_by_role("status").first.inner_text() == "4 statements of Ines Calder. Show all"


def test_choosing_a_speaker_unmarks_what_others_say(open_page):
    page = open_page()
    page.get_by_role("button", name="Tomas Reed").click()
    assert page.locator('.m.off[data-m~="1c"]').count() == 1
    assert page.locator('.m.off[data-m~="5c"]').count() == 0


def test_keys_keep_to_the_speaker(open_page):
    page = open_page()
    page.get_by_role("button", name="Ida Lind").click()
    page.keyboard.press("j")
    assert focused(page)[1] == "5"


def test_choosing_a_speaker_again_shows_all(open_page):
    page = open_page()
    button = page.get_by_role("button", name="Ines Calder")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert page.locator(".item.out").count() == 0


def test_all_are_shown_again_from_the_list(open_page):
    page = open_page()
    page.get_by_role("button", name="Ines Calder").click()
    page.get_by_role("button", name="Show all").click()
    assert page.locator(".item.out").count() == 0


# Who they are, when, where, how many


def row(page, name):
    return page.locator(f"#{name} > .card")


def switch(page, name):
    return page.get_by_role("group", name="Marks in the text").get_by_role("button", name=name)


def line_below(page, key):
    return mark(page, key).evaluate("(e) => getComputedStyle(e).borderBottomStyle")


def line_above(page, key):
    return mark(page, key).evaluate("(e) => getComputedStyle(e).borderTopStyle")


def test_statements_are_marked_first_and_the_others_are_not(open_page):
    page = open_page("ferry")
    pressed = page.evaluate("[...document.querySelectorAll('.switches button')].map((b) => b.ariaPressed)")
    assert pressed == ["true", "false", "false", "false", "false"]
    assert [line_below(page, key) for key in ("3t", "1p", "1q")] == ["none"] * 3
    assert line_above(page, "1e") == "none"


@pytest.mark.parametrize(
    ("name", "key", "line"), [("Times", "3t", "dashed"), ("Places", "1p", "dotted"), ("Numbers", "1q", "double")]
)
def test_each_kind_is_marked_by_a_line_of_its_own(open_page, name, key, line):
    page = open_page("ferry")
    switch(page, name).click()
    assert (line_below(page, key), switch(page, name).get_attribute("aria-pressed")) == (line, "true")
    switch(page, name).click()
    assert (line_below(page, key), switch(page, name).get_attribute("aria-pressed")) == ("none", "false")


def test_names_are_marked_by_a_line_above(open_page):
    page = open_page("ferry")
    switch(page, "Names").click()
    assert (line_above(page, "1e"), line_below(page, "1e")) == ("solid", "none")
    switch(page, "Names").click()
    assert line_above(page, "1e") == "none"


def test_link_to_the_lists_marks_its_kind(open_page):
    page = open_page("ferry")
    page.get_by_role("link", name="Who they are").click()
    assert (switch(page, "Names").get_attribute("aria-pressed"), line_above(page, "1e")) == ("true", "solid")


def test_pointing_at_a_person_lights_all_their_mentions(open_page):
    page = open_page("ferry")
    row(page, "who-they-are-1").hover()
    assert (lit_words(page), lit_items(page)) == ({"entity": "Ines CaldersheCalder"}, ["who-they-are-1"])


def test_keys_step_from_person_to_person(open_page):
    page = open_page("ferry")
    page.locator("#who-they-are-1 .told").focus()
    page.keyboard.press("j")
    assert lit_items(page) == ["who-they-are-2"]


def test_wikidata_link_opens_and_holds_nothing(open_page):
    page = open_page("ferry")
    page.evaluate("addEventListener('click', (event) => event.preventDefault(), true)")
    page.locator(".entry").click()
    assert pinned_items(page) == []


def test_switch_works_with_the_keyboard(open_page):
    page = open_page("ferry")
    switch(page, "Times").focus()
    page.keyboard.press("Space")
    assert line_below(page, "3t") == "dashed"


def test_statements_can_be_unmarked(open_page):
    page = open_page("ferry")
    switch(page, "Statements").click()
    style = "(e) => [getComputedStyle(e).textDecorationLine, getComputedStyle(e).boxShadow]"
    assert [mark(page, key).evaluate(style) for key in ("1s", "1c")] == [["none", "none"]] * 2
    assert not page.locator("#t1").is_visible()
    mark(page, "1c").hover()
    assert lit_items(page) == []


def test_pointing_at_a_row_lights_all_its_words(open_page):
    page = open_page("ferry")
    row(page, "when-3").hover()
    assert (lit_words(page), lit_items(page)) == ({"time": "SundaySunday"}, ["when-3"])


def test_pointing_at_marked_words_lights_their_row(open_page):
    page = open_page("ferry")
    switch(page, "Places").click()
    mark(page, "4p").hover()
    assert (lit_items(page), lit_words(page)) == (["where-4"], {"place": "TessenTessenianTessen"})


def test_words_that_are_not_marked_belong_to_the_statement_around_them(open_page):
    page = open_page("ferry")
    mark(page, "6t").hover()
    assert lit_items(page) == ["s1"]
    switch(page, "Times").click()
    page.locator(".legend").hover()
    mark(page, "6t").hover()
    assert lit_items(page) == ["when-6"]


def test_row_comes_into_sight_once_the_pointer_rests_on_its_words(open_page):
    page = open_page("ferry")
    page.set_viewport_size({"width": 1280, "height": 480})
    switch(page, "Numbers").click()
    assert not is_seen(page, "#how-many-2 .told")
    mark(page, "2q").hover()
    wait_until_seen(page, "#how-many-2 .told")


def test_click_holds_a_row_and_names_it_in_the_address(open_page):
    page = open_page("ferry")
    row(page, "where-1").click()
    mark(page, "1c").hover()
    assert (pinned_items(page), page.url.partition("#")[2]) == (["where-1"], "where-1")
    page.keyboard.press("Escape")
    assert pinned_items(page) == []


@pytest.mark.parametrize("fragment", ["#when-3", "#when-3-words"])
def test_address_holds_its_row(open_page, fragment):
    page = open_page("ferry", fragment=fragment)
    assert pinned_items(page) == ["when-3"]


def test_address_of_a_folded_row_opens_the_fold(open_page):
    page = open_page("many", content=show_page(make_many_rows(40)), fragment="#when-30")
    assert (pinned_items(page), row(page, "when-30").is_visible()) == (["when-30"], True)
    wait_until_seen(page, "#when-30 .told")
    wait_until_seen(page, '.m[data-m~="30t"]')


def test_keys_go_through_the_rows_of_a_kind(open_page):
    page = open_page("ferry")
    page.locator("#where-1 .told").focus()
    names = []
    for key in "jjjjk":
        page.keyboard.press(key)
        names.append(focused(page)[1])
    assert names == ["p2", "p3", "p4", "p4", "p3"]


def test_focus_on_a_row_lights_its_words(open_page):
    page = open_page("ferry")
    page.locator("#when-2 .told").focus()
    page.keyboard.press("ArrowDown")
    assert (lit_items(page), lit_words(page)) == (["when-3"], {"time": "SundaySunday"})


def test_link_to_a_list_leads_there_and_marks_its_words(open_page):
    page = open_page("ferry")
    page.set_viewport_size({"width": 1280, "height": 480})
    page.get_by_role("navigation", name="Lists").get_by_role("link", name="Where").click()
    wait_until_seen(page, "#where")
    assert switch(page, "Places").get_attribute("aria-pressed") == "true"


def test_links_to_the_lists_stay_in_sight(open_page):
    page = open_page("ferry")
    page.locator("#how-many").scroll_into_view_if_needed()
    page.locator(".pane").evaluate("(e) => e.scrollTo(0, e.scrollHeight)")
    assert is_seen(page, ".kinds a")


def test_choosing_a_speaker_leaves_the_rows(open_page):
    page = open_page("ferry")
    page.get_by_role("button", name="Ines Calder").click()
    assert row(page, "when-1").is_visible()


def test_tap_on_marked_words_opens_their_row_at_the_bottom(open_page):
    page = open_page("ferry", **PHONE)
    switch(page, "Times").tap()
    mark(page, "2t").tap()
    sheet = page.get_by_role("region", name="The time")
    assert "night of 1 to 2 March 2031" in sheet.inner_text()
    page.get_by_role("button", name="Next time").tap()
    assert "Sun 2 March 2031" in sheet.inner_text()
    assert "3 of 9" in sheet.inner_text()


def test_without_script_rows_lead_to_their_words(open_page):
    page = open_page("ferry", java_script_enabled=False)
    assert not page.locator(".switches").is_visible()
    page.locator("#how-many-3 .told").click()
    assert page.url.endswith("#how-many-3-words")
    color = "(e) => getComputedStyle(e).backgroundColor"
    assert mark(page, "3q").evaluate(color) != mark(page, "2q").evaluate(color)


def test_without_script_links_lead_to_the_lists(open_page):
    page = open_page("ferry", java_script_enabled=False)
    page.get_by_role("link", name="How many").click()
    assert is_seen(page, "#how-many")


def test_on_paper_rows_are_printed_and_switches_are_not(open_page):
    page = open_page("ferry")
    page.emulate_media(media="print")
    shown = [page.locator(s).first.is_visible() for s in (".rows", "#when-1", ".switches", ".kinds")]
    assert shown == [True, True, False, False]


def test_on_paper_folded_rows_are_printed(open_page):
    page = open_page("many", content=show_page(make_many_rows(40)))
    page.emulate_media(media="print")
    assert page.locator("#when-30").bounding_box()["height"] > 5


def test_marks_that_are_switched_on_are_printed(open_page):
    page = open_page("ferry")
    switch(page, "Places").click()
    page.emulate_media(media="print")
    assert line_below(page, "1p") == "dotted"
    assert page.locator(".legend").inner_text().split("\n")[-1] == "places"


def test_two_thousand_rows_open(open_page):
    page = open_page("many", content=show_page(make_many_rows(2000)), fragment="#when-1900")
    assert pinned_items(page) == ["when-1900"]


# Who did what


def test_events_are_marked_by_lines_of_their_own(open_page):
    page = open_page("strait")
    assert [line_below(page, key) for key in ("1v", "1w")] == ["none", "none"]
    switch(page, "Events").click()
    widths = [mark(page, key).evaluate("(e) => getComputedStyle(e).borderBottomWidth") for key in ("1v", "1w")]
    assert widths == ["3px", "1px"]


def test_pointing_at_an_event_lights_its_words_and_more_weakly_those_in_it(open_page):
    page = open_page("strait")
    row(page, "who-did-what-1").hover()
    assert lit_words(page) == {"event": "launchedattack", "party": "TessenOstrelthe port"}
    color = "(e) => getComputedStyle(e).backgroundColor"
    assert mark(page, "1v").evaluate(color) != mark(page, "1w").evaluate(color)


@pytest.mark.parametrize("key", ["2v", "2w"])
def test_pointing_at_the_words_of_an_event_lights_its_row(open_page, key):
    page = open_page("strait")
    switch(page, "Events").click()
    mark(page, key).hover()
    assert lit_items(page) == ["who-did-what-2"]


def test_words_of_an_event_that_are_not_marked_light_no_row(open_page):
    page = open_page("strait")
    mark(page, "2v").hover()
    assert lit_items(page) == []


def test_words_for_someone_are_theirs_before_they_are_of_an_event(open_page):
    record = make_strait()
    known = tuple(replace(entity, entry=entity.id) for entity in record.entities)
    sides = {"actors": (), "recipients": ()}
    events = tuple(replace(event, asserted_by=None, **sides) for event in record.events)
    page = open_page("known", content=show_page(replace(record, entities=known, events=events, statements=())))
    for name in ("Events", "Names"):
        switch(page, name).click()
    page.locator(".m.e.w").first.hover()
    assert lit_items(page)[0].startswith("who-they-are-")


def test_event_comes_into_sight_with_its_trigger(open_page):
    page = open_page("strait")
    page.set_viewport_size({"width": 1280, "height": 420})
    row(page, "who-did-what-10").click()
    wait_until_seen(page, '.m[data-m~="10v"]')


def test_keys_step_from_event_to_event(open_page):
    page = open_page("strait")
    page.locator("#who-did-what-1 .told").focus()
    page.keyboard.press("j")
    assert (lit_items(page), lit_words(page)["event"]) == (["who-did-what-2"], "condemned")


def test_link_to_the_events_marks_them(open_page):
    page = open_page("strait")
    page.get_by_role("link", name="Who did what").click()
    assert switch(page, "Events").get_attribute("aria-pressed") == "true"


def test_tap_on_an_event_opens_its_row_at_the_bottom(open_page):
    page = open_page("strait", **PHONE)
    switch(page, "Events").tap()
    mark(page, "2v").tap()
    sheet = page.get_by_role("region", name="The event")
    assert "Ines Calder → Tessen" in sheet.inner_text()
    assert "2 of 10" in sheet.inner_text()
    page.get_by_role("button", name="Next event").tap()
    assert "Tessen ↔ Arvelle" in sheet.inner_text()


def test_deeds_of_words_and_those_not_done_are_told_apart_without_colour(open_page):
    page = open_page("strait")
    style = "(e) => [getComputedStyle(e).borderTopStyle, getComputedStyle(e).backgroundColor]"
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    drones, criticism, planned, seizure = (
        page.locator(f"#who-did-what-{number} .told").evaluate(style) for number in (1, 2, 4, 8)
    )
    assert (drones[0], drones[1] == paper) == ("solid", False)
    assert [criticism, planned, seizure] == [["solid", paper], ["dashed", paper], ["dashed", paper]]


def test_on_paper_events_are_printed_in_black(open_page):
    page = open_page("strait", color_scheme="dark")
    switch(page, "Events").click()
    page.emulate_media(media="print", color_scheme="dark")
    style = "(e) => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    assert page.locator("#who-did-what-1 .told").evaluate(style) == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]
    assert (line_below(page, "1v"), page.locator(".legend .v").inner_text()) == ("solid", "events")


# Unsure statements


def test_unsure_statements_are_shown_on_demand(open_page):
    page = open_page()
    assert not card(page, 9).is_visible()
    page.locator(".show-unsure").check()
    assert card(page, 9).is_visible()


def test_words_of_an_unsure_statement_light_nothing_until_it_is_shown(open_page):
    page = open_page()
    mark(page, "9c").hover()
    assert lit_items(page) == []
    page.locator(".show-unsure").check()
    mark(page, "9c").hover()
    assert lit_items(page) == ["s9"]


# A phone


@pytest.mark.parametrize("name", ["harbour", "ferry", "strait", "hostile", "several"])
def test_page_is_no_wider_than_the_window(open_page, name):
    page = open_page(name)
    wider = []
    for width in (320, 375, 700, 701, 768, 1024):
        page.set_viewport_size({"width": width, "height": 667})
        wider += [width] if page.evaluate("document.documentElement.scrollWidth") > width else []
    assert wider == []


def test_tap_opens_the_statement_at_the_bottom(open_page):
    page = open_page(**PHONE)
    mark(page, "2k").tap()
    sheet = page.get_by_role("region", name="The statement")
    assert "“We have cranes 🏗️ on the way,” … “Two of them.”" in sheet.inner_text()
    assert "2 of 7" in sheet.inner_text()
    assert is_seen(page, ".sheet .words")


def test_tapped_words_are_not_under_the_sheet(open_page):
    page = open_page(**PHONE)
    page.evaluate("document.querySelector('.m[data-m~=\"5c\"]').scrollIntoView({block: 'end'})")
    mark(page, "5c").tap()
    assert is_seen(page, '.m[data-m~="5c"]')


def test_sheet_leads_to_the_next_statement(open_page):
    page = open_page(**PHONE)
    mark(page, "1k").tap()
    page.get_by_role("button", name="Next statement").tap()
    assert lit_words(page)["source"] == "she"


def test_sheet_closes(open_page):
    page = open_page(**PHONE)
    mark(page, "1k").tap()
    page.get_by_role("button", name="Close").tap()
    assert not page.locator(".sheet").is_visible()


def test_tap_on_a_line_leads_to_its_words(open_page):
    page = open_page(**PHONE)
    card(page, 1).tap()
    wait_until_seen(page, '.m[data-m~="1c"]')


# Settings of the reader


def test_page_is_dark_in_the_dark(open_page):
    def brightness(scheme):
        page = open_page(color_scheme=scheme)
        color = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(part) for part in color[4:-1].split(","))

    assert brightness("dark") < 150
    assert brightness("light") > 600


def test_nothing_glides_where_motion_is_unwanted(open_page):
    page = open_page()
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).transitionDuration") == "0s"
    card(page, 7).click()
    assert is_seen(page, '.m[data-m~="7c"]')


def test_page_glides_where_motion_is_welcome(open_page):
    page = open_page(reduced_motion="no-preference")
    page.evaluate("() => { window.passed = new Set(); addEventListener('scroll', () => passed.add(scrollY)); }")
    card(page, 7).click()
    wait_until_seen(page, '.m[data-m~="7c"]')
    assert page.evaluate("passed.size") > 1


def test_marks_are_told_apart_without_colour(open_page):
    page = open_page()
    style = "(e) => [getComputedStyle(e).textDecorationStyle, getComputedStyle(e).textDecorationLine]"
    assert mark(page, "1s").evaluate(style) == ["solid", "underline"]
    assert mark(page, "1k").evaluate(style) == ["dotted", "underline"]
    assert mark(page, "1c").evaluate(style) == ["solid", "none"]
    assert mark(page, "1c").evaluate("(e) => getComputedStyle(e).boxShadow") != "none"


# Without the script


def test_without_script_numbers_lead_to_the_other_side(open_page):
    page = open_page(java_script_enabled=False)
    page.locator("#t8").click()
    assert card(page, 8).locator(".words").bounding_box()["y"] < 720
    page.locator("#s1 > .card .num").click()
    assert 0 <= page.locator("#t1").bounding_box()["y"] < 720


def test_without_script_unsure_statements_are_shown_on_demand(open_page):
    page = open_page(java_script_enabled=False)
    assert not card(page, 9).is_visible()
    page.locator(".show-unsure").check()
    assert card(page, 9).is_visible()


def test_without_script_speakers_lead_to_their_first_statement(open_page):
    page = open_page(java_script_enabled=False, **PHONE)
    page.get_by_role("link", name="Tomas Reed").click()
    assert page.url.endswith("#s5")


def test_without_script_nothing_speaks_of_keys(open_page):
    assert not open_page(java_script_enabled=False).locator(".keys").is_visible()


# On paper


def test_on_paper_statements_stand_below_the_article(open_page):
    page = open_page()
    page.emulate_media(media="print")
    text, record = (page.locator(selector).bounding_box() for selector in (".reading", ".record"))
    assert record["y"] >= text["y"] + text["height"]


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("1s", ["none", "solid", "underline"]),
        ("1k", ["none", "dotted", "underline"]),
        ("1c", ["solid", "solid", "none"]),
        ("3c", ["solid", "solid", "none"]),
    ],
)
def test_on_paper_marks_are_lines_and_not_tints(open_page, key, lines):
    page = open_page(color_scheme="dark")
    card(page, 1).click()
    page.emulate_media(media="print", color_scheme="dark")
    names = ["backgroundColor", "color", "borderBottomStyle", "textDecorationStyle", "textDecorationLine"]
    style = mark(page, key).evaluate("(e, names) => names.map((name) => getComputedStyle(e)[name])", names)
    assert style == ["rgba(0, 0, 0, 0)", "rgb(0, 0, 0)", *lines]


def test_on_paper_there_are_no_controls(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert [
        s for s in (".control", ".keys", ".skip", ".sheet", ".evidence") if page.locator(s).first.is_visible()
    ] == []


def test_page_prints(open_page):
    assert open_page().pdf(format="A4").startswith(b"%PDF")


# Several articles


def test_index_leads_to_the_articles(open_page):
    page = open_page("several")
    page.get_by_role("navigation", name="Articles").get_by_role("link").nth(1).click()
    assert page.locator("#a2-title").bounding_box()["y"] < 300


def test_articles_keep_their_statements_apart(open_page):
    page = open_page("several")
    page.locator("#a2-s1 > .card").click()
    assert pinned_items(page) == ["a2-s1"]
    assert lit_words(page)["source"] == "President Ana Duarte"


# Screen readers, and everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["harbour", "ferry", "strait", "several", "hostile"])
def test_axe_finds_nothing(open_page, name, scheme):
    assert axe_complaints(open_page(name, color_scheme=scheme)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_a_statement_is_held_and_all_are_shown(open_page, scheme):
    page = open_page(color_scheme=scheme)
    page.locator(".show-unsure").check()
    mark(page, "4c").click()
    assert axe_complaints(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_a_row_is_held_and_all_is_marked(open_page, scheme):
    page = open_page("ferry", color_scheme=scheme)
    for name in ("Names", "Times", "Places", "Numbers"):
        switch(page, name).click()
    row(page, "when-3").click()
    assert axe_complaints(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("number", [1, 2, 4])
def test_axe_finds_nothing_while_an_event_is_held(open_page, scheme, number):
    page = open_page("strait", color_scheme=scheme)
    switch(page, "Events").click()
    row(page, f"who-did-what-{number}").click()
    assert axe_complaints(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_one_speaker_is_chosen(open_page, scheme):
    page = open_page(color_scheme=scheme)
    page.get_by_role("button", name="Ines Calder").click()
    assert axe_complaints(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_phone(open_page, scheme):
    page = open_page(color_scheme=scheme, **PHONE)
    mark(page, "2k").tap()
    assert axe_complaints(page) == []


def axe_complaints(page):
    violations = axe_api.Axe().run(page).response["violations"]
    return [(v["id"], node["html"], node.get("failureSummary")) for v in violations for node in v["nodes"]]


# Inside a notebook


@pytest.fixture
def notebook(open_page):
    style = "<style>p, li { color: red; font-size: 40px }</style>"
    return open_page(
        "notebook",
        content=f"<!DOCTYPE html><title>Notebook</title>{style}<p>Cell</p>{show_frame(make_harbour(), least=0.5)}",
    )


def test_frame_in_a_notebook_has_a_height_and_a_name(notebook):
    assert notebook.get_by_title("Who said what: Storm closes the harbour").bounding_box()["height"] > 400


def test_frame_in_a_notebook_works_and_stays_where_it_is(notebook):
    frame = notebook.frame_locator("iframe")
    frame.locator("#t2").click()
    assert "pinned" in frame.locator("#s2 > .card").get_attribute("class")
    assert notebook.frames[1].url == "about:srcdoc"


def test_frame_in_a_notebook_keeps_its_own_style(notebook):
    frame = notebook.frame_locator("iframe")
    assert frame.locator(".body p").first.evaluate("(e) => getComputedStyle(e).fontSize") == "18px"


# Size


def test_two_thousand_statements_open(open_page):
    page = open_page("many", content=show_page(make_many(2000), least=0.5))
    page.locator("#s2000 > .card").click(timeout=30_000)
    assert pinned_items(page) == ["s2000"]


def test_hostile_words_are_shown_as_they_are(open_page):
    page = open_page("hostile")
    assert "<script>alert(1)</script>" in page.locator("h1").inner_text()
    assert html.escape("<img") in page.content()
