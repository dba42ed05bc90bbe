"""Words that a mode must have beside it."""

from __future__ import annotations

import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary.files import FOLDER, read_table
from onrecord.vocabulary.modes import is_told, load_modes


@pytest.mark.parametrize(
    ("kind", "mode", "words"),
    [
        pytest.param("ASSAULT", "drone", "Velmora sent Drones over the port", id="in any writing"),
        pytest.param("ASSAULT", "crowd-control", "police fired tear gas", id="a phrase"),
        pytest.param("COERCE", "martial-law", "declared a state of emergency", id="one of several words"),
        pytest.param("ACCUSE", "allege", "the court indicted him", id="a mode that needs none"),
    ],
)
def test_a_mode_stands_where_its_words_do(kind, mode, words):
    assert is_told(kind, mode, words)


@pytest.mark.parametrize(
    ("kind", "mode", "words"),
    [
        pytest.param("ASSAULT", "suicide-attack", "the engine blew up", id="no suicide"),
        pytest.param("CONSULT", "third-party", "the two met in Ardale", id="nobody between them"),
        pytest.param("PROTEST", "hunger", "dockers marched", id="no fast"),
        pytest.param("ASSAULT", "drone", "", id="no words"),
    ],
)
def test_a_mode_without_its_words_is_not_told(kind, mode, words):
    assert not is_told(kind, mode, words)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        pytest.param('[modes]\n"ASSAULT.laser" = "laser"', "no mode 'ASSAULT.laser'", id="an unknown mode"),
        pytest.param('[modes]\n"ASSAULT.drone" = "Drone"', "in lower case", id="a capital"),
        pytest.param('[modes]\n"ASSAULT.drone" = ""', "needs words", id="no words"),
        pytest.param('[ways]\n"ASSAULT.drone" = "drone"', "modes.toml", id="another table"),
    ],
)
def test_a_bad_table_is_refused(tmp_path, table, message):
    (tmp_path / "modes.toml").write_text(table, "utf8")
    with pytest.raises(VocabularyError, match=message):
        load_modes(tmp_path)


def test_every_mode_of_the_table_has_a_pattern():
    assert set(load_modes()) == set(read_table("modes.toml", FOLDER)["modes"])
