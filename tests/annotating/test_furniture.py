import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.annotating.furniture import FindRunningText, blank_furniture
from onrecord.dossier import Dossier
from onrecord.reading import make_article

STORY = "The harbour master said on Monday that no ship would leave."


def is_blanked(*lines):
    """Whether nothing is left of lines that stand below a story."""
    text = "\n".join([STORY, *lines])
    return blank_furniture(text) == "\n".join([STORY, *(" " * len(line) for line in lines)])


def stays(*lines):
    text = "\n".join([STORY, *lines])
    return blank_furniture(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2031 Harbour Post",
        "© 2031 Harbour Post",
        "The Harbour Post, 2031. All rights reserved.",
        "All rights reserved",
    ],
)
def test_a_copyright_line_is_no_part_of_the_story(line):
    assert is_blanked(line)


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ten ships that never came home",
        "READ MORE",
        "The winter of the long strike Read more",
        "See also: The bridge of Ardale",
        "Related: The mayor's last day",
        "Click here for the harbour's timetable",
        "Share this",
    ],
)
def test_a_link_is_no_part_of_the_story(line):
    assert is_blanked(line)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jo Brun",
        "FILE - The old bridge of Ardale in 2029.",
        "A ferry leaves Ostby. (AP Photo/Jo Brun)",
        "A ferry leaves Ostby. Picture by: Jo Brun",
        "A ferry leaves Ostby Getty Images",
        "A ferry leaves Ostby. Mara Lind/Wireline via Getty Images, FILE",
        "The port at dawn Hide Caption 3 of 12",
    ],
)
def test_the_credit_of_a_picture_is_no_part_of_the_story(line):
    assert is_blanked(line)


def test_an_indented_line_of_furniture_is_blanked_too():
    assert is_blanked("   Copyright 2031 Harbour Post  ")


def test_a_stamp_that_stands_three_times_is_no_part_of_the_story():
    text = "\n".join(["Harbour Post Live", STORY, "Harbour Post Live", "Ships waited.", "Harbour Post Live"])
    assert blank_furniture(text).split() == [*STORY.split(), "Ships", "waited."]


def test_a_line_that_stands_twice_stays():
    assert stays("The strike goes on", "Ships waited.", "The strike goes on")


def test_pictures_under_one_title_are_no_part_of_the_story():
    assert is_blanked(
        "The old port of Ardale The first crane is raised",
        "The old port of Ardale A ferry in the snow",
        "The old port of Ardale 1999: the strike begins",
        "The old port of Ardale Sailors at the gate",
    )


def test_three_lines_under_one_title_are_no_gallery():
    assert stays(
        "The old port of Ardale The first crane is raised",
        "The old port of Ardale A ferry in the snow",
        "The old port of Ardale Sailors at the gate",
    )


def test_sentences_with_the_same_first_words_stay():
    assert stays(
        "Voters went to the polls in Ardale at eight.",
        "Voters went to the polls in Ostby at nine.",
        "Voters went to the polls after the storm.",
        "Voters went to the polls with umbrellas.",
    )


def test_one_sentence_that_goes_on_with_a_small_letter_keeps_its_group():
    assert stays(
        "Voters went to the Polls Committee in Ardale.",
        "Voters went to the Harbour Hall.",
        "Voters went to the Old Mill.",
        "Voters went to the beach.",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Copyrighted songs were played on the ferry.",
        "Subscribers of the library came too.",
        "The mayor asked everyone to read more.",
        "“Follow the pilot,” the captain said.",
    ],
)
def test_a_sentence_that_only_resembles_furniture_stays(line):
    assert stays(line)


def test_a_long_paragraph_stays_however_it_begins():
    assert stays("Read more than once, the letter of the harbour board tells of ships and of a storm. " * 6)


def test_a_text_that_is_all_furniture_stays():
    text = "Copyright 2031 Harbour Post\n\nAll rights reserved.\n"
    assert blank_furniture(text) == text


def test_a_text_without_furniture_stays():
    assert blank_furniture(STORY) is STORY


LINES = st.sampled_from(
    [
        *("", "  ", STORY, "Ships waited.", "Read more", " © 2031 Harbour Post", "Harbour Post Live\r", "Jo\u2028Lind"),
        *(f"The old port of Ardale {caption}" for caption in ("A crane", "A ferry", "Snow", "", "at dawn")),
    ]
)
TEXTS = st.lists(LINES, max_size=20).map("\n".join) | st.text(max_size=200)


@given(TEXTS)
def test_a_running_text_is_as_long_as_the_text(text):
    assert len(blank_furniture(text)) == len(text)


