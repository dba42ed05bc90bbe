from dataclasses import replace

from mention_samples import clusters_of, found

from onrecord.annotating.clusters import Clusters
from onrecord.annotating.context import find_leading
from onrecord.annotating.turns import last_subject, last_turn
from onrecord.chains import PRONOUN
from onrecord.records import Content, Cue, Source, Span, Statement


def statement(text, source, cue, content):
    by, said, what = (
        Span.of(text, text.index(words), text.index(words) + len(words)) for words in (source, cue, content)
    )
    return Statement("", Source((by,)), Cue((said,), "say", "say"), Content.of((what,)), "indirect", 0.9)


def who_spoke(between, *names, pronoun="He"):
    """Who spoke last before a pronoun that says something, with some words between that hold some names."""
    text = f"Jon Ek said that the truce held.{between}{pronoun} hoped for peace."
    said = [statement(text, "Jon Ek", "said", "that the truce held"), statement(text, pronoun, "hoped", "for peace")]
    made = clusters_of(
        text,
        lambda t: [found(t, "Jon Ek"), *(found(t, name) for name in names), found(t, pronoun, "pronoun")],
        said,
    )
    clusters = Clusters(made.mentions, replace(made.context, leading=find_leading(made.mentions, made.context)))
    last = len(clusters.mentions) - 1
    for number in range(last):
        clusters.add(number, None)
    clusters.he[0] += 1
    turn = last_turn(clusters, last)
    return None if turn is None else " ".join(clusters.mentions[clusters.last[turn.speaker]].words)


def test_who_spoke_last_is_the_source_before_in_the_paragraph():
    assert who_spoke(" It rained in the port. ") == "jon ek"


def test_who_opens_a_paragraph_may_have_spoken_at_the_end_of_the_one_before():
    assert who_spoke("\n") == "jon ek"


def test_two_paragraphs_ago_nobody_spoke():
    assert who_spoke("\nIt rained.\n") is None


def test_inside_a_paragraph_nobody_of_the_one_before_spoke_last():
    assert who_spoke("\nIt rained. ") is None


def test_a_sentence_that_begins_with_another_name_ends_a_turn():
    assert who_spoke(" Karl Dahl waited. ", "Karl Dahl") is None


def test_she_is_not_the_man_who_spoke_last():
    assert who_spoke(" It rained. ", pronoun="She") is None


def turn_after(text, *mentions, pronoun="She", source="Jon Ek", cue="said", content="that the truce held", plural=0.0):
    """The turn before a pronoun that hopes for peace; mentions are the arguments of `found`."""
    said = [statement(text, source, cue, content), statement(text, pronoun, "hoped", "for peace")]
    made = clusters_of(
        text, lambda t: [*(found(t, *m, plural=plural) for m in mentions), found(t, pronoun, "pronoun")], said
    )
    clusters = Clusters(made.mentions, replace(made.context, leading=find_leading(made.mentions, made.context)))
    last = next(i for i, m in enumerate(clusters.mentions) if m.form == PRONOUN)
    for number in range(len(clusters.mentions)):
        if number != last:
            clusters.add(number, None)
    return clusters, last_turn(clusters, last)


def test_of_her_lawyer_and_the_lawyer_s_name_the_name_spoke_last():
    text = "The lawyer, Mara Ek, said that the truce held. She hoped for peace."
    clusters, turn = turn_after(text, ("The lawyer", "nominal"), ("Mara Ek",), source="The lawyer, Mara Ek,")
    assert clusters.mentions[clusters.last[turn.speaker]].words == ("mara", "ek")


def test_the_next_sentence_is_adjacent():
    _, turn = turn_after("Mara Ek said that the truce held. She hoped for peace.", ("Mara Ek",), source="Mara Ek")
    assert turn.is_adjacent


def test_behind_a_sentence_that_nobody_says_none_is_adjacent():
    text = "Mara Ek said that the truce held. It rained. She hoped for peace."
    _, turn = turn_after(text, ("Mara Ek",), source="Mara Ek")
    assert not turn.is_adjacent


def test_who_is_put_into_a_sentence_speaks_of_its_pronoun():
    text = "When that the truce held, Mara Ek said, she hoped for peace."
    _, turn = turn_after(text, ("Mara Ek",), source="Mara Ek", pronoun="she")
    assert turn is None


def test_they_are_not_the_one_who_spoke_last():
    text = "Mara Ek said that the truce held. They hoped for peace."
    _, turn = turn_after(text, ("Mara Ek",), source="Mara Ek", pronoun="They")
    assert turn is None


def test_who_is_heard_by_somebody_is_not_adjacent():
    text = "Jo Lind heard Mara Ek say that the truce held. She hoped for peace."
    _, turn = turn_after(text, ("Jo Lind",), ("Mara Ek",), source="Mara Ek", cue="say")
    assert not turn.is_adjacent


def test_sailors_are_no_she():
    text = "Sailors said that the truce held. She hoped for peace."
    _, turn = turn_after(text, ("Sailors", "nominal"), source="Sailors", plural=0.9)
    assert turn is None


def subject_before(text, *names, male=0.1):
    """Whom the sentence before what "she" hopes for is about."""
    said = [statement(text, "She", "hoped", "for peace")]
    made = clusters_of(
        text, lambda t: [*(found(t, name, male=male) for name in names), found(t, "She", "pronoun")], said
    )
    clusters = Clusters(made.mentions, replace(made.context, leading=find_leading(made.mentions, made.context)))
    for number in range(len(names)):
        clusters.add(number, None)
    return last_subject(clusters, len(names))


def test_a_name_that_begins_the_sentence_before_is_its_subject():
    assert subject_before("Jo Dahl left. Mara Ek wept at sea. She hoped for peace.", "Jo Dahl", "Mara Ek") == 1


def test_a_man_is_no_subject_that_she_goes_on_from():
    assert subject_before("Jon Ek wept at sea. She hoped for peace.", "Jon Ek", male=0.9) is None


def test_a_sentence_that_names_nobody_has_no_subject():
    assert subject_before("Mara Ek left. It rained. She hoped for peace.", "Mara Ek") is None
