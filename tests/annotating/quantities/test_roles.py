import pytest

from onrecord.annotating.quantities import find_quantities


def roles(text):
    return [q.role for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The flood killed 12 people.", "killed"),
        ("The flood has killed at least another 12 people.", "killed"),
        ("A flood killing 12 people hit the town.", "killed"),
        ("Guards shot down nine drones.", "shot_down"),
        ("Guards brought nine drones down.", "shot_down"),
        ("Gunmen took 12 people hostage.", "abducted"),
        ("Guards fired a salvo of nine rockets.", "launched"),
        ("The town paid the builders $12 million.", "paid"),
        ("The builders were paid $12 million.", "paid"),
        ("The town bought the dam for $12 million.", "paid"),
        ("The town promised Mara Lind $12 million.", "pledged"),
        ("The gang asked for $12 million.", "demanded"),
        ("The flood left 12 people homeless.", "displaced"),
        ("The flood forced 12 people from their homes.", "displaced"),
    ],
)
def test_the_object_of_a_verb_has_its_role(text, role):
    assert roles(text) == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Some 12 people were killed.", "killed"),
        ("Some 12 people in the old town could have been killed.", "killed"),
        ("Some 12 people, many of them tourists, were killed.", "killed"),
        ("Some 12 people died.", "killed"),
        ("Some 12 people are feared dead.", "killed"),
        ("Some 12 people are still missing.", "missing"),
        ("Some 12 people who were killed came from Ardale.", "killed"),
        ("Some 12 people killed in the flood came from Ardale.", "killed"),
        ("Some 12 people lost their lives.", "killed"),
        ("Some 12 people were taken to hospital.", "hospitalized"),
        ("Some 12 people have fled.", "displaced"),
        ("Some 12 people took to the streets.", "protested"),
        ("Some 12 ministers voted against it.", "voted"),
        ("One rocket, fired from the hills, fell into the river.", "launched"),
        ("Two of the men kidnapped in May have been freed.", "released"),
    ],
)
def test_the_subject_of_a_passive_or_of_an_intransitive_verb_has_its_role(text, role):
    assert roles(text) == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They mourn the deaths of 12 people.", "killed"),
        ("They praised the release by the rebels of 12 prisoners.", "released"),
        ("The death toll climbed to 12.", "killed"),
        ("The number of wounded rose to 12.", "injured"),
        ("The dead included 12 tourists.", "killed"),
        ("Officials counted 12 deaths.", "killed"),
        ("Officials met 12 wounded soldiers.", "injured"),
        ("They want a $12 million ransom.", "demanded"),
    ],
)
def test_a_noun_tells_the_role(text, role):
    assert roles(text) == [role]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("It killed 12 people and wounded 30.", ["killed", "injured"]),
        ("It killed 12 men and 30 women.", ["killed", "killed"]),
        ("12 people were killed and 30 others wounded.", ["killed", "injured"]),
        ("12 men and 30 women were killed.", ["killed", "killed"]),
        ("12 people were killed, including three children.", ["killed", "killed"]),
        ("12 people, of whom three died, were wounded.", ["injured", "killed"]),
        ("12 dead, 30 hurt in flood", ["killed", "injured"]),
        ("The rebels captured 12 soldiers and three villages.", ["detained", "seized"]),
        ("12 drones killed three people.", [None, "killed"]),
        ("The army lost 12 tanks and three jets were damaged.", [None, "damaged"]),
        ("Explosions in two towns killed at least 12.", [None, "killed"]),
        ("Of the 12 people aboard, three were rescued.", [None, "rescued"]),
    ],
)
def test_each_of_several_numbers_has_its_own_predicate(text, both):
    assert roles(text) == both


@pytest.mark.parametrize(
    "text",
    [
        "The firm fired 12 clerks.",
        "The firm released 12 reports.",
        "Shares dropped 12 percent.",
        "The firm sent 12 letters.",
        "He was killed 12 miles away.",
        "She is a mother of three.",
        "The firm demanded 12 changes.",
    ],
)
def test_a_verb_of_another_sense_tells_no_role(text):
    assert roles(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The bank is to take a $5 billion hit.",
        "It will tax 15.5 percent of earnings held in cash.",
        "The car was mowing down several hundred people.",
    ],
)
def test_a_verb_of_another_sense_gives_no_role(text):
    assert roles(text) == [None]


def test_money_is_seized_by_a_verb_of_seizing():
    assert roles("Police seized $5 million.") == ["seized"]
