"""Pairs of sentences made from invented claims: what cannot both be true, and look-alikes with the same words.

    python -m training.conditions.claims FOLDER [NUMBER]

checks the files of a folder, and prints so many of the pairs. The columns of a file say by their first line what they
are; those of `claims*.txt` are a claim, two that cannot be true beside it, and two that can; of `counts*.txt`, what is
counted, and two other things that are, the figures left open; of `same*.txt`, a claim and the same in other words,
twice; of `turns*.txt`, words or a deed, their opposite, and two
that are no reversal; of `denials*.txt`, what is said of somebody, his no, and two other answers; of `blame*.txt`, a
sentence that blames and one that does not; of `single*.txt`, a kind, a sentence that holds such a dispute, and one that
holds none. Who says a claim, and in which words, is drawn anew for every pair, alike for both sorts, so that nothing
but what is claimed can tell them apart.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.conditions.disputes import KINDS

_COLUMNS = {"claims": 5, "turns": 4, "denials": 4, "blame": 2, "single": 3, "counts": 3, "same": 3}
_MANY = frozenset({"claims", "counts"})  # sorts with so many lines that each is told less often
_FOLDER = Path(__file__).parent / "claims"
_WORDS: dict[str, list[str]] = tomllib.loads((_FOLDER / "speakers.toml").read_text("utf8"))
_NAMES = frozenset({*_WORDS["he"], *_WORDS["she"], *_WORDS["surnames"], "Red"})


class Made(NamedTuple):
    """A sentence or two; `row` tells which line it came from; `kind` is an index into KINDS, -1 where it is unknown."""

    row: str
    one: str
    other: str | None
    kind: int
    is_against: bool


def make_pairs(folder: Path, rng: random.Random, times: int = 3) -> Iterator[Made]:
    """The pairs of all files, those that are against each other so many times."""
    for path in sorted(folder.glob("*.txt")):
        sort = path.stem.split("_")[0]
        make = {
            "claims": _claims,
            "turns": _turns,
            "denials": _denials,
            "blame": _blame,
            "single": _single,
            "counts": _counts,
            "same": _same,
        }[sort]
        for number, columns in enumerate(read_columns(path)):
            for one, other, kind, is_against in make(columns, rng, times if sort in _MANY else 2 * times):
                yield Made(f"{path.stem}{number}", one, other, KINDS.index(kind), is_against)


def read_columns(path: Path) -> list[list[str]]:
    """The lines of a file."""
    lines = [line for line in path.read_text("utf8").splitlines()[1:] if line.strip()]
    rows = [[part.strip() for part in line.split("|")] for line in lines]
    most = _COLUMNS[path.stem.split("_")[0]]
    if wrong := [row[0] for row in rows if len(row) != most]:
        raise ValueError(f"{path.name}: not {most} columns: {wrong}")
    return rows


_Sides = tuple[str, str | None, str, bool]


def _claims(columns: list[str], rng: random.Random, times: int) -> Iterator[_Sides]:
    claim, *others = columns
    for number, other in enumerate(others):
        is_against = number < 2
        for _ in range(times):
            one, two = (claim, other) if rng.random() < 0.5 else (other, claim)
            first, second = _told(one, rng), _told(two, rng, rng.choice(_WORDS["against"]))
            if rng.random() < 0.08:
                first = _capital(one) + "."
            elif rng.random() < 0.08:
                second = _capital(two) + "."
            yield first, second, "contradiction" if is_against else "none", is_against
        if rng.random() < 0.5:
            both = _told(claim, rng)[:-1] + rng.choice(_WORDS["joining"]) + _lower(_told(other, rng))
            yield both, None, "contradiction" if is_against else "none", is_against
        if rng.random() < 0.5:
            yield *_twice(claim, other, rng), "reversal" if is_against else "none", is_against
    yield _told(claim, rng), _told(claim, rng, rng.choice(_WORDS["against"])), "none", False
    one, two = rng.sample([claim, *others[2:]], 2)
    yield _told(one, rng), _told(two, rng, rng.choice(_WORDS["against"])), "none", False


def _counts(columns: list[str], rng: random.Random, times: int) -> Iterator[_Sides]:
    for number, column in enumerate(columns):
        for _ in range(2 * times if number == 0 else times):
            figure = _figure(rng)
            other = figure if number == 0 and rng.random() < 0.2 else _unlike(figure, rng)
            sides = [columns[0].replace("#", _written(figure, rng)), column.replace("#", _written(other, rng))]
            rng.shuffle(sides)
            is_against = number == 0 and figure != other
            one, two = _told(sides[0], rng), _told(sides[1], rng, rng.choice(_WORDS["against"]))
            kind = "contradiction" if is_against else "none"
            if rng.random() < 0.2:
                yield one[:-1] + rng.choice(_WORDS["joining"]) + _lower(_told(sides[1], rng)), None, kind, is_against
            else:
                yield one, two, kind, is_against


def _figure(rng: random.Random) -> int:
    """A figure of at most two digits before its noughts."""
    figure = int(10 ** rng.uniform(0.4, 4.0))
    return round(figure, min(0, 2 - len(str(figure))))


def _unlike(figure: int, rng: random.Random) -> int:
    return max(1, round(figure * rng.choice((0.1, 0.2, 0.3, 0.5, 2, 3, 4, 9, 20)))) + (figure < 3)


_SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()


def _written(figure: int, rng: random.Random) -> str:
    if figure < len(_SMALL) and rng.random() < 0.6:
        return _SMALL[figure]
    return f"{rng.choice(('', '', '', 'about ', 'some ', 'almost '))}{figure:,}"


def _told(claim: str, rng: random.Random, before: str = "") -> str:
    """A claim in somebody's mouth, or in a paper."""
    if rng.random() < 0.15:
        paper = rng.choice(_WORDS["papers"])
        verb = rng.choice(_WORDS["showing"])
        if not paper.split(" of ")[0].split(" by ")[0].split(" from ")[0].split(" seen")[0].endswith("s"):
            verb = {"have it": "has it"}.get(verb, verb.split()[0] + "s" + verb[len(verb.split()[0]) :])
        return _sentence(before, f"{paper} {verb} that {claim}.")
    who, verb, when = _speaker(rng), rng.choice(_WORDS["saying"]), rng.choice(_WORDS["when"])
    when = f" {when}" if when else ""
    that = "that " if rng.random() < 0.6 else ""
    shape = rng.random()
    if shape < 0.6:
        return _sentence(before, f"{who} {verb}{when} {that or ('that ' if when else '')}{claim}.")
    if shape < 0.7:
        return _sentence(before, f"according to {who}, {claim}.")
    if shape < 0.8:
        return _sentence(before, f"{claim}, {who} said{when}.")
    if shape < 0.9:
        mark = rng.choice(('"', '"', "“", "'"))
        close = {"“": "”"}.get(mark, mark)
        return f"{mark}{_capital(claim)},{close} {who} said{when}."
    return _sentence(before, f"{who} had another story: {claim}." if before else f"as {who} tells it, {claim}.")


