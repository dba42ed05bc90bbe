"""Who held which office on a day: queries whose answers were written by someone who had not seen the tables.

Asked for an office, an answer is right where all holders that it tells are among those that the case accepts, and it
tells one; or where the case has nobody and it tells nobody. Asked for a person, it is right where it tells of an office
whether that person held it on the day. "Not known" is no answer, and no error. `evaluation/cases/offices.jsonl` decides
and is not looked at: only sums are printed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.knowledge.answers import ask, term_status
from onrecord.knowledge.base import load_knowledge
from onrecord.knowledge.entries import Person
from onrecord.knowledge.office_names import OfficeNames
from onrecord.knowledge.spelling import fold, loose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.knowledge.base import Knowledge

FOLDER = Path(__file__).parent / "cases"
DATA = "offices.jsonl"


def read_cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a file: `query`, the day `on`, and what is asked.

    Of an office `holders`: all the names that are right; none: nobody held it. Of a person `office`, `country` or
    `body`, and whether that person `holds` it.
    """
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]


def judge(names: OfficeNames, case: dict[str, Any]) -> str:
    """Whether an answer is "right", "wrong" or "not known"."""
    return _judge_person(names, case) if "holds" in case else _judge_office(names, case)


def _judge_office(names: OfficeNames, case: dict[str, Any]) -> str:
    answer = ask(names, case["query"], case["on"])
    told = [term.person for office in answer.offices for term in office.terms]
    if not case["holders"]:
        return "wrong" if told else "right"
    if not told:
        return "not known"
    right = [is_called(names.knowledge, person, case["holders"]) for person in told]
    return "right" if all(right) else "wrong"


def _judge_person(names: OfficeNames, case: dict[str, Any]) -> str:
    knowledge, day = names.knowledge, case["on"]
    people = [one.entry for one in ask(names, case["query"], day).found if isinstance(one.entry, Person)]
    offices = names.parse(f"{case['office']} of {case.get('body') or case['country']}").offices
    if len(people) != 1 or not offices:
        return "not known"
    ids = {office.id for office in offices}
    terms = [term for term in knowledge.offices_of.get(people[0].id, ()) if term.office in ids]
    told = {term_status(knowledge, term, day) for term in terms}
    if "holds" in told:
        return "right" if case["holds"] else "wrong"
    if told & {"perhaps", "not known"} or not all(knowledge.is_known(office, day) for office in offices):
        return "not known"
    return "wrong" if case["holds"] else "right"


def is_called(knowledge: Knowledge, person: str, wanted: Iterable[str]) -> bool:
    """Whether a person bears one of these names, in any transliteration."""
    known = knowledge.people[person]
    own = {loose(fold(name)) for name in (known.name, *known.aliases)}
    return any(loose(fold(name)) in own for name in wanted)


def measure(_data: Path) -> dict[str, float]:
    """The figures of the deciding cases, by name."""
    names = OfficeNames(load_knowledge())
    judged = [judge(names, case) for case in read_cases(FOLDER / DATA)]
    return {
        "offices, right": round(judged.count("right") / len(judged), 4),
        "offices, wrong": round(judged.count("wrong") / len(judged), 4),
    }


if __name__ == "__main__":
    print(json.dumps(measure(FOLDER)))
