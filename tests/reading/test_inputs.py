import io
import json
import os
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import REASONS, Refused
from onrecord.reading import ReadingOptions, read_input
from onrecord.records import Article

PRIVATE = ReadingOptions(allow_private=True)


def read_one(source, **options):
    (item,) = read_input(source, **options)
    return item


@pytest.fixture
def write(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


@pytest.fixture
def standard_input(monkeypatch):
    def give(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.MARKDOWN", "a", "a.news", "a b – c.txt"])
def test_a_text_file_is_read_as_it_is(write, article_text, name):
    assert read_one(write(name, article_text)).text == article_text


def test_html_in_a_text_file_is_text(write, article_text):
    text = f"<p>{article_text}</p>"
    assert read_one(write("a.txt", text)).text == text


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "page"])
def test_a_page_is_known_by_its_ending_or_first_bytes(write, page, name):
    assert read_one(write(name, page)).title == "Mayor may resign"


@pytest.mark.parametrize("start", ["<?xml version='1.0'?>\n<!-- saved -->\n", "\ufeff", "\n\n"])
def test_a_page_without_an_ending_is_known_after_what_precedes_it(write, page, start):
    assert read_one(write("page", start + page)).title == "Mayor may resign"


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson", "a"])
def test_json_is_known_by_its_ending_or_first_bytes(write, article_text, name):
    assert read_one(write(name, json.dumps({"text": article_text, "id": "x"}))).given_id == "x"


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a"])
@pytest.mark.parametrize("indent", [None, 2])
def test_an_array_of_articles_is_read_whatever_its_layout_and_ending(write, article_text, name, indent):
    data = json.dumps([{"text": article_text}, {"text": article_text}], indent=indent)
    assert [item.text for item in read_input(write(name, data))] == [article_text] * 2


def test_an_indented_object_without_an_ending_is_read(write, article_text):
    assert read_one(write("a", json.dumps({"text": article_text}, indent=2))).text == article_text


def test_a_bad_line_is_named_and_the_others_are_read(write, article_text):
    good = json.dumps({"text": article_text})
    path = write("a.jsonl", f"{good}\nnonsense\n{good}")
    assert [item.source if isinstance(item, Refused) else "read" for item in read_input(path)] == [
        "read", f"{path} line 2", "read",
    ]  # fmt: skip


def test_a_long_file_of_lines_has_no_limit_of_its_own(write, article_text):
    row = json.dumps({"text": article_text}) + "\n"
    path = write("a.jsonl", row * 50)
    options = ReadingOptions(max_bytes=len(row) + 1)
    assert all(isinstance(item, Article) for item in read_input(path, options=options))


def test_a_pdf_is_known_by_its_ending_or_first_bytes(write):
    pytest.importorskip("pypdf")
    assert {read_one(write(name, b"%PDF-1.4\n")).reason for name in ("a.pdf", "a")} == {"unreadable"}


def test_what_only_calls_itself_a_pdf_is_refused(write, article_text):
    assert read_one(write("a.pdf", article_text)).message == "this is no PDF file, whatever its name says"


def test_a_given_date_is_of_every_article(write, article_text):
    data = json.dumps([{"text": article_text, "published": "2030"}, {"text": article_text}])
    items = read_input(write("a.json", data), published="2031-03-05")
    assert [(item.published, item.published_from) for item in items] == [("2031-03-05", "given")] * 2


def test_a_given_date_that_is_none_is_told_at_once():
    with pytest.raises(ValueError, match="no date"):
        read_input("a.txt", published="soon")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf \n", "empty"),
        ("a.html", b"", "empty"),
        ("a.json", b"", "empty"),
        ("a.jsonl", b"\n", "empty"),
        ("a.pdf", b"", "empty"),
        ("a.txt", b"one two three", "not-an-article"),
        ("a.txt", b"We use cookies. Accept all cookies to go on. Manage your cookie settings here.", "not-an-article"),
        ("a.html", b"<html><body><p>We use cookies to improve our site.</p></body></html>", "not-an-article"),
        ("a.xml", b"<?xml version='1.0'?><rss><channel></channel></rss>", "not-an-article"),
        ("a.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0", "not-text"),
        ("a.docx", b"PK\x03\x04\x14\0\x06\0\x08\0", "not-text"),
        ("a.txt", "“Caf\xe9” said the mayor.".encode() + b"\xe9" + "“said” “the” mayor".encode(), "not-text"),
        ("a.txt", b"x" * 1_000_001, "too-large"),
        ("a.txt", b"x" * 4_000_005, "too-large"),
        ("a.json", b'{"title": "no text"}', "bad-json"),
        ("a.json", b"{", "bad-json"),
        ("a.json", b"[" * 200_000, "bad-json"),
        ("a.jsonl", b"[" * 200_000, "bad-json"),
        ("a.txt", "Die Bürgermeisterin sagte am Montag, sie werde zurücktreten.".encode(), "unsupported-language"),
    ],
)
def test_bad_input_is_refused_with_its_reason_and_name(write, name, data, reason):
    path = write(name, data)
    refused = read_one(path)
    assert (refused.reason, refused.source.startswith(str(path)), "." in refused.message[-1:]) == (reason, True, False)


@pytest.mark.parametrize("kind", ["html", "json", "pdf", "jsonl"])
def test_a_file_over_the_limit_is_refused(write, kind):
    options = ReadingOptions(max_bytes=10_000)
    assert read_one(write(f"a.{kind}", b'{"x": "' + b"x" * 10_000), options=options).reason == "too-large"


