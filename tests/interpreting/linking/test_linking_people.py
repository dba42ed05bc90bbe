"""People: by full names and surnames, on the article's date, and not those who are only called so."""

from __future__ import annotations

import pytest
from linking_samples import entity_at, entries, entry_at

from onrecord.interpreting.linking.likeness import is_called
from onrecord.knowledge.base import load_knowledge

BUSH, CARTER, CLINTON, H_CLINTON, H_W_BUSH = "Q207", "Q23685", "Q1124", "Q6294", "Q23505"
GADDAFI, MACRON, MERKEL, OBAMA, PUTIN, SARKOZY = "Q19878", "Q3052772", "Q567", "Q76", "Q7747", "Q329"
JOHNSON, POROSHENKO, TRUMP, ZELENSKY = "Q180589", "Q58077", "Q22686", "Q3874799"
LECH, JAROSLAW = "Q2757", "Q55917"

# Full names


@pytest.mark.parametrize(
    ("published", "text", "name", "expected"),
    [
        ("2023-05-02", "Emmanuel Macron arrived in Warsaw on Tuesday.", "Emmanuel Macron", (MACRON, "2017-05-14")),
        ("2003-06-02", "Tony Blair gave a lecture in London on Thursday.", "Tony Blair", ("Q9545", "1997-05-02")),
        ("2019-06-05", "Xi Jinping looked at pandas in Moscow.", "Xi Jinping", ("Q15031", "2013-03-14")),
        ("2018-06-04", "Jens Stoltenberg spoke in Brussels on Monday.", "Jens Stoltenberg", ("Q57665", "2014-10-01")),
        ("2014-06-05", "Ban Ki-moon visited Nairobi on Monday.", "Ban Ki-moon", ("Q1253", "2007-01-01")),
        ("2006-02-02", "George W. Bush spoke in Texas on Tuesday.", "George W. Bush", (BUSH, "2001-01-20")),
    ],
)
def test_a_full_name_means_its_bearer_with_the_office_held_on_the_date(reader, published, text, name, expected):
    found = entity_at(reader.read(text, published=published), name)
    assert (found.entry, found.roles[0].start) == expected


def test_what_an_office_tells_is_told_of_its_holder(reader):
    found = entity_at(reader.read("Emmanuel Macron arrived in Warsaw on Tuesday.", published="2023-05-02"), "Macron")
    role = found.roles[0]
    assert (found.country, found.sector, role.title, role.of) == ("FRA", "GOV", "President of France", "France")


def test_of_two_terms_the_one_on_the_date_is_told(reader):
    text = "Donald Trump visited a steel mill in Ohio on Thursday."
    starts = [
        entity_at(reader.read(text, published=day), "Donald Trump").roles[0].start
        for day in ("2019-01-07", "2025-03-07")
    ]
    assert starts == ["2017-01-20", "2025-01-20"]


def test_no_office_is_told_that_begins_after_the_date(reader):
    record = reader.read("Emmanuel Macron spoke to bankers in Paris.", published="2010-05-02")
    assert entity_at(record, "Emmanuel Macron").roles == ()


@pytest.mark.parametrize(
    ("published", "text", "name", "expected"),
    [
        ("2019-10-04", "Barack Obama told students in Chicago to read.", "Barack Obama", (OBAMA, "2017-01-20")),
        ("2012-06-02", "Tony Blair gave a lecture in Dublin.", "Tony Blair", ("Q9545", "2007-06-27")),
        ("2014-02-02", "Former president Jimmy Carter built a house in Ohio.", "Jimmy Carter", (CARTER, "1981-01-20")),
        (
            "2014-07-01",
            "Ex-president Nicolas Sarkozy sold a boat in Paris.",
            "Nicolas Sarkozy",
            (SARKOZY, "2012-05-15"),
        ),
        ("2023-03-01", "Angela Merkel signed books in Berlin.", "Angela Merkel", (MERKEL, "2021-12-08")),
    ],
)
def test_after_the_last_office_someone_is_a_former_official_with_its_end(reader, published, text, name, expected):
    found = entity_at(reader.read(text, published=published), name)
    assert (found.sector, found.entry, *(role.end for role in found.roles)) == ("ELI", *expected)


