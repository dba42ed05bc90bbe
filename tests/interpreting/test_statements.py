import pytest

from onrecord.interpreting.statements import number_statements
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
