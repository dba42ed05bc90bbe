"""Offices: whom one means on the article's date, and where the article leaves it open."""

from __future__ import annotations

import pytest
from linking_samples import entity_at, entries, entry_at

from onrecord.knowledge.spelling import fold

MEDVEDEV, MERKEL, POROSHENKO, RENZI, ZELENSKY = "Q23530", "Q567", "Q58077", "Q47563", "Q3874799"


@pytest.mark.parametrize(
    ("published", "office", "entry"),
    [
        ("2016-03-01", "The Ukrainian president", POROSHENKO),
        ("2019-05-19", "The Ukrainian president", POROSHENKO),
        ("2019-05-20", "The Ukrainian president", ZELENSKY),
        ("2020-03-01", "The Ukrainian president", ZELENSKY),
        ("2018-01-16", "The French president", "Q3052772"),
        ("2018-01-16", "The British prime minister", "Q264766"),
        ("2016-03-01", "The German chancellor", MERKEL),
        ("2016-03-01", "The secretary-general of NATO", "Q57665"),
        ("2010-03-01", "The vice president of the United States", "Q6279"),
        ("2010-03-01", "The supreme leader of Iran", "Q57336"),
        ("2016-03-06", "The pope", "Q450675"),
    ],
)
def test_an_office_means_its_holder_on_the_date(reader, published, office, entry):
    record = reader.read(f"{office} said that the winter had been long.", published=published)
    assert entry_at(record, office) == entry


def test_whom_an_office_means_is_named_after_the_holder(reader):
    record = reader.read("The Ukrainian president said that the winter had been long.", published="2016-03-01")
    found = entity_at(record, "The Ukrainian president")
    assert (found.name, found.named) == ("Petro Poroshenko", True)


@pytest.mark.parametrize(
    ("title", "office", "entry"),
    [
        ("Ukraine signs a law on gas", "The president", POROSHENKO),
        ("Italian schools close", "The prime minister", RENZI),
        ("Kyiv waits for gas", "The president", POROSHENKO),
    ],
)
def test_an_office_without_its_country_is_that_of_the_headline(reader, title, office, entry):
    record = reader.read(f"{office} said that it was fair.", title=title, published="2016-03-01")
    assert entry_at(record, office) == entry


def test_an_office_without_its_country_is_that_of_the_one_that_the_article_is_about(reader):
    text = "The prime minister said that schools would close in Rome and Milan, and across Italy."
    assert entry_at(reader.read(text, published="2016-03-01"), "The prime minister") == RENZI


def test_a_country_that_is_told_in_the_headline_is_less_sure_than_one_in_the_words(reader):
    open_ = reader.read("The president said it was fair.", title="Ukraine signs a law", published="2016-03-01")
    told = reader.read("The Ukrainian president said it was fair.", published="2016-03-01")
    assert open_.entities[0].confidence < told.entities[0].confidence


@pytest.mark.parametrize(
    ("published", "text", "office"),
    [
        pytest.param("2016-03-01", "The president said that it was late.", "The president", id="no country"),
        pytest.param(
            "2016-03-01",
            "The prime minister arrived in Oslo and later in Rome.",
            "The prime minister",
            id="two countries",
        ),
        pytest.param(
            "2016-03-01", "The mayor said the bridge in Kyiv was shut.", "The mayor", id="an office not in the tables"
        ),
        pytest.param(None, "The Ukrainian president said it was late.", "The Ukrainian president", id="no date"),
        pytest.param(
            "2090-03-01",
            "The Ukrainian president said it was late.",
            "The Ukrainian president",
            id="beyond what is known",
        ),
        pytest.param(
            "2016-03-06", "A Ukrainian president must live in Kyiv.", "A Ukrainian president", id="any holder"
        ),
        pytest.param(
            "2016-03-06",
            "The deputy Ukrainian president said nothing.",
            "The deputy Ukrainian president",
            id="a deputy",
        ),
        pytest.param(
            "2021-05-03",
            "The former Ukrainian president spent June by the sea.",
            "The former Ukrainian president",
            id="a former one",
        ),
        pytest.param(
            "2016-03-01",
            "The Italian prime minister said it was dry. One former Italian prime minister disagreed.",
            "One former Italian prime minister",
            id="one former holder of several",
        ),
    ],
)
def test_an_office_that_the_article_leaves_open_is_not_linked(reader, published, text, office):
    assert entry_at(reader.read(text, published=published), office) is None