def test_without_a_date_no_role_is_told(reader):
    found = entity_at(reader.read("Emmanuel Macron arrived in Warsaw with his dog."), "Emmanuel Macron")
    assert (found.entry, found.roles) == (MACRON, ())


def test_a_full_name_stays_as_the_article_has_it(reader):
    record = reader.read("Ukrainian President Volodymyr Zelenskiy flew to Berlin.", published="2023-05-14")
    assert entity_at(record, "Zelenskiy").name == "Volodymyr Zelenskiy"


def test_a_surname_is_named_in_full(reader):
    record = reader.read("Putin said on Monday that the talks would go on in Russia.", published="2022-03-14")
    assert entity_at(record, "Putin").name == "Vladimir Putin"


# Transliterations


@pytest.mark.parametrize("surname", ["Zelensky", "Zelenskyy", "Zelenskiy"])
def test_any_transliteration_means_the_same_president_of_ukraine(reader, surname):
    text = f"Ukrainian President Volodymyr {surname} flew to Berlin on Sunday."
    assert entry_at(reader.read(text, published="2023-05-14"), f"Volodymyr {surname}") == ZELENSKY


@pytest.mark.parametrize("name", ["Muammar Gaddafi", "Moammar Qaddafi", "Moammar Gadhafi"])
def test_any_transliteration_means_the_same_leader_of_libya(reader, name):
    text = f"Libyan leader {name} met guests in Tripoli on Sunday."
    assert entry_at(reader.read(text, published="2008-05-14"), name) == GADDAFI


def test_one_name_in_all_spellings_gives_one_entity(reader):
    text = "Volodymyr Zelensky flew to Berlin. President Zelenskyy thanked Germany. Zelenskiy said he would come back."
    record = reader.read(text, published="2023-05-14")
    at = [entry_at(record, name) for name in ("Volodymyr Zelensky", "President Zelenskyy", "Zelenskiy")]
    assert (at, entries(record).count(ZELENSKY)) == ([ZELENSKY] * 3, 1)


# Surnames


@pytest.mark.parametrize(
    ("published", "text", "surname", "entry"),
    [
        ("2022-03-14", "Putin said on Monday that the talks would go on.", "Putin", PUTIN),
        ("2015-06-02", "Merkel told reporters in Berlin that the budget was settled.", "Merkel", MERKEL),
        ("2019-01-07", "Trump said on Monday that the wall would be built in Texas.", "Trump", TRUMP),
        (
            "2020-01-07",
            "Johnson said on Monday that Britain would go.",
            "Johnson",
            JOHNSON,
        ),
    ],
)
def test_the_surname_of_a_leader_of_these_years_is_enough(reader, published, text, surname, entry):
    assert entry_at(reader.read(text, published=published), surname) == entry


def test_a_common_surname_is_not_enough_in_an_article_on_another_country(reader):
    record = reader.read("Johnson said on Monday that the bins in Ohio were full.", published="2020-01-07")
    assert entry_at(record, "Johnson") is None


def test_a_surname_means_the_one_whom_the_article_named(reader):
    text = "Angela Merkel and Nicolas Sarkozy met on Monday. Sarkozy spoke first, and Merkel followed him."
    record = reader.read(text, published="2010-10-18")
    assert (entry_at(record, "Sarkozy", occurrence=2), entry_at(record, "Merkel", occurrence=2)) == (
        SARKOZY,
        MERKEL,
    )


def test_a_surname_alone_does_not_mean_a_leader_where_the_article_named_someone_else_so(reader):
    text = "The baker, Ivan Putin, sells bread in Leeds. Putin said flour was dear."
    record = reader.read(text, published="2022-03-14")
    assert PUTIN not in entries(record)


