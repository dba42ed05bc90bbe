"""The command line with a reader that needs no models and finds checks, run as a process by test_read_checks.py.

What an input is called decides what is found: "wrong" has an error, a warning and two notes, "doubtful" a warning and a
note, "noted" a note; "empty" is refused; anything else is clean.
"""

from __future__ import annotations

from dataclasses import replace

from check_samples import ALL, HEARSAY, SOURCE, TOLL, make_checked
from fake_onrecord import FakeReader, read_input

from onrecord.showing.cli import Parts, main

FOUND = {"wrong": ALL, "doubtful": (TOLL, SOURCE), "noted": (HEARSAY,)}


class CheckingReader(FakeReader):
    def read(self, article, jobs):
        kind, *_ = article.given_id.split()
        if kind == "faulty":
            return super().read(article, jobs)
        found = FOUND.get(kind, ())
        return make_checked(*(replace(check, id=f"k{n}") for n, check in enumerate(found, start=1)))


if __name__ == "__main__":
    main(parts=Parts(make_reader=CheckingReader, read_input=read_input))
