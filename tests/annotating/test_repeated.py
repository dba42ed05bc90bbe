"""What stands in an article several times is everywhere what it is on the whole."""

import numpy as np
import pytest
from mention_samples import place_of, tokens_of

from onrecord.annotating.repeated import even_out
from onrecord.chains import KINDS, NAME, NOMINAL

PERSON, BODY, PLACE = ([float(kind == other) for other in KINDS] for kind in ("person", "organization", "place"))
TORN = [0.4, 0.6, 0.0, 0.0]


def evened(text, names, *, missed=0.4):
    """The likeliest kind of each name's head behind the evening, "none" where it is no head.

    Args:
        names: words as they stand, with the number of the place where they do, and their probabilities of each kind, or
            None where no head is seen there.
        missed: the probability of being a head there.
    """
    tokens = tokens_of(text)
    kinds = np.zeros((len(tokens), 5))
    kinds[:, 0] = 1
    forms = np.full(len(tokens), NOMINAL)
    borders, heads = {}, []
    for words, number, chances in names:
        first, last = place_of(tokens, words, number)
        heads.append(first)
        kinds[first] = [1 - missed, missed, 0, 0, 0] if chances is None else [0, *chances]
        forms[first] = NOMINAL if chances is None else NAME
        borders[first] = first, last
    kinds, forms = even_out(kinds, forms, borders.get, tokens)
    return [KINDS[int(kinds[at, 1:].argmax())] if kinds[at, 0] < 0.5 and forms[at] == NAME else "none" for at in heads]


def test_a_name_is_what_most_of_its_places_tell():
    text = "Wedbrook paid. Wedbrook lied. Wedbrook left."
    assert evened(text, [("Wedbrook", 0, BODY), ("Wedbrook", 1, TORN), ("Wedbrook", 2, PERSON)]) == ["organization"] * 3


@pytest.mark.parametrize(
    ("longer", "kind", "chances", "expected"),
    [
        pytest.param("Wedbrook Securities", BODY, [0.6, 0.4, 0, 0], "organization", id="a firm"),
        pytest.param("Jo Wedbrook", PERSON, TORN, "person", id="a man by his surname"),
        pytest.param("Wedbrook Jo", PERSON, TORN, "person", id="a man by his first name"),
        pytest.param("Wedbrook Herald", BODY, [0.1, 0.1, 0.8, 0], "place", id="the town of the paper"),
        pytest.param("Bank Wedbrook", BODY, [0.6, 0.4, 0, 0], "person", id="the end of a body's name"),
    ],
)
def test_one_word_is_what_the_longer_name_with_it_is(longer, kind, chances, expected):
    text = f"{longer} paid. Then came Wedbrook."
    assert evened(text, [(longer, 0, kind), ("Wedbrook", 1, chances)])[1] == expected


def test_a_word_in_names_of_two_kinds_stays_as_it_is():
    text = "Wedbrook Securities paid Jo Wedbrook. Then came Wedbrook."
    names = [("Wedbrook Securities", 0, BODY), ("Jo Wedbrook", 0, PERSON), ("Wedbrook", 2, TORN)]
    assert evened(text, names)[2] == "organization"


def test_a_name_that_is_seen_elsewhere_is_seen_here():
    text = "Jo Lind came. They met Jo Lind."
    assert evened(text, [("Jo Lind", 0, PERSON), ("Jo Lind", 1, None)]) == ["person", "person"]


def test_what_hardly_looks_like_a_name_here_is_none():
    text = "They met Will. Will he come?"
    assert evened(text, [("Will", 0, PERSON), ("Will", 1, None)], missed=0.2) == ["person", "none"]


def test_a_name_of_which_the_places_tell_as_much_one_thing_as_another_stays_as_it_is():
    assert evened("Nordby paid. Nordby lied.", [("Nordby", 0, BODY), ("Nordby", 1, PERSON)]) == [
        "organization",
        "person",
    ]


def test_a_part_of_a_longer_name_is_no_name_of_its_own():
    text = "Lind came. They met Mara Lind."
    assert evened(text, [("Lind", 0, PERSON), ("Lind", 1, None)]) == ["person", "none"]


def test_a_title_before_a_name_does_not_part_it_from_the_same_name_without():
    text = "Lind came. Lind sang. President Lind left."
    tokens = tokens_of(text)
    kinds = np.zeros((len(tokens), 5))
    kinds[:, 0] = 1
    kinds[0], kinds[3], kinds[7] = [0, *PERSON], [0, *PERSON], [0, *TORN]
    forms = np.full(len(tokens), NOMINAL)
    forms[[0, 3, 7]] = NAME
    found, _ = even_out(kinds, forms, {0: (0, 1), 3: (3, 4), 7: (6, 8)}.get, tokens)
    assert found[7, 1:].argmax() == 0
