"""Where the tables are, how one is read, and the checks that all of them share."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

from onrecord.errors import KnowledgeError

FOLDER = Path(__file__).parent
SOURCES = ("us-executive", "wikidata", "ifg", "unverified")


def read_table(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """Parse one of the tables.

    Raises:
        KnowledgeError: the file is missing or is not TOML.
    """
    try:
        return tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except OSError as error:
        raise KnowledgeError(f"{name}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{name}: {error}") from error


def rows(table: dict[str, Any], key: str, *, where: str) -> list[dict[str, Any]]:
    """The rows under `key`.

    Raises:
        KnowledgeError: there are none, or one is no table.
    """
    found = table.get(key)
    if not isinstance(found, list) or not found or not all(isinstance(row, dict) for row in found):
        raise KnowledgeError(f"{where}: needs rows of [[{key}]]")
    return found


def check_keys(row: dict[str, Any], needed: set[str], *, optional: set[str] | None = None, where: str) -> None:
    """Raise KnowledgeError unless `row` has the keys that it needs and no unknown ones."""
    missing, unknown = needed - row.keys(), row.keys() - needed - (optional or set())
    if missing or unknown:
        told = [f"lacks {', '.join(sorted(missing))}"] if missing else []
        told += [f"has unknown {', '.join(sorted(unknown))}"] if unknown else []
        raise KnowledgeError(f"{where} {' and '.join(told)}")


def check_day(value: object, *, where: str) -> date:
    """`value` as a day; KnowledgeError where it is none."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise KnowledgeError(f"{where}: {value!r} is no day, as 2031-03-05") from error
    if not isinstance(value, date) or isinstance(value, datetime):
        raise KnowledgeError(f"{where}: {value!r} is no day, as 2031-03-05")
    return value


def check_words(value: object, *, where: str) -> tuple[str, ...]:
    """`value` as one or more texts, each once; KnowledgeError where it is none."""
    if not isinstance(value, list) or not value or not all(isinstance(v, str) and v.strip() == v and v for v in value):
        raise KnowledgeError(f"{where} needs one or more texts")
    if len(set(value)) < len(value):
        raise KnowledgeError(f"{where} holds a text twice")
    return tuple(value)


def check_source(value: object, *, where: str) -> str:
    """`value` as the name of a source; KnowledgeError where it is none."""
    if value not in SOURCES:
        raise KnowledgeError(f"{where}: unknown source {value!r}; known are {', '.join(SOURCES)}")
    return str(value)
