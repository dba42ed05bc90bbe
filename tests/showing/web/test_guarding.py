"""What a request must pass before it is answered, and what every answer carries."""

from __future__ import annotations

import asyncio
import http.server
import json
import logging
import threading

import pytest
from recording_samples import ROAD, road
from web_samples import FakeDesk, addresses, elements, hand_in, token_in, words_of

from onrecord.showing.web import desk as desks
from onrecord.showing.web import guarding
from onrecord.showing.web.app import make_app
from onrecord.showing.web.desk import Handed, Problem
from onrecord.showing.web.limits import RateLimit
from onrecord.showing.web.settings import Settings, is_loopback

TOKEN = "a-token-of-the-harbour-master"
ALL_KINDS = [
    "/",
    "/nowhere",
    "/api/stats",
    "/api/nowhere",
    "/static/site.css",
    "/static/none.css",
    "/search.csv",
    "/search?page=0",
]
CARRIED = {
    "content-security-policy",
    "x-content-type-options",
    "x-frame-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
    "cache-control",
}


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def visitor(serve_fresh):
    return serve_fresh()


@pytest.fixture
def guest(serve_fresh):
    """A visitor of a site that needs a token."""
    return serve_fresh(token=TOKEN)


def enter(guest, shown=TOKEN):
    form = guest.get("/enter").text
    return guest.post("/enter", data={"token": token_in(form), "shown": shown})


# Hosts


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8000", "LocalHost"]
)
def test_own_names_are_answered(visitor, host):
    assert visitor.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "rebound.example",
        "localhost.rebound.example",
        "127.0.0.1.rebound.example",
        "127.0.0.1:80@rebound.example",
        "rebound.example:8000",
        "localhost@rebound.example",
        "0.0.0.0",
        "",
        "[::1",
        "[",
        "localhost, rebound.example",
    ],
)
@pytest.mark.parametrize("path", ["/", "/api/stats", "/static/site.css", "/enter"])
def test_name_that_was_made_to_mean_this_machine_is_refused(visitor, host, path):
    assert visitor.get(path, headers={"host": host}).status_code == 421


