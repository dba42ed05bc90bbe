"""Towns that coreference takes for people."""

from __future__ import annotations

import pytest
from linking_samples import entity_at, entry_at


def test_town_where_somebody_did_something_is_not_he(reader):
    text = (
        "On Friday his attack in Nice shocked many. The attacker in Nice used a lorry. Then he drove along the beach."
    )
    record = reader.read(text, published="2016-07-16")
    town = entity_at(record, "Nice", occurrence=2)
    assert (town.kind, {mention.span.surface for mention in town.mentions}) == ("place", {"Nice"})


@pytest.mark.parametrize(
    "text",
    [
        "Chelsea Lind sang in Bath. Chelsea thanked the band, and she bowed.",
        "Sydney Lind left the court in Nice on Friday. Ms Lind said that she was glad, and Sydney smiled.",
    ],
)
def test_person_who_is_called_like_a_town_is_still_one(reader, text):
    record = reader.read(text, published="2016-07-16")
    person = entity_at(record, text.split(" ")[0])
    assert person is not None
    assert person.kind == "person"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Two buses pulled out of Lebanon, half an hour's drive east of Harrisburg. Nobody thought of Beirut.",
            "Lebanon",
        ),
        ("Rain fell on Georgia and Florida. Tbilisi was dry, and nobody in America cared.", "Georgia"),
    ],
)
def test_a_region_or_a_town_is_told_by_what_stands_beside_it(reader, text, words):
    assert entry_at(reader.read(text, published="2006-07-20"), words) is None


def test_a_town_is_of_the_only_country_that_the_article_tells_of(reader):
    text = "Lebanese troops fought gunmen on the outskirts of Tripoli on Sunday. Soldiers closed the road to the port."
    assert entity_at(reader.read(text, published="2007-05-20"), "Tripoli").country == "LBN"
