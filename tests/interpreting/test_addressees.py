import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.chains import KINDS, NAME, FoundMention
from onrecord.inference import models_folder
from onrecord.interpreting.addressees import SAYING_TO, TELLING, find_addressee
from onrecord.records import Content, Cue, Span, Statement
from onrecord.tokens import load_tokenizer, tokenize

# Whatever of these a text holds is a mention; a name's mention begins behind its article.
MENTIONS = {
    "parliament": "organization",
    "the council": "organization",
    "Harbour Post": "organization",
    "reporters": "person",
    "Jon Ek": "person",
    "Mara Lind": "person",
    "Monday": "other",
    "Norway": "place",
}


def split(text):
    return tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))


def mentions_of(words):
    found = []
    for phrase, kind in MENTIONS.items():
        wanted = tuple(phrase.lower().split())
        kinds = np.array([kind == other for other in KINDS], np.float32)
        for first in range(len(words)):
            last = first + len(wanted)
            if tuple(words[first:last]) == wanted:
                found.append(FoundMention(last - 1, first, last, NAME, -1, kinds, 0.0, 0.5, wanted))
    return sorted(found, key=lambda mention: mention.head)


def addressee(text, cue, lemma, content):
    """The words of whom a statement in the text is said to, or None."""
    tokens = split(text)
    words = [word.lower() for word in tokens.words]

    def span(phrase):
        start = text.index(phrase)
        return Span.of(text, start, start + len(phrase))

    statement = Statement(
        "", None, cue and Cue((span(cue),), lemma, "say"), Content.of((span(content),)), "indirect", 0.9
    )
    mention = find_addressee(statement, tokens, words, mentions_of(words))
    return mention and text[tokens.starts[mention.first] : tokens.ends[mention.last - 1]]


@pytest.mark.parametrize(
    ("text", "cue", "lemma", "content", "heard"),
    [
        ("Jon Ek told parliament that the army would go.", "told", "tell", "that the army would go", "parliament"),
        ("The army will leave, Jon Ek told the council.", "told", "tell", "The army will leave", "the council"),
        ("The army will leave, Jon Ek told the Harbour Post.", "told", "tell", "The army will leave", "Harbour Post"),
        ("“We will go,” Jon Ek said to reporters on Monday.", "said", "say", "“We will go,”", "reporters"),
        ("Mara Lind warned Jon Ek that the bridge was old.", "warned", "warn", "that the bridge was old", "Jon Ek"),
        (
            "“We will go,” Jon Ek said in an interview with the Harbour Post.",
            "said", "say", "“We will go,”", "Harbour Post",
        ),
        ("“We will go,” Jon Ek wrote in a letter to Mara Lind.", "wrote", "write", "“We will go,”", "Mara Lind"),
    ],
)  # fmt: skip
def test_who_is_spoken_to_stands_where_english_puts_it(text, cue, lemma, content, heard):
    assert addressee(text, cue, lemma, content) == heard


@pytest.mark.parametrize(
    ("text", "cue", "lemma", "content"),
    [
        ("Jon Ek said that the army would leave.", "said", "say", "that the army would leave"),
        ("Jon Ek said Mara Lind would leave.", "said", "say", "Mara Lind would leave"),
        ("Jon Ek warned that the army would leave.", "warned", "warn", "that the army would leave"),
        ("“We will go,” Jon Ek said. In a letter to Mara Lind he was milder.", "said", "say", "“We will go,”"),
        ("The army will leave, Jon Ek told", "told", "tell", "The army will leave"),
        ("“We will go,” Jon Ek said to", "said", "say", "“We will go,”"),
    ],
)
def test_where_nobody_is_named_nobody_is_spoken_to(text, cue, lemma, content):
    assert addressee(text, cue, lemma, content) is None


@pytest.mark.parametrize(
    "end",
    ["Norway's news agency", "Norway’s parliamentary paper", "Norway News", "Mara Lind's deputy"],
)
def test_a_name_that_only_begins_who_is_spoken_to_is_not_spoken_to(end):
    assert addressee(f"“We will go,” Jon Ek told {end}.", "told", "tell", "“We will go,”") not in (
        "Norway",
        "Mara Lind",
    )


def test_a_name_that_only_ends_who_is_spoken_to_is_not_spoken_to():
    assert addressee("“We will go,” Jon Ek told Radio Norway.", "told", "tell", "“We will go,”") != "Norway"


def test_a_name_before_a_weekday_is_spoken_to():
    assert addressee("“We will go,” Jon Ek told Mara Lind Monday.", "told", "tell", "“We will go,”") == "Mara Lind"


@pytest.mark.parametrize("end", ["Norway on Monday.", "Norway.", "Norway\nTalks go on.", "Norway, Ostby said."])
def test_a_name_that_goes_on_no_further_is_spoken_to(end):
    assert addressee(f"“We will go,” Jon Ek told {end}", "told", "tell", "“We will go,”") == "Norway"


def test_a_name_at_the_very_end_is_spoken_to():
    assert addressee("“We will go,” Jon Ek told Norway", "told", "tell", "“We will go,”") == "Norway"


def test_without_a_cue_nobody_is_spoken_to():
    assert addressee("Talks failed, told Jon Ek.", None, "", "Talks failed") is None


def test_one_in_the_content_is_not_spoken_to():
    assert addressee("Jon Ek told Mara Lind would leave.", "told", "tell", "Mara Lind would leave") is None


def test_a_day_is_not_spoken_to():
    assert addressee("The army will leave, Jon Ek told Monday.", "told", "tell", "The army will leave") is None


def test_no_cue_takes_its_addressee_both_ways():
    assert TELLING.isdisjoint(SAYING_TO)


WORDS = "Jon Ek told said to parliament the council in a letter with interview Mara Lind . , Monday".split(" ")


@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=14))
def test_any_words_may_stand_behind_a_cue(words):
    text = " ".join(["Peace", "told", *words])
    addressee(text, "told", "tell", "Peace")