def test_any_name_is_answered_where_a_token_is_needed(guest):
    answer = guest.get("/api/stats", headers={"host": "store.example", "authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("host", "is_own"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("", False)]
)
def test_only_the_loopback_address_needs_no_token(host, is_own):
    assert is_loopback(host) == is_own


# Tokens


@pytest.mark.parametrize(
    "path", ["/", "/articles", "/search", "/search.csv", "/api", "/api/stats", "/api/openapi.json", "/look/x"]
)
def test_nothing_is_shown_without_the_token(guest, path):
    assert guest.get(path).status_code == 401


def test_page_that_needs_the_token_leads_to_where_it_is_given(guest):
    answer = guest.get("/")
    assert "/enter" in (answer.headers.get("location", ""), *addresses(answer.text))


def test_page_for_the_token_and_its_styles_are_shown(guest):
    form = guest.get("/enter")
    styles = [address for address in addresses(form.text) if address.startswith("/static/")]
    assert {form.status_code, *(guest.get(address).status_code for address in styles)} == {200}


def test_page_for_the_token_tells_nothing_of_the_store(guest, fresh):
    fresh.put(road())
    page = guest.get("/enter").text + guest.get("/").text
    assert (fresh.name in page, "Road closed" in page) == (False, False)


def test_right_token_lets_in(guest):
    assert enter(guest).headers["location"] == "/"
    assert guest.get("/").status_code == 200


@pytest.mark.parametrize("shown", ["", "wrong", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "ä" * 20, "\x00"])
def test_wrong_token_lets_nobody_in(guest, shown):
    assert enter(guest, shown).status_code in (401, 422)
    assert guest.get("/").status_code == 401


def test_visit_is_remembered_by_a_cookie_that_scripts_and_other_sites_do_not_get(guest):
    told = next(each for each in enter(guest).headers.get_list("set-cookie") if each.startswith(guarding.VISIT))
    parts = {part.strip().lower() for part in told.split(";")}
    assert {"httponly", "samesite=strict", "path=/"} <= parts


def test_cookie_does_not_hold_the_token(guest):
    assert TOKEN not in "".join(enter(guest).headers.get_list("set-cookie"))


def test_cookie_of_another_token_does_not_let_in(guest):
    guest.cookies.set(guarding.VISIT, guarding.visit_of("another-token-of-somebody"))
    assert guest.get("/").status_code == 401


def test_token_itself_as_the_cookie_does_not_let_in(guest):
    guest.cookies.set(guarding.VISIT, TOKEN)
    assert guest.get("/").status_code == 401


@pytest.mark.parametrize("scheme", ["Bearer", "bearer"])
def test_token_in_the_head_lets_programs_in(guest, scheme):
    assert guest.get("/api/stats", headers={"authorization": f"{scheme} {TOKEN}"}).status_code == 200


@pytest.mark.parametrize("head", ["Bearer", "Bearer wrong", f"Basic {TOKEN}", TOKEN, "Bearer é", ""])
def test_wrong_head_lets_no_program_in(guest, head):
    assert guest.get("/api/stats", headers={"authorization": head.encode("latin-1")}).status_code == 401


def test_token_in_the_address_does_not_let_in(guest):
    assert guest.get(f"/api/stats?token={TOKEN}").status_code == 401


def test_page_for_the_token_leads_on_where_none_is_needed(visitor):
    assert visitor.get("/enter").headers["location"] == "/"


@pytest.mark.parametrize(
    "path", ["/static/../api/stats", "/static/%2e%2e/api/stats", "/enter/../api/stats", "//static/", "/enterprise"]
)
def test_what_is_open_to_all_leads_to_nothing_else(guest, path):
    assert guest.get(path).status_code in (401, 404)


# Forms


def test_form_without_its_token_is_refused(visitor, fresh):
    visitor.get("/")
    answer = visitor.post("/read", data={"text": ROAD, "keep": "1"})
    assert (answer.status_code, fresh.stats().counts["articles"]) == (403, 0)


def test_form_without_its_cookie_is_refused(visitor):
    token = token_in(visitor.get("/").text)
    visitor.cookies.clear()
    assert visitor.post("/read", data={"token": token, "text": ROAD}).status_code == 403


def test_form_with_the_cookie_of_another_visitor_is_refused(visitor):
    token = token_in(visitor.get("/").text)
    visitor.cookies.clear()
    visitor.get("/")
    assert visitor.post("/read", data={"token": token, "text": ROAD}).status_code == 403


def test_form_with_a_cookie_that_somebody_else_has_chosen_is_refused(visitor):
    visitor.cookies.set(guarding.FORM, "chosen")
    assert visitor.post("/read", data={"token": "chosen", "text": ROAD}).status_code == 403


def test_form_of_before_a_restart_is_told_to_be_loaded_again(serve_fresh):
    before, after = serve_fresh(), serve_fresh()
    token = token_in(before.get("/").text)
    for name, value in before.cookies.items():
        after.cookies.set(name, value)
    answer = after.post("/read", data={"token": token, "text": ROAD})
    assert answer.status_code == 403
    assert "load the page again" in answer.text


def test_look_is_kept_only_with_the_forms_token(visitor, fresh):
    place = hand_in(visitor, text=ROAD).headers["location"]
    assert visitor.post(f"{place}/keep").status_code == 403
    assert fresh.stats().counts["articles"] == 0


def test_cookie_of_a_form_is_not_for_scripts_and_other_sites(visitor):
    told = visitor.get("/").headers["set-cookie"]
    assert {"httponly", "samesite=strict"} <= {part.strip().lower() for part in told.split(";")}


def test_cookies_that_other_programs_have_left_on_this_machine_do_no_harm(visitor):
    """Browsers keep one jar for all ports of localhost, and what others put into it is not always well made."""
    page = visitor.get("/")
    cookie = page.headers["set-cookie"].partition(";")[0]
    visitor.cookies.clear()
    answer = visitor.post(
        "/read",
        data={"token": token_in(page.text), "text": ROAD},
        headers={"cookie": f'settings={{"wide": true, "at": [1, 2]}}; {cookie}; odd[1]=2'},
    )
    assert answer.status_code == 303


@pytest.mark.parametrize(
    "heads",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://rebound.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9"},
        {"origin": "http://["},
    ],
)
@pytest.mark.parametrize("path", ["/read", "/api/read", "/look/x/keep"])
def test_request_of_another_site_is_refused(visitor, fresh, heads, path):
    answer = visitor.post(path, json={"text": ROAD, "keep": True}, headers=heads)
    assert (answer.status_code, fresh.stats().counts["articles"]) == (403, 0)
    assert "another site" in answer.text