# Two of one surname


def test_two_of_one_surname_are_two(reader):
    text = "Hillary Clinton opened the school in New York on Sunday. Bill Clinton stood beside her."
    record = reader.read(text, published="2014-05-14")
    assert (entry_at(record, "Hillary Clinton"), entry_at(record, "Bill Clinton")) == (H_CLINTON, CLINTON)


def test_a_title_tells_which_of_two_brothers_is_meant(reader):
    text = "Lech Kaczynski and Jaroslaw Kaczynski visited Gdansk. President Kaczynski said the harbour was old."
    record = reader.read(text, published="2006-10-14")
    assert (entry_at(record, "Jaroslaw Kaczynski"), entry_at(record, "President Kaczynski")) == (JAROSLAW, LECH)


@pytest.mark.parametrize(("published", "entry"), [("1990-05-20", H_W_BUSH), ("2005-05-20", BUSH)])
def test_of_two_presidents_of_one_surname_the_one_of_the_date_is_meant(reader, published, entry):
    record = reader.read("President Bush spoke in Ohio on Sunday.", published=published)
    assert entry_at(record, "President Bush") == entry


def test_a_president_s_wife_is_not_the_president(reader):
    record = reader.read("President Trump's wife Melania Trump opened a school in Ohio.", published="2018-05-20")
    assert (entry_at(record, "President Trump"), entry_at(record, "Melania Trump")) == (TRUMP, "melania-trump")


@pytest.mark.parametrize(
    ("text", "name", "entry"),
    [
        ("Kim Jong-un visited a farm in Pyongyang on Friday. Kim praised the pigs.", "Kim praised", "Q56226"),
        ("Park Geun-hye visited a farm in Seoul on Friday. Park praised the pigs.", "Park praised", "Q138048"),
    ],
)
def test_a_surname_that_stands_first_in_the_full_name_means_its_bearer(reader, text, name, entry):
    assert entry_at(reader.read(text, published="2014-05-20"), name) == entry


@pytest.mark.parametrize(("name", "entry"), [("Queen Elizabeth", "Q9682"), ("Elizabeth, a gardener,", None)])
def test_a_queen_is_called_by_her_title_and_first_name(reader, name, entry):
    record = reader.read(f"{name} opened a garden in Wales on Friday, and it rained.", published="2013-05-20")
    assert entry_at(record, name.split(",")[0]) == entry


def test_where_the_article_names_two_of_a_surname_neither_is_sure(reader):
    text = "Lech Kaczynski and Jaroslaw Kaczynski visited Gdansk."
    record = reader.read(text, published="2006-10-14")
    assert all(entity_at(record, name).confidence <= 0.9 for name in ("Lech Kaczynski", "Jaroslaw Kaczynski"))


# Private people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Boris Johnson, a priest in Leeds, said the roof leaked.", "Boris Johnson", id="a priest"),
        pytest.param("Emmanuel Macron, a nurse from Lyon, said the ward was full.", "Emmanuel Macron", id="a nurse"),
        pytest.param("Sister Angela Merkel, a nun in Bavaria, rang the bells.", "Angela Merkel", id="a nun"),
        pytest.param(
            "George Bush, 47, the owner of a bakery in Ohio, said the oven was old.",
            "George Bush",
            id="the owner of a shop, with an age",
        ),
        pytest.param("Marta Putin, a baker in Sheffield, said flour was dear.", "Marta Putin", id="only the surname"),
    ],
)
def test_a_private_person_of_the_same_name_is_not_linked(reader, text, name):
    assert entry_at(reader.read(text, published="2021-02-02"), name) is None


