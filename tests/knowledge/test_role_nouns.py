from collections import Counter

import pytest

from onrecord.interpreting.linking.actors import singular
from onrecord.knowledge.base import RoleNoun
from onrecord.knowledge.spelling import fold
from onrecord.knowledge.tsv import read_rows
from onrecord.vocabulary.sectors import SECTORS

BUILT, BY_HAND = "role_nouns", "role_nouns_by_hand"
TABLES = pytest.mark.parametrize("table", [BUILT, BY_HAND])


def sectors() -> dict[str, str]:
    return {row.noun: row.sector for table in (BUILT, BY_HAND) for row in read_rows(RoleNoun, table)}


def head_singular(noun: str) -> str:
    *before, head = noun.split()
    return " ".join([*before, singular(head)])


@TABLES
def test_every_sector_is_one_of_plovers_or_none(table: str) -> None:
    assert {row.sector for row in read_rows(RoleNoun, table)} <= {*SECTORS, ""}


@TABLES
def test_no_noun_stands_twice_in_a_table(table: str) -> None:
    counts = Counter(row.noun for row in read_rows(RoleNoun, table))
    assert [noun for noun, count in counts.items() if count > 1] == []


@TABLES
def test_nouns_are_written_as_they_are_looked_up(table: str) -> None:
    nouns = [row.noun for row in read_rows(RoleNoun, table)]
    assert [noun for noun in nouns if fold(noun) != noun or "defence" in noun] == []


@TABLES
def test_head_nouns_are_singular(table: str) -> None:
    assert [row.noun for row in read_rows(RoleNoun, table) if head_singular(row.noun) != row.noun] == []


@TABLES
def test_no_noun_is_longer_than_a_lookup(table: str) -> None:
    assert [row.noun for row in read_rows(RoleNoun, table) if len(row.noun.split()) > 4] == []


@TABLES
def test_every_row_says_where_it_comes_from(table: str) -> None:
    assert all(row.source for row in read_rows(RoleNoun, table))


def test_the_built_table_has_no_noun_of_the_one_by_hand() -> None:
    assert {row.noun for row in read_rows(RoleNoun, BUILT)}.isdisjoint(row.noun for row in read_rows(RoleNoun, BY_HAND))


@pytest.mark.parametrize(
    "noun", ["bomber", "agent", "guide", "hand", "star", "player", "leader", "spokesman", "group", "chief"]
)
def test_a_noun_of_many_trades_tells_no_sector(noun: str) -> None:
    assert not sectors().get(noun)


def test_a_suicide_bomber_has_no_sector() -> None:
    assert not sectors().get("suicide bomber")


@pytest.mark.parametrize(
    ("noun", "sector"),
    [
        *(("paratrooper", "MIL"), ("gunman", "UAF"), ("refugee", "REF"), ("prosecutor", "JUD"), ("pirate", "CRM")),
        *(("lawmaker", "LEG"), ("opposition lawmaker", "OPP"), ("official", "GOV"), ("party official", "PTY")),
        *(("hospital official", "MED"), ("rebel commander", "REB"), ("police commander", "COP"), ("aid worker", "NGO")),
        *(("secretary general", ""), ("west bank", ""), ("peacekeeper", "")),
    ],
)
def test_a_noun_tells_its_sector(noun: str, sector: str) -> None:
    assert sectors()[noun] == sector


@pytest.mark.parametrize(
    ("word", "one"),
    [
        *(("gunmen", "gunman"), ("policewomen", "policewoman"), ("spokespeople", "spokesperson"), ("allies", "ally")),
        *(("spies", "spy"), ("parties", "party"), ("children", "child"), ("schoolchildren", "schoolchild")),
        *(("midwives", "midwife"), ("thieves", "thief"), ("mps", "mp"), ("judges", "judge"), ("witnesses", "witness")),
        *(
            ("buses", "bus"),
            ("bosses", "boss"),
            ("services", "service"),
            ("attaches", "attache"),
            ("militias", "militia"),
        ),
        *(("refugees", "refugee"), ("churches", "church")),
    ],
)
def test_a_plural_has_its_singular(word: str, one: str) -> None:
    assert singular(word) == one


@pytest.mark.parametrize(
    "word", ["troops", "forces", "police", "people", "clergy", "corps", "boss", "bus", "press", "crisis"]
)
def test_a_word_that_is_no_plural_stays(word: str) -> None:
    assert singular(word) == word
