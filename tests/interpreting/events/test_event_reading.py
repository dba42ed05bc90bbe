"""How the network's scores become events of a sentence; a fake network gives the scores."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.inference import models_folder
from onrecord.interpreting.events import reading
from onrecord.interpreting.events.reading import inputs_of, read_events, rows_of, runs, sentences
from onrecord.tokens import GAPS, load_tokenizer, tokenize
from onrecord.vocabulary.own_events import OwnType

LABELS = {
    "types": ["ASSAULT", "CONSULT", "REJECT"],
    "statuses": ["actual", "planned", "hypothetical", "denied"],
    "modes": ["ASSAULT.firearms", "ASSAULT.explosives", "ASSAULT.primitive", "CONSULT.visit", "CONSULT.phone"],
}
NEITHER, ACTOR, RECIPIENT, BOTH = np.eye(4)


def tokens_of(text):
    return tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))


def piece_of(word):
    return int(tokens_of(word).pieces[0])


class FakeNetwork:
    """Stands for the encoder and the heads: every word has the scores that a test gives it.

    Attributes:
        triggers: type of each word that is a trigger.
        roles: of words, the chances to be neither, an actor, a recipient or both; NEITHER of the others.
        modes, statuses: scores of each event.
        score: of a trigger's type; 0 is the score of all else but no trigger, which has 2.
        asked: inputs that the heads were run with.
    """

    def __init__(self, triggers, *, roles=None, modes=(0, 0, 0, 0, 0), statuses=(1, 0, 0, 0), score=9.0):
        self._triggers = {piece_of(word): LABELS["types"].index(kind) for word, kind in triggers.items()}
        self._roles = {piece_of(word): role for word, role in (roles or {}).items()}
        self._modes, self._statuses, self._score = modes, statuses, score
        self.asked = []

    def run(self, inputs):
        return self._encode(inputs["pieces"][0]) if "pieces" in inputs else self._tell(**inputs)

    def _encode(self, pieces):
        scores = np.zeros((1, len(pieces), 1 + len(LABELS["types"])), np.float32)
        scores[0, :, 0] = 2.0
        for row, piece in enumerate(pieces):
            if int(piece) in self._triggers:
                scores[0, row, 1 + self._triggers[int(piece)]] = self._score
        return [pieces[None, :, None].astype(np.float32), scores]

    def _tell(self, words, ends, types):
        self.asked.append({"ends": ends.tolist(), "types": types.tolist()})
        roles = np.zeros((len(ends), len(words), 4), np.float32)
        for word, (piece,) in enumerate(words):
            roles[:, word] = np.log(np.maximum(self._roles.get(int(piece), NEITHER), 1e-9))
        return [np.array([row] * len(ends), np.float32) for row in (self._statuses, self._modes)] + [roles]


@pytest.fixture
def read(monkeypatch):
    """Read a text with a fake network."""

    def do(text, network, own=()):
        monkeypatch.setattr(reading, "load_model", lambda name: network)
        monkeypatch.setattr(reading, "load_labels", lambda: LABELS)
        return read_events(text, tokens_of(text), own)

    return do


def words_in(text, ranges):
    tokens = tokens_of(text)
    return [text[tokens.starts[first] : tokens.ends[last - 1]] for first, last in ranges]


# Runs


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ([], []),
        ([False, False], []),
        ([True], [(0, 1)]),
        ([True, True, True], [(0, 3)]),
        ([True, False, True, True], [(0, 1), (2, 4)]),
        ([False, True, False], [(1, 2)]),
    ],
)
def test_runs_are_the_ranges_that_are_true(flags, expected):
    assert runs(np.array(flags, bool)) == expected


@given(st.lists(st.booleans(), max_size=30))
def test_runs_hold_all_that_is_true_and_nothing_else(flags):
    assert [at for first, last in runs(flags) for at in range(first, last)] == [
        i for i, flag in enumerate(flags) if flag
    ]


# Sentences


def parts(text):
    return words_in(text, sentences(text, tokens_of(text)))


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_a_sentence_s_end_ends_it(between):
    assert parts(f"Rebels shelled the port.{between}The mayor left town.") == [
        "Rebels shelled the port.",
        "The mayor left town.",
    ]


def test_a_line_s_end_ends_a_sentence():
    assert parts("Rebels shell the port\nThe mayor left town.") == ["Rebels shell the port", "The mayor left town."]


def test_an_abbreviation_ends_no_sentence():
    assert parts("The mayor met Gen. Ek in town.") == ["The mayor met Gen. Ek in town."]


@pytest.mark.parametrize("text", ["", " \n ", "Yes.", "He left.", "No.\nHe left.\nYes."])
def test_tiny_sentences_are_passed_over(text):
    assert parts(text) == []


def test_a_tiny_sentence_does_not_cost_its_neighbours():
    assert parts("Yes. Rebels shelled the port. No.") == ["Rebels shelled the port."]


@pytest.mark.parametrize("word", ["boats", "unpronounceablenesses"])
def test_a_long_sentence_is_read_in_parts_that_fit_the_network(word):
    tokens = tokens_of(f"{word} " * 400)
    pieces = [
        tokens.first_piece[last] - tokens.first_piece[first] for first, last in sentences(f"{word} " * 400, tokens)
    ]
    assert max(pieces) <= 190 < sum(pieces)


def test_the_parts_of_a_long_sentence_follow_one_another():
    text = "boats " * 400
    found = list(sentences(text, tokens_of(text)))
    assert [first for first, _ in found] == [0, *(last for _, last in found[:-1])]


@given(st.text(max_size=200) | st.lists(st.sampled_from(["Boats", "left", ".", " ", "\n", "“", "5"])).map("".join))
def test_the_sentences_of_any_text_come_in_order_and_do_not_overlap(text):
    tokens = tokens_of(text)
    end = 0
    for first, last in sentences(text, tokens):
        assert end <= first < last <= len(tokens)
        end = last


def test_the_first_word_of_a_sentence_begins_a_line():
    tokens = tokens_of("It rained. Rebels shelled the port.")
    given_ = inputs_of(tokens, 3, len(tokens))
    assert given_["features"][0, 1, 1] == GAPS.index("line")


def test_each_word_s_row_is_its_first_piece():
    tokens = tokens_of("It rained. Unpronounceablenesses shelled the port.")
    pieces = inputs_of(tokens, 3, len(tokens))["pieces"][0]
    assert pieces[rows_of(tokens, 3, len(tokens))].tolist() == tokens.pieces[tokens.first_piece[3:-1]].tolist()


# Triggers, types, statuses and modes

TEXT = "On Sunday the rebels shelled the port of Ardale."


def test_a_likely_word_is_a_trigger_of_its_likeliest_type(read):
    (event,) = read(TEXT, FakeNetwork({"shelled": "ASSAULT"}))
    assert (event.type, words_in(TEXT, [event.trigger])) == ("ASSAULT", ["shelled"])


def test_likely_words_side_by_side_are_one_trigger(read):
    (event,) = read(TEXT, FakeNetwork({"rebels": "REJECT", "shelled": "REJECT"}))
    assert words_in(TEXT, [event.trigger]) == ["rebels shelled"]


def test_likely_words_apart_are_triggers_of_their_own_in_text_order(read):
    events = read(TEXT, FakeNetwork({"port": "CONSULT", "shelled": "ASSAULT"}))
    assert [(event.type, *words_in(TEXT, [event.trigger])) for event in events] == [
        ("ASSAULT", "shelled"),
        ("CONSULT", "port"),
    ]


@pytest.mark.parametrize(("score", "count"), [(9.0, 1), (2.0, 1), (0.5, 0)])
def test_a_word_is_a_trigger_where_that_is_likelier_than_not(read, score, count):
    # Beside no trigger's 2 and two other types' 0 each, a score of 2 makes a trigger a little likelier than none.
    assert len(read(TEXT, FakeNetwork({"shelled": "ASSAULT"}, score=score))) == count


def test_a_sentence_without_a_trigger_has_no_event(read):
    assert read(TEXT, FakeNetwork({})) == []


def test_without_a_trigger_the_heads_are_not_asked(read):
    network = FakeNetwork({})
    read(TEXT, network)
    assert network.asked == []


def test_the_heads_are_asked_for_the_first_and_the_last_word_of_a_trigger(read):
    network = FakeNetwork({"rebels": "REJECT", "shelled": "REJECT"})
    read(TEXT, network)
    assert network.asked == [{"ends": [[3, 4]], "types": [2]}]


def test_an_event_is_as_sure_as_its_trigger(read):
    (event,) = read(TEXT, FakeNetwork({"shelled": "ASSAULT"}, score=3.0))
    assert event.confidence == pytest.approx(np.exp(3) / (np.exp(3) + np.exp(2) + 2), rel=1e-4)


@pytest.mark.parametrize("status", LABELS["statuses"])
def test_the_likeliest_status_is_the_event_s(read, status):
    scores = [float(one == status) for one in LABELS["statuses"]]
    (event,) = read(TEXT, FakeNetwork({"shelled": "ASSAULT"}, statuses=scores))
    assert event.status == status


@pytest.mark.parametrize(
    ("kind", "scores", "mode"),
    [
        pytest.param("ASSAULT", (0, 9, 0, 0, 0), "explosives", id="a likely one"),
        pytest.param("ASSAULT", (0, 0, 0, 0, 0), None, id="none likelier than others"),
        pytest.param("ASSAULT", (1, 0.9, 0, 0, 0), None, id="none as likely as not"),
        pytest.param("ASSAULT", (3, 0, 0, 9, 9), "firearms", id="only the type's own count"),
        pytest.param("CONSULT", (9, 9, 9, 0, 4), "phone", id="another type's"),
        pytest.param("REJECT", (9, 9, 9, 9, 9), None, id="a type without modes"),
    ],
)
def test_a_mode_is_told_where_it_is_likelier_than_not(read, kind, scores, mode):
    (event,) = read(TEXT, FakeNetwork({"shelled": kind}, modes=scores))
    assert event.mode == mode


# Arguments


def test_arguments_are_the_words_of_each_role(read):
    roles = {"the": ACTOR, "rebels": ACTOR, "port": RECIPIENT, "of": RECIPIENT, "Ardale": RECIPIENT}
    (event,) = read("Now the rebels shelled a port of Ardale.", FakeNetwork({"shelled": "ASSAULT"}, roles=roles))
    assert (event.actors, event.recipients) == (((1, 3),), ((5, 8),))


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("In town Ek, 21, was shelled.", ["Ek"]),
        ("In town rebels shelled 21, he said.", ["21"]),
    ],
)
def test_an_age_behind_a_name_is_nobody(read, text, recipients):
    (event,) = read(text, FakeNetwork({"shelled": "ASSAULT"}, roles={"Ek": RECIPIENT, "21": RECIPIENT}))
    assert words_in(text, event.recipients) == recipients


def test_words_of_both_sides_are_told_of_both(read):
    (event,) = read(TEXT, FakeNetwork({"shelled": "ASSAULT"}, roles={"rebels": BOTH, "port": BOTH}))
    assert event.actors == event.recipients == ((3, 4), (6, 7))


@pytest.mark.parametrize(
    ("kind", "chances", "sides"),
    [
        pytest.param("CONSULT", (0, 0.3, 0.0, 0.7), (1, 1), id="what is done both ways"),
        pytest.param("REJECT", (0, 0.3, 0.0, 0.7), (1, 0), id="what is done one way, likelier an actor"),
        pytest.param("REJECT", (0, 0.0, 0.3, 0.7), (0, 1), id="what is done one way, likelier a recipient"),
    ],
)
def test_who_does_it_is_the_other_too_only_where_both_do_it(read, kind, chances, sides):
    (event,) = read(TEXT, FakeNetwork({"shelled": kind}, roles={"rebels": chances}))
    assert (len(event.actors), len(event.recipients)) == sides


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        pytest.param({"rebels": (0.4, 0.6, 0, 0)}, ["rebels"], id="a likely word"),
        pytest.param({"rebels": (0.6, 0.4, 0, 0)}, [], id="no likely word"),
        pytest.param({"rebels": ACTOR, "the": (0.6, 0.4, 0, 0)}, ["the rebels"], id="a less likely one before it"),
        pytest.param({"port": ACTOR, "workers": (0.6, 0.4, 0, 0)}, ["port workers"], id="a less likely one behind it"),
        pytest.param({"rebels": ACTOR, "the": (0.8, 0.2, 0, 0)}, ["rebels"], id="an unlikely one beside it"),
        pytest.param(
            {"port": ACTOR, "of": ACTOR, "Ardale": ACTOR, "workers": (0.8, 0.2, 0, 0)},
            ["port workers of Ardale"],
            id="an unlikely one in a gap",
        ),
        pytest.param(
            {"port": ACTOR, "of": ACTOR, "Ardale": ACTOR}, ["port", "Ardale"], id="one in a gap that is none at all"
        ),
        pytest.param({"workers": ACTOR, "of": ACTOR}, ["workers"], id="a small word at the end"),
        pytest.param({"of": ACTOR, "Ardale": ACTOR}, ["Ardale"], id="a small word at the beginning"),
        pytest.param({"Ardale": ACTOR, ".": ACTOR}, ["Ardale"], id="a mark at the end"),
        pytest.param({"the": ACTOR}, [], id="only a determiner"),
        pytest.param({".": ACTOR}, [], id="only a mark"),
    ],
)
def test_an_argument_is_a_run_of_likely_words(read, roles, expected):
    text = "Now the rebels shelled a port workers of Ardale."
    (event,) = read(text, FakeNetwork({"shelled": "ASSAULT"}, roles=roles))
    assert words_in(text, event.actors) == expected


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        pytest.param(["rebels", "(", "ARM"], ["rebels"], id="left open"),
        pytest.param(["rebels", "(", "ARM", ")", "men"], ["rebels (ARM) men"], id="closed"),
    ],
)
def test_an_argument_ends_before_a_bracket_that_it_leaves_open(read, roles, expected):
    text = "Now rebels (ARM) men shelled a port."
    (event,) = read(text, FakeNetwork({"shelled": "ASSAULT"}, roles=dict.fromkeys(roles, ACTOR)))
    assert words_in(text, event.actors) == expected


def test_no_argument_is_in_the_trigger(read):
    roles = {"rebels": ACTOR, "shelled": ACTOR, "port": ACTOR}
    (event,) = read(TEXT, FakeNetwork({"shelled": "ASSAULT"}, roles=roles))
    assert words_in(TEXT, event.actors) == ["rebels", "port"]


def test_ranges_count_the_words_of_the_article(read):
    text = "It rained on Sunday in Velmora. The rebels shelled the port."
    network = FakeNetwork({"shelled": "ASSAULT"}, roles={"rebels": ACTOR, "port": RECIPIENT})
    (event,) = read(text, network)
    ranges = [event.trigger, *event.actors, *event.recipients, event.sentence]
    assert words_in(text, ranges) == ["shelled", "rebels", "port", "The rebels shelled the port."]


# A user's own types


def own(*cues, name="PORT_CLOSURE", like="REJECT"):
    made = tuple(tuple(frozenset({word}) for word in cue.split()) for cue in cues)
    return OwnType(name, "", like, made, ())


def test_the_words_of_a_cue_are_an_own_type_s_trigger(read):
    (event,) = read(TEXT, FakeNetwork({}), [own("shelled port")])
    assert (event.type, words_in(TEXT, [event.trigger])) == ("PORT_CLOSURE", ["shelled the port"])


@pytest.mark.parametrize("trigger", ["shelled", "port"])
def test_an_own_type_stands_over_others_of_the_same_words(read, trigger):
    events = read(TEXT, FakeNetwork({trigger: "ASSAULT"}), [own("shelled port")])
    assert [event.type for event in events] == ["PORT_CLOSURE"]


def test_an_own_type_leaves_other_words_to_others(read):
    events = read(TEXT, FakeNetwork({"port": "ASSAULT"}), [own("rebels")])
    assert [event.type for event in events] == ["PORT_CLOSURE", "ASSAULT"]


def test_of_two_own_types_of_the_same_words_the_later_stands(read):
    events = read(TEXT, FakeNetwork({}), [own("shelled"), own("shelled port", name="SHELLING")])
    assert [event.type for event in events] == ["SHELLING"]


def test_an_own_type_has_no_mode(read):
    (event,) = read(TEXT, FakeNetwork({}, modes=(9, 0, 0, 0, 0)), [own("shelled", like="ASSAULT")])
    assert event.mode is None


def test_an_own_type_is_read_as_the_type_that_it_is_like(read):
    network = FakeNetwork({})
    read(TEXT, network, [own("shelled", like="CONSULT")])
    assert network.asked[0]["types"] == [LABELS["types"].index("CONSULT")]


def test_an_own_type_has_the_arguments_that_the_network_finds(read):
    (event,) = read(TEXT, FakeNetwork({}, roles={"rebels": ACTOR}), [own("shelled")])
    assert words_in(TEXT, event.actors) == ["rebels"]


def test_a_cue_over_a_sentence_s_end_is_none(read):
    assert (
        read("On Sunday the rebels shelled. Port workers of Ardale left.", FakeNetwork({}), [own("shelled port")]) == []
    )


# Any text


class RandomNetwork:
    """Gives any scores whatever."""

    def __init__(self, seed):
        self._random = np.random.default_rng(seed)

    def run(self, inputs):
        if "pieces" in inputs:
            return [
                self._make(*inputs["pieces"].shape, 8),
                self._make(*inputs["pieces"].shape, 1 + len(LABELS["types"])),
            ]
        events = len(inputs["ends"])
        return [self._make(events, 4), self._make(events, 5), self._make(events, len(inputs["words"]), 4)]

    def _make(self, *shape):
        return (4 * self._random.standard_normal(shape)).astype(np.float32)


WORDS = st.sampled_from(
    ["Rebels", "shelled", "the", "port", "of", "Ardale", "Mr.", "“No,”", "U.S.", "naïve", "5,000", "🕊"]
)
JOINTS = st.sampled_from([" ", " ", " ", ". ", "\n", ", ", "-"])
TEXTS = st.lists(st.tuples(WORDS, JOINTS), max_size=40).map(lambda pairs: "".join(w + joint for w, joint in pairs))


@settings(deadline=None)
@given(st.text(max_size=200) | TEXTS, st.integers(0, 99))
def test_of_any_text_all_ranges_lie_in_their_sentence(text, seed):
    tokens = tokens_of(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "load_model", lambda name: RandomNetwork(seed))
        patch.setattr(reading, "load_labels", lambda: LABELS)
        events = read_events(text, tokens, [own("the port")])
    for event in events:
        low, high = event.sentence
        assert 0 <= low < high <= len(tokens)
        for first, last in (event.trigger, *event.actors, *event.recipients):
            assert low <= first < last <= high


@settings(deadline=None)
@given(TEXTS, st.integers(0, 99))
def test_of_any_text_no_two_triggers_share_a_word(text, seed):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "load_model", lambda name: RandomNetwork(seed))
        patch.setattr(reading, "load_labels", lambda: LABELS)
        triggers = [event.trigger for event in read_events(text, tokens_of(text), [own("the port")])]
    words = [at for first, last in triggers for at in range(first, last)]
    assert words == sorted(set(words))
