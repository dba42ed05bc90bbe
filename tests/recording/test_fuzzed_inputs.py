"""Mutated inputs of every kind: each is read or refused with a reason, nothing crashes, and the store stays whole."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import zipfile
from pathlib import Path

import pytest
from light_reader import make_light_reader
from warc_samples import warc_record

import onrecord
from onrecord.errors import REASONS, Refused
from onrecord.reading.gathering import Gathering
from onrecord.records import Article

EXAMPLES = Path(__file__).parents[2] / "examples"
BAD = Path(__file__).with_name("bad_inputs")
FUZZED = int(os.environ.get("ONRECORD_FUZZED", "500"))
TEXT = (
    "Ana Duarte said that the road to the harbour was safe again. Rebels attacked Korda in Maravia on 2031-03-02. "
    "Nobody was hurt, and the town has had water and light since the early morning of the day."
)


def seeds():
    page = (EXAMPLES / "election-night.html").read_bytes()
    lines = (EXAMPLES / "wire.jsonl").read_bytes()
    answers = [warc_record(f"https://x.example/{n}", "200 OK", "text/html", page) for n in range(2)]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", page)
        archive.writestr("b.jsonl", lines)
    table = f'id,title,text,date\n1,Road,"{TEXT}",2031-03-05\n2,"A ""title""","{TEXT}\nMore of it.",2031\n'.encode()
    return {
        ".html": page,
        ".warc.gz": b"".join(map(gzip.compress, answers)),
        ".warc": b"".join(answers),
        ".json": json.dumps([{"text": TEXT, "id": n, "authors": ["A", "B"]} for n in range(3)]).encode(),
        ".jsonl": lines,
        ".csv": table,
        ".pdf": (EXAMPLES / "river-dam.pdf").read_bytes(),
        ".zip": packed.getvalue(),
        ".jsonl.gz": gzip.compress(lines),
        ".txt": TEXT.encode(),
    }


def mutate(data, rng):
    """The bytes with one to eight faults such as disks, crawlers and people make."""
    data = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        place = rng.randrange(len(data) + 1)
        length = rng.choice([1, 1, 2, 8, 64, 512])
        match rng.randrange(7):
            case 0:
                data[place : place + length] = rng.randbytes(length)
            case 1:
                del data[place : place + length]
            case 2:
                data[place:place] = data[place : place + length] * rng.randint(1, 40)
            case 3:
                del data[place:]
            case 4:
                data[place:place] = rng.choice(_SPLINTERS)
            case 5:
                if place < len(data):
                    data[place] ^= 1 << rng.randrange(8)
            case 6:
                other = rng.randrange(len(data) + 1)
                data[place : place + length], data[other : other + length] = (
                    data[other : other + length],
                    data[place : place + length],
                )
    return bytes(data)


_SPLINTERS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"<", b"</", b"<!--", b"<![CDATA[", b"&#x110000;", b'"',
    b"\\ud800", b"[" * 3_000, b"{", b"}", b"1e999", b"9" * 5_000, b"NaN", b"\r\n\r\n", b"Content-Length: -1\r\n", b",",
    b"WARC/1.0\r\n", b"<div>" * 2_000, b"%PDF-", b"endobj", b"PK\x05\x06", b"\x1f\x8b\x08", b"\xe2\x80\xae",
)  # fmt: skip


def items_of(path):
    return [each.item for each in Gathering([path]) if each.item is not None]


@pytest.mark.parametrize("part", range(5))
def test_mutated_inputs_are_read_or_refused_with_a_reason(tmp_path, capfd, part):
    rng = random.Random(part)
    kinds = list(seeds().items())
    for number in range(FUZZED // 5):
        ending, data = kinds[number % len(kinds)]
        path = tmp_path / f"{number}{ending}"
        path.write_bytes(mutate(data, rng))
        items = items_of(path)
        assert items, f"nothing came of {path}"
        assert all(
            isinstance(i, Article) or (isinstance(i, Refused) and i.reason in REASONS and i.source) for i in items
        )
    assert capfd.readouterr().err == ""
    with onrecord.Store(tmp_path / "news.db") as store:
        report = store.add(tmp_path, jobs=1, reader=make_light_reader)
        counts = store.stats().counts
        assert (report.added + report.revised, report.refused.total(), store.check().faults) == (
            counts["revisions"],
            counts["refusals"],
            (),
        )


@pytest.mark.parametrize("path", sorted(BAD.glob("*")), ids=lambda path: path.name)
def test_inputs_that_were_bad_once_are_read_or_refused(path):
    items = items_of(path)
    assert items
    assert all(isinstance(item, Article | Refused) for item in items)
