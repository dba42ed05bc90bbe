"""Where the vocabulary's files are, and how one is read."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from onrecord.errors import VocabularyError

FOLDER = Path(__file__).parent


def read_table(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """Parse one of the vocabulary's files.

    Raises:
        VocabularyError: the file is missing or is not TOML.
    """
    try:
        return tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except OSError as error:
        raise VocabularyError(f"{name}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{name}: {error}") from error
