"""Countries and bodies: by their names, acronyms, seats and short forms."""

from __future__ import annotations

import pytest
from linking_samples import entity_at, entries, entry_at

BRITAIN, GEORGIA, NORTH_KOREA, SOUTH_KOREA = "Q145", "Q230", "Q423", "Q884"

# Names of countries


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The United States, the U.S. and America are one.", ["United States", "U.S.", "America"]),
        ("Britain is wet, and the U.K. is cold.", ["Britain", "U.K."]),
        ("The Czech Republic sold steel, and Czechia was paid.", ["Czech Republic", "Czechia"]),
        ("Swaziland built a dam. Eswatini is small.", ["Swaziland", "Eswatini"]),
    ],
)
def test_all_names_of_a_country_give_one_entity(reader, text, words):
    record = reader.read(text, published="2019-07-02")
    assert len({entity_at(record, one).id for one in words}) == 1


def test_a_former_name_means_the_country_of_today(reader):
    assert entry_at(reader.read("Burma freed a writer on Monday.", published="2009-07-02"), "Burma") == "Q836"


def test_a_country_is_a_government_where_it_acts_and_else_a_place(reader):
    record = reader.read("Burma freed a writer on Monday. Snow fell in Norway.", published="2009-07-02")
    burma, norway = entity_at(record, "Burma"), entity_at(record, "Norway")
    assert [(one.kind, one.sector) for one in (burma, norway)] == [("organization", "GOV"), ("place", None)]


def test_a_pronoun_is_no_country(reader):
    record = reader.read("They told us that it was late. Give us bread, they said.", published="2009-07-02")
    assert entries(record) == []


# Countries that share a name


def test_georgia_beside_tbilisi_is_the_country(reader):
    text = "Georgia said on Tuesday that its troops had left Tbilisi. Georgia asked Russia for talks."
    assert entry_at(reader.read(text, published="2009-05-04"), "Georgia") == GEORGIA


def test_georgia_beside_atlanta_is_no_country(reader):
    text = "A storm hit Georgia on Tuesday and closed schools in Atlanta and Savannah."
    found = entity_at(reader.read(text, published="2009-05-04"), "Georgia")
    assert (found.entry, found.kind, found.country) == (None, "place", "USA")


@pytest.mark.parametrize(("town", "entry"), [("Kinshasa", "Q974"), ("Brazzaville", "Q971")])
def test_congo_is_that_of_the_towns_beside_it(reader, town, entry):
    text = f"Congo asked for doctors on Tuesday, and nurses flew to {town}."
    assert entry_at(reader.read(text, published="2018-12-12"), "Congo") == entry


def test_congo_alone_is_not_sure(reader):
    record = reader.read("Congo asked for doctors on Tuesday.", published="2018-12-12")
    assert entity_at(record, "Congo").confidence <= 0.8


def test_the_north_in_an_article_on_korea_is_north_korea(reader):
    text = "North Korea fired a rocket on Tuesday. The North said it was a test."
    record = reader.read(text, published="2012-12-12")
    assert entries(record) == [NORTH_KOREA]


def test_the_north_means_the_half_of_which_the_headline_tells(reader):
    text = "The North fired a rocket on Tuesday, South Korea said."
    record = reader.read(text, title="North Korea fires rocket", published="2012-12-12")
    assert (entry_at(record, "The North"), entry_at(record, "South Korea")) == (NORTH_KOREA, SOUTH_KOREA)


def test_the_north_and_the_south_in_an_article_on_sudan_are_its_halves(reader):
    text = "Sudan and South Sudan signed a pact on oil. The South will pay the North."
    record = reader.read(text, published="2012-09-27")
    assert (entry_at(record, "The South"), entry_at(record, "the North")) == ("Q958", "Q1049")


def test_the_north_of_another_country_is_no_country(reader):
    text = "Snow fell in the North of England on Tuesday. The North will stay cold."
    assert entries(reader.read(text, published="2012-12-12")) == []


# Seats


@pytest.mark.parametrize(
    ("text", "seat", "country"),
    [
        ("The Kremlin said on Monday that gas would flow.", "Kremlin", "RUS"),
        ("The White House said on Monday that the plan was ready.", "White House", "USA"),
    ],
)
def test_a_seat_that_speaks_is_the_government_of_its_country(reader, text, seat, country):
    found = entity_at(reader.read(text, published="2021-05-03"), seat)
    assert (found.entry, found.name, found.country, found.sector) == (f"{country}.government", seat, country, "GOV")


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("Tourists waited in the rain outside the Kremlin on Sunday.", "Kremlin"),
        ("Visitors queued at the White House on Monday.", "White House"),
    ],
)
def test_a_seat_that_is_but_a_building_is_a_place(reader, text, seat):
    found = entity_at(reader.read(text, published="2021-05-03"), seat)
    assert (found.entry, found.kind) == (None, "place")


