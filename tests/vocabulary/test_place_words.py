import shutil

import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary.files import FOLDER
from onrecord.vocabulary.places import load_words, parse_words


@pytest.fixture
def folder(tmp_path):
    for name in ("places.toml", "lookalikes.toml"):
        shutil.copy(FOLDER / name, tmp_path)
    return tmp_path


def test_streets_are_sites_and_hospitals_houses():
    assert "street" in load_words().sites
    assert "hospital" in load_words().houses


def test_an_unknown_list_is_refused(folder):
    path = folder / "places.toml"
    path.write_text(path.read_text("utf8") + '\nsight = "a"\n', "utf8")
    with pytest.raises(VocabularyError, match="no others"):
        parse_words(folder)


def test_capitals_are_refused(folder):
    path = folder / "lookalikes.toml"
    path.write_text(path.read_text("utf8").replace('others = """', 'others = """\nParis', 1), "utf8")
    with pytest.raises(VocabularyError, match="lower case"):
        parse_words(folder)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(VocabularyError):
        parse_words(tmp_path)
