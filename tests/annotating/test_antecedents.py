import numpy as np
import pytest
from mention_samples import clusters_of, found

from onrecord.annotating.antecedents import MODEL, candidates, describe, is_anaphor, only_holder, score
from onrecord.inference import load_model
from onrecord.records import Content, Cue, Source, Span, Statement

TEXT = (
    "Mara Lind met the old mayor and the rebels. She said that the mayor would stay. "
    "He believed he could persuade Lind."
)


def make(tokens):
    return [
        found(tokens, "Mara Lind", male=0.05),
        found(tokens, "the old mayor", "nominal", head="mayor", male=0.9),
        found(tokens, "the rebels", "nominal", head="rebels", plural=0.95),
        found(tokens, "She", "pronoun", male=0.0),
        found(tokens, "the mayor", "nominal", head="mayor", male=0.9),
        found(tokens, "He", "pronoun", male=1.0),
        found(tokens, "he", "pronoun", male=1.0),
        found(tokens, "Lind", male=0.05, after=19),
    ]


def span(words):
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


BELIEF = Statement(
    "", Source((span("He"),)), Cue((span("believed"),), "believe", "think"),
    Content.of((span("he could persuade Lind"),)), "indirect", 0.9,
)  # fmt: skip


@pytest.fixture
def clusters():
    """Lind, the mayor, the rebels; the mentions from "She" on are open."""
    made = clusters_of(TEXT, make, [BELIEF])
    for number in range(3):
        made.add(number, None)
    return made


def features_of_the_model():
    return next(given.shape[1] for given in load_model(MODEL)._session.get_inputs() if given.name == "features")


@pytest.mark.parametrize("number", range(3, 7))
def test_a_description_has_as_many_features_as_the_model_takes(clusters, number):
    assert describe(clusters, number, np.arange(3)).shape == (3, features_of_the_model())


@pytest.mark.parametrize("number", range(3, 7))
def test_every_feature_is_a_number(clusters, number):
    assert np.isfinite(describe(clusters, number, np.arange(3))).all()


def test_with_no_cluster_there_is_nothing_to_describe(clusters):
    assert describe(clusters, 3, np.arange(0)).shape == (0, features_of_the_model())


def links_of_the_model():
    widths = {given.name: given.shape[1] for given in load_model(MODEL)._session.get_inputs()}
    return widths["later"] + widths["last"] + widths["naming"]


def test_chances_add_up_to_one(clusters):
    links = np.zeros((len(clusters.mentions), links_of_the_model()), np.float32)
    assert score(clusters, 3, np.arange(3), links).sum() == pytest.approx(1, abs=1e-5)


def test_there_is_a_chance_for_each_cluster_and_for_none(clusters):
    links = np.zeros((len(clusters.mentions), links_of_the_model()), np.float32)
    assert score(clusters, 3, np.arange(3), links).shape == (4,)


def test_a_source_is_nobody_whom_its_own_statement_names(clusters):
    assert 0 not in candidates(clusters, 5)


def test_a_pronoun_that_is_no_source_may_be_anyone(clusters):
    assert candidates(clusters, 3).tolist() == [0, 1, 2]


def test_a_single_one_is_not_several(clusters):
    assert 2 not in candidates(clusters, 4)


def test_a_description_of_something_new_is_none_of_those_before():
    made = clusters_of(
        "Mara Lind met with a mayor.",
        lambda t: [found(t, "Mara Lind"), found(t, "a mayor", "nominal", head="mayor")],
    )
    made.add(0, None)
    assert candidates(made, 1).tolist() == []


def test_a_description_of_something_new_may_be_the_name_that_it_stands_beside():
    made = clusters_of(
        "Mara Lind, a mayor, came.", lambda t: [found(t, "Mara Lind"), found(t, "a mayor", "nominal", head="mayor")]
    )
    made.add(0, None)
    assert candidates(made, 1).tolist() == [0]


def described_before(description, later):
    """The clusters that a description may belong to, behind another one."""
    made = clusters_of(
        f"{description} met. {later} left.",
        lambda t: [
            found(t, words, "nominal", head=words.split()[-1], kind="organization") for words in (description, later)
        ],
    )
    made.add(0, None)
    return candidates(made, 1).tolist()


def test_a_noun_that_only_tells_of_a_body_is_not_the_body():
    assert described_before("An army court", "The army") == []


