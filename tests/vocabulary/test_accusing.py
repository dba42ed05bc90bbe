"""Words that accuse by themselves."""

from __future__ import annotations

import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary.accusing import accuses, load_accusing


@pytest.mark.parametrize(
    "words",
    ["accused", "criticism of", "took aim", "took a shot at", "filed suit", "came out against", "under investigation"],
)
def test_words_that_accuse(words):
    assert accuses(words)


@pytest.mark.parametrize(
    "words", ["irresponsible", "destroying", "react", "took the train", "proven", "trying to leave"]
)
def test_words_that_only_judge_or_tell_nothing(words):
    assert not accuses(words)


@pytest.mark.parametrize("text", ['[words]\nspeech = "Blame"\nlaw = "sue"', '[words]\nspeech = "blame"', "words = 1"])
def test_a_faulty_table_is_refused(tmp_path, text):
    (tmp_path / "accusing.toml").write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"accusing\.toml"):
        load_accusing(tmp_path)
