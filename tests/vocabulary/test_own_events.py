"""A user's own types of events: what a file may hold, what is refused and why, and which words have a cue."""

from __future__ import annotations

import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary import own_events
from onrecord.vocabulary.own_events import read_own_events

GOOD = """
events:
  - type: PORT_CLOSURE
    definition: a port is closed to ships
    like: SANCTION
    cues: [close* the port, port closure]
    examples: ["The navy closed the port of Ardale to foreign ships."]
  - type: STRIKE_2
    cues: [walkout]
"""


@pytest.fixture
def read(tmp_path):
    """Read a file of own types with some text or bytes in it."""

    def do(content):
        path = tmp_path / "own.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_own_events(path)

    return do


def type_with(**changes):
    """The YAML of a file with a good type, and a second that is changed; None leaves a key out."""
    keys = {"type": "WALKOUT", "cues": "[walkout]", **changes}
    lines = [f"    {key}: {value}" for key, value in keys.items() if value is not None]
    return "\n".join(["events:", "  - {type: PORT_CLOSURE, cues: [port closure]}", "  -", *lines, ""])


# Good files


def test_types_come_in_the_file_s_order(read):
    assert [one.type for one in read(GOOD)] == ["PORT_CLOSURE", "STRIKE_2"]


def test_what_a_file_tells_of_a_type_is_kept(read):
    closure = read(GOOD)[0]
    assert (closure.definition, closure.like, closure.examples) == (
        "a port is closed to ships",
        "SANCTION",
        ("The navy closed the port of Ardale to foreign ships.",),
    )


def test_a_type_needs_no_more_than_a_name_and_cues(read):
    strike = read(GOOD)[1]
    assert (strike.definition, strike.like, strike.examples) == ("", "COERCE", ())


def test_the_example_of_the_documentation_is_good(read):
    header, _, example = own_events.__doc__.partition("events:")
    assert header
    assert [one.type for one in read("events:" + example)] == ["PORT_CLOSURE"]


# Bad files


def refusal(read, content):
    with pytest.raises(VocabularyError) as caught:
        read(content)
    return str(caught.value)


def test_a_missing_file_is_named_with_a_remedy(tmp_path):
    with pytest.raises(VocabularyError, match=r"^own\.yaml: cannot be read \(No such file.*\); check the name$"):
        read_own_events(tmp_path / "own.yaml")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(VocabularyError, match=r"cannot be read .*; check the name$"):
        read_own_events(tmp_path)


@pytest.mark.parametrize(
    "content", ["events: [", "events:\n\t- type: X", "events: &a *b", "\x00", b"events: \xff\xfe", "- *walkout"]
)
def test_a_file_that_is_no_yaml_is_named(read, content):
    assert refusal(read, content).startswith("own.yaml: is no YAML: ")


def test_the_fault_in_yaml_is_told_on_one_line_with_its_place(read):
    message = refusal(read, "events:\n  - type: [\n")
    assert ("line 3" in message, "\n" in message) == (True, False)


@pytest.mark.parametrize(
    "content", ["", "walkout", "- type: WALKOUT\n  cues: [walkout]", "events:", "events: []", "events: {}", "types: []"]
)
def test_a_file_without_a_list_of_types_is_told_what_it_needs(read, content):
    assert refusal(read, content) == "own.yaml: needs a list `events:` of types, each with `type` and `cues`"


