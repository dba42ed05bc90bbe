"""PLOVER's sectors: what kind of actor someone is (Halterman et al., PLOVER and POLECAT, 2023)."""

from __future__ import annotations

from types import MappingProxyType

SECTORS = MappingProxyType(
    {
        "COP": "police",
        "GOV": "government",
        "JUD": "judiciary",
        "LEG": "legislature",
        "MIL": "military",
        "PRM": "pro-government militia",
        "PTY": "political party",
        "REB": "rebels",
        "SPY": "state intelligence",
        "UAF": "unidentified armed forces",
        "UNK": "unidentified",
        "AGR": "farming",
        "BUS": "business",
        "CRM": "criminals",
        "CVL": "civilians",
        "EDU": "education",
        "ELI": "former officials and elites",
        "JRN": "media",
        "LAB": "labour",
        "MED": "health",
        "REF": "refugees",
        "OPP": "opposition",
        "PRE": "partially recognised",
        "REL": "religion",
        "SOC": "civil society",
        "IGO": "international organization",
        "UNO": "United Nations",
        "EUR": "European Union",
        "NGO": "non-governmental organization",
        "ISM": "social movement",
        "IMG": "transnational armed group",
        "MNC": "multinational company",
    }
)
