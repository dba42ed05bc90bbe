import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.reading import MAX_TEXT_BYTES, make_article


def test_the_text_is_kept_and_known_by_its_digest(article_text):
    text = f"  {article_text}\r\n\t"
    article = make_article(text)
    assert (article.text, article.id) == (text, hashlib.sha256(text.encode()).hexdigest())


def test_what_is_known_of_it_is_cleaned(article_text):
    article = make_article(
        article_text,
        title=" Mayor\n may \x1b[31mresign\u202e ",
        authors=["Jane Roe", " Jane  Roe", "", "https://gazette.example/jane", "John Doe"],
        publisher="",
        given_id="\ud800",
    )
    assert (article.title, article.authors, article.publisher, article.given_id) == (
        "Mayor may [31mresign", ("Jane Roe", "John Doe"), None, None,
    )  # fmt: skip


def test_the_language_is_said(article_text):
    assert make_article(article_text).language == "en"


def test_a_given_date_is_said_to_be_given(article_text):
    article = make_article(article_text, published="2031-03")
    assert (article.published, article.published_from) == ("2031-03", "given")


def test_a_given_date_that_is_none_is_the_callers_mistake(article_text):
    with pytest.raises(ValueError, match="no date"):
        make_article(article_text, published="March")


def test_a_nonsense_date_in_metadata_is_left_out(article_text):
    article = make_article(article_text, published="soon", published_from="metadata")
    assert (article.published, article.published_from) == (None, None)


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\u200b \u00ad\n"])
def test_nothing_but_white_space_is_empty(text):
    with pytest.raises(Refused) as refused:
        make_article(text)
    assert refused.value.reason == "empty"


def test_a_text_of_one_megabyte_is_read():
    sentence = "The mayor of Ardale said that she would go. "
    text = (sentence * (MAX_TEXT_BYTES // len(sentence) + 1))[:MAX_TEXT_BYTES]
    assert make_article(text).text == text


@pytest.mark.parametrize("letter", ["a", "é", "\U0001f600"])
def test_a_text_over_one_megabyte_of_utf8_is_refused(letter):
    with pytest.raises(Refused) as refused:
        make_article(letter * (MAX_TEXT_BYTES // len(letter.encode()) + 1))
    assert refused.value.reason == "too-large"


def test_another_language_is_refused_by_name():
    german = "Die Bürgermeisterin von Ardal sagte am Montag, sie werde zurücktreten, wenn der Haushalt angenommen wird."
    with pytest.raises(Refused, match="the text is in German") as refused:
        make_article(german)
    assert refused.value.reason == "unsupported-language"


@pytest.mark.parametrize("text", ["a\0b", "half \ud800 a character"])
def test_what_is_no_text_is_refused(text):
    with pytest.raises(Refused) as refused:
        make_article(text)
    assert refused.value.reason == "not-text"


def outcome(text, **known):
    try:
        return make_article(text, **known).text
    except Refused as refused:
        return f"refused: {refused.reason}"


@given(st.text(alphabet=st.characters(exclude_categories=[])), st.text(), st.one_of(st.none(), st.text()))
def test_any_string_is_an_article_of_that_text_or_refused(text, title, url):
    result = outcome(text, title=title, url=url)
    assert result == text or result.startswith("refused: ")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_an_article_takes_any_words_in_it_unchanged(words):
    text = f"The mayor of Ardale said on Monday that she would resign: “{words}” It is not known when she will go. " * 4
    # foreign words may be most of it
    assert outcome(text) in {text, "refused: unsupported-language", "refused: not-an-article", "refused: not-text"}
