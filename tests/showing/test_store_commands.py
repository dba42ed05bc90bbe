"""The commands of a store: what they print where, and how they end."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from unittest import mock

import pytest
from fake_store import make_fake_reader

from onrecord.showing.cli import Parts, main

HERE = Path(__file__).parent
PROGRAM = HERE / "fake_store.py"
PLAIN = {
    "PATH": os.environ.get("PATH", ""),
    "PYTHONPATH": str(HERE.parent / "recording"),
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
}
ROAD = (
    "Ana Duarte denied that the drone attack had closed the road to the harbour.\n"
    "Rebels attacked Korda in Maravia on 2031-03-02. The town has been without water since then."
)
TALKS = "Karl Lindahl said the talks in the old town hall would go on until Sunday. Nobody else said a word of it."


def run(*args, **environment):
    """The command line in this process, which a hundred others would take a minute to start for."""
    said, complained = io.StringIO(), io.StringIO()
    with (
        mock.patch.dict(os.environ, {"COLUMNS": "80", "NO_COLOR": "1", **environment}),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(complained),
        pytest.raises(SystemExit) as ended,
    ):
        main([str(arg) for arg in args], parts=Parts(make_store_reader=make_fake_reader))
    return subprocess.CompletedProcess(args, ended.value.code, said.getvalue(), complained.getvalue())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with two articles and a file that is none."""
    place = tmp_path_factory.mktemp("articles")
    article = {"text": ROAD, "title": "Road closed", "url": "https://post.example/road", "published": "2031-03-05"}
    (place / "road.json").write_text(json.dumps(article))
    (place / "talks.txt").write_text(TALKS)
    (place / "wall.txt").write_text("We use cookies. Accept all cookies to continue to the site.")
    return place


@pytest.fixture(scope="module")
def store(folder, tmp_path_factory):
    place = tmp_path_factory.mktemp("store") / "news.db"
    run("add", folder, "--into", place)
    return place


def test_adding_tells_what_was_added_and_what_was_refused_and_why(folder, tmp_path):
    done = run("add", folder, "--into", tmp_path / "news.db")
    lines = done.stdout.splitlines()
    assert (lines[0], lines[1].strip()[:35], done.stderr, done.returncode) == (
        "2 added · 0 revised · 0 unchanged · 1 refused",
        f"1 not-an-article, as {folder}"[:35],
        "",
        1,
    )


def test_adding_again_reads_nothing_twice(folder, tmp_path):
    run("add", folder, "--into", tmp_path / "news.db")
    done = run("add", folder, "--into", tmp_path / "news.db", FAKE_READER="fails")
    assert done.stdout.startswith("0 added · 0 revised · 2 unchanged · 1 refused")


def test_all_well_is_status_nought(folder, tmp_path):
    assert run("add", folder / "road.json", "--into", tmp_path / "news.db").returncode == 0


def test_an_article_on_which_a_step_fails_is_refused_with_the_step(tmp_path):
    (tmp_path / "a.txt").write_text(f"{TALKS} This breaks the step.")
    run("add", tmp_path / "a.txt", "--into", tmp_path / "news.db")
    (refused,) = json.loads(run("refused", tmp_path / "news.db", "-f", "json").stdout)
    assert (refused["reason"], "read_lightly" in refused["message"]) == ("step-failed", True)


def test_columns_of_a_table_are_told(tmp_path):
    (tmp_path / "a.csv").write_text(f'a,b\n"{TALKS}",Talks\n')
    done = run("add", tmp_path / "a.csv", "--columns", "text=a,title=b", "--into", tmp_path / "news.db")
    assert done.stdout.startswith("1 added")


@pytest.mark.parametrize("columns", ["a", "colour=red", "text="])
def test_columns_that_cannot_be_are_a_usage_error(tmp_path, columns):
    assert run("add", "a.csv", "--columns", columns, "--into", tmp_path / "news.db").returncode == 2


def test_found_words_are_marked_with_who_said_them_and_where(store):
    done = run("find", store, "drone attack")
    assert (done.stdout.splitlines(), done.returncode) == (
        [
            "1 found",
            "",
            "(2031-03-05)  Ana Duarte denied",
            "              the «drone» «attack» had closed the road to the harbour",
            f"              Road closed · {article_id(store, 'road')} s1",
        ],
        0,
    )


