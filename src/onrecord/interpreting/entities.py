"""Entities: the people, bodies and things of an article, each once and under its fullest name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.chains import FORMS, NAME, NOMINAL, PRONOUN
from onrecord.interpreting.linking.links import GOVERNMENT
from onrecord.knowledge.spelling import fold, loose
from onrecord.records import Entity, Mention, Role, Span
from onrecord.vocabulary.referring import HE, INDEFINITE, PRONOUNS, SHE, I
from onrecord.vocabulary.titles import ABBREVIATED, DOCUMENTS, GROUPS, OFFICES

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.linking import Link
    from onrecord.tokens import Tokens

_SEVERAL = 0.5
_ONE = (PRONOUNS.index(HE), PRONOUNS.index(SHE), PRONOUNS.index(I))
_MISS = "Miss "
_LONGEST_NAME = 8  # words; a longer "name" is a headline or a list
_LONGEST_COUNTRY = 3  # words of a country's common name: "United Arab Emirates"
_DETERMINERS = frozenset({"the", "a", "an"})
_APOSTROPHES = frozenset({"'", "’"})
# Abbreviations, folded, that papers use beside the full name; bodies such as the FBI are known by theirs.
_SHORT_FORMS = frozenset({"un", "eu"})


class Namer:
    """Names chains in the words of a text."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self._text = text
        self._tokens = tokens

    def span(self, first: int, last: int) -> Span:
        """The span of a half-open range of words."""
        return Span.of(self._text, int(self._tokens.starts[first]), int(self._tokens.ends[last - 1]))

    def entity(self, chain: Chain, link: Link, *, described: Span | None, speaks: bool) -> Entity:
        """The chain as an entity without an id.

        Args:
            link: what is known of it.
            described: the words of a source that describe it, which say more than the mention alone.
            speaks: it is a source: a country that speaks is its government.
        """
        kind = _told_kind(link, speaks=speaks) or _kind(chain, speaks=speaks)
        named = bool(link.entry) or (chain.is_named and kind != "document")
        name = self._name(chain) if chain.is_named else self._description(chain, described)
        return Entity(
            id="",
            name=_fullest(name, self._folded(chain), link, is_person=kind == "person"),
            kind=kind,
            named=named,
            wikidata=link.wikidata,
            country=link.country,
            sector=GOVERNMENT if link.is_country and kind == "organization" else link.sector,
            roles=link.roles or (self._roles(chain) if kind == "person" and named else ()),
            entry=link.entry,
            confidence=link.confidence,
            mentions=tuple(
                Mention(self.span(*_trimmed(m)), FORMS[m.form]) for m in sorted(chain.mentions, key=lambda m: m.first)
            ),
        )

    def _name(self, chain: Chain) -> str:
        if chain.full_name:
            return chain.full_name
        named = [m for m in chain.mentions if m.form == NAME]
        alike = [m for m in named if (m.kind == "person") == (chain.kind == "person")]
        names = [self._written(m, is_person=chain.kind == "person") for m in alike or named]
        fit = [name for name in names if len(name.split()) <= _LONGEST_NAME] or names[:1]
        fit = [name for name in fit if not name.startswith(_MISS)] or fit
        counts = Counter(fit)
        most = max(len(name.split()) for name in fit)
        return max((name for name in counts if len(name.split()) == most), key=lambda n: (not n.isupper(), counts[n]))

    def _folded(self, chain: Chain) -> frozenset[str]:
        named = (m for m in chain.mentions if m.form == NAME)
        return frozenset(fold(self._written(m, is_person=chain.kind == "person")) for m in named)

    def _written(self, mention: FoundMention, *, is_person: bool) -> str:
        first, last = _trimmed(mention)
        if is_person and mention.kind == "person" and not self._has_first_name(mention, last):
            first = mention.head
        skipped = _DETERMINERS | OFFICES if is_person and mention.kind == "person" else _DETERMINERS
        while first < last - 1 and self.span(first, first + 1).surface.lower() in skipped:
            first += 1
        name = " ".join(self.span(first, last).surface.split()).strip(" ,;:()[]")
        if is_person and name.isupper() and (len(name) > 4 or " " in name):
            name = name.title()
        return name

    def _has_first_name(self, mention: FoundMention, last: int) -> bool:
        """Whether the one word before a name is its first name: where the head was seen in the surname."""
        first = self.span(mention.first, mention.first + 1).surface
        is_pair = mention.first == mention.head - 1 and last == mention.head + 1 and mention.plural < _SEVERAL
        return is_pair and first.istitle() and first.lower() not in _DETERMINERS | OFFICES | ABBREVIATED

    def _description(self, chain: Chain, described: Span | None) -> str:
        if described is None:
            mention = chain.name
            described = self.span(mention.first, mention.last)
        words = described.surface.split()
        return " ".join(words).strip(" ,;:-–—")

    def _roles(self, chain: Chain) -> tuple[Role, ...]:
        """Offices that the text gives with the name, the fullest first; no more than are told in different words."""
        titles: list[str] = []
        for mention in chain.mentions:
            if mention.form == NAME and mention.kind == "person":
                first, last = mention.first, mention.head
            elif mention.form == NOMINAL and _is_apposed(mention, chain):
                first, last = mention.first, mention.last
            else:
                continue
            while first < last and self.span(first, first + 1).surface.lower() in _DETERMINERS:
                first += 1
            words = mention.words[first - mention.first : last - mention.first]
            if OFFICES.isdisjoint(words) or not words or words[0] in INDEFINITE:
                continue
            title = " ".join(self.span(first, last).surface.split()).strip(" ,")
            titles.append(title)
        titles.sort(key=len, reverse=True)
        told: list[str] = []
        for title in titles:
            if not any(set(title.lower().split()) <= set(other.lower().split()) for other in told):
                told.append(title)
        return tuple(Role(title, None, None, None) for title in told)


