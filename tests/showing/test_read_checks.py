"""The command line's choice of checks, and the exit status that tells of grave ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FAKE = Path(__file__).with_name("fake_checking.py")
PLAIN = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": "", "LANG": "C.UTF-8", "TERM": "xterm-256color"}


def run(*args):
    """Run `onrecord read` with the fake reader."""
    return subprocess.run(
        [sys.executable, str(FAKE), "read", *args],
        capture_output=True,
        encoding="utf-8",
        env=PLAIN,
        timeout=30,
        check=False,
    )


def printed(*args):
    """The rules of the checks that are printed."""
    done = run("-f", "json", *args)
    return [check["rule"] for record in json.loads(done.stdout) for check in record["checks"]]


@pytest.mark.parametrize(
    ("args", "rules"),
    [
        pytest.param([], ["weekday", "headline", "unnamed-source", "hearsay"], id="all by default"),
        pytest.param(["--checks=note,-hearsay"], ["unnamed-source"], id="both"),
        pytest.param(["--checks", "none"], [], id="none"),
    ],
)
def test_chosen_checks_are_printed(args, rules):
    assert printed("wrong", *args) == rules


def test_checks_that_are_printed_are_numbered_anew():
    (record,) = json.loads(run("-f", "json", "--checks", "note", "wrong").stdout)
    assert [check["id"] for check in record["checks"]] == ["k1", "k2"]


def test_text_has_the_chosen_checks():
    shown = run("--checks", "error", "wrong").stdout
    assert "What to check · 1 error" in shown
    assert "3 March 2031 was a Monday, not a Tuesday." in shown
    assert "unnamed-source" not in shown


@pytest.mark.parametrize("format_", ["text", "html"])
def test_without_checks_there_is_no_section_of_them(format_):
    shown = run("-f", format_, "--checks", "none", "wrong").stdout
    assert "was a Monday" not in shown


@pytest.mark.parametrize("format_", ["text", "md", "html", "jsonl"])
def test_every_format_has_the_checks(format_):
    assert "was a Monday" in run("-f", format_, "wrong").stdout


def test_a_word_that_is_no_choice_is_a_usage_error_that_tells_what_may_be_chosen():
    done = run("--checks", "-error", "wrong")
    said = " ".join(done.stderr.replace("│", " ").split())
    assert (done.returncode, done.stdout) == (2, "")
    assert "'-error' is neither one of error, warning, note nor a rule (office-at-date," in said


def test_a_severity_to_fail_on_that_is_none_is_a_usage_error():
    done = run("--fail-on", "grave", "wrong")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'error', 'warning', 'note'" in done.stderr


@pytest.mark.parametrize(
    ("args", "status"),
    [
        pytest.param(["wrong"], 0, id="not asked"),
        pytest.param(["--fail-on", "error", "wrong"], 4, id="an error"),
        pytest.param(["--fail-on", "error", "doubtful"], 0, id="a warning is no error"),
        pytest.param(["--fail-on", "note", "clean"], 0, id="nothing"),
        pytest.param(["--fail-on", "error", "clean", "wrong"], 4, id="the last of two"),
        pytest.param(
            ["--fail-on", "error", "--checks", "warning", "wrong"], 0, id="what is not printed does not count"
        ),
        pytest.param(["--fail-on", "error", "wrong", "empty"], 1, id="a refusal goes before"),
        pytest.param(["--fail-on", "error", "wrong", "faulty"], 1, id="and so does a fault"),
        pytest.param(["--fail-on", "error", "wrong", "ctrl-c-1"], 130, id="and an interruption"),
    ],
)
def test_exit_status_tells_of_grave_checks(args, status):
    assert run(*args).returncode == status


def test_records_with_grave_checks_are_printed_whole():
    done = run("-f", "json", "--fail-on", "error", "wrong", "clean")
    assert [len(record["checks"]) for record in json.loads(done.stdout)] == [4, 0]


def test_grave_checks_are_written_to_a_file(tmp_path):
    target = tmp_path / "record.json"
    assert run("-f", "json", "--fail-on", "error", "-o", str(target), "wrong").returncode == 4
    assert len(json.loads(target.read_text("utf-8"))[0]["checks"]) == 4


def test_nothing_is_said_on_standard_error_of_grave_checks():
    assert run("--fail-on", "error", "wrong").stderr == ""


def test_the_help_tells_of_the_choice_and_of_the_status():
    shown = run("--help").stdout
    assert "--checks" in shown
    assert "4  all were read" in shown
