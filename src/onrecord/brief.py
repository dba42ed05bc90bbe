"""Text cut short, for one line."""

from __future__ import annotations

_MARKS = ("'", '"', "‘", "“", "„", "«")


def shortened(text: str, length: int) -> str:
    """`text`, cut after a word with "…" where it has more than `length` characters."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    whole_words, _, _ = cut.rpartition(" ")
    return (whole_words if len(whole_words) > length // 2 else cut).rstrip(" ,;:…") + "…"


def brief(text: str, length: int = 60) -> str:
    """`text` on one line of at most some `length` characters; what cannot be seen is written as an escape."""
    # An article may have a megabyte; what is read of it here is enough for a line, also where it begins with spaces.
    line = " ".join(text[: 20 * length].split())
    return _visible(shortened(line if len(text) <= 20 * length else f"{line} …", length))


def quoted(text: str) -> str:
    """The same in quotation marks, unless it begins with some of its own."""
    line = brief(text)
    return line if line.startswith(_MARKS) else f'"{line}"'


def shown(told: str) -> str:
    """What an object shows of itself, on one line: "<Time t1 Monday: 2031-03-03>"."""
    return f"<{_visible(' '.join(told.split()))}>"


def _visible(line: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in line)


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 entity", "2 entities", "0 mentions"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
