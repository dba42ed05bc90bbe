"""Speakers: whom the source of each statement means, and to whom it was said."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.chains import KINDS, NAME, NOMINAL, PRONOUN, Chain, FoundMention, top_mentions
from onrecord.interpreting.addressees import find_addressee
from onrecord.interpreting.entities import Namer
from onrecord.interpreting.events.arguments import Parties, argument_ranges
from onrecord.interpreting.trimming import end_of_description
from onrecord.knowledge.demonyms import is_demonym
from onrecord.nesting import relinked
from onrecord.records import Entity, Source, Span
from onrecord.tokens import word_range
from onrecord.vocabulary.referring import DEFINITE, INDEFINITE, POSSESSIVES, STANDALONE
from onrecord.vocabulary.titles import DOCUMENTS, OFFICES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.dossier import Dossier
    from onrecord.interpreting.linking import Link
    from onrecord.records import Statement
    from onrecord.tokens import Tokens

_BETWEEN = frozenset({",", "and", "&", "or", "both", "as", "well", "plus", "(", ")", ";"})
_LINKS = frozenset("of for in from to with at by on who which that said ' ’ s".split())
# Behind one of these stands what a description tells of: "astronauts aboard the Ardale", "artists like Lind and Ek".
_OF_WHAT = frozenset(
    """
    aboard about above across after against along alongside amid among around as before behind below beside between
    beyond despite during except including inside into like near off onto opposite outside over past since such than
    through toward towards under until up versus via within without
    """.split()
)
_APOSTROPHES = frozenset({"'", "’"})
_JOINS = frozenset({"and", "&", "or", "plus"})
_OTHER = KINDS.index("other")
_LEADING = POSSESSIVES | DEFINITE
_BEGINNINGS = DEFINITE | INDEFINITE | POSSESSIVES
_SEVERAL = 0.5
_WHERE_FROM = frozenset({"based", "born", "led", "backed", "run", "owned", "controlled", "held", "trained"})
_PARTS = frozenset({"many", "most", "some", "several", "all", "both", "none", "few"})
_LONGEST_HEADING = 14  # words
_SENTENCE_MARKS = frozenset(".?!…:;,\"”’'")
_LONGEST_TITLE = 3  # words between a body and the name of one of its people
_LONGEST = 14  # words of a description
# Who is an actor wherever described; "the media" and "voters" are only where they are of a country.
_ARMED = frozenset("COP CRM IMG MIL OPP PRM REB REF SPY UAF".split())
_IN_OFFICE = frozenset({"GOV", "ELI"})  # also of a country that the text leaves open: "a former prime minister"


class ResolveSpeakers:
    """The step that says whom sources and addressees mean, and lists the article's entities."""

    name = "resolve_speakers"
    version = "4"
    requires = ("encoding", "unresolved_statements", "chains", "links")
    optional = ("raw_events",)
    makes = ("statements", "entities", "entity_at")
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the statements with their speakers, and the entities."""
        chains = dossier["chains"]
        parties = Parties(chains, [word.lower() for word in dossier["encoding"].tokens.words])
        ranges = argument_ranges(dossier.made.get("raw_events", ()))
        acting = [mention.head for words in ranges for mention in parties.mentions(words)]
        statements, entities, entity_at = resolve_speakers(
            dossier.article.text,
            dossier["encoding"].tokens,
            dossier["unresolved_statements"],
            chains,
            dossier["links"],
            acting=acting,
        )
        return {"statements": statements, "entities": entities, "entity_at": entity_at}


def resolve_speakers(
    text: str,
    tokens: Tokens,
    statements: Sequence[Statement],
    chains: Sequence[Chain],
    links: Sequence[Link],
    *,
    acting: Sequence[int] = (),
) -> tuple[tuple[Statement, ...], tuple[Entity, ...], dict[int, Entity]]:
    """The statements with the entities of their sources and addressees, all entities in text order, and each by heads.

    Args:
        text: the article's.
        tokens: its words.
        statements: with sources that are not resolved yet.
        chains: mentions that mean the same.
        links: what is known of each chain.
        acting: heads of mentions of those who act, or are acted upon, in events.
    """
    cast = _Cast(text, tokens, chains, links)
    speakers = [cast.find_speakers(s.source.spans[0]) if s.source else [] for s in statements]
    addressees = [
        cast.find_listener(find_addressee(s, tokens, cast.words, cast.mentions), said)
        for s, said in zip(statements, speakers, strict=True)
    ]
    entities = cast.entities(speakers, addressees, acting)
    resolved = [
        replace(
            statement,
            source=statement.source
            and Source(statement.source.spans, tuple(entities[c] for c in dict.fromkeys(said) if c in entities)),
            addressees=(entities[heard],) if heard is not None and heard in entities else (),
        )
        for statement, said, heard in zip(statements, speakers, addressees, strict=True)
    ]
    entity_at = {m.head: entities[n] for n, chain in enumerate(chains) if n in entities for m in chain.mentions}
    return relinked(resolved), tuple(entities[number] for number in sorted(entities)), entity_at


class _Cast:
    """The chains of a text, found by their mentions; chains are told apart by their place in the list."""

    def __init__(self, text: str, tokens: Tokens, chains: Sequence[Chain], links: Sequence[Link]) -> None:
        self._links = list(links)
        self._text = text
        self._tokens = tokens
        self._chains = list(chains)
        self.mentions = sorted((m for c in chains for m in c.mentions), key=lambda m: m.head)
        self._chain_of = {m.head: i for i, chain in enumerate(chains) for m in chain.mentions}
        self.words = [word.lower() for word in tokens.words]
        self._described: dict[int, Span] = {}
        self._in_headings = _heading_words(text, tokens)

    def find_listener(self, mention: FoundMention | None, speakers: Sequence[int]) -> int | None:
        """The number of an addressee's chain; none where the text leaves it open, as "told me" does.

        Nobody is told by himself but where the words say so: in "Ek told him" he is not Ek.
        """
        if mention is None:
            return None
        number = self._chain_of[mention.head]
        if number in speakers and not mention.words[0].endswith(("self", "selves")):
            return None
        return number if self._is_known(number) or mention.form != PRONOUN else None

    def _is_known(self, number: int) -> bool:
        """Whether a chain is more than pronouns."""
        chain = self._chains[number]
        return chain.is_named or any(m.form == NOMINAL for m in chain.mentions)

    def find_speakers(self, source: Span) -> list[int]:
        """Numbers of the chains that a source means: several where it lists several, none where it is left open."""
        first, last = word_range(self._tokens, source)
        tops = top_mentions(self.mentions, first, last)
        tops = [one for one in tops if not self._is_where_from(one, last)] or tops
        listed = _listed(tops, self.words, last)
        if (named := self._explained(listed, first, last)) is not None:
            return [named]
        if (whole := self._parted(first, last)) is not None:
            return [whole]
        found = []
        for mention in listed:
            number = self._chain_of[mention.head]
            chain = self._chains[number]
            if chain.is_named or mention.form == NAME:
                found.append(number)
            elif any(m.form == NOMINAL for m in chain.mentions) or self.words[mention.head] in STANDALONE:
                found.append(number)
                if mention.form != PRONOUN and len(listed) == 1:
                    self._describe(number, first, last, core=mention.last)
        return found

    def _is_where_from(self, mention: FoundMention, last: int) -> bool:
        """Whether a name only says where the one behind it is: "[Ardale]-based Brun"."""
        behind = self.words[mention.last : min(mention.last + 2, last)]
        is_joined = behind[:1] == ["-"] or behind[:1] == ["based"]
        return mention.form == NAME and is_joined and not _WHERE_FROM.isdisjoint(behind)

    def _describe(self, number: int, first: int, last: int, *, core: int) -> None:
        """Keep the words of a source as the description of a chain, if they are the longest so far."""
        kept = first + end_of_description(self._tokens.words[first:last], core - first)
        words = Span.of(self._text, int(self._tokens.starts[first]), int(self._tokens.ends[kept - 1]))
        known = self._described.get(number)
        if len(words.surface.split()) <= _LONGEST and (known is None or len(words.surface) > len(known.surface)):
            self._described[number] = words

    def _parted(self, first: int, last: int) -> int | None:
        """The chain of those of whom a source is a part: "the neighbours, [many of whom] doubt it"."""
        if self.words[first] not in _PARTS or self.words[last - 2 : last] not in (["of", "whom"], ["of", "which"]):
            return None
        number = self._chain_of.get(last - 1)
        return number if number is not None and self._is_known(number) else None

    def _explained(self, listed: Sequence[FoundMention], first: int, last: int) -> int | None:
        """The chain of the name that a source explains, where it was read without it: "China, [its only ally], said".

        Args:
            listed: the mentions that the source lists.
            first, last: the source's words.
        """
        if (
            not listed
            or any(mention.form != NOMINAL for mention in listed)
            or first < 2
            or self.words[first - 1] != ","
            or "," not in self.words[last - 1 : last + 1]
        ):
            return None
        before = [m for m in self.mentions if m.form == NAME and m.last == first - 1]
        return self._chain_of[before[0].head] if before else None

    def entities(
        self, speakers: Sequence[Sequence[int]], addressees: Sequence[int | None], acting: Sequence[int] = ()
    ) -> dict[int, Entity]:
        """By chain number, the entities worth telling: who speaks or is spoken to, has a name, an entry, a sector.

        Adjectives of countries are no one's names, and what stands in headings alone is as often a cut of their words.
        """
        speaking = {number for some in speakers for number in some}
        heard = {number for number in addressees if number is not None}
        parties = {self._chain_of[head] for head in acting if head in self._chain_of}
        heard |= {number for number in parties if self._is_known(number)}
        namer = Namer(self._text, self._tokens)
        found: dict[int, Entity] = {}
        for number, chain in enumerate(self._chains):
            link = self._links[number]
            if number in speaking or number in heard or link.entry or self._is_someone(chain) or _is_actor(chain, link):
                entity = namer.entity(chain, link, described=self._described.get(number), speaks=number in speaking)
                found[number] = replace(entity, id=f"e{len(found) + 1}")
        return found

    def _is_someone(self, chain: Chain) -> bool:
        """Whether a chain is named, and not by an adjective or in headings only."""
        names = [m for m in chain.mentions if m.form == NAME]
        if not names or chain.kind == KINDS[_OTHER]:
            return False
        if all(is_demonym(tuple(word for word in m.words if word != "the")) for m in names):
            return False
        return not all(m.head in self._in_headings for m in chain.mentions)


def _is_actor(chain: Chain, link: Link) -> bool:
    """Whether a chain without a name is an actor as its words tell: "Colombian paratroopers", "masked gunmen"."""
    if chain.is_named or not (chain.kind in ("person", "organization") or link.kind == "group"):
        return False
    if link.country and (link.kind == "group" or chain.kind == "person"):
        return True  # "Ethiopian investigators"
    in_office = _IN_OFFICE if chain.kind == "person" else frozenset[str]()
    return bool(link.sector) and (bool(link.country) or link.sector in _ARMED | in_office)


def _heading_words(text: str, tokens: Tokens) -> frozenset[int]:
    """The words of the lines that are no sentences: short, and without a mark at their end."""
    found: set[int] = set()
    start = 0
    for line in text.split("\n"):
        words = line.split()
        if (
            words
            and len(words) <= _LONGEST_HEADING
            and (line.rstrip()[-1] not in _SENTENCE_MARKS or _is_title_case(words))
        ):
            first, last = np.searchsorted(tokens.starts, [start, start + len(line)])
            found |= set(range(int(first), int(last)))
        start += len(line) + 1
    return frozenset(found)


def _is_list(between: Sequence[str]) -> bool:
    """Whether the words between two mentions can stand in a list: ", and", also "and harbour master"."""
    extra = [word for word in between if word not in _BETWEEN]
    if not extra:
        return True
    begins = min(between.index(word) for word in extra)
    return len(extra) <= 2 and not _JOINS.isdisjoint(between[:begins]) and _LINKS.isdisjoint(extra)


def _is_owner(mention: FoundMention, between: Sequence[str], following: FoundMention) -> bool:
    """Whether someone is but the owner of what comes next, or a name a part of its title.

    Nothing stands between them, or a possessive and adjectives, or the rest of a person's title.
    """
    if mention.form == PRONOUN:  # "her critics", "these neighbours"; "her lawyer, Tom Ek"
        is_person = following.form == NAME and following.kind == "person"
        if is_person and len(between) > 1 and between[-1] == "," and all(word.isalpha() for word in between[:-1]):
            between = between[:-1]
        return mention.words[0] in _LEADING and _BETWEEN.isdisjoint(between) and _LINKS.isdisjoint(between)
    if mention.form == NOMINAL:  # "the mayor's office"
        return bool(between) and between[0] in _APOSTROPHES and between[1:2] == ["s"]
    if not between:
        return True
    if not _BETWEEN.isdisjoint(between):
        return False
    is_person = following.form == NAME and following.kind == "person"
    if between[0] in _APOSTROPHES or (is_person and not OFFICES.isdisjoint([*mention.words, *between])):
        return True
    is_title = len(between) <= _LONGEST_TITLE and all(word.isalpha() and word not in _LINKS for word in between)
    is_title &= _OF_WHAT.isdisjoint(between)
    if following.form == NAME and not is_person:
        return is_title and mention.kind != "person"  # "Health insurer Brun"
    is_in_office = is_person and not OFFICES.isdisjoint(following.words[: following.head - following.first])
    return is_person and is_title and (is_in_office or mention.kind != "person")  # "Herald columnist Mara Lind"


def _is_title_case(words: Sequence[str]) -> bool:
    """Whether all words but small ones begin with a capital."""
    long = [word for word in words if len(word) > 3]
    return len(long) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in long)


def _is_told_beside(mention: FoundMention, following: FoundMention, words: Sequence[str], last: int) -> bool:
    """Whether a description only says what the name behind it is: "chip maker Brun", "his brother Jon Lind".

    The name ends the source, or its part of a list: in "a letter Lind wrote" it does not.

    Args:
        words: the article's, lower case.
        last: where the source ends.
    """
    if mention.form != NOMINAL or following.form != NAME or words[mention.head] in DOCUMENTS:
        return False
    between = words[mention.last : following.first]
    is_noun = all(word.isalpha() or word == "-" for word in between)
    is_noun &= _LINKS.isdisjoint(between) and _BETWEEN.isdisjoint(between) and _OF_WHAT.isdisjoint(between)
    return is_noun and (following.last >= last or words[following.last] in _BETWEEN)


def _is_owner_of_description(mention: FoundMention, following: FoundMention) -> bool:
    """Whether a name only says where the one behind it is from: "the writer and [U.S.] senator"."""
    return mention.form == NAME and following.form == NOMINAL and mention.last == following.first


def _is_one_more_office(mention: FoundMention) -> bool:
    """Whether a description is of one by an office, and without an article: "the mayor and [harbour master]"."""
    is_bare = mention.form == NOMINAL and mention.plural <= _SEVERAL and mention.words[0] not in _BEGINNINGS
    return is_bare and mention.words[mention.head - mention.first] in OFFICES


def _is_titled(mention: FoundMention) -> bool:
    return mention.form == NAME and mention.kind == "person" and mention.head > mention.first


def _without_asides(tops: Sequence[FoundMention], words: Sequence[str]) -> list[FoundMention]:
    """Mentions without what only says where those of a list are from: "Lind (D-Ardale), Ek of Brun and Berg"."""
    kept: list[FoundMention] = []
    for mention in tops:
        before = words[kept[-1].last : mention.first] if kept else []
        is_person = bool(kept) and kept[-1].form == NAME and kept[-1].kind == "person"
        if is_person and mention.form == NAME and before and before[0] in ("(", "of") and ")" not in before:
            is_inside = before[0] == "(" or (before == ["of"] and mention.kind != "person")
            if is_inside and words[mention.last : mention.last + 1] != ["'"]:
                continue
        kept.append(mention)
    return kept


def _plain(between: Sequence[str]) -> list[str]:
    """The words between two of a list without what says where the first is from."""
    end = 0
    if between[:1] == ["("] and ")" in between:
        end = list(between).index(")") + 1
    elif between[:1] == ["of"]:
        end = next((at for at, word in enumerate(between) if word in _BETWEEN), 0)
    return list(between[end:])


def _listed(tops: Sequence[FoundMention], words: Sequence[str], last: int) -> list[FoundMention]:
    """Of the mentions in a source, those that are the source: the first, and those that "and" joins to it.

    "Lind and Ek" are two, "Lind, the mayor" is one, "Lind, Ek and the mayor" are three.

    Args:
        tops: mentions in no others.
        words: the article's, lower case.
        last: where the source ends.
    """
    tops = _without_asides(tops, words)
    while len(tops) > 1 and tops[0].kind == "other" and tops[1].first - tops[0].last <= 1:
        if not (_LINKS | _OF_WHAT).isdisjoint(words[tops[0].last : tops[1].first]):
            break  # "a source cited by the Herald", "the complaint against Brun"
        if words[tops[0].head] in DOCUMENTS:
            break  # "a letter Lind wrote"
        tops = tops[1:]  # "9/11 widow", "2009 winner"
    while len(tops) > 1 and _is_owner(tops[0], words[tops[0].last : tops[1].first], tops[1]):
        tops = tops[1:]  # "NATO officials", "South Korean President Jo Lind", "Ostby's mayor"
    if not tops:
        return []
    kept: list[FoundMention] = []
    for mention in reversed(tops):
        if kept and (_is_told_beside(mention, kept[0], words, last) or _is_owner_of_description(mention, kept[0])):
            continue
        kept.insert(0, mention)
    tops = kept
    if tops[0].form == NOMINAL:
        for mention in tops[1:]:
            between = words[tops[0].last : mention.first]
            if not _JOINS.isdisjoint(between):
                break
            if mention.form == NAME and mention.kind == "person" and between[-1:] == [","]:
                return [mention]  # "a lawyer for the port, Mara Lind"
    if len(tops) == 2 and _is_one_more_office(tops[0]) and _is_titled(tops[1]):
        return [tops[1]]  # "company chairman and chief executive Mara Lind"
    listed = [tops[0]]
    waiting: list[FoundMention] = []
    for before, mention in pairwise(tops):
        between = words[before.last : mention.first]
        between = _plain(between) if before.form == NAME and before.kind == "person" else between
        if between.count("(") > between.count(")"):
            continue  # "the founder of Brun (and owner of Ek)"
        if between == [",", "both"]:  # "as was told by Lind, both Ek and Brun said"
            listed, waiting = [mention], []
            continue
        if between == ["&"] and _is_titled(mention):  # "Brun & Ek analyst Mara Lind"
            listed, waiting = [mention], []
            continue
        is_office = mention.words[0] in OFFICES and mention.words[1:2] in (("of",), ("for",))
        if not between or not _is_list(between) or (is_office and between == [","]):
            break  # "Lind, president of Brun & Ek"
        if _is_one_more_office(mention) and before.kind == "person" and before.form == NOMINAL:
            continue
        waiting.append(mention)
        if not _JOINS.isdisjoint(between):
            listed += waiting
            waiting = []
    return listed
