import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocabulary import ACTS, CueClass, classify_cue, has_cue_word
from onrecord.vocabulary.lexicon import lexicon


def classed(cue):
    found = classify_cue(cue.split())
    return found.lemma, found.act


@pytest.mark.parametrize(
    ("cue", "lemma", "act"),
    [
        ("said", "say", "say"),
        ("told", "tell", "say"),
        ("swore", "swear", "promise"),
        ("vowing", "vow", "promise"),
        ("criticised", "criticize", "criticize"),
        ("signalled", "signal", "suggest"),
        ("withdrew", "withdraw", "reject"),
        ("thought", "think", "believe"),
        ("sees", "see", "believe"),
    ],
)
def test_a_form_leads_to_its_verb(cue, lemma, act):
    assert classed(cue) == (lemma, act)


@pytest.mark.parametrize(
    ("cue", "lemma", "act"),
    [
        ("has repeatedly denied", "deny", "deny"),
        ("'s calling", "call", "describe"),
        ("’ve long insisted", "insist", "claim"),
        ("said in a statement", "say", "say"),
        ("Tweeted:", "tweet", "say"),
        ("re-affirmed", "affirm", "confirm"),
        ("screamed back", "scream", "say"),
    ],
)
def test_auxiliaries_adverbs_and_what_follows_do_not_hide_the_head(cue, lemma, act):
    assert classed(cue) == (lemma, act)


@pytest.mark.parametrize(
    ("cue", "lemma", "act"),
    [
        ("according to", "according to", "say"),
        ("ruled it out", "rule out", "reject"),
        ("called once again for", "call for", "demand"),
        ("called on", "call on", "demand"),
        ("makes it abundantly clear", "make clear", "show"),
        ("claimed responsibility", "claim responsibility", "claim"),
        ("let it be known", "let it be known", "announce"),
        ("pleaded not guilty", "plead not guilty", "deny"),
    ],
)
def test_a_phrase_counts_as_one_word(cue, lemma, act):
    assert classed(cue) == (lemma, act)


def test_swearing_someone_in_is_no_promise():
    assert classed("sworn in")[1] != "promise"


@pytest.mark.parametrize(
    ("cue", "lemma", "act"),
    [
        ("made the observation", "observation", "say"),
        ("issued a denial", "denial", "deny"),
        ("expressed deep concern about", "concern", "fear"),
        ("cast doubt on", "doubt", "doubt"),
    ],
)
def test_a_light_verb_gives_way_to_its_noun(cue, lemma, act):
    assert classed(cue) == (lemma, act)


@pytest.mark.parametrize(
    ("cue", "lemma", "act"),
    [
        ("seemed to suggest", "suggest", "suggest"),
        ("went on to accuse", "accuse", "accuse"),
        ("took to the radio to threaten", "threaten", "threaten"),
        ("kept insisting", "insist", "claim"),
    ],
)
def test_a_light_verb_gives_way_to_the_verb_after_it(cue, lemma, act):
    assert classed(cue) == (lemma, act)


@pytest.mark.parametrize(
    ("cue", "act"),
    [("issued a statement", "say"), ("issued a statement accusing", "accuse"), ("sent a letter calling for", "demand")],
)
def test_a_noun_that_carries_words_gives_way_to_a_verb(cue, act):
    assert classed(cue)[1] == act


@pytest.mark.parametrize(("cue", "lemma"), [("seems", "seem"), ("tried", "try"), ("offered", "offer")])
def test_a_light_verb_alone_is_the_head(cue, lemma):
    assert classed(cue)[0] == lemma


@pytest.mark.parametrize(
    ("cue", "act"), [("is convinced", "believe"), ("convinced", "suggest"), ("remains determined", "want")]
)
def test_a_participle_after_be_is_an_adjective(cue, act):
    assert classed(cue)[1] == act


@pytest.mark.parametrize(("cue", "act"), [("questions about", "ask"), ("questioned", "doubt")])
def test_a_noun_is_told_from_a_verb_by_its_neighbours(cue, act):
    assert classed(cue)[1] == act


@pytest.mark.parametrize(("cue", "lemma"), [("was told", "tell"), ("has been accused of", "accuse")])
def test_a_passive_keeps_its_verb(cue, lemma):
    assert classed(cue)[0] == lemma


@pytest.mark.parametrize(
    "cue", ["did not say", "never mentioned", "has yet to comment", "made no threat", "failed to say"]
)
def test_speech_that_did_not_happen_is_declined(cue):
    assert classed(cue)[1] == "decline"


@pytest.mark.parametrize("cue", ["did not deny", "won’t rule out", "hasn't ruled out"])
def test_a_denial_that_did_not_happen_leaves_the_matter_open(cue):
    assert classed(cue)[1] == "suggest"


@pytest.mark.parametrize("cue", ["does not support", "didn't agree", "no longer backs"])
def test_no_support_is_a_rejection(cue):
    assert classed(cue)[1] == "reject"


@pytest.mark.parametrize(
    ("cue", "act"), [("does not believe", "believe"), ("doesn't know", "know"), ("don't want", "want")]
)
def test_a_thought_keeps_its_act_when_negated(cue, act):
    assert classed(cue)[1] == act


@pytest.mark.parametrize("cue", ["not only said", "did not hesitate to say"])
def test_a_negation_that_does_not_negate_is_no_negation(cue):
    assert classed(cue) == ("say", "say")


def test_a_negation_after_the_head_is_not_its_own():
    assert classed("said he did not know") == ("say", "say")


@pytest.mark.parametrize(
    ("cue", "act"),
    [("refused to say", "decline"), ("declined to comment", "decline"), ("refused to leave", "reject")],
)
def test_what_is_refused_decides_the_act_of_a_refusal(cue, act):
    assert classed(cue)[1] == act


@pytest.mark.parametrize(
    "words", [["didn’t", "say"], ["didn't", "say"], ["didn", "’", "t", "say"], ["did", "n't", "say"]]
)
def test_a_contraction_may_come_whole_or_in_parts(words):
    assert classify_cue(words) == CueClass("say", "decline")


@pytest.mark.parametrize("cue", [":", "—", "-"])
def test_a_sign_alone_says(cue):
    assert classed(cue) == (cue, "say")


def test_an_unknown_cue_is_not_guessed_at():
    assert classed("was frobnicating the") == ("frobnicate", "express")


@given(st.lists(st.one_of(st.text(max_size=9), st.sampled_from([*sorted(lexicon().lemmas), "to", "not", "'s", "a"]))))
def test_any_words_have_an_act_of_the_list(words):
    assert classify_cue(words).act in ACTS


@given(st.lists(st.sampled_from(sorted(lexicon().lemmas)), min_size=1))
def test_a_cue_of_words_always_has_a_lemma(words):
    assert classify_cue(words).lemma


@pytest.mark.parametrize("words", [["He", "SAID", "so"], ["accusing", "them"], ["it", "was", "alleged"]])
def test_a_verb_of_speech_is_noticed_in_any_form(words):
    assert has_cue_word(words)


@pytest.mark.parametrize("words", [[], ["the", "poll", "shows"], ["we", "want", "to", "know"], ["a", "statement"]])
def test_nouns_and_weak_verbs_are_no_cue_words(words):
    assert not has_cue_word(words)
