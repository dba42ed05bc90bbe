from dataclasses import replace

import pytest
from growth import grows_in_line
from mention_samples import found, place_of, tokens_of, words_of

from onrecord.annotating.borders import holds_title, is_called_the, is_surname, join_titles, set_name, set_person
from onrecord.chains import NAME, NOMINAL


def shown(tokens, first, last):
    return " ".join(tokens.words[first:last])


def person(text, given, head, form=NAME):
    """Form, mention and name that `set_person` makes of the words that a mention was given."""
    tokens = tokens_of(text)
    first, last = place_of(tokens, given)
    form, first, start, last = set_person(words_of(tokens), tokens, first, place_of(tokens, head)[0], last, form=form)
    return form, shown(tokens, first, last), shown(tokens, start, last)


def body(text, given, head):
    tokens = tokens_of(text)
    return shown(
        tokens,
        *set_name(
            words_of(tokens), tokens, *(place_of(tokens, p)[0] for p in (given, head)), place_of(tokens, given)[1]
        ),
    )


def joined(text, *mentions):
    """The words of the mentions that `join_titles` leaves; each is given as the arguments of `found`."""
    tokens = tokens_of(text)
    made = sorted((found(tokens, *words, **how) for *words, how in mentions), key=lambda m: m.head)
    return [shown(tokens, m.first, m.last) for m in join_titles(made, words_of(tokens), tokens)]


@pytest.mark.parametrize(
    ("text", "given", "head", "name"),
    [
        ("President Odile Brun arrived.", "President Odile Brun", "Odile", "Odile Brun"),
        ("French President Odile Brun arrived.", "French President Odile Brun", "President", "Odile Brun"),
        ("The truce, said Pieter van der Meer, held.", "Pieter van", "Pieter", "Pieter van der Meer"),
        ("On Monday Omar al Haddad spoke.", "Omar al Haddad", "Omar", "Omar al Haddad"),
        ("On Monday Anna Kovacs-Berg spoke.", "Anna Kovacs", "Anna", "Anna Kovacs - Berg"),
        ("On Monday Sean O'Dell spoke.", "Sean O", "Sean", "Sean O ' Dell"),
        ("On Monday Karl J. Brandt spoke.", "Karl J", "Karl", "Karl J . Brandt"),
        ("The admiral, Jon Ek Jr., spoke.", "Jon Ek", "Jon", "Jon Ek Jr"),
        ("Mr. King spoke.", "Mr. King", "King", "King"),
        ("Mara Lind As The New Ek", "Mara Lind As The New Ek", "Mara", "Mara Lind"),
        ("Singer Odile sang.", "Singer Odile", "Singer", "Odile"),
        ("ARDALE PORT Mara Lind left.", "ARDALE PORT Mara Lind", "ARDALE", "Mara Lind"),
        ("MARA Lind left.", "MARA Lind", "MARA", "MARA Lind"),
        ('Mara "Mo" Lind left.', "Mara", "Mara", 'Mara " Mo " Lind'),
        ("Mara “Mo” Lind left.", "Mara", "Mara", "Mara “ Mo ” Lind"),
        ('Mara "No" said Lind.', "Mara", "Mara", "Mara"),
        ("Mayor of Ardale Mara Lind left.", "Ardale Mara Lind", "Ardale", "Mara Lind"),
    ],
)
def test_a_name_is_its_capitals_and_the_small_words_and_marks_inside_it(text, given, head, name):
    assert person(text, given, head)[2] == name


@pytest.mark.parametrize(
    ("text", "given", "name"),
    [
        ("Mara Lind's deputy resigned.", "Mara Lind's", "Mara Lind"),
        ("Mara Lind’s deputy resigned.", "Mara Lind’s", "Mara Lind"),
        ("It was Mara Lind. The council agreed.", "Mara Lind", "Mara Lind"),
        ("Mara Lind Monday told the council.", "Mara Lind Monday", "Mara Lind"),
        ("Mara Lind said so.", "Mara Lind said", "Mara Lind"),
    ],
)
def test_a_name_ends_where_its_capitals_end(text, given, name):
    assert person(text, given, "Mara")[1] == name


@pytest.mark.parametrize(
    "text",
    ["A letter to Mara Lind\nJon Ek disagreed.", "A letter to Mara\nLind disagreed.", "By Mara Lind\nvan Ek came."],
)
def test_no_name_goes_over_a_line_break(text):
    tokens = tokens_of(text)
    first = place_of(tokens, "Mara")[0]
    end = set_person(words_of(tokens), tokens, first, first, first + 1, form=NAME)[3]
    assert "\n" not in text[tokens.starts[first] : tokens.ends[end - 1]]


def test_an_office_alone_is_no_name():
    assert person("On Monday the President spoke.", "the President", "President")[0] == NOMINAL


def test_an_office_and_its_field_are_no_name():
    assert person("On Monday the Secretary of State spoke.", "the Secretary of State", "Secretary")[0] == NOMINAL


