from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from growth import ends_within
from mention_samples import clusters_of, found, tokens_of

from onrecord.annotating.clusters import Clusters


def named(text, *mentions, headline=None):
    """The clusters of a text; its mentions, given as the arguments of `found`, go where their names belong."""
    clusters = clusters_of(text, lambda tokens: [found(tokens, *words, **how) for *words, how in mentions])
    clusters = Clusters(clusters.mentions, clusters.context, headline)
    for number in range(len(clusters.mentions)):
        clusters.add(number, clusters.find_by_name(number))
    return clusters


def called(clusters: Clusters) -> list[list[str]]:
    """By cluster, its mentions' words."""
    return [[" ".join(clusters.mentions[i].words) for i in members] for members in clusters.members]


def test_a_surname_means_the_one_who_was_named_in_full():
    clusters = named("Mara Lind came. Lind spoke.", ("Mara Lind", {}), ("Lind", {"after": 3}))
    assert called(clusters) == [["mara lind", "lind"]]


def test_a_full_name_means_the_one_who_was_named_by_surname():
    clusters = named("Lind came. Mara Lind spoke.", ("Lind", {}), ("Mara Lind", {}))
    assert called(clusters) == [["lind", "mara lind"]]


def test_two_of_a_surname_are_two():
    clusters = named("Mara Lind came. Jon Lind spoke.", ("Mara Lind", {}), ("Jon Lind", {}))
    assert called(clusters) == [["mara lind"], ["jon lind"]]


def test_a_surname_alone_means_who_bore_it_last():
    clusters = named(
        "Mara Lind came. Jon Lind spoke. Lind left.",
        ("Mara Lind", {"male": 0.1}),
        ("Jon Lind", {"male": 0.9}),
        ("Lind", {"after": 7}),
    )
    assert called(clusters) == [["mara lind"], ["jon lind", "lind"]]


def test_a_third_full_name_does_not_join_two_of_the_surname():
    clusters = named("Lind came. Mara Lind spoke. Jon Lind left.", ("Lind", {}), ("Mara Lind", {}), ("Jon Lind", {}))
    assert called(clusters) == [["lind", "mara lind"], ["jon lind"]]


def test_a_surname_alone_is_not_who_is_called_by_the_first_name_alone():
    clusters = named(
        "Jon Lind came. Mara Lind spoke. Mara left. Lind stayed.",
        ("Jon Lind", {}), ("Mara Lind", {}), ("Mara", {"after": 7}), ("Lind", {"after": 9}),
    )  # fmt: skip
    assert called(clusters) == [["jon lind", "lind"], ["mara lind", "mara"]]


def test_a_surname_is_whom_the_headline_names_in_full_and_no_relative():
    clusters = named(
        "Lind came. Jon Lind is the father. Lind spoke.",
        ("Lind", {}), ("Jon Lind", {}), ("Lind", {"after": 5}), headline={"lind": "Mara Lind"},
    )  # fmt: skip
    assert called(clusters) == [["lind", "lind"], ["jon lind"]]


def test_a_surname_behind_a_relative_is_whom_the_headline_names_in_full():
    clusters = named(
        "Jon Lind is the father. Lind spoke.", ("Jon Lind", {}), ("Lind", {"after": 2}), headline={"lind": "Mara Lind"}
    )
    assert called(clusters) == [["jon lind"], ["lind"]]


def test_who_is_named_in_full_by_the_headline_alone_has_its_name():
    clusters = named("Lind came.", ("Lind", {}), headline={"lind": "Mara Lind"})
    assert clusters.chain(0).full_name == "Mara Lind"


def test_who_is_named_in_full_by_the_text_has_no_name_of_the_headline():
    clusters = named("Jon Lind came.", ("Jon Lind", {}), headline={"lind": "Mara Lind"})
    assert clusters.chain(0).full_name is None


def test_a_title_picks_the_one_of_its_sex():
    clusters = named(
        "Mr. Karl Brun came. Mrs. Odile Brun spoke. Mr. Brun left.",
        ("Mr. Karl Brun", {"head": "Karl", "male": 0.9}),
        ("Mrs. Odile Brun", {"head": "Odile", "male": 0.1}),
        ("Mr. Brun", {"head": "Brun"}),
    )
    assert called(clusters) == [["mr . karl brun", "mr . brun"], ["mrs . odile brun"]]


def test_a_couple_is_two():
    clusters = named("Mr. Brun and Mrs. Brun came.", ("Mr. Brun", {"head": "Brun"}), ("Mrs. Brun", {"head": "Brun"}))
    assert called(clusters) == [["mr . brun"], ["mrs . brun"]]


