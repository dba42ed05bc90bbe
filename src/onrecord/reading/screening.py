"""Tell articles from what is served in their place: cookie walls, error pages, paywalls, menus, a few words.

A sentence that speaks for the site ("We use cookies", "All rights reserved", "Click here") says nothing of the world.
A text is refused where too little is left without such sentences, or where they are most of it. Where a short text
tells of nothing at all, its wording need not be known: it is enough that it speaks to its reader of pages and accounts.
"""

from __future__ import annotations

import re
from collections import Counter

from onrecord.errors import Refused
from onrecord.reading.languages import english_share
from onrecord.reading.notices import ADDRESSED, CALL, FURNITURE, NOTICE, REPORTED, TOLD, WALLS

_FEWEST_WORDS = 6  # "Three men died, police said on Monday" is news; "Access denied" is not
_LEFT_BESIDE_NOTICES = 1 / 3  # a short dispatch may end in an agency's copyright notice as long as itself
_FEWEST_LEFT = 8  # words left beside the site's own sentences
_ADDRESSED = 0.5  # of a text that tells nothing: said by the site to its reader
_BESIDE_THE_WORLD = 0.75  # of it: that, or half of its marks
_SENTENCE_LENGTH = 500  # characters looked at
_SENTENCES = 30  # looked at: whoever is walled off learns it at once
_SHORT = 150  # words; a notice is seldom longer, and service journalism speaks to "you" at length
_MENU_WORDS = 60  # a headline with names, or a list in a sentence, may hold no function word in fewer
_MENU_SHARE = 0.08  # of function words: a menu of 445 words holds .03, the driest of 1,504 real texts .14

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|[\r\n]+")
_QUOTED = re.compile(r"[\"“”]")
_LABEL = re.compile(r"[\"“”](?:[^\W\d_]+ ?){1,3}[\"“”]")  # what a button says is no one's words
_SENTENCE_MARK = re.compile(r"[.!?]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def check_article(text: str) -> None:
    """Raise Refused (not-an-article) where `text`, in English, is no article."""
    total = count_words(text)
    if total < _FEWEST_WORDS:
        counted = f"{total} word" if total == 1 else f"{total} words"
        raise _refuse(f"the text holds no more than {counted}")
    share = english_share(text)
    if (total >= _MENU_WORDS and share < _MENU_SHARE) or (share == 0 and not _SENTENCE_MARK.search(text)):
        raise _refuse("the text is a list of words, not running text")
    words = Counter[str]()
    for sentence in _SENTENCE_END.split(text, maxsplit=_SENTENCES)[:_SENTENCES]:
        words[_kind(sentence[:_SENTENCE_LENGTH])] += count_words(sentence)
    if _is_notice(words):
        name = max(WALLS, key=lambda wall: words[wall])
        raise _refuse(f"the text is {name if words[name] else 'a notice of the site'}, not an article")


def count_words(text: str) -> int:
    """The words in `text`; scripts that write no spaces count a word for three characters."""
    return sum(1 if word.isascii() else max(1, len(word) // 3) for word in _WORD.findall(text))


def _kind(sentence: str) -> str:
    """What `sentence` is: a wall by its name, "notice", "call", "addressed", "half" of its marks, "told" or "plain"."""
    if REPORTED.search(sentence):
        return "told"
    wall = next((name for name, pattern in WALLS.items() if pattern.search(sentence)), None)
    if wall or NOTICE.search(sentence):
        return wall or "notice"
    if _QUOTED.search(_LABEL.sub("", sentence)):
        return "told"
    if CALL.search(sentence):
        return "call"
    if TOLD.search(sentence):
        return "told"
    marks = (ADDRESSED.search(sentence) is not None) + (FURNITURE.search(sentence) is not None)
    return ("plain", "half", "addressed")[marks]


def _is_notice(words: Counter[str]) -> bool:
    """Whether the site speaks rather than reports, by how many words each kind of sentence holds."""
    seen = words.total()
    walled = sum(words[wall] for wall in WALLS)
    said_by_site = walled + words["notice"] + words["call"]
    if seen > _SHORT:
        return walled >= 0.3 * seen and said_by_site >= 0.6 * seen
    left = seen - said_by_site
    if said_by_site and (left < _FEWEST_LEFT or left <= said_by_site * (1 if walled else _LEFT_BESIDE_NOTICES)):
        return True
    said_by_site += words["addressed"]
    return (
        not words["told"]
        and said_by_site >= _ADDRESSED * seen
        and said_by_site + words["half"] >= _BESIDE_THE_WORLD * seen
    )


def _refuse(message: str) -> Refused:
    return Refused("not-an-article", message, remedy="give the article's own text or page")
