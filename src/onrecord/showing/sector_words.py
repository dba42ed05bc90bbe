"""PLOVER's sectors in words: what is said of a body, and what of a person in it."""

from __future__ import annotations

from types import MappingProxyType

from onrecord.vocabulary.sectors import SECTORS

_BODIES = MappingProxyType(
    {
        "UNK": "",
        "UAF": "armed people of no known side",
        "CRM": "criminal group",
        "REL": "religious body",
        "UNO": "part of the United Nations",
        "EUR": "part of the European Union",
    }
)
# A person is none of these, but in one: "government" beside a name would be laughed at.
_PEOPLE = MappingProxyType(
    {
        "COP": "in the police",
        "GOV": "in government",
        "JUD": "in the judiciary",
        "LEG": "in a legislature",
        "MIL": "in the military",
        "PRM": "in a pro-government militia",
        "PTY": "in a political party",
        "REB": "with rebels",
        "SPY": "in state intelligence",
        "UAF": "armed, of no known side",
        "UNK": "",
        "AGR": "in farming",
        "BUS": "in business",
        "CRM": "linked with crime",
        "CVL": "civilian",
        "EDU": "in education",
        "ELI": "former official or one of the elite",
        "JRN": "in the media",
        "LAB": "in labour",
        "MED": "in health",
        "REF": "refugee",
        "OPP": "in the opposition",
        "PRE": "in a partially recognised state",
        "REL": "in religion",
        "SOC": "in civil society",
        "IGO": "in an international organization",
        "UNO": "with the United Nations",
        "EUR": "with the European Union",
        "NGO": "in a non-governmental organization",
        "ISM": "in a social movement",
        "IMG": "in a transnational armed group",
        "MNC": "in a multinational company",
    }
)


def tell_sector(code: str | None, *, is_person: bool) -> str:
    """A sector beside a name: "political party", of a person "in a political party"; "" where it says nothing."""
    if not code:
        return ""
    words = _PEOPLE if is_person else _BODIES
    return words.get(code, SECTORS.get(code, ""))
