"""The step that finds every number that counts or measures something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from onrecord.annotating.quantities.amounts import read_amount
from onrecord.annotating.quantities.bounds import Bound, read_after, read_before
from onrecord.annotating.quantities.clauses import read_role
from onrecord.annotating.quantities.context import Found, with_context
from onrecord.annotating.quantities.measures import money_rate
from onrecord.annotating.quantities.naming import counts_nothing
from onrecord.annotating.quantities.nouns import Noun
from onrecord.annotating.quantities.numerals import plain
from onrecord.annotating.quantities.predicates import Counted
from onrecord.annotating.quantities.things import read_noun
from onrecord.annotating.quantities.words import split
from onrecord.records import Quantity, Span
from onrecord.vocabulary.numbered import numbered
from onrecord.vocabulary.numbers import number_words
from onrecord.vocabulary.roles import role_words
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.annotating.quantities.amounts import Amount
    from onrecord.annotating.quantities.words import Words
    from onrecord.dossier import Dossier


class FindQuantities:
    """The step that makes `quantities`; a number inside a time expression is none."""

    name = "find_quantities"
    version = "1"
    requires = ("times",)
    optional = ("running_text",)
    makes = ("quantities",)
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """The article's quantities in text order."""
        return {"quantities": find_quantities(dossier.running_text, [time.span for time in dossier["times"]])}


def find_quantities(text: str, taken: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """Find the quantities of `text`.

    Args:
        text: any text.
        taken: spans in text order that hold no quantities, such as those of times.

    Returns:
        the quantities in text order, with ids q1, q2, …
    """
    words = split(text)
    found = with_context(words, list(_find(words, taken)))
    return tuple(_quantity(words, one, n + 1) for n, one in enumerate(found))


def _find(words: Words, taken: Sequence[Span]) -> Iterator[Found]:
    starters = _starters()
    last = 0  # what was found must end before what is found next begins
    covering = iter(taken)
    cover = next(covering, None)
    for i, word in enumerate(words.low):
        if i < last or not (word in starters or words.raw[i][0].isdecimal()):
            continue
        amount = read_amount(words, i)
        if amount is None:
            continue
        start, end = words.starts[i], words.ends[amount.low.end - 1]
        while cover is not None and cover.end <= start:
            cover = next(covering, None)
        noun = _noun(words, amount)
        if (cover is not None and cover.start < end) or counts_nothing(words, amount, noun):
            last = amount.end
            continue
        bound = _bound(words, amount, noun)
        counted = Counted(
            bound.begins,
            amount.number,
            noun.end,
            max(noun.next, bound.end),
            noun.unit,
            noun.kind,
            noun.states,
            is_compound=noun.refers == "compound",
        )
        governed = read_role(words, counted)
        one = Found(amount, noun, bound, counted, governed)
        last = amount.end
        if _is_one(words, amount) and not _counts_one(words, one):
            continue
        yield one


def _starters() -> frozenset[str]:
    known = number_words()
    return (
        frozenset(known.cardinals)
        | frozenset(known.plurals)
        | frozenset("a an half quarter several many few ½ ¼ ¾ ⅓ ⅔".split())
    )


def _noun(words: Words, amount: Amount) -> Noun:
    if amount.money:
        noun = money_rate(words, amount.money, amount.end)
        if words.is_hyphen(amount.end) and words.at(amount.end + 1) in units().times:
            return Noun(None, "time", amount.end, amount.end)
        return noun
    after = read_after(words, amount.end, amount.end)
    at = after[1] if after and after[1] < len(words) and not words.is_end(after[1]) else amount.end
    part = amount.low.form == "part"
    noun = read_noun(words, amount.number, at, value=amount.value, is_part=part, is_range=amount.high is not None)
    if at > amount.end and noun.kind == "none":
        return replace(noun, end=amount.end, next=max(noun.next, at))
    return noun


def _bound(words: Words, amount: Amount, noun: Noun) -> Bound:
    before = read_before(words, amount.first)
    after = read_after(words, amount.end, noun.end)
    name, end = before.name, noun.end
    if after:
        name, end = (after[0] if name == "exact" else name), max(end, after[1])
    if amount.high is not None:
        name = "range"
    elif amount.low.form == "plural":
        name = "at_least"
    elif amount.low.is_about and name == "exact":
        name = "about"
    return Bound(name, before.first, end, before.begins)


def _is_one(words: Words, amount: Amount) -> bool:
    return words.at(amount.number) == "one" and amount.end == amount.number + 1


def _counts_one(words: Words, found: Found) -> bool:
    """Whether "one" counts: "one soldier", "one was killed", "killing one"; not "no one", "one of the oldest"."""
    at = found.amount.number
    before, after = words.at(at - 1), words.at(at + 1)
    known = numbered()
    if after in known.idioms or (words.touches(at + 1) and after != "-" and words.is_word(at + 1)):
        return False
    has_noun = found.noun.kind in ("measure", "money", "share") or (found.noun.kind == "noun" and after != "of")
    if before in known.pronouns and not (before == "the" and has_noun):
        return False
    if after == "of":
        return found.bound.name != "exact" or (found.governed.role in role_words().people)
    return has_noun or found.governed.role is not None or found.bound.name != "exact"


def _quantity(words: Words, found: Found, number: int) -> Quantity:
    first, end = found.bound.first, max(found.noun.end, found.bound.end, found.amount.end)
    span = Span.of(words.text, words.starts[first], words.ends[end - 1])
    high = None if found.amount.top is None else plain(found.amount.top)
    return Quantity(
        f"q{number}", span, plain(found.amount.value), high, found.bound.name, found.noun.unit, found.governed.role
    )