def test_a_former_office_without_a_name_tells_its_country_and_that_it_is_over(reader):
    text = "The Italian prime minister said it was dry. One former Italian prime minister disagreed."
    found = entity_at(reader.read(text, published="2016-03-01"), "One former Italian prime minister")
    assert (found.country, found.sector) == ("ITA", "ELI")


def test_an_office_that_is_not_linked_keeps_its_country_and_sector(reader):
    found = entity_at(reader.read("The Ukrainian president said it was late."), "The Ukrainian president")
    assert (found.country, found.sector) == ("UKR", "GOV")


def test_two_offices_mean_two_people(reader):
    text = "The French president and the British prime minister met in Calais on Tuesday."
    record = reader.read(text, published="2018-01-16")
    assert entries(record) == ["Q3052772", "Q264766"]


def test_a_holder_who_is_named_and_described_is_listed_once(reader):
    text = "Petro Poroshenko said on Monday that it was cold. The Ukrainian president thanked the soldiers."
    record = reader.read(text, published="2016-03-01")
    assert entity_at(record, "Petro Poroshenko").id == entity_at(record, "The Ukrainian president").id


def test_an_office_and_a_holder_whom_the_article_also_calls_by_a_surname_are_one(reader):
    text = "The Russian president wrote to Barack Obama in May. Dmitry Medvedev asked for seeds."
    assert entries(reader.read(text, published="2010-07-02")).count(MEDVEDEV) == 1


# The days of a change


@pytest.mark.parametrize(
    ("published", "text", "words", "expected"),
    [
        (
            "2010-04-10",
            "A plane crash killed the Polish president on Saturday. Lech Kaczynski was on his way to Katyn.",
            "the Polish president",
            "Lech Kaczynski",
        ),
        (
            "2022-05-09",
            "Sri Lanka is under curfew. Sri Lanka's prime minister offered to resign on Monday.",
            "Sri Lanka's prime minister",
            "Mahinda Rajapaksa",
        ),
    ],
)
def test_who_has_just_left_an_office_is_still_called_by_it(reader, published, text, words, expected):
    assert fold(entity_at(reader.read(text, published=published), words).name) == fold(expected)


def test_in_the_days_of_a_change_a_link_by_the_office_alone_is_less_sure(reader):
    text = "A plane crash killed the Polish president on Saturday."
    assert entity_at(reader.read(text, published="2010-04-10"), "the Polish president").confidence == 0.8


def test_the_house_speaker_is_of_the_country_of_the_house(reader):
    text = "Lawmakers in Washington went home. The House speaker praised Taiwan's democracy."
    assert entity_at(reader.read(text, published="2022-08-03"), "The House speaker").name == "Nancy Pelosi"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Haiti's president was shot dead at home. Police killed four suspects.", "Jovenel Moïse"),
        ("Haiti's president spoke on television for ten minutes. Police closed two roads.", "Claude Joseph"),
    ],
)
def test_on_the_day_after_a_change_the_article_tells_whether_someone_left(reader, text, expected):
    found = entity_at(reader.read(text, published="2021-07-08"), "Haiti's president")
    assert (fold(found.name), found.confidence) == (fold(expected), 0.8)


def test_a_crown_prince_is_that_of_the_headlines_country(reader):
    record = reader.read(
        "The crown prince denied any knowledge. The writer was last seen on 2 October.",
        title="Saudi Arabia promises answers on missing writer",
        published="2018-10-18",
    )
    assert entity_at(record, "The crown prince").name == "Mohammed bin Salman"


# Offices to come, for now, and sought


@pytest.mark.parametrize(
    ("published", "text", "words", "expected"),
    [
        (
            "2023-11-22",
            "Argentina's president-elect slept late on Tuesday.",
            "Argentina's president-elect",
            "Q52395487",
        ),
        ("2019-04-30", "Ukraine's new president will take his oath in May.", "Ukraine's new president", "Q3874799"),
        ("2019-07-30", "Ukraine's new president spoke in Kyiv on Monday.", "Ukraine's new president", "Q3874799"),
        ("2025-03-10", "Syria's interim president spoke in Damascus.", "Syria's interim president", "Q7934206"),
    ],
)
def test_who_has_taken_an_office_or_will_is_found_by_it(reader, published, text, words, expected):
    assert entry_at(reader.read(text, published=published), words) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A brewery in Ohio hired Mara Lind as president of its new plant in Dayton.",
        "Mara Lind asked voters in Ohio to elect a woman as president.",
    ],
)
def test_an_office_without_an_article_is_nobody(reader, text):
    assert "Q76" not in entries(reader.read(text, published="2014-05-02"))


