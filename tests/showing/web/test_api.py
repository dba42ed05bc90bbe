"""The same as JSON: that it is as it is described, whole, and without doubles."""

from __future__ import annotations

import json
from types import SimpleNamespace
from urllib.parse import quote

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from recording_samples import ROAD, many, read, road
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from web_samples import FakeDesk, fill

from onrecord.recording import RecordStore
from onrecord.showing.web import guarding
from onrecord.showing.web.app import make_app
from onrecord.showing.web.offsets import with_utf16_offsets
from onrecord.showing.web.settings import Settings

SETTINGS = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


def operations():
    """Method and path of every route, as the API describes itself."""
    app = make_app(SimpleNamespace(name="news.db"), FakeDesk(), Settings())
    described = app._app.openapi()["paths"]
    return [(method.upper(), path) for path, of in described.items() for method in of]


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    """The API as it describes itself, over a store that nobody limits."""
    before = guarding._PAGES, guarding._READINGS
    guarding._PAGES = guarding._READINGS = (1e9, 1e9)
    with RecordStore(tmp_path_factory.mktemp("api") / "news.db") as store:
        fill(store)
        app = make_app(store, FakeDesk(), Settings())
        yield schemathesis.openapi.from_asgi("/api/openapi.json", app, headers={"host": "localhost"})
    guarding._PAGES, guarding._READINGS = before


@pytest.mark.parametrize(("method", "path"), operations())
def test_answers_are_as_they_are_described(schema, method, path):
    @SETTINGS
    @given(case=schema[path][method].as_strategy())
    def ask(case):
        case.call_and_validate(headers={"host": "localhost"}, checks=CHECKS)

    ask()


# The description


@pytest.fixture(scope="module")
def description(client):
    return client.get("/api/openapi.json").json()


def test_description_has_the_record_format(description):
    assert "statements" in description["components"]["schemas"]["Record"]["properties"]


def test_record_is_as_the_description_says(client, description, filled):
    schema = {"$ref": "#/components/schemas/Record", "components": description["components"]}
    validator = jsonschema.Draft202012Validator(schema)
    for article in client.get("/api/articles?limit=100").json()["items"]:
        validator.validate(client.get(f"/api/articles/{article['id']}").json())


def test_what_is_no_record_is_not_as_the_description_says(client, description):
    schema = {"$ref": "#/components/schemas/Record", "components": description["components"]}
    record = client.get(f"/api/articles/{quote(road().article.url, safe='')}").json()
    record["statements"][0]["content"]["spans"] = [[1]]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(record)


def test_every_reference_of_the_description_leads_somewhere(description):
    def references(node):
        if isinstance(node, dict):
            yield from ([node["$ref"]] if isinstance(node.get("$ref"), str) else [])
            for part in node.values():
                yield from references(part)
        elif isinstance(node, list):
            for part in node:
                yield from references(part)

    for reference in set(references(description)):
        at = description
        for step in reference.removeprefix("#/").split("/"):
            at = at[step.replace("~1", "/").replace("~0", "~")]


def test_every_route_is_described_in_words(description):
    routes = [each for of in description["paths"].values() for each in of.values()]
    assert [each["operationId"] for each in routes if not each.get("description")] == []


def test_every_route_tells_the_errors_that_a_guard_may_give(description):
    for path, of in description["paths"].items():
        for each in of.values():
            assert (path, {"401", "403", "413", "421", "422", "429"} - set(each["responses"])) == (path, set())


# Records


@pytest.mark.parametrize("name", ["https://post.example/road", quote("https://post.example/road", safe="")])
def test_article_is_known_by_its_address(client, filled, name):
    assert client.get(f"/api/articles/{name}").json() == filled.record(road().article.url).to_dict()


def test_article_whose_address_has_a_question_is_known_by_it(serve_fresh, fresh):
    fresh.put(road(url="https://post.example/road?id=7&page=2#top"))
    answer = serve_fresh().get(f"/api/articles/{quote('https://post.example/road?id=7&page=2#top', safe='')}")
    assert answer.json()["article"]["url"] == "https://post.example/road?id=7&page=2#top"


def test_article_is_known_by_its_given_id(client):
    assert client.get("/api/articles/threat-1").json()["article"]["given_id"] == "threat-1"


def test_name_of_several_articles_is_told_as_one(serve_fresh, fresh):
    fresh.put(read(ROAD, given_id="1"), origin="a.jsonl")
    fresh.put(read(f"{ROAD} Or so.", given_id="1"), origin="b.jsonl")
    answer = serve_fresh().get("/api/articles/1")
    assert (answer.status_code, answer.json()["error"]["reason"]) == (400, "not-understood")


def test_revision_is_had_by_its_number(serve_fresh, fresh):
    fresh.put(road())
    fresh.put(read("Ana Duarte said that all is well again there.", url=road().article.url))
    visitor, name = serve_fresh(), quote(road().article.url, safe="")
    assert visitor.get(f"/api/articles/{name}?revision=1").json()["article"]["text"] == ROAD
    assert visitor.get(f"/api/articles/{name}?revision=3").status_code == 404


def test_offsets_can_be_had_as_javascript_counts(client, filled):
    for article in filled.catalogue.articles():
        turned = client.get(f"/api/articles/{article.id}?offsets=utf-16").json()
        assert turned == with_utf16_offsets(filled.record(article.id).to_dict())


def test_offsets_of_no_kind_are_refused(client):
    assert client.get("/api/articles/threat-1?offsets=bytes").status_code == 422


