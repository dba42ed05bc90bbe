"""PLOVER's types and modes of events, its classes and its contexts, in words for people."""

from __future__ import annotations

import json
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.showing.plain_text import one_line
from onrecord.vocabulary.files import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

# A deed as a noun, by its type, and by type and mode where that has a better word.
DEEDS: Mapping[str, str] = MappingProxyType(
    {
        "AGREE": "Agreement",
        "CONSULT": "Meeting",
        "CONSULT visit": "Visit",
        "CONSULT third-party": "Meeting at a third party’s",
        "CONSULT multilateral": "Multilateral meeting",
        "CONSULT phone": "Talk from afar",
        "SUPPORT": "Support",
        "CONCEDE": "Concession",
        "COOPERATE": "Cooperation",
        "AID": "Aid",
        "RETREAT": "Yielding",
        "RETREAT withdraw": "Withdrawal",
        "RETREAT release": "Release",
        "RETREAT disarm": "Disarmament",
        "RETREAT ceasefire": "Ceasefire",
        "RETREAT access": "Access granted",
        "RETREAT resign": "Resignation",
        "REQUEST": "Demand",
        "REQUEST assist": "Request for help",
        "REQUEST change": "Demand for change",
        "REQUEST yield": "Demand to give way",
        "REQUEST meet": "Request for talks",
        "ACCUSE": "Accusation",
        "ACCUSE disapprove": "Criticism",
        "ACCUSE investigate": "Investigation",
        "ACCUSE allege": "Allegation",
        "REJECT": "Rejection",
        "REJECT assist": "Refusal of help",
        "REJECT change": "Refusal to change",
        "REJECT yield": "Refusal to give way",
        "REJECT meet": "Refusal to meet",
        "THREATEN": "Threat",
        "THREATEN restrict": "Threat of restrictions",
        "THREATEN arrest": "Threat of arrest",
        "THREATEN relations": "Threat to break off",
        "THREATEN expel": "Threat of expulsion",
        "THREATEN territory": "Threat to take land",
        "THREATEN violence": "Threat of violence",
        "PROTEST": "Protest",
        "PROTEST demo": "Demonstration",
        "PROTEST riot": "Riot",
        "PROTEST strike": "Strike",
        "PROTEST hunger": "Hunger strike",
        "PROTEST boycott": "Boycott",
        "PROTEST obstruct": "Blockade",
        "PROTEST vandalize": "Vandalism",
        "SANCTION": "Sanction",
        "SANCTION convict": "Conviction",
        "SANCTION expel": "Expulsion",
        "SANCTION withdraw": "Pulling out",
        "SANCTION discontinue": "Cutting of ties",
        "MOBILIZE": "Mobilization",
        "MOBILIZE troops": "Troops readied",
        "MOBILIZE weapons": "Weapons readied",
        "MOBILIZE police": "Police readied",
        "MOBILIZE militia": "Armed group readied",
        "COERCE": "Coercion",
        "COERCE seize": "Search or seizure",
        "COERCE restrict": "Restriction",
        "COERCE censor": "Censorship",
        "COERCE curfew": "Curfew",
        "COERCE martial-law": "Martial law",
        "COERCE arrest": "Arrest",
        "COERCE deport": "Deportation",
        "COERCE withhold": "Supplies cut off",
        "COERCE misinformation": "Deception",
        "COERCE cyber": "Cyber attack",
        "ASSAULT": "Attack",
        "ASSAULT abduct": "Abduction",
        "ASSAULT beat": "Beating",
        "ASSAULT torture": "Torture",
        "ASSAULT sexual": "Sexual violence",
        "ASSAULT targeted": "Targeted killing",
        "ASSAULT destroy": "Destruction",
        "ASSAULT primitive": "Attack by hand",
        "ASSAULT firearms": "Shooting",
        "ASSAULT explosives": "Bombing",
        "ASSAULT suicide-attack": "Suicide attack",
        "ASSAULT aerial": "Air strike",
        "ASSAULT drone": "Drone attack",
        "ASSAULT heavy-weapons": "Shelling",
        "ASSAULT crowd-control": "Force against a crowd",
        "ASSAULT unconventional": "Unconventional attack",
    }
)
_CONTEXTS = MappingProxyType(
    {
        "cbrn": "nuclear, chemical or biological weapons",
        "lgbt": "LGBTQ people",
        "pro_autocracy": "towards autocracy",
        "pro_democracy": "towards democracy",
        "religion_ethnicity": "religion or ethnicity",
        "rights_freedoms": "rights and freedoms",
    }
)
# What was not simply done; any other status is told as it is.
_STATUSES = MappingProxyType({"actual": ""})


def tell_deed(kind: str, mode: str | None) -> str:
    """A deed as a noun: "Drone attack", "Meeting"."""
    return DEEDS.get(f"{kind} {mode}") or DEEDS.get(kind) or one_line(kind)


def tell_code(kind: str, mode: str | None) -> str:
    """PLOVER's own name for it: "ASSAULT · drone"; "" where the noun is the same."""
    code = " · ".join(filter(None, (one_line(kind), one_line(mode or ""))))
    return "" if code.casefold() == tell_deed(kind, mode).casefold() else code


def tell_status(status: str) -> str:
    """What a deed is where it was not simply done: "planned", "hypothetical", "denied"."""
    return _STATUSES.get(status, one_line(status))


def tell_context(name: str) -> str:
    """What kind of matter it is of: "human rights"."""
    return _CONTEXTS.get(name) or one_line(name.replace("_", " "))


def tell_class(kind: str) -> str:
    """The class of a type: "material conflict"; "" of a type that PLOVER does not have."""
    return _classes().get(kind, "")


@cache
def _classes() -> Mapping[str, str]:
    table = json.loads((FOLDER / "plover.json").read_text("utf-8"))
    return {event["name"]: event["quad_name"] for event in table["events"]}
