"""Readers for the tests of the desk: what its process makes instead of one with models.

What an article says decides what the reader does: "kills the process", "takes for ever".
"""

from __future__ import annotations

import os
import time

from light_reader import make_light_reader


class OddReader:
    """Reads with patterns, unless an article says otherwise."""

    def __init__(self):
        self._reader = make_light_reader()

    @property
    def maker(self):
        return self._reader.maker

    @property
    def step_versions(self):
        return self._reader.step_versions

    def read(self, article):
        if "kills the process" in article.text:
            os._exit(3)
        if "takes for ever" in article.text:
            time.sleep(600)
        return self._reader.read(article)


def make_odd_reader():
    return OddReader()
