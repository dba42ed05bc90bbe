"""Where a name begins and ends, by how its words are written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL
from onrecord.tokens import GAPS, SHAPES
from onrecord.vocabulary.directions import POINTS, SIDES
from onrecord.vocabulary.referring import NAME_SUFFIXES
from onrecord.vocabulary.times import words_of
from onrecord.vocabulary.titles import ABBREVIATED, AGENCIES, BODIES, OFFICES, PORTFOLIOS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import FoundMention
    from onrecord.tokens import Tokens

_JOINED, _SPACE, _LINE = (GAPS.index(gap) for gap in ("joined", "space", "line"))
CAPITAL = frozenset(SHAPES.index(shape) for shape in ("title", "upper", "mixed"))
_NUMBER, _TITLE_CASE, _UPPER = (SHAPES.index(shape) for shape in ("digit", "title", "upper"))
_POSSESSIVE = frozenset({"'", "’"})
TITLES = (
    OFFICES
    | ABBREVIATED
    | frozenset(
        "former vice deputy acting then late sir mvp qb mk mep actor actress comedian comedienne filmmaker guitarist "
        "model novelist rapper singer songwriter".split()
    )
)
_PARTISANS = frozenset({"democrat", "republican", "conservative", "libertarian"})
# With the capital of a sentence's first word they stand before a name and in none: "Neither Lind nor Ek".
_NO_FIRST = frozenset(
    "after although and as because before both but either even for if like neither nor not only or since so though "
    "unless until unlike when where while why with without yet".split()
)
# Bodies that bear a saint's or a founder's name as an owner's.
_OWNED = frozenset({"church", "college", "hospital", "school", "university"})
# Small words inside names, of people and of bodies.
_PARTICLES = frozenset("de del della da dos du la le van von der den ter bin ibn ben al el ul abu".split())
_FUNCTION = frozenset({"of", "the", "and", "for", "on", "in", "&", "to", "at"}) | _PARTICLES
_NO_NAME = words_of("WEEKDAY", "MONTH") - {"may"}  # as a name, May is a person's
# With capitals, as in headlines, they stand behind a name and in none: "Mara Lind As The New Jon Ek".
_HEADLINE_WORDS = frozenset(
    "and are as at but by for from has his her in into is its of on or over than that the to was will with".split()
)
_DIRECTIONS = POINTS | SIDES | {"new"}
_PREPOSITIONS = frozenset("of for from in at to with who by on about against".split())
_QUOTES = frozenset("\"“”'‘’")
_INNER_MARKS = frozenset(".-’'")
_PARTIES = frozenset("rdi")
_TWO = 2
_LONGEST = 7  # words of a person's name, with full stops and hyphens


def set_person(
    words: Sequence[str], tokens: Tokens, first: int, head: int, last: int, *, form: int
) -> tuple[int, int, int, int]:
    """Form, first word, head and last of a mention of a person, by its capitals.

    The name is made of the capitalised words from the head on, or after the titles that the head is among: of
    "French President Odile Brun" it is "Odile Brun". What holds titles only, as "the President", is no name.
    """
    start = head
    while start < last and (_is_only_title(words, tokens, start) or not _is_capital(tokens, start)):
        if words[start] == ",":
            return NOMINAL, first, head, start
        if words[start] in _PREPOSITIONS:
            start = _name_after_office(words, tokens, head, start, last)
            if start == last:
                return NOMINAL, first, head, last
            break
        start += 1
    if start == last or words[start] in _NO_NAME:
        return (NOMINAL if words[head] in TITLES else form), first, head, min(last, _comma(words, head, last))
    if form != NAME and _begins_sentence(words, tokens, start):
        if start + 2 >= last or not (_is_capital(tokens, start + 1) and _is_capital(tokens, start + 2)):
            return form, first, head, last
        start += 1  # "Model Chrissy Brun": the first word has its capital from the sentence
    while start + 1 < last and words[start] in _NO_FIRST and _is_capital(tokens, start + 1):
        start += 1
    if words[start] in _PARTISANS and start + 2 < last and all(_is_capital(tokens, start + at) for at in (1, 2)):
        start += 1  # "Democrat Mara Lind"
    end = start + 1
    while end < min(len(words), start + _LONGEST) and tokens.gaps[end] != _LINE:
        if words[end] in _HEADLINE_WORDS:
            break
        if _is_capital(tokens, end) and words[end] not in _NO_NAME and _belongs(words, tokens, start, end, last):
            end += 1
        elif words[end] in (".", "-", "'", "’") and _goes_on(words, tokens, end):
            end += 2
        elif (after := _skip_particles(words, tokens, end)) > end:
            end = after + 1
        elif end == start + 1 and (after := _behind_nickname(words, tokens, end)) > end:
            end = after
        else:
            break
    for i in range(end - 2, start - 1, -1):
        if _is_title_word(words, i) and _is_capital(tokens, i + 1) and words[i + 1] not in NAME_SUFFIXES:
            start = i + 1
            break
    start = _behind_heading(words, tokens, start, end)
    if end - start > _TWO and start > 1 and words[start - 1] == "of" and words[start - 2] in OFFICES:
        start = end - _TWO  # "Mayor of [Ardale] Jon Ek"
    return NAME, min(first, head, start), start, end


def _behind_nickname(words: Sequence[str], tokens: Tokens, mark: int) -> int:
    """The end of a name that goes on behind a nickname in quotation marks: 'William "Bill" Lind'; else the mark."""
    close, name = mark + 2, mark + 3
    if name >= len(words) or words[mark] not in _QUOTES or words[close] not in _QUOTES or tokens.gaps[mark] == _JOINED:
        return mark
    is_name = all(int(tokens.shapes[at]) == _TITLE_CASE for at in (mark + 1, name)) and words[name] not in _NO_NAME
    return name + 1 if is_name and tokens.gaps[name] not in (_LINE, _JOINED) else mark


def _behind_heading(words: Sequence[str], tokens: Tokens, start: int, end: int) -> int:
    """Where a name begins behind words in capitals, which are a heading's or a credit's: "[ARDALE PORT] Mara Lind".

    Some papers write the first word of an article so: one word behind it is the surname.
    """
    at = start
    while at < end and int(tokens.shapes[at]) == _UPPER and (len(words[at]) > _TWO or words[at] in AGENCIES):
        at += 1
    is_name = at < end and int(tokens.shapes[at]) == _TITLE_CASE
    return at if is_name and (end - at >= _TWO or at - start >= _TWO) else start


def _belongs(words: Sequence[str], tokens: Tokens, start: int, word: int, last: int) -> bool:
    """Whether a capitalised word goes on with a name, also behind the border that the mention was given."""
    if word < last or words[word - 1] in (".", "-") or words[word] in NAME_SUFFIXES:
        return True
    is_titled = start > 0 and words[start - 1] in TITLES
    is_word = int(tokens.shapes[word]) == _TITLE_CASE  # in a headline of capitals anything may follow
    return is_titled and is_word and word == start + 1 and tokens.gaps[word] != _JOINED


def _skip_particles(words: Sequence[str], tokens: Tokens, word: int) -> int:
    """The capital that particles lead to, as in "van der Meer", or `word` itself where they lead to none."""
    at = word
    while at + 1 < len(words) and words[at] in _PARTICLES and tokens.gaps[at + 1] != _LINE:
        at += 1
    return at if _is_capital(tokens, at) and not _is_capital(tokens, word) else word


def holds_title(words: Sequence[str], tokens: Tokens, first: int, head: int, last: int) -> bool:
    """Whether a title stands before the head with nothing but capitals between: then it is a person's name.

    The head may be the office itself, with the name behind it.
    """
    if words[head] in OFFICES and head + 1 < last and tokens.gaps[head + 1] == _SPACE and _is_capital(tokens, head + 1):
        return True
    return any(
        _is_title_word(words, i) and all(_is_capital(tokens, j) or words[j] == "." for j in range(i, head + 1))
        for i in range(first, head)
    )


def _is_title_word(words: Sequence[str], word: int) -> bool:
    """Whether a word can be a title: "Del." is, and the "Del" of "Mara Del Lago" is not."""
    is_short = word + 1 < len(words) and words[word + 1] == "."
    return words[word] in TITLES and (is_short or words[word] not in _PARTICLES)


def _is_only_title(words: Sequence[str], tokens: Tokens, word: int) -> bool:
    """Whether a word is a title and no name: "King" after "Mr." is a name."""
    if not _is_title_word(words, word):
        return False
    before = word - 2 if word > 1 and words[word - 1] == "." else word - 1
    is_followed = word + 1 < len(words) and _is_capital(tokens, word + 1)
    return is_followed or before < 0 or words[before] not in ABBREVIATED


def _name_after_office(words: Sequence[str], tokens: Tokens, head: int, of: int, last: int) -> int:
    """Where the name begins in "Mayor of London Sadiq Khan": its last two capitals; `last` where there are fewer."""
    capitals = [i for i in range(of + 1, last) if _is_capital(tokens, i)]
    if (
        words[head] not in OFFICES
        or words[of] != "of"
        or len(capitals) < 3
        or capitals[-1] - capitals[0] >= len(capitals)
    ):
        return last
    return capitals[-2]


def set_name(words: Sequence[str], tokens: Tokens, first: int, head: int, last: int) -> tuple[int, int]:
    """First and last word of any other name: its capitals, and the small words between them.

    It grows over what is cut off at times: "North" before, and "Police" behind.
    """
    start, end = head, head + 1
    while start > 1 and words[start - 1] == "." and len(words[start]) == len(words[start - 2]) == 1:
        start -= 2
    for at in range(start - 1, first - 1, -1):
        if _is_written_large(tokens, at):
            start = at
        elif words[at] not in _FUNCTION and words[at] not in _INNER_MARKS:
            break
    for at in range(head + 1, last):
        if _is_written_large(tokens, at) or (words[at] == "." and at == end):
            end = at + 1
        elif words[at] not in _FUNCTION and words[at] not in _INNER_MARKS:
            break
    if is_direction(words, tokens, start - 1):
        start -= 1
    for at in range(end, min(len(words), end + 3)):
        if not _is_capital(tokens, at) or tokens.gaps[at] == _LINE:
            break
        if words[at] in BODIES:
            end = at + 1
    if end - start > 2 and end < len(words) and words[end] == words[end - 2] == "." and len(words[end - 1]) == 1:
        end += 1  # the last full stop of "U.N."
    return start, end


def is_direction(words: Sequence[str], tokens: Tokens, word: int) -> bool:
    """Whether a word is the "North" of "North Korea", which a capital follows on the same line."""
    if word < 0 or words[word] not in _DIRECTIONS or tokens.gaps[word + 1] == _LINE:
        return False
    return _is_capital(tokens, word) and _is_capital(tokens, word + 1)


def is_bare_name(words: Sequence[str], tokens: Tokens, first: int, head: int) -> bool:
    """Whether nothing but the name's own words stands before its head: "[Brun] Ek", but no title and no article."""
    return all(_is_capital(tokens, at) and words[at] not in TITLES and words[at] != "the" for at in range(first, head))


