import numpy as np
import pytest
from mention_samples import clusters_of, found

from onrecord.annotating.antecedents import MODEL, candidates, describe, is_anaphor, score
from onrecord.inference import load_model
from onrecord.records import Content, Cue, Source, Span, Statement

TEXT = (
    "Mara Lind met the old mayor and the rebels. She said that the mayor would stay. "
    "He believed he could persuade Lind."
)


def make(tokens):
    return [
        found(tokens, "Mara Lind", male=0.05),
        found(tokens, "the old mayor", "nominal", head="mayor", male=0.9),
        found(tokens, "the rebels", "nominal", head="rebels", plural=0.95),
        found(tokens, "She", "pronoun", male=0.0),
        found(tokens, "the mayor", "nominal", head="mayor", male=0.9),
        found(tokens, "He", "pronoun", male=1.0),
        found(tokens, "he", "pronoun", male=1.0),
        found(tokens, "Lind", male=0.05, after=19),
    ]


def span(words):
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


BELIEF = Statement(
    "", Source((span("He"),)), Cue((span("believed"),), "believe", "think"),
    Content.of((span("he could persuade Lind"),)), "indirect", 0.9,
)  # fmt: skip


@pytest.fixture
def clusters():
    """Lind, the mayor, the rebels; the mentions from "She" on are open."""
    made = clusters_of(TEXT, make, [BELIEF])
    for number in range(3):
        made.add(number, None)
    return made


def features_of_the_model():
    return next(given.shape[1] for given in load_model(MODEL)._session.get_inputs() if given.name == "features")


@pytest.mark.parametrize("number", range(3, 7))
def test_a_description_has_as_many_features_as_the_model_takes(clusters, number):
    assert describe(clusters, number, np.arange(3)).shape == (3, features_of_the_model())


@pytest.mark.parametrize("number", range(3, 7))
def test_every_feature_is_a_number(clusters, number):
    assert np.isfinite(describe(clusters, number, np.arange(3))).all()


def test_with_no_cluster_there_is_nothing_to_describe(clusters):
    assert describe(clusters, 3, np.arange(0)).shape == (0, features_of_the_model())


def links_of_the_model():
    widths = {given.name: given.shape[1] for given in load_model(MODEL)._session.get_inputs()}
    return widths["later"] + widths["last"] + widths["naming"]


def test_chances_add_up_to_one(clusters):
    links = np.zeros((len(clusters.mentions), links_of_the_model()), np.float32)
    assert score(clusters, 3, np.arange(3), links).sum() == pytest.approx(1, abs=1e-5)


def test_there_is_a_chance_for_each_cluster_and_for_none(clusters):
    links = np.zeros((len(clusters.mentions), links_of_the_model()), np.float32)
    assert score(clusters, 3, np.arange(3), links).shape == (4,)


def test_a_source_is_nobody_whom_its_own_statement_names(clusters):
    assert 0 not in candidates(clusters, 5)


def test_a_pronoun_that_is_no_source_may_be_anyone(clusters):
    assert candidates(clusters, 3).tolist() == [0, 1, 2]


def test_a_single_one_is_not_several(clusters):
    assert 2 not in candidates(clusters, 4)


def test_a_description_of_something_new_is_none_of_those_before():
    made = clusters_of(
        "Mara Lind met with a mayor.",
        lambda t: [found(t, "Mara Lind"), found(t, "a mayor", "nominal", head="mayor")],
    )
    made.add(0, None)
    assert candidates(made, 1).tolist() == []


def test_a_description_of_something_new_may_be_the_name_that_it_stands_beside():
    made = clusters_of(
        "Mara Lind, a mayor, came.", lambda t: [found(t, "Mara Lind"), found(t, "a mayor", "nominal", head="mayor")]
    )
    made.add(0, None)
    assert candidates(made, 1).tolist() == [0]


def test_a_description_is_nobody_inside_it():
    made = clusters_of(
        "Lind's deputy came.", lambda t: [found(t, "Lind"), found(t, "Lind's deputy", "nominal", head="deputy")]
    )
    made.add(0, None)
    assert candidates(made, 1).tolist() == []


def test_named_people_are_never_too_far_away():
    names = [f"{letter}{vowel}st" for letter in "BDFGKLMNPR" for vowel in "aeiou"]
    text = f"Mara Lind came. {' '.join(names)} too. She left."
    made = clusters_of(
        text,
        lambda t: [
            found(t, "Mara Lind"),
            *(found(t, name, "nominal") for name in names),
            found(t, "She", "pronoun"),
        ],
    )
    for number in range(len(names) + 1):
        made.add(number, None)
    among = candidates(made, len(names) + 1)
    assert (0 in among, len(among)) == (True, 41)


@pytest.mark.parametrize(
    ("words", "form", "asked"),
    [
        ("he", "pronoun", True),
        ("they", "pronoun", True),
        ("we", "pronoun", False),
        ("I", "pronoun", False),
        ("the mayor", "nominal", True),
        ("officials", "nominal", True),
        ("Lind", "name", False),
    ],
)
def test_third_persons_and_descriptions_are_asked_about(words, form, asked):
    (mention,) = clusters_of(words, lambda tokens: [found(tokens, words, form)]).mentions
    assert is_anaphor(mention) == asked