@given(TEXTS)
def test_lines_of_a_running_text_break_where_those_of_the_text_do(text):
    running = blank_furniture(text)
    assert [i for i, c in enumerate(running) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


@given(TEXTS)
def test_every_line_of_a_running_text_is_the_text_s_or_blank(text):
    lines = zip(text.split("\n"), blank_furniture(text).split("\n"), strict=True)
    assert all(now in (was, " " * len(was)) for was, now in lines)


@given(TEXTS.filter(str.strip))
def test_something_is_always_left_of_a_text(text):
    assert blank_furniture(text).strip()


def test_the_step_makes_the_running_text_of_the_article():
    dossier = Dossier(make_article(f"{STORY}\nRead more\n"))
    made = dossier.joined(FindRunningText()(dossier))
    assert made.running_text == f"{STORY}\n         \n"


def test_the_step_leaves_the_article_as_it_is():
    dossier = Dossier(make_article(f"{STORY}\nRead more\n"))
    assert dossier.joined(FindRunningText()(dossier)).article is dossier.article


def test_before_the_step_the_running_text_is_the_whole_text():
    assert Dossier(make_article(f"{STORY}\nRead more\n")).running_text == f"{STORY}\nRead more\n"


FURNITURE = (
    "Read more: Mara Lind said on 4 May 2029 that 300 sailors had left Norway",
    "© 2031 Harbour Post, Paris",
    "Photo: Jon Ek told reporters in Berlin that 12 ships had sunk",
)
FRAMED = "\n".join(
    [
        FURNITURE[0],
        "Foreign Minister Odile Brun told reporters in Oslo on 2 March 2031 that 40 ships would leave Sweden.",
        *FURNITURE[1:],
        "“We will wait,” her deputy said.",
    ]
)


@pytest.fixture(scope="module")
def record():
    return onrecord.read(FRAMED, published="2031-03-05")


def spans_of(record, kind):
    if kind == "statements":
        parts = [part for s in record.statements for part in (s.source, s.cue, s.content) if part]
        return [span for part in parts for span in part.spans]
    if kind == "entities":
        return [mention.span for entity in record.entities for mention in entity.mentions]
    return [found.span for found in getattr(record, kind)]


KINDS = ("times", "places", "quantities", "statements", "entities")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_read_from_furniture(record, kind):
    ranges = [(FRAMED.index(line), FRAMED.index(line) + len(line)) for line in FURNITURE]
    spans = spans_of(record, kind)
    assert [s.surface for s in spans if any(s.start < end and start < s.end for start, end in ranges)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_story_between_furniture_is_read(record, kind):
    assert spans_of(record, kind)


def test_an_article_keeps_its_furniture(record):
    assert record.article.text == FRAMED


def test_headings_of_films_are_no_turns_of_a_transcript():
    films = "VIDEO: Ships leave the port\nVIDEO: The mayor opens the bridge\nWATCH: Sailors dance in the rain"
    sources = [s.source.spans[0].surface for s in onrecord.read(f"{STORY}\n{films}\n").statements if s.source]
    assert "VIDEO" not in sources


@pytest.mark.parametrize(
    "line",
    [
        "Copyright lawyers said on Monday that the port would appeal.",
        "Advertisement sales of the Harbour Post fell by 4 percent.",
        "Getty Images said that it would sue the harbour board.",
    ],
)
def test_a_sentence_about_rights_or_advertisements_stays(line):
    assert stays(line)


def test_a_copyright_sign_right_before_its_year_begins_furniture():
    assert is_blanked("©2031 Harbour Post")


def test_sentences_that_go_on_with_names_stay():
    towns = ("Ardale", "Ostby", "Varn", "Holm")
    assert stays(*(f"The first ferry reached {town} before the storm did." for town in towns))


def test_headings_strung_together_are_furniture():
    assert is_blanked(
        "MOST READ CALM SEA Ferry sails again after storm HIGH TIDE Harbour master warns of more FREE FISH Cook "
        "shares last catch with neighbours LOST ANCHOR Diver finds it near the pier TALL MAST Boy climbs to the top"
    )


@pytest.mark.parametrize(
    "line",
    [
        "The NATO and the OSCE met the EU and the UN in Ardale on Monday to talk of the IMF, the WTO and the OECD.",
        "BREAKING NEWS FROM THE PORT OF ARDALE: THE FERRY HAS SUNK AND ALL ARE SAFE",
    ],
)
def test_acronyms_and_a_heading_in_capitals_are_no_string_of_headings(line):
    assert stays(line)