def test_what_describes_a_private_person_tells_the_sector(reader):
    record = reader.read("Boris Johnson, a priest in Leeds, said the roof leaked.", published="2021-02-02")
    assert entity_at(record, "Boris Johnson").sector == "REL"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paris Hilton sang in Las Vegas on Friday.", "Paris Hilton"),
        ("Chad Miller, a plumber from Ohio, said the pipe was old.", "Chad Miller"),
        ("Jordan won the game in Chicago. Michael Jordan scored forty.", "Jordan"),
    ],
)
def test_people_who_are_called_like_countries_and_capitals_are_none(reader, text, name):
    assert entry_at(reader.read(text, published="2006-07-02"), name) is None


# Words that only look like a surname


def test_a_king_is_not_called_by_his_country_alone():
    king = load_knowledge().people["Q57464"]
    assert is_called(king, "Abdullah II of Jordan")
    assert not is_called(king, "Jordan")


def test_the_beginning_of_a_longer_name_is_no_surname(reader):
    text = "The deal could also help, some Wall Street analysts in the United States say, to smooth over a quarrel."
    assert "Q30611817" not in entries(reader.read(text, published="2017-02-05"))


# Titles and namesakes


@pytest.mark.parametrize(
    "text",
    [
        "IMF chief economist Mara Lind said that growth would slow. Lind said it was a bad year.",
        "The IMF met. On Monday IMF chief economist Mara Lind said that growth would slow.",
    ],
)
def test_a_body_in_a_title_is_not_the_one_who_has_the_title(reader, text):
    record = reader.read(text)
    assert {e.name for s in record.statements if s.source for e in s.source.entities} == {"Mara Lind"}


def test_first_names_that_only_begin_alike_are_two_people():
    johns = load_knowledge().find_people("John McLaughlin")
    assert [is_called(person, "Jennifer McClellan") for person in johns] == [False] * len(johns)
    assert johns


@pytest.mark.parametrize("name", ["John McCain", "Thomas Burke", "RAISR"])
def test_a_name_in_latin_letters_is_no_other_that_sounds_alike(reader, name):
    assert entry_at(reader.read(f"On Monday {name} said that the truce would hold.", published="2016-06-01"), name) in (
        None,
        *(person.id for person in load_knowledge().find(name)),
    )


@pytest.mark.parametrize("party", ["Democratic", "Republican"])
def test_the_committee_of_a_party_is_not_the_party(party):
    (committee,) = load_knowledge().find(f"{party} National Committee")
    (whole,) = load_knowledge().find(f"US {party} Party")
    assert committee.id != whole.id


# What else the article says


def test_a_surname_is_that_of_the_holder_of_an_office_that_the_article_speaks_of(reader):
    text = (
        "Johnson told Republicans on Tuesday that the House would vote on money for Ukraine. Two of them want to "
        "remove the speaker. Joe Biden urged Congress to hurry."
    )
    assert entry_at(reader.read(text, published="2024-04-17"), "Johnson") == "mike-johnson"


def test_a_name_with_an_age_beside_its_short_form_is_a_private_persons(reader):
    text = "Theresa May, who ran the shop in Leeds for years, blamed rents. May, 66, said she would keep the ovens."
    assert entry_at(reader.read(text, published="2015-10-08"), "Theresa May") is None


@pytest.mark.parametrize("trade", ["a conductor", "a welder", "the night watchman"])
def test_a_trade_tells_that_a_name_is_a_private_persons(reader, trade):
    text = f"A bus overturned near Nakuru in Kenya on Wednesday. William Ruto, {trade}, climbed out of a window."
    assert entry_at(reader.read(text, published="2021-04-22"), "William Ruto") is None


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Saparmurat Niyazov", "Saparmurad Niyazov"),
        ("Abdel Fattah el-Sisi", "Abdelfattah Elsisi"),
        ("Osama bin Laden", "Usama bin Ladin"),
        ("Abdel Fattah al-Burhan", "Abdulfattah al-Burhan"),
    ],
)
def test_a_name_that_is_parted_otherwise_is_the_same(name, spelled):
    (person,) = (entry for entry in load_knowledge().find(name) if hasattr(entry, "sector"))
    assert is_called(person, spelled)


