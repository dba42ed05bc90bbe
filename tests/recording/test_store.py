"""What goes in comes out; nothing is doubled, nothing is lost. On SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace

import pytest
from light_reader import make_newer_reader
from recording_samples import READER, ROAD, many, read, road, talks, threat

import onrecord
from onrecord.errors import NotFound, StoreError
from onrecord.recording import Refusal


def test_a_record_comes_out_as_it_went_in(store):
    store.put(road())
    assert [record.to_dict() for record in store.records()] == [road().to_dict()]


def test_plain_records_have_the_keys_of_the_format_in_their_order(store):
    store.put(threat())
    (plain,) = store.dicts()
    assert (list(plain), sorted(plain["article"])) == (list(threat().to_dict()), sorted(threat().to_dict()["article"]))


def test_records_come_in_the_order_in_which_they_were_added(store):
    for record in many(5):
        store.put(record)
    assert [record.article.url[-1] for record in store.records()] == list("01234")


def test_the_same_article_again_is_unchanged(store):
    assert [store.put(road()), store.put(road())] == ["added", "unchanged"]


def test_one_text_at_two_addresses_is_two_articles(store):
    assert [store.put(road()), store.put(road(url="https://mail.example/road"))] == ["added", "added"]


def test_one_text_without_an_address_is_one_article(store):
    assert [store.put(road(url=None)), store.put(road(url=None, title="Another"))] == ["added", "unchanged"]


def test_a_changed_text_at_the_same_address_is_a_revision_and_the_old_one_stays(store):
    outcomes = [store.put(road()), store.put(read(ROAD + " So it was.", url="https://post.example/road"))]
    old = store.record("https://post.example/road", revision=1).article.text
    assert (outcomes, old, len(list(store.records()))) == (["added", "revised"], ROAD, 1)


def test_an_older_text_that_comes_again_is_no_new_revision(store):
    store.put(road())
    store.put(read(ROAD + " So it was.", url="https://post.example/road"))
    assert store.put(road()) == "unchanged"


def test_only_the_newest_revision_is_found(store):
    store.put(road())
    store.put(talks(url="https://post.example/road"))
    assert [len(store.find("drone")), len(store.find("talks"))] == [0, 1]


def test_a_changed_text_with_the_same_id_in_the_same_file_is_a_revision(store):
    store.put(road(url=None, given_id="17"), origin="export.jsonl")
    assert store.put(talks(url=None, given_id="17"), origin="export.jsonl") == "revised"


def test_the_same_id_in_another_file_is_another_article(store):
    store.put(road(url=None, given_id="17"), origin="export.jsonl")
    assert store.put(talks(url=None, given_id="17"), origin="other.jsonl") == "added"


def test_the_same_id_and_text_in_a_file_of_another_name_is_unchanged(store):
    store.put(road(url=None, given_id="17"), origin="export.jsonl")
    assert store.put(road(url=None, given_id="17"), origin="export-2.jsonl") == "unchanged"


def test_asking_what_adding_would_come_to_writes_nothing(store):
    assert [store.outcome_of(road().article), store.outcome_of(road().article)] == ["added", "added"]


@pytest.mark.parametrize("name", ["https://post.example/road", "given-1"])
def test_an_article_is_known_by_its_address_and_by_the_id_it_came_with(store, name):
    store.put(road(given_id="given-1"))
    assert store.record(name).article.text == ROAD


def test_an_article_is_known_by_the_beginning_of_its_id_and_of_its_texts_digest(store):
    store.put(road())
    (short, _) = store.find("drone")[0].article.id, 0
    assert {store.record(name).article.url for name in (short, short[:6], road().article.id)} == {
        "https://post.example/road"
    }


def test_what_is_not_there_is_not_found(store):
    with pytest.raises(NotFound, match="no article 'nonsense'"):
        store.record("nonsense")


def test_a_revision_that_is_not_there_is_not_found(store):
    store.put(road())
    with pytest.raises(NotFound, match="no revision 7, only 1"):
        store.record("https://post.example/road", revision=7)


def test_an_id_that_can_mean_several_articles_is_refused_with_their_ids(store):
    store.put(road(given_id="17"))
    store.put(talks(given_id="17"))
    with pytest.raises(StoreError, match="can mean 2 articles"):
        store.record("17")


def test_conditions_disputes_and_checks_are_stored(store):
    store.put(threat())
    assert [c.kind for record in store.records() for c in record.conditions] == ["threat"]


def test_a_store_that_was_closed_is_there_when_it_is_opened_again(place):
    with onrecord.Store(place) as first:
        first.put(road())
    with onrecord.Store(place, create=False) as second:
        assert len(list(second.records())) == 1


# Taking out


def test_a_removed_article_is_gone_with_all_that_came_of_it(store):
    store.put(road())
    store.put(talks())
    store.remove("https://post.example/road")
    left = store.stats().counts
    assert (len(store.find("drone")), left["articles"], left["events"], left["entities"]) == (0, 1, 1, 4)


def test_a_removed_article_does_not_come_back_by_itself(store):
    store.put(road())
    store.remove("https://post.example/road", reason="retracted")
    assert (store.put(road()), len(list(store.records()))) == ("removed", 0)


def test_a_removed_article_comes_back_when_it_is_let_in(store):
    store.put(road())
    store.remove("https://post.example/road")
    store.readmit(road().article)
    assert store.put(road()) == "added"


def test_where_one_article_is_not_there_none_is_removed(store):
    store.put(road())
    with pytest.raises(NotFound):
        store.remove("https://post.example/road", "nonsense")
    assert store.stats().counts["articles"] == 1


def test_names_that_others_have_too_stay(store):
    store.put(road())
    store.put(talks())
    store.remove("https://post.example/road")
    assert len(store.find(speaker="Duarte")) == 1


# Refusals


def test_refusals_are_kept_with_their_reasons(store):
    store.refuse(Refusal("a.txt", "a.txt", "empty", "there is no text", "give one"))
    (kept,) = store.refusals()
    assert (kept.source, kept.reason, kept.message, kept.remedy) == ("a.txt", "empty", "there is no text", "give one")


def test_a_source_that_is_refused_again_is_listed_once(store):
    for reason in ("empty", "not-text"):
        store.refuse(Refusal("a.txt", "a.txt", reason, "it is none"))
    assert [refusal.reason for refusal in store.refusals()] == ["not-text"]


def test_refusals_of_an_input_are_forgotten_but_for_those_that_stand(store):
    for line in (1, 2):
        store.refuse(Refusal("a.jsonl", f"a.jsonl line {line}", "bad-json", "not valid"))
    store.forget_refusals("a.jsonl", but={"a.jsonl line 2"})
    assert [refusal.source for refusal in store.refusals()] == ["a.jsonl line 2"]


# Judgements


def test_a_judgement_stands_beside_what_the_machine_says(store):
    store.put(road())
    store.judge("https://post.example/road", "s1", "reject", person="ana", note="she did not")
    (found, *_) = store.find(act="deny")
    assert (found.verdict, found.details["act"], store.judgements()[0].note) == ("reject", "deny", "she did not")


def test_a_later_judgement_is_added_and_erases_nothing(store):
    store.put(road())
    for verdict in ("reject", "confirm"):
        store.judge("https://post.example/road", "s1", verdict, person="ana")
    assert ([j.verdict for j in store.judgements()], store.find(act="deny")[0].verdict) == (
        ["reject", "confirm"],
        "confirm",
    )


def test_a_correction_names_the_field_and_the_value(store):
    store.put(road())
    store.judge("https://post.example/road", "v1", "correct", person="ana", field="date", value="2031-03-01")
    (kept,) = store.judgements()
    assert (kept.key, kept.field, kept.value) == ("v1", "date", "2031-03-01")


def test_a_judgement_survives_a_newer_model(store):
    store.add(road())
    store.judge("https://post.example/road", "s1", "reject", person="ana")
    store.update(jobs=1, reader=make_newer_reader)
    (found, *_) = store.find(act="deny")
    assert (found.verdict, found.confidence) == ("reject", 0.8)


def test_a_judgement_on_what_is_not_there_is_refused(store):
    store.put(road())
    with pytest.raises(NotFound, match="s99"):
        store.judge("https://post.example/road", "s99", "reject", person="ana")


@pytest.mark.parametrize(("verdict", "field"), [("maybe", None), ("correct", None), ("reject", "date")])
def test_a_judgement_that_says_nothing_clear_is_refused(store, verdict, field):
    store.put(road())
    with pytest.raises(ValueError, match=r"verdict|correction"):
        store.judge("https://post.example/road", "s1", verdict, person="ana", field=field)


# Near-duplicates, provenance, numbers


def test_wire_copy_in_two_papers_is_marked_and_both_are_kept(store):
    store.put(road())
    store.put(read(ROAD + " (Wire)", url="https://mail.example/wire"))
    ((one, other, share),) = store.near_duplicates()
    assert (one != other, share > 0.8, store.find("drone")[0].article.near_duplicates) == (True, True, 1)


def test_other_articles_are_no_near_duplicates(store):
    store.put(road())
    store.put(talks())
    assert store.near_duplicates() == []


def test_records_of_older_steps_are_outdated(store):
    store.put(road(), steps=READER.step_versions)
    newer = make_newer_reader()
    assert (
        store.outdated(READER.maker, READER.step_versions),
        len(store.outdated(newer.maker, newer.step_versions)),
    ) == ([], 1)


def test_reading_again_tells_what_changed(store):
    text = road().article
    store.put(READER.read(replace(text, text=text.text)), steps={})
    assert store.update(jobs=1, reader=make_newer_reader) == []  # only the confidence is another


def test_statistics_count_what_is_there(store):
    for record in (road(), talks(), threat()):
        store.put(record)
    stats = store.stats()
    assert (
        stats.counts["articles"],
        stats.counts["events"],
        stats.counts["conditions"],
        stats.first,
        stats.last,
        dict(stats.types)["ASSAULT"],
    ) == (3, 2, 1, "2031-03-05", "2031-05-01", 1)


def test_statistics_of_an_empty_store_are_noughts(store):
    assert (store.stats().counts["articles"], store.stats().first) == (0, None)


def test_a_good_store_is_whole(store):
    for record in (road(), talks(), threat(), talks(url="https://post.example/road")):
        store.put(record)
    report = store.check()
    assert (report.articles, report.faults) == (3, ())


@pytest.mark.parametrize(
    ("kind", "number", "column"),
    [
        ("articles", 2, "url"),
        ("statements", 4, "speaker"),
        ("events", 2, "actor"),
        ("conditions", 0, "if_words"),
        ("entities", 8, "name"),
        ("refusals", 0, "reason"),
    ],
)
def test_frames_have_a_row_each(store, kind, number, column):
    pytest.importorskip("pandas")
    store.put(road())
    store.put(talks())
    frame = store.frame(kind)
    assert (len(frame), column in frame.columns) == (number, True)


def test_there_are_no_frames_of_other_kinds(store):
    with pytest.raises(ValueError, match="articles, statements"):
        store.frame("quantities")
