import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary import ACTS
from onrecord.vocabulary.acts import parse_acts

FORMAT_NAMES = [
    *("say", "claim", "deny", "accuse", "admit", "promise"),
    *("threaten", "demand", "ask", "warn", "believe", "learn"),
]
ENTRY = {"definition": "Hums.", "examples": ["The choir hums.", "A fridge hums."]}


def test_the_acts_begin_with_those_that_the_record_format_names():
    assert list(ACTS)[: len(FORMAT_NAMES)] == FORMAT_NAMES


def test_each_act_is_found_by_its_own_name():
    assert all(ACTS[name].name == name for name in ACTS)


def test_the_examples_of_all_acts_differ():
    examples = [example for act in ACTS.values() for example in act.examples]
    assert len(set(examples)) == len(examples)


def test_the_acts_cannot_be_changed():
    with pytest.raises(TypeError):
        ACTS["hum"] = ACTS["say"]


@pytest.mark.parametrize(
    ("name", "entry", "message"),
    [
        ("Hum", ENTRY, "'Hum' is not one word in lower case"),
        ("hum along", ENTRY, "is not one word"),
        ("hum", {"definition": "Hums."}, "needs a definition and examples"),
        ("hum", ENTRY | {"colour": "red"}, "and nothing else"),
        ("hum", ENTRY | {"definition": "hums"}, "a definition that is a sentence"),
        ("hum", ENTRY | {"examples": ["The choir hums."]}, "needs two examples"),
    ],
)
def test_an_act_that_is_not_whole_is_named_in_the_error(name, entry, message):
    with pytest.raises(VocabularyError, match=message):
        parse_acts({name: entry}, name="acts.toml")