# Reading


def test_article_that_is_sent_is_read_and_not_kept(serve_fresh, fresh):
    answer = serve_fresh().post("/api/read", json={"text": ROAD, "title": "Road", "published": "2031-03-05"})
    assert answer.status_code == 200
    assert answer.json() == read(ROAD, title="Road", published="2031-03-05", published_from=None).to_dict() | {
        "article": answer.json()["article"]
    }
    assert ("location" in answer.headers, fresh.stats().counts["articles"]) == (False, 0)


def test_article_that_is_kept_is_where_the_answer_says(serve_fresh):
    visitor = serve_fresh()
    answer = visitor.post("/api/read?offsets=utf-16", json={"text": f"🌊 {ROAD}", "keep": True})
    assert visitor.get(f"/api{answer.headers['location']}?offsets=utf-16").json() == answer.json()


def test_article_that_cannot_be_read_is_told_why(serve_fresh):
    answer = serve_fresh().post("/api/read", json={"url": "http://10.0.0.1/"})
    assert (answer.status_code, answer.json()["error"]["reason"]) == (422, "forbidden-address")


def test_crowded_desk_asks_to_come_again(serve_fresh):
    desk = FakeDesk()
    visitor = serve_fresh(desk)
    desk.is_busy = True
    answer = visitor.post("/api/read", json={"text": ROAD})
    assert (answer.status_code, answer.json()["error"]["reason"]) == (503, "busy")


# Lists


def through(visitor, path, **asked):
    """All items of a list, page by page."""
    items, cursor, pages = [], "", 0
    while True:
        answer = visitor.get(path, params={**asked, **({"cursor": cursor} if cursor else {})})
        assert answer.status_code == 200, answer.text
        items += answer.json()["items"]
        cursor = answer.json()["next"]
        pages += 1
        if not cursor:
            return items, pages


@pytest.fixture(scope="module")
def many_articles(tmp_path_factory):
    from web_samples import open_site

    with RecordStore(tmp_path_factory.mktemp("many") / "news.db") as store:
        for record in many(23):
            store.put(record)
        with open_site(store) as visitor:
            yield visitor


@pytest.mark.parametrize("limit", [1, 7, 23, 24])
def test_cursor_goes_through_all_articles_without_doubles(many_articles, limit):
    items, pages = through(many_articles, "/api/articles", limit=limit)
    assert (len(items), len({item["id"] for item in items}), pages) == (23, 23, -(-23 // limit))


@pytest.mark.parametrize("order", ["best", "newest", "oldest", "surest"])
@pytest.mark.parametrize("q", ["", "street"])
def test_cursor_goes_through_all_findings_without_doubles(many_articles, order, q):
    items, _ = through(many_articles, "/api/search", limit=5, order=order, q=q)
    assert (len(items), len({(item["article"], item["key"]) for item in items})) == ((23, 23) if q else (46, 46))


def test_cursor_goes_through_more_than_the_thousand_that_are_ranked(serve_fresh, fresh):
    lines = (f"Ana Duarte said that lamp {n} in {'street ' * (1 + n * 7 % 5)}{n} is wrong." for n in range(1_150))
    fresh.put(read("\n".join(lines)))
    items, _ = through(serve_fresh(), "/api/search", limit=100, q="lamp")
    assert (len(items), len({item["key"] for item in items})) == (1_150, 1_150)


@pytest.mark.parametrize(
    "cursor", ["!", "x", "====", "LTE", "MS41", "OTk5OTk5OTk5OTk5OTk5OTk5OTk", "\u00e9", "4pGg", "w7I"]
)
@pytest.mark.parametrize("path", ["/api/articles", "/api/search", "/api/checks"])
def test_cursor_that_is_none_is_told(client, path, cursor):
    assert client.get(path, params={"cursor": cursor}).status_code == 400


def test_search_finds_as_the_store_does(client, filled):
    told = client.get("/api/search", params={"q": "road", "kind": "statement", "limit": 100}).json()
    wanted = [one.to_dict() for one in filled.find("road", kind="statement", limit=None)]
    assert (told["items"], told["total"], told["next"]) == (json.loads(json.dumps(wanted)), len(wanted), None)


def test_facets_count_as_the_store_does(client, filled):
    told = client.get("/api/facets").json()
    counted = {name: sum(each["count"] for each in values) for name, values in told["facets"].items()}
    assert (told["total"], counted["kind"]) == (filled.find(limit=None).total, told["total"])


def test_timeline_counts_all_that_has_a_day(client, filled):
    told = client.get("/api/timeline").json()
    drawn = sum(value for bar in told["bars"] for name, value in bar.items() if name != "time")
    dated = [one for one in filled.find(limit=None) if one.date or one.article.published]
    assert drawn + told["coarse"] + told["far"] == len(dated)


def test_map_counts_all_events_with_a_place(client, filled):
    told = client.get("/api/map").json()["items"]
    assert sum(item["count"] for item in told if item["place"] == "Maravia") == filled.find(place="Maravia").total


def test_who_has_the_parts_that_searches_find(client):
    key = client.get("/api/who", params={"name": "ana duarte"}).json()["items"][0]["key"]
    profile = client.get(f"/api/who/{key}").json()
    for part, count in profile["parts"].items():
        assert client.get("/api/search", params={"party": key, "part": part}).json()["total"] == count


def test_refused_are_told(client):
    (item,) = client.get("/api/refused").json()["items"]
    assert (item["source"], item["reason"]) == ("press.jsonl:7", "too-short")
