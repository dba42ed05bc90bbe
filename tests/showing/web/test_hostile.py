"""Articles that want to do something to whoever looks at them, and questions that want the same."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import quote, urlencode

import pytest
from httpx2 import InvalidURL
from showing_samples import MAKER, make_article, make_hostile, make_parliament
from web_samples import HOME, addresses, elements, open_site, token_in, words_of

from onrecord.errors import StoreError
from onrecord.recording import RecordStore, Refusal
from onrecord.recording.periods import period_of
from onrecord.records import (
    Article,
    Check,
    Condition,
    Content,
    Cue,
    Dispute,
    Entity,
    Event,
    EventMention,
    Mention,
    Part,
    Place,
    Record,
    Source,
    Span,
    Statement,
    Time,
)

TEXTS = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "handler": "' onmouseover='alert(1)' x='",
    "address": "javascript:alert(1)//",
    "data": "data:text/html,<script>alert(1)</script>",
    "closing": "</title></textarea></style></svg></template><svg onload=alert(1)>",
    "template": "{{ 7 * 191 }}{% include 'base.html' %}",
    "comment": "<!-- --><![CDATA[ ]]>&lt;b&gt;&#60;i&#62;",
    "reversed": "\u202egnp.exe\u2066 \u2069\u200f",
    "nothing": "a\x00b\x01c\x02d\x03e\x1b[31mf\x7f",
    "separators": "; a; b \u2028 \u2029 \r\n c",
    "address of another site": "//evil.example/\\..\\",
    "long": "Long <b>words & " * 3_200,
}
QUESTIONS = (
    "q",
    "speaker",
    "person",
    "party",
    "place",
    "publisher",
    "type",
    "act",
    "condition",
    "country",
    "from",
    "order",
    "region",
)


def make_all_hostile(text):
    """A record of every kind of thing, with this text wherever words can stand."""
    words = f"{text} if {text} then. Nobody knows."
    span = Span.of(words, 0, len(text))
    article = Article(
        make_article(words).id, words, text, text, f"{text}#all", text, (text,), "en", "2031-03-05", "given"
    )
    one = Entity("e1", text, "person", True, text, text[:3], text, mentions=(Mention(span, "name"),))
    other = Entity("e2", f"{text}!", "organization", mentions=(Mention(span, "name"),))
    time = Time("t1", span, "DATE", "2031-03-02")
    place = Place("p1", span, "literal", None, text, 1, text[:3], 1.5, 2.5, 0.9, region=text)
    statement = Statement(
        "s1",
        Source((span,), (one,)),
        Cue((span,), text, text),
        Content.of((span,)),
        "direct",
        0.9,
        (other,),
        time,
        place,
    )
    unsaid = Statement("s2", Source((span,)), Cue((span,), text, "say"), Content.of((span,)), "indirect", 0.3)
    event = Event(
        "v1", text, text, (text,), span, (EventMention(span, (span,), (span,)),), (one,), (span,), (other,), (span,),
        "2031-03-02", time, place, (), text, statement, 0.9,
    )  # fmt: skip
    condition = Condition("c1", text, one, other, Part((span,)), Part((span,)), span, statement, 0.9)
    dispute = Dispute("d1", text, text, (one, other), (statement, unsaid), (span,))
    checks = tuple(
        Check(f"k{n}", text[:50], level, text, (span,), (), text)
        for n, level in enumerate(("error", "warning", "note"), 1)
    )
    return Record(
        MAKER, article, (one, other), (statement, unsaid), (time,), (place,), events=(event,), conditions=(condition,),
        disputes=(dispute,), checks=checks,
    )  # fmt: skip


SHORT = {name: text for name, text in TEXTS.items() if name != "long"}


@pytest.fixture(scope="module", params=SHORT.values(), ids=SHORT.keys())
def site(request, tmp_path_factory):
    """A store in which one text stands everywhere, and a visitor of it."""
    text = request.param
    with RecordStore(tmp_path_factory.mktemp("hostile") / "news.db") as store:
        store.put(make_all_hostile(text), origin=text, steps={text: text})
        store.put(make_hostile(text or "x"))
        store.refuse(Refusal(text, text, text, text, text))
        with open_site(store) as visitor:
            yield text, store, visitor


def problems_of(page):
    """What of a page could run, or lead somewhere it should not."""
    found = []
    for tag, attributes in elements(page):
        found += [
            (tag, name)
            for name in attributes
            if name.startswith("on") or name == "style" or not re.fullmatch(r"[\w:-]+", name)
        ]
        if tag in ("img", "iframe", "object", "embed", "base", "template", "style", "math"):
            found.append((tag, ""))
        if tag == "script" and not (attributes.get("src") or "").startswith("/static/"):
            found.append((tag, str(attributes)[:80]))
        if tag == "meta" and "http-equiv" in attributes:
            found.append((tag, "http-equiv"))
        for name in ("href", "src", "action", "formaction", "xlink:href"):
            value = (attributes.get(name) or "").strip()
            is_icon = tag == "link" and value.startswith("data:image/svg+xml,")
            is_own = value.startswith(("/", "#")) and not value.startswith(("//", "/\\"))
            is_outside = value.startswith("https://www.wikidata.org/wiki/")
            if value and not (is_own or is_icon or is_outside):
                found.append((tag, name, value[:80]))
    return found


def visit(visitor, store):
    """The addresses of all pages, and of what they lead to."""
    yield from (
        "/",
        "/articles",
        "/search",
        "/search?least=0",
        "/timeline",
        "/map",
        "/who",
        "/refused",
        "/checks",
        "/checks?of=disputes",
    )
    for article in store.catalogue.articles():
        yield f"/articles/{article.id}"
        yield from (f"/articles/{article.id}/{key}" for key in store.catalogue.facts(article.id).anchors)
    for party in store.catalogue.parties():
        yield f"/who/{quote(party.key, safe='')}"
        yield f"/who?{urlencode({'name': party.name[:300]})}"


def test_pages_answer_and_nothing_in_them_runs(site):
    _, store, visitor = site
    for path in visit(visitor, store):
        answer = visitor.get(path)
        assert (path, answer.status_code) == (path, answer.status_code if answer.status_code in (200, 303) else 200)
        assert (path, problems_of(answer.text)) == (path, [])


def test_everyone_who_is_listed_has_a_page(site):
    _, _, visitor = site
    links = [a for a in addresses(visitor.get("/who").text) if a.startswith("/who/")]
    assert links
    assert {visitor.get(link).status_code for link in links} == {200}


@pytest.mark.parametrize("entry", ["a/b", "a?b#c", "<b>", "a b", "50%", "..", "Ü"])
def test_whatever_is_known_by_an_odd_entry_has_a_page(serve_fresh, fresh, entry):
    record = make_parliament()
    (first, *others), statements = record.entities, record.statements
    known = replace(first, entry=entry)
    said = tuple(replace(each, source=replace(each.source, entities=(known,))) for each in statements)
    fresh.put(replace(record, entities=(known, *others), statements=said))
    visitor = serve_fresh()
    (link,) = [a for a in addresses(visitor.get("/who?q=Ana").text) if a.startswith("/who/")]
    assert visitor.get(link).status_code == 200
    assert visitor.get("/who?name=Ana Duarte", follow_redirects=True).status_code == 200


def test_what_pages_lead_to_answers(site):
    _, store, visitor = site
    links = set()
    for path in (
        "/",
        "/search?least=0",
        "/timeline",
        "/map",
        "/checks",
        f"/articles/{store.catalogue.articles()[1].id}",
    ):
        links |= {
            a.partition("#")[0]
            for a in addresses(visitor.get(path).text)
            if a.startswith("/") and not a.startswith("/static")
        }
    wrong = {}
    for link in links - {"", "/read"}:
        try:
            answer = visitor.get(link)
        except InvalidURL:  # the address that it leads on to is as long as the words
            continue
        if answer.status_code >= 400:
            wrong[link] = answer.status_code
    assert wrong == {}


def test_files_answer(site):
    _, store, visitor = site
    id_ = store.catalogue.articles()[1].id
    for path in ("/search.csv", "/search.json", "/timeline.svg", "/timeline.csv", "/map.svg", "/map.csv"):
        assert (path, visitor.get(f"{path}?least=0").status_code) == (path, 200)
    for format_ in ("json", "md", "html"):
        assert visitor.get(f"/articles/{id_}/record.{format_}").status_code == 200


def test_drawings_are_xml_in_which_nothing_runs(site):
    import xml.etree.ElementTree as ET

    _, _, visitor = site
    for path in ("/timeline.svg", "/map.svg"):
        for each in ET.fromstring(visitor.get(path).text).iter():
            assert each.tag.rpartition("}")[2] not in ("script", "foreignObject", "image", "use", "a")
            assert [name for name in each.attrib if name.lower().startswith("on") or "href" in name] == []


def test_api_answers_with_what_is_there(site):
    text, store, visitor = site
    id_ = store.catalogue.articles()[1].id
    assert visitor.get(f"/api/articles/{id_}?offsets=utf-16").json()["article"]["text"].startswith(text)
    for path in (
        "/api/articles",
        "/api/search",
        "/api/facets",
        "/api/timeline",
        "/api/map",
        "/api/who",
        "/api/refused",
        "/api/stats",
    ):
        assert (path, visitor.get(path).status_code) == (path, 200)


def test_heads_of_answers_hold_nothing_of_it(site):
    _, store, visitor = site
    for path in visit(visitor, store):
        for name, value in visitor.get(path).headers.items():
            if name != "location":
                assert (path, "alert" in value, "\n" in value) == (path, False, False)


def test_marks_that_reverse_what_is_read_stay_within_the_article(tmp_path):
    with RecordStore(tmp_path / "news.db") as store:
        store.put(make_all_hostile(TEXTS["reversed"]))
        with open_site(store) as visitor:
            wrong = []
            for path in ("/", "/articles", "/search", "/who", "/map", "/checks"):
                page = visitor.get(path).text
                wrong += [(path, page[max(0, at - 60) : at + 20]) for at in [page.find("\u202e")] if at >= 0]
    assert wrong == []


def test_lists_do_not_repeat_very_long_words(tmp_path):
    with RecordStore(tmp_path / "news.db") as store:
        store.put(make_all_hostile(TEXTS["long"]))
        with open_site(store) as visitor:
            sizes = {
                path: len(visitor.get(path).text)
                for path in ("/", "/articles", "/search", "/timeline", "/map", "/who", "/checks")
            }
    assert {path: size for path, size in sizes.items() if size > 400_000} == {}


def test_date_of_very_many_parts_is_none():
    assert period_of("2031/" * 3_000) is None


def test_half_a_character_is_refused_by_the_store(tmp_path):
    with RecordStore(tmp_path / "news.db") as store:
        with pytest.raises((StoreError, UnicodeError)):
            store.put(make_all_hostile("half a \ud83c character"))
        assert store.stats().counts["articles"] == 0


# Questions


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize(
    "text", [*TEXTS.values(), "\ud800", '"', "*", '"*"', "(", "NEAR(a b)", "a OR b", "-", "\\", "%", "_", "^"]
)
def test_question_is_answered_or_refused_and_nothing_in_it_runs(client, name, text):
    asked = quote(text.encode("utf-8", "surrogatepass")[:5_000], safe="")
    answer = client.get(f"{'/map' if name == 'region' else '/search'}?{name}={asked}")
    assert answer.status_code in (200, 400)
    assert problems_of(answer.text) == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_words_that_are_looked_for_stand_in_the_box_as_they_are(client, text):
    page = client.get("/search", params={"q": text[:200]}).text
    box = next(a for tag, a in elements(page) if tag == "input" and a.get("id") == "seek")
    assert box["value"].split() == text[:200].strip().replace("\x00", "\x00").split()


@pytest.mark.parametrize("text", [text for text in TEXTS.values() if len(text) < 200])
@pytest.mark.parametrize(
    "path", ["/articles/{}", "/who/{}", "/look/{}", "/{}", "/articles/{}/s1", "/static/{}", "/search.{}", "/api/who/{}"]
)
def test_name_in_a_path_is_only_told(client, path, text):
    answer = client.get(path.format(quote(text, safe="")))
    if answer.status_code == 307:  # to the same without its last stroke
        assert answer.headers["location"].startswith(f"{HOME}/")
        return
    assert 400 <= answer.status_code < 500
    if answer.headers["content-type"].startswith("text/html"):
        assert problems_of(answer.text) == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_what_is_handed_in_is_only_shown(serve_fresh, text):
    visitor = serve_fresh()
    token = token_in(visitor.get("/").text)
    refused = visitor.post(
        "/read", data={"token": token, "url": text[:2000] or "x", "headline": text, "published": text, "text": text}
    )
    assert refused.status_code == 422
    assert problems_of(refused.text) == []
    shown = visitor.post(
        "/read", data={"token": token, "headline": text, "text": f"Ana Duarte said that {text} is so."}
    )
    if shown.status_code == 303:
        page = visitor.get(shown.headers["location"])
        assert (page.status_code, problems_of(page.text)) == (200, [])


def test_file_name_is_only_a_name(serve_fresh, fresh):
    visitor = serve_fresh()
    token = token_in(visitor.get("/").text)
    name = "../../<script>alert(1)</script>\r\nSet-Cookie: a=b.txt"
    answer = visitor.post(
        "/read",
        data={"token": token, "keep": "1"},
        files={"file": (name, b"Ana Duarte said that it is so and no other.", "text/plain")},
    )
    assert answer.status_code in (303, 400, 422)
    assert "alert" not in str(answer.headers)


def test_token_of_a_form_that_is_hostile_is_refused(client):
    for shown in (*TEXTS.values(), "ä", "\U0010ffff"):
        client.get("/")
        assert client.post("/read", data={"token": shown[:1000], "text": "x"}).status_code == 403


def test_words_of_a_problem_are_words(client):
    page = client.get(f"/articles/{quote(TEXTS['script'], safe='')}").text
    assert "<script>alert" in words_of(page) or "alert(1)" not in page
