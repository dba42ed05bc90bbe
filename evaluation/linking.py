"""Linking in short articles that were written from the codebook by someone who had not seen the program.

Each case asks about some words of an article: which entry of the knowledge base they mean, or that they mean none, and
what kind, country and sector they tell. A case is right where the entity at those words has that entry (or none); of a
described actor ("Colombian paratroopers") the country and the sector must be right. A government called by its seat is
its country. A second figure asks for kind, country and sector of every case. The
articles are the project's own, in `evaluation/cases/`: `linking.jsonl` decides and is not looked at,
`linking_tuning.jsonl`, by another author, is what the program was made with.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.knowledge.base import Knowledge, load_knowledge
from onrecord.knowledge.spelling import fold
from onrecord.pipeline import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import Entity, Record

FOLDER = Path(__file__).parent / "cases"
DATA = "linking.jsonl"
TUNING = "linking_tuning.jsonl"
SURE = 0.9


@dataclass(frozen=True)
class Judged:
    """One case: whether its link is right, whether all else is too, and whether it has a wrong entry."""

    case: dict[str, Any]
    entity: Entity | None
    is_right: bool
    is_whole: bool
    is_wrong_link: bool


def read_cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a file, each with the `span` that it asks about."""
    cases = [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]
    for case in cases:
        start = -1
        for _ in range(case.get("occurrence") or 1):
            start = case["text"].find(case["words"], start + 1)
            if start < 0:
                raise ValueError(f"{case['id']}: {case['words']!r} does not stand there so often")
        case["span"] = (start, start + len(case["words"]))
    return cases


def judge(case: dict[str, Any], record: Record, knowledge: Knowledge) -> Judged:
    """Hold one record against its case."""
    expected = case["expect"]
    entity = _entity_at(record, case["span"])
    entry = entity.entry if entity else None
    told = (entity.kind, entity.country, entity.sector) if entity else (None, None, None)
    if expected["linked"]:
        is_right = entity is not None and entry is not None and _is_named(entity, expected["names"], knowledge)
    else:
        is_right = entry is None
    is_wrong = entry is not None and not is_right
    fields = _agree(expected, *told)
    if case["tags"][0] == "described":
        is_right = is_right and fields["country"] and fields["sectors"]
    is_whole = is_right and all(fields.values())
    return Judged(case, entity, is_right, is_whole, is_wrong)


def _agree(expected: dict[str, Any], kind: str | None, country: str | None, sector: str | None) -> dict[str, bool]:
    """Whether kind, country and sector are those that a case gives; what it leaves open is."""
    linked, sectors = expected["linked"], expected.get("sectors")
    agreed = {"kind": kind in (None, expected.get("kind", kind)), "country": True, "sectors": True}
    if "country" in expected and (expected["country"] or not linked):
        agreed["country"] = country == expected["country"]
    if sectors is not None and (sectors or not linked):
        agreed["sectors"] = sector in sectors if sectors else sector is None
    return agreed


def _entity_at(record: Record, span: tuple[int, int]) -> Entity | None:
    """The entity with the mention that is most nearly the words."""
    best, most = None, 0.0
    for entity in record.entities:
        for mention in entity.mentions:
            common = min(span[1], mention.span.end) - max(span[0], mention.span.start)
            if common > 0:
                alike = common / (max(span[1], mention.span.end) - min(span[0], mention.span.start))
                if alike > most:
                    best, most = entity, alike
    return best


def _is_named(entity: Entity, names: Iterable[str], knowledge: Knowledge) -> bool:
    known = {fold(entity.name)}
    found = knowledge.get((entity.entry or "").removesuffix(".government"))
    if found is not None:
        known |= {fold(found.name), *map(fold, getattr(found, "aliases", ())), *map(fold, getattr(found, "names", ()))}
    wanted = {fold(name).removeprefix("the ") for name in names}
    seats = {country.code for name in names for country in knowledge.countries_of_seat(name)}
    return bool(known & wanted) or entity.country in seats


def evaluate(path: Path) -> list[Judged]:
    """Read and judge every case of a file."""
    reader, knowledge = Reader(), load_knowledge()
    return [
        judge(case, reader.read(case["text"], title=case["title"], published=case["published"]), knowledge)
        for case in read_cases(path)
    ]


def figures(judged: list[Judged]) -> dict[str, float]:
    """The shares of right cases and of those whose kind and sector are right too, and how many sure links are wrong."""
    return {
        "accuracy": round(sum(one.is_right for one in judged) / len(judged), 4),
        "with kind, country and sector": round(sum(one.is_whole for one in judged) / len(judged), 4),
        "wrong links": sum(one.is_wrong_link for one in judged),
        "wrong links above .9": sum(
            one.is_wrong_link and (one.entity.confidence or 0) > SURE for one in judged if one.entity
        ),
    }


def measure(_data: Path) -> dict[str, float]:
    """The figures of the deciding cases, by name."""
    found = figures(evaluate(FOLDER / DATA))
    return {
        "links, right": found["accuracy"],
        "links, with kind, country and sector": found["with kind, country and sector"],
        "wrong links above .9": found["wrong links above .9"],
    }


def main(arguments: list[str]) -> None:
    """Print the figures of a file of cases; with --errors each wrong case too (never for the file that decides)."""
    path = FOLDER / (TUNING if "--tuning" in arguments else DATA)
    judged = evaluate(path)
    print(json.dumps(figures(judged)))
    tags: Counter[str] = Counter()
    for one in judged:
        tags[one.case["tags"][0]] += not one.is_right
    if path.name == TUNING:
        print({tag: wrong for tag, wrong in tags.most_common() if wrong})
    if "--errors" in arguments and path.name == TUNING:
        for one in judged:
            if not one.is_whole:
                got = one.entity and (one.entity.name, one.entity.entry, one.entity.kind, one.entity.country)
                print(
                    "wrong" if not one.is_right else "fields", one.case["id"], one.case["tags"], repr(one.case["words"])
                )
                print("   ", got, one.entity and (one.entity.sector, one.entity.confidence), "|", one.case["expect"])


if __name__ == "__main__":
    main(sys.argv[1:])
