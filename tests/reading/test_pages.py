import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.reading.pages import read_page
from onrecord.records import Article

SAID = "The mayor of Ardale, Ana Duarte, said on Monday that she would resign if the council passed the budget."
MORE = "“I have done what I could,” she told reporters at the town hall. “It is time for others to try.”"

LINKED = '<script type="application/ld+json">'


def page_of(*paragraphs, head=""):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def test_the_text_is_plain_paragraphs_without_headline_menu_or_marks(page):
    assert read_page(page.encode()).text == (
        "The mayor of Ardale, Ana Duarte, said on Monday that she would resign if the council passed the budget.\n"
        "“It is time”\n"
        "“I have done what I could,” she told reporters. “It is time for others.”\n"
        "The council’s clerk, Jon Reed, denied that there had been a quarrel.\n"
        "The vote is on Friday."
    )


def test_the_markup_says_title_authors_publisher_address_and_date(page):
    article = read_page(page.encode(), url="https://gazette.example/?id=7&ref=feed")
    assert (
        article.title,
        article.authors,
        article.publisher,
        article.url,
        article.published,
        article.published_from,
    ) == (
        "Mayor may resign",
        ("Jane Roe", "John Doe"),
        "The Ardale Gazette",
        "https://gazette.example/2031/03/mayor",
        "2031-03-03T18:30:00Z",
        "metadata",
    )


def test_a_given_date_wins_over_the_pages(page):
    article = read_page(page.encode(), published="2031-04")
    assert (article.published, article.published_from) == ("2031-04", "given")


def test_a_relative_canonical_link_is_completed():
    data = page_of(SAID, MORE, head='<link rel="canonical" href="/mayor">')
    assert read_page(data, url="https://gazette.example/x?y=z").url == "https://gazette.example/mayor"


@pytest.mark.parametrize("href", ["https://gazette.example/", "javascript:alert(1)", "", "http://[", "#top"])
def test_a_canonical_link_that_is_none_leaves_the_pages_own_address(href):
    data = page_of(SAID, MORE, head=f'<link rel="canonical" href="{href}">')
    assert read_page(data, url="https://gazette.example/mayor").url in {
        "https://gazette.example/mayor",
        "https://gazette.example/mayor#top",
    }


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2031-03-03T18:30:00+01:00">', "2031-03-03T18:30:00+01:00"),
        ('<meta name="DC.date.issued" content="2031-03-03">', "2031-03-03"),
        ('<meta itemprop="datePublished" content="March 3, 2031">', "2031-03-03"),
        (f'{LINKED}{{"@graph": [{{}}, {{"@type": ["Article"], "datePublished": 2031}}]}}</script>', "2031"),
    ],
)  # fmt: skip
def test_dates_of_publication_are_read_from_the_markup(head, date):
    assert read_page(page_of(SAID, MORE, head=head)).published == date


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2031-03-09">',
        '<meta name="last-modified" content="2031-03-09">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2031-03-09"}</script>',
        '<script type="application/ld+json">{"@type": "VideoObject", "datePublished": "2031-03-09"}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>',
        '<meta property="article:published_time" content="soon">',
    ],
)
def test_no_other_date_is_taken_for_that_of_publication(head):
    data = page_of("March 9, 2021", SAID, MORE, "The budget was drawn up on 2021-02-01. Copyright 2021.", head=head)
    assert read_page(data).published is None


def test_an_address_that_files_the_page_under_a_day_dates_it():
    head = '<link rel="canonical" href="https://gazette.example/2021/03/09/mayor">'
    article = read_page(page_of(SAID, MORE, head=head))
    assert (article.published, article.published_from) == ("2021-03-09", "metadata")


def test_a_marked_time_is_a_date_of_publication():
    assert read_page(
        page_of(SAID, MORE, '<time itemprop="datePublished" datetime="2031-03-03">now</time>')
    ).published == ("2031-03-03")


def test_an_unmarked_time_is_none():
    assert read_page(page_of(SAID, MORE, '<time datetime="2031-03-03">3 March</time>')).published is None


@pytest.mark.parametrize("nested", [None, [], {}, "x", 7, [[["x"]]], {"name": {"name": 3}}, {"name": ["A Roe", None]}])
def test_any_linked_data_is_survived(nested):
    import json

    data = json.dumps(
        [{"@type": "NewsArticle", "author": nested, "publisher": nested, "headline": nested, "@graph": nested}]
    )
    assert read_page(page_of(SAID, MORE, head=f'<script type="application/ld+json">{data}</script>')).text


def test_deep_linked_data_are_survived():
    deep = "[" * 50_000
    assert read_page(page_of(SAID, MORE, head=f'<script type="application/ld+json">{deep}</script>')).text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_the_pages_encoding_is_found(encoding):
    data = page_of(SAID, MORE, head='<meta charset="iso-8859-1">').decode().encode(encoding)
    assert read_page(data).text == f"{SAID}\n{MORE}"


def test_the_encoding_that_the_server_names_is_believed():
    data = page_of(SAID, MORE, "The café’s owner agreed.").decode().encode("cp1252")
    assert "café’s" in read_page(data, declared="windows-1252").text


def test_broken_html_is_read():
    data = f"<html><body><div><p>{SAID}<p>{MORE}<b><i></p></b></div></div><table><tr></body".encode()
    assert read_page(data).text == f"{SAID}\n{MORE}"


def test_a_fragment_is_read():
    assert read_page(f"<p>{SAID}</p><p>{MORE}</p>".encode()).text == f"{SAID}\n{MORE}"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body><nav><a href=/>Home</a></nav></body></html>", "not-an-article"),
        (b"<html>", "not-an-article"),
        (b"<" * 10_000, "not-an-article"),
        (b"<script>" * 10_000, "not-an-article"),
        (b"<!--" * 10_000, "not-an-article"),
        (b"<html><body>" + b"<div>" * 10_000 + SAID.encode() + b"</div>" * 10_000, "not-an-article"),
        (b"<html><body>" + b"<i>a</i>" * 60_000, "too-large"),
        (b"<html><body><p>a\0b</p>", "not-text"),
        (b"  \n", "empty"),
        (b"<html><body><h1>Page not found</h1><p>The page you are looking for does not exist.</p></body></html>",
         "not-an-article"),
    ],
)  # fmt: skip
def test_a_page_without_an_article_is_refused_with_its_reason(data, reason):
    with pytest.raises(Refused) as refused:
        read_page(data)
    assert (refused.value.reason, bool(refused.value.message)) == (reason, True)


def test_a_page_without_an_article_has_a_remedy():
    with pytest.raises(Refused) as refused:
        read_page(b"<html><body></body></html>")
    assert refused.value.remedy == "save the article's text in a file and read that"


def test_the_extractor_writes_nothing_on_standard_error(capfd):
    with pytest.raises(Refused):
        read_page(b"<html><body></body></html>")
    assert (capfd.readouterr().err, logging.getLogger("trafilatura").level) == ("", logging.NOTSET)


def test_a_page_is_read_alike_every_time(page):
    assert len({read_page(page.encode()) for _ in range(3)}) == 1


def outcome(data):
    try:
        return read_page(data)
    except Refused as refused:
        return refused


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div", ">", "<table><td>", "<br>", "<!--", "-->", "<script>", "&#0;", "&#xd800;"]
        )
        | st.just(SAID)
        | st.text(max_size=8),
        max_size=30,
    ).map("".join)
)
def test_any_markup_is_read_or_refused(html):
    assert isinstance(outcome(html.encode(errors="replace")), Article | Refused)
