import pickle

import pytest

from onrecord import errors
from onrecord.errors import InternalError, OnrecordError, RecordError, Refused, StepError


def error_classes():
    return [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, Exception)]


def test_every_error_has_the_one_root():
    assert all(issubclass(c, OnrecordError) for c in error_classes())


def test_the_tree_in_the_docstring_names_every_error():
    assert all(c.__name__ in (errors.__doc__ or "") for c in error_classes())


def test_a_refusal_says_where_what_why_and_what_to_do():
    refusal = Refused("empty", "the file is empty", remedy="give it some text", source="a.txt")
    assert str(refusal) == "a.txt: the file is empty [empty]; give it some text"


def test_a_refusal_with_a_reason_off_the_list_is_our_own_mistake():
    with pytest.raises(InternalError):
        Refused("bored", "no")  # type: ignore[arg-type]


def test_a_refusal_survives_the_way_to_another_process():
    refusal = Refused("missing", "there is no such file", source="b.txt")
    assert str(pickle.loads(pickle.dumps(refusal))) == str(refusal)


def test_a_failed_step_names_step_and_article():
    assert str(StepError("encode", "c" * 64, "it broke")) == "step encode failed on article cccccccccccc: it broke"


def test_a_record_error_says_where_and_what():
    assert str(RecordError("statements[0].time", "no time t7")) == "statements[0].time: no time t7"


def test_a_record_error_of_the_whole_says_what():
    assert str(RecordError("", "no JSON")) == "no JSON"


def test_a_record_error_survives_the_way_to_another_process():
    error = RecordError("statements[0].time", "no time t7")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
