"""What befell the things counted: the predicate that governs a number, read from the words of its clause.

No parser is asked. A number is looked at as the object of the verb to its left ("killed at least 12"), then as the
subject of the verb group to its right ("12 people in the town were killed", "12 died"), then as what a noun of doing is
of ("the killing of 12", "a death toll of 12"). The nearest that speaks decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.quantities.closed import AUXILIARIES, CONJUNCTIONS, DETERMINERS, SPEECH
from onrecord.annotating.quantities.objects import as_joined_object, as_object
from onrecord.annotating.quantities.predicates import Governed, passive, state_at
from onrecord.annotating.quantities.subjects import as_subject
from onrecord.annotating.quantities.tolls import of_noun, of_toll
from onrecord.vocabulary.roles import role_words

if TYPE_CHECKING:
    from onrecord.annotating.quantities.predicates import Counted
    from onrecord.annotating.quantities.words import Words


def read_role(words: Words, counted: Counted) -> Governed:
    """The role that the counted things' own predicate gives them, None where it gives none."""
    fallback = Governed(None, counted.next)
    if counted.is_compound and counted.kind != "money":
        return fallback
    by_verb = as_object(words, counted)
    if by_verb:
        after = state_at(words, counted.next)  # "took 251 people captive"
        return Governed(by_verb[0], after[1] if after else counted.next, verb=by_verb[1])
    right = as_subject(words, counted)
    if right.role:
        return right
    by_noun = (
        (None if right.has_verb else as_joined_object(words, counted))
        or of_noun(words, counted)
        or of_toll(words, counted)
    )
    if by_noun:
        return Governed(by_noun, counted.next)
    known = role_words()
    if counted.unit in known.units:
        return Governed(known.units[counted.unit or ""], right.end)
    for state in counted.states:  # "12 wounded soldiers"
        role = known.states.get((state,)) or passive(state, counted)
        if role:
            return Governed(role, right.end)
    return right


def shares_predicate(words: Words, before: int, first: int, *, is_them: bool) -> bool:
    """Whether what begins at word `first` only goes on with what was said until word `before`: "…, including 12"."""
    if first - before > 12 or first < before:
        return False
    is_joined = is_them
    for i in range(before, first):
        word = words.at(i)
        if words.breaks(i) or words.is_end(i) or word in AUXILIARIES or word in (";", ":"):
            return False
        if word in CONJUNCTIONS - {"and", "or", "than"} or word in SPEECH:
            return False
        if word in role_words().verbs and word in role_words().participles and words.at(i - 1) not in DETERMINERS:
            return False
        if word.endswith("ing") and word in role_words().verbs:
            return False
        if word in ("and", "or", "including", "plus", "among", "&", "well", "along", "alongside"):
            is_joined = True
        if word == "," and i == first - 1:
            is_joined = True
    return is_joined
