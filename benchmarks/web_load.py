"""The web pages under load: twenty people at once on a store of ten thousand articles.

    python benchmarks/web_load.py [--articles 10000] [--users 20] [--seconds 60] [--pause 1.0] [--store FILE]

The store is made as in store_scale.py and kept. Each user, a thread of another process than the server's, opens a page,
reads for a while (the pause, on average), and opens another: articles, searches with words and filters drawn from the
store, timelines, maps, people. With a pause of 0 they open one page after the other, as no people do. Prints a Markdown
table and fails where an answer is an error or, for any kind of page, the 95th percentile of the time to the first byte
is over the limit.
"""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

sys.path.insert(0, str(Path(__file__).parent))
from store_scale import EXAMPLES, make_record

import onrecord
from onrecord.reading import read_input
from onrecord.recording import RecordStore

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 200.0  # ms to the first byte, 95th percentile
CORES = 2
_TOLD = re.compile(r"http://localhost:(\d+)/")
# Which pages people open, and how often of a hundred times.
PAGES = {
    "article": 34, "search": 30, "home": 5, "articles": 5, "timeline": 7, "map": 7, "who": 6, "checks": 3, "api": 3,
}  # fmt: skip


def main() -> None:
    """Fill, serve, load, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=10_000, help="how many (default: 10,000)")
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds that a user reads, on average (default: 1)")
    parser.add_argument("--store", type=Path, default=ROOT / "out/benchmarks/web_load.db")
    parser.add_argument("--output", type=Path, default=ROOT / "out/benchmarks/web_load.json")
    options = parser.parse_args()
    options.store.parent.mkdir(parents=True, exist_ok=True)
    if hasattr(os, "sched_setaffinity"):  # children inherit it
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    if not options.store.exists():
        fill(options.store, options.articles)
    server = subprocess.Popen(
        [sys.executable, "-m", "onrecord.showing.cli", "serve", str(options.store), "--port", "0"],
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        port = int(_TOLD.search(server.stderr.readline())[1])
        wait_until_open(port)
        context = multiprocessing.get_context("spawn")
        with context.Pool(1) as pool:
            given = (port, options.users, options.seconds, options.pause)
            measured = pool.apply(load, given)
            pasted = pool.apply(paste, (port,))
        memory = memory_of(server.pid)
    finally:
        server.terminate()
        server.wait(20)
    report = {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.system()} {platform.machine()}, {CORES} of {os.cpu_count()} cores",
        "articles": count(options.store),
        "users": options.users, "seconds": options.seconds, "pause": options.pause,
        "memory MB": memory, "pasted": pasted, **measured,
    }  # fmt: skip
    options.output.write_text(json.dumps(report, indent=2) + "\n", "utf8")
    print("\n".join(describe(report)))
    slow = [name for name, one in report["pages"].items() if one["p95"] >= LIMIT]
    if slow:
        print(f"slower than {LIMIT:.0f} ms at the 95th percentile: {', '.join(slow)}")
    sys.exit(bool(report["errors"] or slow))


def fill(path: Path, wanted: int) -> None:
    """A store of so many articles, made of the examples."""
    reader = onrecord.Reader()
    articles = [article for name in EXAMPLES for article in read_input(ROOT / "examples" / name)]
    templates = [reader.read(article).to_dict() for article in articles]
    with RecordStore(path) as store:
        for number in range(wanted):
            store.put(make_record(templates, number))
            if (number + 1) % 1_000 == 0:
                print(f"{number + 1:,} articles", file=sys.stderr)


def count(path: Path) -> int:
    """How many articles there are."""
    with RecordStore(path, create=False) as store:
        return store.stats().counts["articles"]


def wait_until_open(port: int) -> None:
    """Wait for the first answer."""
    for _ in range(100):
        try:
            if ask(port, "/health")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server does not answer")


def ask(port: int, path: str, *, connection: http.client.HTTPConnection | None = None) -> tuple[int, float, bytes]:
    """The status of an answer, the seconds to its first byte, and its body."""
    line = connection or http.client.HTTPConnection("localhost", port, timeout=60)
    began = time.perf_counter()
    line.request("GET", path)
    answer = line.getresponse()
    first = time.perf_counter() - began
    return answer.status, first, answer.read()


def load(port: int, users: int, seconds: float, pause: float) -> dict[str, Any]:
    """Let users open pages; the times to the first byte by page, in ms, and what was no answer."""
    known = learn(port)
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    errors: list[str] = []
    end = time.monotonic() + seconds

    def use(number: int) -> None:
        rng = random.Random(number)
        connection = http.client.HTTPConnection("localhost", port, timeout=60)
        time.sleep(rng.random() * pause)
        while time.monotonic() < end:
            name = rng.choices(list(PAGES), list(PAGES.values()))[0]
            path = address(name, rng, known)
            try:
                status, first, _ = ask(port, path, connection=connection)
            except (OSError, http.client.HTTPException) as error:
                errors.append(f"{path}: {error!r}")
                connection = http.client.HTTPConnection("localhost", port, timeout=60)
                continue
            if status not in (200, 303):
                errors.append(f"{path}: {status}")
            times[name].append(first * 1000)
            time.sleep(pause * (0.5 + rng.random()))

    threads = [threading.Thread(target=use, args=(number,)) for number in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    every = [one for measured in times.values() for one in measured]
    return {
        "answers": len(every),
        "a second": round(len(every) / seconds, 1),
        "errors": len(errors),
        "first errors": errors[:5],
        "all": summary(every),
        "pages": {name: summary(measured) for name, measured in times.items() if measured},
    }


def learn(port: int) -> dict[str, list[str]]:
    """What there is to ask for: ids of articles, names, words."""
    plain: dict[str, list[str]] = {}
    ids, cursor = [], ""
    for _ in range(20):
        page = json.loads(ask(port, f"/api/articles?{urlencode({'limit': 100, 'cursor': cursor})}")[2])
        ids += [one["id"] for one in page["items"]]
        cursor = page["next"] or ""
        if not cursor:
            break
    facets = json.loads(ask(port, "/api/facets")[2])["facets"]
    plain = {name: [one["value"] for one in values] for name, values in facets.items()}
    texts = " ".join(one["text"] for one in json.loads(ask(port, "/api/search?limit=100&order=surest")[2])["items"])
    words = sorted(set(re.findall(r"[a-z]{5,}", texts)))
    return {**plain, "ids": ids, "words": words}


def address(name: str, rng: random.Random, known: dict[str, list[str]]) -> str:
    """A page that somebody might open."""
    match name:
        case "article":
            return f"/articles/{rng.choice(known['ids'])}"
        case "who":
            return f"/who?name={quote(rng.choice(known['speaker']))}"
        case "search" | "timeline" | "map" | "api":
            asked: dict[str, str] = {}
            if rng.random() < 0.6:
                asked["q"] = rng.choice(known["words"])
            for field, share in (("act", 0.15), ("type", 0.2), ("speaker", 0.15), ("country", 0.1), ("kind", 0.2)):
                if rng.random() < share and known.get(field):
                    value = rng.choice(known[field])
                    asked[field] = f'"{value}"' if field == "speaker" else value
            if rng.random() < 0.2:
                asked["from"] = rng.choice(known["month"])
            path = "/api/search" if name == "api" else f"/{name}"
            return f"{path}?{urlencode(asked)}" if asked else path
        case "home":
            return "/"
    return f"/{name}"


def paste(port: int) -> dict[str, Any]:
    """Seconds from sending an article of 1,500 words to its record, for three of them, behind one to begin with."""
    text = "\n\n".join(
        (ROOT / "examples" / name).read_text("utf8") for name in ("ceasefire-talks.txt", "drone-strike.txt")
    )
    words = text.split(" ")
    article = " ".join(words[i % len(words)] for i in range(1_500))
    taken = []
    for number in range(4):
        body = json.dumps({"text": f"Edition {number}. {article}"})
        line = http.client.HTTPConnection("localhost", port, timeout=120)
        began = time.perf_counter()
        line.request("POST", "/api/read", body, {"Content-Type": "application/json"})
        answer = line.getresponse()
        answer.read()
        taken.append(time.perf_counter() - began if answer.status == 200 else float("inf"))
    return {"words": len(article.split()), "seconds": [round(one, 2) for one in taken[1:]]}


def summary(times: list[float]) -> dict[str, float]:
    """The median, the 95th percentile and the largest of times, in ms."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return {
        "answers": len(ordered),
        "median": round(statistics.median(ordered), 1),
        "p95": round(p95, 1),
        "max": round(ordered[-1], 1),
    }


def memory_of(pid: int) -> float:
    """Memory of the server and of the process that reads for it, in MB; what both or the system share counts once."""
    children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
    total = 0
    for each in (str(pid), *children):
        rollup = Path(f"/proc/{each}/smaps_rollup")
        if rollup.exists():  # Linux
            total += int(re.search(r"^Pss_Anon: +(\d+)", rollup.read_text(), re.M)[1])
    return round(total / 1000)


def describe(report: dict[str, Any]) -> list[str]:
    """The report as a Markdown table."""
    lines = [
        "| page | answers | first byte, ms: median | 95th percentile | slowest |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, one in {**report["pages"], "all": report["all"]}.items():
        lines.append(f"| {name} | {one['answers']:,} | {one['median']} | {one['p95']} | {one['max']} |")
    pasted = report["pasted"]
    told = (
        f"{report['articles']:,} articles, {report['users']} users with a pause of {report['pause']:g} s for "
        f"{report['seconds']:g} s: {report['a second']} answers a second, {report['errors']} errors; "
        f"{report['memory MB']:.0f} MB. "
        f"An article of {pasted['words']:,} words that is pasted is read in {statistics.median(pasted['seconds'])} s."
    )
    return [*lines, "", told]


if __name__ == "__main__":
    main()
