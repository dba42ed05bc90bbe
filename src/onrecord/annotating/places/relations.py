"""Relations: words before a name that say what is meant lies not at the place, but near, off or south of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotating.places.uses import LITERAL
from onrecord.spans import Span
from onrecord.vocabulary.directions import POINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotating.places.resolving import Resolved
    from onrecord.tokens import Tokens

_REACH = 70  # characters before a name: "about 20 kilometers (12 miles) southwest of the embattled town of "
_STATES = ("country", "capital")  # "officials close to Iran" are not there
_LANDS = ("country", "region", "area")
_UNIT = r"(?:km|kms|kilomet(?:er|re)s?|(?:nautical )?miles?|mi|m|met(?:er|re)s?|yards?|feet)"
_COUNT = (
    r"(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|(?:a )?dozen|twenty|thirty|forty|fifty|"
    r"an?|a hundred|half an?|a few|several|dozens of|hundreds of|a couple of)"
)
_SOME = (
    r"(?:about|around|roughly|some|nearly|almost|approximately|just|only|barely|within|under|over|at least|"
    r"(?:less|more) than)"
)
_ASIDE = rf"(?:\s\(\d+(?:[.,]\d+)?[\s-]?{_UNIT}\)|,?\sor\s\d+(?:[.,]\d+)?\s{_UNIT},?)"
_DISTANCE = rf"(?:{_SOME}\s)?{_COUNT}[\s-]?{_UNIT}{_ASIDE}?"
_DRIVE = (
    r"(?:an?\s)?(?:an?|\d+|one|two|three|several)[\s-](?:hours?|minutes?)['’]?[\s-](?:drive|walk|ride|journey|flight)"
)
_COMPASS = (
    r"(?:(?:just|due|directly|immediately|further|farther)\s)?(?:to\sthe\s)?"
    rf"(?:(?:north|south)[\s-]?)?(?:{'|'.join(sorted(POINTS))})\s(?:of|from)"
)
_AWAY = rf"(?:{_COMPASS}|(?:away\s|(?:up|down)(?:\s?river|stream)\s)?from|short\sof|outside(?:\sof)?|off)"
_SIDE = (
    r"near(?:\sto)?|(?P<close>close\sto)|next\sto|adjacent\sto|(?:just\s)?outside(?:\sof)?|"
    r"(?:on|at|in)\sthe\s(?:\w+\s)?(?:outskirts|edges?|approaches|fringes|suburbs|vicinity)\s(?:of|to)|"
    r"(?:up|down)stream\s(?:of|from)|across\sthe\s(?:border|river|strait)\sfrom|in\s(?:the\s)?waters\soff|"
    r"(?:on|along|at|across|near)\sthe\s(?:\w+\s)?(?:border|frontier)\swith|on\sthe\s(?:\w+\s)?road\sto|"
    r"off\sthe\s(?:[\w-]+\s)?(?:coasts?|coastline|shores?|tip)\sof"
)
_NOUN = r"(?:city|town|village|settlement|hamlet|port|capital|island|district|suburb|province|region|coast|border)"
_RELATION = re.compile(
    rf"\b(?P<words>{_DISTANCE}\s{_AWAY}|{_DRIVE}\s(?:away\s)?from|(?<!\bthe\s){_COMPASS}|{_SIDE}|(?P<off>off)|between)\s"
    rf"(?:the\s)?(?:(?:[\w'’-]+\s){{0,4}}?{_NOUN}\sof\s(?:the\s)?)?$",
    re.IGNORECASE,
)
# "cut off Gaza": what makes "off" a part of the verb.
_VERB = re.compile(
    r"\b(?:cut\w*|seal\w*|clos\w+|block\w*|set\w*|wall\w*|fenc\w+|call\w*|kick\w*|pay\w*|paid|tak\w+|took|fend\w*|"
    r"stav\w+|ward\w*|f[io]+ught|fight\w*|hold\w*|held|split\w*|br[eo]+a?k\w*|writ\w+|wrote|drop\w*|turn\w*|shut\w*|"
    r"dr[io]v\w+|mark\w*|carv\w+|sell\w*|sold|tip\w*|finish\w*|kill\w*|show\w*|put\w*|spin\w*|spun|play\w*|rip\w*)\s$",
    re.IGNORECASE,
)
_SIDE_OF = re.compile(r"to\sthe\s\S+\sof\Z", re.IGNORECASE)
_EDGE = re.compile(r"(?:['’]s)?\s(?:[\w-]+\s)?(?:border|frontier|coast|coastline|shores?)\b")
_POSSESSIVE = re.compile(r"['’]s\b")
_OWNED = re.compile(rf"\s(?:[\w-]+\s)?{_NOUN}\sof\b")
_AND = re.compile(r"\sand\s(?:the\s)?")


def find_relations(text: str, resolved: Sequence[Resolved], uses: Sequence[str], tokens: Tokens) -> list[Span | None]:
    """For each toponym the words that say how what is meant lies to it; None for those that are no literal places."""
    found: list[Span | None] = []
    pair, paired = None, 0  # the "between" before a toponym, and where that toponym ends
    for one, use in zip(resolved, uses, strict=True):
        start, end = int(tokens.starts[one.toponym.first]), int(tokens.ends[one.toponym.last - 1])
        relation = None
        if use == LITERAL:
            relation = pair if pair and _AND.fullmatch(text, paired, start) else _relation(text, one, start, end)
        is_first = relation is not None and relation is not pair and relation.surface.lower() == "between"
        pair, paired = (relation, end) if is_first else (None, 0)
        found.append(relation)
    return found


def _relation(text: str, one: Resolved, start: int, end: int) -> Span | None:
    """The words right before a toponym."""
    match = _RELATION.search(text, max(0, start - _REACH, text.rfind("\n", 0, start) + 1), start)
    if match is None or not _is_meant(text, one, end):
        return None
    kind = one.sense.kind if one.sense else ""
    if match["close"] and kind in _STATES:
        return None
    if kind in _LANDS and _SIDE_OF.search(match["words"]):
        return None  # "a holiday to the south of France" leads into it
    if match["off"] and (kind not in _LANDS or _VERB.search(text, max(0, match.start() - _REACH), match.start())):
        return None
    return Span.of(text, match.start("words"), match.end("words"))


def _is_meant(text: str, one: Resolved, end: int) -> bool:
    """Whether the words are said of the place itself or of its border, not "near the Ukrainian town" or "near Hama's".

    In "near the West Bank city of Ramallah" they are said of Ramallah.
    """
    if one.toponym.is_adjective or _POSSESSIVE.match(text, end):
        return _EDGE.match(text, end) is not None
    return not one.toponym.is_embedded and _OWNED.match(text, end) is None
