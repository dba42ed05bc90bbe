"""Deeds that were not done, and those that someone is but accused of."""

from __future__ import annotations

import pytest

from onrecord.interpreting.events.polarity import is_alleged, is_asked, is_mere_measure, is_question, with_negation
from onrecord.interpreting.events.raw import RawEvent


def event(sentence, trigger, kind="ASSAULT", recipient=""):
    words = sentence.split()
    place = words.index(trigger)
    recipients = ((words.index(recipient), words.index(recipient) + 1),) if recipient else ()
    return RawEvent(kind, None, "actual", (place, place + 1), (), recipients, (0, len(words)), 0.9), words


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind"),
    [
        pytest.param("ek has never been charged", "charged", "ACCUSE", id="never"),
        pytest.param("ek did not formally condemn it", "condemn", "ACCUSE", id="not, with an adverb"),
        pytest.param("they can ' t blame lind", "blame", "ACCUSE", id="clipped"),
        pytest.param("lind no longer blames ek", "blames", "ACCUSE", id="no longer"),
        pytest.param("held for years without being convicted", "convicted", "SANCTION", id="without"),
    ],
)
def test_what_was_not_done_is_denied(sentence, trigger, kind):
    made, words = event(sentence, trigger, kind)
    assert with_negation(made, words).status == "denied"


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        pytest.param("lind was unable to accuse ek", "accuse", "denied", id="unable"),
        pytest.param("lind declined to condemn ek", "condemn", "denied", id="declined"),
        pytest.param("lind needs to challenge ek", "challenge", "hypothetical", id="needs"),
        pytest.param("lind went on to accuse ek", "accuse", "actual", id="done"),
    ],
)
def test_the_word_before_to_tells_whether_it_was_done(sentence, trigger, status):
    made, words = event(sentence, trigger, "ACCUSE")
    assert with_negation(made, words).status == status


def test_what_was_done_to_none_is_denied():
    made, words = event("none of them was charged", "charged", "ACCUSE", "none")
    assert with_negation(made, words).status == "denied"


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind"),
    [
        pytest.param("ek was charged", "charged", "ACCUSE", id="done"),
        pytest.param("not only ek was charged", "charged", "ACCUSE", id="a negation elsewhere"),
        pytest.param("ek would not negotiate", "negotiate", "REJECT", id="a refusal"),
        pytest.param("charged with arson", "charged", "ACCUSE", id="first word"),
    ],
)
def test_all_else_stays_as_it_is_told(sentence, trigger, kind):
    made, words = event(sentence, trigger, kind)
    assert with_negation(made, words).status == "actual"


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        pytest.param("lind accused tessen of shelling a port", "shelling", True, id="what someone is accused of"),
        pytest.param("lind accused tessen after shelling a port", "shelling", False, id="a deed of its own"),
        pytest.param("lind accused tessen of arson", "arson", False, id="no verb"),
    ],
)
def test_what_someone_is_accused_of_is_told_already(sentence, trigger, expected):
    made, words = event(sentence, trigger)
    accusation, _ = event(sentence, "accused", "ACCUSE")
    assert is_alleged(made, [accusation, made], words) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("do you support the guild ?", True, id="a yes or a no"),
        pytest.param("“ will tessen support the guild ? ”", True, id="in quotation marks"),
        pytest.param("why did tessen support the guild ?", False, id="why it was done"),
        pytest.param("did they pay before the guild could support it ?", False, id="a clause of its own"),
        pytest.param("will the support ever end ?", False, id="what is taken for granted"),
        pytest.param("does tessen pay ? they support the guild .", False, id="another sentence's question"),
    ],
)
def test_what_is_but_asked_is_no_event(sentence, expected):
    made, words = event(sentence, "support", "SUPPORT")
    assert is_asked(made, words) is expected


@pytest.mark.parametrize(
    "behind", ["about the border", "lind if it was so", "why he left", "lind monday whether he ran"]
)
def test_whoever_asks_for_an_answer_requests_nothing(behind):
    assert is_question(*event(f"ek asked {behind} .", "asked", "REQUEST"))


@pytest.mark.parametrize("behind", ["lind to go", "for help", "that it stop if it can", "lind not to say why"])
def test_whoever_asks_for_a_deed_requests_it(behind):
    assert not is_question(*event(f"ek asked {behind} .", "asked", "REQUEST"))


def test_what_only_tells_since_when_is_no_event():
    assert is_mere_measure(*event("the largest attack since drones started hitting the town .", "hitting"))


@pytest.mark.parametrize(
    "text", ["since monday drones kept hitting the town .", "the first since may , drones have been hitting the town ."]
)
def test_what_was_done_since_is_one(text):
    assert not is_mere_measure(*event(text, "hitting"))