@pytest.mark.parametrize(("name", "other"), [("Anthony Eden", "Antonio Tajani"), ("Karim Khan", "Akram Khan")])
def test_names_that_only_share_their_consonants_are_two(name, other):
    assert not any(is_called(person, other) for person in load_knowledge().find_people(name))


@pytest.mark.parametrize("words", ["The former prime minister", "The ousted premier"])
def test_an_office_that_was_left_is_of_the_one_of_the_article_who_held_it(reader, words):
    text = f"Police led Imran Khan from a court in Islamabad. {words} was to answer charges over land."
    assert entry_at(reader.read(text, published="2023-05-10"), words) == "Q155164"


@pytest.mark.parametrize(
    ("text", "published", "words", "expected"),
    [
        ("Pyongyang carried out a test. South Korea's Park called it reckless.", "2016-09-09", "Park", "Q138048"),
        ("Rebels stormed the compound of Col. Gaddafi in Tripoli.", "2011-08-23", "Col. Gaddafi", GADDAFI),
        ("Houthi rebels hold Sanaa. President Hadi signed a deal with them.", "2014-09-22", "President Hadi", "Q57480"),
        ("Obama swept to victory on Tuesday. He spoke in Chicago.", "2008-11-05", "Obama", OBAMA),
    ],
)
def test_a_surname_is_told_by_its_title_its_country_or_an_election(reader, text, published, words, expected):
    assert entry_at(reader.read(text, published=published), words) == expected


def test_a_name_that_was_cut_is_found_whole(reader):
    text = "Iranian Foreign Minister Mohammad Javad Zarif met John Kerry in Geneva. Zarif called the deal a first step."
    record = reader.read(text, published="2013-11-24")
    assert entry_at(record, "Zarif", occurrence=2) == entry_at(record, "Mohammad Javad Zarif") == "mohammad-javad-zarif"


def test_a_description_with_someones_pronoun_in_it_is_of_another(reader):
    text = "Julia Gillard was sworn in as Australia's first woman prime minister. Her predecessor wept."
    record = reader.read(text, published="2010-06-25")
    assert "Her predecessor" not in [m.span.surface for m in entity_at(record, "Julia Gillard").mentions]


@pytest.mark.parametrize(
    ("published", "text", "words", "expected"),
    [
        ("2013-08-31", "Inspectors left Damascus. Obama will ask Congress for its approval.", "Obama", OBAMA),
        (
            "2013-08-31",
            "Inspectors left Damascus. Obama will ask Congress for its approval.",
            "Congress",
            "us-congress",
        ),
        (
            "2009-05-18",
            "Manmohan Singh will lead India again. Singh is the first since Nehru to return.",
            "Nehru",
            "Q1047",
        ),
    ],
)
def test_who_is_surely_meant_tells_of_a_country(reader, published, text, words, expected):
    assert entry_at(reader.read(text, published=published), words) == expected


def test_a_country_is_nobody_of_whom_the_article_says_he(reader):
    text = "Chad sold his truck to pay for the surgery. The welder from Dayton, Ohio, had no insurance."
    assert entry_at(reader.read(text, published="2014-08-09"), "Chad") is None


def test_an_office_that_is_sought_is_not_its_holder(reader):
    text = "Georgia has not chosen a Democrat for president since 1992. Workers counted ballots by hand in Atlanta."
    assert entries(reader.read(text, published="2020-11-14")) == []


def test_a_relative_s_first_name_is_nobody_s_surname(reader):
    record = reader.read("Barack Obama and his wife Michelle voted in Chicago.", published="2012-10-25")
    assert entity_at(record, "Michelle").entry is None


# Strangers


