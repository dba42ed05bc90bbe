import pytest
from mention_samples import found, tokens_of

from onrecord.annotating.names import (
    ACRONYM,
    FIRST_NAME,
    PART,
    SAME,
    SAME_PERSON,
    SAME_WORD,
    SURNAME,
    initials,
    match_names,
    name_words,
    title_words,
)


def words_of(phrase, **how):
    return name_words(found(tokens_of(phrase), phrase, **how))


def match_people(new, known):
    return match_names(tuple(new.split()), tuple(known.split()), is_person=True, was_person=True)


def match_bodies(new, known):
    return match_names(tuple(new.split()), tuple(known.split()), is_person=False, was_person=False)


def test_a_person_s_title_is_no_part_of_the_name():
    assert words_of("Foreign Minister Mara Lind", head="Mara") == ("mara", "lind")


def test_a_possessive_ending_is_no_part_of_a_name():
    assert words_of("Mara Lind’s") == ("mara", "lind")


def test_jr_is_no_part_of_a_name():
    assert words_of("Jon Ek Jr.") == ("jon", "ek")


def test_a_body_s_article_is_no_part_of_its_name():
    assert words_of("the Northern League", kind="organization") == ("northern", "league")


def test_an_ampersand_is_part_of_a_name():
    assert words_of("Holm & Brandt", kind="organization") == ("holm", "&", "brandt")


def test_letters_with_full_stops_are_one_word():
    assert words_of("the U.N.", kind="organization") == ("u.n.",)


def test_a_single_initial_keeps_its_full_stop():
    assert words_of("Karl J. Brandt") == ("karl", "j.", "brandt")


def test_two_initials_are_one_word():
    assert words_of("J. K. Brandt") == ("j.k.", "brandt")


def test_a_name_of_one_letter_is_left_as_it_is():
    assert words_of("Q", kind="organization") == ("q",)


def test_a_name_that_is_nothing_but_a_determiner_is_kept():
    assert words_of("The", kind="organization") == ("the",)


def test_titles_are_the_words_before_a_person_s_name():
    tokens = tokens_of("Mr. Lind")
    assert title_words(found(tokens, "Mr. Lind", head="Lind")) == {"mr"}


def test_bodies_have_no_titles():
    tokens = tokens_of("Northern League")
    assert title_words(found(tokens, "Northern League", kind="organization", head="League")) == frozenset()


@pytest.mark.parametrize(
    ("new", "known", "sure"),
    [
        ("mara lind", "mara lind", SAME),
        ("lind", "lind", SAME_WORD),
        ("lind", "mara lind", SURNAME),
        ("mara lind", "lind", SURNAME),
        ("mara", "mara lind", FIRST_NAME),
        ("mara e. lind", "mara lind", SAME_PERSON),
        ("m. lind", "mara lind", SAME_PERSON),
        ("mara lind", "m lind", SAME_PERSON),
        ("jon lind", "mara lind", 0),
        ("j. lind", "mara lind", 0),
        ("mara ek", "mara lind", 0),
        ("u.n.", "omar n.", 0),
        ("karl", "mara lind", 0),
    ],
)
def test_people_match_by_first_name_initial_and_surname(new, known, sure):
    assert match_people(new, known) == sure


@pytest.mark.parametrize(
    ("new", "known", "sure"),
    [
        ("lnp", "league of northern ports", ACRONYM),
        ("league of northern ports", "lnp", ACRONYM),
        ("l.n.p.", "league of northern ports", ACRONYM),
        ("harbour board", "harbour safety board", PART),
        ("brandt shipping", "brandt shipping co", PART),
        ("ardale", "ardale times", 0),
        ("harbour", "harbour board", 0),
        ("border police", "harbour board", 0),
        ("n", "northern", 0),
    ],
)
def test_bodies_match_by_initials_and_parts(new, known, sure):
    assert match_bodies(new, known) == sure


def test_a_name_alone_means_the_person_known_by_it_whatever_it_looks_like():
    assert match_names(("brandt",), ("karl", "brandt"), is_person=False, was_person=True) == SURNAME


def test_no_words_match_nothing():
    assert match_names((), ("lind",), is_person=True, was_person=True) == 0


def test_surer_matches_are_higher():
    assert SAME > SAME_PERSON > SAME_WORD > ACRONYM > SURNAME > PART > FIRST_NAME > 0


def test_initials_pass_over_small_words():
    assert initials(("bureau", "of", "harbours", "and", "mines")) == "bhm"