def test_a_noun_that_a_body_was_called_by_is_the_body():
    assert described_before("An army court", "The court") == [0]


def test_nobody_says_he_of_an_adjective():
    made = clusters_of("The Ukrainian team met. He left.", lambda t: [found(t, "Ukrainian"), found(t, "He", "pronoun")])
    made.add(0, None)
    assert candidates(made, 1).tolist() == []


def test_nobody_says_he_of_what_is_known_to_be_a_body():
    text = "The European Union met. He left."
    made = clusters_of(text, lambda t: [found(t, "European Union"), found(t, "He", "pronoun")])
    made.add(0, None)
    assert candidates(made, 1).tolist() == []


def test_a_description_is_nobody_inside_it():
    made = clusters_of(
        "Lind's deputy came.", lambda t: [found(t, "Lind"), found(t, "Lind's deputy", "nominal", head="deputy")]
    )
    made.add(0, None)
    assert candidates(made, 1).tolist() == []


def test_named_people_are_never_too_far_away():
    names = [f"{letter}{vowel}st" for letter in "BDFGKLMNPR" for vowel in "aeiou"]
    text = f"Mara Lind came. {' '.join(names)} too. She left."
    made = clusters_of(
        text,
        lambda t: [
            found(t, "Mara Lind"),
            *(found(t, name, "nominal") for name in names),
            found(t, "She", "pronoun"),
        ],
    )
    for number in range(len(names) + 1):
        made.add(number, None)
    among = candidates(made, len(names) + 1)
    assert (0 in among, len(among)) == (True, 41)


@pytest.mark.parametrize(
    ("words", "form", "asked"),
    [
        ("he", "pronoun", True),
        ("they", "pronoun", True),
        ("we", "pronoun", False),
        ("I", "pronoun", False),
        ("the mayor", "nominal", True),
        ("officials", "nominal", True),
        ("Lind", "name", False),
    ],
)
def test_third_persons_and_descriptions_are_asked_about(words, form, asked):
    (mention,) = clusters_of(words, lambda tokens: [found(tokens, words, form)]).mentions
    assert is_anaphor(mention) == asked


def known(text, *mentions, statements=()):
    """Words of the clusters that the last of a text's mentions may belong to; those before are a cluster each."""
    made = clusters_of(text, lambda t: [found(t, *words, **how) for *words, how in mentions], statements)
    number = len(made.mentions) - 1
    for before in range(number):
        made.add(before, None)
    return [" ".join(made.mentions[made.last[cluster]].words) for cluster in candidates(made, number)]


SENATOR = ("Senator Lind", {"head": "Lind"})


@pytest.mark.parametrize("words", ["the president", "the mayor", "the governor"])
def test_an_office_is_nobody_with_another_one(words):
    text = f"On Monday Senator Lind met {words}."
    assert known(text, SENATOR, (words, "nominal", {"head": words.split()[1]})) == []


@pytest.mark.parametrize(
    "words", ["the senator", "the former president", "the former mayor", "the lawyer", "the deputy"]
)
def test_one_with_an_office_may_be_what_does_not_rule_it_out(words):
    text = f"On Monday Senator Lind met {words}."
    assert known(text, SENATOR, (words, "nominal", {"head": words.split()[-1]})) == ["senator lind"]


def test_one_without_an_office_may_have_any():
    text = "On Monday Mara Lind met the president."
    assert known(text, ("Mara Lind", {}), ("the president", "nominal", {"head": "president"})) == ["mara lind"]


def said_by(text, source):
    spans = [Span.of(text, text.index(words), text.index(words) + len(words)) for words in (source, "said", "it held")]
    return Statement("", Source((spans[0],)), Cue((spans[1],), "say", "say"), Content.of((spans[2],)), "indirect", 0.9)


def test_a_body_s_official_is_nobody_who_was_named_before():
    text = "On Monday Mara Lind came. A Harbour Safety official said it held."
    assert (
        known(
            text,
            ("Mara Lind", {}),
            ("Safety official", "nominal", {"head": "official"}),
            statements=[said_by(text, "A Harbour Safety official")],
        )
        == []
    )