# Acronyms and spellings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The European Central Bank (ECB) waited. The ECB said bread was dear.", ["European Central Bank", "The ECB"]),
        (
            "UN inspectors left Damascus. The United Nations said it was late. The U.N. gave no date.",
            ["UN", "United Nations", "U.N."],
        ),
        ("Hezbollah fired in Lebanon. Hizbullah said it hit. Hizbollah left.", ["Hezbollah", "Hizbullah", "Hizbollah"]),
        ("Al-Qaeda sent a tape. Al Qaida speaks often, a teacher in Yemen said.", ["Al-Qaeda", "Al Qaida"]),
    ],
)
def test_a_body_in_all_its_spellings_gives_one_entity(reader, text, words):
    record = reader.read(text, published="2013-08-31")
    at = {entry_at(record, one) for one in words}
    assert (len(at), entries(record).count(at.pop())) == (1, 1)


def test_an_acronym_that_the_article_introduces_itself_means_what_it_introduced(reader):
    text = "The Association of Northern Cyclists (ANC) met in Leeds. The ANC said roads were bad."
    assert entry_at(reader.read(text, published="2007-05-03"), "ANC", occurrence=2) is None


def test_no_country_owns_a_body_of_many(reader):
    text = "Lind hopes for Ukraine's NATO membership. On Tuesday NATO said that it would answer."
    assert entry_at(reader.read(text, published="2025-02-23"), "NATO") == "nato"


def test_an_acronym_that_is_known_means_its_body(reader):
    text = "The African National Congress (ANC) met in South Africa. The ANC said roads were bad."
    assert entry_at(reader.read(text, published="2007-05-03"), "The ANC") == "anc"


def test_an_acronym_that_is_never_spelled_out_stays_the_name(reader):
    record = reader.read("The FBI opened a case in Ohio.", published="2014-07-02")
    assert (entity_at(record, "FBI").entry, entity_at(record, "FBI").name) == ("fbi", "FBI")


# Short forms


@pytest.mark.parametrize(
    ("text", "short", "entry"),
    [
        ("NATO said on Monday that it would send ships. The alliance has thirty members.", "The alliance", "nato"),
        ("The International Monetary Fund waited. The Fund also warned of debt.", "The Fund", "imf"),
        (
            "The European Commission proposed a rule. The Commission said it was fair.",
            "The Commission",
            "european-commission",
        ),
        ("The International Atomic Energy Agency flew to Iran. The watchdog found little.", "The watchdog", "iaea"),
    ],
)
def test_a_short_form_means_the_body_that_the_article_named(reader, text, short, entry):
    record = reader.read(text, published="2014-07-02")
    assert (entry_at(record, short), entries(record).count(entry)) == (entry, 1)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The alliance has thirty members, a teacher in Leeds said.", "The alliance"),
        ("The Fund also warned of debt in Leeds.", "The Fund"),
    ],
)
def test_a_short_form_of_nothing_that_the_article_named_means_nothing(reader, text, short):
    assert entry_at(reader.read(text, published="2014-07-02"), short) is None


def test_the_rebels_are_the_only_armed_group_of_the_article(reader):
    text = "Abu Sayyaf freed three nurses on Jolo in the Philippines. The rebels asked for rice."
    assert entry_at(reader.read(text, published="2004-05-03"), "The rebels") == "abu-sayyaf"


def test_the_rebels_are_none_of_two_armed_groups(reader):
    text = "The FARC and the ELN both set up roadblocks in Colombia on Sunday. The rebels asked for talks."
    assert entry_at(reader.read(text, published="2004-05-03"), "The rebels") is None


# Names of several, and of none here


def test_the_tigers_in_an_article_on_sri_lanka_are_the_armed_group(reader):
    text = "The Tigers attacked a navy camp in Sri Lanka on Sunday, the army in Colombo said."
    assert entry_at(reader.read(text, published="2007-05-03"), "The Tigers") == "ltte"


def test_a_team_is_no_armed_group(reader):
    text = "The Detroit Tigers lost at home on Sunday, and the crowd left early."
    assert "ltte" not in entries(reader.read(text, published="2007-05-03"))


def test_initials_of_rebels_are_none_where_nothing_is_told_of_their_country(reader):
    text = "Dell bought EMC for 65 billion dollars in the United States, and China let the deal pass."
    assert "estado-mayor-central" not in entries(reader.read(text, published="2018-02-05"))


