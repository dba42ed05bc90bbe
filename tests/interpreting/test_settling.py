from onrecord.interpreting.settling import settle
from onrecord.interpreting.spans import Attribution, TaggedSpan


def span(role, first, last, inside=0.9):
    return TaggedSpan(role, first, last, inside, inside)


def attribution(cue, *contents):
    return Attribution(span("cue", *cue), None, tuple(span("content", *c) for c in contents))


def test_attributions_that_share_nothing_stay_as_they_are():
    both = [attribution((1, 2), (2, 9)), attribution((11, 12), (12, 20))]
    assert settle(both) == both


def test_the_surer_attribution_keeps_words_that_two_want():
    weak, strong = attribution((1, 2), (4, 9, 0.6)), attribution((11, 12), (5, 10, 0.95))
    assert settle([weak, strong]) == [strong]


def test_a_content_that_is_lost_leaves_the_others():
    first = attribution((1, 2), (2, 5, 0.9), (7, 9, 0.4))
    second = attribution((11, 12), (7, 10, 0.95))
    assert settle([first, second]) == [attribution((1, 2), (2, 5, 0.9)), second]


def test_an_attribution_inside_another_s_content_is_left_to_the_second_look():
    outer, inner = attribution((1, 2), (2, 20, 0.9)), attribution((4, 5), (25, 28, 0.8))
    assert settle([outer, inner]) == [outer]
