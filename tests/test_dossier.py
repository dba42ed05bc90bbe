import pytest

from onrecord.dossier import Dossier, check_order
from onrecord.errors import InternalError
from onrecord.records import Article


class Bake:
    name, version, requires, makes, models = "bake", "1", ("dough",), ("bread",), {}

    def __call__(self, dossier):
        return {"bread": dossier["dough"] + ", baked"}


class Knead:
    name, version, requires, makes, models = "knead", "1", (), ("dough",), {}

    def __call__(self, dossier):
        return {"dough": dossier.article.text + ", kneaded"}


def test_steps_in_the_right_order_are_accepted():
    check_order([Knead(), Bake()])


def test_a_step_whose_needs_nobody_makes_is_refused():
    with pytest.raises(InternalError, match=r"bake needs \['dough'\]"):
        check_order([Bake(), Knead()])


class Season(Knead):
    name, makes, optional = "season", ("dish",), ("bread",)


def test_what_a_step_can_do_without_may_be_missing():
    check_order([Season()])


def test_what_a_step_can_do_without_may_be_made_before():
    check_order([Knead(), Bake(), Season()])


def test_what_a_step_reads_may_not_be_made_after_it():
    with pytest.raises(InternalError, match=r"season reads \['bread'\], which only a later step makes"):
        check_order([Season(), Knead(), Bake()])


def test_joining_leaves_the_dossier_as_it_was():
    before = Dossier(Article(id="a" * 64, text="flour"))
    after = before.joined(Knead()(before))
    assert after["dough"] == "flour, kneaded"
    assert not before.made