def test_a_party_of_a_common_name_is_not_that_of_a_country_named_in_passing(reader):
    text = (
        "Sweden and Denmark opened a bridge on Monday. Sweden paid for it, Denmark built it, and people from Sweden, "
        "Denmark, Finland and Iceland walked over it with the Labor Party of the town. A card came from Malta. "
        "Sweden was glad, and so were Denmark and Finland."
    )
    assert entry_at(reader.read(text, published="2009-05-03"), "the Labor Party") is None


def test_a_party_is_that_of_the_country_of_which_the_article_tells(reader):
    text = "The Conservative Party won two seats in Britain on Monday."
    assert entry_at(reader.read(text, published="2009-05-03"), "The Conservative Party") == "conservative-party-uk"


@pytest.mark.parametrize(
    "text",
    [
        "The Conservative Party won two seats in Canada on Monday.",
        "The Labour Party lost two seats in New Zealand on Monday, and Wellington was quiet.",
    ],
)
def test_a_party_of_another_country_is_not_the_known_one_of_that_name(reader, text):
    wrong = {"conservative-party-uk", "labour-party-uk"}
    assert wrong.isdisjoint(entries(reader.read(text, published="2009-05-03")))


def test_the_sector_of_a_body_is_that_of_the_date(reader):
    text = "The Taliban took the town in Afghanistan on Sunday."
    sectors = [entity_at(reader.read(text, published=day), "Taliban").sector for day in ("2015-07-02", "2023-07-02")]
    assert sectors == ["REB", "GOV"]


def test_parties_of_like_names_are_told_apart(reader):
    text = (
        "The Social Democrats won the election in Germany. The Free Democrats and the Greens want talks. Berlin hopes "
        "that the Christian Democrats go into opposition."
    )
    record = reader.read(text, published="2021-09-27")
    names = ("The Social Democrats", "The Free Democrats", "the Greens", "the Christian Democrats")
    assert [entry_at(record, name) for name in names] == ["spd", "fdp", "greens-germany", "cdu"]


def test_a_seat_of_two_words_is_found_whole(reader):
    text = "Banks in Buenos Aires stayed shut. The Casa Rosada denied that the peso would be given up."
    assert entry_at(reader.read(text, published="2001-12-20"), "The Casa Rosada") == "ARG.government"


def test_a_body_is_found_behind_what_it_is(reader):
    text = "Ministers of the regional bloc ECOWAS met in Abuja on Wednesday."
    assert entry_at(reader.read(text, published="2022-12-01"), "ECOWAS") == "ecowas"


def test_a_word_for_a_body_is_the_one_that_someone_of_the_article_heads(reader):
    text = "The governors met in Vienna. Tehran hid uranium, Mohamed ElBaradei told them. The agency wants samples."
    assert entry_at(reader.read(text, published="2003-06-19"), "The agency") == "iaea"


def test_the_commission_is_the_european_one_where_the_union_is_named(reader):
    text = "Officials of the European Union held firm. It was the first time that the Commission forbade a merger."
    assert entry_at(reader.read(text, published="2001-07-03"), "the Commission") == "european-commission"


def test_a_name_without_its_inner_article_is_the_same(reader):
    text = "Members of the Organization of Petroleum Exporting Countries met in Doha on Friday."
    assert "opec" in entries(reader.read(text, published="2006-12-17"))


@pytest.mark.parametrize(
    ("published", "text", "words", "expected"),
    [
        (
            "2017-02-03",
            "A judge in Seattle ruled. The Justice Department will appeal.",
            "The Justice Department",
            "us-justice-department",
        ),
        (
            "2004-03-14",
            "Al-Qaeda claimed the bombs in Madrid. Spain's Socialists won the election.",
            "Socialists",
            "psoe",
        ),
    ],
)
def test_a_body_is_told_by_its_whole_name_or_its_country(reader, published, text, words, expected):
    assert entry_at(reader.read(text, published=published), words) == expected


def test_an_unknown_body_is_one_with_all_of_its_name(reader):
    text = "The Union for Free Rivers, founded last month in a school hall, has 40 members."
    found = entity_at(reader.read(text, published="2006-05-17"), "The Union for Free Rivers")
    assert (found.name, found.kind, found.entry) == ("Union for Free Rivers", "organization", None)


def test_a_word_that_sounds_like_a_surname_is_no_leaders(reader):
    text = "The Union of Horsemen for the Liberation of Vakaga took two villages."
    assert entries(reader.read(text, published="2017-02-03")) == []


