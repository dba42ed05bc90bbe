"""The pages in a real browser, from a server that runs as it does for people.

Where there is no browser (see browsers.py) these tests are skipped.
"""

from __future__ import annotations

import threading
from contextlib import closing

import pytest
import uvicorn
from browsers import NoBrowserError, open_browser
from recording_samples import ROAD
from web_samples import FakeDesk, fill

from onrecord.recording import RecordStore
from onrecord.showing.web import guarding
from onrecord.showing.web.app import make_app
from onrecord.showing.web.serving import bind
from onrecord.showing.web.settings import Settings

playwright_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

LAPTOP = {"viewport": {"width": 1280, "height": 720}, "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 375, "height": 667}, "has_touch": True, "is_mobile": True}
PAGES = {
    "home": "/",
    "articles": "/articles",
    "article": "/articles/{article}",
    "older": "/articles/{article}?revision=1",
    "checked": "/articles/{checked}",
    "search": "/search",
    "words": "/search?q=road",
    "nothing": "/search?q=zeppelin",
    "fault": "/search?from=soon",
    "timeline": "/timeline",
    "map": "/map",
    "parties": "/who",
    "who": "/who/{who}",
    "refused": "/refused",
    "checks": "/checks",
    "api": "/api",
    "problem": "/nowhere",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A server on a free port, with the samples; what its addresses are made of."""
    patched = pytest.MonkeyPatch()
    patched.setattr(guarding, "_PAGES", (1e9, 1e9))  # a test is faster than a reader
    with RecordStore(tmp_path_factory.mktemp("browser") / "news.db") as store:
        fill(store)
        store.put(_revised())
        app = make_app(store, FakeDesk(), Settings())
        with closing(bind("127.0.0.1", 0)) as listening:
            server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="on"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
            thread.start()
            articles = store.catalogue.articles(limit=100)
            yield {
                "home": f"http://localhost:{listening.getsockname()[1]}",
                "store": store,
                "article": next(a.id for a in articles if a.title == "Road closed"),
                "checked": next(a.id for a in articles if a.counts["error"]),
                "who": store.catalogue.parties("Ana Duarte")[0].key,
            }
            server.should_exit = True
            thread.join()
    patched.undo()


def _revised():
    from recording_samples import read, road

    return read(
        f"{ROAD}\nThis was told later.",
        title="Road closed",
        url=road().article.url,
        published="2031-03-05",
        publisher="The Post",
    )


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
def open_page(browser, site):
    """Opens a page by its name; fails at the end if it complained, or asked for anything elsewhere."""
    contexts, troubles = [], []

    def open_(name="home", **options):
        context = browser.new_context(**(LAPTOP | options))
        context.set_default_timeout(5000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        page.on("requestfailed", lambda request: troubles.append(f"failed: {request.url} {request.failure}"))
        page.on("request", lambda request: None if _is_own(request.url, site) else troubles.append(request.url))
        page.goto(site["home"] + PAGES[name].format(**site))
        return page

    yield open_
    for context in contexts:
        context.close()
    # An answer that is an error is one of these tests' questions, and browsers tell it on the console, too.
    assert [trouble for trouble in troubles if "the server responded with a status of 4" not in trouble] == []


def _is_own(url, site):
    return url.startswith((site["home"], "data:", "about:"))


# Every page


@pytest.mark.parametrize("name", PAGES)
def test_page_is_no_wider_than_a_phone(open_page, name):
    page = open_page(name, **PHONE)
    widths = page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]")
    assert widths == [375, 375, 375]


def complaints(page):
    found = axe_api.Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:160]) for each in found if each["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("name", [name for name in PAGES if name not in ("older", "words", "articles", "nothing")])
def test_axe_finds_nothing_grave_in_light_and_dark(open_page, name):
    page = open_page(name)
    light = complaints(page)
    page.emulate_media(color_scheme="dark")
    assert (light, complaints(page)) == ([], [])
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)")
    assert max(ground) < 80


@pytest.mark.parametrize("name", ["home", "search", "article"])
def test_axe_finds_nothing_grave_on_a_phone(open_page, name):
    assert complaints(open_page(name, **PHONE)) == []


@pytest.mark.parametrize("name", ["home", "article", "search", "timeline", "map", "who", "checks"])
def test_page_is_readable_without_scripts(open_page, name):
    with_scripts, without = open_page(name), open_page(name, java_script_enabled=False)
    shown = [set(page.locator("main").inner_text().split()) for page in (with_scripts, without)]
    assert len(shown[1]) > 3
    assert len(shown[0] - shown[1]) <= 12  # words of buttons that only scripts can answer


_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shifts.push([entry.value, entry.sources.map((s) => s.node?.nodeName ?? "")]);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("device", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("name", ["home", "search", "article", "map"])
def test_nothing_moves_while_a_page_loads(browser, site, name, device):
    with closing(browser.new_context(**device)) as context:
        page = context.new_page()
        page.add_init_script(_SHIFTS)
        page.goto(site["home"] + PAGES[name].format(**site))
        page.wait_for_load_state("networkidle")
        page.evaluate(
            "document.fonts.ready.then(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))))"
        )
        assert page.evaluate("shifts") == []


@pytest.mark.parametrize("name", ["home", "search", "article", "map"])
def test_first_tab_skips_to_the_page(open_page, name):
    page = open_page(name)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Skip to")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") in ("#main", "#text")


@pytest.mark.parametrize(
    ("name", "title"), [("article", "Articles"), ("words", "Search"), ("map", "Map"), ("who", "Who")]
)
def test_part_of_the_site_that_one_is_in_is_told(open_page, name, title):
    assert open_page(name).locator("nav.parts [aria-current=page]").all_inner_texts() == [title]


# An article


def lit(page):
    return page.evaluate("[...document.querySelectorAll('.card.lit')].map((c) => c.parentElement.id)")


def lit_words(page):
    return "".join(page.evaluate("[...document.querySelectorAll('.m[data-lit]')].map((m) => m.textContent)"))


def mark(page, key):
    return page.locator(f'.m[data-m~="{key}"]').first


def test_pointing_at_words_lights_both_sides(open_page):
    page = open_page("article")
    mark(page, "1c").hover()
    assert (lit(page), "the drone attack" in lit_words(page)) == (["s1"], True)


def test_pointing_at_a_line_lights_its_words(open_page):
    page = open_page("article")
    page.locator("#s2 > .card").hover()
    assert (lit(page), "Ilse Varga" in lit_words(page)) == (["s2"], True)


def test_marks_can_be_switched(open_page):
    page = open_page("article")
    button = page.get_by_role("group", name="Marks in the text").get_by_role("button", name="Places")
    before = mark(page, "1p").evaluate("(e) => getComputedStyle(e).borderBottomStyle")
    button.click()
    after = mark(page, "1p").evaluate("(e) => getComputedStyle(e).borderBottomStyle")
    assert (before, after, button.get_attribute("aria-pressed")) == ("none", "dotted", "true")


def test_keys_go_through_the_statements(open_page):
    page = open_page("article")
    for key in "jjk":
        page.keyboard.press(key)
    assert lit(page) == ["s1"]


def test_permanent_address_holds_its_statement(open_page, site):
    page = open_page("article")
    page.goto(f"{site['home']}/articles/{site['article']}/s2")
    assert page.url.endswith("#s2")
    assert page.evaluate("[...document.querySelectorAll('.card.pinned')].map((c) => c.parentElement.id)") == ["s2"]


def test_older_revision_is_a_click_away_and_back(open_page):
    page = open_page("article")
    page.locator(".banner").get_by_role("link", name="1", exact=True).click()
    assert "told later" not in page.locator(".body").inner_text()
    page.go_back()
    assert "told later" in page.locator(".body").inner_text()


# Search


def test_search_from_the_masthead_facet_and_back(open_page):
    page = open_page("articles")
    page.get_by_role("searchbox", name="Search statements, events and conditions").fill("road")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=road")
    whole = page.locator("li.hit").count()
    page.locator(".facets").get_by_role("link", name="denied").click()
    page.wait_for_url("**act=deny*")
    assert 0 < page.locator("li.hit").count() < whole
    page.go_back()
    assert page.locator("li.hit").count() == whole


def test_finding_leads_to_its_words(open_page):
    page = open_page("words")
    page.locator("li.hit .hit-words a").first.click()
    page.wait_for_url("**/articles/*#*")
    assert page.locator(".card.pinned").count() == 1


def test_facets_are_folded_away_on_a_phone(open_page):
    assert open_page("search", **PHONE).locator(".facets-fold").get_attribute("open") is None


def test_facets_can_be_opened_on_a_phone_without_scripts(open_page):
    page = open_page("search", java_script_enabled=False, **PHONE)
    page.locator(".facets-fold > summary").click()
    assert page.locator(".facets-fold section").first.is_visible()


def test_bar_of_the_timeline_narrows_it(open_page):
    page = open_page("timeline")
    page.locator("svg.timeline a").first.click()
    page.wait_for_url("**from=*")
    assert page.locator(".chips li").count() >= 1


def test_circle_of_the_map_leads_into_its_country_and_there_to_its_events(open_page):
    page = open_page("map")
    page.locator("svg.map a").first.click()
    page.wait_for_url("**/map?*country=*")
    page.locator("svg.map a").first.click()
    page.wait_for_url("**/search?*place=*")
    assert page.locator("li.hit").count() >= 1


# Handing in


def hand_in(page, text, *, keep):
    page.get_by_label("Its text").fill(text)
    page.get_by_label("Keep it in the store").set_checked(keep)
    page.get_by_role("button", name="Read it").click()


def test_article_that_is_pasted_shows_its_record(open_page):
    page = open_page()
    hand_in(page, f"{ROAD}\nIt was pasted.", keep=True)
    page.wait_for_url("**/articles/*")
    assert page.locator("#s1 .speaker").inner_text() == "Ana Duarte"


def test_article_can_be_looked_at_and_then_kept(open_page):
    page = open_page()
    hand_in(page, f"{ROAD}\nIt was looked at.", keep=False)
    page.wait_for_url("**/look/*")
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/articles/*")
    assert "It was looked at." in page.locator(".body").inner_text()


def test_article_can_be_handed_in_without_scripts(open_page):
    page = open_page(java_script_enabled=False)
    hand_in(page, f"{ROAD}\nIt was sent without scripts.", keep=True)
    page.wait_for_url("**/articles/*")
    assert "without scripts" in page.locator(".body").inner_text()


_DROP = """(form, words) => {
  const data = new DataTransfer();
  data.items.add(new File([words], "dropped.txt", { type: "text/plain" }));
  for (const name of ["dragenter", "dragover", "drop"])
    form.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


def test_file_that_is_dropped_is_read(open_page):
    page = open_page()
    page.locator("form.drop").evaluate(_DROP, f"{ROAD}\nIt was dropped.")
    assert page.locator(".drop .status").inner_text() == "dropped.txt will be read."
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/articles/*")
    assert "It was dropped." in page.locator(".body").inner_text()


def test_form_says_that_it_is_reading_and_can_be_sent_again_after_going_back(open_page):
    page = open_page()
    hand_in(page, f"{ROAD}\nIt was sent once.", keep=True)
    page.wait_for_url("**/articles/*")
    page.go_back()
    assert page.get_by_role("button", name="Read it").is_enabled()
    assert page.locator(".drop .status").inner_text() == ""


def test_refusal_is_told_where_it_was_sent_from(open_page):
    page = open_page()
    page.get_by_label("or its address").fill("http://10.0.0.1/")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("alert").wait_for()
    assert "private network" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("or its address").input_value() == "http://10.0.0.1/"