def article_id(store, words):
    return json.loads(run("find", store, words, "-f", "json").stdout)[0]["article"]


def test_an_event_is_told_by_type_parties_and_place(store):
    lines = run("find", store, "--type", "ASSAULT").stdout.splitlines()
    assert lines[2:4] == [
        "2031-03-02    ASSAULT aerial: Rebels → Korda · in Maravia, The North, Morocco",
        "              Rebels attacked Korda in Maravia on 2031-03-02.",
    ]


def test_a_narrow_terminal_gets_one_column(store):
    assert max(map(len, run("find", store, "drone", "--width", "30").stdout.splitlines())) <= 30


@pytest.mark.parametrize(
    ("args", "number"),
    [
        (["--speaker", "duarte"], 1),
        (["--kind", "events"], 1),
        (["--from", "2031-03", "--to", "2031-03", "--act", "deny"], 1),
        (["--place", "Maravia", "--actor", "rebels", "--recipient", "korda"], 1),
        (["--person", "lindahl", "--limit", "5"], 1),
        (["--min-confidence", "0.95", "talks"], 0),
    ],
)
def test_every_field_can_be_asked_for(store, args, number):
    done = run("find", store, "-f", "json", *args)
    assert (len(json.loads(done.stdout)), done.returncode) == (number, 0 if number else 1)


def test_findings_as_csv_have_a_head_and_a_row_each(store):
    rows = list(csv.DictReader(io.StringIO(run("find", store, "drone", "-f", "csv").stdout)))
    assert [(row["speaker"], row["act"], row["published"]) for row in rows] == [("Ana Duarte", "deny", "2031-03-05")]


def test_a_name_in_another_spelling_is_looked_up_in_the_knowledge_base(tmp_path):
    (tmp_path / "a.txt").write_text("Volodymyr Zelensky said that the lamp in the hall was out. It was a long night.")
    run("add", tmp_path / "a.txt", "--into", tmp_path / "news.db")
    done = run("find", tmp_path / "news.db", "--speaker", "Zelenskiy")
    assert (done.stdout.splitlines()[0], done.stderr) == (
        "1 found",
        "onrecord: nothing was found by that name; looked for Volodymyr Zelensky for Zelenskiy\n",
    )


def test_nothing_found_is_told_and_status_one(store):
    done = run("find", store, "elephants")
    assert (done.stdout, done.returncode) == ("0 found\n", 1)


def test_asking_for_nothing_is_a_usage_error(store):
    assert run("find", store).returncode == 2


def test_a_record_is_shown_in_every_format(store):
    id_ = article_id(store, "drone")
    assert [run("show", store, id_, "-f", name).stdout[:9] for name in ("text", "json", "html")] == [
        "Road clos",
        "[\n  {\n   ",
        "<!DOCTYPE",
    ]


def test_a_record_can_be_written_to_a_file(store, tmp_path):
    run("show", store, "https://post.example/road", "-f", "jsonl", "-o", tmp_path / "a.jsonl")
    assert json.loads((tmp_path / "a.jsonl").read_text())["article"]["text"] == ROAD


def test_an_older_revision_can_be_shown(folder, tmp_path):
    run("add", folder / "road.json", "--into", tmp_path / "news.db")
    changed = {**json.loads((folder / "road.json").read_text()), "text": f"{ROAD} It was open again on Monday."}
    (tmp_path / "new.json").write_text(json.dumps(changed))
    assert run("add", tmp_path / "new.json", "--into", tmp_path / "news.db").stdout.startswith("0 added · 1 revised")
    shown = [
        json.loads(run("show", tmp_path / "news.db", changed["url"], "-f", "jsonl", *more).stdout)["article"]["text"]
        for more in ([], ["--revision", "1"])
    ]
    assert shown == [changed["text"], ROAD]


def test_what_is_not_there_is_told_in_one_line(store):
    done = run("show", store, "abcdef123")
    assert (done.stderr, done.returncode) == (
        "onrecord: no article 'abcdef123' is in the store; give its id, address or given id\n",
        3,
    )


@pytest.mark.parametrize(
    "command", [["find", "typo.db", "x"], ["stats", "typo.db"], ["check-store", "typo.db"], ["remove", "typo.db", "x"]]
)
def test_a_store_that_is_not_there_is_told_and_not_made(tmp_path, command):
    done = run(*[str(tmp_path / part) if part == "typo.db" else part for part in command])
    assert (done.returncode, "no such store" in done.stderr, list(tmp_path.iterdir())) == (3, True, [])


