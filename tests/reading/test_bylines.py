"""Names in bylines."""

import pytest

from onrecord.reading.articles import clean_names
from onrecord.reading.bylines import name_in_byline


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Mara Lind", "Mara Lind"),
        ("The Ardale Press Agency", "The Ardale Press Agency"),
        ("Kesh News", "Kesh News"),
        ("By Mara Lind", "Mara Lind"),
        ("Mara Lind For Gazette.com", "Mara Lind"),
        ("More Stories Mara Lind", "Mara Lind"),
        ("Mara Lind Is A Staff Reporter At The Gazette.", "Mara Lind"),
        ("Jan Brun", "Jan Brun"),
        ("May Brun", "May Brun"),
    ],
)
def test_a_byline_gives_the_name_in_it(line, name):
    assert name_in_byline(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "Author",
        "Senior Editor",
        "Special Correspondent",
        "Published A.M. Et Feb.",
        "3 Min Read",
        "Dec.",
        "About The Author",
        "Www.Gazette.Com",
        "Gazette.com Reporter",
        "https://gazette.example/mara",
        "You Will Find Her Mending Nets Or Reading Charts By The Sea.",
        "",
    ],
)
def test_what_is_no_name_in_a_byline_is_left_out(line):
    assert name_in_byline(line) is None


def test_a_name_that_comes_with_and_without_its_byline_is_one():
    assert clean_names(["Mara Lind", "More Stories Mara Lind", "Reporter"]) == ("Mara Lind",)