def is_written_on(tokens: Tokens, word: int) -> bool:
    """Whether a word goes on with the name before it, as far as its capital and the space tell: "Lind [Road]"."""
    return int(tokens.shapes[word]) == _TITLE_CASE and tokens.gaps[word] == _SPACE


def is_surname(words: Sequence[str], tokens: Tokens, first: int, word: int) -> bool:
    """Whether a word goes on with a person's name of one word that no mention has: "Mara [Lind]"."""
    is_word = word < len(words) and int(tokens.shapes[word]) == _TITLE_CASE and tokens.gaps[word] == _SPACE
    is_word &= int(tokens.shapes[first]) == _TITLE_CASE and first > 0 and tokens.words[first - 1].islower()
    if not is_word or words[word] in _NO_NAME | _HEADLINE_WORDS | TITLES or words[first] in TITLES:
        return False
    return not _begins_sentence(words, tokens, first) and not words[word].endswith(("ian", "ish", "ese"))


def is_called_the(words: Sequence[str], tokens: Tokens, head: int, last: int) -> bool:
    """Whether a name of one word has a capital article inside a sentence: papers are called "The Brun", and nobody."""
    article = head - 1
    if article < 0 or words[article] != "the" or last != head + 1 or not _is_capital(tokens, article):
        return False
    is_quoted_before = article > 1 and words[article - 1] in _QUOTES and words[article - 2] == ","
    return is_quoted_before or not _begins_sentence(words, tokens, article)


