"""Closed classes of English that the reading of numbers leans on, lower case."""

from __future__ import annotations

from onrecord.vocabulary.times import words_of

BE = frozenset("am are be been being is was were 's 're get gets getting got gotten".split())
HAVE = frozenset("had has have having".split())
MODALS = frozenset("can cannot could did do does may might must shall should will would".split())
AUXILIARIES = BE | HAVE | MODALS
PREPOSITIONS = frozenset(
    """
    aboard about above across after against along alongside amid among amongst around as at before behind below beneath
    beside besides between beyond by despite down during except for from in inside into like near of off on onto out
    outside over past per since through throughout to toward towards under until unto up upon via with within without
    """.split()
)
CONJUNCTIONS = frozenset(
    """
    although and because but if nor or so than that though unless when whenever where whereas wherever whether which
    while who whom whose why how what yet
    """.split()
)
DETERMINERS = frozenset(
    """
    a all an another any both each either every few her his its many most my neither no one's our several some such that
    the their these this those your
    """.split()
)
PRONOUNS = frozenset(
    """
    anyone everyone he him himself i it itself me nobody none none she someone them themselves there they us we you
    herself ourselves
    """.split()
)
# Adverbs and the like that no noun phrase goes on after.
ADVERBS = frozenset(
    """
    abroad again ago ahead already also altogether always apart aside away back early earlier else elsewhere ever far
    forward here home however instead just late later maybe meanwhile moreover never nearby not now often once
    only overnight overseas perhaps quite rather respectively sometimes soon still tens then therefore thus today
    together tomorrow tonight too twice very well worldwide yes yesterday yet n't
    """.split()
)
WEEKDAYS = words_of("WEEKDAY")
MONTHS = words_of("MONTH", "SHORT_MONTH")
# Words of speech that are no nouns: a noun phrase ends before them.
SPEECH = frozenset(
    """
    added adds argued believe believed believes claimed insisted said say saying says told tells think thinks thought
    wrote
    """.split()
)
# What a noun phrase cannot go on after.
STOPS = AUXILIARIES | PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS | ADVERBS | SPEECH | WEEKDAYS
