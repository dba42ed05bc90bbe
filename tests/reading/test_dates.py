import pytest

from onrecord.reading.dates import check_date, date_in_address, normalize_date


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2031", "2031"),
        (2031, "2031"),
        ("2031-03", "2031-03"),
        ("2031-03-05", "2031-03-05"),
        ("20310305", "2031-03-05"),
        (" 2031-03-05T10:00 ", "2031-03-05T10:00"),
        ("2031-03-05 10:00:07", "2031-03-05T10:00:07"),
        ("2031-03-05T10:00:07.123Z", "2031-03-05T10:00:07.123Z"),
        ("2031-03-05T10:00:07+0100", "2031-03-05T10:00:07+01:00"),
        ("2031-03-05T10:00:07 UTC", "2031-03-05T10:00:07Z"),
        ("2031-03-05T10:00:07-05", "2031-03-05T10:00:07-05:00"),
        ("March 5, 2031", "2031-03-05"),
        ("Wednesday, 5 March 2031", "2031-03-05"),
        ("5th Sept 2031", "2031-09-05"),
        ("Wed, 05 Mar 2031 10:00:07 GMT", "2031-03-05T10:00:07Z"),
        ("Wed, 05 Mar 2031 10:00:07 -0500", "2031-03-05T10:00:07-05:00"),
    ],
)
def test_a_clear_date_keeps_its_precision_in_iso_form(written, meant):
    assert normalize_date(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "2031-02-30",
        "2031-13",
        "0001-01-01",
        "02/03/2031",
        "2031-03-05T25:00",
        "2031-03-05T10:00+99:00",
        "Wed, 99 Mar 2031 10:00:07 GMT",
        "٢٠٣١",
        "1" * 5_000,
        None,
        1.5,
        True,
        99_999_999_999,
        [],
        {},
        float("nan"),
    ],
)
def test_nonsense_is_no_date(written):
    assert normalize_date(written) is None


def test_a_normalized_date_stays_as_it_is():
    assert normalize_date(normalize_date("2031-03-05 10:00:07.5+0100")) == "2031-03-05T10:00:07.5+01:00"


def test_a_given_date_must_be_iso():
    with pytest.raises(ValueError, match="write YYYY-MM-DD"):
        check_date("5 March 2031")


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://gazette.example/2031/03/05/ferry.html", "2031-03-05"),
        ("https://gazette.example/news/2031-03-05/ferry", "2031-03-05"),
        ("https://gazette.example/2031/mar/05/ferry", "2031-03-05"),
        ("https://gazette.example/story/2031/3/5/ferry/77/", "2031-03-05"),
        ("https://gazette.example/20310305/ferry", "2031-03-05"),
    ],
)
def test_an_address_files_an_article_under_a_day(address, day):
    assert date_in_address(address) == day


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "https://gazette.example/ferry-2031-03-05",
        "https://gazette.example/2031/03/ferry",
        "https://gazette.example/2031/02/30/ferry",
        "https://gazette.example/ferry?on=/2031/03/05/",
        "https://archive.example/2032/01/01/https://gazette.example/2031/03/05/ferry",
        "https://gazette.example/12031/03/05/ferry",
        "https://[gazette.example/2031/03/05/ferry",
    ],
)
def test_an_address_without_one_clear_folder_of_a_day_has_none(address):
    assert date_in_address(address) is None
