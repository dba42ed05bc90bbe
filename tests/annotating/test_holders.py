import numpy as np
import pytest
from mention_samples import clusters_of, found

from onrecord.annotating.holders import holder_by_owner, speaks_against, told_by_noun


def told(title, description, *, head):
    """Clusters of Lind, who is named with a title; the second mention is a description that is open."""

    def make(tokens):
        return [
            found(tokens, f"{title} Lind", head="Lind"),
            found(tokens, f"The {description}", "nominal", head=head),
        ]

    clusters = clusters_of(f"{title} Lind came. The {description} left.", make)
    clusters.add(0, None)
    return clusters


@pytest.mark.parametrize(
    ("title", "description", "head"),
    [
        ("analyst", "Conservative candidate", "candidate"),
        ("spokeswoman", "president", "president"),
        ("sprinter", "president", "president"),
        ("swimmer", "director", "director"),
        ("businessman", "Ardale governor", "governor"),
        ("Labour", "Conservative nominee", "nominee"),
    ],
)
def test_some_titles_speak_against_an_office(title, description, head):
    assert speaks_against(told(title, description, head=head), 1, 0)


@pytest.mark.parametrize(
    ("title", "description", "head"),
    [
        ("Governor", "Ardale governor", "governor"),
        ("Labour", "Labour nominee", "nominee"),
        ("businessman", "Conservative nominee", "nominee"),
        ("analyst", "woman", "woman"),
    ],
)
def test_other_titles_leave_an_office_open(title, description, head):
    assert not speaks_against(told(title, description, head=head), 1, 0)


def firms(description):
    """Clusters of the heads of two firms and of the firms; the last mention is a description that is open."""
    text = f"Brun chief executive Jon Ek met Ostby CEO Karl Dahl. Brun and Ostby merge. Brun named {description}."

    def make(tokens):
        return [
            found(tokens, "Brun chief executive Jon Ek", head="Jon"),
            found(tokens, "Ostby CEO Karl Dahl", head="Karl"),
            found(tokens, "Brun", kind="organization", after=9),
            found(tokens, "Ostby", kind="organization", after=9),
            found(tokens, description.split()[0], "pronoun", kind="organization"),
            found(tokens, description, "nominal", head=description.split()[-1]),
        ]

    clusters = clusters_of(text, make)
    for number in range(4):
        clusters.add(number, None)
    clusters.add(4, 2)
    return clusters


def test_of_two_firms_the_owner_tells_whose_head_is_meant():
    assert holder_by_owner(firms("its CEO"), 5) == 0


def test_the_head_of_the_other_firm_is_not_meant():
    assert speaks_against(firms("its CEO"), 5, 1)


def test_a_post_that_nobody_was_told_to_hold_is_nobody_s():
    assert holder_by_owner(firms("its treasurer"), 5) is None


def called(noun, *, title="", others=1):
    """The cluster that "the pilot" is put into where the likeliest is Lind, and others are called by the noun."""
    crowd = ["the tall", "the old"][:others]
    text = f"{title} Lind came. {' and '.join(f'{one} {noun}' for one in crowd)} waved. The pilot left."

    def make(tokens):
        return [
            found(tokens, f"{title} Lind".strip(), head="Lind"),
            *(found(tokens, f"{one} {noun}", "nominal", head=noun) for one in crowd),
            found(tokens, "The pilot", "nominal", head="pilot"),
        ]

    clusters = clusters_of(text, make)
    for number in range(1 + others):
        clusters.add(number, None)
    return told_by_noun(clusters, 1 + others, np.arange(1 + others), 0)


def test_the_pilot_is_who_was_called_a_pilot():
    assert called("pilot") == 1


@pytest.mark.parametrize(("noun", "how"), [("sailor", {}), ("pilot", {"others": 2}), ("pilot", {"title": "pilot"})])
def test_the_pilot_stays_the_likeliest(noun, how):
    assert called(noun, **how) is None
