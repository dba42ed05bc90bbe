"""Names of things, told from mentions made by hand."""

import pytest
from mention_samples import found, tokens_of, words_of

from onrecord.annotating.things import without_things


def kinds(text, *names, **how):
    """The kinds of the names that the mention head took for people, each where it stands first after the one before."""
    tokens = tokens_of(text)
    made, after = [], 0
    for name in names:
        made.append(found(tokens, name, after=after, **how))
        after = made[-1].last
    return [mention.kind for mention in without_things(made, words_of(tokens), tokens)]


def test_a_name_with_an_article_is_a_thing_s_wherever_it_stands():
    assert kinds("The Brun Nine will fly. Brun Nine is new.", "Brun Nine", "Brun Nine") == ["other", "other"]


def test_a_rocket_s_name_is_a_thing_s():
    assert kinds("Ek showed Brun Nine rockets.", "Brun Nine") == ["other"]


@pytest.mark.parametrize("text", ["The Mara Lind trial began.", "Mara Lind came.", "The late Mara Lind came."])
def test_a_person_stays_one(text):
    assert kinds(text, "Mara Lind") == ["person"]


def test_the_linds_are_people():
    assert kinds("The Mara Linds will come.", "Mara Linds", plural=0.9) == ["person"]


def test_a_country_s_name_is_the_country_s():
    assert kinds("Ek was in Israel. Israel said no.", "Israel", "Israel", sure=0.7) == ["place", "place"]


@pytest.mark.parametrize("text", ["Michael Jordan came. Jordan said no.", "Jordan Ek came. Jordan said no."])
def test_a_country_s_name_beside_another_is_a_person_s(text):
    assert kinds(text, "Jordan", "Jordan", sure=0.7) == ["person", "person"]


def test_who_is_surely_a_person_is_one_under_a_country_s_name():
    assert kinds("Jordan laughed.", "Jordan", sure=0.95) == ["person"]