def _is_written_large(tokens: Tokens, word: int) -> bool:
    return _is_capital(tokens, word) or tokens.shapes[word] == _NUMBER


def join_titles(mentions: Sequence[FoundMention], words: Sequence[str], tokens: Tokens) -> list[FoundMention]:
    """The mentions with people's titles as parts of their names' mentions, not as mentions beside them.

    "Press Secretary Jo Lind" is one person, as is a first name and a surname that were found apart.
    """
    names = {m.head: m for m in mentions if m.form == NAME}
    people = [m for m in names.values() if m.kind == "person"]
    named = {person.head: person for person in people}
    dropped = {head for person in people for head in range(person.head + 1, person.last) if head in named}
    ending: dict[int, FoundMention] = {}
    for mention in mentions:
        if mention.head not in dropped and mention.last - mention.first >= _width(ending.get(mention.last)):
            ending[mention.last] = mention
    together: dict[int, list[FoundMention]] = {}
    for mention in mentions:
        together.setdefault(mention.last, []).append(mention)
    begins: dict[int, int] = {}
    for person in people:
        if person.head in dropped:
            continue
        first = person.head
        while first > 0 and tokens.gaps[first] != _LINE:
            before = first - 1
            if words[before] == "." and first > 1 and words[first - 2] in ABBREVIATED:
                before -= 1
            title = ending.get(before + 1)
            if title is not None and title is not person and _is_title(title, words):
                first = title.first
                if title.head in begins or title.kind == "person" or words[title.head] in TITLES:
                    dropped.add(title.head)
            elif _is_title_word(words, before):
                first = before
            elif first < person.head and words[before] == "of" and before > 0 and words[before - 1] in OFFICES:
                first = before - 1
            elif (
                words[first] in OFFICES and _is_capital(tokens, before) and not _begins_sentence(words, tokens, before)
            ):
                first = before  # "Erie County Executive Jo Lind"
            else:
                break
        for shell in together[person.last]:  # a title that was given the name as well
            if max(shell.first, shell.head) < person.head and _is_title_and_name(shell, person, words, tokens):
                first = min(first, shell.first)
                dropped.add(shell.head)
        if not TITLES.isdisjoint(words[person.first : person.head]):
            first = min(first, person.first)
        begins[person.head] = first
        in_title = TITLES | PORTFOLIOS
        dropped |= {head for head in range(first, person.head) if words[head] in in_title}
    for mention in mentions:  # the later letters of "U.N."
        if len(words[mention.head]) == 1:
            dropped |= {i for i in range(mention.head + 1, mention.last) if len(words[i]) == 1}
    for mention in mentions:  # "(R-Utah)"
        if words[mention.head] in _PARTIES and "-" in words[mention.head + 1 : mention.head + 2]:
            dropped.add(mention.head)
    kept = [_cut(m, begins, names, words) for m in mentions if m.head not in dropped]
    doubled = _doubled(kept)
    return _with_owners([m for m in kept if m.head not in doubled], words, tokens)


