"""Heads of state and government as leaders_factbook.json has them: since when, and while which editions show them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FILE = "leaders_factbook.json"
UNTIL = "2026-01-22"  # later editions are copies of the one of this day

OFFICE = (
    r"(?:President of the (?:Islamic Republic of Afghanistan|Republic|Swiss Confederation"
    r"|Government(?: of Spain)?(?: or (?:Acting )?Prime Minister)?)|President of (?:French Polynesia|Council of Ministers)"
    r"|State Affairs Commission (?:President|Chairman)|Chair(?:man|person) of the (?:Council of Ministers|Cabinet of "
    r"Ministers)|(?:Presidential Leadership Council Chairperson|Chairperson, Presidential (?:Leadership )?Council"
    r"|(?:Chairman|President), Presidential Council,)|Sovereign Council Chair and Commander-in-Chief of the Sudanese Armed "
    r"Forces|President of the National Council for (?:the )?Safeguard(?:ing)? of the Homeland|(?:King|Sultan) and Prime "
    r"(?:Minister)?|(?:Crown Prince and )?Prime [Mm]inister(?: and (?:Foreign Minister|Minister of Interior))?"
    r"|Supreme Leader|Taliban Leader|[Pp]resident|prime minister|Premier|Chancellor|Taoiseach|King|Queen|Emperor|Sultan"
    r"|Amir|Pope|Prince|Grand Duke|Head of Government|Chief Executive|Chief Minister|Minister of State|Governor)"
)
MANNER = r"(?:Acting|Interim|Caretaker|[Tt]ransitional|Transition|GNU|CNSP|Executive)"
RANK = (
    r"(?:Sheikh|Sir|Dr\.|(?:Sr\.|Lt\.|Maj\.|Brig\.)? ?Gen\.|(?:Lt\. )?Col\.|Capt\.?|General|Ratu|Tan Sri|Crown Prince"
    r"|Sultan|Cardinal|Archbishop|Mr\.|Ms\.?|Mrs\.)"
)
ROW = re.compile(rf"(?P<manner>(?:{MANNER} )*)(?P<title>{OFFICE}) (?:{RANK} )*(?P<name>.+)")
OTHERS = re.compile(r"Vice|Deputy|represent|note|[Dd]esignate|[Ee]lect\b|vacant", re.IGNORECASE)
SMALL = {"bin", "bint", "al", "el", "ibn", "dos", "das", "de", "do", "da", "del", "della", "la", "e", "y", "von", "van"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a leader, not of a deputy.

    Attributes:
        code: the Factbook's own for the country, in capitals.
        role: "state" or "government".
        title: without "Acting"; empty where the row has a name only.
        name: in name case.
        surnames: the words that the row has in capitals, in lower case.
        since: ISO date at the precision known.
        seen: the first edition that shows it, and the last.
    """

    code: str
    role: str
    title: str
    acting: bool
    name: str
    surnames: tuple[str, ...]
    since: str
    seen: tuple[str, str]
    line: int

    @property
    def source(self) -> str:
        """File and number of the row, from 1."""
        return f"{FILE}:{self.line}"


def name_case(word: str) -> str:
    """A word of a name as it is printed: `McCAIN`, `AL-ABADI` and `O'NEILL` have more than one capital."""
    if not any(letter.isupper() for letter in word[1:]):
        return word
    low = word.lower()
    if low in SMALL:
        return low
    if low.startswith("mc") and len(low) > 3:
        return "Mc" + low[2:].capitalize()
    if re.fullmatch(r"[IVX]+", word):
        return word
    parts = re.split(r"([-'’])", low)
    return "".join(
        part if part in SMALL and index == 0 else part[:1].upper() + part[1:] for index, part in enumerate(parts)
    )


def clean_name(text: str) -> str:
    """The name alone: no note, rank, nickname in quotes or second spelling."""
    text = re.split(
        r", also|,? aka | - |,? (?:Jr|Sr)\b|, (?:Dr|Gen|Lt|Maj|Adm)\b| in caretaker| serving| elected|\[|\(", text
    )[0]
    text = re.sub(r'\s*"[^"]*"', "", text)
    return " ".join(name_case(word) for word in text.replace("’", "'").split()).strip(" ,")


def date_in(text: str) -> str:
    """The first date of a text ("6 June 2018 and reappointed"), at its precision; empty where there is none."""
    text = text.replace("\xa0", " ").strip()
    for pattern, printed in ((r"\d{1,2} [A-Z][a-z]+ ?\d{4}", "%Y-%m-%d"), (r"^[A-Z][a-z]+ \d{4}", "%Y-%m")):
        found = re.search(pattern, text)
        if found:
            words = re.sub(r"(?<=[a-z])(?=\d)", " ", found[0])
            for form in ("%d %B %Y", "%d %b %Y", "%B %Y"):
                try:
                    return datetime.strptime(words, form).strftime(printed)  # noqa: DTZ007 - a day, no time
                except ValueError:
                    continue
    return text if re.fullmatch(r"\d{4}", text) else ""


def read_entries(folder: Path) -> Iterator[Entry]:
    """The rows of leaders, in the order of the file."""
    rows = json.loads((folder / FILE).read_text(encoding="utf-8"))
    for number, (code, role, text, since, first, last, _) in enumerate(rows, 1):
        entry = read_entry(code, role, text, since, (first, last), number)
        if entry:
            yield entry


def read_entry(code: str, role: str, text: str, since: str, seen: tuple[str, str], number: int) -> Entry | None:
    """One row; None where it is no leader's."""
    text = " ".join(text.replace("\xa0", " ").split())
    if OTHERS.search(text):
        return None
    found = ROW.fullmatch(text)
    manner, title, name = (found["manner"], found["title"], found["name"]) if found else ("", "", text)
    surnames = re.findall(r"\b[^\W\d_a-zß-ÿ]{2,}(?:['’-][^\W\d_a-zß-ÿ]+)*\b", name)
    clean = clean_name(name)
    if not clean or (not surnames and not found):
        return None
    return Entry(
        code.upper(),
        "state" if role == "HOS" else "government",
        title,
        "cting" in manner or "nterim" in manner,
        clean,
        tuple(word.lower() for word in surnames),
        date_in(since),
        seen,
        number,
    )
