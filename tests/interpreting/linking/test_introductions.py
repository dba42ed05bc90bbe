"""People whom an article first describes and then names, and people called by their age."""

from __future__ import annotations

import pytest
from linking_samples import entity_at


@pytest.mark.parametrize(
    ("text", "described", "name"),
    [
        (
            "A gunman killed four people in Lahore on Friday. The attacker, identified as Imran Qadir, was known.",
            "A gunman",
            "Imran Qadir",
        ),
        (
            "A court on Monday convicted a former soldier of shooting two bystanders. The soldier, Lars Holm, wept.",
            "a former soldier",
            "Lars Holm",
        ),
        (
            "A 17-year-old Kenyan boy was arrested on Monday for stabbing an officer. Juma Otieno, 17, was in court.",
            "A 17-year-old Kenyan boy",
            "Juma Otieno",
        ),
        (
            "A teenager was stabbed to death in Leeds on Friday. Police named the victim as Omar Said, 16.",
            "A teenager",
            "Omar Said",
        ),
        (
            "A Russian journalist has been jailed for six years. Maria Ivanova was found guilty of insulting the army.",
            "A Russian journalist",
            "Maria Ivanova",
        ),
    ],
)
def test_who_is_described_first_is_who_is_named_later(reader, text, described, name):
    record = reader.read(text, published="2025-02-23")
    assert entity_at(record, described).name == name


def test_an_event_told_before_the_name_is_of_the_one_named(reader):
    text = (
        "An opposition leader was shot and wounded in Caracas on Saturday. "
        "Maria Torres, 51, was attacked by two men as she left a rally."
    )
    record = reader.read(text, published="2025-02-23")
    assert [party.name for party in record.events[0].recipients] == ["Maria Torres"]


@pytest.mark.parametrize(
    ("text", "described"),
    [
        (
            "A Sudanese lawyer was beaten by soldiers on Monday. Hamid Osman, a colleague, said they took his phone.",
            "A Sudanese lawyer",
        ),
        (
            "A man was arrested in Paris over the killing of a shopkeeper. Jean Morel, 62, was found dead in his shop.",
            "A man",
        ),
        (
            "A man was arrested in Ghent after a fire at a mosque. The prosecutor thanked Jan Peeters, who filmed it.",
            "A man",
        ),
        (
            "A police officer was killed in Manila on Tuesday. Rodrigo Cruz, the mayor, condemned the attack.",
            "A police officer",
        ),
        (
            "An attack was carried out by a gunman on Sunday. The brother of the gunman, Erik Paus, was questioned.",
            "a gunman",
        ),
    ],
)
def test_nobody_is_named_for_another(reader, text, described):
    found = entity_at(reader.read(text, published="2025-02-23"), described)
    assert found is None or not found.named


def test_someone_called_by_an_age_is_the_one_named_before(reader):
    text = "Lena Ortiz crossed the river with two children. The 29-year-old said soldiers had fired at them."
    record = reader.read(text, published="2025-02-23")
    assert [speaker.name for speaker in record.statements[0].source.entities] == ["Lena Ortiz"]


def test_an_age_told_beside_a_name_decides_who_is_called_by_it(reader):
    text = "Ada Quill, 51, and Tom Reed, 34, were jailed on Monday. The 34-year-old wept and said he was sorry."
    record = reader.read(text, published="2025-02-23")
    speakers = {one.name for statement in record.statements if statement.source for one in statement.source.entities}
    assert speakers == {"Tom Reed"}


def test_of_two_named_before_an_age_tells_nothing(reader):
    text = "Marek Novak and his cousin Jan Vesely were arrested on Monday. The 34-year-old denied the charges."
    record = reader.read(text, published="2025-02-23")
    found = entity_at(record, "The 34-year-old")
    assert found is None or not found.named


def test_an_age_before_a_noun_is_left_alone(reader):
    text = "Lena Ortiz crossed the river. The 29-year-old bridge was blown up on Monday by soldiers."
    record = reader.read(text, published="2025-02-23")
    lena = entity_at(record, "Lena Ortiz")
    assert all("29" not in mention.span.surface for mention in lena.mentions)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Ekvall said the harbour was full. Nils Ekvall, a pilot in Ostby, said that berths were short.",
            ["Nils Ekvall"],
        ),
        ("Actress Tilda Moor was robbed on Monday. Police said Tilda Moor had been at sea.", ["Tilda Moor"]),
        ("Miss Larsen sang on Monday. Ingrid Larsen was heard in London.", ["Ingrid Larsen"]),
        ("Mara Ekman left on Monday. Olaf Ekman stayed. Ekman said it was over.", ["Mara Ekman", "Olaf Ekman"]),
    ],
)
def test_a_surname_told_before_the_name_is_its_only_bearers(reader, text, people):
    record = reader.read(text, published="2018-04-05")
    assert [entity.name for entity in record.entities if entity.kind == "person"] == people


def test_a_victim_is_not_named_after_the_suspect(reader):
    text = (
        "The activist wanted in the shooting of a doctor has fled. Erik Lind, 44, was seen in Spain. "
        "Lind left his car. Lind is armed."
    )
    assert not entity_at(reader.read(text, published="2025-02-23"), "a doctor").named


def test_a_boys_uncle_is_not_the_boy(reader):
    text = "Police seized the boy in Miami on Monday. Erik Lind, the boy's uncle, condemned the raid."
    found = entity_at(reader.read(text, published="2025-02-23"), "the boy")
    assert found is None or not found.named


@pytest.mark.parametrize("words", ["the clinic caring for Mara Lind", "the party led by Mara Lind"])
def test_what_is_told_by_a_participle_is_not_the_one_named_behind(reader, words):
    record = reader.read(f"Police accused {words} of fraud on Monday.", published="2025-02-23")
    mara = entity_at(record, "Mara Lind")
    assert all(mention.span.surface == "Mara Lind" for mention in mara.mentions)
