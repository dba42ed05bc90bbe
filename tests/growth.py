"""Whether time grows with the input and no faster, told so that a busy machine cannot make it fail."""

import gc
import time
from collections.abc import Callable

TRIES = 12
ROOM = 3.5  # a square would be eight times the line where the input is eight times as long


def seconds_of(run: Callable[[], object]) -> float:
    """The processor time of one run, with no collection of garbage in it."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        run()
        return time.process_time() - began
    finally:
        gc.enable()


def grows_in_line(few: Callable[[], object], many: Callable[[], object], times: int) -> bool:
    """Whether `many`, on `times` the input of `few`, takes about so many times as long.

    Other work on the machine only ever makes a run longer, so each is tried until the best of its runs are in line;
    what grows with the square of its input is never.
    """
    best_few = best_many = float("inf")
    for _ in range(TRIES):
        best_many = min(best_many, seconds_of(many))
        best_few = min(best_few, seconds_of(few))
        if best_many < ROOM * times * max(best_few, 0.005):
            return True
    return False


def ends_within(run: Callable[[], object], seconds: float) -> bool:
    """Whether one of a few runs ends in so much processor time: for what takes minutes where it is wrong."""
    return any(seconds_of(run) < seconds for _ in range(3))
