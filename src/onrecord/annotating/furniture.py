"""The running text: an article without the lines that a page puts around it.

Captions in galleries, advertisements, links to other articles and copyright lines come along with many a text. They
stay in the article, whose text nothing changes, but nothing is read from them: "Copyright 2031" is no time of a story.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from onrecord.vocabulary.furniture import furniture_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.dossier import Dossier

# A line that stands there this often is a stamp of the page. Of the 181 news articles of the dev data four have one.
_STAMPED = 3
# Lines that begin with the same words belong to a gallery, under whose title each picture's caption stands.
_TITLE_WORDS, _PICTURES = 5, 4
# Words in capitals, of three letters and more, in a line that strings headings together: how many at least, what share
# of its words, and in how many runs. A line all of which is in capitals is a heading.
_CAPITALS, _LEAST_SHOUTED, _LEAST_HEADINGS = 3, 10, 4
_LEAST_SHARE, _MOST_SHOUTED = 0.12, 0.7
# Characters of a line that may be furniture for how it begins or ends: some pages come as one long line.
_LONGEST = 400


class FindRunningText:
    """The step that blanks what is no part of the story; offsets stay as they are."""

    name = "find_running_text"
    version = "2"
    requires: tuple[str, ...] = ()
    makes = ("running_text",)
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the running text."""
        return {"running_text": blank_furniture(dossier.article.text)}


def blank_furniture(text: str) -> str:
    """`text` with spaces in place of every line that is no part of the story; as long as before."""
    lines = text.split("\n")
    is_furniture = list(_judge([line.strip() for line in lines]))
    story = [line for line, furniture in zip(lines, is_furniture, strict=True) if line.strip() and not furniture]
    if not story or not any(is_furniture):
        return text
    return "\n".join(
        " " * len(line) if furniture else line for line, furniture in zip(lines, is_furniture, strict=True)
    )


def _judge(lines: Sequence[str]) -> Iterator[bool]:
    """Whether each line is furniture; empty ones are not."""
    known = furniture_words()
    often = Counter(lines)
    captions = _captions(lines)
    for line in lines:
        yield bool(line) and (
            often[line] >= _STAMPED
            or line in captions
            or _is_string_of_headings(line)
            or (len(line) <= _LONGEST and bool(known.begins.match(line) or known.ends.search(line)))
        )


def _is_string_of_headings(line: str) -> bool:
    """Whether a line strings headings together, each with words in capitals: "MOST READ CALM SEA Ferry sails again"."""
    words = [word for word in line.split() if len(word) >= _CAPITALS and word.isalpha()]
    shouted = [at for at, word in enumerate(words) if word.isupper()]
    if not _LEAST_SHOUTED <= len(shouted) <= _MOST_SHOUTED * len(words):
        return False
    runs = sum(1 for before, at in pairwise([-2, *shouted]) if at - before > 1)
    return runs >= _LEAST_HEADINGS and len(shouted) >= _LEAST_SHARE * len(words)


def _captions(lines: Sequence[str]) -> set[str]:
    """The lines that stand under one title, each after it: "The old port The first crane", "The old port A ferry"."""
    groups: dict[tuple[str, ...], list[list[str]]] = {}
    for line in lines:
        words = line.split()
        if len(words) > _TITLE_WORDS:
            groups.setdefault(tuple(words[:_TITLE_WORDS]), []).append(words)
    found = set()
    for group in groups.values():
        if len(group) < _PICTURES:
            continue
        places = enumerate(zip(*group, strict=False))
        shared = next((i for i, words in places if len(set(words)) > 1), min(map(len, group)))
        # A sentence goes on with a small letter: "Voters went to the polls in …" begins many a line of a live report.
        if all(len(words) == shared or not words[shared][0].islower() for words in group):
            found |= {" ".join(words) for words in group}
    return found | {line for line in lines if " ".join(line.split()) in found}
