"""The desk: another process that reads what visitors hand in, whatever becomes of it."""

from __future__ import annotations

import json
import os
import signal
import tempfile
import threading
from pathlib import Path

import pytest
from desk_readers import make_odd_reader
from light_reader import make_light_reader
from recording_samples import ROAD, TALKS

from onrecord.recording import RecordRows
from onrecord.showing.web import desk as desks
from onrecord.showing.web.desk import Desk, DeskBusyError, Handed, Problem

PATIENCE = 60.0  # seconds, more than any of this takes; nothing here waits for them
KILLER = f"{ROAD}\nThis kills the process that reads it."
ENDLESS = f"{ROAD}\nThis takes for ever to be read."


@pytest.fixture(scope="module")
def desk():
    """One that is open for all tests that leave it as it was."""
    opened = Desk(patience=PATIENCE, make=make_odd_reader)
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def hasty():
    """One that waits two seconds for an article, with its process already there."""
    opened = Desk(patience=PATIENCE, make=make_odd_reader)
    opened.open()
    opened.read(Handed(text=ROAD))
    opened._patience = 2.0
    yield opened
    opened._patience = PATIENCE
    opened.close()


def read_here(**handed):
    """What the desk's process makes of it, in this one."""
    with tempfile.TemporaryDirectory() as folder:
        path = None
        if "file" in handed:
            name, data = handed["file"]
            path = Path(folder) / desks._safe_name(name)
            path.write_bytes(data)
        return desks._read(make_light_reader(), Handed(**handed), path, allow_private=False)


def kinds(read):
    return [type(each) for each in read]


# What is read


def test_text_is_read(desk):
    (rows,) = desk.read(Handed(text=ROAD, title="Road closed", published="2031-03-05"))
    assert (rows.article.title, rows.article.published, rows.article.published_from) == (
        "Road closed",
        "2031-03-05",
        "given",
    )
    assert [made.passage["kind"] for made in rows.passages] == ["statement", "statement", "event"]
    assert json.loads(rows.maker["steps"]) == {"read_lightly": "1"}


def test_file_is_read(desk):
    (rows,) = desk.read(Handed(file=("road.txt", ROAD.encode()), published="2031"))
    assert (len(rows.passages), rows.article.published) == (3, "2031")


def test_page_is_read():
    page = f"<html><title>Road closed</title><body><article><p>{ROAD}</p><p>{TALKS}</p></article></body></html>"
    read = read_here(file=("road.html", page.encode()))
    assert kinds(read) == [RecordRows]


def test_every_article_of_a_file_is_read():
    lines = "\n".join(json.dumps({"id": str(n), "text": f"{ROAD} It was number {n}."}) for n in range(3))
    assert kinds(read_here(file=("press.jsonl", lines.encode()))) == [RecordRows] * 3


def test_no_more_than_twenty_articles_of_a_file_are_read():
    lines = "\n".join(json.dumps({"id": str(n), "text": f"{ROAD} It was number {n}."}) for n in range(22))
    read = read_here(file=("press.jsonl", lines.encode()))
    assert kinds(read) == [RecordRows] * 20 + [Problem]
    assert "onrecord add" in read[-1].remedy


def test_file_of_exactly_twenty_articles_is_read_to_its_end():
    lines = "\n".join(json.dumps({"id": str(n), "text": f"{ROAD} It was number {n}."}) for n in range(20))
    assert kinds(read_here(file=("press.jsonl", lines.encode()))) == [RecordRows] * 20


# What is not


@pytest.mark.parametrize(
    "handed",
    [
        {"text": ""},
        {"file": ("empty.txt", b"")},
        {"file": ("broken.pdf", b"%PDF-1.7 and no more")},
        {"file": ("broken.json", b"{")},
        {"file": ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200))},
        {"url": "ftp://post.example/road"},
        {"url": "http://"},
        {"url": "http://127.0.0.1:9/"},
        {"text": ROAD, "published": "yesterday"},
        {"url": "http://post.example/", "published": "31 June"},
    ],
)
def test_refusal_comes_back_as_a_problem(handed):
    (problem,) = read_here(**handed)
    assert isinstance(problem, Problem)
    assert problem.reason
    assert problem.message


def test_refusal_comes_back_from_the_process(desk):
    (problem,) = desk.read(Handed(text=" "))
    assert isinstance(problem, Problem)


def test_step_that_fails_comes_back_as_a_problem(desk):
    (problem,) = desk.read(Handed(text=f"{ROAD} This breaks the step that reads it."))
    assert problem.reason == "step-failed"


def test_process_goes_on_after_a_step_has_failed(desk):
    desk.read(Handed(text=f"{ROAD} This breaks the step that reads it."))
    assert kinds(desk.read(Handed(text=ROAD))) == [RecordRows]


def test_article_that_kills_the_process_is_given_up_and_the_next_is_read(hasty):
    hasty._patience = PATIENCE
    (problem,) = hasty.read(Handed(text=KILLER))
    assert (problem.reason, "died" in problem.message) == ("step-failed", True)
    assert kinds(hasty.read(Handed(text=ROAD))) == [RecordRows]


def test_process_that_has_died_meanwhile_is_started_again(hasty):
    hasty._patience = PATIENCE
    os.kill(hasty._process.pid, signal.SIGKILL)
    hasty._process.join()
    assert kinds(hasty.read(Handed(text=ROAD))) == [RecordRows]


def test_article_that_takes_too_long_is_given_up_and_the_next_is_read(hasty):
    (problem,) = hasty.read(Handed(text=ENDLESS))
    assert (problem.reason, problem.message) == ("too-slow", "reading this took over 2 seconds")
    hasty._patience = PATIENCE
    assert kinds(hasty.read(Handed(text=ROAD))) == [RecordRows]


