"""Stores with sample records behind the web application, and browsers for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # the samples of tests/showing, when only this folder is run

from web_samples import FakeDesk, fill, open_site

from onrecord.recording import RecordStore
from onrecord.showing.web.settings import Settings


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A store with sample records; nobody changes it."""
    with RecordStore(tmp_path_factory.mktemp("web") / "news.db") as store:
        fill(store)
        yield store


@pytest.fixture(scope="module")
def client(filled):
    """A visitor of that store."""
    with open_site(filled) as visitor:
        yield visitor


@pytest.fixture
def fresh(tmp_path):
    """An empty store that a test may change."""
    with RecordStore(tmp_path / "fresh.db") as store:
        yield store


@pytest.fixture
def serve_fresh(fresh):
    """Opens the empty store with other settings or another desk; see `open_site`."""
    opened = []

    def serve(desk=None, **settings):
        opened.append(open_site(fresh, desk or FakeDesk(), Settings(**settings)))
        return opened[-1].__enter__()

    yield serve
    for visitor in opened:
        visitor.__exit__(None, None, None)
