"""How often one visitor may ask: a bucket of tokens for each, which fills again with time."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_VISITORS = 10_000  # of whom buckets are kept; the one seen longest ago is forgotten first


class RateLimit:
    """So many at once, and so many a second in the long run, for each visitor.

    Args:
        burst: how many at once.
        rate: how many a second.
        clock: seconds.
    """

    def __init__(self, burst: float, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst, self._rate, self._clock = burst, rate, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # tokens left, when
        self._lock = Lock()

    def wait_for(self, visitor: str) -> float:
        """Take one; seconds to wait where there is none, else 0."""
        now = self._clock()
        with self._lock:
            left, when = self._buckets.pop(visitor, (self._burst, now))
            left = min(self._burst, left + (now - when) * self._rate)
            is_there = left >= 1
            self._buckets[visitor] = (left - 1 if is_there else left, now)
            if len(self._buckets) > _MOST_VISITORS:
                self._buckets.popitem(last=False)
        return 0.0 if is_there else (1 - left) / self._rate
