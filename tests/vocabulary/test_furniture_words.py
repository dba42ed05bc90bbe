import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary import furniture
from onrecord.vocabulary.furniture import furniture_words

TABLE = {
    "begins": ["Read more", "©"],
    "stamps": ["Copyright"],
    "ends": ["Hide (Caption)"],
    "ends_like": [r"\d+ of \d+"],
}


def read(monkeypatch, table):
    """The words of a table in place of the package's own."""
    monkeypatch.setattr(furniture, "read_table", lambda name: table)
    return furniture_words.__wrapped__()


def test_a_beginning_stands_at_the_line_s_first_word(monkeypatch):
    begins = read(monkeypatch, TABLE).begins
    assert (bool(begins.match("Read more now")), bool(begins.match("To Read more"))) == (True, False)


def test_a_beginning_is_no_part_of_a_longer_word(monkeypatch):
    assert not read(monkeypatch, TABLE).begins.match("Read moreover")


def test_an_end_stands_at_the_line_s_last_word(monkeypatch):
    ends = read(monkeypatch, TABLE).ends
    assert (bool(ends.search("A crane Hide (Caption)")), bool(ends.search("Hide (Caption) of it"))) == (True, False)


def test_an_end_is_no_part_of_a_longer_word(monkeypatch):
    assert not read(monkeypatch, TABLE).ends.search("unHide (Caption)")


def test_marks_in_an_end_mean_themselves(monkeypatch):
    assert not read(monkeypatch, TABLE).ends.search("Hide Caption")


def test_an_expression_may_end_a_line(monkeypatch):
    assert read(monkeypatch, TABLE).ends.search("A crane 3 of 12")


def test_the_package_s_table_is_whole():
    assert furniture_words().begins.match("Copyright 2031")


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ({"begins": "Read more"}, "begins is no list of words"),
        ({"begins": [7]}, "begins is no list of words"),
        ({"ends": ["Read more "]}, "ends is no list of words"),
        ({"ends": ["Read more", "Read more"]}, "ends: Read more stands there twice"),
        ({"ends_like": ["(Photo"]}, "ends_like: "),
        ({"middles": []}, "missing or unknown: middles"),
    ],
)
def test_a_fault_in_the_table_is_named(monkeypatch, fault, message):
    with pytest.raises(VocabularyError, match=f"furniture.toml: {message}"):
        read(monkeypatch, TABLE | fault)


@pytest.mark.parametrize("key", TABLE)
def test_a_missing_list_is_named(monkeypatch, key):
    with pytest.raises(VocabularyError, match=f"missing or unknown: {key}"):
        read(monkeypatch, {name: words for name, words in TABLE.items() if name != key})


def test_the_order_of_the_lists_does_not_matter(monkeypatch):
    assert read(monkeypatch, dict(reversed(TABLE.items()))).begins.match("Read more now")


@pytest.mark.parametrize("key", TABLE)
def test_an_empty_list_is_refused(monkeypatch, key):
    with pytest.raises(VocabularyError, match=f"{key} is empty"):
        read(monkeypatch, TABLE | {key: []})


def test_a_stamp_has_no_small_letter_after_it(monkeypatch):
    begins = read(monkeypatch, TABLE).begins
    assert (bool(begins.match("Copyright 2031 Lind")), bool(begins.match("Copyright lawyers said"))) == (True, False)