def _trimmed(mention: FoundMention) -> tuple[int, int]:
    """The mention's words without a possessive ending."""
    words = mention.words
    if mention.form != PRONOUN and len(words) > 2 and words[-1] == "s" and words[-2] in _APOSTROPHES:
        return mention.first, mention.last - 2
    return mention.first, mention.last


def _fullest(name: str, names: Collection[str], link: Link, *, is_person: bool) -> str:
    """The entry's name, or the article's where that is a full one: its wording and its spelling stay.

    "Trump" is Donald Trump, "U.S." the United States, and "Moscow", where it acts, Russia; "Britain" stays Britain.

    Args:
        name: the fullest that the article has.
        names: all that it has, folded.
    """
    if not link.name:
        return name
    if is_person:
        return name if len(name.split()) > 1 and _is_same_surname(name, link.name) else link.name
    is_formal = len(name.split()) > _LONGEST_COUNTRY  # "the Democratic People's Republic of Korea"
    if link.is_country and (fold(link.name) in names or name.replace(".", "").isupper() or is_formal):
        return link.name
    if fold(name) in _SHORT_FORMS:
        return link.name
    return name if fold(name) in link.names else link.name


def _is_same_surname(name: str, known: str) -> bool:
    return loose(fold(name)).split()[-1:] == loose(fold(known)).split()[-1:]


def _told_kind(link: Link, *, speaks: bool) -> str | None:
    """The kind that a link tells: of a country and of a place whether it speaks or acts."""
    if link.is_country:
        return "organization" if speaks or link.kind == "organization" else "place"
    return "organization" if link.kind == "place" and speaks else link.kind


def _kind(chain: Chain, *, speaks: bool) -> str:
    head = chain.name.words[chain.name.head - chain.name.first]
    kind = chain.kind
    if not chain.is_named and head in DOCUMENTS:
        return "document"
    if kind == "person" and chain.plural > _SEVERAL and not (_is_one(chain) or _is_told_as_one(chain, head)):
        return "group"
    if kind == "place" and speaks:
        return "organization"
    return kind


def _is_one(chain: Chain) -> bool:
    """Whether a chain is surely one person: with a first name and a surname, or called "he" or "she"."""
    return any(
        m.pronoun in _ONE or (m.form == NAME and m.kind == "person" and m.last - m.head > 1) for m in chain.mentions
    )


def _is_told_as_one(chain: Chain, head: str) -> bool:
    """Whether a description is of one by its article, whatever the model takes it for: "a Syrian rebel commander"."""
    return (
        not chain.is_named
        and chain.name.words[0] in ("a", "an")
        and head not in GROUPS
        and (head[-1] != "s" or head.endswith("ss"))
    )


def _is_apposed(mention: FoundMention, chain: Chain) -> bool:
    """Whether a description stands right after one of the chain's names: "Mara Lind, the harbour master"."""
    return any(m.form == NAME and 0 < mention.first - m.last <= 1 for m in chain.mentions)
