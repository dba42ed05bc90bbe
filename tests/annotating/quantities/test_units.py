import pytest

from onrecord.annotating.quantities import find_quantities


def units(text):
    return [q.unit for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They sent 12 Norwegian-built rescue boats.", "boat"),
        ("They sent three F-16 fighter jets.", "jet"),
        ("They sent four Mirage 2000 fighter jets.", "jet"),
        ("They sent two F-16s.", "f-16"),
        ("They met 40 prisoners of war.", "prisoner"),
        ("They met two men.", "man"),
        ("They met 12 people.", "person"),
        ("They met 12 policewomen.", "policewoman"),
        ("They met 12 Iraqis.", "iraqi"),
        ("They met two Chinese.", "chinese"),
        ("They met two arms dealers.", "dealer"),
        ("They met three Danish and Dutch envoys.", "envoy"),
        ("They met 12 tired, badly dressed envoys.", "envoy"),
        ("They met one young Danish envoy.", "envoy"),
        ("They saw five aircraft.", "aircraft"),
        ("They saw two wolves.", "wolf"),
        ("They met two of the envoys.", "envoy"),
        ("They met dozens of envoys.", "envoy"),
        ("It was a 10-member panel.", "member"),
        ("They built two 250-bed clinics.", "clinic"),
    ],
)
def test_the_unit_is_the_head_noun_in_the_singular(text, unit):
    assert unit in units(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost $5.", "USD"),
        ("It cost A$5.", "AUD"),
        ("It cost HK$5.", "HKD"),
        ("It cost EUR 5.", "EUR"),
        ("It cost five dollars.", "USD"),
        ("It cost five million Swiss francs.", "CHF"),
        ("It cost 500 Hong Kong dollars.", "HKD"),
        ("It cost 500 francs.", "franc"),
        ("It cost 30 cents.", "cent"),
        ("It cost 500 pounds.", "GBP"),
        ("It cost 5,000 won.", "KRW"),
        ("It fell by 5%.", "percent"),
        ("It fell by five per cent.", "percent"),
        ("It fell by two percentage points.", "percentage point"),
        ("It is 20km away.", "kilometer"),
        ("It is 1.5m deep.", "meter"),
        ("It is six feet tall.", "foot"),
        ("It weighs 500 pounds.", "pound"),
        ("It weighs three metric tons.", "tonne"),
        ("It covers 12 sq km.", "square kilometer"),
        ("It covers 12 square miles.", "square mile"),
        ("It is 20°C.", "degree Celsius"),
        ("It is going at 30 mph.", "mile per hour"),
        ("It is going at 30 km/h.", "kilometer per hour"),
        ("It pumps 900,000 barrels a day.", "barrel per day"),
        ("It pumps 900,000 barrels of crude oil a day.", "barrel per day"),
        ("It costs $90 a barrel.", "USD per barrel"),
        ("It was a 20-mile march.", "mile"),
    ],
)
def test_money_and_measures_have_one_spelling(text, unit):
    assert units(text) == [unit]


def test_a_day_later_is_no_rate():
    assert units("They met 12 envoys a day later.") == ["envoy"]


@pytest.mark.parametrize(
    "text",
    [
        "Five tanks were hit, three of which burned.",
        "Five tanks came; three were seized.",
        "Of the five tanks, three were destroyed.",
        "They offered 12 tanks and Denmark another 12.",
    ],
)
def test_a_noun_left_out_is_that_of_the_number_before(text):
    assert units(text) == ["tank", "tank"]


def test_them_is_no_noun():
    assert units("They met 12 of them.") == [None]


def test_killing_without_a_noun_is_of_people():
    assert units("The blast destroyed three homes and killed 12.") == ["home", "person"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They offered $82 per Nordsjo share.", "USD per share"),
        ("They paid $5 per square mile.", "USD per square mile"),
        ("They paid $1 per Norwegian.", "USD per norwegian"),
        ("It has 5.1 million pounds of thrust.", "pound"),
        ("They met 20 children ages six and seven.", "child"),
        ("They saw one microbe pop up.", "microbe"),
        ("It took one disastrous attack.", "attack"),
        ("They sank one fishing boat.", "boat"),
    ],
)
def test_no_name_verb_or_age_is_taken_for_the_unit(text, unit):
    assert unit in units(text)


@pytest.mark.parametrize("text", ["A blast followed three other ones.", "They hired three others."])
def test_a_word_that_stands_for_a_noun_is_no_unit(text):
    assert units(text) == [None]
