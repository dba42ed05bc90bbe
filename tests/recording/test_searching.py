"""Finding by words and by every field, the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import pytest
from recording_samples import many, read, road, talks, threat

from onrecord.errors import StoreError


@pytest.fixture
def full(store):
    for record in (road(publisher="The River Post"), talks(publisher="Daily 100% Mail"), threat()):
        store.put(record)
    return store


def told(findings):
    return [(finding.kind, finding.key, finding.article.url or finding.article.id) for finding in findings]


def marked(finding):
    return [finding.text[start:end] for start, end in finding.matches]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        pytest.param({"words": "drone attack"}, {"s1", "s2"}, id="all words, in any form"),
        pytest.param({"words": '"drone attack"'}, {"s1"}, id="words next to each other"),
        pytest.param({"words": "DRONES"}, {"s1", "s2"}, id="capitals and plurals do not matter"),
        pytest.param({"words": "harb*"}, {"s1"}, id="the beginning of a word"),
        pytest.param({"words": "duarte road"}, {"s1", "s2"}, id="names count as words, too"),
        pytest.param({"words": "water", "kind": "event"}, set(), id="an event is told by its own sentence"),
        pytest.param({"kind": "event"}, {"v1"}, id="events"),
        pytest.param({"kind": "condition"}, {"c1"}, id="conditions"),
        pytest.param({"condition": "threat"}, {"c1"}, id="a kind of conditions"),
        pytest.param({"words": "dam bridge"}, {"c1"}, id="a condition by its words"),
        pytest.param({"speaker": "duarte", "act": "deny"}, {"s1"}, id="speaker and act"),
        pytest.param({"speaker": "Ana Varga"}, set(), id="all of a name"),
        pytest.param({"act": "deny"}, {"s1"}, id="act"),
        pytest.param({"type": "ASSAULT"}, {"v1"}, id="type"),
        pytest.param({"type": "assault", "mode": "aerial"}, {"v1"}, id="type and mode, small"),
        pytest.param({"context": "military", "type": "CONSULT"}, {"v1"}, id="context"),
        pytest.param({"status": "planned"}, set(), id="status"),
        pytest.param({"actor": "Rebels"}, {"v1"}, id="actor"),
        pytest.param({"recipient": "korda"}, {"v1"}, id="recipient"),
        pytest.param({"person": "lindahl"}, {"s1", "v1"}, id="anyone"),
        pytest.param({"place": "Maravia"}, {"v1"}, id="place"),
        pytest.param({"place": "the north"}, {"v1"}, id="region"),
        pytest.param({"place": "Morocco", "actor": "rebels"}, {"v1"}, id="country by its name"),
        pytest.param({"country": "MAR", "words": "attacked"}, {"v1"}, id="country by its code"),
        pytest.param({"quotation": "direct"}, set(), id="quotation"),
        pytest.param({"publisher": "river"}, {"s1", "s2", "v1"}, id="publisher"),
        pytest.param({"publisher": "100%"}, {"s1", "s2", "v1"}, id="a sign that means anything to SQL"),
        pytest.param({"words": "road", "since": "2031-03-05", "until": "2031-03-05"}, {"s1"}, id="one day"),
        pytest.param({"words": "road", "since": "2031-04", "until": "2031-04"}, {"s2"}, id="one month"),
        pytest.param({"kind": "event", "until": "2031-03-02"}, {"v1"}, id="an event's own day"),
        pytest.param({"kind": "event", "since": "2031-03-03", "until": "2031-04-10"}, set(), id="between two events"),
        pytest.param({"kind": "condition", "since": "2030"}, {"c1"}, id="an open end"),
        pytest.param({"since": "2032"}, set(), id="nothing so late"),
        pytest.param({"words": "road", "since": "1990", "until": "2040"}, {"s1", "s2"}, id="a long time"),
        pytest.param({"kind": "condition", "least": 0.85}, set(), id="confidence"),
    ],
)
def test_what_is_asked_for_is_found(full, query, keys):
    assert {finding.key for finding in full.find(**query)} == keys


def test_matches_are_marked_where_they_stand(full):
    assert {key: words for f in full.find("drone attack") for key, words in [(f.key, marked(f))]} == {
        "s1": ["drone", "attack"],
        "s2": ["attacks", "drones"],
    }


def test_what_the_words_fill_comes_before_what_they_are_lost_in(store):
    for n, rest in enumerate((" and much else that had nothing to do with it at all, or so the man thought", "")):
        store.put(
            read(
                f"Ana Duarte said the lamp was broken{rest}. It was a long evening in town.",
                url=f"http://x.example/{n}",
            )
        )
    assert [f.article.url[-1] for f in store.find("lamp")] == ["1", "0"]


def test_without_words_the_newest_come_first(full):
    assert [f.date for f in full.find(kind="event")] == ["2031-04-11", "2031-03-02"]


def test_no_more_are_given_than_asked_for_and_all_are_counted(full):
    found = full.find("road", limit=1)
    assert (len(found), found.total, found.is_counted) == (1, 2, True)


def test_accents_do_not_matter(store):
    store.put(
        read("Ana Duarte said that the café in Córdoba was closed. Nobody knew why it was so.", url="http://x.example")
    )
    assert [marked(store.find(word)[0]) for word in ("cafe", "CÓRDOBA", "cordoba")] == [
        ["café"],
        ["Córdoba"],
        ["Córdoba"],
    ]


@pytest.mark.parametrize(
    "words",
    ["-- '; DROP TABLE passages", 'un"closed', "NEAR(a b)", "a AND OR NOT", "(((", "x:y^z*", "a\\b", "'", "日本"],
)
def test_nothing_that_a_user_types_is_a_command(full, words):
    if any(c.isalnum() for c in words):
        assert full.find(words).total == 0
    else:
        with pytest.raises(StoreError, match="no word"):
            full.find(words)


def test_an_unknown_field_is_told():
    from onrecord.recording import Query

    with pytest.raises(TypeError, match="colour"):
        Query(colour="red")


@pytest.mark.parametrize(("field", "value"), [("kind", "events"), ("since", "yesterday"), ("until", "2031-02-30")])
def test_a_value_that_cannot_be_is_told(full, field, value):
    with pytest.raises(ValueError, match=field):
        full.find(**{field: value})


def test_a_finding_as_plain_values_has_everything_beside_each_other(full):
    (found,) = full.find(type="ASSAULT")
    plain = found.to_dict()
    assert {
        name: plain[name] for name in ("kind", "key", "actor", "recipient", "date", "place", "mode", "title", "url")
    } == {
        "kind": "event",
        "key": "v1",
        "actor": "Rebels",
        "recipient": "Korda",
        "date": "2031-03-02",
        "place": "Maravia, The North, Morocco",
        "mode": "aerial",
        "title": "Road closed",
        "url": "https://post.example/road",
    }


def test_more_than_a_thousand_matches_are_said_to_be_more(file, monkeypatch):
    monkeypatch.setattr("onrecord.recording.searching.MOST_RANKED", 5)
    for record in many(8):
        file.put(record)
    found = file.find("lamp", limit=2)
    assert (len(found), found.total, found.is_counted) == (2, 5, False)


def test_all_are_given_where_no_limit_is_set(file, monkeypatch):
    monkeypatch.setattr("onrecord.recording.searching.MOST_RANKED", 5)
    for record in many(8):
        file.put(record)
    assert (len(file.find("lamp", limit=None)), len(file.find(kind="event", limit=None))) == (8, 8)
