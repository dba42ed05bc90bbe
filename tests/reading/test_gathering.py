"""Folders, patterns, archives and tables to articles; what is bad is refused and the rest is still read."""

from __future__ import annotations

import gzip
import json
import zipfile

import pytest
from warc_samples import warc_record

from onrecord.errors import Refused
from onrecord.reading.gathering import Gathering
from onrecord.reading.options import ReadingOptions
from onrecord.records import Article

TEXT = (
    "The harbour will reopen on Friday, Mayor Ines Calder said. Two trawlers had ignored the ban, she told reporters."
)
OTHER = "The northern channel was cleared on Sunday, the coast guard said. No one was hurt, and the port stayed open."
PAGE = f"<html><head><title>Harbour</title></head><body><article><p>{TEXT}</p><p>{OTHER}</p></article></body></html>"


def gather(*inputs, **options):
    return list(Gathering(inputs, **options))


def texts(incoming):
    return [each.item.text for each in incoming if isinstance(each.item, Article)]


def refusals(incoming):
    return [
        (each.item.source.rpartition("/")[2], each.item.reason) for each in incoming if isinstance(each.item, Refused)
    ]


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_text(OTHER)
    (tmp_path / "a.txt").write_text(TEXT)
    assert texts(gather(tmp_path)) == [TEXT, OTHER]


def test_what_holds_no_articles_is_passed_over_and_counted(tmp_path):
    for name in ("a.txt", "photo.jpg", "script.py", ".hidden.txt"):
        (tmp_path / name).write_text(TEXT)
    gathering = Gathering([tmp_path])
    assert (texts(gathering), gathering.passed_over) == ([TEXT], 3)


def test_pages_of_a_copied_site_are_read_whatever_their_names(tmp_path):
    (tmp_path / "index.php@id=7").write_text(PAGE)
    assert texts(gather(tmp_path)) == [f"{TEXT}\n{OTHER}"]