def test_a_weekday_is_nobody_s_name():
    assert person("The chairman Monday agreed.", "chairman Monday", "chairman", NOMINAL)[0] == NOMINAL


def test_a_capital_from_the_sentence_s_beginning_makes_no_name():
    assert person("Sailors drowned.", "Sailors", "Sailors", NOMINAL)[0] == NOMINAL


def test_a_description_ends_at_the_comma():
    assert person("The harbour master, Mara Lind, spoke.", "The harbour master, Mara Lind", "master", NOMINAL)[:2] == (
        NOMINAL,
        "The harbour master",
    )


def test_in_a_headline_of_capitals_only_the_name_that_was_given_counts():
    assert person("MAYOR LIND OPENS BRIDGE\nIt rained.", "MAYOR LIND", "LIND")[1:] == ("MAYOR LIND", "LIND")


@pytest.mark.parametrize(
    ("text", "given", "head", "is_titled"),
    [
        ("Admiral Jon Ek spoke.", "Admiral Jon Ek", "Ek", True),
        ("Defense Secretary Karl Brandt spoke.", "Defense Secretary Karl Brandt", "Secretary", True),
        ("Sen. Jon Ek spoke.", "Sen. Jon Ek", "Ek", True),
        ("Jon Ek spoke.", "Jon Ek", "Ek", False),
        ("The admiral who beat Jon Ek spoke.", "The admiral who beat Jon Ek", "Ek", False),
        ("The Secretary spoke.", "The Secretary", "Secretary", False),
    ],
)
def test_a_title_before_capitals_tells_a_person(text, given, head, is_titled):
    tokens = tokens_of(text)
    first, last = place_of(tokens, given)
    assert holds_title(words_of(tokens), tokens, first, place_of(tokens, head)[0], last) == is_titled


@pytest.mark.parametrize(
    ("text", "given", "head", "name"),
    [
        ("the League of Northern Ports met", "the League of Northern Ports", "League", "League of Northern Ports"),
        ("the old Harbour Board met", "the old Harbour Board", "Board", "Harbour Board"),
        ("the U.N. envoy left", "U.N", "U", "U . N ."),
        ("he left the U.N. The envoy stayed.", "U.N", "N", "U . N ."),
        ("a report by Channel 4 said", "Channel 4", "Channel", "Channel 4"),
        ("the League and its members met", "the League and its members", "League", "League"),
    ],
)
def test_a_body_s_name_is_its_capitals_and_the_small_words_between(text, given, head, name):
    assert body(text, given, head) == name


def test_no_body_s_name_grows_over_a_line_break():
    assert body("talks in North Ardale\nHarbour Police came", "Ardale", "Ardale") == "North Ardale"


def test_a_title_found_apart_goes_to_the_name():
    assert joined(
        "Press Secretary Jo Lind spoke.",
        ("Press Secretary", "nominal", {"head": "Secretary"}),
        ("Jo Lind", {}),
    ) == ["Press Secretary Jo Lind"]


def test_an_abbreviated_title_goes_to_the_name():
    assert joined("On Monday Gen. Jon Ek spoke.", ("Jon Ek", {})) == ["Gen . Jon Ek"]


def test_an_office_with_its_field_goes_to_the_name():
    assert "Secretary of Defense Karl Brandt" in joined(
        "Secretary of Defense Karl Brandt spoke.",
        ("Secretary of Defense Karl Brandt", "nominal", {}),
        ("Defense", {"kind": "organization"}),
        ("Karl Brandt", {}),
    )


def test_an_office_is_no_mention_beside_the_name_that_it_goes_to():
    assert "Secretary of Defense" not in joined(
        "Secretary of Defense Karl Brandt spoke.",
        ("Secretary of Defense Karl Brandt", "nominal", {}),
        ("Defense", {"kind": "organization"}),
        ("Karl Brandt", {}),
    )


def test_the_owner_of_an_office_keeps_his_name():
    assert joined("Mara Lind's deputy Jon Ek spoke.", ("Mara Lind", {}), ("Jon Ek", {})) == [
        "Mara Lind",
        "deputy Jon Ek",
    ]


def test_a_first_name_and_a_surname_found_apart_are_one():
    assert joined("On Monday Mara Lind spoke.", ("Mara Lind", {}), ("Lind", {})) == ["Mara Lind"]


def test_a_description_behind_a_name_leaves_the_name_out():
    assert joined(
        "Mara Lind, the mayor, spoke.",
        ("Mara Lind", {}),
        ("Mara Lind, the mayor", "nominal", {"head": "mayor"}),
    ) == ["Mara Lind", "the mayor"]


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("Neither Lind nor Ek spoke.", "Neither Lind", "Lind"),
        ("On Monday Democrat Mara Lind spoke.", "Democrat Mara Lind", "Mara Lind"),
        ("On Monday MVP Lind spoke.", "MVP Lind", "Lind"),
    ],
)
def test_a_first_word_that_is_in_no_name_is_cut(text, given, expected):
    assert person(text, given, given.split()[0])[2] == expected


