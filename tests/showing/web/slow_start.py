"""A reader that needs three seconds before it can read, as one that loads models does."""

from __future__ import annotations

import time

from light_reader import make_light_reader


def make_slowly():
    time.sleep(3)
    return make_light_reader()