@pytest.mark.parametrize("source", ["no/such/file.txt", "", "a\0b", "\udcff.txt", "x" * 5_000])
def test_a_missing_file_is_refused(source):
    refused = read_one(source)
    assert (refused.reason in {"missing", "unreadable", "directory"}, bool(refused.source)) == (True, True)


def test_the_name_in_a_refusal_can_be_printed_anywhere():
    assert read_one("\udcff.txt").source == "?.txt"


def test_a_folder_is_refused_with_a_remedy(tmp_path):
    refused = read_one(tmp_path)
    assert (refused.reason, refused.remedy) == ("directory", f"name the files in it, as in {tmp_path}/*.txt")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_that_may_not_be_read_is_refused(write):
    path = write("a.txt", "text")
    path.chmod(0)
    assert read_one(path).reason == "unreadable"


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_a_file_that_cannot_be_read_is_refused(write, monkeypatch, error):
    path = write("a.txt", "text")

    def fail(*_, **__):
        raise error

    monkeypatch.setattr("pathlib.Path.open", fail)
    assert read_one(path).reason == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_read(tmp_path, article_text):
    import threading

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(article_text,))
    writer.start()
    item = read_one(pipe)
    writer.join()
    assert item.text == article_text


def test_standard_input_is_read_and_known_by_its_first_bytes(standard_input, article_text, page):
    texts = []
    for data in (article_text, page, json.dumps({"text": article_text}), json.dumps([{"text": article_text}])):
        standard_input(data.encode())
        texts.append(read_one("-").text.split()[-1])
    assert texts == ["Friday."] * 4


def test_lines_of_json_on_standard_input_are_read_as_they_come(standard_input, article_text):
    row = json.dumps({"text": article_text}) + "\n"
    standard_input((row * 2 + "{}\n").encode())
    *articles, refused = read_input("-", options=ReadingOptions(max_bytes=len(row)))
    assert (len(articles), refused.source) == (2, "standard input line 3")


@pytest.mark.parametrize(("data", "reason"), [(b"", "empty"), (b"x" * 4_000_005, "too-large"), (b"\0", "not-text")])
def test_bad_standard_input_is_refused(standard_input, data, reason):
    standard_input(data)
    refused = read_one("-")
    assert (refused.reason, refused.source) == (reason, "standard input")


def test_closed_standard_input_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert read_one("-").reason == "unreadable"


@pytest.mark.parametrize(
    ("kind", "charset"), [("text/html", "; charset=utf-8"), ("application/xhtml+xml", ""), ("", ""), ("text/xml", "")]
)
def test_a_page_at_an_address_is_read(site, page, kind, charset):
    site.serve("/a", page, kind=kind + charset)
    assert read_one(site.url("/a"), options=PRIVATE).url == "https://gazette.example/2031/03/mayor"


def test_a_text_at_an_address_is_read_with_the_address_it_ended_at(site, article_text):
    site.redirect("/old", "/new")
    site.serve("/new", article_text.encode("cp1252"), kind="text/plain; charset=iso-8859-1")
    article = read_one(site.url("/old"), options=PRIVATE)
    assert (article.text, article.url) == (article_text, site.url("/new"))


def test_json_at_an_address_is_read(site, article_text):
    site.serve("/a", json.dumps({"text": article_text}), kind="application/json")
    assert read_one(site.url("/a"), options=PRIVATE).text == article_text


@pytest.mark.parametrize(
    ("kind", "body", "reason"),
    [
        ("image/png", b"\x89PNG", "not-text"),
        ("application/zip", b"PK\x03\x04", "not-text"),
        ("application/rss+xml", b"<rss></rss>", "not-text"),
        ("text/xml", b"<rss></rss>", "not-an-article"),
        ("text/html", b"", "empty"),
        ("application/json", b"{", "bad-json"),
        ("application/pdf", b"no pdf", "unreadable"),
    ],
)
def test_an_answer_that_is_no_article_is_refused(site, kind, body, reason):
    site.serve("/a", body, kind=kind)
    refused = read_one(site.url("/a"), options=PRIVATE)
    assert (refused.reason, refused.source) == (reason, site.url("/a"))


@pytest.mark.parametrize(
    "address", ["ftp://news.example/a", "file:///etc/passwd", "HTTP://127.0.0.1/", "https://[::1]/"]
)
def test_an_address_that_may_not_be_read_is_refused(address):
    assert read_one(address).reason == "forbidden-address"


def test_a_password_in_an_address_is_not_repeated():
    assert str(read_one("https://user:secret@news.example/")).startswith("https://…@news.example/: ")


def test_the_network_can_be_replaced(site, article_text):
    site.serve("/", article_text)
    assert read_one(site.url("/", host="news.example"), network=site.network).text == article_text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["txt", "html", "json", "jsonl", "pdf", "bin"]),
    st.sampled_from(
        [b"", b"%PDF-1.4\n", b"<html>", b'{"text": "', b"[{", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1f\x8b\x08"]
    ),
    st.binary(max_size=300),
)
def test_any_bytes_by_any_name_are_read_or_refused_with_a_reason(tmp_path, ending, start, data):
    path = tmp_path / f"a.{ending}"
    path.write_bytes(start + data)
    items = list(read_input(path))
    assert items
    assert all(isinstance(item, Article) or (item.reason in REASONS and item.source) for item in items)
