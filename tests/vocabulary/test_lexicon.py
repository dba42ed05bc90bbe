import shutil

import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary import ACTS
from onrecord.vocabulary.files import FOLDER
from onrecord.vocabulary.lexicon import GRAMMAR, LISTS, lexicon, load_lexicon


@pytest.fixture
def folder(tmp_path):
    for path in FOLDER.glob("*.toml"):
        shutil.copy(path, tmp_path)
    return tmp_path


def test_every_act_but_the_fallback_has_a_verb():
    assert set(lexicon().verbs.values()) >= set(ACTS) - {"express"}


def test_nothing_in_the_vocabulary_stands_for_the_fallback():
    kept = lexicon()
    acts = [*kept.verbs.values(), *kept.nouns.values(), *kept.adjectives.values(), *kept.others.values()]
    assert "express" not in acts


def test_carriers_and_refusals_are_words_of_the_vocabulary():
    kept = lexicon()
    assert kept.grammar["carriers"] <= kept.nouns.keys()
    assert kept.grammar["refusals"] | kept.grammar["strong"] <= kept.verbs.keys()


def test_loading_twice_gives_the_same_lexicon():
    assert load_lexicon() == load_lexicon()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("verbs.toml", 'hum = ["drone"]', "verbs.toml: there is no act 'hum'"),
        ("verbs.toml", 'say = ["Tell"]', "verbs.toml: say: 'Tell' is not made of words in lower case"),
        ("verbs.toml", 'say = ["tell", "add"]', "verbs.toml: say: 'add' should stand before 'tell'"),
        (
            "nouns.toml",
            'say = ["word", "word"]',
            "nouns.toml: say: 'word' should stand before 'word', or is there twice",
        ),
        ("nouns.toml", 'say = ["word"]\nask = ["word"]', "nouns.toml: 'word' stands under 'say' and under 'ask'"),
        ("nouns.toml", "say = []", "nouns.toml: say is no list of words"),
        ("nouns.toml", 'say = "word"', "nouns.toml: say is no list of words"),
        ("nouns.toml", "say = [7]", "nouns.toml: say: 7 is not made of words"),
        ("phrases.toml", 'say = ["tell"]', "phrases.toml: 'tell' is a single word"),
        ("irregular.toml", 'tell = ["Told"]', "irregular.toml: tell: 'Told' is not made of words"),
        ("grammar.toml", 'light = ["make"]', "grammar.toml: lists missing or unknown: auxiliaries, carriers"),
        ("others.toml", "say = [", "others.toml: "),
    ],
)
def test_a_fault_in_a_file_is_named_with_file_and_entry(folder, name, content, message):
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        load_lexicon(folder)
    assert str(caught.value).startswith(message) or message in str(caught.value)


@pytest.mark.parametrize("name", [*LISTS, "irregular", "grammar"])
def test_a_missing_file_is_named(folder, name):
    (folder / f"{name}.toml").unlink()
    with pytest.raises(VocabularyError, match=f"{name}.toml: cannot be read"):
        load_lexicon(folder)


def test_the_grammar_holds_all_its_lists():
    assert lexicon().grammar.keys() == set(GRAMMAR)
