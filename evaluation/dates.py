"""The publication date, hidden from the program and inferred from the text alone.

An inferred date is right where the stated day lies in it: a day must be that very day, a month or a year must hold it.
A day that is off by one is wrong; it is counted apart as well, since many an article comes out a day after the day
that it tells of.

Some `date_publish` of the news stories are the day that a page was fetched on, days or months late. Left out are those
that lie more than two weeks from the middle one of their story, and those that their own address contradicts by more
than a day. The rule looks at no text and at nothing that was inferred.

Sixty articles are scored by the floors: thirty of each set, those with the least sha256 of their id. They are few; the
whole sets, and the 840 articles of the train split, say more of how often a date is wrong.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median_low
from typing import Any

from onrecord.annotating.dating import infer_date
from onrecord.reading.dates import date_in_address

DATA = "news_dev.jsonl"
OTHERS = ("polnear_dev.jsonl", "polnear_train.jsonl")
MORE_DATA = ("polnear_dev.jsonl",)
SIXTY = 60
_CRAWLED = 14  # days from the middle of a story


@dataclass(frozen=True)
class Dated:
    """An article's id, text and stated day."""

    id: str
    text: str
    day: date


def read_articles(path: Path) -> list[Dated]:
    """The articles of a file whose stated day can be believed."""
    rows = [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]
    days = {row["id"]: day for row in rows if (day := stated_day(row)) is not None}
    stories: dict[str, list[date]] = {}
    for row in rows:
        if row["id"] in days and row.get("story"):
            stories.setdefault(row["story"], []).append(days[row["id"]])
    return [
        Dated(row["id"], row["text"], days[row["id"]])
        for row in rows
        if row["id"] in days and not is_crawl_date(days[row["id"]], row.get("url"), stories.get(row.get("story"), []))
    ]


def stated_day(row: dict[str, Any]) -> date | None:
    """The day that a row states for its article."""
    stated = row.get("published") or row.get("date_publish")
    return date.fromisoformat(stated[:10]) if stated else None


def is_crawl_date(day: date, url: str | None, story: list[date]) -> bool:
    """Whether `day` may be when the page was fetched; `story` are the days of all articles on the same story."""
    filed = date_in_address(url)
    if filed is not None:
        return abs((date.fromisoformat(filed) - day).days) > 1
    return len(story) > 2 and abs((median_low(story) - day).days) > _CRAWLED


def choose(articles: Iterable[Dated], number: int) -> list[Dated]:
    """`number` of the articles, the same ones each time, whatever their order."""
    return sorted(articles, key=lambda article: hashlib.sha256(article.id.encode()).hexdigest())[:number]


def judge(inferred: str | None, day: date) -> str:
    """The judgement on an inferred date: "none", "day right", "month wrong", …; "day near" is off by one."""
    if inferred is None:
        return "none"
    precision = {4: "year", 7: "month", 10: "day"}[len(inferred)]
    if day.isoformat().startswith(inferred):
        return f"{precision} right"
    is_near = precision == "day" and abs((date.fromisoformat(inferred) - day).days) == 1
    return f"{precision} {'near' if is_near else 'wrong'}"


def shares(articles: list[Dated]) -> dict[str, float]:
    """The share of each judgement among `articles`."""
    judged = [judge(found[0] if (found := infer_date(a.text)) else None, a.day) for a in articles]
    kinds = ("day right", "month right", "year right", "day near")
    named = {kind: judged.count(kind) / len(articles) for kind in kinds}
    right = sum(kind.endswith("right") for kind in judged) / len(articles)
    wrong = sum(kind.endswith(("near", "wrong")) for kind in judged) / len(articles)
    return {"right": round(right, 4), "wrong": round(wrong, 4), **{k: round(v, 4) for k, v in named.items()}}


def measure(data: Path) -> dict[str, float]:
    """The figures of the sixty articles, by name."""
    sixty = [
        article
        for name in (DATA, *MORE_DATA)
        for article in choose(read_articles(data / name), SIXTY // (1 + len(MORE_DATA)))
    ]
    found = shares(sixty)
    return {
        "date inferred and right, of 60": found["right"],
        "date inferred and wrong, of 60": found["wrong"],
    }


def main() -> None:
    """Print the shares of every set whole, and of the sixty: python -m evaluation.dates ../shared/data."""
    data = Path(sys.argv[1])
    sets = {name: read_articles(data / name) for name in (DATA, *OTHERS)}
    sets["the sixty"] = [a for name in (DATA, *MORE_DATA) for a in choose(sets[name], SIXTY // 2)]
    for name, articles in sets.items():
        print(f"{name:22} {len(articles):4} articles", *(f"{k} {v:.3f}" for k, v in shares(articles).items()), sep="  ")


if __name__ == "__main__":
    main()
