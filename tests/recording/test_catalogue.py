"""Lists, counts and profiles of a store, against what its records hold."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace

import pytest
from light_reader import make_newer_reader
from recording_samples import many, read, road, talks, threat

import onrecord
from onrecord.errors import NotFound, StoreError
from onrecord.recording import FACETS, Query, RecordStore, make_rows
from onrecord.records import Record


def renamed(record, **names):
    """The record with other names for the people in it: "Ana Duarte" is given as Ana_Duarte."""
    told = {old.replace("_", " "): new for old, new in names.items()}
    entities = {one.name: replace(one, name=told.get(one.name, one.name)) for one in record.entities}
    statements = tuple(
        replace(each, source=replace(each.source, entities=tuple(entities[one.name] for one in each.source.entities)))
        for each in record.statements
    )
    events = tuple(
        replace(
            each,
            actors=tuple(entities[one.name] for one in each.actors),
            recipients=tuple(entities[one.name] for one in each.recipients),
        )
        for each in record.events
    )
    return Record(
        record.onrecord,
        record.article,
        tuple(entities.values()),
        statements,
        record.times,
        record.places,
        events=events,
    )


def filled(store):
    """The records that are put into a store."""
    records = [
        road(publisher="The River Post"),
        talks(publisher="Österreichische Rundschau"),
        threat(),
        *many(12, publisher="The River Post"),
        renamed(
            read("Ana Duarte said that the lamp is out.", title="Élan of the Ölhafen", published="2031-06-07"),
            Ana_Duarte="Duarte",
        ),
    ]
    for record in records:
        store.put(record)
    return records


def names_of(entities):
    return list(dict.fromkeys(entity.name for entity in entities))


def counted(records):
    """The facets as somebody would count them who only has the records."""
    found = {name: Counter() for name in FACETS}
    for record in records:
        passages = 0
        for statement in record.statements:
            passages += 1
            found["kind"]["statement"] += 1
            found["act"].update([statement.cue.act])
            found["speaker"].update(names_of(statement.source.entities))
            found["month"].update([record.article.published[:7]] if record.article.published else [])
        for event in record.events:
            passages += 1
            found["kind"]["event"] += 1
            found["type"].update([event.type])
            found["actor"].update(names_of(event.actors))
            found["recipient"].update(names_of(event.recipients))
            found["country"].update([event.place.country])
            found["month"].update([event.date[:7]])
        for condition in record.conditions:
            passages += 1
            found["kind"]["condition"] += 1
            found["condition"].update([condition.kind])
            found["speaker"].update([condition.holder.name] if condition.holder else [])
            found["month"].update([record.article.published[:7]] if record.article.published else [])
        if record.article.publisher:
            found["publisher"][record.article.publisher] += passages
    return found


@pytest.mark.parametrize("facet", FACETS)
def test_facet_counts_what_the_records_hold(store, facet):
    wanted = counted(filled(store))
    assert dict(store.catalogue.tally(Query()).facets[facet]) == dict(wanted[facet])


def test_tally_counts_all_that_is_found(store):
    filled(store)
    for query in (
        Query(),
        Query(words="lamp"),
        Query(kind="event"),
        Query(speaker="Duarte", since="2031-03"),
        Query(least=0.85),
    ):
        assert store.catalogue.tally(query).total == store.catalogue.find(query, limit=1).total


def test_most_frequent_values_come_first(store):
    filled(store)
    facets = store.catalogue.tally(Query()).facets
    for name in set(FACETS) - {"month"}:
        counts = [count for _, count in facets[name]]
        assert counts == sorted(counts, reverse=True)
    assert [month for month, _ in facets["month"]] == sorted(month for month, _ in facets["month"])


def test_every_value_of_a_facet_finds_as_many_as_it_says(store):
    filled(store)
    facets = store.catalogue.tally(Query()).facets
    for name in ("kind", "act", "type", "condition", "country"):
        for value, count in facets[name]:
            assert (name, value, store.catalogue.find(Query(**{name: value}), limit=1).total) == (name, value, count)
    for name in ("speaker", "actor", "recipient", "publisher"):
        for value, count in facets[name]:
            found = store.catalogue.find(Query(**{name: f'"{value}"'}), limit=1).total
            assert (name, value, found) == (name, value, count)


def test_days_are_those_of_what_was_found(store):
    records = filled(store)
    told = Counter()
    for first, last, kind, _, number in store.catalogue.tally(Query(kind="event")).days:
        assert (first, kind) == (last, "event")
        told[first] += number
    assert told == Counter(event.date for record in records for event in record.events)


def test_article_that_is_dated_to_a_month_is_no_day(store):
    store.put(talks())
    days = store.catalogue.tally(Query(kind="statement")).days
    assert days == (("2031-04-01", "2031-04-30", "statement", "", 2),)


def test_tally_of_nothing_is_empty(store):
    tally = store.catalogue.tally(Query(words="zeppelin"))
    assert (tally.total, tally.is_counted, tally.days, tally.facets["kind"]) == (0, True, (), ())


def test_only_the_newest_are_counted_where_there_are_very_many(file, monkeypatch):
    filled(file)
    monkeypatch.setattr("onrecord.recording.tallying.MOST_TALLIED", 5)
    monkeypatch.setattr("onrecord.recording.tallying.ALL_TALLIED", 0)
    tally = file.catalogue.tally(Query())
    assert (tally.total, tally.is_counted, sum(count for _, count in tally.facets["kind"])) == (5, False, 5)


def test_newest_that_are_counted_are_those_of_the_last_days_whenever_they_were_added(file, monkeypatch):
    monkeypatch.setattr("onrecord.recording.tallying.MOST_TALLIED", 1)
    monkeypatch.setattr("onrecord.recording.tallying.ALL_TALLIED", 0)
    for published in ("2031-04-02", "2031-04-05", "2031-04-03"):
        file.put(read(f"Ana Duarte said that the lamp of {published} is out.", published=published))
    assert [first for first, *_ in file.catalogue.tally(Query()).days] == ["2031-04-05"]


# Places


def test_spots_are_the_places_of_the_events(store):
    records = filled(store)
    spots = store.catalogue.spots(Query())
    wanted = Counter(event.place.name for record in records for event in record.events)
    assert {spot.place: spot.count for spot in spots} == dict(wanted)
    assert [spot.count for spot in spots] == sorted(wanted.values(), reverse=True)


def test_spots_are_narrowed_as_findings_are(store):
    filled(store)
    (spot,) = store.catalogue.spots(Query(type="CONSULT"))
    assert (spot.place, spot.country, spot.types) == ("Tessen", "MAR", (("CONSULT", 1),))


def test_statement_is_at_no_spot(store):
    filled(store)
    assert store.catalogue.spots(Query(kind="statement")) == ()


# Whole names


def test_whole_name_matches_no_part_of_a_name(store):
    filled(store)
    part, whole = (store.find(speaker=name, limit=None) for name in ("Duarte", '"Duarte"'))
    assert ({one.speaker for one in part}, {one.speaker for one in whole}) == ({"Ana Duarte", "Duarte"}, {"Duarte"})


def test_whole_name_of_anyone_matches_in_every_part(store):
    filled(store)
    found = store.find(person='"Varga"', limit=None)
    assert {(one.kind, one.actor) for one in found} == {("event", "Varga")}


@pytest.mark.parametrize("name", ["Ana_Duarte", "Ana%", "Ana\\Duarte", "O'Hara", "Ana, Duarte"])
def test_whole_name_is_taken_by_the_letter(store, name):
    filled(store)
    store.put(renamed(read("Ana Duarte said that the mole is dry."), Ana_Duarte=name))
    assert {one.speaker for one in store.find(speaker=f'"{name}"', limit=None)} == {name}


@pytest.mark.parametrize("name", ["%", '"', "", "…"])
def test_name_without_a_letter_is_told_to_be_none(store, name):
    with pytest.raises(StoreError, match="holds no name"):
        store.find(speaker=f'"{name}"')


def test_whole_name_is_taken_in_its_own_case(store):
    for name in ("May", "MAY"):
        store.put(renamed(read(f"Ana Duarte said that {name} is the month to go there."), Ana_Duarte=name))
    assert {one.speaker for one in store.find(speaker='"MAY"', limit=None)} == {"MAY"}


def test_whole_publisher_matches_no_part(store):
    store.put(road(publisher="The Post"))
    store.put(talks(publisher="The Post of Ostrel"))
    assert {one.article.publisher for one in store.find(publisher='"The Post"', limit=None)} == {"The Post"}
    assert len({one.article.publisher for one in store.find(publisher="post", limit=None)}) == 2


@pytest.mark.parametrize(
    "asked", ["Österreichische Rundschau", '"Österreichische Rundschau"', "österreichische", "RUNDSCHAU"]
)
def test_publisher_with_letters_beyond_ascii_is_found(store, asked):
    filled(store)
    assert {one.article.publisher for one in store.find(publisher=asked, limit=None)} == {"Österreichische Rundschau"}


# Parties


def test_parties_are_those_that_articles_name(store):
    records = filled(store)
    wanted = Counter(name for record in records for name in {entity.name for entity in record.entities})
    told = {party.name: party.articles for party in store.catalogue.parties(limit=100)}
    assert told == dict(wanted)


def test_parties_are_found_by_words_in_any_case(store):
    filled(store)
    assert {party.name for party in store.catalogue.parties("DUARTE ana")} == {"Ana Duarte"}
    assert store.catalogue.parties("%") == []


@pytest.mark.parametrize("asked", ["Élodie Şahin", "élodie", "ŞAHIN", "Şahin"])
def test_party_with_letters_beyond_ascii_is_found(store, asked):
    store.put(renamed(road(), Ana_Duarte="Élodie Şahin"))
    assert [party.name for party in store.catalogue.parties(asked)] == ["Élodie Şahin"]


def test_profile_counts_what_the_records_hold(store):
    records = filled(store)
    key = store.catalogue.parties("Ana Duarte")[0].key
    profile = store.catalogue.profile(key)
    mine = [(record, entity) for record in records for entity in record.entities if entity.name == "Ana Duarte"]
    spoken = [
        each for record in records for each in record.statements if "Ana Duarte" in names_of(each.source.entities)
    ]
    held = [
        each for record in records for each in record.conditions if each.holder and each.holder.name == "Ana Duarte"
    ]
    assert (profile.name, profile.articles) == ("Ana Duarte", len(mine))
    assert profile.mentions == sum(len(entity.mentions) for _, entity in mine)
    assert profile.parts == {"speaker": len(spoken), "holder": len(held)}


def test_names_of_one_entry_are_one_party(store):
    def known(record, name):
        return with_entry(renamed(record, Ana_Duarte=name), name, "Q1001")

    store.put(known(road(), "Ana Duarte"))
    store.put(known(read("Ana Duarte said that the mole is dry."), "President Duarte"))
    store.put(known(read("Ana Duarte said that the quay is wet."), "Ana Duarte"))
    (party,) = store.catalogue.parties("Duarte")
    profile = store.catalogue.profile("Q1001")
    assert (party.key, party.name, party.articles) == ("Q1001", "Ana Duarte", 3)
    assert (profile.name, profile.others, profile.articles) == ("Ana Duarte", ("President Duarte",), 3)
    assert store.find(party="Q1001", part="speaker", limit=None).total == 3


def test_entry_that_one_article_names_twice_counts_that_article_once(store):
    record = read("Ana Duarte said that the mole is dry. Old Duarte said that the quay is wet.")
    for name in ("Ana Duarte", "Old Duarte"):
        record = with_entry(record, name, "Q1001")
    store.put(record)
    assert [party.articles for party in store.catalogue.parties("Duarte")] == [
        store.catalogue.profile("Q1001").articles
    ]


def with_entry(record, name, entry):
    """The record with an entry of the knowledge base for one name."""
    plain = record.to_dict()
    for entity in plain["entities"]:
        if entity["name"] == name:
            entity["entry"] = entity["wikidata"] = entry
    return Record.from_dict(plain)


def test_same_name_of_another_kind_is_another_party(store):
    store.put(road())
    plain = read("Ana Duarte said that the mole is dry.").to_dict()
    plain["entities"][0]["kind"] = "organization"
    store.put(Record.from_dict(plain))
    assert sorted(party.kind for party in store.catalogue.parties("Ana Duarte")) == ["organization", "person"]


@pytest.mark.parametrize("key", ["", "nobody", "ffffffffffff", "Q1", "%", "' OR 1=1 --"])
def test_key_that_nobody_has_is_not_found(store, key):
    filled(store)
    with pytest.raises(NotFound):
        store.catalogue.profile(key)


@pytest.mark.parametrize("part", ["speaker", "addressee", "actor", "recipient", "holder", "counterpart", None])
def test_party_narrows_to_the_parts_it_stands_in(store, part):
    records = filled(store)
    wanted = {"Ana Duarte": Counter(), "Korda": Counter()}
    for record in records:
        for kind, name in (
            *(("speaker", name) for each in record.statements for name in names_of(each.source.entities)),
            *(("actor", name) for each in record.events for name in names_of(each.actors)),
            *(("recipient", name) for each in record.events for name in names_of(each.recipients)),
            *(("holder", each.holder.name) for each in record.conditions if each.holder),
        ):
            if name in wanted:
                wanted[name][kind] += 1
    for name, counts in wanted.items():
        key = store.catalogue.parties(name)[0].key
        found = store.find(party=key, part=part, limit=None)
        assert found.total == (counts.total() if part is None else counts[part])


# Orders and offsets


@pytest.mark.parametrize("words", ["", "lamp"])
@pytest.mark.parametrize("order", ["best", "newest", "oldest", "surest"])
def test_pages_of_any_order_hold_each_finding_once(store, order, words):
    filled(store)
    query, seen = Query(words=words), []
    total = store.catalogue.find(query, limit=1, order=order).total
    for offset in range(0, total + 4, 4):
        seen += [(one.article.id, one.key) for one in store.catalogue.find(query, limit=4, offset=offset, order=order)]
    whole = store.find(words, limit=None, order=order)
    assert (len(seen), len(set(seen))) == (total, total)
    assert seen == [(one.article.id, one.key) for one in whole]


@pytest.mark.parametrize("words", ["", "street"])
def test_pages_beyond_the_thousand_that_are_ranked_hold_each_finding_once(file, words):
    lines = (f"Ana Duarte said that lamp {n} in {'street ' * (1 + n * 7 % 5)}{n} is wrong." for n in range(1_150))
    file.put(read("\n".join(lines)))
    seen = []
    for offset in range(0, 1_200, 50):
        found = file.catalogue.find(Query(words=words), limit=50, offset=offset)
        seen += [one.key for one in found]
    assert (len(seen), len(set(seen))) == (1_150, 1_150)


@pytest.mark.parametrize("words", ["", "Korda"])
def test_newest_and_oldest_go_by_day(store, words):
    filled(store)
    for order, is_down in (("newest", True), ("oldest", False)):
        days = [one.date or one.article.published for one in store.find(words, kind="event", order=order, limit=None)]
        assert len(days) > 5
        assert days == sorted(days, reverse=is_down)


LONG_AND_SHORT = ("2029", "2030", "2030-11-05", "2031", "2031-02", "2031-02-07", "2031-06", "2032-01-01", None)


def dated(store):
    """An article of one statement for each of some dates, of days, months and years."""
    for number, published in enumerate(LONG_AND_SHORT):
        store.put(read(f"Ana Duarte said that lamp {number} is out.", published=published))


@pytest.mark.parametrize("order", ["newest", "oldest", "surest"])
@pytest.mark.parametrize(
    ("since", "until"), [("2031-02-07", None), (None, "2031-01"), ("2028", "2031"), ("2033", None)]
)
def test_what_may_be_of_a_time_is_found_in_every_order_also_where_it_began_before(store, since, until, order):
    dated(store)
    low, high = since or "0001", until or "9999"
    wanted = [
        each for each in LONG_AND_SHORT if each and each[: len(high)] <= high and low[: len(each)] <= each[: len(low)]
    ]
    found = store.find(since=since, until=until, order=order, limit=None)
    days = [one.article.published for one in found]
    assert sorted(days) == sorted(wanted)
    if order != "surest":
        assert days == sorted(days, key=lambda day: day.ljust(10, "-"), reverse=order == "newest")


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_pages_of_a_time_hold_each_finding_once(store, order):
    dated(store)
    asked = Query(since="2030-11-05")
    whole = [one.article.id for one in store.catalogue.find(asked, limit=50, order=order)]
    pages = [store.catalogue.find(asked, limit=2, offset=offset, order=order) for offset in range(0, 8, 2)]
    assert [one.article.id for page in pages for one in page] == whole
    assert len(set(whole)) == 7


def test_tally_of_a_time_counts_what_began_before_it(store):
    dated(store)
    tally = store.catalogue.tally(Query(since="2031-02-07"))
    assert sum(number for *_, number in tally.days) == tally.total == 5


def test_what_has_no_day_comes_last_in_both_orders(store):
    store.put(road())
    store.put(read("Ana Duarte said that the mole is dry."))
    for order in ("newest", "oldest"):
        last = store.find(order=order, limit=None)[-1]
        assert last.article.published is None


def test_surest_come_first(store):
    store.put(road())
    store.put(make_newer_reader().read(talks().article))
    sure = [one.confidence for one in store.find(order="surest", limit=None)]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == 2


def test_order_that_is_none_is_told(store):
    with pytest.raises(ValueError, match="order must be one of"):
        store.find(order="random")


# Articles


def test_articles_come_with_their_counts_the_last_first(store):
    records = filled(store)
    listed = store.catalogue.articles(limit=100)
    assert [article.title for article in listed] == [record.article.title for record in reversed(records)]
    for article, record in zip(listed, reversed(records), strict=True):
        counts = (article.counts["statement"], article.counts["event"], article.counts["condition"])
        assert counts == (len(record.statements), len(record.events), len(record.conditions))


def test_list_of_articles_goes_on_before_a_number(store):
    filled(store)
    whole, seen, before = store.catalogue.articles(limit=100), [], None
    while page := store.catalogue.articles(before=before, limit=4):
        seen += page
        before = page[-1].number
    assert seen == whole


@pytest.mark.parametrize("title", ["closed", "ROAD closed", "Élan", "ölhafen", "élan Ölhafen"])
def test_articles_are_found_by_words_of_their_titles(store, title):
    filled(store)
    assert len(store.catalogue.articles(title=title)) == 1


@pytest.mark.parametrize("title", ["%", "_", "\\", "zeppelin"])
def test_signs_in_words_of_titles_mean_themselves(store, title):
    filled(store)
    assert store.catalogue.articles(title=title) == []


def test_revision_is_known_by_its_number(store):
    store.put(road())
    store.put(read("Ana Duarte said that all is well again there.", url=road().article.url))
    (listed,) = store.catalogue.articles()
    record, facts = store.catalogue.article(listed.id, 1)
    assert (facts.revision, facts.revisions, record.article.text) == (1, 2, road().article.text)
    assert store.catalogue.article(listed.id)[1].revision == 2


def test_anchors_are_those_of_what_can_be_found(store):
    store.put(road())
    facts = store.catalogue.facts(store.catalogue.articles()[0].id)
    assert set(facts.anchors) == {"s1", "s2", "v1"}
    assert len(set(facts.anchors.values())) == 3


# Changes


_ADD = """
import sys
from recording_samples import talks
from onrecord.recording import RecordStore
with RecordStore(sys.argv[1]) as store:
    store.put(talks())
