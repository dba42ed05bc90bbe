from onrecord.annotating.quantities import FindQuantities
from onrecord.dossier import Dossier
from onrecord.records import Article, Span, Time

TEXT = "A storm sank 12 boats in 10 days."


def test_the_step_makes_quantities_beside_times():
    times = (Time("t1", Span.of(TEXT, 25, 32), "DURATION", "P10D"),)
    made = FindQuantities()(Dossier(Article("a", TEXT), {"times": times}))
    assert [(q.id, q.value, q.unit, q.role) for q in made["quantities"]] == [("q1", 12, "boat", "destroyed")]


def test_two_runs_make_the_same():
    dossier = Dossier(Article("a", TEXT), {"times": ()})
    assert FindQuantities()(dossier) == FindQuantities()(dossier)