def test_a_folder_without_articles_is_refused(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    assert refusals(gather(tmp_path)) == [(tmp_path.name, "directory")]


def test_a_pattern_finds_what_it_matches(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text(TEXT)
    (tmp_path / "deep" / "b.md").write_text(OTHER)
    assert texts(gather(f"{tmp_path}/**/*.txt")) == [TEXT]


def test_a_pattern_that_matches_nothing_is_refused(tmp_path):
    assert refusals(gather(f"{tmp_path}/*.txt")) == [("*.txt", "missing")]


def test_a_file_named_twice_is_read_once(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert texts(gather(tmp_path / "a.txt", tmp_path)) == [TEXT]


def test_every_input_says_when_it_has_come_to_its_end(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert [each.item is None for each in gather(tmp_path)] == [False, True]


def test_how_far_it_has_come_is_known_in_bytes(tmp_path):
    lines = "".join(json.dumps({"text": f"{TEXT} {n}"}) + "\n" for n in range(2_000))
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", compresslevel=0) as packed:
        packed.write(lines)
    gathering = Gathering([tmp_path])
    seen = [gathering.done for _ in gathering]
    assert (seen == sorted(seen), 0 < seen[0] < gathering.total, seen[-1]) == (True, True, gathering.total)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz", "a.jsonl.gz"])
def test_gzipped_files_are_read(tmp_path, name):
    data = {"a.txt.gz": TEXT, "a.html.gz": PAGE, "a.jsonl.gz": json.dumps({"text": TEXT})}[name]
    (tmp_path / name).write_bytes(gzip.compress(data.encode()))
    assert texts(gather(tmp_path))[0].startswith(TEXT)


def make_zip(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_the_members_of_a_zip_are_read_and_bad_ones_refused(tmp_path):
    members = {
        "a.txt": TEXT,
        "empty.txt": " ",
        "b/c.jsonl.gz": gzip.compress(json.dumps({"text": OTHER}).encode()),
        "x.jpg": "?",
    }
    path = make_zip(tmp_path / "all.zip", **members)
    gathering = Gathering([path])
    found = list(gathering)
    assert (texts(found), refusals(found), gathering.passed_over) == (
        [TEXT, OTHER],
        [("all.zip empty.txt", "empty")],
        1,
    )


def test_an_archive_inside_an_archive_is_refused(tmp_path):
    inner = make_zip(tmp_path / "inner.zip", **{"a.txt": TEXT}).read_bytes()
    path = make_zip(tmp_path / "outer.zip", **{"inner.zip": inner})
    assert refusals(gather(path)) == [("outer.zip inner.zip", "unreadable")]


def test_a_zip_without_articles_is_refused(tmp_path):
    assert refusals(gather(make_zip(tmp_path / "a.zip", **{"x.jpg": "?"}))) == [("a.zip", "empty")]


def test_a_small_archive_that_unpacks_to_a_huge_text_is_refused_without_unpacking_it(tmp_path):
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"A" * 50_000_000))
    assert refusals(gather(tmp_path)) == [("bomb.txt.gz", "too-large")]


@pytest.mark.parametrize("name", ["a.gz", "a.jsonl.gz", "a.zip", "a.warc", "a.warc.gz"])
def test_a_broken_archive_is_refused(tmp_path, name):
    (tmp_path / name).write_bytes(b"\x1f\x8b\x08 this is no archive at all, whatever its name says")
    assert [reason for _, reason in refusals(gather(tmp_path / name))] == ["unreadable"]


def test_what_stands_before_the_break_of_an_archive_is_read(tmp_path):
    packed = gzip.compress("".join(json.dumps({"text": f"{TEXT} {n}"}) + "\n" for n in range(500)).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found = gather(tmp_path)
    assert (len(texts(found)) > 10, [reason for _, reason in refusals(found)]) == (True, ["unreadable"])


# CSV


def table(tmp_path, text, **options):
    path = tmp_path / "a.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return gather(path, **options)


def test_columns_are_known_by_their_usual_names(tmp_path):
    rows = f'id,Headline,body,link,date\n7,Harbour,"{TEXT}",https://x.example/1,2031-03-05\n'
    (article,) = (each.item for each in table(tmp_path, rows) if each.item)
    assert (article.text, article.title, article.url, article.published, article.given_id) == (
        TEXT,
        "Harbour",
        "https://x.example/1",
        "2031-03-05",
        "7",
    )


def test_a_table_without_rows_is_refused(tmp_path):
    assert refusals(table(tmp_path, "id,text\n\n")) == [("a.csv", "empty")]


def test_columns_of_other_names_are_told(tmp_path):
    assert texts(table(tmp_path, f'a,b\n"{TEXT}",x\n', columns={"text": "a"})) == [TEXT]


def test_a_table_without_a_column_of_texts_is_refused_with_what_it_has(tmp_path):
    (refused,) = (each.item for each in table(tmp_path, "a,b\n1,2\n") if each.item)
    assert (refused.reason, "it has a, b" in refused.message, "--columns" in refused.remedy) == (
        "bad-table",
        True,
        True,
    )


def test_a_column_that_is_not_there_is_told(tmp_path):
    (refused,) = (each.item for each in table(tmp_path, "text\nx\n", columns={"title": "head"}) if each.item)
    assert "no column 'head'" in refused.message


def test_bad_rows_are_refused_and_the_rest_is_read(tmp_path):
    rows = f'text\n"{TEXT}"\n""\ntoo short\n"{OTHER}"\n'
    found = table(tmp_path, rows)
    assert (texts(found), refusals(found)) == ([TEXT, OTHER], [("a.csv line 4", "not-an-article")])


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_are_seen(tmp_path, delimiter):
    assert texts(table(tmp_path, f'id{delimiter}text\n1{delimiter}"{TEXT}"\n')) == [TEXT]


def test_fields_may_hold_line_ends_and_quotes(tmp_path):
    assert texts(table(tmp_path, f'text\n"{TEXT}\n""{OTHER}"""\n')) == [f'{TEXT}\n"{OTHER}"']


def test_a_table_from_a_spreadsheet_on_windows_is_read(tmp_path):
    rows = b"\xef\xbb\xbftext\r\n" + f'"{TEXT} “So”"\r\n'.encode("cp1252")
    assert texts(table(tmp_path, rows)) == [f"{TEXT} “So”"]


def test_a_row_that_is_too_long_is_refused_and_the_next_is_read(tmp_path):
    rows = f'text\n"{"A" * 3_000}"\n"{TEXT}"\n'
    found = table(tmp_path, rows, options=ReadingOptions(max_bytes=2_000))
    assert texts(found) == [TEXT]


# WARC


def make_warc(path, *answers, is_packed=True):
    records = [warc_record(url, status, media, body.encode()) for url, status, media, body in answers]
    path.write_bytes(b"".join(gzip.compress(record) if is_packed else record for record in records))
    return path


@pytest.mark.parametrize(("name", "is_packed"), [("a.warc.gz", True), ("a.warc", False)])
def test_pages_of_a_crawl_are_read_with_their_addresses(tmp_path, name, is_packed):
    answers = [
        ("https://x.example/1", "200 OK", "text/html; charset=utf-8", PAGE),
        ("https://x.example/2", "404 Not Found", "text/html", PAGE),
        ("https://x.example/p.jpg", "200 OK", "image/jpeg", "?"),
        ("https://x.example/3", "200 OK", "text/html", "<html><body></body></html>"),
    ]
    gathering = Gathering([make_warc(tmp_path / name, *answers, is_packed=is_packed)])
    found = list(gathering)
    (article,) = (each.item for each in found if isinstance(each.item, Article))
    assert (article.url, len(refusals(found)), gathering.passed_over) == ("https://x.example/1", 1, 2)


def test_a_crawl_that_found_nothing_is_refused(tmp_path):
    found = gather(make_warc(tmp_path / "a.warc", ("https://x.example/2", "404 Not Found", "text/html", PAGE)))
    assert refusals(found) == [("a.warc", "empty")]


def test_what_stands_before_the_break_of_a_crawl_is_read(tmp_path):
    path = make_warc(
        tmp_path / "a.warc.gz", *[(f"https://x.example/{n}", "200 OK", "text/html", PAGE) for n in range(6)]
    )
    path.write_bytes(path.read_bytes()[:-100])
    found = gather(path)
    assert (len(texts(found)) >= 5, len(refusals(found))) == (True, 1)
