import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.reading.plain import MAX_PLAIN_BYTES, read_plain

NEWS = "The mayor of Ardale, Ana Duarte, said on Monday that she would resign if the council passed the budget. " * 3


def test_the_text_is_the_input_and_nothing_is_made_up(article_text):
    article = read_plain(article_text.encode())
    assert (article.text, article.title, article.published, article.url) == (article_text, None, None, None)


def test_markdown_stays_as_it_is(article_text):
    text = f"# Mayor may resign\r\n\r\n* **one**\r\n\r\n{article_text}"
    assert read_plain(text.encode()).text == text


def test_a_byte_order_mark_is_no_part_of_the_text(article_text):
    assert read_plain(b"\xef\xbb\xbf" + article_text.encode()).text == article_text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Lo"]), max_size=40), st.text(" \t\r\n\f\v", max_size=9))
def test_any_text_about_an_english_article_comes_through_unchanged(words, space):
    text = f"{NEWS}{space}{words}{space}{NEWS}{space}"
    assert read_plain(text.encode()).text == text


def test_more_bytes_than_a_text_may_have_are_refused_unread():
    with pytest.raises(Refused, match="over 1 MB"):
        read_plain(b"\xff" * (MAX_PLAIN_BYTES + 1))
