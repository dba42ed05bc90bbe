"""Past forms of verbs."""

from __future__ import annotations

import pytest

from onrecord.vocabulary.participles import is_past


@pytest.mark.parametrize("word", ["indicted", "used", "shot", "taken", "bitten", "met"])
def test_past_forms(word):
    assert is_past(word)


@pytest.mark.parametrize("word", ["indict", "shooting", "need", "hundred", "red", "attacks", "speed"])
def test_other_words(word):
    assert not is_past(word)