def test_who_returns_to_an_office_has_left_it_before(reader):
    text = "The former president flew to Florida. Joe Biden would say nothing of Donald Trump at the White House."
    assert entry_at(reader.read(text, published="2023-05-02"), "The former president") == "Q22686"


def test_a_description_begins_with_its_sentence(reader):
    text = "The American president had left Hangzhou by then. China's president went to the airport with flowers."
    assert entry_at(reader.read(text, published="2016-09-06"), "China's president") == "Q15031"


def test_the_last_of_a_kind_is_not_who_holds_the_office_now(reader):
    text = (
        "South Africa's last white president gave a lecture in Oslo. The last president of South Africa to do so sang."
    )
    assert "Q1148669" not in entries(reader.read(text, published="2019-05-02"))


def test_of_countries_that_share_a_name_the_articles_own_president_is_meant(reader):
    text = "Soldiers fled from Goma towards Bukavu. Congo's president flew to Kinshasa at night, officials said."
    assert entry_at(reader.read(text, published="2025-01-28"), "Congo's president") == "Q29032770"


def test_only_countries_that_have_the_office_can_be_meant(reader):
    text = "The prime minister spoke for an hour. Envoys of the United States had come to Baghdad."
    assert entry_at(reader.read(text, published="2008-03-01"), "The prime minister") == "Q57673"


def test_an_office_is_left_open_where_its_sentence_tells_of_another_country(reader):
    text = "Crowds sang in Dhaka as the prime minister left by boat. India closed a bridge."
    assert entry_at(reader.read(text, published="2022-08-06"), "the prime minister") is None


def test_the_new_holder_of_an_office_is_not_the_one_who_left_it(reader):
    text = "Kevin Rudd wept as he left his house in Canberra. The new prime minister said that Australia had lost time."
    assert entry_at(reader.read(text, published="2010-06-24"), "The new prime minister") == "Q41563"


def test_the_day_after_a_coup_an_office_is_still_its_last_holders(reader):
    text = "The Thai prime minister was abroad when a general declared martial law in Bangkok."
    assert entry_at(reader.read(text, published="2006-09-20"), "The Thai prime minister") == "Q164373"


def test_a_foreign_secretary_is_no_french_minister(reader):
    text = "The foreign secretary came late to a lunch in Paris. Theresa May had let him choose the wine."
    assert entry_at(reader.read(text, published="2016-09-14"), "The foreign secretary") == "Q180589"


def test_its_head_is_that_of_the_body_named_before(reader):
    text = "The International Monetary Fund will lend less, its managing director said in Lima."
    assert entry_at(reader.read(text, published="2015-10-08"), "its managing director") == "christine-lagarde"


def test_an_office_is_not_the_towns_of_the_dateline(reader):
    text = "ROME - The president and his wife planted a tree. Italy has many."
    assert entry_at(reader.read(text, published="2016-03-01"), "The president") == "Q3956186"


def test_the_former_president_of_the_day_after_is_who_left(reader):
    text = "Barack Obama took the oath on Tuesday in Washington. The former president flew to Texas."
    assert entry_at(reader.read(text, published="2009-01-21"), "The former president") == "Q207"


def test_who_held_an_office_for_a_day_is_not_the_one_whom_others_toppled(reader):
    text = "Generals in Khartoum said that they had arrested the president. Sudanese doctors sang."
    assert entry_at(reader.read(text, published="2019-04-12"), "the president") == "Q57265"


def test_the_chancellor_of_britain_has_the_exchequer(reader):
    text = "The chancellor tried to calm the markets. Britain had voted, and British banks were dark."
    assert entry_at(reader.read(text, published="2016-06-27"), "The chancellor") == "george-osborne"


@pytest.mark.parametrize(("place", "is_he"), [("Leeds", True), ("Wellington", False)])
def test_the_leader_of_a_party_is_of_the_country_of_the_article(reader, place, is_he):
    text = f"The Labour leader was late. Nobody in {place} had seen the bus."
    assert ("jeremy-corbyn" in entries(reader.read(text, published="2018-06-27"))) == is_he


def test_who_is_sworn_in_is_the_new_holder(reader):
    text = "The prime minister was sworn in without a tie. He laid roses where soldiers had shot 200 men."
    found = entity_at(reader.read(text, title="Greece turns left", published="2015-01-26"), "The prime minister")
    assert found.name == "Alexis Tsipras"


def test_an_acting_president_is_the_holder(reader):
    record = reader.read("The acting Ukrainian president spoke of a naked threat.", published="2014-02-28")
    assert entity_at(record, "The acting Ukrainian president").name == "Oleksandr Turchynov"


