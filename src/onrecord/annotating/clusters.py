"""What is known of everyone and everything mentioned so far: one row a cluster, kept in arrays."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from onrecord.annotating.names import Name, initials, match_names, name_words, title_words
from onrecord.chains import KINDS, NAME, NOMINAL, PRONOUN, Chain
from onrecord.vocabulary.referring import FEMALE_TITLES, HE, MALE_TITLES, PRONOUNS, SHE, THEY
from onrecord.vocabulary.titles import BODIES, DOCUMENTS, PARTIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.annotating.context import Context
    from onrecord.chains import FoundMention

_HE, _SHE, _THEY = (PRONOUNS.index(words) for words in (HE, SHE, THEY))
_PERSON, _PLACE = KINDS.index("person"), KINDS.index("place")
_ANYWHERE = BODIES.union(*PARTIES)  # that many places have: police, Democrats
_SURE = 0.7  # a name less likely a person's may as well be the place or body of that name
_FEMALE = 0.3  # a first name this unlikely to be a man's is a woman's
_A_TITLE = 2  # "Mr." says as much of the bearer's sex as two pronouns


class Clusters:
    """Clusters of an article's mentions, growing in text order; arrays hold one row a cluster, `count` of them so far.

    Attributes:
        last_head, last_first, last_last, last_form: of the last mention, its head, its words and its form.
        last, naming: the last mention, and the one that names it best.
        sizes, sources: how many mentions there are, and how many are sources of statements.
        named: a name is among them.
        written: a description of a piece of writing is among them.
        kinds: sums of the mentions' probabilities; shape (clusters, 4).
        apart: each of its mentions is a line of its own, as the credit of a picture is.
        plural: of the first mention.
        male, weighed: sums of the mentions' probability of being male, and how many there are in it.
        he, she, they: how much pronouns and titles say so.
        cluster_of: a mention's cluster.
        members, names, titles: by cluster, its mentions, the words of its names, words said of it.
        by_head, by_title, by_name_word: by word, the clusters with a description of that head, with that word said of
            them, and with it in a name.
    """

    def __init__(
        self, mentions: Sequence[FoundMention], context: Context, headline: Mapping[str, str] | None = None
    ) -> None:
        """Make them empty.

        Args:
            mentions: in the order of their heads.
            context: where the words stand.
            headline: by surname, the full name that the headline gives with it.
        """
        self._headline = {surname: tuple(full.lower().split()) for surname, full in (headline or {}).items()}
        self._full_names = headline or {}
        rows = len(mentions) + 1
        self.mentions = mentions
        self.context = context
        self.count = 0
        self.last = np.zeros(rows, int)
        self.naming = np.zeros(rows, int)
        self.sizes = np.zeros(rows)
        self.sources = np.zeros(rows)
        self.named = np.zeros(rows, bool)
        self.written = np.zeros(rows, bool)
        self.kinds = np.zeros((rows, len(KINDS)))
        self.apart = np.ones(rows, bool)
        self.plural = np.zeros(rows)
        self.male = np.zeros(rows)
        self.weighed = np.zeros(rows)
        self.he = np.zeros(rows)
        self.she = np.zeros(rows)
        self.they = np.zeros(rows)
        self.last_head = np.zeros(rows, int)
        self.last_first = np.zeros(rows, int)
        self.last_last = np.zeros(rows, int)
        self.last_form = np.zeros(rows, int)
        self.last_pronoun = np.full(rows, -1)
        self.last_is_source = np.zeros(rows, bool)
        self.last_inside = np.full(rows, -1)
        self.last_leads = np.zeros(rows, bool)
        self.cluster_of: dict[int, int] = {}
        self.members: list[list[int]] = []
        self.names: list[list[Name]] = []
        self.titles: list[set[str]] = []
        self.by_head: defaultdict[str, set[int]] = defaultdict(set)
        self.by_title: defaultdict[str, set[int]] = defaultdict(set)
        self.by_name_word: defaultdict[str, set[int]] = defaultdict(set)
        heads = sorted((m.head, number) for number, m in enumerate(mentions))
        self._heads, self._numbers = [head for head, _ in heads], [number for _, number in heads]
        names = sorted((m.head, number) for number, m in enumerate(mentions) if m.form == NAME)
        self._name_heads, self._name_numbers = [head for head, _ in names], [number for _, number in names]
        self._titled = _sexes_by_surname(mentions)
        self._named_by: dict[str, set[int]] = {}  # a word of a name, or its initials, to clusters

    def add(self, mention: int, cluster: int | None) -> int:
        """Put a mention into a cluster, or into a new one; gives the cluster."""
        if cluster is None:
            cluster = self.count
            self.count += 1
            self.members.append([])
            self.names.append([])
            self.titles.append(set())
            self.naming[cluster] = mention
        found, context = self.mentions[mention], self.context
        self.members[cluster].append(mention)
        self.cluster_of[mention] = cluster
        self.sizes[cluster] += 1
        self.apart[cluster] &= context.is_line(found.first, found.last)
        self.kinds[cluster] += found.kinds
        if found.form == NAME:
            self._add_name(mention, cluster)
        elif found.form == NOMINAL:
            if self.mentions[self.naming[cluster]].form == PRONOUN:
                self.naming[cluster] = mention
            self.by_head[context.words[found.head]].add(cluster)
            self.written[cluster] |= context.words[found.head] in DOCUMENTS
            self._add_titles(cluster, found.words)
        if found.form != PRONOUN:
            if self.sizes[cluster] == 1:
                self.plural[cluster] = found.plural
            if found.kind == "person":
                self.male[cluster] += found.male
                self.weighed[cluster] += 1
        self.he[cluster] += found.pronoun == _HE
        self.she[cluster] += found.pronoun == _SHE
        self.they[cluster] += found.pronoun == _THEY
        is_source = context.source_of[found.head] >= 0
        self.sources[cluster] += is_source
        self.last[cluster] = mention
        self.last_head[cluster] = found.head
        self.last_first[cluster] = found.first
        self.last_last[cluster] = found.last
        self.last_form[cluster] = found.form
        self.last_pronoun[cluster] = found.pronoun
        self.last_is_source[cluster] = is_source
        self.last_inside[cluster] = context.inside[found.head]
        self.last_leads[cluster] = mention in context.leading
        return cluster

    def _add_name(self, mention: int, cluster: int) -> None:
        found = self.mentions[mention]
        name = name_words(found)
        if not self.named[cluster] or len(name) > len(name_words(self.mentions[self.naming[cluster]])):
            self.naming[cluster] = mention
        if not self.named[cluster] and len(name) == 1 and found.kind == "person" and not title_words(found):
            self.he[cluster] += _A_TITLE * (self._titled.get(name[-1]) == _HE)
            self.she[cluster] += _A_TITLE * (self._titled.get(name[-1]) == _SHE)
        self.named[cluster] = True
        if name not in self.names[cluster]:
            self.names[cluster].append(name)
            for key in {*name, initials(name), name[0].replace(".", "")} if name else ():
                self._named_by.setdefault(key, set()).add(cluster)
            for word in name:
                self.by_name_word[word].add(cluster)
        titles = title_words(found)
        self._add_titles(cluster, titles)
        self.he[cluster] += _A_TITLE * bool(titles & MALE_TITLES)
        self.she[cluster] += _A_TITLE * bool(titles & FEMALE_TITLES)

    def _add_titles(self, cluster: int, words: Iterable[str]) -> None:
        self.titles[cluster].update(words)
        for word in words:
            self.by_title[word].add(cluster)

    def headed_in(self, first: int, last: int) -> set[int]:
        """The clusters with a mention whose head is in a range of words."""
        start = bisect_left(self._heads, first)
        numbers = self._numbers[start : bisect_left(self._heads, last, start)]
        return {self.cluster_of[number] for number in numbers if number in self.cluster_of}

    def named_in(self, statement: int) -> set[int]:
        """The clusters that a statement's content calls by their names."""
        found = set()
        for first, last in self.context.contents[statement]:
            start = bisect_left(self._name_heads, first)
            for number in self._name_numbers[start : bisect_left(self._name_heads, last, start)]:
                cluster = self.find_by_name(number)
                if cluster is not None:
                    found.add(cluster)
        return found

    def find_by_name(self, mention: int) -> int | None:
        """The cluster that a name belongs to by its words, or None where it is new."""
        found = self.mentions[mention]
        name = name_words(found)
        is_person = bool(found.kinds[_PERSON] > (_SURE if len(name) == 1 else 0.5))
        matches: list[tuple[int, int]] = []
        for cluster in sorted(self._sharing(name)):
            was_person = int(self.kinds[cluster].argmax()) == _PERSON
            sure = max(
                match_names(name, known, is_person=is_person, was_person=was_person) for known in self.names[cluster]
            )
            is_another = is_person and was_person and self._is_another(found, name, cluster)
            if sure and not is_another and not self._is_relative(name, cluster):
                matches.append((sure, cluster))
        titles = title_words(found)
        if len(matches) > 1:
            matches = self._fitting(matches, titles) or matches
        elif matches and is_person and self._is_the_other(titles, matches[0][1]):
            return None
        if not matches:
            return self._same_team(name) if not is_person else None
        surest = max(sure for sure, _ in matches)
        alike = [cluster for sure, cluster in matches if sure == surest]
        if len(name) == 1:  # who is called by the first name alone is not called by the surname alone
            alike = [cluster for cluster in alike if not self._is_on_first_name(cluster, name[0])] or alike
        return max(alike, key=lambda c: int(self.last[c]))

    def _same_team(self, name: Name) -> int | None:
        """The last cluster whose name is this one with a place's before it that the article names, or without one.

        The "Ardale Rovers" are the "Rovers", but the "Ardale Police" no "Police", nor "Ardale Liberals" "Liberals".
        """
        if not name or name[-1] in _ANYWHERE:
            return None
        found = set()
        for cluster in self._named_by.get(name[-1], ()):
            for known in self.names[cluster]:
                shorter, longer = sorted((name, known), key=len)
                if len(shorter) == 1 and longer[-1:] == shorter and self._is_place(longer[:-1]):
                    found.add(cluster)
        return max(found, key=lambda cluster: int(self.last[cluster])) if found else None

    def _is_place(self, name: Name) -> bool:
        """Whether a name is a place's that the article mentions."""
        clusters = self._named_by.get(name[0], ()) if name else ()
        return any(name in self.names[c] and int(self.kinds[c].argmax()) == _PLACE for c in clusters)

    def _is_relative(self, name: Name, cluster: int) -> bool:
        """Whether one of a name and a cluster is called as the headline calls somebody, and the other is a relative.

        Where the headline has Mara Lind, "Lind" is her, and no Jon Lind of whom the article tells as well.
        """
        full = self._headline.get(name[-1])
        if full is None:
            return False
        known = [other for other in self.names[cluster] if other[-1:] == name[-1:]]
        of_known = {match_names(other, full, is_person=True, was_person=True) for other in known if len(other) > 1}
        if len(name) == 1:
            return bool(of_known) and not any(of_known)
        is_named_so = match_names(name, full, is_person=True, was_person=True)
        return not is_named_so and bool(known) and not of_known

    def _is_on_first_name(self, cluster: int, surname: str) -> bool:
        """Whether someone is called by the first name alone, and never by the surname."""
        names = self.names[cluster]
        firsts = {other[0] for other in names if len(other) > 1 and other[-1] == surname}
        return (surname,) not in names and any(len(other) == 1 and other[0] in firsts for other in names)

    def _sharing(self, name: Name) -> set[int]:
        """The clusters with a name that has a word or its initials in common with this one: no others can match."""
        if not name:
            return set()
        keys = {*name, initials(name), name[0].replace(".", "")}
        return set().union(*(self._named_by[key] for key in keys if key in self._named_by))

    def _is_another(self, found: FoundMention, name: Name, cluster: int) -> bool:
        """Whether a person of the same surname is another: with a first name that is not his, or of the other sex."""
        if len(name) < 2:
            return False
        if any(
            len(known) > 1 and not match_names(name, known, is_person=True, was_person=True)
            for known in self.names[cluster]
        ):
            return True
        he, she = self.he[cluster], self.she[cluster]
        return bool((he > she and found.male < _FEMALE) or (she > he and found.male > 1 - _FEMALE))

    def _is_the_other(self, titles: frozenset[str], cluster: int) -> bool:
        """Whether titles and nothing against them tell a couple apart: "Mr. Brun and Mrs. Brun"."""
        he, she = self.he[cluster], self.she[cluster]
        is_male, is_female = bool(titles & MALE_TITLES), bool(titles & FEMALE_TITLES)
        return bool((is_female and he >= _A_TITLE and not she) or (is_male and she >= _A_TITLE and not he))

    def _fitting(self, matches: list[tuple[int, int]], titles: frozenset[str]) -> list[tuple[int, int]]:
        """Those whose sex the titles do not speak against: "Mrs. Clinton" is not Bill."""
        is_male, is_female = bool(titles & MALE_TITLES), bool(titles & FEMALE_TITLES)
        return [
            (sure, c)
            for sure, c in matches
            if not (is_female and self.he[c] > self.she[c]) and not (is_male and self.she[c] > self.he[c])
        ]

    def _full_name(self, cluster: int) -> str | None:
        """The full name of someone whom only the headline calls by it."""
        names = self.names[cluster]
        if not names or any(len(name) > 1 for name in names):
            return None
        return next((self._full_names[name[0]] for name in names if name and name[0] in self._full_names), None)

    def chain(self, cluster: int) -> Chain:
        """The cluster as a chain."""
        return Chain(
            mentions=tuple(self.mentions[i] for i in self.members[cluster]),
            is_named=bool(self.named[cluster]),
            name=self.mentions[self.naming[cluster]],
            kinds=self.kinds[cluster] / self.kinds[cluster].sum(),
            plural=float(self.plural[cluster]),
            full_name=self._full_name(cluster),
        )


def _sexes_by_surname(mentions: Sequence[FoundMention]) -> Mapping[str, int]:
    """By surname the pronoun's class that its bearers' titles tell anywhere, where they tell one: "Ms. Lind" is she."""
    told: dict[str, set[int]] = {}
    for mention in mentions:
        titles = title_words(mention)
        name = name_words(mention) if titles else ()
        if name:
            told.setdefault(name[-1], set()).update([_HE] * bool(titles & MALE_TITLES))
            told[name[-1]].update([_SHE] * bool(titles & FEMALE_TITLES))
    return {surname: sexes.pop() for surname, sexes in told.items() if len(sexes) == 1}
