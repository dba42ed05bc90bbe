import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.reading.jsons import read_json, read_json_lines
from onrecord.records import Article


def lines(*rows, limit=1_000_000):
    data = b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows)
    return list(read_json_lines(io.BytesIO(data), source="a.jsonl", max_bytes=limit))


def whole(data):
    data = data if isinstance(data, bytes) else json.dumps(data).encode()
    return list(read_json(data, source="a.json"))


def test_every_key_is_taken_over(article_text):
    (article,) = whole(
        {
            "id": 7, "title": "Mayor may resign", "text": article_text, "url": "https://gazette.example/7",
            "published": "2031-03-05 10:00", "publisher": "The Gazette", "authors": ["Jane Roe"], "language": "en",
        }
    )  # fmt: skip
    assert article == Article(
        id=article.id, text=article_text, given_id="7", title="Mayor may resign", url="https://gazette.example/7",
        publisher="The Gazette", authors=("Jane Roe",), language="en", published="2031-03-05T10:00",
        published_from="metadata",
    )  # fmt: skip


def test_the_text_is_the_string_unchanged(article_text):
    text = f"\ufeff \r\n{article_text}\u2028\t"
    assert whole({"text": text})[0].text == text


def test_date_publish_and_source_domain_stand_in(article_text):
    (article,) = whole(
        {"text": article_text, "date_publish": "2031-03-05T10:00:00", "source_domain": "gazette.example"}
    )
    assert (article.published, article.publisher) == ("2031-03-05T10:00:00", "gazette.example")


@pytest.mark.parametrize("date", ["soon", "", None, 12, {"day": 1}, "05/06/2031"])
def test_a_nonsense_date_is_null_and_no_refusal(article_text, date):
    assert whole({"text": article_text, "published": date})[0].published is None


def test_values_of_the_wrong_kind_are_left_out(article_text):
    (article,) = whole({"text": article_text, "id": True, "title": ["x"], "url": 3, "authors": {"name": "x"}})
    assert (article.given_id, article.title, article.url, article.authors) == (None, None, None, ())


def test_an_array_is_read_item_by_item(article_text):
    first, second, third = whole([{"text": article_text}, 3, {"text": article_text, "id": "b"}])
    assert (first.text, str(second), third.given_id) == (
        article_text,
        'a.json item 2: no JSON object stands here [bad-json]; write objects with a "text"',
        "b",
    )


def test_json_lines_are_read_under_the_ending_of_json(article_text):
    row = json.dumps({"text": article_text})
    assert [item.text for item in whole(f"{row}\n\n{row}\n".encode())] == [article_text] * 2


def test_a_record_that_onrecord_printed_is_read_again(article_text):
    record = {"onrecord": {}, "article": {"id": "f" * 64, "given_id": None, "text": article_text, "published": "2031",
                                          "published_from": "given"}}  # fmt: skip
    (article,) = whole(record)
    assert (article.given_id, article.published, article.published_from) == (None, "2031", "given")


def test_an_inferred_date_of_a_record_is_not_taken_for_a_fact(article_text):
    (article,) = whole({"article": {"text": article_text, "published": "2031-03", "published_from": "inferred"}})
    assert article.published is None


def test_a_bad_line_is_refused_by_its_number_and_the_rest_is_read(article_text):
    items = lines({"text": article_text}, b"", b'{"text": ', {"title": "x"}, {"text": 3}, {"text": article_text})
    assert [item.source if isinstance(item, Refused) else "read" for item in items] == [
        "read", "a.jsonl line 3", "a.jsonl line 4", "a.jsonl line 5", "read",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut off', "bad-json"),
        (b"[" * 100_000, "bad-json"),
        (b'{"text": ' * 50_000, "bad-json"),
        (b'{"text": NaN}', "bad-json"),
        (b"NaN", "bad-json"),
        (b"9" * 5_000, "bad-json"),
        (b'"only a string"', "bad-json"),
        (b'{"text": null}', "bad-json"),
        (b'{"text": "half \\ud800 a character"}', "not-text"),
        (b'{"text": "a\\u0000b"}', "not-text"),
        (b'{"text": "\xff\xfe"}', "not-text"),
        (b'{"text": " "}', "empty"),
        (b'{"text": "three words only"}', "not-an-article"),
    ],
)
def test_a_line_that_is_no_article_is_refused_with_its_reason(line, reason):
    assert [item.reason for item in lines(line)] == [reason]


def test_a_line_over_the_limit_is_skipped_and_the_next_read(article_text):
    first, second = lines(b'{"text": "' + b"x" * 5_000 + b'"}', {"text": article_text}, limit=2_000)
    assert (first.reason, first.source, second.text) == ("too-large", "a.jsonl line 1", article_text)


def test_lines_are_read_one_at_a_time(article_text):
    row = json.dumps({"text": article_text}).encode() + b"\n"

    class Endless(io.RawIOBase):
        def readline(self, _size=-1):
            return row

    stream = read_json_lines(Endless(), source="a.jsonl", max_bytes=10_000)
    assert next(stream).text == next(stream).text == article_text


def test_a_byte_order_mark_is_no_part_of_the_first_line(article_text):
    assert lines(b"\xef\xbb\xbf" + json.dumps({"text": article_text}).encode())[0].text == article_text


@pytest.mark.parametrize("data", [b"", b" \n", b"[]"])
def test_a_file_without_articles_is_empty(data):
    assert [item.reason for item in whole(data)] == ["empty"]


def test_duplicates_are_all_read(article_text):
    assert len(lines({"text": article_text}, {"text": article_text})) == 2


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["text", "title", "id", "published", "authors", "url", "article"]), inner)
        ),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_refused(value):
    assert all(isinstance(item, Article | Refused) for item in whole(value))
