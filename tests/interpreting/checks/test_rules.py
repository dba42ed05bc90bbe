"""All rules together, and the step that runs them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Reader
from onrecord.dossier import Dossier
from onrecord.interpreting.checks import RULE_NAMES, RULES, FindChecks
from onrecord.interpreting.checks.case import SEVERITIES, Case
from onrecord.records import Article

TITLE = "Ferry of Tessen sinks off the port and kills 15"
WRONG = (
    "A bomb in Ostrel killed 12 people on Monday.\n\nThe mayor spoke. The attack in Ostrel killed 14 people.\n\n"
    "Prime Minister Boris Johnson said on Tuesday, 3 March 2025, that the ferry of Ostrel had sunk. "
    "Five women and four men, ten people in all, were saved.\n\n"
    "It is believed that the crew fled to Arda. Officials said that it was cold. The ferry was reportedly old.\n\n"
    "“The [harbour] was closed,” Ines Calder said.\n\n"
    "Velmora marked the 40th anniversary of the flood of 4 March 1981."
)
DAY = "2025-03-05"


@pytest.fixture(scope="module")
def record(reader):
    return reader.read(WRONG, title=TITLE, published=DAY)


def test_names_of_rules_are_unique():
    assert len(set(RULE_NAMES)) == len(RULES)


def test_names_of_rules_are_those_of_the_rules_in_order():
    assert tuple(rule.name for rule in RULES) == RULE_NAMES


def test_every_rule_says_what_it_looks_for_and_what_to_do():
    assert [rule.name for rule in RULES if not rule.about.endswith(".") or not rule.remedy.endswith(".")] == []


def test_every_rule_has_severities_the_gravest_first():
    assert [rule.name for rule in RULES if not rule.severities] == []
    ordered = [tuple(sorted(set(rule.severities), key=SEVERITIES.index)) for rule in RULES]
    assert [rule.severities for rule in RULES] == ordered


def test_every_rule_can_fire(record):
    assert {check.rule for check in record.checks} == set(RULE_NAMES)


def test_every_severity_that_a_rule_yields_is_declared(record):
    declared = {rule.name: rule.severities for rule in RULES}
    assert [check for check in record.checks if check.severity not in declared[check.rule]] == []


def test_the_gravest_come_first(record):
    ranks = [SEVERITIES.index(check.severity) for check in record.checks]
    assert ranks == sorted(ranks)


def test_those_of_a_severity_come_in_text_order(record):
    for severity in SEVERITIES:
        starts = [min(check.spans).start for check in record.checks if check.severity == severity and check.spans]
        assert starts == sorted(starts)


def test_checks_are_numbered(record):
    assert [check.id for check in record.checks] == [f"k{n}" for n in range(1, len(record.checks) + 1)]


def test_every_check_points_to_words(record):
    assert [check for check in record.checks if not check.spans and not check.title_spans] == []


def test_messages_are_sentences(record):
    assert [check.message for check in record.checks if not check.message.endswith(".")] == []


def test_errors_and_warnings_tell_their_evidence(record):
    assert [check for check in record.checks if check.severity != "note" and not check.evidence] == []


# Rules that are switched off


def test_a_rule_that_is_switched_off_yields_nothing(record):
    dossier = _dossier(record)
    left = [{check.rule for check in FindChecks((name,))(dossier)["checks"]} for name in RULE_NAMES]
    assert left == [set(RULE_NAMES) - {name} for name in RULE_NAMES]


def test_a_reader_without_a_rule_does_not_apply_it():
    found = Reader(without_checks=["weekday", "arithmetic"]).read(WRONG, title=TITLE, published=DAY)
    assert {check.rule for check in found.checks} == set(RULE_NAMES) - {"weekday", "arithmetic"}


def test_a_reader_without_any_rule_finds_nothing(record):
    assert FindChecks(RULE_NAMES)(_dossier(record))["checks"] == ()


@pytest.mark.parametrize("names", [["weekday", "spelling"], ["Weekday"], "weekday"])
def test_a_name_that_no_rule_has_is_refused(names):
    with pytest.raises(ValueError, match=r"there are office-at-date, weekday, "):
        Reader(without_checks=names)


def test_the_name_that_no_rule_has_is_told():
    with pytest.raises(ValueError, match=r"^no rules grammar, spelling; there are office-at-date, "):
        Reader(without_checks=["spelling", "weekday", "grammar"])


# The step


def _dossier(record):
    names = ("statements", "entities", "times", "quantities", "events")
    return Dossier(record.article, {name: getattr(record, name) for name in names})


def test_reading_again_finds_the_same(reader, record):
    assert reader.read(WRONG, title=TITLE, published=DAY).checks == record.checks


def test_words_that_are_no_part_of_the_story_are_not_checked(record):
    dossier = _dossier(record)
    blank = dossier.joined({"running_text": " " * len(WRONG), "times": (), "quantities": (), "entities": ()})
    found = FindChecks()(blank.joined({"statements": (), "events": ()}))["checks"]
    assert [check for check in found if check.spans] == []


def test_an_inferred_day_of_publication_is_held_against(reader):
    article = Article("a", "The ferry sank on Tuesday, March 3.")
    empty = dict.fromkeys(("statements", "entities", "quantities", "events"), ())
    times = reader.read(article.text, published="2031-03-05").times
    dossier = Dossier(article, {**empty, "times": times, "published": ("2031-03-05", None)})
    assert [check.rule for check in FindChecks()(dossier)["checks"]] == ["weekday"]


@pytest.mark.parametrize("text", ["", " ", "“", "4th anniversary of", "Tuesday, March 3", "[", "100% of voters"])
def test_a_text_can_be_checked_whatever_its_date(text):
    for published in (None, "2031", "2031-03", "2031-03-05", "2031-03-05T10:00:00Z", "2031-02-30", "soon"):
        case = Case(text, text, published)
        assert [found for rule in RULES for found in rule.find(case) if found.severity not in rule.severities] == []


PIECES = (
    *(
        "1981",
        "40th",
        "anniversary of",
        "born in",
        "died",
        "from",
        "to",
        "percent",
        "half of the",
        "in all",
        ",",
        ":",
        "and",
    ),
    *(
        "five women",
        "ten people",
        "100",
        "doubled",
        "a majority of",
        "“",
        "”",
        "[x]",
        "reportedly",
        "\n",
        "1,200",
        ".",
        "(",
        ")",
    ),
    *(
        "Tuesday",
        "March 3",
        "He was",
        "20",
        "years",
        "President",
        "Ines Calder",
        "was founded in",
        "—",
        "$5 million",
        "0",
    ),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_any_words_can_be_checked_and_findings_lie_within_them(text):
    case = Case(text, text, "2031-03-05")
    spans = [span for rule in RULES for finding in rule.find(case) for span in finding.spans]
    assert [span for span in spans if not 0 <= span[0] < span[1] <= len(text)] == []