def test_the_official_of_a_body_may_have_been_named_before():
    text = "On Monday Mara Lind came. The Harbour Safety official said it held."
    assert known(
        text,
        ("Mara Lind", {}),
        ("Safety official", "nominal", {"head": "official"}),
        statements=[said_by(text, "The Harbour Safety official")],
    ) == ["mara lind"]


BOARD = ("Harbour Board", {"kind": "organization", "plural": 0.4})
SEVERAL = {"head": "officials", "plural": 0.9, "sure": 0.6}


def test_bare_officials_are_no_body_with_a_name():
    text = "On Monday the Harbour Board met. Later officials said it held."
    assert known(text, BOARD, ("officials", "nominal", SEVERAL), statements=[said_by(text, "officials")]) == []


def test_bare_officials_may_be_others_without_a_name():
    text = "On Monday the rebels came. Later officials said it held."
    rebels = ("the rebels", "nominal", {"head": "rebels", "plural": 0.9})
    assert known(text, rebels, ("officials", "nominal", SEVERAL), statements=[said_by(text, "officials")]) == [
        "the rebels"
    ]


def test_the_officials_may_be_a_body_with_a_name():
    text = "On Monday the Harbour Board met. Later the officials said it held."
    several = ("the officials", "nominal", SEVERAL)
    assert known(text, BOARD, several, statements=[said_by(text, "the officials")]) == ["harbour board"]


@pytest.mark.parametrize("kind", ["organization", "place"])
def test_the_prime_minister_is_no_newspaper_and_no_town(kind):
    text = "The Harbour Herald came. The prime minister spoke."
    minister = ("The prime minister", "nominal", {"head": "minister", "sure": 0.6})
    assert known(text, ("Harbour Herald", {"kind": kind, "sure": 0.6}), minister) == []


def test_the_prime_minister_may_be_a_person_with_a_name():
    minister = ("The prime minister", "nominal", {"head": "minister", "sure": 0.6})
    assert known("Mara Lind came. The prime minister spoke.", ("Mara Lind", {}), minister) == ["mara lind"]


@pytest.mark.parametrize("pronoun", ["He", "She", "They"])
def test_a_statement_is_no_he_and_no_they(pronoun):
    statement = ("The statement", "nominal", {"head": "statement", "kind": "other", "sure": 0.6})
    assert known(f"The statement came. {pronoun} spoke.", statement, (pronoun, "pronoun", {})) == []


@pytest.mark.parametrize(
    ("text", "words", "head", "kind"),
    [
        ("On Monday Mara Lind met. The campaign spoke.", "The campaign", "campaign", "organization"),
        ("On Monday Mara Lind met. The book spoke.", "The book", "book", "other"),
        ("On Monday Mara Lind met. The city spoke.", "The city", "city", "place"),
    ],
)
def test_a_campaign_and_a_book_are_no_person_with_a_name(text, words, head, kind):
    assert known(text, ("Mara Lind", {}), (words, "nominal", {"head": head, "kind": kind, "sure": 0.6})) == []


@pytest.mark.parametrize(("words", "kind"), [("The union", "organization"), ("The announcer", "person")])
def test_who_speaks_is_no_statement(words, kind):
    text = f"The statement came. {words} spoke."
    statement = ("The statement", "nominal", {"head": "statement", "kind": "other", "sure": 0.6})
    assert known(text, statement, (words, "nominal", {"head": words.split()[1], "kind": kind, "sure": 0.6})) == []


@pytest.mark.parametrize("word", ["some", "someone", "others"])
def test_some_are_nobody_mentioned_before(word):
    text = f"On Monday Mara Lind came. Later {word} said it held."
    assert known(text, ("Mara Lind", {}), (word, "nominal", {}), statements=[said_by(text, word)]) == []


def holder(text, words, *mentions):
    """Words of the only holder of the office that a description at the end of the mentions tells; None where open."""
    described = (words, "nominal", {"head": words.split()[-1]})
    made = clusters_of(text, lambda t: [found(t, *w, **how) for *w, how in (*mentions, described)])
    for number in range(len(mentions)):
        made.add(number, None)
    cluster = only_holder(made, len(mentions), candidates(made, len(mentions)))
    return None if cluster is None else " ".join(made.mentions[made.last[cluster]].words)


GOVERNOR = ("Governor Brun", {"head": "Brun"})


