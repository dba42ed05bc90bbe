"""The words of mentions: names without titles and possessives, titles, descriptions with what follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL, Chain, FoundMention
from onrecord.interpreting.linking.walks import told_by_clause
from onrecord.vocabulary.referring import KIN, POSSESSIVES
from onrecord.vocabulary.titles import ABBREVIATED, OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.tokens import Tokens

_APOSTROPHES = frozenset({"'", "’"})
_DETERMINERS = frozenset({"the", "a", "an"})
_TITLES = (
    OFFICES | ABBREVIATED | {"father", "mother", "sister", "brother", "reverend", "ayatollah", "defence", "defense"}
)
_WHERE = frozenset("at in inside into outside near of around behind below beside past from to towards opposite".split())
_OWNERS = POSSESSIVES | {"s", "older", "younger", "eldest", "late", "former"}
_BEFORE_NOUNS = _DETERMINERS | {"his", "her", "their", "its", "one", "another"}
_LEARNED = frozenset({"by training", "by profession", "by trade"})  # what a leader was before
_APPOSED = 10  # words of a description beside a name
_SOUGHT = frozenset({"for", "become", "becomes", "became", "becoming", "elected"})
# What stands before the names of those who are nothing else: a word that tells it as a description would.
_STYLES = {
    "father": "priest",
    "sister": "nun",
    "brother": "monk",
    "dr": "doctor",
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
_SENTENCE = 30  # words
_FORMER = frozenset({"former", "ex", "onetime", "ousted", "deposed"})
_YOUNGEST, _OLDEST = 1, 2  # digits of an age
_OF_REACH = 8  # words of what "of" brings


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
        while start < last - 1 and (self.lower[start] in _TITLES or self.lower[start] == "."):
            start += 1
        return start

    def descriptions(self, chain: Chain) -> Iterator[str]:
        """All that a chain's mentions say of its bearer: titles, and descriptions with the "of" that follows them."""
        for mention in chain.mentions:
            if mention.form == NAME and mention.kind == "person":
                yield from self._beside(mention)
            elif mention.form == NAME and mention.kind == "organization":
                yield from self._apposed(mention)
            elif mention.form == NOMINAL:
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
        yield from self._apposed(mention)
        yield from told_by_clause(self.tokens.words, mention.first, mention.last)

    def description(self, mention: FoundMention) -> str:
        """A description, with an "of" and a name that follow it."""
        first, last = self.bounds(mention)
        if first and self.lower[first - 1] in _FORMER:
            first -= 1
        if mention.words and self.lower[first] in ("his", "her", "their", "its", "my", "our"):
            return self.surface(first, last)
        if last < len(self.lower) and self.lower[last] == "of" and last == mention.last:
            end = last + 1
            while end < min(len(self.lower), last + _OF_REACH) and self._is_named(end):
                end += 1
            while end > last + 1 and not self.tokens.words[end - 1][0].isupper():
                end -= 1
            if end > last + 1:
                last = end
        return self.surface(first, last)

    def is_definite(self, mention: FoundMention) -> bool:
        """Whether a description is of one that is known: "the president", "Ukraine's president", not "a president"."""
        before = self.lower[mention.first - 1] if mention.first else ""
        if before in _SOUGHT and self.lower[mention.first] not in _BEFORE_NOUNS:
            return False  # "chose a Democrat for president"
        return self.lower[mention.first] not in ("a", "an", "one", "some", "any", "every", "no", "another", "each")

    def _apposed(self, mention: FoundMention) -> Iterator[str]:
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
        if not mention.first or mention.last >= len(words):
            return False
        return words[mention.first - 1][0].islower() and words[mention.last][0].isupper()

    def is_first_name(self, mention: FoundMention) -> bool:
        """Whether a name of one word is a relative's first name: "his wife Mara"."""
        first, last = self.bounds(mention)
        start = self._name_start(mention, first, last) if mention.kind == "person" else first
        at = start - (2 if start > 1 and self.lower[start - 1] == "," else 1)
        is_kin = at > 0 and self.lower[at] in KIN and self.lower[at - 1] in _OWNERS
        return mention.form == NAME and last - start == 1 and is_kin

    def has_age(self, chain: Chain) -> bool:
        """Whether an age stands beside one of a chain's names: "Mara Lind, 47,"."""
        return any(self._is_age(m.last) for m in chain.mentions if m.form == NAME)

    def _is_age(self, at: int) -> bool:
        """Whether a comma, an age and a mark stand from a word on."""
        words = self.lower[at : at + 3]
        if len(words) < 3 or words[0] != "," or words[2] not in (",", "."):
            return False
        return words[1].isdigit() and _YOUNGEST <= len(words[1]) <= _OLDEST

    def follows(self, mention: FoundMention, nouns: frozenset[str]) -> bool:
        """Whether one of some nouns stands in the sentence or so before a mention."""
        return not nouns.isdisjoint(self.lower[max(0, mention.first - _SENTENCE) : mention.first])

    def owner(self, mention: FoundMention) -> str:
        """The name that owns the one of a mention: "South Korea" of "South Korea's Park"; empty where there is none."""
        at = self._name_start(mention, *self.bounds(mention)) if mention.kind == "person" else mention.first
        if at < _OWNED or self.lower[at - 1] != "s" or self.lower[at - 2] not in _APOSTROPHES:
            return ""
        first = at - 2
        while first > 0 and self.tokens.words[first - 1][0].isupper() and self.lower[first - 1] not in _DETERMINERS:
            first -= 1
        return self.surface(first, at - 2)

    def sentence(self, mention: FoundMention) -> tuple[int, int]:
        """The offsets at which the sentence of a mention begins and ends, a dateline with it."""
        marks = (".", "!", "?")
        first = next((at + 1 for at in range(mention.first - 1, -1, -1) if self.lower[at] in marks), 0)
        last = next((at for at in range(mention.last, len(self.lower)) if self.lower[at] in marks), len(self.lower) - 1)
        return int(self.tokens.starts[first]), int(self.tokens.ends[last])

    def is_where(self, mention: FoundMention) -> bool:
        """Whether a preposition of place stands before a mention."""
        first = mention.first - (self.lower[mention.first] not in _DETERMINERS and self._has_determiner(mention))
        return first > 0 and self.lower[first - 1] in _WHERE

    def is_on_way(self, mention: FoundMention) -> bool:
        """Whether a mention is an end of a way: "a train between Budapest and Vienna"."""
        before = self.lower[max(0, mention.first - _WAY) : mention.first]
        if "between" not in before:
            return False
        at = before.index("between")
        return at > 0 and before[at - 1] in _WAYS

    def _has_determiner(self, mention: FoundMention) -> bool:
        return mention.first > 0 and self.lower[mention.first - 1] in _DETERMINERS

    def _is_named(self, at: int) -> bool:
        word = self.tokens.words[at]
        return word[0].isupper() or word in ("the", "of", "and", "-", ".", "’", "'")