def test_the_leader_of_a_thing_leads_no_country(reader):
    text = "The leader of the village band will not play. The hall in Upper Austria is new, Austrians say."
    assert entry_at(reader.read(text, published="2016-05-04"), "The leader of the village band") is None


def test_whoever_is_convicted_of_something_is_no_minister_of_it(reader):
    text = "The court in Islamabad convicted the prime minister of contempt. His party called for calm in Pakistan."
    record = reader.read(text, published="2012-04-26")
    assert entity_at(record, "the prime minister").name == "Yousaf Raza Gillani"


def test_of_two_former_presidents_the_one_who_was_named_before_is_meant(reader):
    text = "Bill Clinton came to Geneva. The former president raised money with George W. Bush in Haiti."
    record = reader.read(text, published="2010-02-04")
    assert entity_at(record, "The former president").name == "Bill Clinton"


def test_an_office_of_a_country_left_open_is_listed_and_linked_to_nobody(reader):
    text = "A lawyer told the court that a former prime minister had met the bankers on a yacht."
    found = entity_at(reader.read(text, published="2008-09-18"), "a former prime minister")
    assert (found.kind, found.entry, found.country) == ("person", None, None)


def test_an_office_is_a_countrys_whose_capital_owns_it(reader):
    text = "Norway sent a note. Moscow's foreign minister rejected it on Sunday, and Russia closed the border."
    assert entity_at(reader.read(text, published="2003-03-06"), "Moscow's foreign minister").name == "Igor Ivanov"


@pytest.mark.parametrize(
    ("text", "published", "words", "name"),
    [
        (
            "On board was Bolivia's head of state, who slept in the lounge.",
            "2013-07-03",
            "Bolivia's head",
            "Evo Morales",
        ),
        (
            "The head of the German government walked through the mud and promised quick help.",
            "2002-08-14",
            "The head of the German government",
            "Gerhard Schröder",
        ),
        (
            "Experts of the International Atomic Energy Agency came. The agency's director general said so.",
            "2022-09-01",
            "The agency's director general",
            "Rafael Grossi",
        ),
        ("Nepal's monarch said that he had dismissed the cabinet.", "2005-02-01", "Nepal's monarch", "Gyanendra"),
    ],
)
def test_whoever_holds_an_office_is_found_however_it_is_called(reader, text, published, words, name):
    assert name in entity_at(reader.read(text, published=published), words).name


@pytest.mark.parametrize(
    ("published", "text", "words", "expected"),
    [
        (
            "2009-10-12",
            "Farmers were promised land by the Kenyan prime minister.",
            "the Kenyan prime minister",
            "raila-odinga",
        ),
        (
            "2025-01-14",
            "South Korea's acting president asked for calm.",
            "South Korea's acting president",
            "choi-sang-mok",
        ),
        ("2003-09-01", "Liberia's new president toured the port.", "Liberia's new president", "Q561542"),
        (
            "2010-02-18",
            "Soldiers stormed the palace in Niamey. The president of Niger was held in a barracks, under guard.",
            "The president of Niger",
            "Q220227",
        ),
        (
            "2000-11-24",
            "The director-general of the World Trade Organization rejected the complaint.",
            "The director-general of the World Trade Organization",
            "Q558647",
        ),
    ],
)
def test_an_office_means_who_held_it_in_the_days_of_a_change_too(reader, published, text, words, expected):
    assert entry_at(reader.read(text, published=published), words) == expected


def test_the_president_elect_is_not_the_president(reader):
    text = "The president-elect will take up his post in Brasilia in January. Brazilians voted on Sunday."
    assert entry_at(reader.read(text, published="2018-10-30"), "The president-elect") != "Q463533"


@pytest.mark.parametrize(
    ("published", "text", "words", "expected"),
    [
        (
            "2008-11-25",
            "Protesters held Bangkok's main airport. The country's prime minister flew to Chiang Mai.",
            "The country's prime minister",
            "somchai",
        ),
        (
            "2001-06-26",
            "NATO is ready to collect rebel weapons. The alliance's secretary general said so on Wednesday.",
            "The alliance's secretary general",
            "robertson",
        ),
        (
            "2006-07-14",
            "Facing questions in the Commons about the pace of the evacuation, Britain's foreign secretary left.",
            "Britain's foreign secretary",
            "beckett",
        ),
    ],
)
def test_an_office_is_of_the_country_or_body_that_the_text_told_before(reader, published, text, words, expected):
    found = entity_at(reader.read(text, published=published), words)
    assert expected in found.name.lower()
