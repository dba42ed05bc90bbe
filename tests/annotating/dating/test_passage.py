import pytest

from onrecord.annotating.dating.passage import Passage


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The bridge was closed on X.", "past"),
        ("On X the council voted.", "past"),
        ("The vote is scheduled for X.", "ahead"),
        ("The vote will be held on X.", "ahead"),
        ("The ferry, which sank off Ardale, will return by X.", "ahead"),
        ("She was asked in X, and will answer.", "past"),
        ("The vote was scheduled for X.", None),
        ("The bridge of X.", None),
        ("It was cold. On X the bridge.", None),
    ],
)
def test_the_nearest_verb_tells_the_tense(text, tense):
    at = text.index("X")
    assert Passage(text).tense(at, at + 1) == tense


@pytest.mark.parametrize(
    ("text", "is_quoted"),
    [
        ("“We waited X,” she said.", True),
        ('"We waited X," she said.', True),
        ("''We waited X,'' she said.", True),
        ("“We waited,” she said X.", False),
        ("“We waited,\n“and X.", True),
        ('It is 5" long.\nShe said X.', False),
    ],
)
def test_words_in_quotation_marks_are_known(text, is_quoted):
    assert Passage(text).is_quoted(text.index("X")) is is_quoted


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained. Sen. Ada Lind met U.S. President Xu. They left.", "Sen. Ada Lind met U.S. President Xu. "),
        ("A headline\nOn Feb. 3 X came.\nMore", "On Feb. 3 X came.\n"),
    ],
)
def test_an_abbreviation_ends_no_sentence(text, sentence):
    start, end = Passage(text).sentence(text.index("X"))
    assert text[start:end] == sentence
