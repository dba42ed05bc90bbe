"""The words of mentions: names without titles and possessives, titles, descriptions with what follows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL, Chain, FoundMention
from onrecord.interpreting.linking.walks import told_by_clause
from onrecord.vocabulary.places import load_words
from onrecord.vocabulary.referring import CLOSE, POSSESSIVES
from onrecord.vocabulary.titles import ABBREVIATED, OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.tokens import Tokens

_INNER = frozenset({"abu", "al", "ben", "bin", "de", "el", "ibn", "van", "von"})  # words within names
_APOSTROPHES = frozenset({"'", "’"})
_DETERMINERS = frozenset({"the", "a", "an"})
_TITLES = (
    OFFICES | ABBREVIATED | frozenset("father mother sister brother reverend ayatollah crown defence defense".split())
)
_WHERE = frozenset("at in inside into outside near of around behind below beside past from to towards opposite".split())
_OWNERS = POSSESSIVES | {"s", "older", "younger", "eldest", "late", "former"}
_BEFORE_NOUNS = _DETERMINERS | {"his", "her", "their", "its", "one", "another"}
_POINTING = frozenset({"this", "that", "our", "my", "then"})
_OWNING = _APOSTROPHES | {"s"}
_LEARNED = frozenset({"by training", "by profession", "by trade"})  # what a leader was before
_APPOSED = 10  # words of a description beside a name
_SOUGHT = frozenset({"for", "become", "becomes", "became", "becoming", "elected"})
# What stands before the names of those who are nothing else: a word that tells it as a description would.
_STYLES = {
    "father": "priest",
    "sister": "nun",
    "brother": "monk",
    "prof": "professor",
    "pte": "soldier",
}
_STYLES |= {
    "rep": "representative",
    "sen": "senator",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "rev": "reverend",
}
_OWNED = 3  # words before a name that is owned: a name and "'s"
_WAY = 5  # words from what runs between two places to the second
_WAYS = frozenset(
    """
    border bus buses coach ferries ferry flight flights halfway highway journey line link motorway path pipeline rail
    railway road route service services train trains travel travelling tunnel way
    """.split()
)
# Before "for" they say that a place is where someone goes.
_LEAVES = _WAYS | frozenset(
    """
    board boarded bound car convoy depart departed departs embarked head headed heading heads leave leaves leaving left
    limousine plane sail sailed sailing ship ticket tickets
    """.split()
)
_THINGS = frozenset(
    "airport battleship bridge carrier destroyer ferry frigate hotel liner ship stadium submarine vessel".split()
)
_ROYAL = frozenset({"king", "queen", "prince", "princess"})
_BESET = frozenset(
    """
    besieged cleared cordoned encircled evacuated guard guarded guarding guards occupied overlooking overran picketed
    ransacked ringed seal sealed shelled storm stormed storming surround surrounded surrounding toured
    """.split()
)
_SENTENCE = 30  # words
_SENTENCE_MARKS = frozenset(".!?")
_FIGURATIVE = frozenset({"background", "base", "front", "side"})
_OUTSIDE = frozenset("centre center north south east west northeast northwest southeast southwest mayor bishop".split())
_WAKES = frozenset({"awoke", "slept", "woke"})
_RESTS, _STILL = frozenset({"lay", "lies", "sits", "stood", "stands"}), frozenset({"at", "in", "near", "on", "still"})
_FORMER = frozenset({"former", "ex", "onetime", "ousted", "deposed"})
_NAMESAKE = re.compile(
    r"\b(?:shar(?:es|ed|ing) (?:a|the|his|her|their) (?:first |last |full )?(?:sur)?name\b|namesake\b)"
)
_POLITE = frozenset({"mr", "mrs", "ms", "miss"})
_NAMED = frozenset({"named", "called"})
_IDENTIFIED = frozenset({"named", "identified", "naming", "identifying"})
_CALLING, _CALLED_SO = frozenset({"name", "known"}), 3
_ONE_OF_MANY = frozenset({"a", "an", "one", "another", "certain"})
_PRESENTING = 7  # words: "a retired school nurse named"
_TOWNS = frozenset("borough hamlet suburb town township village".split())
_SWORN = (("was", "sworn", "in"), ("took", "the", "oath"), ("took", "office"), ("is", "sworn", "in"))
_OF_STATE = frozenset(
    """
    affairs air armed army assembly cabinet central chamber country defence defense economy education finance foreign
    forces general government health house interior joint justice kingdom lower military nation national opposition
    parliament republic senate staff state supreme treasury upper
    """.split()
)
_FAR_FROM = frozenset({"of", "from", "outside"})
_LENGTHS = frozenset("drive hour hours kilometers kilometres km mile miles minute minutes walk".split())
_YOUNGEST, _OLDEST = 1, 2  # digits of an age
_OF_REACH = 8  # words of what "of" brings
# Whoever is convicted of something is no minister of it.
_CHARGED = frozenset(
    "accuse accused accuses accusing acquit acquitted clear cleared convict convicted suspected".split()
)
_CHARGED_REACH = 4  # words


class Wording:
    """Reads the words of mentions in a text."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.text = text
        self.tokens = tokens
        self.lower = [word.lower() for word in tokens.words]

    def surface(self, first: int, last: int) -> str:
        """The words of a half-open range, white space made single."""
        if first >= last:
            return ""
        return " ".join(self.text[int(self.tokens.starts[first]) : int(self.tokens.ends[last - 1])].split())

    def bounds(self, mention: FoundMention) -> tuple[int, int]:
        """A mention's words without determiner and possessive ending."""
        first, last = mention.first, mention.last
        if last - first > 1 and self.lower[last - 1] == "s" and self.lower[last - 2] in _APOSTROPHES:
            last -= 2
        elif last - first > 1 and self.lower[last - 1] in _APOSTROPHES:
            last -= 1
        while first < last - 1 and self.lower[first] in _DETERMINERS:
            first += 1
        return first, last

    def name(self, mention: FoundMention) -> str:
        """A name: of a person's without the title in front."""
        first, last = self.bounds(mention)
        if mention.kind == "person":
            first = self._name_start(mention, first, last)
        return self.surface(first, last).strip(' ,;:()[]"“”')

    def title(self, mention: FoundMention) -> str:
        """What stands in front of a person's name, in the mention or right before it."""
        first, last = self.bounds(mention)
        return self.surface(first, self._name_start(mention, first, last))

    def _name_start(self, mention: FoundMention, first: int, last: int) -> int:
        """The first word of a person's name itself: behind the title, also where the title is written as its part."""
        start = mention.head if first < mention.head < last else first
        if not _INNER.isdisjoint(self.lower[first + 1 : start]):
            start = first  # of "Usama bin Ladin" all is the name
        while start < last - 1 and (self.lower[start] in _TITLES or self.lower[start] == "."):
            start += 1
        return start

    def _is_trade_learnt(self, mention: FoundMention) -> bool:
        """Whether a description tells what someone has learnt, and does no more: "a physician by training"."""
        return " ".join(self.lower[mention.last : mention.last + 2]) in _LEARNED

    def descriptions(self, chain: Chain) -> Iterator[str]:
        """All that a chain's mentions say of its bearer: titles, and descriptions with the "of" that follows them."""
        for mention in chain.mentions:
            if mention.form == NAME and mention.kind == "person":
                yield from self._beside(mention)
            elif mention.form == NAME and mention.kind == "organization":
                yield from self.apposed(mention)
            elif mention.form == NOMINAL and not self._is_trade_learnt(mention):
                yield self.description(mention)

    def beside_name(self, chain: Chain) -> Iterator[str]:
        """What stands right beside a person's names: titles and appositions."""
        for mention in chain.mentions:
            if mention.form == NAME and mention.kind == "person":
                yield from self._beside(mention)

    def _beside(self, mention: FoundMention) -> Iterator[str]:
        title = self.title(mention)
        if title:
            yield _STYLES.get(title.lower().strip("."), title)
        yield from self.apposed(mention)
        yield from told_by_clause(self.tokens.words, mention.first, mention.last)

    def description(self, mention: FoundMention) -> str:
        """A description, with an "of" and a name that follow it."""
        first, last = self.bounds(mention)
        if first and self.lower[first - 1] in _FORMER:
            first -= 1
        if mention.words and self.lower[first] in ("his", "her", "their", "its", "my", "our"):
            return self.surface(first, last)
        if first == mention.first and (owner := self._owner_before(first)) is not None:
            first = owner
        if self.lower[last - 1] == "head" and self.lower[last : last + 2] in (["of", "state"], ["of", "government"]):
            return self.surface(first, last + 2)
        if last < len(self.lower) and self.lower[last] == "of" and last == mention.last:
            end = last + 1
            while end < min(len(self.lower), last + _OF_REACH) and self._is_named(end):
                end += 1
            while end > last + 1 and not self.tokens.words[end - 1][0].isupper():
                end -= 1
            end += end > last + 1 and self.lower[end : end + 1] == ["government"]
            if end > last + 1:
                last = end
        return self.surface(first, last)

    def _owner_before(self, at: int) -> int | None:
        """The first word of the name that owns what begins at a word: "Norway" of "Norway's [interim president]"."""
        if at < _OWNED or self.lower[at - 1] != "s" or self.lower[at - 2] not in _APOSTROPHES:
            return None
        first = at - 2
        while first > 0 and self.tokens.words[first - 1][0].isupper() and self.lower[first - 1] not in _DETERMINERS:
            first -= 1
        return first if first < at - 2 else None

    def owner_before(self, at: int) -> str:
        """The name that owns what begins at a word; empty where none does."""
        first = self._owner_before(at)
        return "" if first is None else self.surface(first, at - 2)

    def is_definite(self, mention: FoundMention) -> bool:
        """Whether a description is of one that is known: "the president", "Ukraine's president", not "a president"."""
        before = self.lower[mention.first - 1] if mention.first else ""
        if before in _SOUGHT and self.lower[mention.first] not in _BEFORE_NOUNS:
            return False  # "chose a Democrat for president"
        return self.lower[mention.first] not in ("a", "an", "one", "some", "any", "every", "no", "another", "each")

    def is_bare(self, mention: FoundMention) -> bool:
        """Whether nothing tells that one is meant who is known: "hired him as president", not "the president"."""
        first = mention.first
        if self.lower[first] in _BEFORE_NOUNS or self.lower[first] in _POINTING:
            return False
        return not first or self.lower[first - 1] not in _BEFORE_NOUNS | _OWNING

    def is_sworn_in(self, mention: FoundMention) -> bool:
        """Whether a mention is told to take its office: "the prime minister was sworn in"."""
        behind = self.lower[mention.last : mention.last + len(_SWORN[0])]
        return any(behind[: len(words)] == list(words) for words in _SWORN)

    def is_of_thing(self, mention: FoundMention) -> bool:
        """Whether a description goes on with "of" and a common noun that has no government: "the head of the choir"."""
        at = next((i for i in range(mention.head, mention.last + 1) if self.lower[i : i + 1] == ["of"]), None)
        if at is None or not _CHARGED.isdisjoint(self.lower[max(0, mention.first - _CHARGED_REACH) : mention.first]):
            return False  # "convicted the prime minister of contempt"
        noun = at + 1 + (self.lower[at + 1 : at + 2] == ["the"])
        return noun < len(self.lower) and self.tokens.words[noun][0].islower() and self.lower[noun] not in _OF_STATE

    def apposed(self, mention: FoundMention) -> Iterator[str]:
        """The descriptions that stand beside a name, parted from it by a comma: "Mara Lind, a surgeon in Ostby,"."""
        after = mention.last
        if self._is_age(after):
            after += 2
        if after + 1 < len(self.lower) and self.lower[after] == "," and self.lower[after + 1] in _BEFORE_NOUNS:
            end = next((i for i in range(after + 1, min(len(self.lower), after + _APPOSED)) if self._is_break(i)), None)
            if end is not None and " ".join(self.lower[end - 2 : end]) not in _LEARNED:
                yield self.surface(after + 1, end)
        before = mention.first - 1
        if before > 0 and self.lower[before] == ",":
            start = before - 1
            while start >= max(0, before - _APPOSED) and not self._is_break(start):
                if self.lower[start] in _BEFORE_NOUNS:
                    yield self.surface(start, before)
                    return
                start -= 1

    def _is_break(self, at: int) -> bool:
        return not self.lower[at][0].isalnum() and self.lower[at] not in ("-", "'", "’", ".", "&")

    def is_cut(self, mention: FoundMention) -> bool:
        """Whether a name is but the beginning of a longer one: "some [Wall] Street analysts"."""
        words = self.tokens.words
        if self.lower[mention.last : mention.last + 1] in (["'"], ["’"]) and self._is_written_on(mention.last):
            return True  # "[Chang]'e 4"
        if not mention.first or mention.last >= len(words):
            return False
        return words[mention.first - 1][0].islower() and words[mention.last][0].isupper()

    def is_first_name(self, mention: FoundMention) -> bool:
        """Whether a name of one word is a relative's first name: "his wife Mara"."""
        first, last = self.bounds(mention)
        start = self._name_start(mention, first, last) if mention.kind == "person" else first
        at = start - (2 if start > 1 and self.lower[start - 1] == "," else 1)
        is_kin = at > 0 and self.lower[at] in CLOSE and self.lower[at - 1] in _OWNERS
        return mention.form == NAME and last - start == 1 and is_kin

    def _is_written_on(self, at: int) -> bool:
        """Whether an apostrophe stands within a word, and is no possessive's."""
        starts, ends = self.tokens.starts, self.tokens.ends
        if at + 1 >= len(self.lower) or self.lower[at + 1] in ("s", "'", "’"):
            return False
        return int(starts[at]) == int(ends[at - 1]) and int(starts[at + 1]) == int(ends[at])

    def has_age(self, chain: Chain) -> bool:
        """Whether an age stands beside one of a chain's names: "Mara Lind, 47,"."""
        return any(self._is_age(m.last) for m in chain.mentions if m.form == NAME)

    def ages(self, chain: Chain) -> list[int]:
        """How old a chain's bearer is told to be: "Mara Lind, 47,", "the 47-year-old"."""
        behind = [self.lower[m.last + 1] for m in chain.mentions if m.form == NAME and self._is_age(m.last)]
        inside = [
            self.lower[at]
            for m in chain.mentions
            for at in range(m.first, m.last)
            if self.lower[at].isdigit() and "year" in self.lower[at + 1 : at + 3]
        ]
        return [int(age) for age in behind + inside]

    def _is_age(self, at: int) -> bool:
        """Whether a comma, an age and a mark stand from a word on."""
        words = self.lower[at : at + 3]
        if len(words) < 3 or words[0] != "," or words[2] not in (",", "."):
            return False
        return words[1].isdigit() and _YOUNGEST <= len(words[1]) <= _OLDEST

    def is_presented(self, chain: Chain) -> bool:
        """Whether the article presents a name as a stranger's: "a pilot named Mara Lind", "a Mr Lind of Ostby"."""
        return any(self._is_presented(mention) for mention in chain.mentions if mention.form == NAME)

    def _is_presented(self, mention: FoundMention) -> bool:
        first = self._name_start(mention, *self.bounds(mention))
        if self._is_namesake(mention):
            return True
        before = self.lower[max(0, first - _PRESENTING) : first]
        if before and before[-1] in _POLITE:
            at = next(at for at in range(len(before) - 1, -1, -1) if before[at] in _POLITE)
            return at > 0 and before[at - 1] in _ONE_OF_MANY
        if before[-1:] == ["as"] and not _IDENTIFIED.isdisjoint(before) and not self.title(mention):
            return True  # "named the officer as Mara Lind"
        if before[-1:] == ["as"] and not _CALLING.isdisjoint(before[-_CALLED_SO:]):
            return True  # "who gave his name as Michel"
        if not before or before[-1] not in _NAMED:
            return False
        if before[-1] == "called" and before[-2:-1] in (["is"], ["was"]):
            return True
        told = before[:-1]
        start = next((at for at in range(len(told) - 1, -1, -1) if told[at] in _ONE_OF_MANY), None)
        return start is not None and all(word.isalpha() for word in told[start:]) and len(told) - start > 1

    def _is_namesake(self, mention: FoundMention) -> bool:
        """Whether the sentence says that someone is only called so: "who shares her name with the president"."""
        _, end = self.sentence(mention)
        behind = self.text[int(self.tokens.ends[mention.last - 1]) : end].lower()
        return _NAMESAKE.search(behind) is not None

    def is_thing(self, chain: Chain) -> bool:
        """Whether a person's full name is a ship's, a hall's: "the Konrad Adenauer lost its radio", "the carrier Lind".

        An article stands before it each time, and no noun behind that it might belong to ("the Mara Lind campaign").
        """
        names = [mention for mention in chain.mentions if mention.form == NAME and mention.last - mention.head > 1]
        return bool(names) and all(self._is_thing(mention) for mention in names)

    def _is_thing(self, mention: FoundMention) -> bool:
        first = self.bounds(mention)[0]
        before = self.lower[first - 1] if first else ""
        if before in _THINGS or self.lower[first] in _THINGS:
            return True
        is_bare = first == self._name_start(mention, *self.bounds(mention)) or self.lower[first] in _ROYAL
        return before == "the" and is_bare and self.tokens.words[first][0].isupper() and not self.goes_on(mention)

    def is_town(self, mention: FoundMention) -> bool:
        """Whether a name is told to be a town's: "Lebanon, a farming town in Ohio", "the village of Peru"."""
        first, last = self.bounds(mention)
        if self.lower[first - 2 : first] in [[noun, "of"] for noun in _TOWNS]:
            return True
        behind = self.lower[last : last + _APPOSED]
        if behind[:1] == [","] and self._tells_way(last + 1):
            return True
        if behind[:1] != [","] or behind[1:2] not in (["a"], ["an"], ["the"]):
            return False
        noun = next((at for at, word in enumerate(behind) if at > 1 and word in (*_TOWNS, "city")), None)
        if noun is None or not all(word.isalpha() or word == "-" for word in behind[2:noun]):
            return False
        return behind[noun] != "city" or behind[noun + 1 : noun + 2] == ["in"]

    def _tells_way(self, at: int) -> bool:
        """Whether words tell how far somewhere is from a town: "half an hour's drive east of Harrisburg"."""
        end = next((i for i in range(at, min(len(self.lower) - 1, at + _APPOSED)) if self.lower[i] in _FAR_FROM), None)
        is_far = end is not None and not _LENGTHS.isdisjoint(self.lower[at:end])
        return is_far and end is not None and self.tokens.words[end + 1][0].isupper()

    def follows(self, mention: FoundMention, nouns: frozenset[str]) -> bool:
        """Whether one of some nouns stands in the sentence or so before a mention."""
        return not nouns.isdisjoint(self.lower[max(0, mention.first - _SENTENCE) : mention.first])

    def owner(self, mention: FoundMention) -> str:
        """The name that owns the one of a mention: "South Korea" of "South Korea's Park"; empty where there is none."""
        at = self._name_start(mention, *self.bounds(mention)) if mention.kind == "person" else mention.first
        while at > 1 and self.lower[at - 1] in _POLITE:  # "The South's Mr Kim"
            at -= 1
        first = self._owner_before(at)
        return "" if first is None else self.surface(first, at - 2)

    def sentence(self, mention: FoundMention) -> tuple[int, int]:
        """The offsets at which the sentence of a mention begins and ends, a dateline with it."""
        first = self.sentence_start(mention.first)
        ends = (at for at in range(mention.last, len(self.lower)) if self._ends_sentence(at))
        last = next(ends, len(self.lower) - 1)
        return int(self.tokens.starts[first]), int(self.tokens.ends[last])

    def sentence_start(self, at: int) -> int:
        """The first word of the sentence of a word."""
        return next((i + 1 for i in range(at - 1, -1, -1) if self._ends_sentence(i)), 0)

    def _ends_sentence(self, at: int) -> bool:
        """Whether a word is the mark behind a sentence, and not that of an initial or an abbreviation."""
        before = self.lower[at - 1] if at else ""
        if self.tokens.words[at + 1 : at + 2] and self.tokens.words[at + 1][0].islower():
            return False  # "Ostby Corp. sued"
        return self.lower[at] in _SENTENCE_MARKS and (
            self.lower[at] != "." or (len(before) > 1 and before not in ABBREVIATED)
        )

    def is_where(self, mention: FoundMention) -> bool:
        """Whether a preposition of place stands before a mention."""
        first = mention.first - (self.lower[mention.first] not in _DETERMINERS and self._has_determiner(mention))
        return first > 0 and self.lower[first - 1] in _WHERE

    def is_beset(self, mention: FoundMention) -> bool:
        """Whether something is done to a mention that is done to a building: "guarded the palace"."""
        at = mention.first - 1
        while at > 0 and self.lower[at] in _DETERMINERS:
            at -= 1
        return at >= 0 and self.lower[at] in _BESET | load_words().locating

    def is_on_way(self, mention: FoundMention) -> bool:
        """Whether a mention is an end of a way: "a train between Budapest and Vienna", "left for Hanoi"."""
        before = self.lower[max(0, mention.first - _WAY) : mention.first]
        if before[-1:] == ["for"] and not _LEAVES.isdisjoint(before[-_WAY + 1 : -1]):
            return True
        if "between" not in before:
            return False
        at = before.index("between")
        return at > 0 and before[at - 1] in _WAYS

    def is_site(self, mention: FoundMention) -> bool:
        """Whether a name tells where a site is: "the railway station of Ankara"."""
        first = self.bounds(mention)[0]
        words = load_words()
        return self.lower[first - 1 : first] == ["of"] and (
            self.lower[first - 2] in words.houses | (words.grounds - _FIGURATIVE) | words.sites | _OUTSIDE
        )

    def is_still(self, mention: FoundMention) -> bool:
        """Whether a name does what only a town does: "Brussels stood still"."""
        last = self.bounds(mention)[1]
        behind = self.lower[last : last + 2]
        return bool(behind) and (behind[0] in _WAKES or (behind[0] in _RESTS and behind[-1] in _STILL))

    def does(self, mention: FoundMention, verbs: frozenset[str]) -> bool:
        """Whether one of some verbs stands right behind a mention, or behind a word between."""
        last = self.bounds(mention)[1]
        return not verbs.isdisjoint(self.lower[last : last + 2])

    def goes_on(self, mention: FoundMention) -> bool:
        """Whether a noun may follow a mention that is an adjective: no verb, no mark stands behind it."""
        last = self.bounds(mention)[1]
        word = self.lower[last] if last < len(self.lower) else "."
        is_verb = word in load_words().verbs or word.endswith("ed")
        return word[0].isalpha() and not is_verb

    def has_article(self, chain: Chain) -> bool:
        """Whether an article stands before one of a chain's names."""
        names = (mention for mention in chain.mentions if mention.form == NAME)
        return any(self.lower[mention.first] in _DETERMINERS or self._has_determiner(mention) for mention in names)

    def _has_determiner(self, mention: FoundMention) -> bool:
        return mention.first > 0 and self.lower[mention.first - 1] in _DETERMINERS

    def _is_named(self, at: int) -> bool:
        word = self.tokens.words[at]
        return word[0].isupper() or word in ("the", "of", "and", "-", ".", "’", "'")
