import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge.countries import load_country_names, parse_country_names


@pytest.mark.parametrize(
    ("code", "name"),
    [("UKR", "Ukraine"), ("USA", "United States"), ("COD", "Democratic Republic of the Congo"), ("XKX", "Kosovo")],
)
def test_countries_have_short_names(code, name):
    assert load_country_names()[code] == name


def test_every_iso_code_has_a_name():
    assert len(load_country_names()) == 250  # the 249 of ISO 3166, and Kosovo


@pytest.mark.parametrize(
    "table", [{"ukr": "Ukraine"}, {"UKR": ""}, {"UKR": " Ukraine"}, {"UKR": 3}, {"UKR": "Ukraine", "UKX": "Ukraine"}]
)
def test_a_faulty_row_is_refused(table):
    with pytest.raises(KnowledgeError, match=r"t\.toml"):
        parse_country_names(table, name="t.toml")