@pytest.mark.parametrize(
    "heads", [{"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}, {"origin": "http://localhost"}, {}]
)
def test_request_of_this_site_or_of_a_program_is_answered(visitor, heads):
    assert visitor.post("/api/read", json={"text": ROAD}, headers=heads).status_code == 200


def test_links_from_other_sites_are_answered(visitor):
    assert visitor.get("/search?q=road", headers={"sec-fetch-site": "cross-site"}).status_code == 200


# Sizes


def test_body_that_says_it_is_too_large_is_refused(serve_fresh):
    answer = serve_fresh(most_bytes=1_000).post("/api/read", json={"text": "x" * 2_000})
    assert answer.status_code == 413
    assert "0.001 MB" in answer.json()["error"]["remedy"]


@pytest.mark.parametrize(
    ("path", "kind"), [("/api/read", "application/json"), ("/read", "application/x-www-form-urlencoded")]
)
def test_body_that_goes_on_beyond_the_limit_without_saying_so_is_refused(serve_fresh, fresh, path, kind):
    def pieces():
        for _ in range(100):
            yield b"x" * 100

    answer = serve_fresh(most_bytes=1_000).post(path, content=pieces(), headers={"content-type": kind})
    assert answer.status_code == 413
    assert CARRIED - set(answer.headers) == set()


def test_reading_of_a_body_stops_at_the_limit(fresh):
    """No more is taken in than the limit, however much is sent."""
    app, taken = make_app(fresh, FakeDesk(), Settings(most_bytes=1_000)), []

    async def receive():
        taken.append(100)
        return {"type": "http.request", "body": b"x" * 100, "more_body": len(taken) < 1_000}

    async def send(message):
        pass

    heads = [(b"host", b"localhost"), (b"content-type", b"application/json")]
    scope = {
        "type": "http", "method": "POST", "path": "/api/read", "raw_path": b"/api/read", "query_string": b"",
        "headers": heads, "client": ("127.0.0.1", 1), "server": ("localhost", 80), "scheme": "http",
        "http_version": "1.1", "root_path": "",
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    assert sum(taken) <= 1_200


@pytest.mark.parametrize("length", ["9" * 30, "9" * 5_000, "-1", "x", "1_0"])
def test_length_that_is_none_crashes_nothing(visitor, length):
    assert visitor.post("/api/read", content=b"{}", headers={"content-length": length}).status_code in (400, 413, 422)


# Rates


def test_bucket_gives_as_many_as_it_holds_and_no_more():
    limit = RateLimit(3, 0.5, Clock())
    assert [limit.wait_for("ana") for _ in range(5)] == [0.0, 0.0, 0.0, 2.0, 2.0]


def test_bucket_fills_again_with_time_up_to_what_it_holds():
    clock = Clock()
    limit = RateLimit(2, 0.5, clock)
    for _ in range(2):
        limit.wait_for("ana")
    clock.now += 1
    assert limit.wait_for("ana") == 1.0
    clock.now += 1_000
    assert [limit.wait_for("ana") for _ in range(3)] == [0.0, 0.0, 2.0]


def test_every_visitor_has_a_bucket():
    limit = RateLimit(1, 0.5, Clock())
    assert [limit.wait_for(name) for name in ("ana", "ines", "ana")] == [0.0, 0.0, 2.0]


def test_buckets_are_not_kept_without_end(monkeypatch):
    monkeypatch.setattr("onrecord.showing.web.limits._MOST_VISITORS", 3)
    limit = RateLimit(1, 0.5, Clock())
    for name in "abcd":
        limit.wait_for(name)
    assert len(limit._buckets) == 3
    assert limit.wait_for("d") > 0


def slow(visitor, name):
    """Let one bucket of a site hold two."""
    clock = Clock()
    setattr(visitor.app, name, RateLimit(2, 0.5, clock))
    return clock


@pytest.mark.parametrize(
    ("bucket", "method", "path"),
    [
        ("_pages", "GET", "/"),
        ("_pages", "GET", "/api/stats"),
        ("_readings", "POST", "/api/read"),
        ("_readings", "POST", "/read"),
        ("_tries", "POST", "/enter"),
    ],
)
def test_too_many_requests_are_told_when_to_come_again(visitor, bucket, method, path):
    slow(visitor, bucket)
    answers = [visitor.request(method, path) for _ in range(3)]
    assert 429 not in {answer.status_code for answer in answers[:2]}
    assert (answers[2].status_code, answers[2].headers["retry-after"]) == (429, "3")
    assert CARRIED - set(answers[2].headers) == set()


def test_visitor_who_has_waited_is_answered(visitor):
    clock = slow(visitor, "_pages")
    for _ in range(3):
        answer = visitor.get("/")
    clock.now += int(answer.headers["retry-after"])
    assert visitor.get("/").status_code == 200


def test_guessing_of_tokens_in_the_head_is_limited_as_that_in_the_form(guest):
    slow(guest, "_tries")
    answers = [guest.get("/api/stats", headers={"authorization": f"Bearer guess {n}"}).status_code for n in range(4)]
    assert answers[-1] == 429


def test_reading_is_limited_for_forms_and_programs_together(visitor):
    slow(visitor, "_readings")
    token = token_in(visitor.get("/").text)
    visitor.post("/read", data={"token": token, "text": ROAD})
    visitor.post("/api/read", json={"text": ROAD})
    assert visitor.post("/read", data={"token": token, "text": ROAD}).status_code == 429


# What every answer carries


@pytest.mark.parametrize("path", ALL_KINDS)
def test_every_answer_carries_the_policies(visitor, path):
    answer = visitor.get(path)
    assert CARRIED - set(answer.headers) == set()
    assert (answer.headers["x-content-type-options"], answer.headers["x-frame-options"]) == ("nosniff", "DENY")


@pytest.mark.parametrize(
    ("method", "path", "heads", "status"),
    [
        ("GET", "/", {"host": "rebound.example"}, 421),
        ("POST", "/read", {"origin": "https://rebound.example"}, 403),
        ("DELETE", "/articles", {}, 405),
        ("POST", "/api/read", {"content-type": "text/plain"}, 422),
        ("OPTIONS", "/api/read", {"origin": "https://rebound.example"}, 405),
        ("GET", "/articles/", {}, 307),
    ],
)
def test_every_refusal_carries_the_policies(visitor, method, path, heads, status):
    answer = visitor.request(method, path, headers=heads)
    assert answer.status_code == status
    assert CARRIED - set(answer.headers) == set()


def test_crash_carries_the_policies(serve_fresh):
    answer = serve_fresh().post("/api/read", json={"text": "breaks the desk"})
    assert answer.status_code == 500
    assert CARRIED - set(answer.headers) == set()


def test_each_policy_stands_once(visitor):
    heads = [name for path in ("/", "/static/site.css") for name in set(visitor.get(path).headers) for _ in range(1)]
    assert heads
    for path in ("/", "/static/site.css", "/nowhere"):
        names = [name.decode() for name, _ in visitor.get(path).headers.raw]
        assert sorted({name for name in names if names.count(name) > 1}) == []


def test_policy_lets_nothing_in_from_elsewhere_and_nothing_inline(visitor):
    told = visitor.get("/").headers["content-security-policy"]
    policy = {name: set(values) for name, *values in (part.split() for part in told.split(";"))}
    assert policy["default-src"] == {"'none'"}
    for name in ("script-src", "style-src", "connect-src", "form-action"):
        assert (name, policy[name]) == (name, {"'self'"})
    assert {"'unsafe-inline'", "'unsafe-eval'", "*"} & set().union(*policy.values()) == set()


def test_other_sites_are_not_let_into_the_api(visitor):
    answer = visitor.get("/api/stats", headers={"origin": "https://rebound.example"})
    assert [name for name in answer.headers if name.startswith("access-control")] == []


def test_pages_are_kept_by_no_proxy(visitor):
    assert "public" not in visitor.get("/").headers["cache-control"]


def test_files_that_do_not_change_are_kept_for_ever(visitor):
    address = next(a for a in addresses(visitor.get("/").text) if a.endswith(".css") or ".css?" in a)
    assert "immutable" in visitor.get(address).headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/static/..%2fapp.py",
        "/static/..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/static/fonts",
        "/static/fonts/../../app.py",
        "/static/%2Fetc%2Fpasswd",
        "/static/\\..\\app.py",
        "/static/page.html",
    ],
)
def test_only_the_sites_own_files_are_served(visitor, path):
    assert visitor.get(path).status_code == 404


# Errors


@pytest.mark.parametrize(
    ("asked", "status", "reason"),
    [
        (("GET", "/api/nowhere", {}), 404, "not-found"),
        (("GET", "/api/articles/none", {}), 404, "not-found"),
        (("GET", "/api/who/none", {}), 404, "not-found"),
        (("DELETE", "/api/stats", {}), 405, "wrong-method"),
        (("GET", "/api/articles?limit=x", {}), 422, "invalid"),
        (("GET", "/api/search?nonsense=1", {}), 422, "invalid"),
        (("GET", "/api/search?cursor=x!", {}), 400, "not-understood"),
        (("GET", "/api/search?from=soon", {}), 400, "not-understood"),
        (("POST", "/api/read", {"content": b"{", "headers": {"content-type": "application/json"}}), 422, "invalid"),
        (("POST", "/api/read", {"json": {}}), 422, "invalid"),
        (("POST", "/api/read", {"json": {"url": "http://10.0.0.1/"}}), 422, "forbidden-address"),
        (("POST", "/api/read", {"json": {"text": "breaks the desk"}}), 500, "failed"),
        (("GET", "/api/stats", {"headers": {"host": "rebound.example"}}), 421, "wrong-host"),
        (("POST", "/api/read", {"headers": {"origin": "https://rebound.example"}}), 403, "forbidden"),
    ],
)
def test_errors_have_one_shape_in_the_api(visitor, asked, status, reason):
    method, path, options = asked
    answer = visitor.request(method, path, **options)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/json")
    error = answer.json()["error"]
    assert (set(answer.json()), set(error)) == ({"error"}, {"reason", "message", "remedy"})
    assert error["reason"].startswith(reason)
    assert error["message"]


@pytest.mark.parametrize("path", ["/nowhere", "/articles/none", "/search.xml", "/articles?before=x", "/map?page=0"])
def test_errors_elsewhere_are_pages(visitor, path):
    answer = visitor.get(path)
    assert answer.status_code >= 400
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "h1" in {tag for tag, _ in elements(answer.text)}


def test_crash_is_told_as_our_fault_and_says_no_more(serve_fresh):
    answer = hand_in(serve_fresh(), text="breaks the desk with a secret")
    assert answer.status_code == 500
    assert "our fault" in words_of(answer.text)
    assert "Traceback" not in answer.text
    assert "secret" not in answer.text


# Secrets


def test_secrets_are_never_in_logs_or_addresses(guest, caplog):
    caplog.set_level(logging.DEBUG)
    answers = [enter(guest, "wrong-token-of-somebody"), enter(guest), guest.get("/"), guest.get("/search?q=road")]
    hand_in(guest, text=f"{ROAD} breaks the desk with the words of a source")
    told = caplog.text.replace("testclient", "")
    assert (TOKEN in told, "wrong-token" in told, guarding.visit_of(TOKEN) in told) == (False, False, False)
    assert [TOKEN in answer.headers.get("location", "") + answer.text for answer in answers] == [False] * 4


def test_words_that_are_handed_in_are_in_no_log_when_reading_fails(visitor, caplog):
    caplog.set_level(logging.DEBUG, logger="onrecord")
    visitor.post("/api/read", json={"text": "breaks the desk: the words of a source"})
    assert "failed" in caplog.text
    assert "the words of a source" not in caplog.text


def test_settings_do_not_show_the_secret_when_they_are_printed():
    settings = Settings(token=TOKEN, secret=b"the secret of the forms")
    assert "secret of the forms" not in repr(settings)
    assert TOKEN not in repr(settings)


def test_every_process_signs_with_another_secret():
    assert Settings().secret != Settings().secret


# What is fetched


@pytest.fixture
def inside():
    """A server on this machine, and what it was asked."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(ROAD.encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1], asked
    server.shutdown()
    thread.join()
    server.server_close()


def read_here(**handed):
    """What the desk makes of it, without its process."""
    from light_reader import make_light_reader

    return desks._read(make_light_reader(), Handed(**handed), None, allow_private=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433"])
def test_address_on_this_machine_is_refused_and_not_asked(inside, host):
    port, asked = inside
    (problem,) = read_here(url=f"http://{host}:{port}/secret")
    assert isinstance(problem, Problem)
    assert asked == []


@pytest.mark.parametrize("host", ["10.0.0.1", "192.168.1.1", "169.254.169.254", "[fd00::1]"])
def test_address_inside_a_private_network_is_refused(host):
    (problem,) = read_here(url=f"http://{host}/latest/meta-data")
    assert (problem.reason, bool(problem.remedy)) == ("forbidden-address", True)


@pytest.mark.parametrize("form", ["{}", "file://{}", "FILE:{}", " {}", "-", "../../../../../../../../../../{}"])
def test_file_of_this_machine_is_never_read_by_its_address(tmp_path, form):
    """The address of a page is what a visitor may name, and no path of the machine that serves."""
    path = tmp_path / "secret.txt"
    path.write_text(ROAD, "utf-8")
    read = read_here(url=form.format(path))
    assert [type(each) for each in read] == [Problem]


def test_date_that_is_none_is_told(visitor):
    (problem,) = read_here(text=ROAD, published="yesterday")
    assert "yesterday" in json.dumps([problem.message, problem.remedy]) or problem.remedy
