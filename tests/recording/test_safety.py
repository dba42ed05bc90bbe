"""Whatever happens to a process that adds, nothing is half-written and nothing that it said is lost.

The processes are real ones and are really killed; the disk is really full.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from recording_samples import many, road, talks

import onrecord
from onrecord.errors import StoreError

HERE = Path(__file__).parent
KILLS = int(os.environ.get("ONRECORD_KILLS", "20"))
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(HERE)}
ARTICLES = 150


def write_articles(path, first=0, last=ARTICLES):
    lines = []
    for n in range(first, last):
        text = (
            f"Ana Duarte said the count of lamp number {n} in street {n * n} was wrong by {n % 7} or more.\n"
            f"Rebels attacked Korda in Maravia on 2031-03-{n % 28 + 1:02}. It was the raid number {n} of the year."
        )
        lines.append(json.dumps({"text": text, "url": f"https://post.example/{n}", "published": "2031-04-01"}))
    path.write_text("\n".join(lines))
    return path


def start(place, *inputs, jobs=1, **options):
    command = [sys.executable, str(HERE / "adder.py"), str(place), str(jobs), *map(str, inputs)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "env": ENVIRONMENT}
    return subprocess.Popen(command, **pipes, **options)


def urls(store):
    return [record.article.url for record in store.records()]


def kill_at_random(place, source, moments, *, jobs=1):
    """Start adding, kill it, and give how many articles it had said to be stored."""
    process = start(place, source, jobs=jobs)
    said = process.stdout.readline()
    time.sleep(moments.uniform(0, 0.5))
    process.kill()
    rest, _ = process.communicate(timeout=60)
    lines = [line for line in (said + rest).split("\n")[:-1] if line]
    return int(lines[-1]) if lines and lines[-1].isdigit() else ARTICLES


def test_nothing_is_lost_or_halved_when_adding_is_killed_at_any_moment(tmp_path):
    source = write_articles(tmp_path / "articles.jsonl")
    moments = random.Random(8)
    place, finished = tmp_path / "0.db", 0
    for number in range(KILLS):
        said = kill_at_random(place, source, moments)
        with onrecord.Store(place) as store:
            found, report = urls(store), store.check()
        assert (len(found) >= said, len(found) == len(set(found)), report.faults) == (True, True, ())
        if len(found) == ARTICLES:  # begin anew, so that every kill hits one that is writing
            finished += 1
            place = tmp_path / f"{number + 1}.db"
    process = start(place, source)
    assert process.communicate(timeout=120)[0].endswith("done\n")
    with onrecord.Store(place) as store:
        assert sorted(urls(store)) == sorted(f"https://post.example/{n}" for n in range(ARTICLES))
    assert finished < KILLS


LINUX = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked at in /proc")


@LINUX
def test_processes_that_read_die_with_the_one_that_writes(tmp_path):
    source = write_articles(tmp_path / "articles.jsonl", last=2_000)
    process = start(tmp_path / "news.db", source, jobs=2)
    assert process.stdout.readline()
    readers = children_of(process.pid)
    process.kill()
    process.communicate(timeout=60)
    deadline = time.monotonic() + 20
    while any(is_alive(pid) for pid in readers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (len(readers) >= 2, [pid for pid in readers if is_alive(pid)]) == (True, [])


def children_of(pid):
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(line) for line in listed.stdout.split()]


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@LINUX
def test_a_reading_process_that_dies_costs_one_article(tmp_path):
    source = write_articles(tmp_path / "articles.jsonl", last=400)
    process = start(tmp_path / "news.db", source, jobs=2)
    assert process.stdout.readline()
    workers = [pid for pid in children_of(process.pid) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    os.kill(workers[0], signal.SIGKILL)
    said, complaints = process.communicate(timeout=120)
    with onrecord.Store(tmp_path / "news.db") as store:
        assert (said[-5:], complaints, len(urls(store)), store.check().faults) == ("done\n", "", 400, ())


def test_ctrl_c_leaves_whole_articles(tmp_path):
    source = write_articles(tmp_path / "articles.jsonl", last=2_000)
    process = start(tmp_path / "news.db", source, jobs=2)
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    with onrecord.Store(tmp_path / "news.db") as store:
        assert (0 < len(urls(store)) < 2_000, store.check().faults) == (True, ())


def test_two_that_add_the_same_at_once_add_it_once(tmp_path):
    common = write_articles(tmp_path / "common.jsonl", last=60)
    more = write_articles(tmp_path / "more.jsonl", 40, 100)
    processes = [start(tmp_path / "news.db", common, more), start(tmp_path / "news.db", more, common)]
    assert [process.communicate(timeout=120)[0][-5:] for process in processes] == ["done\n", "done\n"]
    with onrecord.Store(tmp_path / "news.db") as store:
        assert (sorted(urls(store)), store.check().faults) == (
            sorted(f"https://post.example/{n}" for n in range(100)),
            (),
        )


def test_two_that_add_at_once_on_postgresql_add_it_once(tmp_path, make_database):
    place = make_database()
    common = write_articles(tmp_path / "common.jsonl", last=40)
    processes = [start(place, common), start(place, common)]
    assert [process.communicate(timeout=120)[0][-5:] for process in processes] == ["done\n", "done\n"]
    with onrecord.Store(place) as store:
        assert (len(urls(store)), len(set(urls(store))), store.check().faults) == (40, 40, ())


def test_others_read_while_one_adds(tmp_path):
    source = write_articles(tmp_path / "articles.jsonl", last=300)
    process = start(tmp_path / "news.db", source)
    assert process.stdout.readline()
    seen = []
    with onrecord.Store(tmp_path / "news.db", create=False) as store:
        while process.poll() is None and len(seen) < 30:
            seen.append(store.find("lamp").total)
            process.stdout.readline()
    process.communicate(timeout=120)
    assert (seen == sorted(seen), seen[-1] > 0) == (True, True)


def test_a_store_that_another_process_holds_is_told_and_can_be_read(tmp_path):
    with onrecord.Store(tmp_path / "news.db", wait=0.2) as store:
        store.put(road())
        holder = sqlite3.connect(tmp_path / "news.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another process is writing"):
            store.put(talks())
        assert store.find("drone").total == 2
        holder.execute("ROLLBACK")
        holder.close()
        assert store.put(talks()) == "added"


@pytest.fixture
def small_disk(tmp_path):
    """A disk of three megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], capture_output=True, check=False)


