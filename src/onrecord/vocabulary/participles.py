"""Past forms of verbs: those that end in "-ed", and those that no rule makes."""

from __future__ import annotations

from functools import cache

from onrecord.vocabulary.files import read_table

_NO_VERBS = frozenset({"hundred", "indeed", "sacred", "wicked", "rugged", "naked", "kindred", "red", "bed", "shed"})
_FEWEST = 4  # letters of "used"


def is_past(word: str) -> bool:
    """Whether a lower-case word may be a verb's past form: "indicted", "shot", "taken"."""
    if word in _irregular():
        return True
    return word.endswith("ed") and not word.endswith("eed") and len(word) >= _FEWEST and word not in _NO_VERBS


@cache
def _irregular() -> frozenset[str]:
    table = read_table("irregular.toml") | read_table("roles.toml")["irregular"]
    forms = {form for some in table.values() for form in some}
    return frozenset(form for form in forms if not form.endswith(("ing", "s")))
