"""A record with people, times, places and quantities of every kind, made by hand, with text written for these tests."""

from __future__ import annotations

from showing_samples import MAKER, make_article

from onrecord.records import Content, Cue, Entity, Mention, Place, Quantity, Record, Role, Source, Span, Statement, Time

FERRY = """Shelling stops the ferry at Ostrel

Harbour Minister Ines Calder told parliament in Velmora on Monday that the ferry would stay in port “for three \
days, perhaps longer”. Velmora had never closed the strait before, she said.

At least one person was killed and between 10 and 15 fishermen were hurt when Tessen launched a record 267 drones \
at Ostrel overnight. On Sunday, dozens of homes stood without a roof. Recently, Tessenian boats have come every \
Monday, and Tessen wants them to.

The government will pay $5 million to the 1,200 families, 12 percent of the town, by the end of May. Ostrel, 20 \
kilometers from Arda, last saw shells on 9 March last year, and on Sunday nobody slept. “Now we mend,” Calder said.
"""

_TIMES = (
    ("Monday that", "Monday", "DATE", "2031-03-03", None),
    ("for three days", "three days", "DURATION", "P3D", None),
    ("overnight", "overnight", "TIME", "2031-03-01TNI", None),
    ("On Sunday, dozens", "Sunday", "DATE", "2031-03-02", None),
    ("Recently", "Recently", "DATE", "PAST_REF", None),
    ("every Monday", "every Monday", "SET", "XXXX-WXX-1", None),
    ("the end of May", "the end of May", "DATE", "2031-05", "END"),
    ("9 March last year", "9 March last year", "DATE", "2030-03-09", None),
    ("on Sunday nobody", "Sunday", "DATE", "2031-03-02", None),
    ("Now we", "Now", "DATE", "PRESENT_REF", None),
)
_PLACES = (
    ("at Ostrel\n", "Ostrel", "literal", 11, "PRT", 41.7, -8.8, 0.92),
    ("in Velmora", "Velmora", "literal", 12, "PRT", 38.716, -9.139, 0.97),
    ("Velmora had", "Velmora", "associative", 12, "PRT", 38.716, -9.139, 0.97),
    ("Tessen launched", "Tessen", "associative", 13, "TKM", 40.0, 60.0, 0.9),
    ("at Ostrel overnight", "Ostrel", "literal", 11, "PRT", 41.7, -8.8, 0.92),
    ("Tessenian", "Tessenian", "associative", 13, "TKM", 40.0, 60.0, 0.9),
    ("Tessen wants", "Tessen", "associative", 13, "TKM", 40.0, 60.0, 0.9),
    ("Ostrel, 20", "Ostrel", "literal", 11, "PRT", 41.7, -8.8, 0.92),
    ("Arda", "Arda", "literal", 14, "BGR", 41.5, 25.1, 0.31),
)
_NAMES = {13: "Tessen"}
MINISTER = Role("Harbour Minister of Arvelle", "Arvelle", "2029-06-01", "2033-01-15", "ministers.csv:7")
_QUANTITIES = (
    ("At least one person", 1, None, "at_least", "person", "killed"),
    ("between 10 and 15 fishermen", 10, 15, "range", "fisherman", "injured"),
    ("267 drones", 267, None, "exact", "drone", "launched"),
    ("dozens of homes", 24, None, "at_least", "home", None),
    ("$5 million", 5_000_000, None, "exact", "USD", "pledged"),
    ("1,200 families", 1200, None, "exact", "family", None),
    ("12 percent", 12, None, "exact", "percent", None),
    ("20 kilometers", 20, None, "exact", "kilometer", None),
)


def span_in(text, around, surface):
    """The place of `surface` inside the first place of `around`."""
    start = text.index(around) + around.index(surface)
    return Span.of(text, start, start + len(surface))


def make_times(text=FERRY):
    return tuple(
        Time(f"t{number}", span_in(text, around, surface), kind, value, mod)
        for number, (around, surface, kind, value, mod) in enumerate(_TIMES, start=1)
    )


def make_places(text=FERRY):
    return tuple(
        Place(f"p{number}", span_in(text, around, surface), use, None, _NAMES.get(geonames, surface), geonames, *known)
        for number, (around, surface, use, geonames, *known) in enumerate(_PLACES, start=1)
    )


def make_quantities(text=FERRY):
    return tuple(
        Quantity(f"q{number}", span_in(text, surface, surface), *known)
        for number, (surface, *known) in enumerate(_QUANTITIES, start=1)
    )


def make_ferry():
    """Three statements, the first with an addressee, a time and a place, and rows of every kind.

    Of one person more is known than her name, of a government only that.
    """
    text = FERRY
    times, places = make_times(), make_places()
    said = (("Ines Calder", "Ines Calder", "name"), ("she said", "she", "pronoun"), ("Calder said", "Calder", "name"))
    mentions = tuple(Mention(span_in(text, around, words), form) for around, words, form in said)
    known = {"wikidata": "Q11", "entry": "Q11", "sector": "GOV", "roles": (MINISTER,), "confidence": 0.98}
    calder = Entity("e1", "Ines Calder", "person", mentions=mentions, **known)
    tessen = Entity(
        "e3", "Tessen", "organization", mentions=(Mention(span_in(text, "Tessen wants", "Tessen"), "name"),)
    )
    parliament = Entity("e2", "parliament", "organization")
    minister = "Harbour Minister Ines Calder"
    stays = "that the ferry would stay in port “for three days, perhaps longer”"
    closed = "Velmora had never closed the strait before"
    return Record(
        MAKER,
        make_article(text, publisher="The River Post", language="en", published="2031-03-04", published_from="given"),
        entities=(calder, parliament, tessen),
        times=times,
        places=places,
        quantities=make_quantities(),
        statements=(
            Statement(
                "s1",
                Source((span_in(text, minister, minister),), (calder,)),
                Cue((span_in(text, "told", "told"),), "tell", "say"),
                Content.of((span_in(text, stays, stays),)),
                "mixed",
                0.9,
                addressees=(parliament,),
                time=times[0],
                place=places[1],
            ),
            Statement(
                "s2",
                Source((span_in(text, "she said", "she"),), (calder,)),
                Cue((span_in(text, "she said", "said"),), "say", "say"),
                Content.of((span_in(text, closed, closed),)),
                "indirect",
                0.8,
            ),
            Statement(
                "s3",
                Source((span_in(text, "Calder said", "Calder"),), (calder,)),
                Cue((span_in(text, "Calder said", "said"),), "say", "say"),
                Content.of((span_in(text, "“Now we mend,”", "“Now we mend,”"),)),
                "direct",
                0.95,
            ),
        ),
    )


def make_many_rows(count):
    """As many days and numbers, each in a paragraph of its own."""
    lines = [f"On day {number:04} there came {number + 1} boats." for number in range(count)]
    text = "\n\n".join(lines)
    times, quantities = [], []
    for number, line in enumerate(lines):
        start = text.index(line)
        day, boats = Span.of(text, start + 3, start + 11), Span.of(text, start + 23, start + len(line) - 1)
        value = f"{2031 + number // 300}-{1 + number // 25 % 12:02}-{1 + number % 25:02}"
        times.append(Time(f"t{number}", day, "DATE", value))
        quantities.append(Quantity(f"q{number}", boats, number + 1, None, "exact", "boat", None))
    return Record(MAKER, make_article(text, title="Many"), times=tuple(times), quantities=tuple(quantities))
