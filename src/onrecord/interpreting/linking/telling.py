"""What names tell besides whom they mean: of which country an article speaks, and the name behind a description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chains import PRONOUN
from onrecord.knowledge.entries import Body, Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import Chain

_AMERICAN = frozenset({"Democrat", "Democrats", "Republican", "Republicans", "GOP"})
_PERSONAL = frozenset("he him himself his she herself".split())  # "her" is said of countries too
_SMALL = frozenset("of the and for in on to de la du des del al y et für da do dos".split())


def named_behind(name: str) -> str:
    """The name behind what a body is: "ECOWAS" of "West African bloc ECOWAS"; empty where there is none."""
    words = name.split()
    nouns = [i for i, word in enumerate(words) if word.islower() and word not in _SMALL]
    behind = words[nouns[-1] + 1 :] if nouns else []
    return " ".join(behind) if behind and behind[0][0].isupper() else ""


def speaks_of_american_parties(words: Sequence[str]) -> bool:
    """Whether Democrats or Republicans are spoken of who are not Free Democrats or Sweden's."""
    return any(
        word in _AMERICAN and not (at and words[at - 1][0].isupper() and words[at - 1] not in ("The", "A", "No"))
        for at, word in enumerate(words)
    )


def tells_country(entry: Person | Body) -> bool:
    """Whether an entry tells what country an article is about: a newspaper that it cites does not."""
    return isinstance(entry, Person) or entry.type not in ("media", "company", "igo", "ngo")


def is_someone(chain: Chain) -> bool:
    """Whether a pronoun of a single person means a chain: Chad, who sold his truck, is no country."""
    return any(mention.form == PRONOUN and mention.words[0] in _PERSONAL for mention in chain.mentions)
