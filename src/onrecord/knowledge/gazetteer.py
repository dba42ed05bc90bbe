"""The gazetteer: names of places, and what they can mean.

One file, opened and never parsed: it is mapped into memory, and only the pages that a lookup touches are read. Names
are kept as 64-bit digests in order, so that all names of an article are looked up at once; among half a million names,
another's digest is met by chance once in 10¹³ lookups. How the file is made is told in `training/gazetteer`.
"""

from __future__ import annotations

import json
import mmap
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.errors import KnowledgeError
from onrecord.knowledge.files import FOLDER
from onrecord.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

FILE = "gazetteer.bin"
MAGIC = b"onrecord gazetteer 1\n"
KINDS = ("country", "region", "capital", "town", "area", "water", "mountain", "site")
NAMED = ("name", "alias", "adjective", "people")  # how a name names its place
COLUMNS = {  # in the file's order, the widest first, so that all are aligned; `names` holds UTF-8, all else numbers
    "hashes": "<u8",  # of folded names, ascending
    "targets": "<u4",  # of each: the place's number, times four, plus the index in NAMED
    "ids": "<i4",  # GeoNames ids, 0 for none
    "points": "<i4",  # latitude and longitude in 1/10,000 degree, one after the other
    "name_ends": "<u4",
    "regions": "<u2",  # the number of the first-level region, 65535 for none
    "sizes": "u1",  # eight times the base-2 logarithm of the population
    "kinds": "u1",  # index in KINDS
    "noted": "u1",  # 1 for what our own table names
    "countries": "u1",  # index in the header's list, 255 for none
    "names": "u1",
}
NO_COUNTRY, NO_REGION = 255, 65535
_PER_DEGREE = 10_000
_PER_DOUBLING = 8
_REMEDY = "install onrecord again"


@dataclass(frozen=True, slots=True)
class Sense:
    """One place that a name can mean.

    Attributes:
        number: the place's, in the file; stable within one file only.
        named: one of NAMED: how the name names it.
        name: what English calls the place.
        kind: one of KINDS.
        geonames: the id, or None.
        country: ISO 3166 alpha-3, or None for seas, continents and what lies in several.
        noted: our own table names it, because news does.
        region: the number of its first-level region, or None.
        lat, lon: degrees.
        population: to within a tenth; 0 where none is known.
    """

    number: int
    named: str
    name: str
    kind: str
    noted: bool
    geonames: int | None
    country: str | None
    region: int | None
    lat: float
    lon: float
    population: int


def digest(folded: str) -> int:
    """The 64-bit digest of a folded name."""
    return int.from_bytes(blake2b(folded.encode("utf8", "replace"), digest_size=8).digest(), "little")


class Gazetteer:
    """A gazetteer file, opened; safe to use from several threads.

    Raises:
        KnowledgeError: the file is missing, or is no gazetteer of this version.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise KnowledgeError(f"{path.name} cannot be opened ({error}); {_REMEDY}") from error
        try:
            header, start = _header(mapped)
            self._countries: Sequence[str] = header["countries"]
            columns: dict[str, NDArray[Any]] = {}
            for column, kind in COLUMNS.items():
                columns[column] = np.frombuffer(mapped, kind, header["lengths"][column], start)
                start += columns[column].nbytes
            is_whole = start == len(mapped)
        except (ValueError, KeyError, TypeError) as error:
            raise KnowledgeError(f"{path.name} is no gazetteer of this version ({error}); {_REMEDY}") from error
        count = len(columns["ids"])
        if (
            not is_whole
            or len(columns["hashes"]) != len(columns["targets"])
            or len(columns["points"]) != 2 * count
            or any(len(columns[c]) != count for c in ("sizes", "kinds", "noted", "countries", "regions", "name_ends"))
        ):
            raise KnowledgeError(f"{path.name} is cut off or damaged; {_REMEDY}")
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns["ids"])

    def find(self, names: Iterable[str]) -> dict[str, tuple[Sense, ...]]:
        """What each of some names can mean; names that mean nothing are left out.

        Args:
            names: in any writing; each is folded.
        """
        folded = {name: fold(name) for name in names}
        known = sorted({key for key in folded.values() if key})
        digests = np.array([digest(key) for key in known], dtype=np.uint64)
        hashes = self._columns["hashes"]
        firsts, lasts = np.searchsorted(hashes, digests, "left"), np.searchsorted(hashes, digests, "right")
        found: dict[str, tuple[Sense, ...]] = {}
        for key, first, last in zip(known, firsts.tolist(), lasts.tolist(), strict=True):
            if first < last:
                targets = self._columns["targets"][first:last].tolist()
                found[key] = tuple(self.sense(target >> 2, NAMED[target & 3]) for target in targets)
        return {name: found[key] for name, key in folded.items() if key in found}

    def region_name(self, sense: Sense) -> str | None:
        """What English calls the first-level region that a place lies in, or is; None where none is known."""
        number = sense.number if sense.kind == "region" else sense.region
        return None if number is None else self.sense(number).name

    def sense(self, number: int, named: str = "name") -> Sense:
        """The place with a number."""
        columns = self._columns
        country, region = int(columns["countries"][number]), int(columns["regions"][number])
        start = int(columns["name_ends"][number - 1]) if number else 0
        size = int(columns["sizes"][number])
        return Sense(
            number=number,
            named=named,
            name=columns["names"][start : int(columns["name_ends"][number])].tobytes().decode("utf8"),
            kind=KINDS[int(columns["kinds"][number])],
            noted=bool(columns["noted"][number]),
            geonames=int(columns["ids"][number]) or None,
            country=None if country == NO_COUNTRY else self._countries[country],
            region=None if region == NO_REGION else region,
            lat=int(columns["points"][2 * number]) / _PER_DEGREE,
            lon=int(columns["points"][2 * number + 1]) / _PER_DEGREE,
            population=round(2 ** (size / _PER_DOUBLING)) if size else 0,
        )


def _header(mapped: mmap.mmap) -> tuple[dict[str, Any], int]:
    """The header, and where the columns begin."""
    if mapped[: len(MAGIC)] != MAGIC:
        raise ValueError("another beginning")
    end = mapped.find(b"\n", len(MAGIC))
    header = json.loads(mapped[len(MAGIC) : end])
    if not isinstance(header, dict):
        raise TypeError("no header")
    return header, end + 1


@cache
def load_gazetteer() -> Gazetteer:
    """The package's gazetteer, opened once a process."""
    return Gazetteer(FOLDER / FILE)
