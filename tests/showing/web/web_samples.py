"""What the tests of the web application share: a store's content, a desk without models, what a page holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from check_samples import make_checked
from event_samples import make_strait
from fastapi.testclient import TestClient
from light_reader import make_light_reader
from page_samples import make_harbour
from recording_samples import ROAD, road, talks, threat
from row_samples import make_ferry

from onrecord.batch.workers import read_rows
from onrecord.errors import OnrecordError
from onrecord.reading import make_article
from onrecord.recording import RecordRows, Refusal
from onrecord.records import Check
from onrecord.showing.web.app import make_app
from onrecord.showing.web.desk import DeskBusyError, Problem
from onrecord.showing.web.settings import Settings

HOME = "http://localhost"
OLD_ROAD = f"{ROAD}\nThis is how it was told first."
DISTANT = Problem("forbidden-address", "this address is inside a private network", "give one of the public web")
CHECKS = (
    Check("k1", "name-changed", "warning", "this name is written in two ways", (), (), "the article’s own words"),
    Check("k2", "sum-wrong", "error", "these numbers do not add up", (), (), None),
)


class FakeDesk:
    """A desk that reads in this process, with patterns; it is busy where it is told to be."""

    def __init__(self):
        self.looks = {}
        self.is_busy = False
        self.is_open = False
        self.handed = []
        self._reader = make_light_reader()

    def open(self):
        self.is_open = True

    def close(self):
        self.is_open = False

    def read(self, handed):
        if self.is_busy:
            raise DeskBusyError
        self.handed.append(handed)
        if handed.url:
            return [DISTANT]
        text = handed.file[1].decode("utf-8", "replace") if handed.file else handed.text
        if "breaks the desk" in text:
            raise RuntimeError(text)
        try:
            article = make_article(text, title=handed.title or None, published=handed.published or None)
        except (OnrecordError, ValueError) as error:
            return [Problem(getattr(error, "reason", "invalid"), str(error), "")]
        rows = read_rows(self._reader, article)
        return [rows if isinstance(rows, RecordRows) else Problem("step-failed", str(rows), "")]

    def keep_look(self, rows):
        name = f"look-{len(self.looks)}"
        self.looks[name] = rows
        return name

    def look(self, name):
        return self.looks.get(name)


def fill(store):
    """Put in the samples: one article in two revisions, one with checks, two that could not be read."""
    for record in (road(), talks(), threat()):
        store.put(record, steps={"read_lightly": "1"})
    for record in (make_harbour(), make_ferry(), make_strait(), make_checked(*CHECKS)):
        store.put(record)
    store.refuse(Refusal("press.jsonl", "press.jsonl:7", "too-short", "this is too short", "give the whole article"))


def open_site(store, desk=None, settings=None, **options):
    """A visitor of a store; errors of the application are answers, as they are for a browser."""
    app = make_app(store, desk or FakeDesk(), settings or Settings())
    options = {"base_url": HOME, "raise_server_exceptions": False, "follow_redirects": False, **options}
    return TestClient(app, **options)


class _Elements(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def elements(page):
    """The elements of a page with their attributes, as a browser finds them."""
    parser = _Elements()
    parser.feed(page)
    parser.close()
    return parser.found


def addresses(page):
    """Where a page's links, forms and files lead."""
    return [
        value
        for _, attributes in elements(page)
        for name, value in attributes.items()
        if name in ("href", "src", "action", "data", "poster", "srcset", "formaction") and value
    ]


def words_of(page):
    """The words that a page shows, without its elements."""
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.S)
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())


def token_in(page):
    """The token of a page's form."""
    return next(a["value"] for tag, a in elements(page) if tag == "input" and a.get("name") == "token")


def hand_in(visitor, **fields):
    """Send the form of the first page, as a browser does."""
    token = token_in(visitor.get("/").text)
    files = {"file": fields.pop("file")} if "file" in fields else None
    return visitor.post("/read", data={"token": token, **fields}, files=files)
