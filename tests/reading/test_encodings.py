import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.reading.encodings import check_text, decode

QUOTED = "“We can’t,” she said – the café’s owner, £5 in hand. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac-roman", "utf-16-le"])
def test_the_encoding_of_english_text_is_found(encoding):
    assert decode(QUOTED.encode(encoding)) == QUOTED


def test_a_declared_encoding_is_believed_where_it_is_not_utf8():
    text = "Мэр Ардейла подал в отставку. " * 3
    assert decode(text.encode("koi8-r"), declared="koi8-r") == text


def test_utf8_is_believed_over_a_wrong_declaration():
    assert decode(QUOTED.encode(), declared="iso-8859-1") == QUOTED


@pytest.mark.parametrize("declared", ["rot13", "hex", "punycode", "unicode_escape", "undefined", "no such", "\0", ""])
def test_a_declared_encoding_that_is_none_is_left_aside(declared):
    assert decode(QUOTED.encode("cp1252"), declared=declared) == QUOTED


def test_line_ends_and_white_space_stay():
    assert decode(b"one\r\ntwo\tthree \n\n") == "one\r\ntwo\tthree \n\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 10,
        bytes(range(256)) * 4,
        b"text\0text",
        b"\x1b\x01\x02words of no text",
        b"PK\x03\x04\x14\0",
    ],
)
def test_binary_data_are_refused(data):
    with pytest.raises(Refused) as refused:
        decode(data)
    assert refused.value.reason == "not-text"


def test_damaged_utf8_is_refused_with_its_place_and_remedy():
    damaged = QUOTED.encode()[:-1] + b"\xff" + QUOTED.encode()
    with pytest.raises(Refused, match="damaged character at byte") as refused:
        decode(damaged)
    assert refused.value.remedy == "save it as UTF-8"


def test_damaged_utf8_is_read_where_that_is_allowed():
    assert decode(QUOTED.encode() + b"\xff" + QUOTED.encode(), lenient=True).count("\ufffd") == 1


def test_a_wrong_byte_order_mark_is_refused():
    with pytest.raises(Refused, match="UTF-16"):
        decode(b"\xff\xfeodd")


def test_a_lone_surrogate_is_refused():
    with pytest.raises(Refused) as refused:
        check_text("half \ud800 a character")
    assert refused.value.reason == "not-text"


def test_a_stray_control_character_in_a_long_text_is_let_be():
    check_text("A line of wire copy. " * 100 + "\x07")


def outcome(data):
    try:
        return decode(data)
    except Refused as refused:
        return f"refused: {refused.reason}"


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8")))
def test_text_survives_the_way_through_utf8(text):
    assert outcome(text.encode()) in {text.removeprefix("\ufeff"), "refused: not-text"}


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    outcome(data).encode()