@pytest.mark.parametrize(
    "text",
    [
        "A ferry pilot named Angela Merkel found the buoy off Rostock.",
        "The owner of a kiosk in Bremen is called Angela Merkel, and is tired of it.",
        "The car belonged to a Mrs Merkel of Kiel. Angela Merkel had lent it to a niece.",
    ],
)
def test_whom_the_article_presents_as_a_stranger_is_nobody_known(reader, text):
    assert MERKEL not in entries(reader.read(text, published="2012-05-02"))


def test_a_surname_that_no_one_else_has_is_enough_where_its_country_is_spoken_of(reader):
    text = "Doctors in Berlin would say little. Navalny was awake, they said. Moscow denied that there had been poison."
    assert entry_at(reader.read(text, published="2020-09-09"), "Navalny") == "alexei-navalny"


def test_words_within_a_name_are_no_title(reader):
    text = "American soldiers killed Usama bin Ladin in a house in Abbottabad, President Barack Obama said."
    assert entry_at(reader.read(text, published="2011-05-03"), "Usama bin Ladin") == "osama-bin-laden"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A farmer in Georgia told his wife Christine of the flood. James and Olive laughed.", "Christine"),
        ("A farmer in Georgia told his wife of the flood. James and a neighbour laughed.", "James"),
        ("William Sianis, owner of a tavern in Chicago, cursed the team in 1945.", "William Sianis"),
        ("China will launch the probe in May. Engineers call it Chang’e 4, and a second is built.", "Chang"),
    ],
)
def test_a_first_name_or_a_sound_is_no_surname_of_someone_known(reader, text, words):
    assert entry_at(reader.read(text, published="2016-05-03"), words) is None


# Leaders by their surnames


def test_a_leader_with_an_age_is_no_stranger_where_only_the_surname_stands(reader):
    text = "The prime minister was in a clinic in Athens. Papandreou, 76, founded the Greek Socialist party."
    assert entry_at(reader.read(text, published="1995-11-20"), "Papandreou") == "Q219256"


def test_forgotten_bearers_do_not_make_a_leaders_surname_common(reader):
    text = "Papandreou kept silent in Athens. Greek leaders met for a second day."
    assert entry_at(reader.read(text, published="2012-07-30"), "Papandreou") == "Q151917"


def test_in_the_days_of_a_change_a_surname_of_both_is_left_open(reader):
    text = "Kim was born in a cabin, North Korea says. The funeral in Pyongyang is on Monday."
    assert entry_at(reader.read(text, published="2011-12-20"), "Kim") is None


@pytest.mark.parametrize("text", ["The Konrad Adenauer lost its radio.", "The carrier Queen Elizabeth left Britain."])
def test_what_is_named_after_someone_is_nobody(reader, text):
    assert entries(reader.read(f"{text} Angela Merkel flew on.", published="2018-12-01"))[-1:] == [MERKEL]
    assert not {"Q2492", "Q9682"} & set(entries(reader.read(text, published="2018-12-01")))


@pytest.mark.parametrize(
    ("called", "published", "name"),
    [
        ("Mahmud Ahmadinezhad", "2006-06-28", "Mahmoud Ahmadinejad"),
        ("Zine al-Abidin bin Ali", "2009-12-04", "Zine El Abidine Ben Ali"),
    ],
)
def test_transliterations_of_one_name_are_one(reader, called, published, name):
    person = next(one for one in load_knowledge().people.values() if one.name == name)
    assert entry_at(reader.read(f"{called} spoke for an hour.", published=published), called) == person.id


def test_of_a_father_and_a_son_of_one_full_name_the_leader_is_meant(reader):
    text = "George Bush spoke to Congress on Tuesday. Laura Bush sat beside an American soldier."
    assert entry_at(reader.read(text, published="2002-01-29"), "George Bush") == BUSH


