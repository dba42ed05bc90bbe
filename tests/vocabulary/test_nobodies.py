"""Nouns of what does nothing by itself."""

from __future__ import annotations

import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary.nobodies import load_nobodies


def table(vehicles="lorry", times="day"):
    deaf = "".join(f'{key} = "x"\n' for key in ("heaven", "weather", "illness", "gatherings", "matters"))
    return f'vehicles = "{vehicles}"\nweapons = "x"\npapers = "x"\n[deaf]\n{deaf}times = "{times}"\n'


def made(folder, text):
    (folder / "nobodies.toml").write_text(text, encoding="utf-8")
    return load_nobodies(folder)


def test_nouns_are_known_in_the_plural_too(tmp_path):
    assert {"lorry", "lorries", "day", "days"} <= made(tmp_path, table()).idle


def test_to_a_vehicle_something_may_be_done(tmp_path):
    assert "lorry" not in made(tmp_path, table()).deaf


@pytest.mark.parametrize("text", [table("Lorry"), table().replace("weapons", "arms"), table().replace("[deaf]", "[d]")])
def test_a_faulty_table_is_refused(tmp_path, text):
    with pytest.raises(VocabularyError, match=r"nobodies\.toml"):
        made(tmp_path, text)
