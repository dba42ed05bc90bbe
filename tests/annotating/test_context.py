import numpy as np
import pytest
from mention_samples import found, place_of, tokens_of

from onrecord.annotating.context import find_leading, read_context
from onrecord.records import Content, Cue, Source, Span, Statement

TEXT = "“The truce will hold,” said Mara Lind. Her deputy denied that it would."


def span(words, text=TEXT):
    return Span.of(text, text.index(words), text.index(words) + len(words))


def statement(source, cue, content, quotation="direct", **how):
    by = source and Source((span(source),))
    return Statement("", by, Cue((span(cue),), cue, "say"), Content.of((span(content),)), quotation, 0.9, **how)


def sentences(text):
    """The sentences of a text, as its words."""
    tokens = tokens_of(text)
    numbers = read_context(tokens, ()).sentences
    return [" ".join(np.array(tokens.words)[numbers == n]) for n in range(numbers.max() + 1)]


def words_where(numbers, wanted, text=TEXT):
    return [word for word, number in zip(tokens_of(text).words, numbers, strict=True) if number == wanted]


def test_a_capital_after_a_full_stop_begins_a_sentence():
    assert sentences("The port closed. Ships waited.") == ["The port closed .", "Ships waited ."]


@pytest.mark.parametrize("text", ["On Monday Mr. Lind came.", "On Monday Sen. Ek came.", "Karl J. Brandt came."])
def test_the_full_stop_of_an_abbreviation_ends_no_sentence(text):
    assert len(sentences(text)) == 1


def test_a_small_letter_after_a_full_stop_begins_none():
    assert len(sentences("The port closed. and stayed so")) == 1


def test_a_closing_mark_belongs_to_the_sentence_before():
    assert sentences("“It held.” Ek agreed.") == ["“ It held . ”", "Ek agreed ."]


def test_a_line_break_begins_a_sentence_and_a_paragraph():
    context = read_context(tokens_of("Truce holds\nmostly"), ())
    assert (context.sentences.tolist(), np.diff(context.paragraphs).tolist()) == ([0, 0, 1], [0, 1])


def test_words_of_a_source_know_their_statement():
    context = read_context(tokens_of(TEXT), [statement("Mara Lind", "said", "“The truce will hold,”")])
    assert words_where(context.source_of, 0) == ["Mara", "Lind"]


def test_words_of_a_content_know_their_statement():
    statements = [
        statement("Mara Lind", "said", "“The truce will hold,”"),
        statement("Her deputy", "denied", "that it would", "indirect"),
    ]
    assert words_where(read_context(tokens_of(TEXT), statements).inside, 1) == ["that", "it", "would"]


def test_only_direct_quotations_are_direct():
    statements = [
        statement("Mara Lind", "said", "“The truce will hold,”"),
        statement("Her deputy", "denied", "that it would", "indirect"),
    ]
    assert read_context(tokens_of(TEXT), statements).direct == (True, False)


def test_a_statement_may_have_no_source():
    context = read_context(tokens_of(TEXT), [statement(None, "said", "“The truce will hold,”")])
    assert (context.sources, context.source_of.max()) == ((None,), -1)


@pytest.fixture
def nested():
    outer = statement("Mara Lind", "said", "“The truce will hold,”")
    return read_context(
        tokens_of(TEXT), [statement("Her deputy", "denied", "that it would", "indirect", nested_in=outer), outer]
    )


def test_the_source_of_a_nested_statement_is_known(nested):
    assert words_where(nested.source_of, 1) == ["Her", "deputy"]


def test_what_a_nested_statement_holds_counts_as_said_by_the_outer_one(nested):
    assert words_where(nested.inside, 1) == []


def test_a_text_without_words_has_an_empty_context():
    context = read_context(tokens_of(""), ())
    assert (context.words, len(context.sentences)) == ((), 0)


def test_the_first_of_people_and_bodies_leads_its_sentence():
    text = "On Monday Mara Lind met Jon Holm. The council agreed."
    tokens = tokens_of(text)
    mentions = [
        found(tokens, "Monday", kind="other"),
        found(tokens, "Mara Lind"),
        found(tokens, "Jon Holm"),
        found(tokens, "The council", "nominal", kind="organization"),
    ]
    assert find_leading(mentions, read_context(tokens, ())) == {1, 3}


def test_sources_are_ranges_of_words():
    tokens = tokens_of(TEXT)
    context = read_context(tokens, [statement("Mara Lind", "said", "“The truce will hold,”")])
    assert context.sources == (place_of(tokens, "Mara Lind"),)
