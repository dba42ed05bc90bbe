import re

import pytest

from onrecord.annotating.times.patterns import Codes, firsts, names_of, parse, to_expression, words_of
from onrecord.errors import InternalError

CODES = {"A": "a", "B": "b", "C": "c", "go": "g"}


def codes(item):
    return "".join(CODES[name] for name in names_of(item))


def takes(pattern, text):
    return re.fullmatch(to_expression(parse(pattern), codes), text) is not None


def test_items_follow_each_other():
    assert takes("A go B", "agb")
    assert not takes("A go B", "ab")


def test_an_item_may_be_optional():
    assert takes("A B? C", "ac")
    assert takes("A B? C", "abc")


def test_a_bracket_chooses():
    assert [text for text in ("ac", "bgc", "c", "agc") if takes("( A | B go ) C", text)] == ["ac", "bgc"]


def test_a_choice_may_be_optional():
    assert takes("( A | B )? C", "c")


def test_an_item_may_be_one_of_several_classes():
    assert takes("A/go C", "gc")


def test_a_name_may_stand_in_several_branches():
    match = re.fullmatch(to_expression(parse("( n:A | go n:B )"), codes), "gb")
    assert (match["n_0"], match["n_1"]) == (None, "b")


def test_a_pattern_begins_with_all_that_may_come_first():
    assert firsts(parse("A? ( B | C )? go"), codes) == frozenset("abcg")


def test_the_words_of_a_pattern_are_all_it_names():
    assert list(words_of(parse("A ( n:B/go | C )?"))) == ["A", "B", "go", "C"]


@pytest.mark.parametrize("pattern", ["( A", "A )", "A | B"])
def test_a_pattern_that_does_not_hold_together_is_our_mistake(pattern):
    with pytest.raises(InternalError):
        parse(pattern)


def test_a_class_that_no_word_has_is_our_mistake():
    with pytest.raises(InternalError):
        Codes().taken(parse("A").nodes[0])
