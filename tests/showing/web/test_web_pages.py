"""The pages, as a visitor gets them: what they hold, where they lead, what they weigh."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from jinja2 import meta, nodes
from light_reader import make_newer_reader
from recording_samples import ROAD, many, road
from row_samples import make_ferry
from template_types import Reading, is_ours
from web_samples import CHECKS, FakeDesk, addresses, elements, hand_in, token_in, words_of

from onrecord.recording import make_rows
from onrecord.records import Record
from onrecord.showing.sureness import READING_LEAST
from onrecord.showing.web import contexts, templating
from onrecord.showing.web.asked import parse_asked
from onrecord.showing.web.maps.clustering import Dot
from onrecord.showing.web.routes.maps import lead_of

PAGES = {
    "home": "/",
    "articles": "/articles",
    "search": "/search",
    "search for words": "/search?q=road",
    "timeline": "/timeline",
    "map": "/map",
    "parties": "/who",
    "refused": "/refused",
    "checks": "/checks",
    "api": "/api",
}
# What each page shows, by its template.
CONTEXTS = {
    "home.html": contexts.HomePage,
    "articles.html": contexts.ArticlesPage,
    "article.html": contexts.ArticlePage,
    "search.html": contexts.SearchPage,
    "timeline.html": contexts.TimelinePage,
    "map.html": contexts.MapPage,
    "who.html": contexts.WhoPage,
    "parties.html": contexts.PartiesPage,
    "refused.html": contexts.RefusedPage,
    "problem.html": contexts.ProblemPage,
    "enter.html": contexts.EnterPage,
    "api.html": contexts.ApiPage,
    "checks.html": getattr(contexts, "ChecksPage", contexts.Page),
}
PARTS = ("base.html", "macros.html", "parts.html")
_OF_BROWSERS = {"data:", "#"}


@pytest.fixture(scope="module")
def ids(filled):
    """Of articles by their titles."""
    return {article.title or article.opening: article.id for article in filled.catalogue.articles(limit=100)}


@pytest.fixture(scope="module")
def every_page(client, ids):
    """All pages by their addresses, each of them once."""
    found = {path: client.get(path) for path in PAGES.values()}
    found |= {f"/articles/{id_}": client.get(f"/articles/{id_}") for id_ in ids.values()}
    key = client.get("/api/who?name=Ana Duarte").json()["items"][0]["key"]
    found[f"/who/{key}"] = client.get(f"/who/{key}")
    found["/nowhere"] = client.get("/nowhere")
    return found


# Each page


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_page_answers(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")


def test_first_page_lists_what_was_added_last_first(client, filled):
    listed = [
        a["href"] for tag, a in elements(client.get("/").text) if tag == "a" and "/articles/" in a.get("href", "")
    ]
    assert listed == [f"/articles/{article.id}" for article in filled.catalogue.articles(limit=12)]


def test_first_page_counts_what_is_in_the_store(client, filled):
    counts = filled.stats().counts
    told = f"{counts['articles']} articles, {counts['statements']} statements, {counts['events']} events"
    assert told in words_of(client.get("/").text)


def test_first_page_of_an_empty_store_says_how_to_begin(serve_fresh):
    assert "Nothing is in this store yet" in words_of(serve_fresh().get("/").text)


def test_articles_can_be_narrowed_by_words_of_their_titles(client, ids):
    page = client.get("/articles", params={"title": "CLOSED road"}).text
    assert [a for a in addresses(page) if a.startswith("/articles/")] == [f"/articles/{ids['Road closed']}"]


def test_articles_can_be_narrowed_by_publisher(client):
    page = words_of(client.get("/articles", params={"publisher": "The River Post"}).text)
    assert ("The River Post" in page, "Road closed" in page) == (True, False)


def test_articles_come_in_pages_without_doubles(serve_fresh, fresh):
    for record in many(95):
        fresh.put(record)
    visitor, address, seen = serve_fresh(), "/articles", []
    while address:
        page = visitor.get(address).text
        seen += [a for a in addresses(page) if a.startswith("/articles/")]
        address = next((a for a in addresses(page) if a.startswith("/articles?before")), "")
    assert (len(seen), len(set(seen))) == (95, 95)


def test_article_holds_its_text_and_its_statements(client, ids):
    page = words_of(client.get(f"/articles/{ids['Road closed']}").text)
    assert "Rebels attacked Korda in Maravia on 2031-03-02" in page.replace(" 1 ", " ")
    assert "Ana Duarte denied" in page


def test_article_says_how_its_record_was_made(client, ids):
    page = words_of(client.get(f"/articles/{ids['Road closed']}").text)
    assert "read_lightly 1" in page


def test_checks_that_matter_stand_above_the_article(client, filled):
    with_checks = next(a.id for a in filled.catalogue.articles() if a.counts["error"])
    page = client.get(f"/articles/{with_checks}").text
    assert page.index(CHECKS[1].message) < page.index('class="columns"')


def test_older_revision_is_shown_as_one(serve_fresh, fresh):
    fresh.put(road())
    fresh.put(_revised())
    id_ = fresh.catalogue.articles()[0].id
    older, newest = (serve_fresh().get(f"/articles/{id_}{asked}").text for asked in ("?revision=1", ""))
    assert "Revision 1 of 2" in words_of(older)
    assert ("first told" in older, "first told" in newest) == (False, True)
    assert f"/articles/{id_}/record.json?revision=1" in addresses(older)


def test_links_to_the_words_of_an_older_revision_do_not_lead_into_the_newest(serve_fresh, fresh):
    fresh.put(road())
    fresh.put(replace_text(road(), "Ilse Varga promised that nobody would be told."))
    id_ = fresh.catalogue.articles()[0].id
    visitor = serve_fresh()
    older = visitor.get(f"/articles/{id_}?revision=1").text
    for address in permanent(older):
        answer = visitor.get(address)
        assert answer.status_code == 303
        assert "revision=1" in answer.headers["location"]


def test_revision_that_is_not_there_is_told(client, ids):
    answer = client.get(f"/articles/{ids['Road closed']}?revision=7")
    assert answer.status_code == 404
    assert "has no revision 7, only 1" in words_of(answer.text)


@pytest.mark.parametrize("format_", ["json", "md", "html"])
def test_record_can_be_taken_along(client, ids, format_):
    answer = client.get(f"/articles/{ids['Road closed']}/record.{format_}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{ids["Road closed"]}.{format_}"'
    assert "the drone attack had closed the road to the harbour" in answer.text


def test_record_as_json_is_the_record(client, filled, ids):
    told = client.get(f"/articles/{ids['Road closed']}/record.json").json()
    told = told[0] if isinstance(told, list) else told
    assert told == filled.record(ids["Road closed"]).to_dict()


def test_who_by_name_leads_to_the_one_who_is_called_so(client):
    answer = client.get("/who", params={"name": "Ana Duarte"})
    assert answer.status_code == 303
    page = client.get(answer.headers["location"]).text
    assert "Ana Duarte" in words_of(page)
    assert "Quotations and statements" in page


def test_several_who_are_called_so_are_a_choice_without_those_of_longer_names(serve_fresh, fresh):
    kinds = [("Brun", "person"), ("Brun", "organization"), ("Port of Brun", "organization")]
    for record, (name, kind) in zip(many(3), kinds, strict=True):
        plain = record.to_dict()
        plain["entities"][0] |= {"name": name, "kind": kind, "named": True, "entry": None}
        fresh.put(Record.from_dict(plain))
    page = serve_fresh().get("/who", params={"name": "Brun"}).text
    assert len({a for a in addresses(page) if a.startswith("/who/")}) == 2
    assert "Port of Brun" not in words_of(page)


def test_who_by_part_of_a_name_is_a_choice(client):
    page = client.get("/who", params={"q": "a"}).text
    assert len([a for a in addresses(page) if a.startswith("/who/")]) > 1


def test_nobody_of_a_name_leads_to_a_search_for_it(client):
    page = client.get("/who", params={"name": "Xaver Nobody"}).text
    assert "/search?q=Xaver%20Nobody" in addresses(page)


def test_what_could_not_be_read_is_told_with_a_remedy(client):
    page = words_of(client.get("/refused").text)
    assert "press.jsonl:7 this is too short too-short give the whole article" in page


def test_api_page_tells_every_route(client):
    page = words_of(client.get("/api").text)
    told = {f"{m.upper()} {path}" for path, of in client.get("/api/openapi.json").json()["paths"].items() for m in of}
    assert {each for each in told if each not in page} == set()


@pytest.mark.parametrize("path", ["/nowhere", "/articles/ffffffffffff", "/who/ffffffffffff", "/look/nothing"])
def test_page_that_is_not_there_says_so_and_what_to_do(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "/" in addresses(answer.text)


@pytest.mark.parametrize(
    "path", ["/search.xml", "/timeline.png", "/map.png", "/articles/{}/record.docx", "/static/x.js"]
)
def test_format_that_is_not_there_is_not_found(client, ids, path):
    assert client.get(path.format(ids["Road closed"])).status_code == 404


@pytest.mark.parametrize(
    "path", ["/articles?before=9", "/articles/{}?revision=9", "/articles/{}/record.json?revision=9"]
)
def test_number_that_no_database_can_hold_is_the_visitors_fault(client, ids, path):
    answer = client.get(path.format(ids["Road closed"]).replace("=9", "=" + "9" * 30))
    assert 400 <= answer.status_code < 500


def test_problem_of_the_store_does_not_tell_where_it_lies(client, filled):
    answer = client.get("/articles?before=" + "9" * 30)
    assert filled.name not in answer.text.partition("</h1>")[0]


# What leads where


def test_every_own_link_leads_somewhere(client, every_page):
    """All links of the first pages, and all of those behind them, to a depth of two."""
    seen = set(every_page)
    waiting = [link for answer in every_page.values() for link in addresses(answer.text)]
    wrong = {}
    kinds = {}
    while waiting:
        link = waiting.pop().partition("#")[0]
        path = urlsplit(link).path
        kind = (path if path.count("/") < 2 else path.rsplit("/", 1)[0], frozenset(_names_in(link)))
        if not link.startswith("/") or link.startswith("//") or link in seen or kinds.get(kind, 0) > 2:
            continue
        seen.add(link)
        kinds[kind] = kinds.get(kind, 0) + 1
        if path in ("/read", "/enter") or path.endswith("/keep"):
            continue
        answer = client.get(link)
        if answer.status_code >= 400:
            wrong[link] = answer.status_code
        elif answer.headers.get("content-type", "").startswith("text/html") and len(seen) < 120:
            waiting += addresses(answer.text)
    assert wrong == {}


def test_no_address_points_outside_but_wikidata_and_the_articles_own(every_page, filled):
    own = {record.article.url for record in filled.records()}
    outside = {a for answer in every_page.values() for a in addresses(answer.text) if re.match(r"(?:[a-z]+:)?//", a)}
    assert {a for a in outside if a not in own and not a.startswith("https://www.wikidata.org/wiki/")} == set()


def test_links_outside_tell_nothing_of_where_they_were(every_page):
    for answer in every_page.values():
        for tag, attributes in elements(answer.text):
            if tag == "a" and re.match(r"https?:", attributes.get("href") or ""):
                assert "noreferrer" in attributes["rel"]


def permanent(page):
    return [a["href"] for tag, a in elements(page) if tag == "a" and "permanent" in (a.get("class") or "").split()]


def fragment_of(answer):
    return answer.headers["location"].partition("#")[2]


def test_every_permanent_address_leads_to_a_place_in_its_article(client, ids):
    places = 0
    for id_ in ids.values():
        page = client.get(f"/articles/{id_}").text
        names = {a["id"] for _, a in elements(page) if "id" in a}
        for address in permanent(page):
            answer = client.get(address)
            assert answer.status_code == 303, address
            assert answer.headers["location"].startswith(f"/articles/{id_}#")
            assert fragment_of(answer) in names, address
            places += 1
    assert places > 20


def test_statement_is_found_by_its_number(client, ids):
    answer = client.get(f"/articles/{ids['Road closed']}/s2")
    assert answer.headers["location"] == f"/articles/{ids['Road closed']}#s2"


def test_event_is_found_by_its_number(client, ids):
    answer = client.get(f"/articles/{ids['Road closed']}/v1")
    page = client.get(f"/articles/{ids['Road closed']}").text
    place = page[page.index(f'id="{fragment_of(answer)}"') :].partition("</li>")[0]
    assert "attacked" in place


def test_statement_is_found_by_its_anchor_once_another_model_has_numbered_it_otherwise(serve_fresh, fresh):
    fresh.put(road())
    id_ = fresh.catalogue.articles()[0].id
    anchor = fresh.catalogue.facts(id_).anchors["s2"]
    read = make_newer_reader().read(road().article)
    kept = replace(read.statements[1], id="s1")
    newer = Record(read.onrecord, read.article, read.entities, (kept,))
    fresh.replace(1, make_rows(newer, {"read_lightly": "2"}))
    visitor = serve_fresh()
    assert visitor.get(f"/articles/{id_}/{anchor}").headers["location"] == f"/articles/{id_}#s1"
    assert permanent(visitor.get(f"/articles/{id_}").text)[0] == f"/articles/{id_}/{anchor}"


def test_statement_that_no_model_finds_any_more_is_told(serve_fresh, fresh):
    fresh.put(road())
    id_ = fresh.catalogue.articles()[0].id
    anchor = fresh.catalogue.facts(id_).anchors["s2"]
    read = road()
    fresh.replace(1, make_rows(Record(read.onrecord, read.article, read.entities, read.statements[:1])))
    answer = serve_fresh().get(f"/articles/{id_}/{anchor}")
    assert answer.status_code == 404
    assert "newer model" in answer.text


def test_page_shows_the_record_of_another_model_as_soon_as_it_is_there(serve_fresh, fresh):
    fresh.put(road())
    visitor, id_ = serve_fresh(), fresh.catalogue.articles()[0].id
    visitor.get(f"/articles/{id_}")
    fresh.replace(1, make_rows(make_newer_reader().read(road().article), {"read_lightly": "2"}))
    assert "read_lightly 2" in words_of(visitor.get(f"/articles/{id_}").text)


def test_page_that_has_not_changed_is_not_sent_again(client, ids):
    first = client.get(f"/articles/{ids['Road closed']}")
    again = client.get(f"/articles/{ids['Road closed']}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_page_that_has_changed_is_sent_again(serve_fresh, fresh):
    fresh.put(road())
    visitor, id_ = serve_fresh(), fresh.catalogue.articles()[0].id
    tag = visitor.get(f"/articles/{id_}").headers["etag"]
    fresh.put(_revised())
    assert visitor.get(f"/articles/{id_}", headers={"If-None-Match": tag}).status_code == 200


def test_tag_that_a_proxy_has_weakened_is_known_again(client, ids):
    first = client.get(f"/articles/{ids['Road closed']}")
    tags = f'"other", W/{first.headers["etag"]}'
    assert client.get(f"/articles/{ids['Road closed']}", headers={"If-None-Match": tags}).status_code == 304


# Search


def hits(page):
    return re.findall(r'<li class="hit (\w+)">', page)


def test_search_without_words_finds_all_that_is_sure(client, filled):
    found = filled.find(limit=None, least=READING_LEAST)
    assert f"{found.total} found" in words_of(client.get("/search").text)


def test_search_marks_the_words(client):
    assert "<mark>road</mark>" in client.get("/search?q=road").text


def test_search_leads_to_where_it_stands(client, ids):
    page = client.get("/search?q=drone").text
    assert f"/articles/{ids['Road closed']}/s1" in addresses(page)


def test_facet_narrows_and_says_so(client):
    page = client.get("/search").text
    address = next(a for a in addresses(page) if "kind=event" in a and a.startswith("/search"))
    narrowed = client.get(address).text
    assert set(hits(narrowed)) == {"event"}
    assert "only Events ✕ , take this away" in words_of(narrowed)


def test_every_facet_finds_as_many_as_it_says(client):
    page = client.get("/search").text
    aside = page[page.index('<aside class="facets"') : page.index("</aside>")]
    facets = re.findall(r'<a href="([^"]+)">.*?<span class="count">([\d,]+)</span>', aside, re.S)
    assert len(facets) > 20
    wrong = {}
    for address, count in facets:
        told = re.search(r'role="status">(?:more than )?([\d,]+) found', client.get(address.replace("&amp;", "&")).text)
        if told is None or told[1] != count:
            wrong[address] = (count, told and told[1])
    assert wrong == {}


def test_chip_taken_away_widens_again(client):
    page = client.get("/search?kind=event&q=attacked").text
    chips = page[page.index('class="chips"') :].partition("</ul>")[0]
    assert "/search?q=attacked" in [a.replace("&amp;", "&") for a in re.findall(r'href="([^"]+)"', chips)]


def test_party_is_told_by_name_in_its_chip(client):
    key = client.get("/api/who?name=Ana Duarte").json()["items"][0]["key"]
    assert "about Ana Duarte" in words_of(client.get(f"/search?party={key}").text)


@pytest.mark.parametrize("order", ["newest", "oldest", "surest"])
def test_orders_are_those_of_the_store(client, filled, order):
    page = client.get("/search", params={"order": order}).text
    wanted = filled.find(order=order, limit=25, least=READING_LEAST)
    found = re.findall(r'<p class="hit-words[^"]*"><a href="([^"]+)"', page)
    assert found == [f"/articles/{one.article.id}/{one.key}" for one in wanted]


def test_pages_of_a_search_hold_each_finding_once(serve_fresh, fresh):
    for record in many(30):
        fresh.put(record)
    visitor, seen, address = serve_fresh(), [], "/search?q=lamp"
    while address:
        page = visitor.get(address).text
        seen += re.findall(r'<p class="hit-words[^"]*"><a href="([^"]+)"', page)
        address = next((a for a in addresses(page.partition('class="turning"')[2]) if "page=" in a), "")
        address = address if f"page={len(seen) // 25 + 1}" in address else ""
    assert (len(seen), len(set(seen))) == (30, 30)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("q=%22%22", "holds no word"),
        ("from=yesterday", "must be a date"),
        ("order=random", "order must be one of"),
        ("page=0", "page must be a number"),
        ("page=x", "page must be a number"),
        ("least=2", "least must be a number"),
        ("least=nan", "least must be a number"),
        ("kind=opinion", "kind must be one of"),
        ("part=editor", "part must be one of"),
        ("speaker=%22%22", "holds no name"),
    ],
)
@pytest.mark.parametrize("page", ["search", "timeline", "map"])
def test_question_that_cannot_be_asked_is_told_with_its_form(client, page, asked, told):
    answer = client.get(f"/{page}?{asked}")
    assert answer.status_code == 400
    assert told in words_of(answer.text)
    assert 'class="question"' in answer.text


@pytest.mark.parametrize("file", ["search.csv", "search.json", "timeline.svg", "timeline.csv", "map.svg", "map.csv"])
def test_file_of_a_question_that_cannot_be_asked_is_refused(client, file):
    assert client.get(f"/{file}?from=yesterday").status_code == 400


def test_nothing_found_says_what_to_do(client):
    assert "Nothing was found." in words_of(client.get("/search?q=zeppelin").text)


@pytest.mark.parametrize("asked", ["", "?q=road", "?kind=event", "?order=oldest", "?least=0"])
def test_csv_and_json_hold_exactly_what_is_found(client, filled, asked):
    given = dict(part.split("=") for part in asked[1:].split("&") if part)
    query = {"words": given.get("q", ""), "kind": given.get("kind"), "order": given.get("order", "best")}
    wanted = filled.find(limit=None, least=float(given.get("least", READING_LEAST)), **query)
    keys = [(one.article.id, one.key) for one in wanted]
    rows = list(csv.DictReader(io.StringIO(client.get(f"/search.csv{asked}").text)))
    assert [(row["article"], row["key"]) for row in rows] == keys
    told = client.get(f"/search.json{asked}").json()
    assert told == json.loads(json.dumps([one.to_dict() for one in wanted]))


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
@pytest.mark.parametrize("file", ["search.csv", "map.csv"])
def test_cells_that_a_spreadsheet_would_obey_are_made_harmless(serve_fresh, fresh, begin, file):
    formula = f"{begin}1+cmd|' /C calc'!A0"
    record = road(title=formula, publisher=formula)
    places = tuple(replace(place, name=formula, region=formula) for place in record.places)
    known = dict(zip(record.places, places, strict=True))
    events = tuple(replace(event, place=known[event.place]) for event in record.events)
    fresh.put(
        Record(record.onrecord, record.article, record.entities, record.statements, record.times, places, events=events)
    )
    text = serve_fresh().get(f"/{file}").content.decode()
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert any("cmd" in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(begin) and not re.fullmatch(r"[+-]?[\d.]+", cell)] == []


# Timeline and map


def test_timeline_draws_what_it_counts(client):
    page = client.get("/timeline").text
    assert page.count('<a href="/timeline?from=') + page.count('<a href="/search?from=') > 1
    assert "</svg>" in page


def test_bar_leads_to_what_it_stands_for(client, filled):
    numbers = client.get("/api/timeline?least=0.5").json()
    bar = numbers["bars"][0]
    total = sum(value for name, value in bar.items() if name != "time")
    found = filled.find(since=bar["time"], until=bar["time"], least=READING_LEAST, limit=None)
    assert found.total >= total


def test_timeline_as_svg_is_xml_by_itself(client):
    answer = client.get("/timeline.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    drawing = ET.fromstring(answer.text)
    assert {each.tag.rpartition("}")[2] for each in drawing.iter()} <= {
        "svg",
        "style",
        "g",
        "title",
        "rect",
        "line",
        "text",
    }


def test_timeline_as_csv_has_the_numbers_of_its_bars(client):
    rows = list(csv.DictReader(io.StringIO(client.get("/timeline.csv").text)))
    told = {row["time"]: sum(int(value) for name, value in row.items() if name != "time") for row in rows}
    bars = client.get("/api/timeline", params={"least": READING_LEAST}).json()["bars"]
    assert {time: number for time, number in told.items() if number} == {
        bar["time"]: sum(value for name, value in bar.items() if name != "time") for bar in bars
    }


def test_map_shows_the_places_in_a_table_too(client):
    page = words_of(client.get("/map").text)
    assert "Maravia" in page


def dot(name, country, count=1):
    return Dot(0.0, 0.0, name, count, (), f"/search?place={name}", country)


def test_circle_of_places_in_one_country_leads_to_a_map_of_it():
    places = [dot("Tessen", "MAR", 3), dot("Kolm", "MAR")]
    assert lead_of(places, parse_asked({"q": "drone", "region": "world"})) == "/map?q=drone&country=MAR"


@pytest.mark.parametrize(
    ("countries", "asked"), [(("MAR", "DZA"), {}), (("MAR", "MAR"), {"country": "MAR"}), (("", ""), {})]
)
def test_circle_that_no_map_of_a_country_would_part_leads_to_its_largest_place(countries, asked):
    places = [dot("Kolm", countries[0], 3), dot("Tessen", countries[1], 7)]
    assert lead_of(places, parse_asked(asked)) == "/search?place=Tessen"


def test_map_as_svg_is_xml_by_itself(client):
    answer = client.get("/map.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "href" not in {name.rpartition("}")[2] for each in ET.fromstring(answer.text).iter() for name in each.attrib}


def test_map_as_csv_has_every_place(client):
    rows = list(csv.DictReader(io.StringIO(client.get("/map.csv").text)))
    assert {row["place"] for row in rows} >= {"Maravia", "Tessen"}
    assert sum(int(row["count"]) for row in rows if row["place"] == "Maravia") == 1


def test_region_that_is_none_is_the_whole(client):
    assert client.get("/map?region=atlantis").status_code == 200


# Handing in


def test_article_that_is_pasted_and_kept_is_in_the_store(serve_fresh, fresh):
    answer = hand_in(serve_fresh(), text=ROAD, headline="Pasted", published="2031-03-05", keep="1")
    record = next(iter(fresh.records()))
    assert answer.headers["location"] == f"/articles/{fresh.catalogue.articles()[0].id}"
    assert (record.article.title, record.article.published) == ("Pasted", "2031-03-05")


def test_article_that_is_only_looked_at_is_not_in_the_store(serve_fresh, fresh):
    visitor = serve_fresh()
    answer = hand_in(visitor, text=ROAD)
    page = visitor.get(answer.headers["location"])
    assert (page.status_code, fresh.stats().counts["articles"]) == (200, 0)
    assert "only looked at" in page.text


def test_look_can_be_kept(serve_fresh, fresh):
    visitor = serve_fresh()
    place = hand_in(visitor, text=ROAD).headers["location"]
    answer = visitor.post(f"{place}/keep", data={"token": token_in(visitor.get(place).text)})
    assert answer.headers["location"] == f"/articles/{fresh.catalogue.articles()[0].id}"


def test_look_is_kept_by_no_browser(serve_fresh):
    visitor = serve_fresh()
    place = hand_in(visitor, text=ROAD).headers["location"]
    assert visitor.get(place).headers["cache-control"] == "no-store"


def test_article_that_was_removed_comes_back_when_it_is_handed_in_again(serve_fresh, fresh):
    visitor = serve_fresh()
    place = hand_in(visitor, text=ROAD, keep="1").headers["location"]
    fresh.remove(place.rpartition("/")[2])
    assert visitor.get(hand_in(visitor, text=ROAD, keep="1").headers["location"]).status_code == 200


def test_file_is_read(serve_fresh, fresh):
    hand_in(serve_fresh(), file=("road.txt", ROAD.encode(), "text/plain"), keep="1")
    assert fresh.stats().counts["statements"] == 2


def test_nothing_handed_in_is_told_with_a_remedy(serve_fresh):
    answer = hand_in(serve_fresh(), text="  \r\n ")
    assert answer.status_code == 422
    assert "There is nothing to read. Paste an article" in words_of(answer.text)


def test_what_was_typed_is_still_there_after_a_refusal(serve_fresh):
    answer = hand_in(serve_fresh(), url="http://10.0.0.1/", headline="A title", published="2031")
    assert answer.status_code == 422
    values = {a["name"]: a.get("value") for tag, a in elements(answer.text) if tag == "input" and "name" in a}
    assert (values["url"], values["headline"], values["published"]) == ("http://10.0.0.1/", "A title", "2031")


def test_text_of_more_than_a_megabyte_is_told_what_to_do(serve_fresh):
    answer = hand_in(serve_fresh(), text="The quay was empty by then. " * 40_000)
    assert answer.status_code == 422
    assert "over 1 MB" in words_of(answer.text)


def test_crowded_desk_asks_to_come_again(serve_fresh):
    desk = FakeDesk()
    visitor = serve_fresh(desk)
    desk.is_busy = True
    answer = hand_in(visitor, text=ROAD)
    assert answer.status_code == 503
    assert "Try again in a few seconds" in words_of(answer.text)


# How pages are made


def _templates():
    return sorted(set(templating.environment().list_templates(extensions=["html"])) - {"page.html", "pages.html"})


def test_every_template_has_a_context():
    here = Path(templating.__file__).parent / "templates"
    assert {path.name for path in here.glob("*.html")} - {*PARTS} == set(CONTEXTS)


def test_every_context_has_a_template():
    made = {each for each in vars(contexts).values() if isinstance(each, type) and issubclass(each, contexts.Page)}
    bases = {base for each in made for base in each.__mro__[1:]}
    assert made - bases == set(CONTEXTS.values())


@pytest.mark.parametrize("name", CONTEXTS)
def test_template_uses_nothing_that_its_context_has_not(name):
    reading = Reading(templating.environment())
    reading.read(name, CONTEXTS[name])
    assert reading.wrong == set()


@pytest.mark.parametrize("name", CONTEXTS)
def test_template_needs_nothing_but_its_page(name):
    environment = templating.environment()
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    own = {each.target for each in tree.find_all(nodes.Import)} | {
        each.target.name for each in tree.find_all(nodes.Assign)
    }
    assert meta.find_undeclared_variables(tree) - {"page"} - own - set(environment.globals) == set()


def test_every_field_of_a_context_is_used():
    used = set()
    for name, context in CONTEXTS.items():
        reading = Reading(templating.environment())
        reading.read(name, context)
        used |= reading.used
    assert len(used) > 80  # that templates were indeed followed
    classes = {each for each in vars(contexts).values() if is_ours(each) and each.__module__ == contexts.__name__}
    unused = set()
    for each in classes - {contexts.Page, contexts.AskedPage}:
        for field in dataclasses.fields(each):
            if (each, field.name) not in used:
                unused.add(f"{each.__name__}.{field.name}")
    assert unused == set()


def test_no_page_holds_inline_scripts_styles_or_handlers(every_page):
    wrong = set()
    for path, answer in every_page.items():
        for tag, attributes in elements(answer.text):
            if tag == "style" or (tag == "script" and "src" not in attributes):
                wrong.add((path, tag))
            wrong |= {(path, name) for name in attributes if name == "style" or name.startswith("on")}
            wrong |= {(path, value) for value in attributes.values() if (value or "").lower().startswith("javascript:")}
    assert wrong == set()


def test_every_page_has_one_title_one_main_and_one_first_heading(every_page):
    for path, answer in every_page.items():
        found = [tag for tag, _ in elements(answer.text)]
        assert (path, [found.count(tag) for tag in ("main", "h1")]) == (path, [1, 1])
        assert re.search(r"<title>[^<]+</title>", answer.text), path


def test_no_id_stands_twice_on_a_page(every_page):
    for path, answer in every_page.items():
        names = [a["id"] for _, a in elements(answer.text) if "id" in a]
        assert (path, sorted({name for name in names if names.count(name) > 1})) == (path, [])


def _weight(client, page):
    """Bytes of a page with its styles, scripts and fonts for Latin letters."""
    files = {a for a in addresses(page) if a.startswith("/static/")}
    for address in sorted(files):
        if urlsplit(address).path.endswith(".css"):
            sheet = client.get(address).text
            files |= {f"/static/{url}" for url in re.findall(r'url\("?(fonts/[^")]+)', sheet) if "latin-ext" not in url}
    plain = {urlsplit(address).path for address in files}
    return len(page.encode()) + sum(len(client.get(path).content) for path in plain)


def test_article_page_weighs_under_400_kilobytes(client, serve_fresh, fresh):
    fresh.put(make_ferry())
    page = serve_fresh().get(f"/articles/{fresh.catalogue.articles()[0].id}").text
    assert _weight(client, page) < 400_000


def test_map_page_weighs_under_1200_kilobytes(client):
    assert _weight(client, client.get("/map").text) < 1_200_000


def test_files_that_are_kept_for_ever_are_named_by_their_content(every_page):
    for answer in every_page.values():
        for address in addresses(answer.text):
            if address.startswith("/static/") and not address.endswith(".woff2"):
                assert re.search(r"\?v=[0-9a-f]{10}$", address)


def test_fonts_of_the_styles_are_there(client):
    sheet = client.get("/static/fonts.css").text
    fonts = re.findall(r'url\("?(fonts/[^")]+)', sheet)
    assert {client.get(f"/static/{font}").status_code for font in fonts} == {200}


def test_font_that_is_loaded_early_is_the_one_that_is_used(client):
    page, sheet = client.get("/").text, client.get("/static/fonts.css").text
    early = [a["href"] for tag, a in elements(page) if tag == "link" and a.get("rel") == "preload"]
    assert early
    assert all(address.removeprefix("/static/") in sheet for address in early)


def replace_text(record, text):
    from recording_samples import read

    return read(text, title=record.article.title, url=record.article.url, published=record.article.published)


def _revised():
    return replace_text(road(), f"{ROAD}\nThis was not first told.")


def _names_in(link):
    return [part.partition("=")[0] for part in urlsplit(link).query.split("&")]
