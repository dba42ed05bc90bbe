"""Who acts in an event is settled before it is asked who that is."""

from __future__ import annotations

import onrecord


def lines(text):
    return [
        (event.type, [one.name for one in event.actors], [one.name for one in event.recipients])
        for event in onrecord.read(text, published="2031-03-05").events
    ]


def test_whom_grammar_makes_a_party_is_on_the_list_of_entities():
    text = (
        "A warden was arrested by the coast guard on Monday, and the harbour master was accused of theft by Mara Lind."
    )
    made = lines(text)
    assert ("COERCE", ["the coast guard"], ["A warden"]) in made


def test_a_lorry_drives_into_nobody():
    (made,) = lines("A lorry ploughed into a crowd of fishermen in Valparaíso on Monday, killing nine people.")
    assert made[1] == []


def test_what_a_paper_asks_of_its_readers_is_no_event():
    assert lines("Chat with us on the phone. Norway condemned the arrests on Monday.")[0][0] == "ACCUSE"
