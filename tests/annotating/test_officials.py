"""Officials behind their titles, told from mentions made by hand."""

import pytest
from mention_samples import found, tokens_of, words_of

from onrecord.annotating.officials import with_officials


def read(text, *mentions):
    """Kind and words of each mention that is left; each is given by its words and its kind."""
    tokens = tokens_of(text)
    made = [found(tokens, words, kind=kind) for words, kind in mentions]
    return [(one.kind, " ".join(one.words)) for one in with_officials(made, words_of(tokens), tokens)]


@pytest.mark.parametrize(
    ("text", "mentions", "person"),
    [
        (
            "Secretary of State Lind left.",
            [("Secretary", "organization"), ("State", "organization")],
            "secretary of state lind",
        ),
        (
            "Treasury Secretary Lind left.",
            [("Treasury Secretary", "organization"), ("Lind", "organization")],
            "treasury secretary lind",
        ),
        ("Attorney General Mara Lind left.", [("Mara Lind", "organization")], "attorney general mara lind"),
        ("Interior Minister Lind left.", [], "interior minister lind"),
    ],
)
def test_who_stands_behind_an_office_is_a_person_with_the_title(text, mentions, person):
    assert read(text, *mentions) == [("person", person)]


def test_a_known_person_stays_and_loses_the_body_in_the_title():
    kept = read("Secretary of State Mara Lind left.", ("Secretary", "organization"), ("Mara Lind", "person"))
    assert kept == [("person", "secretary of state mara lind")]


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary of State left.",
        "Secretary of State Office staff left.",
        "Major General Lind left.",
        "On Minister Monday Lind left.",
    ],
)
def test_where_no_name_follows_an_office_of_state_nothing_changes(text):
    assert read(text) == []
