"""What a measuring program took of memory and of the processor."""

from __future__ import annotations

import os
import resource
import sys


def peak_megabytes() -> int:
    """The most memory that this process held, with its largest child's where it had any, in MB of 10^6 bytes."""
    unit = 1 if sys.platform == "darwin" else 1024  # what the system counts in
    own, child = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return round((own + child) * unit / 1e6)


def processor_seconds() -> float:
    """Processor time of this process and its ended children; other programs disturb it less than the clock."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
