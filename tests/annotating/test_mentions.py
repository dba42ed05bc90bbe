"""Mentions found from scores made by hand."""

import numpy as np
import pytest
from mention_samples import place_of, tokens_of, words_of

from onrecord.annotating.coreference import source_heads
from onrecord.annotating.mentions import find_mentions
from onrecord.chains import NAME, NOMINAL


class Scores:
    """What the mention head would say: every word is no head but those given, whose borders are the ones given."""

    def __init__(self, tokens, heads=(), given=None):
        self.kinds = np.full((len(tokens), 5), 0.02, np.float32)
        self.kinds[:, 0] = 0.92
        for head in heads:
            self.kinds[head, :2] = 0.02, 0.92
        self.forms = np.full(len(tokens), NOMINAL)
        self.plural = np.zeros(len(tokens))
        self.male = np.full(len(tokens), 0.5)
        self.given = given

    def borders(self, head, tokens):
        return self.given


def described(text, given, head):
    """The words of the one mention that is found where the scores give these borders."""
    tokens = tokens_of(text)
    at = place_of(tokens, head)[0]
    (mention,) = find_mentions(words_of(tokens), tokens, Scores(tokens, [at], place_of(tokens, given)))
    return " ".join(tokens.words[mention.first : mention.last])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("), a member of the council", "a member of the council"),
        ("Ostby), a member of the council", "a member of the council"),
        ("(L-Ostby), a member of the council", "( L - Ostby ) , a member of the council"),
        (", a member of the council", "a member of the council"),
    ],
)
def test_a_description_begins_behind_a_bracket_that_it_does_not_open(given, expected):
    text = "On Monday Mara Lind (L-Ostby), a member of the council came."
    assert described(text, given, "member") == expected


def test_a_bracket_behind_the_head_cuts_nothing():
    assert described("On Monday the member) of it came.", "the member) of it", "member") == "the member ) of it"


@pytest.mark.parametrize(
    ("text", "given", "head", "expected"),
    [
        ("Guards were shot dead by police in town.", "Guards were shot dead by police", "police", "police"),
        ("Lind said the clerk wrote to the buyers.", "Lind said the clerk wrote to the buyers", "buyers", "the buyers"),
        ("Lind said 80 people left.", "Lind said 80 people", "people", "80 people"),
        ("The former harbour master left.", "The former harbour master", "master", "The former harbour master"),
    ],
)
def test_a_description_begins_behind_the_verb_of_another_clause(text, given, head, expected):
    assert described(text, given, head) == expected


def forced(source, *heads):
    """The words that a source makes heads, where the scores see only the given words as heads."""
    tokens = tokens_of(source)
    seen = [place_of(tokens, head)[0] for head in heads]
    made = source_heads(tokens, [(0, len(tokens))], Scores(tokens, seen))
    return [tokens.words[head] for head in sorted(made)]


def test_a_name_behind_a_title_has_a_head():
    assert forced("Lind spokeswoman Mara Ek", "spokeswoman") == ["Mara"]


def test_a_name_behind_a_title_that_has_a_head_is_given_no_other():
    assert forced("Lind spokeswoman Mara Ek", "spokeswoman", "Ek") == []


def test_one_capital_behind_an_office_has_a_head():
    assert forced("Lind spokeswoman Ek", "spokeswoman") == ["Ek"]


def test_one_capital_behind_another_noun_is_given_no_head():
    assert forced("the Lind striker Ek", "striker") == []


def test_a_name_behind_two_offices_has_a_head_where_nothing_was_seen():
    assert forced("Brun CEO and Ostby founder Mara Ek") == ["Mara"]


def test_a_name_behind_what_its_bearer_does_has_a_head():
    assert forced("Actress Mara Ek", "Actress") == ["Mara"]


def test_the_name_of_a_body_behind_what_it_is_has_a_head():
    assert forced("the ferry company Brun", "company") == ["Brun"]


def test_a_name_behind_a_title_with_a_capital_has_a_head():
    assert forced("Brunian President Mara Ek", "Brunian") == ["Mara"]


def test_the_first_name_of_a_relative_has_a_head():
    assert forced("her father Brun", "father") == ["Brun"]


@pytest.mark.parametrize(("text", "form"), [("The US said so", "US"), ("They told us so", "us")])
def test_the_country_in_capitals_is_no_pronoun(text, form):
    tokens = tokens_of(text)
    scores = Scores(tokens, [place_of(tokens, form)[0]], place_of(tokens, form))
    made = {tokens.words[m.head]: m.pronoun >= 0 for m in find_mentions(words_of(tokens), tokens, scores)}
    assert made[form] == (form == "us")