def test_a_body_s_description_ends_before_its_name():
    assert joined(
        "On Monday the ferry company Brun met.",
        ("the ferry company Brun", {"form": "nominal", "head": "company", "kind": "organization"}),
        ("Brun", {"kind": "organization"}),
    ) == ["the ferry company", "Brun"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("On Monday Mara Del Lago spoke.", "Mara Del Lago", "Mara Del Lago"),
        ("On Monday Del Lago spoke.", "Del Lago", "Del Lago"),
        ("On Monday Del. Lago spoke.", "Del. Lago", "Lago"),
    ],
)
def test_a_particle_with_a_capital_is_no_title(text, name, expected):
    assert person(text, name, name.split()[0].strip("."))[2] == expected


@pytest.mark.parametrize(
    ("text", "is_called"),
    [
        ("On Monday The Tide reported it.", True),
        ("“It is done,” The Tide reported.", True),
        ("It is done. The Tide reported it.", False),
        ("On Monday the Tide turned.", False),
    ],
)
def test_what_has_a_capital_article_inside_a_sentence_is_no_person(text, is_called):
    tokens = tokens_of(text)
    head = list(tokens.words).index("Tide")
    assert is_called_the(words_of(tokens), tokens, head, head + 1) == is_called


def test_no_title_is_taken_from_the_line_above():
    assert joined(
        "Words from the Admiral\nJon Ek spoke.", ("the Admiral", "nominal", {"head": "Admiral"}), ("Jon Ek", {})
    ) == [
        "the Admiral",
        "Jon Ek",
    ]


def test_the_letters_of_a_spelled_name_are_one_mention():
    assert joined("the U.N. met", ("U.N.", {"kind": "organization"}), ("N", {"kind": "organization"})) == ["U . N ."]


def joining(count):
    """Joins the titles of as many people."""
    tokens = tokens_of("Mara Lind came. " * count)
    one = found(tokens, "Mara Lind")
    people = [replace(one, head=4 * n, first=4 * n, last=4 * n + 2) for n in range(count)]
    words = words_of(tokens)
    return lambda: join_titles(people, words, tokens)


def test_time_grows_with_the_people_only():
    few, many = joining(600), joining(6000)
    assert len(many()) == 6000
    assert grows_in_line(few, many, 10)


def test_a_description_behind_a_body_and_a_comma_begins_behind_the_comma():
    assert joined(
        "Monday, the Harbour Board, the port's owner, met.",
        ("the Harbour Board, the port's owner", "nominal", {"head": "owner"}),
        ("Harbour Board", "name", {"kind": "organization"}),
    ) == ["Harbour Board", "the port ' s owner"]


def test_a_word_for_a_body_behind_its_owner_is_a_description():
    assert joined(
        "On Monday the Prime Minister's Bureau met.",
        ("the Prime Minister", "nominal", {"head": "Minister"}),
        ("Bureau", "name", {"kind": "organization"}),
    ) == ["the Prime Minister", "the Prime Minister ' s Bureau"]


def test_the_widest_title_before_a_name_belongs_to_it():
    assert joined(
        "Later the Speaker of the Council Mara Lind spoke.",
        ("the Speaker of the Council", "nominal", {"head": "Speaker"}),
        ("Council", "name", {"kind": "organization"}),
        ("Mara Lind", "name", {}),
    ) == ["Council", "the Speaker of the Council Mara Lind"]


@pytest.mark.parametrize(
    ("text", "owner", "word", "whole"),
    [
        ("The County Prosecutor's Office said no.", "County Prosecutor", "Office", "County Prosecutor ' s Office"),
        ("The St Mara's Hospital said no.", "St Mara", "Hospital", "St Mara ' s Hospital"),
    ],
)
def test_a_body_s_name_has_its_owner_s(text, owner, word, whole):
    assert whole in joined(text, (owner, {}), (word, {}))


def test_a_hospital_whose_saint_was_missed_has_the_saint_s_name():
    assert joined("In the port St Mara's Hospital said no.", ("Hospital", {})) == ["St Mara ' s Hospital"]


def test_a_person_s_office_is_no_part_of_the_name():
    assert "Office" in joined("On Monday Lind's Office said no.", ("Lind", {}), ("Office", {}))


@pytest.mark.parametrize(("word", "is_one"), [("Lind", True), ("said", False), ("Monday", False), ("President", False)])
def test_a_first_name_goes_on_with_a_capital_word(word, is_one):
    tokens = tokens_of(f"It was to Mara {word} there.")
    assert is_surname(words_of(tokens), tokens, 3, 4) == is_one


def test_in_a_headline_no_word_goes_on_with_a_first_name():
    tokens = tokens_of("On Friday Mara Vows To Leave.")
    assert not is_surname(words_of(tokens), tokens, 2, 3)
