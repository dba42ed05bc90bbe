"""Which of those mentioned so far a pronoun or a description means: what the model is shown, and its answer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from onrecord.annotating.known import known_kind
from onrecord.annotating.names import name_words
from onrecord.chains import KINDS, NAME, NOMINAL, PRONOUN, FoundMention
from onrecord.inference import load_model
from onrecord.knowledge.demonyms import is_demonym
from onrecord.vocabulary.referring import (
    DEFINITE,
    FEMALE_TITLES,
    HE,
    INDEFINITE,
    IT,
    MALE_WORDS,
    POSSESSIVES,
    PRONOUNS,
    SHE,
    THEY,
    UNKNOWN,
    WE,
    YOU,
    I,
)
from onrecord.vocabulary.titles import COLLECTIVES, DOCUMENTS, EXCLUSIVE, SETTLEMENTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.annotating.clusters import Clusters
    from onrecord.annotating.context import Context
    from onrecord.annotating.names import Name

MODEL = "antecedents.onnx"
_HE, _SHE, _IT, _THEY, _I, _WE, _YOU = (PRONOUNS.index(words) for words in (HE, SHE, IT, THEY, I, WE, YOU))
_PERSON, _OTHER = KINDS.index("person"), KINDS.index("other")
_SEVERAL = 0.5
_NEAREST = 40  # clusters looked at, besides all named people and organizations
_DISTANCES = np.array([2, 4, 7, 12, 20, 40, 80, 160, 320])
_TENS = np.arange(10)[:, None]
_NO_PERSON = 0.4  # of the mean probability of being a person, below which nobody says "he" of it
_SURE_SEX = 0.9  # the probability of the other sex above which a name is no "he"
_TOLD_SEX = 3  # by how many more pronouns of the other sex, a title being two, a name is no "he"
_UNLIKE = 0.1  # how likely a description is of a cluster's kind, below which it is another's
_CLASH = 0.7  # of the probabilities of being several, from which on a description is another's
_ANY_OFFICE = frozenset().union(*EXCLUSIVE)
_VICE = len(EXCLUSIVE)
_LOCAL = frozenset({"senator", "representative", "governor", "mayor"})  # their places stand before them
_NOBODY = DOCUMENTS | COLLECTIVES | SETTLEMENTS
ALONE = 12  # the last features are the mention's own


def is_anaphor(mention: FoundMention) -> bool:
    """Whether the antecedent model is asked about a mention: third persons and descriptions of people and bodies."""
    if mention.form == PRONOUN:
        return mention.pronoun not in (_I, _WE, _YOU)
    return mention.form == NOMINAL and mention.kinds[_OTHER] < 0.6


def candidates(clusters: Clusters, number: int) -> NDArray[np.int64]:
    """The clusters that a mention may belong to.

    Not among them are those nested in it or around it and, where it is a statement's source, those that the statement
    calls by name: in "he believed that he can persuade Lind", he is not Lind.
    """
    count, mention = clusters.count, clusters.mentions[number]
    if (mention.form == NOMINAL and not _may_be_known(mention, clusters.context)) or mention.words[-1] in UNKNOWN:
        return np.zeros(0, np.int64)
    found = np.arange(count)
    if count > _NEAREST:
        kinds = clusters.kinds[:count]
        looked_at = clusters.named[:count] & (kinds[:, 0] + kinds[:, 1] > 0.5 * kinds.sum(1))
        looked_at[np.argpartition(clusters.last_head[:count], count - _NEAREST)[count - _NEAREST :]] = True
        found = np.flatnonzero(looked_at)
    first, last = clusters.last_first[found], clusters.last_last[found]
    inside = (mention.first <= first) & (last <= mention.last)
    if (statement := int(clusters.context.source_of[mention.head])) >= 0:
        inside |= np.isin(found, list(clusters.named_in(statement)))
    if mention.form == PRONOUN:
        people = clusters.kinds[found, 0] / clusters.kinds[found].sum(1)
        if mention.pronoun in (_HE, _SHE, _THEY):
            inside |= _are_documents(clusters, found, mention)
        if mention.pronoun in (_HE, _SHE):
            inside |= people < np.where(clusters.named[found], 0.5, _NO_PERSON)
            inside |= clusters.apart[found]
            inside |= _is_of_other_sex(clusters, found, is_male=mention.pronoun == _HE)
            inside |= np.array([_is_no_person(clusters, cluster) for cluster in found.tolist()], bool)
        elif mention.pronoun == _IT:
            inside |= people > 1 - _NO_PERSON
        return np.asarray(found[~inside])
    inside |= (first <= mention.first) & (mention.last <= last)
    kinds = clusters.kinds[found] / clusters.kinds[found].sum(1, keepdims=True)
    against = (np.abs(clusters.plural[found] - mention.plural) > _CLASH) | (kinds @ mention.kinds < _UNLIKE)
    if mention.words[0] in INDEFINITE:  # new, unless it stands beside a name: "Lind, a mayor"
        against |= (mention.first < last) | (mention.first > last + 1)
    elif mention.plural > _CLASH and mention.words[0] not in DEFINITE | POSSESSIVES:
        against |= clusters.named[found]  # bare "officials" have no name
    is_person = (kinds[:, 0] >= kinds.max(1)) | (clusters.he[found] + clusters.she[found] > 0)
    if mention.kind == "person" and mention.plural <= _SEVERAL:  # "the prime minister" is no newspaper
        against |= clusters.named[found] & ~is_person
    head = clusters.context.words[mention.head]
    against |= np.array([_only_modifies(clusters, cluster, head) for cluster in found.tolist()], bool)
    if head in _NOBODY:  # and "the campaign" is no candidate
        against |= clusters.named[found] & is_person
    if head not in DOCUMENTS and mention.kind != "other":
        against |= _are_documents(clusters, found, mention)
    if (office := _exclusive_office(mention, clusters.context)) is not None:
        against |= np.array([_holds_another(clusters.titles[cluster], office) for cluster in found.tolist()], bool)
    return np.asarray(found[~inside & ~against])


def _is_of_other_sex(clusters: Clusters, found: NDArray[np.int64], *, is_male: bool) -> NDArray[np.bool_]:
    """Whether names are so surely of the other sex that, with no pronoun for it yet, nobody says "he" or "she" so."""
    male = clusters.male[found] / np.maximum(clusters.weighed[found], 1)
    seen, against = (clusters.he, 1 - male) if is_male else (clusters.she, male)
    other = clusters.she if is_male else clusters.he
    is_told = other[found] - seen[found] >= _TOLD_SEX
    is_seen = (clusters.weighed[found] > 0) & (seen[found] == 0) & (against > _SURE_SEX)
    return np.asarray(clusters.named[found] & (is_seen | is_told))


def _only_modifies(clusters: Clusters, cluster: int, head: str) -> bool:
    """Whether a noun is said of a cluster, and heads no description of it: "the army" is no army court."""
    told = cluster in clusters.by_title.get(head, ())
    return told and not clusters.named[cluster] and cluster not in clusters.by_head.get(head, ())


def _is_no_person(clusters: Clusters, cluster: int) -> bool:
    """Whether a cluster is only called by a country's adjective, or as what is known to be no person's name."""
    return bool(clusters.named[cluster]) and all(map(_nobody_is_called, clusters.names[cluster]))


@lru_cache(maxsize=4096)
def _nobody_is_called(name: Name) -> bool:
    """Whether nobody says "he" of a name, in lower case: "Brunian", "European Union"."""
    return is_demonym(name) or (len(name) > 1 and known_kind(" ".join(name)) is not None)


def _are_documents(clusters: Clusters, found: NDArray[np.int64], mention: FoundMention) -> NDArray[np.bool_]:
    """Whether clusters mean a piece of writing and nobody: "the statement" is no "he", and "they" only of several."""
    written = clusters.written[found] & ~clusters.named[found]
    if mention.pronoun == _THEY:
        written &= clusters.plural[found] < 1 - _CLASH
    return np.asarray(written & (clusters.kinds[found].argmax(1) != _PERSON))


def _exclusive_office(mention: FoundMention, context: Context) -> int | None:
    """Which of EXCLUSIVE a description is of: "the president"; none for "the former president", who may be any."""
    if "former" in mention.words:
        return None
    head = context.words[mention.head]
    if head == "president" and "vice" in mention.words:
        return _VICE
    return next((i for i, words in enumerate(EXCLUSIVE) if head in words), None)


def only_holder(clusters: Clusters, number: int, among: NDArray[np.int64]) -> int | None:
    """Of clusters that a mention may belong to, the only named person who was told to hold the office it tells."""
    mention = clusters.mentions[number]
    if mention.form != NOMINAL or mention.plural > _SEVERAL or mention.words[0] not in DEFINITE:
        return None
    office = _exclusive_office(mention, clusters.context)
    if office is None or office == _VICE or "president" in EXCLUSIVE[office]:
        return None
    fit = [c for c in among.tolist() if clusters.named[c] and not EXCLUSIVE[office].isdisjoint(clusters.titles[c])]
    if len(fit) != 1:
        return None
    told = {word for word in mention.words[1 : mention.head - mention.first] if word.isalpha()}
    is_local = not _LOCAL.isdisjoint(EXCLUSIVE[office])  # "the southern governor" is Governor Lind
    return fit[0] if is_local or told <= clusters.titles[fit[0]] else None  # but "the liberal nominee" another's


def _holds_another(titles: set[str], office: int) -> bool:
    """Whether someone's titles name offices, and not this one: "the president" is not Senator Lind."""
    same = "vice" in titles if office == _VICE else not EXCLUSIVE[office].isdisjoint(titles)
    return not same and not _ANY_OFFICE.isdisjoint(titles)


