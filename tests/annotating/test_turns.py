from dataclasses import replace

from mention_samples import clusters_of, found

from onrecord.annotating.clusters import Clusters
from onrecord.annotating.context import find_leading
from onrecord.annotating.turns import last_speaker
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
    speaker = last_speaker(clusters, last)
    return None if speaker is None else " ".join(clusters.mentions[clusters.last[speaker]].words)


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
