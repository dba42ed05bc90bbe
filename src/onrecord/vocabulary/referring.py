"""Words that refer without naming, and words that tell a name's bearer: closed classes of English, lower case."""

from __future__ import annotations

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741 - the word itself
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
YOU = frozenset({"you", "your", "yours", "yourself", "yourselves"})
WHO = frozenset({"who", "whom", "whose", "which", "that"})

# The order is what the antecedent model learnt; append, never reorder.
PRONOUNS = (HE, SHE, IT, THEY, I, WE, YOU, WHO)
PRONOUN_NAMES = ("he", "she", "it", "they", "i", "we", "you", "who")

POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset(
    {"a", "an", "some", "many", "several", "one", "two", "three", "few", "most", "other", "another", "any", "no", "all"}
)
# Words of this kind stand alone for people or things: "some said", "others disagreed".
STANDALONE = frozenset(
    {
        "this",
        "that",
        "these",
        "those",
        "one",
        "some",
        "many",
        "others",
        "all",
        "both",
        "none",
        "most",
        "each",
        "another",
    }
    | {"everyone", "someone", "anyone", "everybody", "somebody", "anybody", "nobody", "few", "several", "neither"}
)

# Of these, those who are nobody mentioned before: "some doubt it", "someone asked".
UNKNOWN = STANDALONE - {"this", "that", "these", "those", "one", "both", "all", "each", "neither"}

_MALE_TITLES = "mr sir lord king prince congressman businessman chairman spokesman father son brother husband policeman"
_FEMALE_TITLES = "mrs ms miss lady madam queen princess congresswoman businesswoman chairwoman spokeswoman mother"
# In front of a name they tell the bearer's sex; as a description's head they do the same.
MALE_TITLES = frozenset(f"{_MALE_TITLES} actor pope sheikh dad".split())
FEMALE_TITLES = frozenset(f"{_FEMALE_TITLES} daughter sister wife actress baroness mom woman girl widow".split())
MALE_WORDS = MALE_TITLES | frozenset({"man", "boy", "uncle", "nephew", "grandfather", "statesman"})

# What "the" calls someone for what he did, for what was done to him, for where he is kept.
HARMERS = frozenset(
    "arsonist assailant attacker bomber culprit gunman hijacker killer knifeman murderer perpetrator shooter".split()
)
HARMED = frozenset({"casualty", "deceased", "victim"})
HELD = frozenset("accused captive convict defendant detainee hostage inmate prisoner suspect".split())

# Kin, who often share a surname.
YOUNGER_KIN = frozenset("daughter granddaughter grandson nephew niece son stepdaughter stepson".split())
OLDER_KIN = frozenset("aunt father grandfather grandmother mother stepfather stepmother uncle".split())
KIN = YOUNGER_KIN | OLDER_KIN | frozenset("brother cousin husband sister twin widow wife".split())
# All whose first name may stand behind whose they are: "his wife Mara", "her partner Jon".
CLOSE = KIN | frozenset(
    "boyfriend child dad fiance fiancee fiancé fiancée girlfriend mom mum partner spouse widower".split()
)

NAME_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Words inside a name that do not count for its initials: "Federal Bureau of Investigation" is FBI.
NAME_FILLERS = frozenset(
    {"of", "the", "and", "for", "on", "in", "&", "to", "at", "de", "la", "'", "’", "s", "-", ",", "."}
)


def pronoun_class(word: str) -> int:
    """The index in PRONOUNS of a lower-case word's class, or -1."""
    for i, words in enumerate(PRONOUNS):
        if word in words:
            return i
    return -1