# Nouns, towns and sites


@pytest.mark.parametrize("word", ["war", "trade", "state", "women"])
def test_a_noun_that_is_a_word_of_a_bodys_name_is_not_the_body(reader, word):
    text = f"The World Trade Organization, UN Women and the US State Department sent envoys. They spoke of {word}."
    assert entry_at(reader.read(text, published="2016-05-02"), word, occurrence=text.count(word)) is None


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Firemen from Lebanon, a farming town in Pennsylvania, sent a boat.", "Lebanon", "USA"),
        ("Lorries pass through Moscow, a quiet town in Idaho, at night.", "Moscow", "USA"),
    ],
)
def test_a_town_is_told_from_the_country_or_capital_of_its_name(reader, text, words, country):
    found = entity_at(reader.read(text, published="2018-09-20"), words)
    assert (found.entry, found.country) == (None, country)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two bombs went off near the railway station of Ankara. Hospitals asked for blood.", "Ankara"),
        ("Brussels stood still on Tuesday as the trams stopped. The Belgian king sent a message.", "Brussels"),
    ],
)
def test_a_capital_where_something_is_does_not_act(reader, text, words):
    assert entry_at(reader.read(text, published="2016-03-23"), words) is None


@pytest.mark.parametrize(
    "text",
    ["Rwanda has cut ties with Belgium.", "Rwanda had shut its border by then.", "Rwanda had switched the radios off."],
)
def test_what_a_country_has_done_makes_it_act(reader, text):
    found = entity_at(reader.read(text, published="2025-03-18"), "Rwanda")
    assert (found.kind, found.sector) == ("organization", "GOV")


def test_a_ministry_is_of_the_country_that_owns_it(reader):
    text = "Norway's Fisheries Ministry said that the quotas would stay. Trawlers lay idle in Denmark."
    found = entity_at(reader.read(text, published="2014-03-18"), "Fisheries Ministry")
    assert (found.country, found.sector) == ("NOR", "GOV")


def test_a_capital_letter_alone_makes_no_short_form(reader):
    text = "NASA will launch a car, whose radio plays Space Oddity, in May. It will stay in space, engineers said."
    assert entry_at(reader.read(text, published="2018-01-18"), "Space") is None


# Several bodies of one acronym


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (
            "The FSB wrote on Monday that stability had a price, and that financial watchdogs slept.",
            "financial-stability-board",
        ),
        (
            "The FSB caught a man with a map near Pskov. The security service showed the map on Russian television.",
            "fsb",
        ),
        (
            "The ICC moved the match to Leeds after rain. Both captains had asked for it.",
            "international-cricket-council",
        ),
        ("The ICC wants a new prosecutor by June.", "icc"),
    ],
)
def test_which_body_an_acronym_means_is_told_by_the_words_of_its_name(reader, text, entry):
    assert entry_at(reader.read(text, published="2018-02-22"), text.split()[1]) == entry


def test_an_acronym_beside_which_another_world_is_told_is_not_linked(reader):
    text = "The FSB, a bakers' association in Leeds, sells flour to Russian shops."
    assert entry_at(reader.read(text, published="2018-02-22"), "FSB") is None


def test_a_body_with_a_hyphen_is_nobody_called_by_a_letter(reader):
    text = "ISIS-K said that it had sent him to Kabul."
    assert entry_at(reader.read(text, published="2021-08-26"), "ISIS-K") == "islamic-state-khorasan"


def test_a_country_is_nobody_of_that_surname(reader):
    text = "NIAMEY - Members of the guard held him for a day. France called for his release."
    assert entry_at(reader.read(text, published="2023-07-27"), "France") == "Q142"


def test_a_seat_that_is_guarded_is_a_building(reader):
    text = "Armoured cars guarded the Elysee on Saturday. French police made arrests."
    assert entry_at(reader.read(text, published="2018-12-09"), "Elysee") is None


def test_a_country_that_begins_another_name_is_not_meant(reader):
    text = "Kenya Power cut off a stadium in Mombasa. Kenya Power said it had written three times."
    assert "Q114" not in entries(reader.read(text, published="2017-09-18"))


def test_any_islamic_state_is_not_the_group(reader):
    text = "Boko Haram wants an Islamic state in northern Nigeria."
    assert entry_at(reader.read(text, published="2014-04-16"), "an Islamic state") is None


