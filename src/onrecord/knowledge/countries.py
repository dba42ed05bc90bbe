"""What countries are called: short English names by ISO 3166 alpha-3 code."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from onrecord.errors import KnowledgeError
from onrecord.knowledge.files import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE = "countries.toml"
_CODE = re.compile(r"[A-Z]{3}")


@cache
def load_country_names() -> Mapping[str, str]:
    """The short English name of every country and territory that has a code ("UKR": "Ukraine").

    Raises:
        KnowledgeError: the table is missing, or a row is not as it should be.
    """
    return MappingProxyType(parse_country_names(read_table(_TABLE), name=_TABLE))


def parse_country_names(table: Mapping[str, Any], *, name: str) -> dict[str, str]:
    """Check the rows of a table.

    Raises:
        KnowledgeError: a code is not three capital letters, a name is no text, or two codes have one name.
    """
    for code, country in table.items():
        if not _CODE.fullmatch(code):
            raise KnowledgeError(f"{name}: {code!r} is no ISO 3166 alpha-3 code")
        if not isinstance(country, str) or not country or country != country.strip():
            raise KnowledgeError(f"{name}: {code} needs a name")
    if len(set(table.values())) < len(table):
        raise KnowledgeError(f"{name}: two codes have one name")
    return dict(table)
