"""Bylines: who wrote an article is told at its head, and nobody in it is meant: "Mara Lind, The Post March 31"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chains import NAME
from onrecord.tokens import GAPS
from onrecord.vocabulary.times import words_of
from onrecord.vocabulary.titles import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onrecord.chains import FoundMention
    from onrecord.tokens import Tokens

_LINE = GAPS.index("line")
_LONGEST, _OPENING = 24, 8  # words of it, and of the name that it may begin with
_MONTHS = words_of("MONTH")
# What stands in a byline in small letters.
_SMALL = frozenset(
    "a am and at by for from in of on p pm published staff special the to updated writer est gmt".split()
)
_PAPERS = AGENCIES | frozenset(
    """
    bbc bloomberg chronicle cnn correspondent courier express gazette globe guardian herald independent journal mail
    news post press reporter review star sun telegraph times tribune
    """.split()
)


def without_authors(
    mentions: Sequence[FoundMention], words: Sequence[str], tokens: Tokens, kept: Collection[int] = ()
) -> list[FoundMention]:
    """The mentions without the names of those who wrote the article, where its first words are a byline.

    Args:
        mentions: of a text, in the order of their heads.
        words: the text's words, lower case.
        tokens: the same as they are written.
        kept: heads that are needed whatever they are, as those of sources are.
    """
    end = _byline_end(words, tokens)
    names = [m for m in mentions if m.form == NAME and m.kind == "person" and m.head < end]
    if not names or names[0].first > 1:
        return list(mentions)
    story = {word for m in mentions if m.form == NAME and m.head >= end for word in m.words}
    authors = {id(m) for m in names if m.words[-1] not in story}  # the others are of the story itself
    return [m for m in mentions if id(m) not in authors or m.head in kept]


def _byline_end(words: Sequence[str], tokens: Tokens) -> int:
    """Where the byline ends that a text begins with; 0 where it begins with none.

    It holds names, a paper and a date, and no word of a sentence.
    """
    end, has_paper, has_date = 0, False, False
    for at in range(min(len(words), _LONGEST)):
        if at and int(tokens.gaps[at]) == _LINE and (has_paper or has_date or words[0] == "by"):
            break
        word = words[at]
        if word[0].isalpha() and tokens.words[at][0].islower() and word not in _SMALL:
            break
        has_paper |= at > 1 and word in _PAPERS
        has_date |= word in _MONTHS and at + 1 < len(words) and words[at + 1].isdigit()
        if word == "." and (has_paper or has_date) and at > 1 and len(words[at - 1]) > 1:
            end = at + 1
        if word.isdigit() or word in ("pm", "am"):
            end = at + 1
    else:
        return 0
    starts = words[0] == "by" or ("," in words[:_OPENING] and has_paper)
    return max(end, 2) if starts and (has_date or has_paper) else 0
