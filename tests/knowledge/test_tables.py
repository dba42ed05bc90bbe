from datetime import date

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge import load_remembered, load_scheduled, load_seasons, load_tenures
from onrecord.knowledge.events import parse_remembered, parse_scheduled, parse_seasons
from onrecord.knowledge.files import read_table
from onrecord.knowledge.offices import parse_tenures

FLOOD = {"name": "the flood of Ardale", "day": date(2021, 3, 9), "phrases": ["ardale flood"], "source": "unverified"}
VOTE = {"name": "the Ardale vote", "days": ["2031-03-05"], "phrases": ["ardale vote"], "source": "unverified"}
HOLDER = {"who": "Ana Duarte", "since": date(2029, 1, 1), "until": date(2031, 1, 1), "source": "unverified"}
OFFICE = {"name": "mayor of Ardale", "titles": ["Mayor"], "known_until": date(2032, 1, 1), "holders": [HOLDER]}


def test_every_table_of_the_package_passes_its_checks():
    assert all((load_remembered(), load_scheduled(), load_seasons(), load_tenures()))


def test_no_two_remembered_events_have_a_name_in_common():
    names = [event.name for event in load_remembered()]
    assert len(set(names)) == len(names)


def test_no_phrase_means_two_scheduled_events():
    phrases = [phrase for event in load_scheduled() for phrase in event.phrases]
    assert len(set(phrases)) == len(phrases)


def test_presidents_of_the_united_states_follow_each_other_without_a_gap():
    terms = [t for t in load_tenures() if t.office == "president of the United States"]
    assert [t.until for t in terms[:-1]] == [t.since for t in terms[1:]]


def test_a_range_of_days_has_its_first_and_last():
    (event,) = parse_scheduled({"scheduled": [VOTE | {"days": ["2031-03-05/2031-03-07"]}]}, name="t")
    assert event.times == ((date(2031, 3, 5), date(2031, 3, 7)),)


def test_a_holder_without_an_end_is_known_until_the_table_ends():
    holder = {key: value for key, value in HOLDER.items() if key != "until"}
    (tenure,) = parse_tenures({"office": [OFFICE | {"holders": [holder]}]}, name="t")
    assert (tenure.until, tenure.known_until) == (None, date(2032, 1, 1))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (FLOOD | {"colour": "red"}, "has unknown colour"),
        ({k: v for k, v in FLOOD.items() if k != "day"}, "lacks day"),
        (FLOOD | {"day": "9 March"}, "'9 March' is no day"),
        (FLOOD | {"day": 2021}, "2021 is no day"),
        (FLOOD | {"phrases": []}, "needs one or more texts"),
        (FLOOD | {"phrases": ["Ardale flood"]}, "not in lower case"),
        (FLOOD | {"source": "hearsay"}, "unknown source 'hearsay'"),
    ],
)
def test_a_remembered_event_that_is_not_whole_is_named_in_the_error(row, message):
    with pytest.raises(KnowledgeError, match=f"the flood of Ardale.*{message}"):
        parse_remembered({"remembered": [row]}, name="t")


@pytest.mark.parametrize(
    ("days", "message"),
    [
        (["2031-03-07/2031-03-05"], "ends before it begins"),
        (["2031-03-05", "2027-03-05"], "not in order"),
        (["2031-02-29"], "is no day"),
        (["2031-03-05", "2031-03-05"], "holds a text twice"),
    ],
)
def test_days_that_cannot_be_are_refused(days, message):
    with pytest.raises(KnowledgeError, match=message):
        parse_seasons({"season": [VOTE | {"days": days}]}, name="t")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"until": date(2028, 1, 1)}, "is no time before"),
        ({"until": date(2033, 1, 1)}, "is no time before"),
        ({"since": date(2032, 1, 1)}, "is no time before"),
        ({"term": 2}, "has unknown term"),
    ],
)
def test_a_tenure_that_cannot_be_is_refused(change, message):
    with pytest.raises(KnowledgeError, match=f"'Ana Duarte'.*{message}"):
        parse_tenures({"office": [OFFICE | {"holders": [HOLDER | change]}]}, name="t")


def test_a_flag_is_true_or_false():
    with pytest.raises(KnowledgeError, match="are true or false"):
        parse_tenures({"office": [OFFICE | {"title_stays": "yes"}]}, name="t")


def test_a_table_without_rows_is_refused():
    with pytest.raises(KnowledgeError, match=r"needs rows of \[\[office\]\]"):
        parse_tenures({}, name="t")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match=r"none\.toml: cannot be read"):
        read_table("none.toml", tmp_path)


def test_a_broken_file_is_named(tmp_path):
    (tmp_path / "broken.toml").write_text("[[office")
    with pytest.raises(KnowledgeError, match=r"broken\.toml"):
        read_table("broken.toml", tmp_path)
