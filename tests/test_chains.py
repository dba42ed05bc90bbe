import numpy as np
import pytest
from growth import ends_within

from onrecord.chains import FORMS, KINDS, NAME, NOMINAL, PRONOUN, Chain, FoundMention, top_mentions

KIND = np.array([0.1, 0.6, 0.2, 0.1], np.float32)


def mention(head, first, last):
    return FoundMention(head, first, last, NOMINAL, -1, KIND, 0.0, 0.5, ("word",) * (last - first))


def test_forms_are_told_by_their_numbers():
    assert [FORMS[form] for form in (NAME, NOMINAL, PRONOUN)] == ["name", "nominal", "pronoun"]


def test_a_mention_is_of_the_likeliest_kind():
    assert mention(0, 0, 1).kind == KINDS[1] == "organization"


def test_a_chain_is_of_the_likeliest_kind():
    one = mention(0, 0, 1)
    assert Chain((one,), False, one, KIND, 0.0).kind == "organization"


@pytest.mark.parametrize(
    ("mentions", "heads"),
    [
        ([mention(1, 0, 2), mention(4, 3, 5)], [1, 4]),
        ([mention(1, 0, 2), mention(3, 0, 5)], [3]),
        ([mention(1, 0, 3), mention(2, 1, 4)], [1, 2]),
        ([mention(1, 0, 2), mention(12, 11, 13)], [1]),
        ([], []),
    ],
    ids=["side by side", "one in the other", "crossing", "one outside", "none"],
)
def test_top_mentions_lie_in_no_other(mentions, heads):
    assert [m.head for m in top_mentions(mentions, 0, 10)] == heads


def test_only_mentions_in_the_range_are_looked_at():
    """One look at each of 100,000 mentions, a thousand times over, would take half a minute."""
    mentions = [mention(word, word, word + 1) for word in range(100_000)]

    def look():
        for first in range(0, 100_000, 100):
            assert [m.head for m in top_mentions(mentions, first, first + 2)] == [first, first + 1]

    assert ends_within(look, 5)
