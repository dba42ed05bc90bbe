import json

import pytest

from evaluation import pairs
from evaluation.pairs import main


@pytest.fixture
def command(tmp_path, monkeypatch):
    """Run the command on a file of some content; a pair's type is its actor's words in capitals."""

    def type_pair(text, actor_spans, recipient_spans):
        ((start, end),) = actor_spans
        return text[start:end].upper()

    monkeypatch.setattr(pairs, "type_pair", type_pair)

    def do(content):
        given, out = tmp_path / "given.jsonl", tmp_path / "out.jsonl"
        given.write_text(content, "utf8")
        status = main([str(given), str(out)])
        return status, [json.loads(line) for line in out.read_text("utf8").splitlines()]

    return do


def line(id_, text="rebels shelled a port"):
    return json.dumps({"id": id_, "text": text, "actor_spans": [[0, 6]], "recipient_spans": []}, ensure_ascii=False)


@pytest.mark.parametrize("arguments", [[], ["given.jsonl"], ["given.jsonl", "out.jsonl", "more.jsonl"]])
def test_wrong_arguments_exit_with_2(arguments):
    assert main(arguments) == 2


@pytest.mark.parametrize("arguments", [[], ["given.jsonl"], ["given.jsonl", "out.jsonl", "more.jsonl"]])
def test_wrong_arguments_are_told_the_usage_on_standard_error(arguments, capsys):
    main(arguments)
    assert capsys.readouterr() == ("", "usage: python -m evaluation.pairs GIVEN.jsonl OUT.jsonl\n")


def test_the_documentation_tells_the_same_usage():
    assert "python -m evaluation.pairs GIVEN.jsonl OUT.jsonl" in pairs.__doc__


def test_each_line_in_gives_a_line_out_with_its_id_and_type(command):
    made = command(f"{line('a')}\n{line('b', 'police left')}\n")
    assert made == (0, [{"id": "a", "type": "REBELS"}, {"id": "b", "type": "POLICE"}])


@pytest.mark.parametrize("content", ["", "\n", " \n\n"])
def test_empty_lines_give_none(command, content):
    assert command(content) == (0, [])


def test_the_last_line_needs_no_end(command):
    assert len(command(f"{line('a')}\n\n{line('b')}")[1]) == 2


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_a_mark_within_a_text_ends_no_line(command, mark):
    assert command(line("a", f"rebels{mark}shelled a port")) == (0, [{"id": "a", "type": "REBELS"}])
