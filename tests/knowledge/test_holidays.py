from datetime import date

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge.holidays import easter, load_holidays, orthodox_easter, parse_holidays

FAIR = {"name": "the Ardale fair", "rule": "2 1 of 03", "words": ["ardale fair"]}


def day(rule, year, **more):
    (holiday,) = parse_holidays({"holiday": [FAIR | {"rule": rule} | more]}, name="t")
    return holiday.in_year(year)


def test_the_packages_holidays_pass_their_checks():
    assert load_holidays()


def test_no_words_mean_two_holidays():
    words = [one for holiday in load_holidays() for one in holiday.patterns]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("12-25", date(2024, 12, 25)),
        ("4 4 of 11", date(2024, 11, 28)),
        ("last 1 of 05", date(2024, 5, 27)),
        ("last 7 of 12", date(2024, 12, 29)),
        ("1 1 of 11 +1", date(2024, 11, 5)),
        ("easter", date(2024, 3, 31)),
        ("easter -2", date(2024, 3, 29)),
        ("orthodox easter", date(2024, 5, 5)),
    ],
)
def test_a_rule_gives_the_day(rule, found):
    assert day(rule, 2024) == found


def test_what_comes_every_four_years_is_none_between():
    assert (day("01-20", 2029, every=4, first=2025), day("01-20", 2030, every=4, first=2025)) == (
        date(2029, 1, 20),
        None,
    )


def test_easter_of_known_years():
    assert [easter(year) for year in (1961, 2000, 2025)] == [date(1961, 4, 2), date(2000, 4, 23), date(2025, 4, 20)]


def test_orthodox_easter_of_known_years():
    assert [orthodox_easter(year) for year in (2021, 2023, 2025)] == [
        date(2021, 5, 2),
        date(2023, 4, 16),
        date(2025, 4, 20),
    ]


@pytest.mark.parametrize("change", [{"rule": "13"}, {"rule": 5}, {"words": []}, {"words": ["Fair"]}, {"day": 1}])
def test_a_row_that_is_not_as_it_should_be_is_refused(change):
    with pytest.raises(KnowledgeError):
        parse_holidays({"holiday": [FAIR | change]}, name="t")
