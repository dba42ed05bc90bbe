"""What seems an event and is none, or is one of another type."""

from __future__ import annotations

import pytest

from onrecord.interpreting.events.raw import RawEvent
from onrecord.interpreting.events.seeming import as_it_is


def told(sentence, trigger, kind, confidence=0.9):
    """The type of an event as it is, or None."""
    words, parts = sentence.lower().split(), trigger.split()
    at = next(i for i in range(len(words)) if words[i : i + len(parts)] == parts)
    made = as_it_is(RawEvent(kind, None, "actual", (at, at + len(parts)), (), (), (0, len(words)), confidence), words)
    return made and made.type


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind"),
    [
        pytest.param("Lind shot back that it was false", "shot back", "ASSAULT", id="an answer"),
        pytest.param("Lind would beat Ek by ten points", "beat", "ASSAULT", id="a lead"),
        pytest.param("the troupe hailed from Ardale", "hailed", "SUPPORT", id="where from"),
        pytest.param("her remarks stand out", "stand out", "SUPPORT", id="what stands out"),
        pytest.param("Lind will hold a campaign rally in Brusk", "rally", "PROTEST", id="a rally for votes"),
        pytest.param("Lind held rallies all over the south", "held rallies", "PROTEST", id="rallies of one"),
        pytest.param("Lind came first with Ek behind him", "behind", "SUPPORT", id="who is behind"),
        pytest.param("police stand beside a truck that ran into a crowd", "into", "ASSAULT", id="a preposition"),
        pytest.param("Lind paused and wept", "paused", "CONCEDE", id="a pause"),
        pytest.param("Lind has not been tested as a governor", "tested", "MOBILIZE", id="a governor"),
        pytest.param("Lind turned over her emails", "turned over", "COERCE", id="emails"),
        pytest.param("the plane cleared Tessian airspace", "cleared", "COERCE", id="airspace"),
        pytest.param("Lind locked down the endorsements of guilds", "locked down", "REJECT", id="endorsements"),
        pytest.param("a ferry hit a bridge near Brusk", "hit", "ASSAULT", id="a bridge"),
        pytest.param("the flight took off at noon", "took off", "COERCE", id="a flight"),
        pytest.param("engineers were in touch with the satellite", "touch", "CONSULT", id="a satellite"),
        pytest.param("Lind seized on the remark", "seized", "COERCE", id="a remark"),
        pytest.param("the prisoner committed suicide", "committed", "ASSAULT", id="a suicide"),
        pytest.param("it is the right thing to do", "right", "REQUEST", id="the right thing"),
        pytest.param("singers chimed in with outrage", "in", "SUPPORT", id="a particle"),
        pytest.param("the couple have broken up after years of dating", "broken", "SANCTION", id="a couple"),
        pytest.param("engineers established contact with the spacecraft", "established", "COOPERATE", id="space"),
        pytest.param("the firm launched two probes to the moon", "launched", "MOBILIZE", id="a probe"),
        pytest.param("the Herons beat Ardale in the playoff", "beat", "ASSAULT", id="sport"),
        pytest.param("two trains collided in a tunnel", "collided", "ASSAULT", id="an accident"),
        pytest.param("a tram caught fire in Brusk", "fire", "ASSAULT", id="a fire"),
        pytest.param("a passenger boarded the wrong plane", "boarded", "COERCE", id="a passenger"),
        pytest.param("the coach broke down in tears", "broke down", "CONCEDE", id="tears"),
        pytest.param("they won thanks in part to Lind", "thanks", "SUPPORT", id="thanks to"),
        pytest.param("Tessen is ready to launch two satellites", "ready", "AGREE", id="ready for no agreement"),
        pytest.param("rebels linked to the guild shelled Brusk", "linked", "ACCUSE", id="which rebels"),
        pytest.param("the army referred questions to the court", "referred questions", "ACCUSE", id="the press"),
        pytest.param("a woman was visiting her daughter", "visiting", "CONSULT", id="a family"),
        pytest.param("Tessen bans smoking in cars", "bans", "COERCE", id="a rule for everybody"),
        pytest.param("Lind did all the work", "all the", "ACCUSE", id="a word that tells nothing"),
        pytest.param("he reached for a ball", "for", "REQUEST", id="a particle of no demand"),
        pytest.param("Lind is proud of them", "proud", "SUPPORT", id="a feeling"),
        pytest.param("before shooting began on the sequel", "shooting", "ASSAULT", id="a film"),
        pytest.param("women cling to each other", "cling", "PROTEST", id="no dissent"),
        pytest.param("crowds lined the street to see the floats", "lined", "PROTEST", id="a parade"),
        pytest.param("Ek took her hand", "took", "ASSAULT", id="a hand"),
        pytest.param("Lind released her tax returns", "released", "RETREAT", id="papers"),
        pytest.param("two men were released from a hospital", "released", "RETREAT", id="patients"),
        pytest.param("Lind returned to Brusk", "returned", "RETREAT", id="travel"),
        pytest.param("Lind returned to her capital", "returned", "CONSULT", id="a way home"),
        pytest.param("firefighters removed one man", "removed", "RETREAT", id="a rescue"),
        pytest.param("seven people were killed when a tram derailed", "killed", "ASSAULT", id="a deadly accident"),
        pytest.param("an earthquake killed ninety people", "killed", "ASSAULT", id="a disaster"),
        pytest.param("fans took to the streets to celebrate", "took to the streets", "PROTEST", id="a feast"),
        pytest.param("Lind declined to threaten them", "declined", "THREATEN", id="no threat"),
        pytest.param("fishermen support Lind by 9 points", "support", "SUPPORT", id="a poll"),
        pytest.param("a jury found Ek not guilty", "found", "SANCTION", id="an acquittal"),
        pytest.param("Lind spoke to reporters", "spoke", "CONSULT", id="the press again"),
        pytest.param("Lind signed the bill", "signed", "SUPPORT", id="lawmaking"),
        pytest.param("Lind offered her condolences", "offered", "AGREE", id="sympathy"),
        pytest.param("Lind suspended her campaign", "suspended", "SANCTION", id="what is one's own"),
        pytest.param("Tessen maintains three satellites", "maintains", "MOBILIZE", id="what is only had"),
        pytest.param("a ferry struck a bridge after the collision", "collision", "ASSAULT", id="a ship"),
    ],
)
def test_what_only_seems_an_event_is_none(sentence, trigger, kind):
    assert told(sentence, trigger, kind) is None


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind"),
    [
        pytest.param("the army established contact with Tessen", "established", "CONSULT", id="no spacecraft"),
        pytest.param("guards beat a man in Ardale", "beat", "ASSAULT", id="no sport"),
        pytest.param("a bomb exploded in a train", "exploded", "ASSAULT", id="no accident"),
        pytest.param("the driver of the lorry exchanged fire with police", "fire", "ASSAULT", id="shots"),
        pytest.param("commandos boarded the plane", "boarded", "COERCE", id="no passengers"),
        pytest.param("Ek was linked to the attack", "linked", "ACCUSE", id="linked by someone"),
        pytest.param("Tessen is ready to meet the rebels", "ready", "AGREE", id="ready for talks"),
        pytest.param("Lind called once more for talks", "for", "REQUEST", id="a particle of a demand"),
        pytest.param("crowds lined the streets with banners", "lined", "PROTEST", id="dissent"),
        pytest.param("a bomb killed ten after the accident", "killed", "ASSAULT", id="no accident alone"),
        pytest.param("a jury found Ek guilty", "found", "SANCTION", id="a conviction"),
        pytest.param("rebels took him hostage", "took", "ASSAULT", id="a hostage"),
        pytest.param("rebels released two prisoners to the hospital", "released", "RETREAT", id="prisoners"),
        pytest.param("the troops returned to their barracks", "returned", "RETREAT", id="troops"),
        pytest.param("Tessen signed a treaty into law", "signed", "SUPPORT", id="an accord"),
    ],
)
def test_what_is_an_event_stays(sentence, trigger, kind):
    assert told(sentence, trigger, kind) == kind


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "expected"),
    [
        ("Tessen is intervening in Brusk against the rebels", "intervening", "AID", "ASSAULT"),
        ("the court extended her remand for a week", "extended", "CONCEDE", "COERCE"),
        ("Tessen launched a new spy satellite", "launched", "COOPERATE", "MOBILIZE"),
        ("a driver mowed down ten people", "mowed down", "PROTEST", "ASSAULT"),
        ("the rebels broke with the guild", "broke", "ASSAULT", "SANCTION"),
        pytest.param(
            "Lind called its bid for membership unrealistic", "called", "ACCUSE", "REJECT", id="what is unrealistic"
        ),
        pytest.param("Lind called the bid for peace a lie", "called", "ACCUSE", "ACCUSE", id="a reproach"),
    ],
)
def test_some_are_of_another_type(sentence, trigger, kind, expected):
    assert told(sentence, trigger, kind) == expected


def test_of_types_that_are_often_wrong_only_what_is_likely_is_told():
    assert told("Lind gave him her blanket", "gave", "AID", 0.4) is None
    assert told("Lind gave him her blanket", "gave", "AID", 0.6) == "AID"
    assert told("Lind accused him", "accused", "ACCUSE", 0.4) == "ACCUSE"


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("the closer denied Ardale a run", "REJECT", None),
        ("a court denied Ardale's owner bail", "REJECT", "REJECT"),
        ("the league fined Lind for the insult", "SANCTION", "SANCTION"),
    ],
)
def test_in_a_report_on_sport_only_what_touches_others_is_an_event(sentence, kind, expected):
    words = sentence.split()
    event = RawEvent(kind, None, "actual", (2, 3), (), (), (0, len(words)), 0.9)
    made = as_it_is(event, words, {"sport"})
    assert (made and made.type) == expected


def test_into_tells_an_attack_behind_what_drove():
    assert told("the truck drove into a crowd", "into", "ASSAULT") == "ASSAULT"


def test_a_rally_of_thousands_is_a_protest():
    assert told("thousands held a rally in the square", "held a rally", "PROTEST") == "PROTEST"
