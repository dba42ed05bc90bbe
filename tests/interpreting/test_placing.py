from onrecord.interpreting.placing import link_places
from onrecord.records import Entity, Mention, Place
from onrecord.spans import Span

TEXT = "The Boston Globe said the French President Odile Brun left Paris. He saw it."


def place(words):
    start = TEXT.index(words)
    return Place("p1", Span.of(TEXT, start, start + len(words)), "literal", None, words, None, None, None, None, 0.9)


def entity(words, kind, *, form="name"):
    start = TEXT.index(words)
    return Entity("e1", words, kind, mentions=(Mention(Span.of(TEXT, start, start + len(words)), form),))


def test_a_place_has_the_entity_of_the_same_words():
    paris = entity("Paris", "place")
    assert link_places([place("Paris")], [paris])[0].entity is paris


def test_a_place_in_the_name_of_a_body_has_the_body():
    globe = entity("Boston Globe", "organization")
    assert link_places([place("Boston")], [globe])[0].entity is globe


def test_the_narrowest_name_counts():
    wide, narrow = entity("Boston Globe", "organization"), entity("Boston", "place")
    assert link_places([place("Boston")], [wide, narrow])[0].entity is narrow


def test_a_person_is_no_place():
    brun = entity("French President Odile Brun", "person")
    assert link_places([place("French")], [brun])[0].entity is None


def test_descriptions_do_not_count():
    assert link_places([place("Paris")], [entity("left Paris", "place", form="nominal")])[0].entity is None


def test_nothing_else_of_a_place_changes():
    before = place("Paris")
    assert link_places([before], [])[0] == before
