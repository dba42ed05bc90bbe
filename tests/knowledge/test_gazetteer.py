import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import KnowledgeError
from onrecord.knowledge.files import FOLDER
from onrecord.knowledge.gazetteer import FILE, KINDS, MAGIC, Gazetteer, load_gazetteer
from onrecord.knowledge.spelling import fold


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer()


def senses(gazetteer, name):
    return gazetteer.find([name]).get(name, ())


@pytest.mark.parametrize(
    ("name", "geonames", "country"),
    [
        ("Kyiv", 703448, "UKR"),
        ("Kiev", 703448, "UKR"),
        ("Chasiv Yar", 710915, "UKR"),
        ("Ukraine", 690791, "UKR"),
        ("Ukrainian", 690791, "UKR"),
        ("Ukrainians", 690791, "UKR"),
        ("U.S.", 6252001, "USA"),
        ("West Bank", 285153, "PSE"),
        ("Rafah", 281102, "PSE"),
        ("Khan Yunis", 281124, "PSE"),
        ("Raqqah", 172955, "SYR"),
        ("Texas", 4736286, "USA"),
    ],
)
def test_a_name_is_found_with_its_id_and_country(gazetteer, name, geonames, country):
    assert (geonames, country) in [(sense.geonames, sense.country) for sense in senses(gazetteer, name)]


@pytest.mark.parametrize(
    "name", ["Donbas", "Robotyne", "Golan Heights", "Nagorno-Karabakh", "South China Sea", "Sahel"]
)
def test_what_geonames_towns_lack_is_there_with_a_point(gazetteer, name):
    assert any(-90 <= sense.lat <= 90 and sense.noted for sense in senses(gazetteer, name))


def test_seas_have_no_country(gazetteer):
    assert {sense.country for sense in senses(gazetteer, "Red Sea") if sense.kind == "water"} == {None}


def test_a_namesake_in_another_country_is_kept(gazetteer):
    assert {"FRA", "USA"} <= {sense.country for sense in senses(gazetteer, "Paris")}


def test_a_town_knows_the_region_that_it_lies_in(gazetteer):
    town = next(s for s in senses(gazetteer, "Krasnohorivka") if s.noted)
    assert gazetteer.sense(town.region).name == "Donetsk Oblast"


@pytest.mark.parametrize(
    ("name", "geonames", "region"),
    [
        ("Chasiv Yar", 710915, "Donetsk Oblast"),
        ("Rafah", 281102, "Gaza Strip"),
        ("Voronezh", 472045, "Voronezh Oblast"),
        ("Osaka", 1853909, "Osaka"),
        ("Texas", 4736286, "Texas"),
        ("Ukraine", 690791, None),
    ],
)
def test_a_region_is_called_as_english_does(gazetteer, name, geonames, region):
    (sense,) = (sense for sense in senses(gazetteer, name) if sense.geonames == geonames)
    assert gazetteer.region_name(sense) == region


def test_a_village_of_our_own_lies_in_the_region_of_the_towns_around_it(gazetteer):
    (sense,) = (sense for sense in senses(gazetteer, "Robotyne") if sense.noted)
    assert gazetteer.region_name(sense) == "Zaporizhzhia Oblast"


def test_an_adjective_is_told_from_a_name(gazetteer):
    assert [sense.named for sense in senses(gazetteer, "Irish")] == ["adjective"]


def test_unknown_names_are_left_out(gazetteer):
    assert gazetteer.find(["Qqxzv", ""]) == {}


def test_every_country_has_a_point_a_code_and_an_id(gazetteer):
    countries = [s for s in map(gazetteer.sense, range(len(gazetteer))) if s.kind == "country"]
    assert len(countries) == 250
    assert all(sense.geonames and sense.country and len(sense.country) == 3 for sense in countries)


def test_the_file_is_small():
    assert (FOLDER / FILE).stat().st_size < 15_000_000


def test_the_file_names_its_source():
    data = (FOLDER / FILE).read_bytes()
    header = json.loads(data[len(MAGIC) : data.find(b"\n", len(MAGIC))])
    assert "GeoNames (CC BY 4.0)" in header["source"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Khān Yūnis", "Khan Yunis"), ("U.S.", "US"), ("Deir ez-Zor", "deir ez zor"), ("Be’eri", "Be'eri")],
)
def test_writings_of_one_name_fold_to_one(one, other):
    assert fold(one) == fold(other)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@given(st.lists(st.text(max_size=20), max_size=10))
def test_any_names_can_be_looked_up(names):
    assert set(load_gazetteer().find(names)) <= set(names)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(KnowledgeError, match="cannot be opened"):
        Gazetteer(tmp_path / "none.bin")


@pytest.mark.parametrize("content", [b"", b"something else", MAGIC + b"{}\n", MAGIC + b"[1]\n"])
def test_another_file_is_refused(tmp_path, content):
    path = tmp_path / "other.bin"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError):
        Gazetteer(path)


def test_a_file_that_is_cut_off_is_refused(tmp_path):
    path = tmp_path / "cut.bin"
    path.write_bytes((FOLDER / FILE).read_bytes()[:-1000])
    with pytest.raises(KnowledgeError):
        Gazetteer(path)


def test_digests_are_in_order_and_kinds_are_known():
    data = (FOLDER / FILE).read_bytes()
    end = data.find(b"\n", len(MAGIC))
    lengths = json.loads(data[len(MAGIC) : end])["lengths"]
    hashes = np.frombuffer(data, "<u8", lengths["hashes"], end + 1)
    assert (end + 1) % 8 == 0
    assert (hashes[1:] >= hashes[:-1]).all()
    assert set(KINDS) == {load_gazetteer().sense(n).kind for n in range(0, len(load_gazetteer()), 1)}
