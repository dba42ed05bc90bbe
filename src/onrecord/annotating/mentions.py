"""Mentions: names, descriptions and pronouns, each found by its head and then given its borders."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.annotating.authors import without_authors
from onrecord.annotating.borders import (
    CAPITAL,
    holds_title,
    is_bare_name,
    is_called_the,
    is_direction,
    is_surname,
    is_written_on,
    join_titles,
    set_name,
    set_person,
)
from onrecord.annotating.known import known_kind, written
from onrecord.annotating.mere_words import without_mere_words
from onrecord.annotating.mistaken import without_mistaken
from onrecord.annotating.name_parts import without_parts
from onrecord.annotating.officials import with_officials
from onrecord.annotating.partisans import with_partisans
from onrecord.annotating.repeated import even_out
from onrecord.annotating.things import without_things
from onrecord.chains import KINDS, NAME, NOMINAL, PRONOUN, FoundMention
from onrecord.inference import load_model
from onrecord.knowledge.demonyms import is_demonym
from onrecord.tokens import GAPS
from onrecord.vocabulary.referring import IT, PRONOUNS, STANDALONE, WHO, pronoun_class
from onrecord.vocabulary.titles import (
    BODIES,
    COLLECTIVES,
    GROUPS,
    HAPPENINGS,
    HOLDERS,
    OFFICES,
    PORTFOLIOS,
    SETTLEMENTS,
    SITES,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from onrecord.tokens import Encoding, Tokens

MODEL = "mentions.onnx"
_REACH = 16  # words looked at on either side of a head for the mention's border, as in training
_LEAST = 0.5  # of a head
_IT = PRONOUNS.index(IT)
_PERSON, _ORGANIZATION, _PLACE, _OTHER = range(len(KINDS))
_SURE_PERSON = (
    0.9  # of being a person, from which on a name that is known as a body's is believed to be one's all the same
)
_ONE = 0.5  # how likely several are meant, below which it is one
_SHORTEST, _LONGEST_ACRONYM = 3, 5  # letters
_ONE_BY_ARTICLE = 0.1  # how likely "a witness" is several
_SEVERAL = 0.9  # how likely several are meant by "officials"
_LEAST_IT = 0.4  # "it" refers to nothing as often as not
_LINE = GAPS.index("line")
# No description has a finite verb before its head, nor behind one what leads to the verb's object.
_FINITE = frozenset("is are was were has have had said says told will would can could may might must did does".split())
_BEFORE_ARGUMENTS = frozenset("by to for with from of in on at that as".split())
_BRAND = re.compile(r"(?!(?:Mc|Mac|De|Del|Der|Di|Du|Fitz|La|Le|Van|Von|O|D|Al|El)[A-Z])[A-Z][a-z]+[A-Z][A-Za-z]*$")
_NEVER_FIRST = frozenset({",", ".", '"', "“", "”", "'", "’", "-"})
_DETERMINERS = frozenset({"the", "a", "an"})
_NEVER_LAST = frozenset({",", ".", '"', "“", "”", "'", "’", "-", "s"})


class MentionScores:
    """What the mention head says of every word of a text.

    Attributes:
        kinds: probability of being no head, or a head of each kind; shape (words, 5).
        forms: index of the likeliest form; shape (words,).
        plural, male: probabilities; shape (words,).
        links: how a mention with this head is seen as the later, as the last and as the naming one of two that may mean
            the same, a third each; shape (words, links).
    """

    def __init__(self, encoding: Encoding) -> None:
        scores, ends, links, place = load_model(MODEL).run({"words": encoding.mention_states})
        self.kinds = _softmax(scores[:, :5])
        self.forms = scores[:, 5:8].argmax(1)
        self.plural = _softmax(scores[:, 8:10])[:, 1]
        self.male = _softmax(scores[:, 10:12])[:, 0]
        self.links = links
        self._starts, self._start_keys, self._ends, self._end_keys = np.split(ends, 4, axis=1)
        self._place = place
        self.kinds, self.forms = even_out(
            self.kinds, self.forms, lambda head: self.borders(head, encoding.tokens), encoding.tokens
        )

    def borders(self, head: int, tokens: Tokens) -> tuple[int, int]:
        """The half-open range of words of the mention with this head; never over a line break."""
        low = max(0, head - _REACH + 1)
        before = self._start_keys[low : head + 1] @ self._starts[head] / 8 + self._place[0, : head - low + 1][::-1]
        after = self._end_keys[head : head + _REACH] @ self._ends[head] / 8
        first = low + int(before.argmax())
        last = head + int((after + self._place[1, : len(after)]).argmax()) + 1
        breaks = np.flatnonzero(tokens.gaps[first + 1 : last] == _LINE) + first + 1
        first = max([first, *breaks[breaks <= head].tolist()])
        last = min([last, *breaks[breaks > head].tolist()])
        return first, last


def find_mentions(
    words: Sequence[str], tokens: Tokens, scores: MentionScores, heads: Collection[int] = ()
) -> list[FoundMention]:
    """The mentions of a text in the order of their heads, one a head.

    Args:
        words: the text's words, lower case.
        heads: words that are heads whatever the scores say, as those of sources are.
    """
    classes = [pronoun_class(word) for word in words]
    for at in (at for at, word in enumerate(words) if word == "us" and tokens.words[at].isupper()):
        classes[at] = -1  # the country
    is_head = scores.kinds[:, 0] < _LEAST
    for i, kind in enumerate(classes):
        if 0 <= kind < PRONOUNS.index(WHO):
            is_head[i] = kind != _IT or scores.kinds[i, 0] < 1 - _LEAST_IT
    is_head[_diffuse_heads(words, tokens, scores, is_head)] = True
    is_head[list(heads)] = True
    is_head[[word in _DETERMINERS for word in words]] = False
    found: dict[int, FoundMention] = {}
    written = frozenset(tokens.words)
    for head in np.flatnonzero(is_head).tolist():
        if words[head].isalnum() or head in heads:
            mention = _mention(head, words, classes[head], tokens, scores)
            if _is_acronym(mention, tokens, written):
                mention = replace(mention, kinds=_no_person(mention.kinds))
            known = found.get(mention.head)
            if known is None or mention.last - mention.first > known.last - known.first:
                found[mention.head] = mention
    joined = join_titles([found[head] for head in sorted(found)], words, tokens)
    named = without_parts(without_mere_words(joined, tokens, heads), tokens, heads)
    told = without_mistaken(without_things(named, words, tokens), words, tokens, heads)
    told = without_authors(told, words, tokens, heads)
    return with_partisans(with_officials(told, words, tokens), words)


def _is_head(word: int, tokens: Tokens, scores: MentionScores) -> bool:
    return word >= len(tokens) or bool(scores.kinds[word, 0] < _LEAST)


def _is_brand(tokens: Tokens, head: int, last: int) -> bool:
    """Whether a name is one word with a capital in its middle, as a person's has only behind "Mc" and its like."""
    return last == head + 1 and bool(_BRAND.match(tokens.words[head]))


