import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotating.encoding import encode

PARAGRAPH = "The harbour master, Jon Ek, said on Monday that no ship would leave before the strike was over.\n"


@pytest.fixture(scope="module")
def long_text():
    return PARAGRAPH * 60


def test_every_word_has_a_hidden_state(long_text):
    encoding = encode(long_text)
    assert encoding.hidden.shape == (len(encoding.tokens), 384)
    assert np.abs(encoding.hidden).sum(1).min() > 0


def test_windows_of_a_long_text_agree_with_each_other(long_text):
    tags = encode(long_text).attribution_tags.argmax(1)
    words = len(encode(PARAGRAPH).tokens)
    rows = tags.reshape(-1, words)
    # The same paragraph sixty times: away from the ends of the text, its tags hardly depend on where a window was cut.
    assert (rows[5:-5] == rows[30]).mean() > 0.9


def test_reading_twice_gives_the_same_bytes(long_text):
    first, second = encode(long_text), encode(long_text)
    assert first.hidden.tobytes() == second.hidden.tobytes()


def test_a_word_longer_than_a_window_is_read():
    encoding = encode("It began: " + "x7" * 3000 + " and then it ended.")
    assert len(encoding.hidden) == len(encoding.tokens)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_encoded(text):
    encoding = encode(text)
    assert np.isfinite(encoding.hidden).all()
    assert len(encoding.attribution_tags) == len(encoding.tokens)