@pytest.mark.parametrize(
    ("text", "kind"), [("On Monday QNA flew", "organization"), ("Mara Lind came LIND spoke", "person")]
)
def test_a_few_capitals_are_a_body_unless_the_text_has_them_small(text, kind):
    tokens = tokens_of(text)
    head = next(i for i, word in enumerate(tokens.words) if word.isupper())
    scores = Scores(tokens, [head], (head, head + 1))
    scores.forms[head] = NAME
    assert [m.kind for m in find_mentions(words_of(tokens), tokens, scores) if m.head == head] == [kind]


@pytest.mark.parametrize(("text", "is_name"), [("the old Ukrainian", False), ("the old Rover", True)])
def test_who_is_called_by_a_country_alone_is_described(text, is_name):
    tokens = tokens_of(text)
    head = len(tokens) - 1
    scores = Scores(tokens, [head], (0, len(tokens)))
    scores.forms[head] = NAME
    (mention,) = find_mentions(words_of(tokens), tokens, scores)
    assert (mention.form == NAME) == is_name


def test_a_day_behind_a_body_has_none():
    assert forced("the ferry company Monday", "company") == []


def test_a_source_with_a_head_and_no_title_is_given_no_other():
    assert forced("the old man of New Ardale", "man") == []


def test_a_name_behind_what_its_bearer_is_has_a_head():
    assert forced("Lind striker Mara Ek", "Lind") == ["Mara"]


def test_a_source_in_which_no_head_is_seen_has_its_likeliest_that_is_no_article():
    assert forced("the sailors") == ["sailors"]


def told(text, head, kinds, plural=0.0):
    """Kind and plural of the one description that is found, where the scores give it kinds and a plural."""
    tokens = tokens_of(text)
    at = place_of(tokens, head)[0]
    scores = Scores(tokens, [at], (max(0, at - 1), at + 1))
    scores.kinds[at, 1:] = kinds
    scores.plural[at] = plural
    (mention,) = find_mentions(words_of(tokens), tokens, scores)
    return mention.kind, mention.plural > 0.5


BODY, PERSON = (0.3, 0.6, 0.0, 0.0), (0.6, 0.3, 0.0, 0.0)


@pytest.mark.parametrize(
    ("text", "head", "kinds", "expected"),
    [
        ("later the minister spoke", "minister", BODY, ("person", False)),
        ("later attorneys spoke", "attorneys", BODY, ("person", True)),
        ("later sources spoke", "sources", BODY, ("person", True)),
        ("later the union spoke", "union", PERSON, ("organization", False)),
        ("later the campaign spoke", "campaign", PERSON, ("organization", False)),
        ("later the city spoke", "city", PERSON, ("place", False)),
        ("later the firm spoke", "firm", BODY, ("organization", False)),
        ("later the sailors spoke", "sailors", PERSON, ("person", False)),
    ],
)
def test_some_nouns_tell_better_than_the_scores_what_a_description_is_of(text, head, kinds, expected):
    assert told(text, head, kinds) == expected


@pytest.mark.parametrize(
    ("text", "name"), [("On Monday BrunPost wrote.", "BrunPost"), ("It was IndieBrun.", "IndieBrun")]
)
def test_a_capital_inside_a_word_makes_no_person(text, name):
    tokens = tokens_of(text)
    at = place_of(tokens, name)
    scores = Scores(tokens, [at[0]], at)
    scores.forms[at[0]] = NAME
    (mention,) = find_mentions(words_of(tokens), tokens, scores)
    assert mention.kind == "organization"


def test_a_witness_is_one():
    tokens = tokens_of("On Monday a witness left.")
    at = place_of(tokens, "witness")[0]
    scores = Scores(tokens, [at], place_of(tokens, "a witness"))
    scores.plural[:] = 0.9
    (mention,) = find_mentions(words_of(tokens), tokens, scores)
    assert mention.plural < 0.5


def test_a_road_is_a_place():
    tokens = tokens_of("On Monday in Lind Road it burned.")
    at = place_of(tokens, "Lind")
    scores = Scores(tokens, [at[0]], at)
    scores.forms[at[0]] = NAME
    (mention,) = find_mentions(words_of(tokens), tokens, scores)
    assert (mention.kind, mention.words) == ("place", ("lind", "road"))


@pytest.mark.parametrize(("given", "expected"), [("member of it", "the member of it"), ("the member", "the member")])
def test_the_article_before_a_description_belongs_to_it(given, expected):
    assert described("On Monday the member of it came.", given, "member") == expected