@pytest.mark.parametrize(
    "text",
    [
        "Bill Clinton teaches woodwork in Saginaw, Michigan. Clinton voted for nobody.",
        "Angela Merkle, 34, opened a studio. Merkle had never been to Berlin. The German chancellor has not written.",
    ],
)
def test_who_does_something_else_is_a_stranger(reader, text):
    assert {CLINTON, MERKEL}.isdisjoint([entry_at(reader.read(text, published="2012-03-08"), text.split(",")[0][:12])])


def test_his_father_is_the_president_before(reader):
    text = "President George W. Bush met veterans on Monday. Several of them had served under his father in Kuwait."
    assert entry_at(reader.read(text, published="2003-02-10"), "his father") == H_W_BUSH


def test_a_surname_behind_an_office_is_not_that_of_the_one_named_in_full(reader):
    text = "President Lech Kaczynski waited in Brussels. Prime Minister Kaczynski gave way from the Polish capital."
    assert entry_at(reader.read(text, published="2007-06-23"), "Prime Minister Kaczynski") == JAROSLAW


def test_whom_the_police_name_is_a_stranger(reader):
    text = "The department named the officer as Robert Gates, who has served in Tulsa for years."
    assert entry_at(reader.read(text, published="2009-05-19"), "Robert Gates") is None


def test_a_peer_is_nobody_who_only_has_the_surname(reader):
    text = "Lord Robertson will lead the review of the armed forces in Britain. Work begins in May."
    assert entry_at(reader.read(text, published="2013-07-16"), "Lord Robertson") is None


def test_where_people_are_called_by_their_first_names_one_is_enough(reader):
    text = (
        "President Isaias said that his troops would not leave the plain that Ethiopia claims. Eritrea buried its dead."
    )
    assert entity_at(reader.read(text, published="1998-06-08"), "Isaias").name == "Isaias Afwerki"


def test_a_leader_is_no_capital_of_a_country_that_is_not_spoken_of(reader):
    text = "Demonstrators threw fake money at the gates in Malta. Muscat has said that he will wait for an audit."
    assert entity_at(reader.read(text, published="2016-04-26"), "Muscat").name == "Joseph Muscat"


# What else tells whom a name means, or that it means nobody known


@pytest.mark.parametrize(
    ("published", "text", "name", "expected"),
    [
        (
            "2010-07-12",
            "Students questioned Clinton in Lahore. The secretary of state stayed calm.",
            "Clinton",
            H_CLINTON,
        ),
        ("2002-06-20", "Palestinians want a state, Bush said in the Rose Garden. Israel welcomed it.", "Bush", BUSH),
        ("2011-05-09", "Singapore's ruling party lost seats. Lee admitted that voters were angry.", "Lee", "Q57643"),
        ("1998-11-20", "Diouf, who runs the Food and Agriculture Organization, wants pumps.", "Diouf", "jacques-diouf"),
        (
            "2014-10-09",
            "The World Bank met in Washington. Kim, a doctor by training, was worried.",
            "Kim",
            "jim-yong-kim",
        ),
        ("2017-01-25", "Crowds lined the road to Banjul as Barrow came home to the Gambia.", "Barrow", "Q27917049"),
    ],
)
def test_a_surname_means_who_is_told_of_in_other_words(reader, published, text, name, expected):
    assert entry_at(reader.read(text, published=published), name) == expected


@pytest.mark.parametrize(
    ("published", "text", "name"),
    [
        ("2006-02-13", "Vladimir Putin waxes skis in Turin. The 23-year-old comes from Tomsk.", "Vladimir Putin"),
        ("2015-08-06", "Park Geun-hye, who shares her name with a president, sells flowers.", "Park Geun-hye"),
    ],
)
def test_a_namesake_too_young_or_told_to_be_one_is_nobody_known(reader, published, text, name):
    assert entry_at(reader.read(text, published=published), name) is None


def test_a_storm_is_no_minister_of_long_ago(reader):
    text = "Three hurricanes struck the United States: Harvey, Irma and Maria. Harvey killed 68 people in Texas."
    assert "Q1294838" not in entries(reader.read(text, published="2018-04-05"))
