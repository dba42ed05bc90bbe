"""How places that may be markers become conditions: with a fake network, and with the real one on plain sentences."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.inference import models_folder
from onrecord.interpreting.conditions import reading
from onrecord.interpreting.conditions.reading import KINDS, read_conditions
from onrecord.tokens import load_tokenizer, tokenize

TOKENIZER = load_tokenizer(models_folder() / "tokenizer.json")
OPENS, CLOSES = 5, 6  # pieces around a marker


def tokens_of(text):
    return tokenize(text, TOKENIZER)


def words_of(pieces):
    """The words of pieces; all words of these tests have one piece."""
    return " ".join(TOKENIZER.id_to_token(int(piece)) for piece in pieces)


class FakeNetwork:
    """Stands for the network: a word that a test names for a part is likely in it, all others are not.

    Attributes:
        if_: words of the if-part; where they differ from marker to marker, by the marker.
        then: words of the then-part.
        chances: chances to be in the if-part, of words that are neither likely nor unlikely in it.
        none: chance that a marker makes no condition.
        kinds: chances of kinds.
        asked: markers that it was asked about.
        seen: the words of each window, without marks.
    """

    def __init__(self, if_="", then="", *, chances=None, none=0.1, kinds=None):
        self._if, self._then, self._chances = if_, then, chances or {}
        kinds = kinds or {"offer": 1 - none}
        self._kinds = np.log(np.array([none] + [kinds.get(kind, 1e-9) for kind in KINDS], np.float32))
        self.asked, self.seen = [], []

    def run(self, inputs):
        pieces = inputs["pieces"][0].tolist()
        opens, closes = pieces.index(OPENS), pieces.index(CLOSES)
        marker = words_of(pieces[opens + 1 : closes])
        self.asked.append(marker)
        self.seen.append(words_of(np.delete(pieces, [opens, closes])[1:-1]))
        if_ = self._if if isinstance(self._if, str) else self._if[marker]
        if_chances = dict.fromkeys(if_.split(), 0.99) | self._chances
        then_chances = dict.fromkeys(self._then.split(), 0.99)
        words = [words_of([piece]) for piece in pieces]
        parts = np.array([[some.get(word, 0.01) for some in (if_chances, then_chances)] for word in words], np.float32)
        return [self._kinds[None], np.log(parts / (1 - parts))[None], np.zeros((1, 5), np.float32)]


@pytest.fixture
def read(monkeypatch):
    """Read a text with a fake network."""

    def do(text, network):
        monkeypatch.setattr(reading, "load_model", lambda name: network)
        return read_conditions(text, tokens_of(text))

    return do


def words_in(text, ranges):
    tokens = tokens_of(text)
    return [text[tokens.starts[first] : tokens.ends[last - 1]] for first, last in ranges]


# Places that are looked at


def asked(read, text):
    """The markers that the network is asked about."""
    network = FakeNetwork()
    read(text, network)
    return network.asked


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        pytest.param("We leave if they attack.", ["if"], id="one"),
        pytest.param("IF they attack, we leave.", ["if"], id="in any writing"),
        pytest.param("We stay as long as they pay.", ["as long as"], id="of several words"),
        pytest.param("If they pay, we stay until May, unless it rains.", ["if", "until", "unless"], id="several"),
        pytest.param(
            "If it rains, we stay. We leave once they pay.\nWe pay if they leave.", ["if", "once", "if"], id="more"
        ),
    ],
)
def test_each_marker_is_looked_at_in_text_order(read, text, markers):
    assert asked(read, text) == markers


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("We leave. They stay.", id="no marker"),
        pytest.param("A wife sent a gift.", id="within a word"),
        pytest.param("We leave even if it rains.", id="a look-alike"),
        pytest.param("He spoke on condition of anonymity.", id="a condition of another sort"),
    ],
)
def test_without_a_marker_nothing_is_looked_at(read, text):
    assert asked(read, text) == []


def seen(read, text):
    """The words that the network sees around the only marker."""
    network = FakeNetwork()
    read(text, network)
    (words,) = network.seen
    return words


def test_a_sentence_is_seen_with_the_one_before(read):
    assert seen(read, "It rains. They pay. If not, we leave. We stay.") == "they pay . if not , we leave ."


@pytest.mark.parametrize("between", ["\n", "\n\n", " \n "])
def test_a_sentence_of_another_paragraph_is_not_seen(read, between):
    assert seen(read, f"They pay.{between}If not, we leave.") == "if not , we leave ."


def test_the_first_sentence_of_a_text_is_seen_alone(read):
    assert seen(read, "If not, we leave. They pay.") == "if not , we leave ."


# Whether, and of which kind


@pytest.mark.parametrize(("none", "count"), [(0.45, 1), (0.55, 0)])
def test_a_marker_that_likely_makes_none_is_no_condition(read, none, count):
    assert len(read("We leave if they attack.", FakeNetwork("they attack", "we leave", none=none))) == count


def test_the_likeliest_kind_is_taken_even_where_none_is_likelier(read):
    network = FakeNetwork("they attack", "we leave", none=0.4, kinds={"promise": 0.25, "threat": 0.35})
    assert [one.kind for one in read("We leave if they attack.", network)] == ["threat"]


def test_its_confidence_is_the_chance_of_all_kinds_together(read):
    network = FakeNetwork("they attack", "we leave", none=0.4, kinds={"promise": 0.25, "threat": 0.35})
    assert [one.confidence for one in read("We leave if they attack.", network)] == [pytest.approx(0.6)]


@pytest.mark.parametrize(("if_", "then"), [("", "we leave"), ("they attack", ""), ("", "")])
def test_a_condition_has_both_parts(read, if_, then):
    assert read("We leave if they attack.", FakeNetwork(if_, then)) == []


def test_a_condition_knows_its_sentence_and_marker(read):
    text = "It rains. We leave if they attack. We stay."
    (one,) = read(text, FakeNetwork("they attack", "we leave"))
    assert words_in(text, [one.sentence, one.marker]) == ["We leave if they attack.", "if"]


# Parts


def parts(read, text, network):
    """The words of both parts of the only condition."""
    (one,) = read(text, network)
    return words_in(text, one.if_), words_in(text, one.then)


def if_part(read, text, words="", *, chances=None):
    return parts(read, text, FakeNetwork(words, "we leave", chances=chances))[0]


def test_both_parts_are_found(read):
    network = FakeNetwork("they attack", "we leave")
    assert parts(read, "We leave if they attack.", network) == (["they attack"], ["We leave"])


def test_a_part_may_be_of_several_runs_of_words(read):
    assert if_part(read, "If all men, he said, attack us, we leave.", "all men attack us") == ["all men", "attack us"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param("If, they attack, we leave.", "they attack", id="commas"),
        pytest.param("If “they attack,” we leave.", "they attack", id="quotation marks"),
        pytest.param("If they attack – we leave.", "they attack", id="a dash"),
    ],
)
def test_marks_at_a_part_s_ends_are_no_part_of_it(read, text, part):
    assert if_part(read, text, "they attack , “ ” –") == [part]


@pytest.mark.parametrize(
    "part", ["they pay 5 %", "they pay $ 5", "they ( all ) pay", "they pay ( now )", "they , all , pay", "$ 5 falls"]
)
def test_marks_that_belong_to_a_part_stay(read, part):
    assert if_part(read, f"If {part}, we leave.", part) == [part]


def test_a_part_of_marks_only_is_none(read):
    assert read("We leave if … they attack.", FakeNetwork("…", "we leave")) == []


@pytest.mark.parametrize(("chance", "part"), [(0.3, ["all the men attack us"]), (0.05, ["all the", "attack us"])])
def test_a_small_gap_of_words_that_are_not_unlikely_is_filled(read, chance, part):
    assert if_part(read, "If all the men attack us, we leave.", "all the attack us", chances={"men": chance}) == part


def test_a_gap_with_one_unlikely_word_is_not_filled(read):
    found = if_part(read, "If all the old men attack us, we leave.", "all the attack us", chances={"men": 0.3})
    assert found == ["all the", "attack us"]


def test_a_large_gap_is_not_filled(read):
    chances = dict.fromkeys(("old", "grey", "men"), 0.3)
    found = if_part(read, "If all the old grey men attack us, we leave.", "all the attack us", chances=chances)
    assert found == ["all the", "attack us"]


def test_a_marker_is_in_no_part(read):
    network = FakeNetwork("they attack if", "we leave if")
    assert parts(read, "We leave if they attack.", network) == (["they attack"], ["We leave"])


def test_a_part_does_not_go_on_over_its_marker(read):
    found = if_part(read, "They attack us if all men pay, we leave.", "they attack us if all men pay")
    assert found == ["They attack us", "all men pay"]


def test_a_single_word_beside_a_longer_run_is_dropped(read):
    assert if_part(read, "If they, says Ek, attack us, we leave.", "they attack us") == ["attack us"]


def test_a_single_word_is_a_part_where_there_is_no_longer_run(read):
    assert if_part(read, "If attacked, we leave.", "attacked") == ["attacked"]


@pytest.mark.parametrize(
    ("marker", "part"),
    [
        pytest.param("Otherwise", ["They must pay"], id="otherwise"),
        pytest.param("In return", ["They must pay"], id="in return"),
    ],
)
def test_a_part_may_stand_in_the_sentence_before(read, marker, part):
    assert if_part(read, f"They must pay. {marker}, we leave.", "they must pay") == part


def test_the_sentence_before_is_no_part_where_the_own_one_has_it(read):
    text = "They must pay. We leave unless they all pay."
    assert if_part(read, text, "they must all pay") == ["they all pay"]


# Several markers


def test_two_markers_of_one_condition_are_one(read):
    text = "If it rains, and if they pay, we leave."
    found = read(text, FakeNetwork("it rains they pay", "we leave"))
    assert [words_in(text, one.if_) for one in found] == [["it rains", "they pay"]]


def test_a_condition_of_two_markers_has_the_first(read):
    (one,) = read("Unless it rains, or if they pay, we leave.", FakeNetwork("it rains they pay", "we leave"))
    assert one.marker == (0, 1)


def test_two_markers_with_parts_of_their_own_are_two_conditions(read):
    text = "If it rains, we leave, unless they pay."
    found = read(text, FakeNetwork({"if": "it rains", "unless": "they pay"}, "we leave"))
    assert [words_in(text, one.if_) for one in found] == [["it rains"], ["they pay"]]


def test_the_same_condition_in_two_sentences_is_two(read):
    found = read("If it rains, we leave. If it rains, we leave.", FakeNetwork("it rains", "we leave"))
    assert [one.marker for one in found] == [(0, 1), (7, 8)]


# Any text


class RandomNetwork:
    """Gives any scores whatever."""

    def __init__(self, seed):
        self._random = np.random.default_rng(seed)

    def run(self, inputs):
        shapes = (1, 1 + len(KINDS)), (1, inputs["pieces"].shape[1], 2), (1, 5)
        return [(4 * self._random.standard_normal(shape)).astype(np.float32) for shape in shapes]


WORDS = st.sampled_from(
    [
        "If",
        "unless",
        "Otherwise",
        "as long as",
        "the rebels",
        "leave",
        "Mr.",
        "“No,”",
        "U.S.",
        "naïve",
        "5,000",
        "🕊",
        "or we will",
    ]
)
JOINTS = st.sampled_from([" ", " ", " ", ". ", "\n", ", ", " – "])
TEXTS = st.lists(st.tuples(WORDS, JOINTS), max_size=30).map(lambda pairs: "".join(w + joint for w, joint in pairs))


def read_at_random(text, seed):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "load_model", lambda name: RandomNetwork(seed))
        return read_conditions(text, tokens_of(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=100) | TEXTS, st.integers(0, 99))
def test_of_any_text_parts_are_words_in_order_beside_the_marker(text, seed):
    for one in read_at_random(text, seed):
        for part in (one.if_, one.then):
            edges = [at for words in part for at in words]
            assert edges == sorted(edges)
            assert edges
            assert all(first < last for first, last in part)
            assert not any(first < one.marker[1] and one.marker[0] < last for first, last in part)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(0, 99))
def test_of_any_text_markers_lie_in_their_sentences_in_text_order(text, seed):
    found = read_at_random(text, seed)
    assert all(one.sentence[0] <= one.marker[0] < one.marker[1] <= one.sentence[1] for one in found)
    assert [one.marker for one in found] == sorted({one.marker for one in found})


# The real network, on sentences that leave no doubt


def really(text):
    return read_conditions(text, tokens_of(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Arvelle has offered to open its border in exchange for the release of the sailors.", "offer"),
        ("“If the rebels release the prisoners, we will reopen the port,” General Lind said.", "offer"),
        ("Mara Lind promised to build a new school if she was elected.", "promise"),
        ("Tessen pledged to defend Arvelle if it was attacked.", "promise"),
        ("Rebels threatened to kill the hostages unless the prisoners were freed.", "threat"),
        ("Tessen threatened to bomb the port if Arvelle did not pay.", "threat"),
        ("“There will be no talks until the rebels leave the port,” Admiral Ek said.", "demand"),
        ("Tessen refused to hold talks unless Arvelle withdrew its troops.", "demand"),
        ("“If the dam breaks, thousands of people will die,” an engineer warned.", "warning"),
        ("Unless help comes soon, thousands of people will starve, doctors warned.", "warning"),
        ("If turnout is high, the Harbour Party will win the election, analysts said.", "prediction"),
        ("If the captain had turned back, the ship would not have sunk.", "hypothetical"),
        ("Under the law, drivers lose their licence if they are caught drunk.", "procedure"),
        ("If a member dies, the party names a successor within a month.", "procedure"),
    ],
)
def test_a_plain_condition_is_of_its_kind(text, kind):
    assert [one.kind for one in really(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "if_", "then"),
    [
        pytest.param(
            "“If the rebels release the prisoners, we will reopen the port,” General Lind said.",
            "the rebels release the prisoners",
            "we will reopen the port",
            id="first",
        ),
        pytest.param(
            "“We will not sign the treaty unless the rebels leave the port,” Admiral Ek said.",
            "the rebels leave the port",
            "We will not sign the treaty",
            id="last",
        ),
        pytest.param(
            "Under the law, a minister loses his seat if he misses three sittings.",
            "he misses three sittings",
            "a minister loses his seat",
            id="a rule",
        ),
    ],
)
def test_a_plain_condition_has_its_parts(text, if_, then):
    assert [(words_in(text, one.if_), words_in(text, one.then)) for one in really(text)] == [([if_], [then])]


@pytest.mark.parametrize(
    "text",
    [
        "Reporters asked Lind if she would resign.",
        "Mara Lind did not say if she would run again.",
        "The crowd cheered when the ship reached the port on Monday.",
        "She left the hall without a word.",
        "The charity provided food and blankets to the villagers.",
        "Lind was mayor until she retired in May.",
        "The bridge was closed until Monday.",
        "The match will go ahead even if it rains.",
        "He spoke as if nothing had happened.",
    ],
)
def test_a_look_alike_is_no_condition(text):
    assert really(text) == []


def test_what_otherwise_follows_stands_in_the_sentence_before():
    text = "“The rebels must leave the port by Friday. Otherwise we will bomb it,” Admiral Ek said."
    (one,) = really(text)
    assert words_in(text, [*one.if_, *one.then]) == ["The rebels must leave the port by Friday", "we will bomb it"]


def test_who_says_it_amid_a_part_is_no_part_of_it():
    text = "“The army,” he said, “will leave the valley if the rebels hand over their guns.”"
    (one,) = really(text)
    assert words_in(text, one.then) == ["The army", "will leave the valley"]


def test_who_says_it_between_the_parts_is_in_neither():
    text = "“If the rebels release the prisoners,” Admiral Ek said, “we will reopen the port.”"
    (one,) = really(text)
    assert words_in(text, [*one.if_, *one.then]) == ["the rebels release the prisoners", "we will reopen the port"]


def test_a_part_begins_with_the_whole_word_whose_ending_is_likely(read):
    network = FakeNetwork("rain stops", "s boat will sail")
    assert parts(read, "The town's boat will sail if rain stops.", network)[1] == ["town's boat will sail"]


def test_a_word_that_begins_one_part_does_not_end_the_other(read):
    network = FakeNetwork("rain stops that", "s all we need")
    assert parts(read, "If rain stops that's all we need.", network) == (["rain stops"], ["that's all we need"])


@pytest.mark.parametrize(
    ("text", "is_condition"),
    [
        ("nobody left when police cleared town.", False),
        ("we will leave when police cleared town.", True),
        ("we leave when town is cleared.", True),
        ("we leave when police clear town.", True),
    ],
)
def test_a_when_that_tells_what_happened_is_no_condition(read, text, is_condition):
    then, if_ = text.rstrip(".").split(" when ")
    assert bool(read(text, FakeNetwork(if_, then))) == is_condition
