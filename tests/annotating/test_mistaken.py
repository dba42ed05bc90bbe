"""Names that look like people's and are none, through the whole reader."""

from __future__ import annotations

import pytest

import onrecord


@pytest.fixture(scope="module")
def reader():
    return onrecord.Reader()


def kinds(reader, text):
    return {entity.name: entity.kind for entity in reader.read(text, published="2018-04-05").entities}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Governor Erik Zwingel (TSVING'-uhl) said he would look into it.", {"Erik Zwingel"}),
        ("Anton Berry QC told the court that the boat had sunk.", {"Anton Berry"}),
        ("Police watched Muslim student groups after the Arab Spring, Lena Ortiz said.", {"Lena Ortiz"}),
        ("My Subcommittee pays for the ferry, said Nils Ekvall.", {"Nils Ekvall"}),
        ("Lena Ortiz signed an Executive Order on Friday.", {"Lena Ortiz"}),
    ],
)
def test_only_people_are_people(reader, text, people):
    assert {name for name, kind in kinds(reader, text).items() if kind == "person"} == people


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ekvall & Rothmann, a law firm, filed the claim.", "Ekvall & Rothmann", "organization"),
        ("Robert Ekvall Asset Management sold the shares.", "Robert Ekvall Asset Management", "organization"),
        ("The Indian Premier League sold its rights on Friday.", "Indian Premier League", "organization"),
        ("Students marched to the Haydn Estate on Monday.", "Haydn Estate", "place"),
        ("Canadians donated 300 tonnes of wheat to the camps.", "Canadians", "group"),
    ],
)
def test_what_is_called_after_someone_is_itself(reader, text, name, kind):
    assert kinds(reader, text).get(name) == kind


def test_where_someone_lives_is_a_place(reader):
    text = "Ekvall, 22, of Hayes, and Rothmann, of Brent, denied the theft of two boats on Monday."
    assert kinds(reader, text)["Hayes"] == "place"


def test_two_leaders_joined_by_a_sign_are_no_firm(reader):
    assert "Trump & Putin" not in kinds(reader, "Trump & Putin met in Helsinki on Monday.")


def test_a_headline_in_capitals_does_not_run_into_a_name(reader):
    text = "Sanders Vows To Close Ardale School.\n\nBernie Sanders said on Monday that he would close it."
    assert not any("Vows" in name for name in kinds(reader, text))


def test_a_countrys_drones_are_no_people(reader):
    text = "It was the largest attack since Iranian drones started hitting Ukrainian cities, Lena Ortiz said."
    assert {name for name, kind in kinds(reader, text).items() if kind in ("person", "group")} == {"Lena Ortiz"}