def _first_capital(tokens: Tokens, end: int) -> int:
    """The first of the words with capitals that end before a word: of "St. Mara" before "'s"."""
    start = end
    while start > 0 and tokens.gaps[start] != _LINE:
        if not _is_capital(tokens, start - 1) and not (
            tokens.words[start - 1] == "." and _is_capital(tokens, start - 2)
        ):
            break
        start -= 1
    return start


def _with_owners(mentions: Sequence[FoundMention], words: Sequence[str], tokens: Tokens) -> list[FoundMention]:
    """The mentions; a word for a body whose owner stands before it is no name: "the Prime Minister's Bureau"."""
    ending = {mention.last: mention for mention in mentions}

    def whole(mention: FoundMention) -> FoundMention:
        first, last = mention.first, mention.last
        is_one_word = mention.form == NAME and last - first == 1 and words[first] in BODIES
        if not is_one_word or first < 3 or words[first - 1] != "s" or words[first - 2] not in _POSSESSIVE:
            return mention
        owner = ending.get(first) or ending.get(first - 2)
        if owner is None and words[first] in _OWNED:
            start = _first_capital(tokens, first - 2)
            return replace(mention, first=start, words=tuple(words[start:last]))
        if owner is None or (owner.form == NAME and OFFICES.isdisjoint(owner.words) and words[first] not in _OWNED):
            return mention
        if owner.form == NAME:  # "the County Prosecutor's Office", "St Mara's Hospital"
            start = owner.first + (words[owner.first] == "the")
            return replace(mention, first=start, words=tuple(words[start:last]))
        return replace(mention, first=owner.first, form=NOMINAL, words=tuple(words[owner.first : last]))

    return [whole(mention) for mention in mentions]


