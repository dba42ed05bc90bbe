"""The word pieces that a table keeps."""

from __future__ import annotations

import json

import pytest

from onrecord.inference import models_folder
from training.trimming import is_latin, read_vocabulary


@pytest.mark.parametrize(
    "piece", ["the", "##ing", "5", "é", "ß", "€", "“", "[CLS]", "[SEP]", "[UNK]", "[unused0]", "[unused5]"]
)
def test_what_english_text_may_hold_is_kept(piece):
    assert is_latin(piece)


@pytest.mark.parametrize("piece", ["и", "##ه", "中", "[unused99]", "θ"])
def test_other_scripts_and_empty_places_are_not(piece):
    assert not is_latin(piece)


def test_all_pieces_of_plain_words_are_kept():
    vocabulary = read_vocabulary(models_folder())
    assert vocabulary == json.loads((models_folder() / "tokenizer.json").read_text("utf8"))["model"]["vocab"]
    assert sum(map(is_latin, vocabulary)) > 28_000