@pytest.mark.parametrize(
    ("changes", "remedy"),
    [
        pytest.param({"type": None}, "needs cues and type, and may have definition, examples, like", id="no name"),
        pytest.param({"cues": None}, "needs cues and type, and may have definition, examples, like", id="no cues"),
        pytest.param({"words": "[walkout]"}, "needs cues and type, and may have definition", id="an unknown key"),
        pytest.param({"type": "walkout"}, "as PORT_CLOSURE: capitals, none of PLOVER's", id="a name in lower case"),
        pytest.param({"type": "WALK OUT"}, "as PORT_CLOSURE: capitals, none of PLOVER's", id="a name of two words"),
        pytest.param({"type": "2_WALKOUTS"}, "as PORT_CLOSURE: capitals", id="a name that begins with a figure"),
        pytest.param({"type": "''"}, "as PORT_CLOSURE: capitals", id="an empty name"),
        pytest.param({"type": "7"}, "as PORT_CLOSURE: capitals", id="a number for a name"),
        pytest.param({"type": "[WALKOUT]"}, "as PORT_CLOSURE: capitals", id="a list for a name"),
        pytest.param({"type": "PROTEST"}, "none of PLOVER's", id="a name of PLOVER's"),
        pytest.param({"like": "STRIKE"}, "is none of PLOVER's types: ACCUSE, AGREE, AID", id="like an unknown type"),
        pytest.param({"like": "protest"}, "is none of PLOVER's types: ACCUSE, AGREE", id="like in lower case"),
        pytest.param({"like": "PORT_CLOSURE"}, "is none of PLOVER's types: ACCUSE", id="like another own type"),
        pytest.param({"cues": "[]"}, "cues are a list of words or phrases", id="an empty list of cues"),
        pytest.param({"cues": "walkout"}, "cues are a list of words or phrases", id="a word for a list of cues"),
        pytest.param({"cues": "[walkout, ' ']"}, "cues are a list of words or phrases", id="an empty cue"),
        pytest.param({"cues": "[walkout, 7]"}, "cues are a list of words or phrases", id="a number for a cue"),
        pytest.param(
            {"examples": "[Dockers staged a walkout., Dockers left.]"},
            "no cue is found in its example 'Dockers left.'; add one that is",
            id="an example without its cue",
        ),
    ],
)
def test_a_fault_is_told_with_the_file_the_type_and_a_remedy(read, changes, remedy):
    message = refusal(read, type_with(**changes))
    assert message.startswith("own.yaml: type 2")
    assert remedy in message


@pytest.mark.parametrize("row", ["walkout", "7", "[WALKOUT]", "null"])
def test_a_type_that_is_no_table_is_told_what_it_needs(read, row):
    message = refusal(read, f"events: [{row}]")
    assert message.startswith("own.yaml: type 1: needs cues and type")


def test_a_type_that_stands_twice_is_refused(read):
    assert "stands twice" in refusal(read, type_with(type="PORT_CLOSURE"))


# Cues


def found(read, cue, sentence):
    """The words of a sentence that have a cue."""
    (one,) = read(f'events: [{{type: WALKOUT, cues: ["{cue}"]}}]')
    words = sentence.lower().split()
    return [" ".join(words[start:end]) for start, end in one.matches(words)]


@pytest.mark.parametrize(
    ("cue", "sentence", "expected"),
    [
        pytest.param("walkout", "dockers staged a walkout", ["walkout"], id="the word itself"),
        pytest.param("walkout", "two walkouts", ["walkouts"], id="a plural"),
        pytest.param("close", "they closed it", ["closed"], id="a past"),
        pytest.param("deny", "he denies it", ["denies"], id="a third person"),
        pytest.param("block the harbour", "blocking the harbour", ["blocking the harbour"], id="within a phrase"),
        pytest.param("Close", "They CLOSED it", ["closed"], id="in any writing"),
        pytest.param("close", "the closure", [], id="not another word"),
        pytest.param("close", "an enclosed bay", [], id="not within a word"),
    ],
)
def test_a_word_is_found_in_its_forms(read, cue, sentence, expected):
    assert found(read, cue, sentence) == expected


@pytest.mark.parametrize(
    ("cue", "sentence", "expected"),
    [
        ("clos*", "closed , closure and clos", ["closed", "closure", "clos"]),
        ("clos*", "they enclosed it", []),
        ("closed*", "they close it", []),
        ("clos* port", "closing the port", ["closing the port"]),
    ],
)
def test_a_star_stands_for_any_ending(read, cue, sentence, expected):
    assert found(read, cue, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("closed port", ["closed port"], id="none"),
        pytest.param("closed the port", ["closed the port"], id="one"),
        pytest.param("closed the busy port", ["closed the busy port"], id="two"),
        pytest.param("closed the very busy port", [], id="three"),
        pytest.param("port closed", [], id="the other way round"),
        pytest.param("closed", [], id="the first word alone"),
        pytest.param("closed a dock , then closed the port", ["closed the port"], id="a false start"),
    ],
)
def test_up_to_two_words_may_stand_between_two_of_a_cue(read, sentence, expected):
    assert found(read, "close port", sentence) == expected


def test_every_place_that_has_a_cue_is_found(read):
    assert found(read, "close port", "closed the port and closes another port") == [
        "closed the port",
        "closes another port",
    ]


def test_no_word_is_in_two_places_that_have_a_cue(read):
    assert found(read, "port port", "port port port") == ["port port"]


def test_of_two_cues_at_a_word_the_longer_is_found(read):
    (one,) = read("events: [{type: WALKOUT, cues: [close, close the port]}]")
    assert list(one.matches(["they", "closed", "the", "port"])) == [(1, 4)]


def test_no_words_have_no_cue(read):
    assert found(read, "walkout", "") == []
