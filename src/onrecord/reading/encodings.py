"""Bytes to text: byte-order mark, UTF-8, the declared encoding, then the likeliest one. Binary data are refused."""

from __future__ import annotations

import codecs
import logging
import re

from onrecord.errors import Refused

logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())

_BOMS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.001  # a stray form of old wire copy may stay; more is binary
_MAX_REPLACED_SHARE = 0.01
# In an English text the bytes above ASCII are mostly quotation marks and dashes; the encoding that makes them so is it.
_TYPOGRAPHIC = frozenset("“”‘’–—…•£€©®°½éèêëáàâäãåçíìîïñóòôöõøúùûüšž\xa0\xad")
_WESTERN = ("cp1252", "mac-roman", "cp850")
_MOST_HIGH = 0.1
# Python knows others that are no web encodings, and some that take the square of the text's length (punycode).
_TEXT_ENCODING = re.compile(r"iso8859|cp\d|koi8|mac|big5|gb|euc|shift_jis|utf-(?:8|16|32)|iso2022|tis-620|johab|hz")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAVE_AS_UTF8 = "save it as UTF-8"
_NO_BINARY = "give plain text, HTML, JSON or PDF"


def decode(data: bytes, *, declared: str | None = None, lenient: bool = False) -> str:
    """The text that `data` holds, without its byte-order mark.

    Args:
        data: a whole file or answer.
        declared: the encoding that its sender names.
        lenient: put U+FFFD for a few damaged bytes; else they are refused.

    Raises:
        Refused: not-text.
    """
    encoding = next(((name, len(bom)) for bom, name in _BOMS if data.startswith(bom)), None)
    if encoding:
        name, skip = encoding
        try:
            text = data[skip:].decode(name, "replace" if lenient else "strict")
        except UnicodeDecodeError:
            raise Refused("not-text", f"the text is damaged: it is marked as {name[:6].upper()} but is not") from None
    else:
        text = _decode_unmarked(data, declared, lenient=lenient)
    check_text(text)
    return text


def check_text(text: str) -> None:
    """Raise Refused (not-text) where `text` holds binary data or code points that no encoding can write."""
    if "\0" in text:
        raise Refused("not-text", "the input is binary data, not text", remedy=_NO_BINARY)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refused(
            "not-text", "the text holds half a character (a lone surrogate)", remedy="write it anew from its source"
        ) from None
    if len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise Refused("not-text", "the input is binary data, not text", remedy=_NO_BINARY)
    if text.count("\ufffd") > max(1, _MAX_REPLACED_SHARE * len(text)):
        raise Refused("not-text", "the text was decoded with the wrong encoding", remedy=_SAVE_AS_UTF8)


def _decode_unmarked(data: bytes, declared: str | None, *, lenient: bool) -> str:
    if unmarked := _guess_utf16(data[:2_000]):
        declared = unmarked
    try:
        if unmarked:
            return data.decode(unmarked)
        return data.decode()
    except UnicodeDecodeError as error:
        damaged = error.start
    name = _python_name(declared)
    if name and name != "utf-8":
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            pass
    if _is_binary(data):
        raise Refused("not-text", "the input is binary data, not text", remedy=_NO_BINARY)
    if _is_mostly_utf8(data):
        if lenient:
            return data.decode(errors="replace")
        raise Refused("not-text", f"the text is UTF-8 with a damaged character at byte {damaged}", remedy=_SAVE_AS_UTF8)
    text = _decode_likeliest(data)
    if text is None:
        raise Refused("not-text", "no known encoding reads the text", remedy=_SAVE_AS_UTF8)
    return text


def _python_name(declared: str | None) -> str | None:
    """Python's name of a declared text encoding; what browsers read as windows-1252 is read so, too."""
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    if name in {"iso8859-1", "ascii"}:
        return "cp1252"
    return name if _TEXT_ENCODING.match(name) else None


def _guess_utf16(sample: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of a Western text is NUL."""
    half = len(sample) // 2
    evens, odds = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    if half >= 4 and max(evens, odds) >= 0.8 * half and not min(evens, odds):
        return "utf-16-be" if evens else "utf-16-le"
    return None


def _is_binary(data: bytes) -> bool:
    """Whether control bytes show that `data` is no text in an encoding that keeps ASCII."""
    sample = data[:100_000]
    control = len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", sample))
    return b"\0" in sample or control > max(1, 0.01 * len(sample))


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether far more characters above ASCII are whole UTF-8 sequences than damaged bytes."""
    text = data.decode(errors="replace")
    damaged = text.count("\ufffd")
    whole = len(re.findall(r"[^\x00-\x7f]", text)) - damaged
    return whole > 2 * damaged


def _decode_likeliest(data: bytes) -> str | None:
    high_bytes = len(_HIGH.findall(data))
    if high_bytes <= _MOST_HIGH * len(data):
        best: tuple[int, str] | None = None
        for name in _WESTERN:
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                continue
            score = sum(text.count(character) for character in _TYPOGRAPHIC)
            if best is None or score > best[0]:
                best = (score, text)
        if best and best[0] * 2 >= high_bytes:
            return best[1]
    return _ask_detector(data)


def _ask_detector(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    # a detector is as sure of 100 kB as of all; the whole must decode with what it found
    guess = from_bytes(data[:100_000]).best()
    if guess is None:
        return None
    try:
        return data.decode(guess.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
