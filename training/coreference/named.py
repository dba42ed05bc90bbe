"""News in which every name is marked, and whom most pronouns and some descriptions mean: `named.jsonl`.

An article a line, offsets in code points, no text:

    {"set": "news_dev", "article": ID, "chars": N, "names": [[start, end, kind, who]],
     "marks": [[start, end, head, form, who]]}

Of the article's text the first N code points were marked. Kinds are those of NAMED_CODEBOOK.md: P, O, L, G and X. `who`
numbers those who are meant; it is "u" and a number for those without a name, "-" for nobody, and numbers joined by "+"
for several. A mark's `head` is where its head word begins, its `form` one of FORMS.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.annotating.borders import CAPITAL, TITLES
from onrecord.chains import FORMS, NAME, PRONOUN
from onrecord.knowledge.demonyms import is_demonym
from onrecord.records import Span
from onrecord.tokens import GAPS, Tokens, tokenize, word_range
from onrecord.vocabulary.referring import HE, SHE
from onrecord.vocabulary.titles import HOLDERS, OFFICES
from training.coreference.examples import Example, Mention, finish
from training.coreference.gold import Mark, read_referents

NAMED = Path(__file__).parent / "named.jsonl"
_LINE, _JOINED = GAPS.index("line"), GAPS.index("joined")
_KINDS = {"P": "person", "O": "organization", "L": "place", "G": "person", "X": "other"}
_BEFORE_REST = frozenset("of for in on at , ( to de du des with against from".split())
_OPENS = frozenset("As At But For He If In It She The They When While With".split())
_TITLES = TITLES | OFFICES | HOLDERS


@dataclass(frozen=True)
class NamedText:
    """An article with its marks, as a line of `named.jsonl` gives them."""

    text: str
    names: tuple[tuple[int, int, str, str], ...]
    marks: tuple[tuple[int, int, int, str, str], ...]

    def is_of(self, text: str) -> bool:
        """Whether it is a whole text, or its beginning."""
        return text.startswith(self.text)


def read_named(data: Path, path: Path = NAMED) -> list[NamedText]:
    """The articles of a file of marks, with their texts from the sets in `data`."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    found = []
    for line in path.read_text("utf8").splitlines():
        each = json.loads(line)
        known = texts[each["set"]]
        if not known:
            with (data / f"{each['set']}.jsonl").open(encoding="utf8") as articles:
                known |= {article["id"]: article["text"] for article in map(json.loads, articles)}
        text = known[each["article"]][: each["chars"]]
        found.append(NamedText(text, tuple(map(tuple, each["names"])), tuple(map(tuple, each["marks"]))))
    return found


def named_examples(data: Path, tokenizer: Any, path: Path = NAMED) -> list[Example]:
    """What the mention reader learns from them."""
    return [_example(each, tokenize(each.text, tokenizer)) for each in read_named(data, path)]


def named_marks(data: Path, path: Path = NAMED) -> list[tuple[str, list[Mark]]]:
    """Texts and marks for the antecedent model, but of the articles of `referents.jsonl`."""
    from onrecord.annotating.encoding import TOKENIZER
    from onrecord.inference import models_folder
    from onrecord.tokens import load_tokenizer

    tokenizer = load_tokenizer(models_folder() / TOKENIZER)
    known = {text for text, _ in read_referents(data)}
    articles = [each for each in read_named(data, path) if each.marks and not any(map(each.is_of, known))]
    return [(each.text, _marks(each, tokenize(each.text, tokenizer))) for each in articles]


def _marks(each: NamedText, tokens: Tokens) -> list[Mark]:
    text, marks = each.text, []
    for start, end, kind, who in each.names:
        words = _range(text, tokens, start, end)
        marks.append(Mark(start, end, "chain", who, text, head=name_head(tokens, words, kind)))
    for number, (start, end, head, _, who) in enumerate(each.marks):
        at = _range(text, tokens, head, head + 1)[0]
        kind = "none" if who == "-" else "unnamed" if who.startswith("u") else "chain"
        referent = f"none {number}" if kind == "none" else who.replace("+", ";")
        marks.append(Mark(start, end, kind, referent, text, head=at))
    return marks


