import json

import pytest

from evaluation.linking import Judged, figures, judge, read_cases
from evaluation.office_queries import judge as judge_office
from onrecord.knowledge.base import load_knowledge
from onrecord.knowledge.office_names import OfficeNames
from onrecord.records import Article, Entity, Maker, Mention, Record, Span

TEXT = "Petro Poroshenko spoke in Kyiv."
LINKED = {"linked": True, "names": ["Petro Poroshenko"], "kind": "person", "country": "UKR", "sectors": ["GOV"]}


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge()


def record(**told):
    entity = Entity(
        id="e1",
        name="Petro Poroshenko",
        kind="person",
        mentions=(Mention(Span.of(TEXT, 0, 16), "name"),),
        **{"country": "UKR", "sector": "GOV", "entry": "Q58077", "confidence": 0.95, **told},
    )
    return Record(onrecord=Maker("0", {}), article=Article(id="a", text=TEXT), entities=(entity,))


def case(expect, tag="surname"):
    return {"id": "x", "tags": [tag], "text": TEXT, "words": "Petro Poroshenko", "span": (0, 16), "expect": expect}


def test_the_right_entry_with_all_its_fields_is_right_and_whole(knowledge):
    judged = judge(case(LINKED), record(), knowledge)
    assert (judged.is_right, judged.is_whole, judged.is_wrong_link) == (True, True, False)


def test_another_country_is_right_but_not_whole(knowledge):
    judged = judge(case(LINKED), record(country="RUS"), knowledge)
    assert (judged.is_right, judged.is_whole) == (True, False)


def test_no_entry_is_a_miss_and_no_wrong_link(knowledge):
    judged = judge(case(LINKED), record(entry=None, confidence=None), knowledge)
    assert (judged.is_right, judged.is_wrong_link) == (False, False)


def test_an_entry_where_there_should_be_none_is_a_wrong_link(knowledge):
    judged = judge(case({"linked": False, "names": None}), record(), knowledge)
    assert (judged.is_right, judged.is_wrong_link) == (False, True)


def test_of_a_described_actor_country_and_sector_decide(knowledge):
    expect = {"linked": False, "names": None, "country": "COL", "sectors": ["MIL"]}
    judged = judge(case(expect, "described"), record(entry=None, confidence=None), knowledge)
    assert not judged.is_right


def test_a_sure_wrong_link_is_counted_apart():
    wrong = Judged({}, record().entities[0], is_right=False, is_whole=False, is_wrong_link=True)
    assert figures([wrong])["wrong links above .9"] == 1


def test_words_that_do_not_stand_so_often_are_refused(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text(json.dumps({"id": "x", "text": TEXT, "words": "Kyiv", "occurrence": 2}), "utf8")
    with pytest.raises(ValueError, match="x: 'Kyiv' does not stand there so often"):
        read_cases(path)


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ({"query": "president of Ukraine", "on": "2015-06-01", "holders": ["Petro Poroshenko"]}, "right"),
        ({"query": "president of Ukraine", "on": "2015-06-01", "holders": ["Viktor Yanukovych"]}, "wrong"),
        ({"query": "president of Ukraine", "on": "2091-06-01", "holders": ["Petro Poroshenko"]}, "not known"),
        ({"query": "president of Ukraine", "on": "1950-06-01", "holders": []}, "right"),
        (
            {
                "query": "Petro Poroshenko",
                "on": "2015-06-01",
                "office": "president",
                "country": "Ukraine",
                "holds": True,
            },
            "right",
        ),
        (
            {
                "query": "Petro Poroshenko",
                "on": "2022-06-01",
                "office": "president",
                "country": "Ukraine",
                "holds": True,
            },
            "wrong",
        ),
    ],
)
def test_an_office_query_is_right_wrong_or_not_known(knowledge, asked, verdict):
    assert judge_office(OfficeNames(knowledge), asked) == verdict
