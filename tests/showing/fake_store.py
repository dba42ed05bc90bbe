"""The command line with a reader that needs no models, run as a process by test_store_commands.py.

FAKE_READER says how it reads: "newer" is of a later version and finds no events, "slow" takes its time, "fails" must
not be asked.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from light_reader import LightStep

from onrecord.pipeline import Reader
from onrecord.showing.cli import Parts, main


@dataclass(frozen=True)
class EventlessStep(LightStep):
    version: str = "2"

    def __call__(self, dossier):
        return {**super().__call__(dossier), "events": ()}


@dataclass(frozen=True)
class SlowStep(LightStep):
    def __call__(self, dossier):
        time.sleep(0.05)
        return super().__call__(dossier)


def make_fake_reader(events=None):
    match os.environ.get("FAKE_READER"):
        case "newer":
            return Reader(steps=[EventlessStep()])
        case "slow":
            return Reader(steps=[SlowStep()])
        case "fails":
            raise RuntimeError("nothing was to be read")
    return Reader(steps=[LightStep()])


if __name__ == "__main__":
    main(parts=Parts(make_store_reader=make_fake_reader))