def test_a_full_disk_is_told_and_what_was_added_before_is_kept(small_disk):
    stored = []
    with onrecord.Store(small_disk / "news.db") as store, pytest.raises(StoreError, match="disk is full"):  # noqa: PT012
        for record in many(2_000):
            store.put(record)
            stored.append(record.article.url)
    with onrecord.Store(small_disk / "news.db", create=False) as store:
        assert (urls(store), store.check().faults) == (stored, ())


def test_adding_goes_on_when_there_is_room_again(small_disk):
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 2_000_000)
    records = list(many(20))
    with onrecord.Store(small_disk / "news.db") as store:
        with pytest.raises(StoreError):  # noqa: PT012 - which of them is the one too many is left open
            for record in records:
                store.put(record)
        ballast.unlink()
        outcomes = [store.put(record) for record in records]
        assert (outcomes[0], outcomes[-1], store.check().faults) == ("unchanged", "added", ())


def test_a_file_that_may_not_grow_stays_whole(tmp_path):
    source = write_articles(tmp_path / "articles.jsonl", last=2_000)

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    process = start(tmp_path / "news.db", source, preexec_fn=limit)
    said, complaint = process.communicate(timeout=120)
    with onrecord.Store(tmp_path / "news.db") as store:
        assert ("StoreError" in complaint, len(urls(store)), store.check().faults) == (True, int(said.split()[-1]), ())


def test_an_article_of_which_one_part_cannot_be_written_is_not_written_at_all(file):
    file.put(road())
    with file._database.writing() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER fails BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no more events'); END"
        )
    with pytest.raises(StoreError, match="no more events"):
        file.put(talks())
    with file._database.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER fails")
    assert (file.stats().counts["articles"], file.check().faults, file.find("talks").total) == (1, (), 0)


# Damage that others do


def test_a_text_that_was_changed_behind_our_back_is_found(file):
    file.put(road())
    with file._database.writing() as connection:
        connection.exec_driver_sql("UPDATE revisions SET text = replace(text, 'denied', 'claimed')")
    (fault,) = file.check().faults
    assert "the text is not the one that was added" in fault


def test_a_record_that_was_damaged_is_found(file):
    file.put(road())
    with file._database.writing() as connection:
        connection.exec_driver_sql("UPDATE revisions SET record = x'00ff'")
    (fault,) = file.check().faults
    assert "damaged" in fault


def test_a_passage_that_was_taken_out_is_found(file):
    file.put(road())
    with file._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM passages WHERE kind = 'event'")
    (fault,) = file.check().faults
    assert "not what the record holds" in fault


def test_a_file_with_a_damaged_page_is_found(file, tmp_path):
    for record in many(60):
        file.put(record)
    file.close()
    path = tmp_path / "news.db"
    with path.open("r+b") as raw:
        raw.seek(path.stat().st_size // 2)
        raw.write(b"\xa5" * 40_000)
    with onrecord.Store(path) as store:
        assert not store.check().is_whole


def test_no_word_of_a_removed_article_is_left_in_the_file(file, tmp_path):
    file.put(road(title="Zanzibarically", url="https://post.example/zanzibar"))
    for record in many(20):
        file.put(record)
    file.remove("https://post.example/zanzibar")
    everything = b"".join(path.read_bytes() for path in tmp_path.glob("news.db*")).lower()
    assert [word for word in (b"zanzibar", b"harbour", b"varga") if word in everything] == []
