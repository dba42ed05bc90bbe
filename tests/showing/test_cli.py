"""The command line as a process: what it prints where, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

FAKE = Path(__file__).with_name("fake_onrecord.py")
PLAIN = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": "", "LANG": "C.UTF-8", "TERM": "xterm-256color"}


def run(*args, stdin="", **environment):
    """Run `onrecord` with the fake reader."""
    return subprocess.run(
        [sys.executable, str(FAKE), *args],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**PLAIN, **environment},
        timeout=30,
        check=False,
    )


def run_on_terminal(*args, stdin=None, stderr=subprocess.PIPE, **environment):
    """Run it on a terminal (standard input, too, unless one is given): what it showed, standard error, its status."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, str(FAKE), *args],
        stdin=theirs if stdin is None else stdin,
        stdout=theirs,
        stderr=theirs if stderr is subprocess.STDOUT else stderr,
        env={**PLAIN, **environment},
    )
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    _, said = process.communicate(timeout=30)
    return shown.decode("utf-8"), (said or b"").decode("utf-8"), process.returncode


def given_ids(done):
    return [record["article"]["given_id"].split(" private")[0] for record in json.loads(done.stdout)]


def test_text_is_the_format_by_default():
    done = run("read", "council", "--min-confidence", "0")
    assert done.stdout.splitlines()[4:6] == ["Who said what · 5 statements: 2 direct, 3 mixed", ""]


def test_nothing_but_refusals_is_said_on_standard_error():
    assert run("read", "a", "b").stderr == ""


