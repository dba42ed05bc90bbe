from dataclasses import replace

import numpy as np
import pytest

from onrecord.annotating.encoding import encode
from onrecord.interpreting.spans import TaggedSpan
from onrecord.interpreting.statements import _is_apart, _source_before, find_statements, number_statements
from onrecord.records import Content, Cue, Source, Span, Statement

TEXT = "Mara Lind said the mayor had told her that the bridge would hold, and Jon Ek denied it."


def statement(source, cue, content):
    spans = [Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words)) for words in (source, cue, content)]
    return Statement("", Source((spans[0],)), Cue((spans[1],), cue, "say"), Content.of((spans[2],)), "indirect", 0.9)


@pytest.fixture
def numbered():
    outer = [
        statement("Mara Lind", "said", "the mayor had told her that the bridge would hold"),
        statement("Jon Ek", "denied", "it"),
    ]
    inner = statement("the mayor", "had told", "that the bridge would hold")
    return number_statements(outer, [(inner, outer[0])])


def test_statements_are_numbered_in_text_order(numbered):
    assert [(s.id, s.source.spans[0].surface) for s in numbered] == [
        ("s1", "Mara Lind"),
        ("s2", "the mayor"),
        ("s3", "Jon Ek"),
    ]


def test_a_nested_statement_stands_in_the_numbered_one_that_holds_it(numbered):
    assert [s.nested_in for s in numbered] == [None, numbered[0], None]


def contents(text):
    return [statement.content.text for statement in find_statements(text, encode(text))]


def test_to_call_a_meeting_is_to_say_nothing():
    text = "Mara Lind called an emergency meeting on Monday. Jon Ek said that he would come."
    assert contents(text) == ["that he would come"]


def test_to_call_something_a_disaster_is_to_say_it():
    assert contents("Mara Lind called it a disaster on Monday.") == ["it a disaster"]


HELD = "Jon Ek said that Mara Lind had told the whole council that the bridge would hold until May."


def is_apart(inner):
    """Whether a statement by Lind, whose content is `inner`, is apart from the content of Ek's that it stands in."""

    def span(words):
        return Span.of(HELD, HELD.index(words), HELD.index(words) + len(words))

    found = Statement(
        "",
        Source((span("Mara Lind"),)),
        Cue((span("had told"),), "tell", "say"),
        Content.of((span(inner),)),
        "indirect",
        0.9,
    )
    return _is_apart(found, span(HELD[HELD.index("that Mara") : -1]))


def test_a_part_of_what_holds_it_is_a_statement_of_its_own():
    assert is_apart("that the bridge would hold until May")


def test_what_says_nearly_all_of_what_holds_it_is_no_statement_of_its_own():
    assert not is_apart("Lind had told the whole council that the bridge would hold until May")


def half_seen(words, cue, chance):
    """The source that the words before a cue make, where the first reading gives each this chance of being in one."""
    encoding = encode(words)
    tags = np.full((len(encoding.tokens), 7), -30.0)
    tags[:, :2] = np.log([1 - chance, chance])
    first = encoding.tokens.words.index(cue)
    span = _source_before(TaggedSpan("cue", first, first + 1, 0.9, 0.9), replace(encoding, attribution_tags=tags))
    return span and " ".join(encoding.tokens.words[span.first : span.last])


def test_words_before_a_cue_that_were_half_seen_as_a_source_are_its_source():
    assert half_seen("The harbour mayor said that the bridge held", "said", 0.12) == "The harbour mayor"


def test_words_before_a_cue_that_were_hardly_seen_as_a_source_are_none():
    assert half_seen("The harbour mayor said that the bridge held", "said", 0.08) is None


def test_words_of_another_line_are_no_source():
    assert half_seen("The harbour mayor\nsaid that the bridge held", "said", 0.3) is None
