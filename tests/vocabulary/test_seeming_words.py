"""Words that seem to tell an event: the table, and what is said of its rules."""

from __future__ import annotations

import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary.seeming import load_seemings, subjects_of


def made(folder, rule):
    (folder / "seeming.toml").write_text(f'[reports]\nsport = "game"\n[[rule]]\n{rule}\n', encoding="utf-8")
    return load_seemings(folder)


def test_a_rule_needs_its_type_and_the_trigger_s_words(tmp_path):
    (rule,) = made(tmp_path, 'types = "ASSAULT"\ntrigger = "beat*"')
    words = "the herons beaten twice".split()
    assert rule.fits("ASSAULT", words, 2, 3)
    assert not rule.fits("COERCE", words, 2, 3)
    assert not rule.fits("ASSAULT", words, 1, 2)


def test_a_rule_needs_the_words_behind_and_near_and_not_those_that_speak_against_it(tmp_path):
    (rule,) = made(tmp_path, 'types = "COERCE"\ntrigger = "cut"\nbehind = "fur"\nnear = "law"\nunless = "siege"')
    assert rule.fits("COERCE", "a law cut all fur".split(), 2, 3)
    assert not rule.fits("COERCE", "a law on fur cut all".split(), 4, 5)
    assert not rule.fits("COERCE", "a siege law cut all fur".split(), 3, 4)
    assert not rule.fits("COERCE", "they cut all fur".split(), 1, 2)


def test_a_trigger_that_is_to_be_alone_has_no_other_word(tmp_path):
    (rule,) = made(tmp_path, 'types = "AID"\ntrigger = "in out"\nalone = true')
    assert rule.fits("AID", "she chimed in".split(), 2, 3)
    assert not rule.fits("AID", "she chimed in".split(), 1, 3)


@pytest.mark.parametrize(
    "rule",
    [
        'types = "ASSAULTS"\ntrigger = "beat"',
        'types = "ASSAULT"\ntrigger = "beat"\nbecomes = "GAME"',
        'types = "ASSAULT"',
        'trigger = "beat"',
        'types = "ASSAULT"\ntrigger = "beat"\nbefore = "season"',
    ],
)
def test_a_rule_that_cannot_be_kept_is_refused(tmp_path, rule):
    with pytest.raises(VocabularyError, match="trigger and types"):
        made(tmp_path, rule)


def test_a_rule_may_need_the_very_next_word(tmp_path):
    (rule,) = made(tmp_path, 'types = "COERCE"\ntrigger = "cut"\nnext = "off"')
    assert rule.fits("COERCE", "they cut off all fur".split(), 1, 2)
    assert not rule.fits("COERCE", "they cut all fur off".split(), 1, 2)
    assert not rule.fits("COERCE", "they cut".split(), 1, 2)


def test_a_rule_for_reports_of_a_subject_is_asked_in_no_other(tmp_path):
    (rule,) = made(tmp_path, 'types = "ASSAULT"\ntrigger = "*"\nreport = "sport"')
    assert rule.fits("ASSAULT", ["beat"], 0, 1, {"sport"})
    assert not rule.fits("ASSAULT", ["beat"], 0, 1)


def test_a_text_full_of_a_subject_s_words_reports_of_it():
    assert subjects_of("the coach led the team to its first championship of the season".split()) == {"sport"}


def test_a_text_with_one_word_of_a_subject_over_and_over_does_not_report_of_it():
    assert subjects_of(["game"] * 9) == frozenset()


def test_a_long_text_with_a_few_words_of_a_subject_does_not_report_of_it():
    assert subjects_of("coach team season league".split() + ["harbour"] * 400) == frozenset()
