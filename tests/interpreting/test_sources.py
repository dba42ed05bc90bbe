import pytest

from onrecord.interpreting.sources import is_caption, is_told_by, source_words, subject_start


def kept(source, cue="said"):
    """The words of a source that tell who speaks, or None."""
    words = source.split()
    told = source_words(words, cue.split())
    return None if told is None else " ".join(words[slice(*told)])


@pytest.mark.parametrize("source", ["the mayor", "Lind", "it", "those", "Lind and Ek", "the mayor who was at sea"])
def test_a_source_stays_whole(source):
    assert kept(source) == source


@pytest.mark.parametrize("source", ["the", "A", "The", ","])
def test_an_article_or_a_mark_alone_is_nobody(source):
    assert kept(source) is None


@pytest.mark.parametrize("cue", ["is feared", "was thought", "’ s believed", "has been claimed", "seems"])
def test_it_is_nobody_where_nobody_says_it(cue):
    assert kept("It", cue) is None


@pytest.mark.parametrize("cue", ["said", "has said", "was adamant"])
def test_it_says_something(cue):
    assert kept("It", cue) == "It"


def test_a_source_begins_behind_the_place_that_an_article_opens_with():
    assert kept("West Ardale — The army") == "The army"


def test_a_source_begins_behind_a_whole_sentence():
    assert kept("Lind was at sea and Brun News") == "Brun News"


def test_two_sources_that_and_joins_are_no_sentence():
    assert kept("the mayor who was at sea and Jon Ek") == "the mayor who was at sea and Jon Ek"


def test_who_the_police_tell_of_is_not_the_police():
    assert kept("who police") == "police"


@pytest.mark.parametrize("source", ["who", "who originally", "who were"])
def test_who_alone_is_a_source(source):
    assert kept(source) == source


def test_nobody_is_called_plan():
    assert kept("plan", "according to") is None


@pytest.mark.parametrize("source", ["Photos", "Hide Caption 2 of 9 Photos", "Old port blaze"])
def test_words_before_a_colon_that_are_no_name_are_a_heading(source):
    assert is_caption(source.split(), [":"])


@pytest.mark.parametrize("source", ["LIND", "Mara Lind , host", "MARA LIND , HOST", "Brun Lines spokesman"])
def test_a_transcript_s_speaker_is_no_heading(source):
    assert not is_caption(source.split(), [":"])


def test_with_a_word_for_a_cue_nothing_is_a_heading():
    assert not is_caption(["Photos"], ["show"])


@pytest.mark.parametrize("before", ["from", "in", "with"])
def test_where_something_was_seen_from_is_no_source(before):
    assert not is_told_by(before, ["was", "seen"])


@pytest.mark.parametrize(("before", "cue"), [("by", "was seen"), ("with", "agreed"), ("in", "was revealed")])
def test_who_saw_it_is_a_source(before, cue):
    assert is_told_by(before, cue.split())


def test_a_report_begins_at_its_first_word():
    before = "On Monday , a report by Brun right after".split()
    assert subject_start(before) == 3


@pytest.mark.parametrize("before", ["The ship left a day after", "It said that", ""])
def test_nothing_else_is_widened(before):
    assert subject_start(before.split()) == len(before.split())


@pytest.mark.parametrize("cue", ["faced questions about", "has yet to put to rest doubts about", "drew criticism that"])
def test_whoever_is_asked_or_doubted_says_nothing(cue):
    assert kept("Lind", cue) is None


@pytest.mark.parametrize("cue", ["faced the press and said", "asked questions about", "questioned"])
def test_whoever_asks_is_the_source(cue):
    assert kept("Lind", cue) == "Lind"


@pytest.mark.parametrize("source", ["Monday ’ s", "yesterday ' s", "March"])
def test_a_day_says_nothing(source):
    assert kept(source) is None


def test_a_person_may_be_called_as_a_month():
    assert kept("May") == "May"