@pytest.mark.parametrize(
    ("text", "noun", "entry"),
    [
        ("Boko Haram burned a school. The sect has burned ten.", "The sect", "boko-haram"),
        ("Doctors Without Borders left on Monday. The charity had asked for quiet.", "The charity", "msf"),
    ],
)
def test_a_noun_of_its_kind_stands_for_the_body_named_before(reader, text, noun, entry):
    assert entry_at(reader.read(text, published="2015-10-04"), noun) == entry


def test_a_paper_written_in_capitals_is_not_the_country_that_its_name_begins_with(reader):
    text = "Gifts rose by a tenth, a USA TODAY analysis of the filings shows."
    assert "Q30" not in entries(reader.read(text, published="2016-09-22"))


def test_the_head_of_a_body_is_a_person_and_the_body_stands_inside(reader):
    text = "The head of the International Atomic Energy Agency, who came to Tehran, said that talks should go on."
    record = reader.read(text, published="2003-02-09")
    assert entity_at(record, "The head of the International Atomic Energy Agency").name == "Mohamed ElBaradei"
    assert entry_at(record, "International Atomic Energy Agency") == "iaea"


def test_a_party_is_called_so_with_all_that_for_brings(reader):
    text = "Votes were counted in Lomé. The Alliance for a New Morning said that it had won four seats."
    assert entity_at(reader.read(text), "The Alliance for a New Morning").name == "Alliance for a New Morning"


def test_a_country_that_no_mention_has_is_found_by_its_place(reader):
    text = "Sugar workers will march next week in Swaziland, where parties have been banned since 1973."
    assert entity_at(reader.read(text, published="2010-08-30"), "Swaziland").country == "SWZ"


def test_a_country_that_breaks_off_relations_acts(reader):
    text = "Georgia broke off relations with its neighbour on Friday. Staff of the embassy in Moscow left."
    assert entity_at(reader.read(text, published="2008-08-29"), "Georgia").kind == "organization"


def test_a_body_may_be_called_by_its_name_and_what_it_is(reader):
    text = "Insurgents halted their march in the Central African Republic. The Seleka alliance said that it would talk."
    assert entry_at(reader.read(text, published="2013-01-03"), "The Seleka alliance") == "seleka"


def test_a_body_may_be_described_by_the_one_that_owns_it(reader):
    text = "Iran says that it has enriched uranium. The UN's nuclear watchdog must report by the end of the month."
    assert entry_at(reader.read(text, published="2006-04-12"), "The UN's nuclear watchdog") == "iaea"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The Senate in Brasilia voted by 61 to 20 on Wednesday to remove her.", "The Senate", "BRA"),
        ("The foreign ministry in Ankara said that all agreements were suspended.", "The foreign ministry", "TUR"),
    ],
)
def test_a_body_is_of_the_country_in_whose_town_it_sits(reader, text, words, country):
    found = entity_at(reader.read(text, published="2016-08-31"), words)
    assert (found.entry, found.country) == (None, country)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Valdrin lost a fifth of its value. The company said that it would file late.", "The company", "Valdrin"),
        (
            "The Ostby Action Network will spend more. The group said it had asked voters.",
            "The group",
            "Ostby Action Network",
        ),
    ],
)
def test_a_body_that_nobody_knows_is_called_by_what_it_is(reader, text, words, name):
    assert entity_at(reader.read(text, published="2016-05-04"), words).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Shares of Brun Industries fell after Ostby Corp. sued it. The company said it was wrong.",
        "Russia sent troops to Syria. The company said it would not pay.",
        "The plane left LAX at noon. The airline said that it had turned back.",
    ],
    ids=["two", "countries", "an airport"],
)
def test_where_two_bodies_fit_or_none_does_the_company_stays_open(reader, text):
    words = "The airline" if "airline" in text else "The company"
    assert entity_at(reader.read(text, published="2016-05-04"), words).name in ("The company", "The airline")


@pytest.mark.parametrize(
    ("published", "text", "words", "expected"),
    [
        (
            "2013-09-21",
            "In messages on the internet al-Shabab said it would make Kenya pay.",
            "al-Shabab",
            "al-shabaab",
        ),
        (
            "1999-02-16",
            "Supporters of the Kurdistan Workers' Party set fires in Nairobi.",
            "the Kurdistan Workers' Party",
            "pkk",
        ),
        ("2020-11-16", "North Macedonia ended its quarrel with Greece two years ago.", "North Macedonia", "Q221"),
        (
            "1998-06-05",
            "The quarrel over Badme spread. Addis Ababa said its pilots had answered.",
            "Addis Ababa",
            "Q115",
        ),
    ],
)
def test_a_full_name_is_enough_where_the_article_tells_of_others(reader, published, text, words, expected):
    assert entry_at(reader.read(text, published=published), words) == expected
