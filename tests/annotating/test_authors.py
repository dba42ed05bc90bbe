"""Authors in bylines are nobody in the story."""

from __future__ import annotations

import pytest

import onrecord


@pytest.fixture(scope="module")
def reader():
    return onrecord.Reader()


def people(reader, text):
    return {entity.name for entity in reader.read(text, published="2018-04-05").entities if entity.kind == "person"}


@pytest.mark.parametrize(
    "byline",
    [
        "Jon R. Ekman Jr., The Harbour Post March 31, 2018 2:36 pm. ",
        "By Nate Berg, Associated Press\n\n",
        "By JILL EKMAN and JON BERG, Associated Press\n\n",
    ],
)
def test_who_wrote_the_article_is_nobody_in_it(reader, byline):
    text = byline + "Laura Lind left the port on Monday. She said that the strike was over."
    assert people(reader, text) == {"Laura Lind"}


def test_pronouns_mean_nobody_of_the_byline(reader):
    text = "Jon R. Ekman Jr., The Harbour Post March 31, 2018 2:36 pm. Before Laura Lind left, she said it was over."
    record = reader.read(text, published="2018-04-05")
    assert [entity.name for s in record.statements if s.source for entity in s.source.entities] == ["Laura Lind"]


def test_names_that_open_a_story_are_in_it(reader):
    text = "Mara Lind, mayor of Ardale, said on March 3 that she would resign. She said that it was time."
    assert people(reader, text) == {"Mara Lind"}
