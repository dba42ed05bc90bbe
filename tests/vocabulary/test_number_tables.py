import shutil

import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary.counting import counting, load_counting
from onrecord.vocabulary.files import FOLDER
from onrecord.vocabulary.numbered import load_numbered, numbered
from onrecord.vocabulary.numbers import load_number_words, number_words
from onrecord.vocabulary.roles import ROLES, load_roles, role_words
from onrecord.vocabulary.units import load_units, units

LOADERS = {
    "counting.toml": load_counting,
    "numbered.toml": load_numbered,
    "numbers.toml": load_number_words,
    "roles.toml": load_roles,
    "units.toml": load_units,
}


@pytest.fixture
def folder(tmp_path):
    for path in FOLDER.glob("*.toml"):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", LOADERS)
def test_a_missing_table_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(VocabularyError, match=f"{name}: cannot be read"):
        LOADERS[name](folder)


@pytest.mark.parametrize("name", LOADERS)
def test_an_unknown_list_is_named(folder, name):
    text = (folder / name).read_text(encoding="utf-8")
    (folder / name).write_text(f"nonsense = []\n{text}", encoding="utf-8")
    with pytest.raises(VocabularyError, match=f"{name}: missing or unknown: nonsense"):
        LOADERS[name](folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("numbers.toml", "twelve = 12", 'twelve = "12"', "numbers.toml: cardinals: twelve = '12' is no number"),
        ("numbers.toml", '"or so"', '"or so", "or so"', "numbers.toml: after: about: or so stands there twice"),
        ("units.toml", '"pct"', '"km"', "units.toml: 'km' is percent and kilometer"),
        ("units.toml", '"leva" = "lev"', '"leva" = "levy"', "units.toml: plurals: 'levy' is no noun of money"),
        ("units.toml", '"yard",\n]', '"yard", "cubit",\n]', "units.toml: lengths: no measures: cubit"),
        ("roles.toml", "people = true", 'people = "yes"', "roles.toml: killed needs `people`"),
        ("roles.toml", "[damaged.subjects]\nany", "[damaged.subjects]\nships", "there is no class 'ships'"),
        ("numbered.toml", 'streets = ["ave"', "streets = [7", "numbered.toml: streets is no list of words"),
    ],
)
def test_a_fault_in_a_table_is_named(folder, name, old, new, message):
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        LOADERS[name](folder)
    assert message in str(caught.value)


def test_every_role_of_the_codebook_has_words():
    told = {verb.role for verbs in role_words().verbs.values() for verb in verbs}
    assert told == set(ROLES)


def test_no_verb_of_one_word_gives_the_same_things_two_roles():
    for form, verbs in role_words().verbs.items():
        bare = [(v.takes, v.of_subject) for v in verbs if not v.particle]
        assert len(set(bare)) == len(bare), form


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("drones", "drone"),
        ("bodies", "body"),
        ("losses", "loss"),
        ("boxes", "box"),
        ("houses", "house"),
        ("lives", "life"),
        ("women", "woman"),
        ("policemen", "policeman"),
        ("people", "person"),
        ("aircraft", "aircraft"),
        ("by-elections", "by-election"),
        ("crises", "crisis"),
        ("israelis", "israeli"),
    ],
)
def test_a_plural_has_its_singular(plural, singular):
    assert units().is_plural(plural)
    assert units().singular(plural) == singular


@pytest.mark.parametrize("word", ["crisis", "virus", "press", "paris", "debris", "this", "specimen"])
def test_not_every_s_is_a_plural(word):
    assert not units().is_plural(word)


@pytest.mark.parametrize("noun", ["soldier", "gunman", "journalist", "detainee", "tourist", "ex-soldier"])
def test_people_are_known_by_word_and_ending(noun):
    assert role_words().is_person(noun)


@pytest.mark.parametrize("noun", ["helicopter", "tower", "list", "van", "drone", "meter"])
def test_things_are_no_people(noun):
    assert not role_words().is_person(noun)


def test_the_longest_phrase_comes_first():
    for group in (*number_words().before.by_word.values(), *number_words().after.by_word.values()):
        lengths = [len(phrase) for phrase, _ in group]
        assert lengths == sorted(lengths, reverse=True)


def test_lists_are_in_lower_case():
    for table in (counting(), numbered()):
        for name in table.__dataclass_fields__:
            words = getattr(table, name)
            assert {word.lower() for word in words} == words, name