def _diffuse_heads(
    words: Sequence[str], tokens: Tokens, scores: MentionScores, is_head: NDArray[np.bool_]
) -> list[int]:
    """Heads of names that the scores see but place nowhere: capitals side by side that add up to one head.

    Of "Defense Secretary Mara Lind" each word may have a third of it. The head is the likeliest word behind the titles.
    """
    heads = []
    capital = np.isin(tokens.shapes, list(CAPITAL))
    starts = np.flatnonzero(capital & ~np.concatenate([[False], capital[:-1] & (tokens.gaps[1:] != _LINE)]))
    for start in starts.tolist():
        end = start + 1
        while end < len(words) and capital[end] and tokens.gaps[end] != _LINE:
            end += 1
        if end - start < 2 or is_head[start:end].any() or (1 - scores.kinds[start:end, 0]).sum() < _LEAST:
            continue
        names = [i for i in range(start, end) if words[i] not in OFFICES] or [start]
        behind = [i for i in names if not any(words[j] in OFFICES for j in range(i, end))] or names
        heads.append(min(behind, key=lambda i: float(scores.kinds[i, 0])))
    return heads


def _mention(head: int, words: Sequence[str], pronoun: int, tokens: Tokens, scores: MentionScores) -> FoundMention:
    form, first, last = PRONOUN, head, head + 1
    kinds = scores.kinds[head, 1:] / scores.kinds[head, 1:].sum()
    plural = float(scores.plural[head])
    if pronoun < 0 or words[head] == "that":
        pronoun = -1
        form = int(scores.forms[head])
        if form == PRONOUN and words[head] not in STANDALONE:
            form = NOMINAL
        first, last = scores.borders(head, tokens)
        while last > head + 1 and words[last - 1] in _NEVER_LAST and not _is_abbreviation(words, last):
            last -= 1
        closing = [i for i in range(first, head) if words[i] == ")" and "(" not in words[first:i]]
        first = max([first, *(i + 1 for i in closing)])  # "(D-Ohio), a member of": it begins after the bracket
        while first < head and words[first] in _NEVER_FIRST:
            first += 1
        while first > 1 and words[first - 1] == "." and len(words[first]) == len(words[first - 2]) == 1:
            first -= 2  # "E.U. nations" was cut after its first letter
        if form == NAME and int(tokens.shapes[head]) not in CAPITAL:
            form = NOMINAL
        if form == NOMINAL:
            first = _behind_clause(words, first, head)
            if first and words[first - 1] in _DETERMINERS and tokens.gaps[first] != _LINE:
                first -= 1  # nothing else ends in "the"
        is_native = form == NAME and plural < _ONE and _is_native(words, first, last)
        if is_native:
            form, kinds = NOMINAL, _as(kinds, _PERSON)
        if form == NOMINAL:
            kinds, plural = _told_by_noun(words, first, head, kinds, plural)
        is_department = words[head] in BODIES and words[head - 1] in PORTFOLIOS  # "Justice Department"
        if form == NAME and not is_department and holds_title(words, tokens, first, head, last):
            kinds = _as(kinds, _PERSON)
        elif form == NAME and (is_department or words[last - 1] in BODIES or _is_cut_off(head, words, tokens, scores)):
            kinds = _as(kinds, _ORGANIZATION)
        elif form == NAME and last < len(words) and words[last] in SITES and is_written_on(tokens, last):
            kinds, last = _as(kinds, _PLACE), last + 1
        elif form == NAME and is_direction(words, tokens, head - 1):
            kinds = _as(kinds, _PLACE)
        if int(kinds.argmax()) == _PERSON and form != PRONOUN and not is_native:
            form, first, head, last = set_person(words, tokens, first, head, last, form=form)
            if form == NAME and last - head == 1 and not _is_head(last, tokens, scores):
                last += is_surname(words, tokens, head, last)
            if form == NAME and (is_called_the(words, tokens, head, last) or _is_brand(tokens, head, last)):
                kinds = _no_person(kinds)
            elif form == NAME and kinds[_PERSON] < _SURE_PERSON and is_bare_name(words, tokens, first, head):
                known = known_kind(written(tokens, first, last))
                kinds = kinds if known is None else _as(kinds, KINDS.index(known))
        elif form == NAME:
            first, last = set_name(words, tokens, first, head, last)
            if words[last - 1] in BODIES:
                kinds = _as(kinds, _ORGANIZATION)
            elif words[last - 1] in HAPPENINGS and last - first > 1:
                kinds = _as(kinds, _OTHER)
    return FoundMention(
        head=head,
        first=first,
        last=last,
        form=form,
        pronoun=pronoun,
        kinds=kinds,
        plural=plural,
        male=float(scores.male[head]),
        words=tuple(words[first:last]),
    )