def _may_be_known(mention: FoundMention, context: Context) -> bool:
    """Whether a description can mean someone mentioned before: by its first word, as a source, or beside a name.

    "The mayor", "her lawyer", and "Lind, a mayor", but not "a mayor" or "officials" elsewhere.
    """
    if mention.first > 0 and context.words[mention.first - 1] == ",":
        return True
    lead, statement = mention.words[0], int(context.source_of[mention.head])
    if statement >= 0 and lead not in DEFINITE and (source := context.sources[statement]) is not None:
        lead = context.words[source[0]] if source[0] < mention.first else lead  # "a Homeland Security official"
    if lead in INDEFINITE:
        return False
    return lead in DEFINITE or lead in POSSESSIVES or statement >= 0


def score(
    clusters: Clusters, mention: int, among: NDArray[np.int64], links: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Probability that a mention is new, and that it belongs to each of the clusters `among`; shape (1 + clusters,).

    Args:
        links: what the mention head gives of each mention; shape (mentions, links).
    """
    width = links.shape[1] // 3
    later, last, naming = links[:, :width], links[:, width : 2 * width], links[:, 2 * width :]
    (scores,) = load_model(MODEL).run(
        {
            "later": later[mention][None],
            "last": last[clusters.last[among]],
            "naming": naming[clusters.naming[among]],
            "features": describe(clusters, mention, among),
        }
    )
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum(), np.float32)


def describe(clusters: Clusters, number: int, among: NDArray[np.int64]) -> NDArray[np.float32]:
    """The features of a mention with each of the clusters `among`; shape (clusters, features)."""
    context, mention = clusters.context, clusters.mentions[number]
    head, count = mention.head, len(among)
    at = clusters.last_head[among]
    kinds = clusters.kinds[among] / clusters.kinds[among].sum(1, keepdims=True)
    he, she = clusters.he[among], clusters.she[among]
    plural = clusters.plural[among]

    reach = np.searchsorted(_DISTANCES, head - at)
    sentences = context.sentences[head] - context.sentences[at]
    paragraphs = context.paragraphs[head] - context.paragraphs[at]
    sizes, sources = clusters.sizes[among], clusters.sources[among]
    alike = _alike(mention, kinds, plural, he, she)
    rank = ((at[None] > at[:, None]) & alike[None]).sum(1)

    leads = clusters.last_leads[among]
    was_source = clusters.last_is_source[among]
    said_by, said_in = int(context.source_of[head]), int(context.inside[head])
    was_in = clusters.last_inside[among]
    speaks = np.zeros(count, bool)
    is_quoted = False
    if said_in >= 0:
        is_quoted = context.direct[said_in]
        if (source := context.sources[said_in]) is not None:
            speaks = np.isin(among, list(clusters.headed_in(*source)))

    sex, clash, accord = _sex(clusters, mention, among)
    form, pronoun = clusters.last_form[among], clusters.last_pronoun[among]
    first, last = clusters.last_first[among], clusters.last_last[among] - 1
    gap = mention.first - last
    after_comma = mention.first > 0 and context.words[mention.first - 1] == ","
    lead = mention.words[0]
    rows = [
        *(reach == _TENS),
        *(sentences <= 0, sentences == 1, sentences == 2, (sentences > 2) & (sentences < 6), sentences >= 6),
        *(paragraphs <= 0, paragraphs == 1, paragraphs > 1),
        *(np.log1p(sizes), sources > 0, np.log1p(sources)),
        *(*kinds.T, kinds @ mention.kinds),
        *(rank == 0, rank == 1, rank == 2, rank > 2, alike),
        *(leads & (sentences == 1), leads & (sentences == 0), was_source, was_source & (said_by >= 0)),
        *(said_by >= 0, said_in >= 0),
        *(
            (was_in == said_in) & (said_in >= 0),
            (was_in != said_in) & (said_in >= 0),
            (was_in != said_in) & (said_in < 0),
        ),
        *(speaks & (not is_quoted), speaks & is_quoted, (was_in == said_by) & (said_by >= 0)),
        *(clusters.named[among], form == NAME, form == NOMINAL, form == PRONOUN),
        (pronoun == mention.pronoun) & (mention.pronoun >= 0),
        *(sex, clash, accord, np.log1p(he + she)),
        *(plural, np.abs(plural - mention.plural), clusters.they[among] > 0),
        *_shared_words(clusters, mention, among),
        *((gap == 2) & after_comma, gap == 1),
        *((at >= mention.first) & (at < mention.last), (first <= head) & (last >= head)),
        *(lead in DEFINITE, lead in INDEFINITE, lead in POSSESSIVES and mention.form == NOMINAL),
        *(mention.pronoun == i for i in range(len(PRONOUNS))),
        *(mention.form == NOMINAL, mention.kind == "person", mention.plural),
    ]
    table = np.empty((len(rows), count), np.float32)
    for filled, row in zip(table, rows, strict=True):
        filled[:] = row
    return np.ascontiguousarray(table.T)


def _alike(
    mention: FoundMention,
    kinds: NDArray[np.float64],
    plural: NDArray[np.float64],
    he: NDArray[np.float64],
    she: NDArray[np.float64],
) -> NDArray[np.bool_]:
    """Clusters that could be meant, for all that number, sex and kind say."""
    if mention.pronoun in (_HE, _SHE):
        against = (she > 0) & (he == 0) if mention.pronoun == _HE else (he > 0) & (she == 0)
        return np.asarray((kinds[:, 0] > 0.4) & (plural < 0.6) & ~against)
    if mention.pronoun == _THEY:
        return np.asarray((plural > 0.5) | (kinds[:, 1] > 0.5))
    if mention.pronoun == _IT:
        return np.asarray(kinds[:, 0] < 0.5)
    return np.asarray(kinds @ mention.kinds > 0.4)


def _sex(
    clusters: Clusters, mention: FoundMention, among: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]:
    """How likely it is the same, whether it must be another, and whether it was seen to be the same."""
    he, she = clusters.he[among], clusters.she[among]
    male = np.where(clusters.weighed[among] > 0, clusters.male[among] / np.maximum(clusters.weighed[among], 1), 0.5)
    none = np.zeros(len(among), bool)
    if mention.pronoun == _HE:
        return male, (she > 0) & (he == 0), he > 0
    if mention.pronoun == _SHE:
        return 1 - male, (he > 0) & (she == 0), she > 0
    if mention.form == NOMINAL and mention.kind == "person":
        is_male, is_female = (
            bool(MALE_WORDS.intersection(mention.words)),
            bool(FEMALE_TITLES.intersection(mention.words)),
        )
        clash = ((she > 0) & is_male) | ((he > 0) & is_female)
        accord = ((he > 0) & is_male) | ((she > 0) & is_female)
        return male * mention.male + (1 - male) * (1 - mention.male), clash, accord
    return np.full(len(among), 0.5), (he + she > 0) & (mention.pronoun in (_IT, _THEY)), none


def _shared_words(clusters: Clusters, mention: FoundMention, among: NDArray[np.int64]) -> list[NDArray[np.float64]]:
    """Of a description: whether its head was a description's, was said of it, how many words were, is in a name."""
    found = np.zeros((4, len(among)))
    if mention.form != NOMINAL:
        return list(found)
    head = clusters.context.words[mention.head]
    words = {word for word in mention.words if word.isalpha()} - DEFINITE - INDEFINITE - POSSESSIVES
    place = {cluster: i for i, cluster in enumerate(among.tolist())}
    for row, told in ((0, clusters.by_head), (1, clusters.by_title), (3, clusters.by_name_word)):
        found[row, [place[cluster] for cluster in told.get(head, ()) if cluster in place]] = 1
    said = [place[cluster] for word in words for cluster in clusters.by_title.get(word, ()) if cluster in place]
    np.add.at(found[2], said, 1)
    found[2] /= max(1, len(words))
    return list(found)


__all__ = ["ALONE", "MODEL", "candidates", "describe", "is_anaphor", "name_words", "score"]
