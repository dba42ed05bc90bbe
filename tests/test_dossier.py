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


def test_joining_leaves_the_dossier_as_it_was():
    before = Dossier(Article(id="a" * 64, text="flour"))
    after = before.joined(Knead()(before))
    assert after["dough"] == "flour, kneaded"
    assert not before.made