def test_loading_of_models_does_not_count_against_the_next_article(monkeypatch):
    """What is slow after a restart is not the article's fault; the next visitor would be told that it is too long."""
    from slow_start import make_slowly

    opened = Desk(patience=1.5, make=make_slowly)
    opened.open()
    read = opened.read(Handed(text=ROAD))
    opened.close()
    assert kinds(read) == [RecordRows]


def test_desk_that_was_never_opened_opens_itself():
    closed = Desk(patience=PATIENCE, make=make_odd_reader)
    assert kinds(closed.read(Handed(text=ROAD))) == [RecordRows]
    closed.close()


def test_close_ends_the_process(hasty):
    process = hasty._process
    hasty.close()
    assert not process.is_alive()


def waiting_thread(desk, text=ENDLESS):
    """A visitor who waits; and what became of it, once it has."""
    answers = []
    thread = threading.Thread(target=lambda: answers.append(desk.read(Handed(text=text))), daemon=True)
    thread.start()
    while not desk._lock.locked():
        thread.join(0.01)
    return thread, answers


def let_go(desk, thread):
    """End what a visitor waits for, however often the desk begins it again."""
    while thread.is_alive():
        process = desk._process
        if process is not None:
            process.kill()
        thread.join(0.1)


def test_close_does_not_wait_for_an_article_that_is_being_read(hasty):
    hasty._patience = PATIENCE
    reading, _ = waiting_thread(hasty)
    closing = threading.Thread(target=hasty.close, daemon=True)
    closing.start()
    closing.join(5)
    is_closed = not closing.is_alive()
    let_go(hasty, reading)
    closing.join()
    assert is_closed


def test_those_who_come_when_too_many_wait_are_asked_to_come_again(monkeypatch):
    monkeypatch.setattr(desks, "_MOST_WAITING", 2)
    crowded = Desk(patience=PATIENCE, make=make_odd_reader)
    crowded.open()
    first, _ = waiting_thread(crowded)
    second = threading.Thread(target=lambda: crowded.read(Handed(text=ROAD)), daemon=True)
    second.start()
    while crowded._waiting._value:
        second.join(0.01)
    with pytest.raises(DeskBusyError):
        crowded.read(Handed(text=ROAD))
    let_go(crowded, first)
    second.join()
    crowded.close()
    assert crowded._waiting._value == 2


# Looks


def rows_of(text):
    (rows,) = read_here(text=text)
    return rows


def test_look_is_kept(desk):
    rows = rows_of(ROAD)
    assert desk.look(desk.keep_look(rows)) is rows


def test_look_that_nobody_has_kept_is_none(desk):
    assert desk.look("nothing") is None


def test_names_of_looks_cannot_be_guessed(desk):
    names = {desk.keep_look(rows_of(ROAD)) for _ in range(5)}
    assert (len(names), min(map(len, names)) >= 20) == (5, True)


def test_oldest_look_is_forgotten_first(monkeypatch):
    monkeypatch.setattr(desks, "_MOST_LOOKS", 3)
    desk = Desk(patience=PATIENCE, make=make_odd_reader)
    names = [desk.keep_look(rows_of(f"{ROAD} It was number {n}.")) for n in range(5)]
    assert [desk.look(name) is not None for name in names] == [False, False, True, True, True]


def test_look_is_kept_while_another_article_is_being_read(hasty):
    hasty._patience = PATIENCE
    reading, _ = waiting_thread(hasty)
    rows, names = rows_of(ROAD), []
    keeping = threading.Thread(target=lambda: names.append(hasty.keep_look(rows)), daemon=True)
    keeping.start()
    keeping.join(5)
    is_kept = bool(names)
    let_go(hasty, reading)
    keeping.join()
    assert is_kept


# Files


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "..\\..\\road.txt",
        "/etc/passwd",
        "a\x00b.txt",
        "",
        ".",
        "..",
        "...",
        "x" * 5_000 + ".txt",
        "🌊 Straße.txt",
        "-",
        "-rf",
        "con.txt",
        " .txt",
        "http://10.0.0.1/road.txt",
        "road.txt/",
        "漢" * 300 + ".txt",
        "\ud800.txt",
    ],
)
def test_odd_name_of_a_file_is_harmless(name, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (read,) = read_here(file=(name, ROAD.encode()))
    assert isinstance(read, RecordRows)
    assert read.article.text == ROAD
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a/../../b.html", "C:\\odd\\road.pdf", "\x00", "../.hidden", "x" * 300 + ".jsonl"]
)
def test_safe_name_is_a_name_in_its_folder(name):
    safe = desks._safe_name(name)
    assert Path(safe).name == safe
    assert safe not in ("", ".", "..")
    assert len(safe.encode()) <= 255


def test_ending_of_a_files_name_is_kept():
    assert [desks._safe_name(name) for name in ("x" * 300 + ".jsonl", "a/b.pdf", "Ü b.html")] == [
        "x" * 74 + ".jsonl",
        "b.pdf",
        "Ü b.html",
    ]


def test_file_of_an_article_that_was_given_up_is_not_left_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    desk = Desk(patience=PATIENCE, make=make_odd_reader)
    desk.open()
    desk.read(Handed(text=ROAD))
    desk._patience = 1.0
    (problem,) = desk.read(Handed(file=("endless.txt", ENDLESS.encode())))
    desk.close()
    assert problem.reason == "too-slow"
    assert list(tmp_path.rglob("*.txt")) == []