def _behind_clause(words: Sequence[str], first: int, head: int) -> int:
    """Where a description begins that was begun at another clause's start: "Lind said [80 people]"."""
    cuts = [at + 1 for at in range(first, head) if words[at] in _FINITE]
    if not cuts:
        return first
    return max([cuts[-1], *(at + 1 for at in range(cuts[-1], head) if words[at] in _BEFORE_ARGUMENTS)])


def _is_native(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a mention is of somebody by country alone: "the 46-year-old South African"."""
    is_told = words[first] in _DETERMINERS and last - first > 1
    return is_told and any(is_demonym(tuple(words[max(first + 1, last - n) : last])) for n in (1, 2))


def _told_by_noun(
    words: Sequence[str], first: int, head: int, kinds: NDArray[np.float32], plural: float
) -> tuple[NDArray[np.float32], float]:
    """Kinds and plural of a description, where its noun tells them better than the scores do."""
    noun, is_plural = words[head], False
    is_one = words[first] in ("a", "an") and noun not in GROUPS and (noun[-1] != "s" or noun.endswith("ss"))
    if is_one and int(kinds.argmax()) == _PERSON:
        plural = min(plural, _ONE_BY_ARTICLE)
    if noun.endswith("s") and noun[:-1] in HOLDERS and words[first] not in ("a", "an", "this", "that", "one"):
        noun, is_plural = noun[:-1], True
    if noun in HOLDERS:
        return _as(kinds, _PERSON), max(plural, _SEVERAL) if is_plural else plural
    if int(kinds.argmax()) == _PERSON and noun in COLLECTIVES:
        return _as(kinds, _ORGANIZATION), plural
    if int(kinds.argmax()) == _PERSON and noun in SETTLEMENTS:
        return _as(kinds, _PLACE), plural
    return kinds, plural


def _is_cut_off(head: int, words: Sequence[str], tokens: Tokens, scores: MentionScores) -> bool:
    """Whether a body's name goes on behind a head, and no mention has its end for a head: "LAX Airport Police"."""
    for at in range(head + 1, min(head + 4, len(words))):
        if int(tokens.shapes[at]) not in CAPITAL or tokens.gaps[at] == _LINE:
            return False
        if words[at] in BODIES:
            return bool(scores.kinds[at, 0] >= _LEAST)
    return False


def _as(kinds: NDArray[np.float32], kind: int) -> NDArray[np.float32]:
    """The probabilities with the highest of them given to a kind."""
    best = int(kinds.argmax())
    order = np.arange(len(kinds))
    order[[kind, best]] = order[[best, kind]]
    return kinds[order]


def _no_person(kinds: NDArray[np.float32]) -> NDArray[np.float32]:
    """The probabilities of what cannot be a person, and so is an organization."""
    kinds = _as(kinds, _ORGANIZATION)
    kinds[_PERSON] = 0
    return np.asarray(kinds / kinds.sum(), np.float32)


def _is_acronym(mention: FoundMention, tokens: Tokens, written: frozenset[str]) -> bool:
    """Whether a person is called by a few capitals, as a transcript calls who is written small elsewhere."""
    word = tokens.words[mention.head]
    is_one = mention.form == NAME and mention.kind == "person" and mention.last - mention.first == 1
    is_short = _SHORTEST <= len(word) <= _LONGEST_ACRONYM and word.isalpha() and word.isupper()
    return is_one and is_short and word.title() not in written


def _is_abbreviation(words: Sequence[str], last: int) -> bool:
    """Whether the full stop at the end belongs to the mention, as in "U.N." does."""
    return words[last - 1] == "." and len(words[last - 2]) == 1


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)