def _example(each: NamedText, tokens: Tokens) -> Example:
    text, kinds = each.text, {who: kind for _, _, kind, who in each.names}
    mentions: dict[int, Mention] = {}
    inside: set[int] = set()
    titled: set[int] = set()
    unknown: set[int] = set()  # names within names, as GUM marks them: "the Bank of [Brun]"
    for start, end, kind, who in each.names:
        words = _range(text, tokens, start, end)
        inside |= set(range(*words))
        unknown |= set(range(_rest(tokens, words), words[1])) if kind in "OLX" else set()
        is_plural = kind == "G" and tokens.words[words[1] - 1].endswith("s") if kind in "PG" else None
        head = name_head(tokens, words, kind)
        mentions[head] = Mention(head, words, _KINDS[kind], NAME, is_plural, who)
    pronouns: list[tuple[str, str]] = []
    for start, end, at, form_name, who in each.marks:
        head, form = _range(text, tokens, at, at + 1)[0], FORMS.index(form_name)
        written = text[start:end].lower()
        if form == PRONOUN:
            pronouns.append((who, written))
        is_person = written in HE | SHE or kinds.get(who) in ("P", "G")
        if head in inside or not (is_person or who in kinds):
            continue
        kind_name = "person" if is_person else _KINDS[kinds[who]]
        borders = _range(text, tokens, start, end)
        is_plural = False if kinds.get(who) == "P" or written in HE | SHE else None
        mentions[head] = Mention(head, borders, kind_name, form, is_plural, who)
    for start, end, kind, _ in each.names:
        if kind == "P":
            unseen = _title(tokens, _range(text, tokens, start, end)[0], inside)
            titled |= {at for at in unseen if at not in mentions}
    nameless = [
        at
        for at, word in enumerate(tokens.words)
        if at not in inside and not (int(tokens.shapes[at]) in CAPITAL and is_demonym((word.lower(),)))
    ]
    return finish(
        Example(
            text,
            tokens,
            mentions,
            is_whole=False,
            others=(inside | titled) - unknown - mentions.keys(),
            nameless=nameless,
        ),
        pronouns,
    )


def name_head(tokens: Tokens, words: tuple[int, int], kind: str) -> int:
    """The head of a name: a person's first word, as GUM has it; else the last word before "of" and its like."""
    first = words[0]
    if kind == "P":
        return first
    end = _rest(tokens, words)
    while end - 1 > first and (not tokens.words[end - 1][:1].isalpha() or tokens.words[end - 1] == "s"):
        end -= 1
    head = end - 1
    while head - 2 >= first and tokens.words[head - 1] == "." and tokens.gaps[head] == tokens.gaps[head - 1] == _JOINED:
        head -= 2  # GUM has "U.S." and a site's address as one word, which begins with its first part
    return head


def _title(tokens: Tokens, first: int, inside: set[int]) -> range:
    """The words of a title before a person's name, as in "Harbour Secretary Lind": GUM has no head there."""
    start = first
    while start > 0 and start - 1 not in inside and tokens.gaps[start] != _LINE:
        word = tokens.words[start - 1]
        is_in_title = int(tokens.shapes[start - 1]) in CAPITAL or word.lower() in _TITLES or word in (".", "of", "-")
        if not is_in_title or word in _OPENS or (word == "." and tokens.words[start - 2].lower() not in _TITLES):
            break
        start -= 1
    return range(start, first)


def _rest(tokens: Tokens, words: tuple[int, int]) -> int:
    """Where what stands behind a name's head begins: at "of" and its like."""
    first, last = words
    return next((at for at in range(first + 1, last) if tokens.words[at].lower() in _BEFORE_REST), last)


def _range(text: str, tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    return word_range(tokens, Span.of(text, start, end))