def test_a_woman_s_first_name_is_not_the_man_s_who_was_named_by_surname():
    clusters = named("Mr. Brun came. Odile Brun spoke.", ("Mr. Brun", {"head": "Brun"}), ("Odile Brun", {"male": 0.05}))
    assert called(clusters) == [["mr . brun"], ["odile brun"]]


def test_an_acronym_means_the_body_with_its_initials():
    clusters = named(
        "League of Northern Ports ( LNP ) met.",
        ("League of Northern Ports", {"kind": "organization"}),
        ("LNP", {"kind": "organization"}),
    )
    assert called(clusters) == [["league of northern ports", "lnp"]]


@pytest.mark.parametrize("names", [("Ardale Rovers", "Rovers"), ("Rovers", "Ardale Rovers")])
def test_a_team_is_known_without_its_town(names):
    clusters = named(
        f"In Ardale came {names[0]} . So {names[1]} won", ("Ardale", {"kind": "place"}),
        (names[0], {"kind": "organization"}), (names[1], {"kind": "organization", "after": 3 + len(names[0].split())}),
    )  # fmt: skip
    assert called(clusters)[1] == [name.lower() for name in names]


@pytest.mark.parametrize("name", ["Police", "Democrats"])
def test_what_every_town_has_is_not_the_town_s(name):
    clusters = named(
        f"In Ardale came Ardale {name} . So {name} won", ("Ardale", {"kind": "place"}),
        (f"Ardale {name}", {"kind": "organization"}), (name, {"kind": "organization", "after": 6}),
    )  # fmt: skip
    assert len(called(clusters)) == 3


def test_the_fullest_name_names_the_cluster():
    clusters = named("Lind came. Mara Lind spoke. Lind left.", ("Lind", {}), ("Mara Lind", {}), ("Lind", {"after": 6}))
    assert clusters.chain(0).name.words == ("mara", "lind")


def test_a_chain_has_the_mean_of_its_mentions_kinds():
    clusters = named("Lind came. Lind spoke.", ("Lind", {"sure": 0.9}), ("Lind", {"sure": 0.7, "after": 2}))
    assert clusters.chain(0).kinds == pytest.approx([0.8, 0.2 / 3, 0.2 / 3, 0.2 / 3])


def test_a_cluster_without_a_name_is_not_named():
    clusters = clusters_of("The mayor came.", lambda tokens: [found(tokens, "The mayor", "nominal", head="mayor")])
    clusters.add(0, None)
    assert not clusters.chain(0).is_named


def test_a_description_s_words_are_said_of_its_cluster():
    clusters = clusters_of("The old mayor came.", lambda t: [found(t, "The old mayor", "nominal", head="mayor")])
    clusters.add(0, None)
    assert (dict(clusters.by_head), clusters.by_title["old"], "old" in clusters.titles[0]) == (
        {"mayor": {0}},
        {0},
        True,
    )


def test_pronouns_and_titles_count_for_the_sex():
    clusters = clusters_of(
        "Mrs. Lind came. She spoke.",
        lambda t: [found(t, "Mrs. Lind", head="Lind"), found(t, "She", "pronoun")],
    )
    clusters.add(1, clusters.add(0, None))
    assert (clusters.she[0], clusters.he[0]) == (3, 0)


def test_a_cluster_knows_its_last_mention():
    clusters = named("Mara Lind came. Lind spoke.", ("Mara Lind", {}), ("Lind", {"after": 3}))
    assert (clusters.last[0], clusters.last_head[0], clusters.sizes[0]) == (1, 4, 2)


def test_rows_that_are_not_used_yet_are_empty():
    clusters = named("Mara Lind came.", ("Mara Lind", {}))
    assert not np.any(clusters.named[clusters.count :])


def test_only_the_names_in_a_content_are_looked_at():
    """One look at each name for each statement would take five seconds."""
    one = found(tokens_of("Mara Lind"), "Mara Lind")
    mentions = [replace(one, head=4 * n, first=4 * n, last=4 * n + 2) for n in range(4000)]
    clusters = Clusters(mentions, SimpleNamespace(contents=[[(4 * n, 4 * n + 4)] for n in range(4000)]))
    assert all(clusters.named_in(statement) == set() for statement in range(4000))
    assert ends_within(lambda: [clusters.named_in(statement) for statement in range(4000)], 2)


def sexes(*names):
    """How much speaks for "he" and "she" of who is named first, in the order of their heads."""
    text = " met ".join(names)
    clusters = clusters_of(text, lambda t: [found(t, name, head=name.split()[-1]) for name in names])
    clusters.add(0, None)
    return clusters.he[0] > 0, clusters.she[0] > 0


def test_a_title_anywhere_tells_the_sex_of_a_surname():
    assert sexes("Lind", "Ms. Lind") == (False, True)


def test_a_couple_s_titles_tell_nothing():
    assert sexes("Lind", "Ms. Lind", "Mr. Lind") == (False, False)