def _width(mention: FoundMention | None) -> int:
    return mention.last - mention.first if mention else 0


def _doubled(mentions: Sequence[FoundMention]) -> set[int]:
    """Heads of the names whose words another name has too: all but the last of them."""
    last = {(m.first, m.last): m.head for m in mentions if m.form == NAME}
    return {m.head for m in mentions if m.form == NAME and last[m.first, m.last] != m.head}


def _is_title_and_name(shell: FoundMention, person: FoundMention, words: Sequence[str], tokens: Tokens) -> bool:
    """Whether nothing but a title stands between a mention's head and a person's name that ends it."""
    between = range(shell.head + 1, person.head)
    if any(words[i] == "," or words[i] in _POSSESSIVE or words[i] == "and" for i in between):
        return False
    is_office = words[shell.head] in OFFICES  # "Secretary of Defense Pete Hegseth"
    return all(
        words[i] not in _PREPOSITIONS or (is_office and words[i] == "of" and _is_capital(tokens, i + 1))
        for i in between
    )


def _is_title(mention: FoundMention, words: Sequence[str]) -> bool:
    """Whether a mention that ends where a person's name begins says what the person is."""
    last = words[mention.last - 1]
    if mention.form not in (NAME, NOMINAL) or last in _NO_NAME or last == "s" or last in _POSSESSIVE:
        return False
    return mention.kind != "other" or words[mention.head] in TITLES


def _cut(
    mention: FoundMention, begins: dict[int, int], names: dict[int, FoundMention], words: Sequence[str]
) -> FoundMention:
    """A person with the title in front; a description without the name that it stands beside: "Lind, the mayor"."""
    first = begins.get(mention.head, mention.first)
    if mention.form == NOMINAL and "," in words[first : mention.head]:
        for head in range(first, mention.head):
            name = names.get(head)
            if name and first <= head and words[name.last] == "," and name.last < mention.head:
                first = max(i for i in range(name.last, mention.head) if words[i] == ",") + 1
    last = _name_at_end(mention, names, words)
    if first == mention.first and last == mention.last:
        return mention
    return replace(mention, first=first, last=last, words=tuple(words[first:last]))


def _name_at_end(mention: FoundMention, names: dict[int, FoundMention], words: Sequence[str]) -> int:
    """Where a description ends: before the name that its body has, as in "the ferry company [Brun]"."""
    if mention.form != NOMINAL or mention.kind != "organization":
        return mention.last
    for head in range(mention.head + 1, mention.last):
        name = names.get(head)
        if name is not None and name.last == mention.last and mention.head < name.first and name.kind != "person":
            between = words[mention.head + 1 : name.first]
            return mention.last if any(word in _PREPOSITIONS or not word.isalpha() for word in between) else name.first
    return mention.last


def _is_capital(tokens: Tokens, word: int) -> bool:
    return int(tokens.shapes[word]) in CAPITAL


def _goes_on(words: Sequence[str], tokens: Tokens, mark: int) -> bool:
    """Whether a name goes on behind a mark: "Mark Z. Brun", "Geun-hye", "O'Neil", but not "Brun's" or "Brun. The"."""
    after = mark + 1
    if after >= len(words) or tokens.gaps[mark] != _JOINED or tokens.gaps[after] == _LINE:
        return False
    if words[mark] == ".":
        return len(words[mark - 1]) == 1 and _is_capital(tokens, after)
    return tokens.gaps[after] == _JOINED and words[after].isalpha() and words[after] != "s"


def _begins_sentence(words: Sequence[str], tokens: Tokens, word: int) -> bool:
    return word == 0 or tokens.gaps[word] == _LINE or words[word - 1] in {".", "?", "!", '"', "“", "”", ":"}


def _comma(words: Sequence[str], head: int, last: int) -> int:
    return next((i for i in range(head + 1, last) if words[i] == ","), last)
