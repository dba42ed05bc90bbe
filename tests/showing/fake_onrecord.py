"""The command line with a reader that needs no models, run as a process by test_cli.py.

What an input is called decides what comes of it: "many-5" gives five articles, "slow-5" five with a pause before each,
"empty" is refused, "faulty" fails in a step, "modelless" finds no model, "buggy" meets a mistake of ours, "ctrl-c-3"
is interrupted after three; anything else is one article.
"""

from __future__ import annotations

import os
import signal
import sys
import time

from showing_samples import PARLIAMENT, make_article, make_council, make_parliament

from onrecord.errors import ModelError, Refused, StepError
from onrecord.showing.cli import Parts, main


def read_input(source, *, published, allow_private):
    kind, _, number = source.rpartition("-") if source[-1].isdigit() else (source, "", "1")
    if kind.endswith("empty"):
        yield Refused("empty", "the file is empty", remedy="give a file with an article", source=source)
        return
    text = sys.stdin.read() if source == "-" else PARLIAMENT
    for n in range(int(number)):
        if kind == "slow":
            time.sleep(0.3)
        given_id = f"{kind} {n} private={allow_private}"
        yield make_article(text, given_id=given_id, published=published)
    if kind == "ctrl-c":
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(30)


class FakeReader:
    def pipe(self, articles, *, jobs):
        for item in articles:
            yield item if isinstance(item, Refused) else self.read(item, jobs)

    def read(self, article, jobs):
        kind, *_ = article.given_id.split()
        if kind == "faulty":
            return StepError("find_statements", article.id, "no such thing")
        if kind == "modelless":
            raise ModelError("model file encoder.onnx is missing; install onrecord again")
        if kind == "buggy":
            raise TypeError("not a\nnumber")
        sample = make_council() if kind == "council" else make_parliament()
        known = {name: getattr(article, name) for name in ("given_id", "published", "url")}
        title = f"{article.text[:9]} {kind} jobs={jobs}"
        return type(sample)(
            sample.onrecord,
            make_article(sample.article.text, title=title, **known),
            entities=sample.entities,
            statements=sample.statements,
            times=sample.times,
        )


if __name__ == "__main__":
    main(parts=Parts(make_reader=FakeReader, read_input=read_input))