"""


def test_answers_change_after_another_process_has_changed_the_store(place):
    with RecordStore(place) as store:
        store.put(road())
        catalogue = store.catalogue
        before = (catalogue.tally(Query()).total, catalogue.find(Query(), limit=50).total, len(catalogue.parties("a")))
        path = [folder for folder in sys.path if folder]
        done = subprocess.run(
            [sys.executable, "-c", _ADD, place],
            env={"PYTHONPATH": ":".join(path), "PATH": "/usr/bin:/bin"},
            check=False,
        )
        assert done.returncode == 0
        after = (catalogue.tally(Query()).total, catalogue.find(Query(), limit=50).total, len(catalogue.parties("a")))
        assert (before, after) == ((3, 3, 3), (6, 6, 6))


def test_numbers_that_may_be_old_are_new_a_little_later(file):
    file.put(road())
    assert file.catalogue.stats().counts["articles"] == 1
    file.put(talks())
    for _ in range(200):
        if file.catalogue.stats().counts["articles"] == 2:
            return
        time.sleep(0.05)
    pytest.fail("the old numbers stay")


def test_question_that_has_no_answer_leaves_nothing_behind(file):
    """Whoever asks for a thousand keys that nobody has would fill the memory."""
    for number in range(20):
        with pytest.raises(NotFound):
            file.catalogue.profile(f"nobody-{number}")
    assert len(file.catalogue._asking) == 0


def test_answers_change_with_every_change_of_ones_own(store):
    totals = []
    for record in many(20):
        store.put(record)
        totals.append(store.catalogue.tally(Query()).total)
    assert totals == [2 * n for n in range(1, 21)]


def test_answers_change_when_an_article_is_removed_or_read_anew(store):
    store.put(road())
    store.put(talks())
    before = store.catalogue.find(Query(), limit=50).total
    store.remove(road().article.url)
    removed = store.catalogue.find(Query(), limit=50).total
    numbers = store.outdated(make_newer_reader().maker, {"read_lightly": "2"})
    store.replace(numbers[0], make_rows(make_newer_reader().read(talks().article)))
    anew = {one.confidence for one in store.catalogue.find(Query(), limit=50)}
    assert (before, removed, anew) == (6, 3, {0.8})


def test_store_that_is_opened_by_its_public_name_has_the_catalogue(tmp_path):
    with onrecord.Store(tmp_path / "news.db") as store:
        store.put(road())
        assert store.catalogue.stats().counts["articles"] == 1