def _twice(claim: str, other: str, rng: random.Random) -> tuple[str, str]:
    """Two claims of one speaker."""
    sex, name, surname = _person(rng)
    role = rng.choice(_WORDS["roles"])
    again = rng.choice((sex, surname, f"the {role}"))
    first = rng.choice(
        (f"{role} {name} had said in March that {claim}.", f"{role} {name} first said that {claim}.",
         f"{role} {name} told police that {claim}.", f"at first, {role} {name} said that {claim}.",
         f"last year {role} {name} wrote that {claim}.", f"{role} {name} told the inquiry on Monday that {claim}.")
    )  # fmt: skip
    second = rng.choice(
        (f"on Thursday {again} said that {other}.", f"{again} now says that {other}.",
         f"in court {again} said that {other}.", f"a week later {again} told a reporter that {other}.",
         f"asked again, {again} said that {other}.", f"in the end {again} told the judge that {other}.")
    )  # fmt: skip
    return _capital(first), _capital(second)


def _turns(columns: list[str], rng: random.Random, times: int) -> Iterator[_Sides]:
    for number, other in enumerate(columns[1:]):
        for _ in range(times if number == 0 else max(1, times - 1)):
            fill = _filler(rng)
            one, two = fill(columns[0]), fill(other)
            if rng.random() < 0.2:
                one, two = two, one
            yield one, two, "none" if number else "reversal", not number


