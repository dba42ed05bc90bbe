import json
from datetime import date

import pytest

from evaluation.dates import choose, is_crawl_date, judge, read_articles, stated_day

DAY = date(2031, 3, 5)


@pytest.mark.parametrize(
    ("inferred", "judgement"),
    [
        (None, "none"),
        ("2031-03-05", "day right"),
        ("2031-03-06", "day near"),
        ("2031-03-04", "day near"),
        ("2031-03-07", "day wrong"),
        ("2031-03", "month right"),
        ("2031-04", "month wrong"),
        ("2031", "year right"),
        ("2030", "year wrong"),
    ],
)
def test_a_date_is_right_only_where_the_stated_day_lies_in_it(inferred, judgement):
    assert judge(inferred, DAY) == judgement


def test_a_day_far_from_the_others_of_its_story_is_a_crawl_date():
    assert is_crawl_date(date(2031, 8, 1), None, [DAY, DAY, date(2031, 8, 1)])


def test_a_story_of_two_tells_nothing_of_a_crawl_date():
    assert not is_crawl_date(date(2031, 8, 1), None, [DAY, date(2031, 8, 1)])


def test_the_address_decides_before_the_story():
    assert not is_crawl_date(date(2031, 8, 1), "https://a.example/2031/07/31/x", [DAY, DAY, date(2031, 8, 1)])


def test_a_day_that_the_address_contradicts_is_a_crawl_date():
    assert is_crawl_date(DAY, "https://a.example/2031/03/01/x", [DAY])


def test_the_day_is_that_of_either_key():
    assert stated_day({"published": "2031-03-05"}) == stated_day({"date_publish": "2031-03-05T10:15:00"}) == DAY


def test_the_choice_does_not_depend_on_the_order(tmp_path):
    rows = [{"id": f"a{n}", "text": "x", "published": "2031-03-05"} for n in range(9)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    articles = read_articles(tmp_path / "a.jsonl")
    assert choose(articles, 4) == choose(articles[::-1], 4)


def test_an_article_without_a_day_is_left_out(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "x", "date_publish": null}\n')
    assert read_articles(tmp_path / "a.jsonl") == []
