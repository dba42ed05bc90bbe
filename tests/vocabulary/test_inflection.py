import pytest

from onrecord.vocabulary.inflection import guess_lemma, plural, verb_forms


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("deny", "denies"),
        ("deny", "denied"),
        ("obey", "obeyed"),
        ("argue", "arguing"),
        ("agree", "agreeing"),
        ("lie", "lying"),
        ("quip", "quipped"),
        ("admit", "admitting"),
        ("label", "labelled"),
        ("label", "labeled"),
        ("panic", "panicked"),
        ("criticize", "criticised"),
        ("veto", "vetoes"),
        ("preach", "preaches"),
    ],
)
def test_a_verb_has_its_regular_forms_british_ones_too(verb, form):
    assert form in verb_forms(verb)


@pytest.mark.parametrize(("noun", "form"), [("denial", "denials"), ("wish", "wishes"), ("reply", "replies")])
def test_a_plural_follows_the_ending(noun, form):
    assert plural(noun) == form


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("orchestrated", "orchestrate"),
        ("shelled", "shell"),
        ("planning", "plan"),
        ("compiled", "compile"),
        ("seized", "seize"),
        ("opened", "open"),
        ("dances", "dance"),
        ("boxes", "box"),
        ("tarried", "tarry"),
        ("string", "string"),
        ("crisis", "crisis"),
        ("red", "red"),
    ],
)
def test_an_unknown_word_loses_its_ending(word, lemma):
    assert guess_lemma(word) == lemma