@pytest.mark.parametrize(
    ("args", "status"),
    [
        pytest.param(["read", "a", "b"], 0, id="all read"),
        pytest.param(["read", "a", "empty"], 1, id="some refused"),
        pytest.param(["read", "empty"], 1, id="all refused"),
        pytest.param(["read", "a", "faulty"], 1, id="a step failed"),
        pytest.param(["read", "a", "modelless"], 3, id="no model"),
        pytest.param(["read", "a", "buggy"], 3, id="our mistake"),
        pytest.param(["read", "ctrl-c-1"], 130, id="interrupted"),
        pytest.param(["read", "a", "--format", "xml"], 2, id="unknown format"),
        pytest.param(["read", "a", "--published", "yesterday"], 2, id="no date"),
        pytest.param(["read", "a", "--jobs", "0"], 2, id="no jobs"),
        pytest.param(["write"], 2, id="unknown command"),
        pytest.param(["schema"], 0, id="schema"),
        pytest.param(["--version"], 0, id="version"),
    ],
)
def test_exit_status_tells_what_happened(args, status):
    assert run(*args).returncode == status


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("empty", "onrecord: empty: the file is empty; give a file with an article\n"),
        ("faulty", "onrecord: faulty: step find_statements failed: no such thing; please report it\n"),
        ("modelless", "onrecord: model file encoder.onnx is missing; install onrecord again\n"),
        (
            "buggy",
            "onrecord: internal error: TypeError: not a number; please report it (set ONRECORD_DEBUG=1 to see where)\n",
        ),
        ("ctrl-c-2", "onrecord: interrupted; 2 records written\n"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(name, line):
    assert run("read", name).stderr == line


def test_debugging_shows_where_a_mistake_happened():
    assert "Traceback" in run("read", "buggy", ONRECORD_DEBUG="1").stderr


@pytest.mark.parametrize("last", ["empty", "faulty", "modelless", "buggy", "ctrl-c-1"])
def test_records_before_a_failure_are_kept_in_a_whole_array(last):
    assert given_ids(run("read", "--format", "json", "a", "b", last))[:2] == ["a 0", "b 0"]


def test_inputs_after_a_refusal_are_read():
    assert given_ids(run("read", "-f", "json", "empty", "a", "faulty", "b")) == ["a 0", "b 0"]


def test_array_of_nothing_is_printed_where_all_were_refused():
    assert run("read", "-f", "json", "empty").stdout == "[]\n"


def test_lines_are_printed_one_an_article():
    lines = run("read", "-f", "jsonl", "many-5").stdout.splitlines()
    assert [json.loads(line)["article"]["given_id"][:6] for line in lines] == [f"many {n}" for n in range(5)]


def test_markdown_is_printed():
    assert run("read", "-f", "md", "council").stdout.startswith("# ")


def test_page_of_all_articles_is_printed():
    page = run("read", "-f", "html", "a", "empty", "council").stdout
    assert (page[:15], page.count("<article"), page.count("<html")) == ("<!DOCTYPE html>", 2, 1)


def test_page_of_what_was_read_is_whole_after_an_interruption():
    page = run("read", "-f", "html", "ctrl-c-2").stdout
    assert (page.count("<article"), page[-8:]) == (2, "</html>\n")


def test_page_says_where_nothing_was_read():
    assert "No article could be read." in run("read", "-f", "html", "empty").stdout


def test_date_of_publication_is_passed_on():
    (record,) = json.loads(run("read", "-f", "json", "--published", "2031-03-05", "a").stdout)
    assert record["article"]["published"] == "2031-03-05"


def test_private_addresses_are_passed_on():
    assert json.loads(run("read", "-f", "json", "--allow-private", "a").stdout)[0]["article"]["given_id"][-4:] == "True"


@pytest.mark.parametrize(("args", "jobs"), [(["a"], "jobs=1"), (["a", "-j", "7"], "jobs=7")])
def test_jobs_are_one_for_one_input_or_as_asked(args, jobs):
    assert jobs in run("read", *args).stdout


def test_width_is_minded():
    assert "═" * 30 in run("read", "council", "--width", "30").stdout.splitlines()


def test_columns_of_the_environment_are_minded():
    assert "═" * 50 + "\n" in run("read", "council", COLUMNS="50").stdout


# Standard input


def test_what_is_piped_in_is_read_without_a_name():
    assert run("read", stdin="The pipe speaks.").stdout.startswith("The pipe ")


def test_dash_is_standard_input():
    assert run("read", "-", stdin="The pipe speaks.").stdout.startswith("The pipe ")


def test_no_input_on_a_terminal_is_a_usage_error_with_an_example():
    _, said, status = run_on_terminal("read")
    assert (status, said.splitlines()[-1]) == (
        2,
        "Error: Name a file or an address, as in: onrecord read article.txt",
    )


# Colour


@pytest.mark.parametrize(
    ("args", "environment", "is_colored"),
    [
        pytest.param([], {}, False, id="pipe"),
        pytest.param(["--color", "always"], {}, True, id="always"),
        pytest.param(["--color", "always"], {"NO_COLOR": "1"}, True, id="an option before the environment"),
        pytest.param([], {"FORCE_COLOR": "1"}, True, id="forced"),
        pytest.param([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="forced and forbidden"),
    ],
)
def test_colour_in_a_pipe(args, environment, is_colored):
    assert ("\x1b[" in run("read", "a", *args, **environment).stdout) is is_colored


@pytest.mark.parametrize(
    ("args", "environment", "is_colored"),
    [
        pytest.param([], {}, True, id="terminal"),
        pytest.param(["--color", "never"], {}, False, id="never"),
        pytest.param([], {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param([], {"TERM": "dumb"}, False, id="dumb terminal"),
        pytest.param(["--format", "json"], {}, False, id="JSON"),
    ],
)
def test_colour_on_a_terminal(args, environment, is_colored):
    shown, _, _ = run_on_terminal("read", "a", *args, **environment)
    assert ("\x1b[" in shown) is is_colored


# Output files


def test_output_goes_to_the_file_and_nothing_else_is_left(tmp_path):
    run("read", "-f", "json", "a", "b", "-o", str(tmp_path / "out.json"))
    assert ([p.name for p in tmp_path.iterdir()], len(json.loads((tmp_path / "out.json").read_text()))) == (
        ["out.json"],
        2,
    )


def test_output_on_standard_output_is_the_same_as_in_a_file(tmp_path):
    run("read", "council", "-o", str(tmp_path / "out"))
    assert (tmp_path / "out").read_text("utf-8") == run("read", "council").stdout


@pytest.mark.parametrize(("last", "kept"), [("modelless", "before"), ("ctrl-c-0", "before"), ("empty", "[]\n")])
def test_file_is_replaced_only_where_reading_came_to_its_end(tmp_path, last, kept):
    target = tmp_path / "out.json"
    target.write_text("before")
    run("read", "-f", "json", last, "-o", str(target))
    assert ([p.name for p in tmp_path.iterdir()], target.read_text()) == (["out.json"], kept)


def test_interrupted_file_holds_the_finished_records(tmp_path):
    run("read", "-f", "json", "ctrl-c-3", "-o", str(tmp_path / "out.json"))
    assert len(json.loads((tmp_path / "out.json").read_text())) == 3


def test_file_keeps_its_permissions_and_a_link_its_target(tmp_path):
    target, link = tmp_path / "out.json", tmp_path / "link"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    run("read", "-f", "json", "a", "-o", str(link))
    assert (link.is_symlink(), target.stat().st_mode & 0o777, target.read_text()[0]) == (True, 0o640, "[")


def test_device_is_written_to_and_stays_a_device():
    assert (run("read", "a", "-o", "/dev/null").returncode, Path("/dev/null").is_char_device()) == (0, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device to write to")
def test_full_disk_is_told_in_one_line():
    done = run("read", "a", "-o", "/dev/full")
    assert (done.returncode, done.stderr) == (3, "onrecord: /dev/full: cannot be written: No space left on device\n")


@pytest.mark.parametrize("target", ["", "no/such/folder/out.json"])
def test_output_that_cannot_be_is_a_usage_error(tmp_path, target):
    assert run("read", "a", "-o", f"{tmp_path}/{target}").returncode == 2


def test_output_never_overwrites_an_input(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("The only copy.")
    done = run("read", str(article), "-o", str(article))
    assert (done.returncode, article.read_text()) == (2, "The only copy.")


# Signals, pipes, locales


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_from_outside_leaves_a_whole_array(number, status):
    command = [sys.executable, str(FAKE), "read", "-f", "json", "slow-60"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "bufsize": 0}
    with subprocess.Popen(command, env=PLAIN, **pipes) as process:
        first = process.stdout.read(2)  # so it is reading
        process.send_signal(number)
        rest = process.stdout.read()
        while chunk := process.stdout.read():
            rest += chunk
    assert (process.returncode, len(json.loads(first + rest)) >= 1) == (status, True)


def run_into_head(args):
    """Run it with a reader behind it that goes away after ten characters."""
    command = f"{sys.executable} {FAKE} {args} | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}"
    return subprocess.run(["bash", "-c", command], env=PLAIN, capture_output=True, timeout=30, check=False)


@pytest.mark.parametrize("args", ["read -f json many-2000", "schema", "--help"])
def test_broken_pipe_is_quiet(args):
    assert run_into_head(args).stderr == b""


def test_broken_pipe_ends_reading_as_its_signal_would():
    assert run_into_head("read -f json many-2000").returncode == 141


@pytest.mark.parametrize(
    ("closed", "said"), [(">&-", b"onrecord: standard output: it is closed\n"), ("2>&- >/dev/null", b"")]
)
def test_closed_streams_are_no_mistake_of_ours(closed, said):
    command = f"{sys.executable} {FAKE} read a empty {closed}"
    done = subprocess.run(["bash", "-c", command], env=PLAIN, capture_output=True, timeout=30, check=False)
    assert done.stderr == said


@pytest.mark.parametrize("format_", ["text", "json", "jsonl", "md"])
def test_output_is_utf_8_in_any_locale(format_):
    bare = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    assert "水利局長官" in run("read", "-f", format_, "council", **bare).stdout


def test_names_that_the_locale_cannot_decode_are_told():
    done = subprocess.run(
        [sys.executable.encode(), str(FAKE).encode(), b"read", "früh\x1b[2J/empty".encode()],
        capture_output=True,
        env={**PLAIN, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        timeout=30,
        check=False,
    )
    assert done.stderr.decode("utf-8").startswith("onrecord: früh␛[2J/empty: the file is empty")


# Help and the rest


def test_version_is_told():
    assert re.fullmatch(r"onrecord \d+\.\d+\.\d+\n", run("--version").stdout)


def test_schema_is_printed():
    assert json.loads(run("schema").stdout)["$id"] == "urn:onrecord:record:1"


def test_module_can_be_run():
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "onrecord.showing.cli", "--version"], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_help_needs_neither_rich_nor_what_reads():
    code = "import sys; from onrecord.showing.cli import main\ntry: main(['read', '--help'])\n"
    code += "except SystemExit: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"rich", "numpy", "onnxruntime", "trafilatura", "onrecord.pipeline", "onrecord.reading"}
    assert set(done.stderr.split()) & heavy == set()
