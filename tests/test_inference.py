import pytest

from onrecord import inference
from onrecord.errors import ModelError
from onrecord.inference import load_model, models_folder, read_manifest, read_model_file


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "manifest.json").write_text('{"files": {"a.json": "0000"}}')
    monkeypatch.setattr(inference, "models_folder", lambda: tmp_path)
    read_manifest.cache_clear()
    yield tmp_path
    read_manifest.cache_clear()


def test_every_shipped_file_is_the_one_that_the_manifest_names():
    for name in read_manifest():
        assert read_model_file(name)


def test_all_weights_together_stay_under_80_mb():
    assert sum(path.stat().st_size for path in models_folder().iterdir()) < 80_000_000


def test_a_missing_model_is_told_with_a_remedy(folder):
    with pytest.raises(ModelError, match=r"a\.json is missing; install onrecord again"):
        read_model_file("a.json")


def test_a_damaged_model_is_told(folder):
    (folder / "a.json").write_text("{}")
    with pytest.raises(ModelError, match="damaged"):
        read_model_file("a.json")


def test_a_missing_manifest_is_told(folder):
    (folder / "manifest.json").unlink()
    with pytest.raises(ModelError, match="list of models"):
        read_model_file("a.json")


def test_a_model_is_loaded_once():
    assert load_model("roles.onnx") is load_model("roles.onnx")