def test_statistics_tell_what_is_there(store):
    lines = [" ".join(line.split()) for line in run("stats", store).stdout.splitlines()]
    assert {"articles 2", "published 2031-03-05 · 1 without a date", "statements 2", "events 1"} <= set(lines)


def test_statistics_as_json_are_numbers(store):
    found = json.loads(run("stats", store, "-f", "json").stdout)
    assert (found["articles"], found["refused"], found["types"]) == (2, {"not-an-article": 1}, {"ASSAULT": 1})


def test_refusals_are_listed_with_reason_and_remedy(store):
    lines = run("refused", store).stdout.splitlines()
    assert (lines[0], lines[2].endswith("wall.txt · not-an-article"), "cookie" in lines[3]) == ("1 refused", True, True)


def test_a_refusal_is_dropped_when_its_input_is_mended(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Access denied")
    run("add", path, "--into", tmp_path / "news.db")
    path.write_text(TALKS)
    run("add", path, "--into", tmp_path / "news.db")
    assert run("refused", tmp_path / "news.db").stdout == "0 refused\n"


def test_a_whole_store_is_said_to_be_whole(store):
    done = run("check-store", store)
    assert (done.stdout, done.returncode) == ("2 articles checked: all is well\n", 0)


def test_a_damaged_store_is_said_to_be_so(folder, tmp_path):
    place = tmp_path / "news.db"
    run("add", folder, "--into", place)
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE revisions SET text = text || '!' WHERE id = 1")
    connection.close()
    done = run("check-store", place)
    assert (done.stdout.splitlines()[-1], done.returncode) == ("2 articles checked: 1 fault", 1)


def test_updating_tells_what_changed_and_then_that_nothing_is_left(folder, tmp_path):
    run("add", folder, "--into", tmp_path / "news.db")
    first = run("update", tmp_path / "news.db", FAKE_READER="newer").stdout.splitlines()
    second = run("update", tmp_path / "news.db", FAKE_READER="newer").stdout
    assert (first[0][12:], first[-1], second) == (
        "  -1 event  Road closed",
        "2 articles read again · 1 changed: -1 event",
        "everything is up to date\n",
    )


def test_a_removed_article_is_gone_and_stays_out_until_it_is_let_in(folder, tmp_path):
    place = tmp_path / "news.db"
    run("add", folder, "--into", place)
    removed = run("remove", place, "https://post.example/road", "--reason", "retracted")
    again = [run("add", folder, "--into", place, *more).stdout.split(" · ")[:4] for more in ([], ["--again"])]
    assert (removed.stdout[12:], run("find", place, "drone").returncode, again[0][3][:10], again[1][0]) == (
        " removed\n",
        0,
        "1 left out",
        "1 added",
    )


def count_articles(place):
    try:
        with sqlite3.connect(place) as connection:
            number = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
        connection.close()
    except sqlite3.OperationalError:
        return 0
    return number


def test_ctrl_c_keeps_what_was_added_and_says_how_to_go_on(tmp_path):
    lines = [json.dumps({"text": f"{TALKS} {n}", "id": n}) for n in range(500)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    command = [sys.executable, str(PROGRAM), "add", str(tmp_path / "a.jsonl"), "--into", str(tmp_path / "news.db")]
    environment = {**PLAIN, "FAKE_READER": "slow"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and count_articles(tmp_path / "news.db") < 3:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        said, complaint = process.communicate(timeout=60)
    assert (process.returncode, said[:2] != "0 ", "goes on from there" in complaint) == (130, True, True)


def test_a_bar_stands_on_the_terminal_while_it_lasts(tmp_path):
    lines = [json.dumps({"text": f"{TALKS} {n}", "id": n}) for n in range(30)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    ours, theirs = pty.openpty()
    command = [
        sys.executable,
        str(PROGRAM),
        "add",
        str(tmp_path / "a.jsonl"),
        "--into",
        str(tmp_path / "news.db"),
        "-j1",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, env={**PLAIN, "FAKE_READER": "slow"})
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    process.wait(timeout=60)
    assert re.search(rb"\d+ articles read \xc2\xb7 [\d.]+ articles/s", shown)
