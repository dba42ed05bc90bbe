import pytest

from onrecord.inference import models_folder
from onrecord.interpreting.floating import join_floating
from onrecord.interpreting.quoting import complete_quotations, quotation_of, quoted_paragraphs
from onrecord.interpreting.settling import drop_strays
from onrecord.interpreting.spans import Attribution, TaggedSpan
from onrecord.tokens import load_tokenizer, tokenize


@pytest.fixture(scope="module")
def tokens_of():
    tokenizer = load_tokenizer(models_folder() / "tokenizer.json")
    return lambda text: tokenize(text, tokenizer)


def span(role, text, words, tokens):
    start = text.index(words)
    first = next(i for i, s in enumerate(tokens.starts) if s >= start)
    last = next(i for i, e in enumerate(tokens.ends) if e >= start + len(words)) + 1
    return TaggedSpan(role, first, last, 0.9, 0.9)


def complete(tokens_of, text, *parts):
    tokens = tokens_of(text)
    source, cue, *contents = (span(role, text, words, tokens) for role, words in parts)
    (whole,) = complete_quotations(tokens, [Attribution(cue, source, tuple(contents))])
    return [text[tokens.starts[c.first] : tokens.ends[c.last - 1]] for c in whole.contents]


def test_a_content_cut_inside_a_quotation_reaches_to_its_marks(tokens_of):
    text = "“There are men who have not slept in a bed,” she said."
    parts = [("source", "she"), ("cue", "said"), ("content", "slept in a")]
    assert complete(tokens_of, text, *parts) == ["“There are men who have not slept in a bed,”"]


def test_a_quotation_that_goes_on_in_the_next_paragraph_reaches_to_the_end_of_its_own(tokens_of):
    text = "“We wait,” she said. “There is no bread. There is no salt.\n“And there is no news at all.”"
    parts = [("source", "she"), ("cue", "said"), ("content", "“There is no bread.")]
    assert complete(tokens_of, text, *parts) == ["“There is no bread. There is no salt."]


def test_a_quotation_is_not_completed_over_its_own_speaker(tokens_of):
    text = "“We will wait, she said, until the spring comes.”"
    parts = [("source", "she"), ("cue", "said"), ("content", "until the")]
    assert complete(tokens_of, text, *parts) == ["until the spring comes.”"]


def test_a_heading_before_the_sentence_is_no_part_of_what_was_said(tokens_of):
    text = "Bridge falls in storm\nMara Lind said the northern road was closed."
    tokens = tokens_of(text)
    contents = tuple(span("content", text, words, tokens) for words in ("Bridge falls", "the northern road was closed"))
    (kept,) = drop_strays(tokens, [Attribution(span("cue", text, "said", tokens), None, contents)])
    assert kept.contents == contents[1:]


def test_what_follows_a_cue_in_lines_of_its_own_is_kept(tokens_of):
    text = "Mara Lind made one demand:\nthe northern road must open."
    tokens = tokens_of(text)
    content = span("content", text, "the northern road must open", tokens)
    attribution = Attribution(span("cue", text, "made one demand", tokens), None, (content,))
    assert drop_strays(tokens, [attribution]) == [attribution]


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("“We will not leave,” she said.", "“We will not leave,”", "direct"),
        ("She said they would not leave.", "they would not leave", "indirect"),
        ("She called the plan “a gift to thieves” on Monday.", "the plan “a gift to thieves”", "mixed"),
        ("He called it “unrealistic.”", "“unrealistic.”", "direct"),
    ],
)
def test_marks_decide_how_words_are_quoted(tokens_of, text, content, kind):
    tokens = tokens_of(text)
    found = span("content", text, content, tokens)
    assert quotation_of(tokens, [(found.first, found.last)]) == kind


def test_a_paragraph_that_is_one_quotation_is_found(tokens_of):
    text = "The hall fell silent.\n“We buried eleven people here this week alone.”\nNobody moved."
    assert len(list(quoted_paragraphs(tokens_of(text)))) == 1


def test_a_paragraph_that_also_speaks_for_itself_is_none(tokens_of):
    text = "Before.\n“We buried eleven people here this week alone,” the mayor said.\nAfter."
    assert not list(quoted_paragraphs(tokens_of(text)))


def read_floating(tokens_of, text, source, cue, content):
    tokens = tokens_of(text)
    attribution = Attribution(
        span("cue", text, cue, tokens), span("source", text, source, tokens), (span("content", text, content, tokens),)
    )
    (joined,) = join_floating(tokens, [attribution], [])
    return [text[tokens.starts[c.first] : tokens.ends[c.last - 1]] for c in joined.contents]


def test_a_quoted_paragraph_goes_on_from_the_speaker_before_it(tokens_of):
    text = "“The bridge is gone,” Mara Lind said.\n“We cross by boat now, and only after dark.”"
    contents = read_floating(tokens_of, text, "Mara Lind", "said", "“The bridge is gone,”")
    assert contents == ["“The bridge is gone,”", "“We cross by boat now, and only after dark.”"]


def test_a_quoted_paragraph_after_an_indirect_statement_belongs_to_nobody(tokens_of):
    text = "Mara Lind said the bridge was gone.\n“We cross by boat now, and only after dark.”"
    assert len(read_floating(tokens_of, text, "Mara Lind", "said", "the bridge was gone")) == 1


def test_a_quoted_paragraph_far_from_any_speaker_belongs_to_nobody(tokens_of):
    text = "“The bridge is gone,” Mara Lind said.\nRain fell all day.\n“We cross by boat now, and only after dark.”"
    assert len(read_floating(tokens_of, text, "Mara Lind", "said", "“The bridge is gone,”")) == 1