def test_the_governor_is_the_only_one_who_was_called_so():
    text = "On Monday Governor Brun met Mara Lind. The southern governor spoke."
    assert holder(text, "The southern governor", GOVERNOR, ("Mara Lind", {})) == "governor brun"


@pytest.mark.parametrize("words", ["The former governor", "A governor", "The lawyer", "The mayor"])
def test_other_descriptions_have_no_only_holder(words):
    text = f"On Monday Governor Brun met Mara Lind. {words} spoke."
    assert holder(text, words, GOVERNOR, ("Mara Lind", {})) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The minister", "foreign minister brun"),
        ("The foreign minister", "foreign minister brun"),
        ("The health minister", None),
    ],
)
def test_of_ministers_the_words_before_the_office_must_be_told(words, expected):
    text = f"On Monday Foreign Minister Brun met Mara Lind. {words} spoke."
    assert holder(text, words, ("Foreign Minister Brun", {"head": "Brun"}), ("Mara Lind", {})) == expected


def test_of_two_governors_neither_is_the_only_one():
    text = "On Monday Governor Brun met Governor Lind. The governor spoke."
    assert holder(text, "The governor", GOVERNOR, ("Governor Lind", {"head": "Lind"})) is None


def test_the_vice_president_is_not_the_president():
    text = "On Monday President Lind met the vice president."
    assert (
        known(text, ("President Lind", {"head": "Lind"}), ("the vice president", "nominal", {"head": "president"}))
        == []
    )


def test_the_vice_president_is_the_one_who_was_called_so():
    text = "On Monday Vice President Lind came. The vice president spoke."
    vice = ("The vice president", "nominal", {"head": "president"})
    assert known(text, ("Vice President Lind", {"head": "Lind"}), vice) == ["vice president lind"]


def test_several_reports_may_be_they():
    reports = ("The reports", "nominal", {"head": "reports", "kind": "other", "plural": 0.9})
    assert known("The reports came. They spoke.", reports, ("They", "pronoun", {})) == ["the reports"]


@pytest.mark.parametrize(("pronoun", "male"), [("He", 0.05), ("She", 0.95)])
def test_a_name_surely_of_the_other_sex_is_not_meant(pronoun, male):
    assert known(f"Mara Lind came. {pronoun} spoke.", ("Mara Lind", {"male": male}), (pronoun, "pronoun", {})) == []


@pytest.mark.parametrize(("pronoun", "male"), [("He", 0.2), ("She", 0.8), ("He", 0.95), ("She", 0.05)])
def test_a_name_that_may_be_of_the_sex_may_be_meant(pronoun, male):
    assert known(f"Mara Lind came. {pronoun} spoke.", ("Mara Lind", {"male": male}), (pronoun, "pronoun", {})) == [
        "mara lind"
    ]


def test_a_description_of_the_other_sex_may_still_be_meant():
    mayor = ("The mayor", "nominal", {"head": "mayor", "male": 0.98})
    assert known("The mayor came. She spoke.", mayor, ("She", "pronoun", {})) == ["the mayor"]


def test_a_name_that_was_called_he_may_be_again():
    made = clusters_of(
        "Mara Lind came. He spoke. He left.",
        lambda t: [
            found(t, "Mara Lind", male=0.02),
            found(t, "He", "pronoun"),
            found(t, "He", "pronoun", after=6),
        ],
    )
    made.add(1, made.add(0, None))
    assert candidates(made, 2).tolist() == [0]


def test_a_name_that_is_rather_a_body_s_is_nobody_s_he():
    board = ("Harbour Board", {"kind": "organization", "sure": 0.55})
    assert known("Harbour Board met. He spoke.", board, ("He", "pronoun", {})) == []


def test_who_was_called_she_by_title_and_pronoun_is_no_he():
    text = "Ms. Lind wept. She left. He left."
    made = clusters_of(
        text, lambda t: [found(t, "Ms. Lind", head="Lind"), found(t, "She", "pronoun"), found(t, "He", "pronoun")]
    )
    made.add(0, None)
    made.add(1, 0)
    assert 0 not in candidates(made, 2)


def test_a_picture_s_credit_is_no_he():
    text = "Jon Ek\nHe left."
    made = clusters_of(text, lambda t: [found(t, "Jon Ek"), found(t, "He", "pronoun")])
    made.add(0, None)
    assert not len(candidates(made, 1))
