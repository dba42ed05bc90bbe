"""Who: the article's people, bodies and governments, each once, with what is known of them on its date."""

from __future__ import annotations

import re
from calendar import month_name
from typing import TYPE_CHECKING

from onrecord.brief import counted
from onrecord.knowledge.base import load_knowledge
from onrecord.knowledge.countries import load_country_names
from onrecord.knowledge.demonyms import is_demonym
from onrecord.knowledge.entries import UNVERIFIED
from onrecord.knowledge.spelling import fold
from onrecord.showing.plain_text import one_line
from onrecord.showing.rows import NO_WORDS, RowView, SectionView, quote_phrases
from onrecord.showing.sector_words import tell_sector
from onrecord.vocabulary.titles import BODIES, OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Entity, Record, Role

_OTHERS = "Known only by name"
_MOST_OTHERS = 12  # on a line; the page has room for all
_PERSON, _KINDS = "person", ("person", "organization", "group")
_GOVERNMENT, _MEDIA = "GOV", "JRN"
_DETERMINERS = ("the ", "a ", "an ")
_ORIGINS = frozenset({"born", "based", "pro", "anti"})  # with a nation's name: "Tunisian-born"
_WORD = re.compile(r"[^\W_]+")
_WIKIDATA = re.compile(r"Q[1-9]\d{0,11}", re.ASCII)


def describe_entities(record: Record) -> SectionView | None:
    """People first, of those who holds an office first; then bodies; those of whom only the name is known, apart.

    Places have a list of their own, and so have unnamed sources. What is called by a common word ("Police") or by a
    nation's name alone ("Israelis") has no name of its own. Where nothing is known of anyone there is no section.
    """
    article = record.article
    places = {
        fold(words)
        for place in record.places
        if place.use != "associative" and place.lat is not None
        for words in (place.name, place.span.surface)
    }
    named = [
        entity
        for entity in record.entities
        if entity.named and entity.kind in _KINDS and (entity.entry or _is_name(entity, article.text, places))
    ]
    day = (article.published or "")[:10]
    rows = {entity.id: _row(entity, day) for entity in named}
    ordered = sorted(named, key=lambda entity: (_order(entity, day), -len(entity.mentions)))
    known = [entity for entity in ordered if entity.entry or _facts(entity, day)]
    if not known:
        return None
    others = sorted((entity for entity in ordered if entity not in known), key=lambda each: -len(each.mentions))
    people = sum(entity.kind == _PERSON for entity in named)
    counts = [counted(people, "person", "people")] if people else []
    if len(named) > people:
        counts.append(counted(len(named) - people, "organization or group", "organizations and groups"))
    return SectionView(
        "who-they-are",
        "Who they are",
        ", ".join(counts),
        tuple(rows[entity.id] for entity in known),
        tuple(rows[entity.id] for entity in others),
        _OTHERS,
        most_others=_MOST_OTHERS,
    )


def tell_role(role: Role, day: str = "") -> str:
    """An office, since when; of one that was over on a day, until when: "President of Ukraine since 20 May 2019"."""
    told = one_line(role.title)
    if role.end and (not role.start or _is_over(role, day)):
        told = f"{told} until {tell_day(role.end)}"
    elif role.start:
        told = f"{told} since {tell_day(role.start)}"
    return f"{told} ({UNVERIFIED})" if role.source == UNVERIFIED else told


def tell_day(day: str) -> str:
    """An ISO date of any precision: "20 May 2019", "May 2019", "2019"."""
    year, *rest = day.split("-")
    if not rest:
        return year
    month = month_name[int(rest[0])]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def _is_over(role: Role, day: str) -> bool:
    """Whether an office was no longer held; its end is the first day on which it was not."""
    if not role.end:
        return False
    precision = min(len(role.end), len(day)) or None
    return not day or role.end[:precision] <= day[:precision]


def _is_name(entity: Entity, text: str, places: set[str]) -> bool:
    """Whether what has no entry is called by a name that is its own."""
    if entity.roles:
        return True
    name = one_line(entity.name)
    words = _WORD.findall(name.lower())
    if not words or (len(words) == 1 and _is_noun(words[0])) or _is_nation(words):
        return False
    if not entity.sector and fold(name) in places:
        return False
    return not _stands_in(name.lower(), text)


def _stands_in(words: str, text: str) -> bool:
    """Whether a text has these words, and not as parts of longer ones."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (_is_letter(text[start - 1 : start]) or _is_letter(text[end : end + 1])):
            return True
        start = text.find(words, start + 1)
    return False


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _is_noun(word: str) -> bool:
    """Whether a word says what someone is, and not who: "police", "soldiers"."""
    singular = re.sub(r"ies$", "y", word).removesuffix("s")
    return not {word, singular}.isdisjoint(BODIES | OFFICES | load_knowledge().role_nouns.keys())


def _is_nation(words: Sequence[str]) -> bool:
    """Whether words are but a nation's name: "Israelis", "Tunisian-born"."""
    nations = [word for word in words if is_demonym((word,)) or is_demonym((word.removesuffix("s"),))]
    if nations and len(nations) + sum(word in _ORIGINS for word in words) == len(words):
        return True
    return is_demonym(tuple(words)) or is_demonym((*words[:-1], words[-1].removesuffix("s")))


def _order(entity: Entity, day: str) -> tuple[bool, bool, bool]:
    """People, bodies, media, which are mostly named as who took a picture; of people those in office first."""
    is_person = entity.kind == _PERSON
    in_office = any(role.source and not _is_over(role, day) for role in entity.roles)
    return (not is_person, not is_person and entity.sector == _MEDIA, not in_office)


def _row(entity: Entity, day: str) -> RowView:
    told = one_line(entity.name) or NO_WORDS
    notes = _facts(entity, day)
    if wordings := quote_phrases(_wordings(entity, told)):
        notes.append(wordings)
    spans = tuple(sorted(mention.span for mention in entity.mentions))
    has_page = _WIKIDATA.fullmatch(entity.wikidata or "")
    link = f"https://www.wikidata.org/wiki/{entity.wikidata}" if has_page else ""
    return RowView(told, spans, notes=tuple(notes), link=link, ids=(entity.id,))


def _facts(entity: Entity, day: str) -> list[str]:
    """Offices, the country, and the sector where no office says what someone does; nothing that the name says."""
    name = one_line(entity.name)
    facts = [tell_role(role, day) for role in entity.roles]
    country = load_country_names().get(entity.country or "", "")
    if country and country == name and entity.sector == _GOVERNMENT:
        return [*facts, "its government"]
    if country and not any(country.casefold() in told.casefold() for told in (name, *facts)):
        facts.append(country)
    sector = tell_sector(entity.sector, is_person=entity.kind == _PERSON)
    if sector and not entity.roles and fold(sector.removeprefix("part of the ")) not in fold(name):
        facts.append(sector)
    return facts


def _wordings(entity: Entity, told: str) -> Iterator[str]:
    """What else the article calls it by, where that is not just a part of its name, with or without a title."""
    name = fold(told)
    known = {*name.split(), *(word for role in entity.roles for word in fold(role.title).split())}
    for mention in entity.mentions:
        if mention.form != "name":
            continue
        words = one_line(mention.span.surface)
        for determiner in _DETERMINERS:
            if words.lower().startswith(determiner):
                words = words[len(determiner) :]
        folded = fold(words)
        if name in folded or known.issuperset(folded.split()) or folded.replace(" ", "") == name.replace(" ", ""):
            continue
        if entity.kind == _PERSON and folded.split()[-1] in name.split():
            continue
        yield words