def _denials(columns: list[str], rng: random.Random, times: int) -> Iterator[_Sides]:
    for number, other in enumerate(columns[1:]):
        for _ in range(times if number == 0 else max(1, times - 1)):
            fill = _filler(rng)
            one, two = fill(columns[0]), fill(other)
            if rng.random() < 0.2:
                one, two = two, one
            yield one, two, "none" if number else "denial", not number


def _blame(columns: list[str], rng: random.Random, times: int) -> Iterator[_Sides]:
    for number, sentence in enumerate(columns):
        for _ in range(max(1, times - 1)):
            yield _filler(rng, with_role=True)(sentence), None, "none" if number else "blame", False


def _single(columns: list[str], rng: random.Random, times: int) -> Iterator[_Sides]:
    for number, sentence in enumerate(columns[1:]):
        for _ in range(max(1, times - 1)):
            yield _filler(rng)(sentence), None, "none" if number else columns[0], False


def _same(columns: list[str], rng: random.Random, times: int) -> Iterator[_Sides]:
    for _ in range(times):
        one, two = rng.sample(columns, 2)
        yield _told(one, rng), _told(two, rng, rng.choice(_WORDS["against"])), "none", False
    one, two = rng.sample(columns, 2)
    yield _capital(one) + ".", _told(two, rng), "none", False
    yield _told(one, rng), _capital(two) + ".", "none", False


def _filler(rng: random.Random, *, with_role: bool = False) -> Filler:
    return Filler(rng, with_role=with_role)


class Filler:
    """Puts one person into the places of some sentences."""

    def __init__(self, rng: random.Random, *, with_role: bool) -> None:
        self._sex, self._name, self._surname = _person(rng)
        if with_role and rng.random() < 0.7:
            self._name = f"{rng.choice(_WORDS['roles'])} {self._name}"

    def __call__(self, sentence: str) -> str:
        own = "his" if self._sex == "he" else "her"
        places = {"{N}": self._name, "{S}": self._surname, "{H}": self._sex.title(), "{h}": self._sex, "{hs}": own}
        for place, words in places.items():
            sentence = sentence.replace(place, words)
        return _capital(sentence)


def _person(rng: random.Random) -> tuple[str, str, str]:
    sex = rng.choice(("he", "she"))
    surname = rng.choice(_WORDS["surnames"])
    return sex, f"{rng.choice(_WORDS[sex])} {surname}", surname


def _speaker(rng: random.Random) -> str:
    shape = rng.random()
    _, name, surname = _person(rng)
    if shape < 0.3:
        return f"{rng.choice(_WORDS['roles'])} {name}"
    if shape < 0.45:
        return f"{name}, {rng.choice(('a', 'the'))} {rng.choice(_WORDS['roles'])},"
    if shape < 0.55:
        return surname
    if shape < 0.62:
        body = rng.choice([one for one in _WORDS["bodies"] if one.startswith("the ")])
        return f"a spokes{rng.choice(('man', 'woman'))} for {body}"
    return rng.choice(_WORDS["bodies"])


def _sentence(before: str, words: str) -> str:
    return _capital(before + words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    """Words with a small letter where they begin with no name."""
    first = words.split(" ", 1)[0]
    return words if first in _NAMES else words[:1].lower() + words[1:]


def main() -> None:
    """Check files."""
    made = list(make_pairs(Path(sys.argv[1]), random.Random(1)))
    for kind, name in enumerate(KINDS):
        print(name, sum(one.kind == kind for one in made))
    for one in random.Random(2).sample(made, int(sys.argv[2]) if len(sys.argv) > 2 else 0):
        print(KINDS[one.kind], "|", one.one, "|", one.other or "")


if __name__ == "__main__":
    main()
