"""What a text tells of its own day. All texts are invented; the events and offices are those of the tables."""

import pytest
from growth import ends_within

from onrecord.annotating.dating import DateArticle, infer_date
from onrecord.dossier import Dossier
from onrecord.records import Article

SPEECH = (
    "The mayor of Ardale said Sunday that the bridge would be mended. “We are ready,” she told us on February 23.\n"
    "On the eve of the third anniversary of the invasion of Ukraine, drones were launched overnight, officials "
    "said Sunday."
)


def date_of(text):
    found = infer_date(text)
    return found[0] if found else None


def test_weekday_and_anniversary_tell_the_day():
    date, why = infer_date(SPEECH)
    assert date == "2025-02-23"
    assert why.text == (
        "23 February 2025, a Sunday, was the eve of the third anniversary of the full-scale invasion of Ukraine "
        "(24 February 2022), and “overnight” makes that Sunday the day of writing."
    )
    assert {span.surface for span in why.spans} >= {"February 23", "overnight", "Sunday"}


def test_every_span_of_a_reason_holds_its_words():
    for span in infer_date(SPEECH)[1].spans:
        span.check(SPEECH)


def test_without_a_word_of_the_same_day_only_the_week_is_known():
    assert date_of(SPEECH.replace(" overnight", "")) == "2025"  # 23 February to 1 March


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Published: March 5, 2031", "2031-03-05"),
        ("Published on 5 March 2031 at 10:15", "2031-03-05"),
        ("By Ana Duarte | Posted 10:15 a.m. March 5, 2031", "2031-03-05"),
        ("Ferry sinks Updated: 2031-03-05 13:14 By Agencies", "2031-03-05"),
        ("Updated: March 7, 2031\nPublished: March 5, 2031", "2031-03-05"),
        ("Wednesday, March 5, 2031", "2031-03-05"),
        ("ARDALE, March 5, 2031 (Gazette) — The ferry sank.", "2031-03-05"),
        ("ARDALE, Lindmark, March 5, 2031 - The ferry sank.", "2031-03-05"),
    ],
)
def test_a_text_that_states_its_day_is_believed(head, date):
    assert date_of(f"{head}\nThe ferry sank off the coast, the harbour master said.") == date


@pytest.mark.parametrize(
    "text",
    [
        "Published on July 3, 2015, the report says that the bridge was not safe and should have been closed.",
        "The bridge was closed on July 3, 2015, and nobody has mended it.",
        "This article was amended on 5 March 2031 to correct a name. The ferry sank off the coast.",
        "The ferry sank off the coast, officials said Tuesday.",
        "On July 4, 1941, the fleet sailed for home. It was the last voyage of the old king.",
        "The league plays on Saturday, March 8, and on Sunday, March 16; the final is on Monday, May 26.",
        "If the vote were held on March 5, 2031, the mayor would lose, she thought.",
        "“In 2016 I was the candidate,” she said on Friday.",
        "The trial will open on March 5, 2031.",
        "The museum shows letters of President Bill Clinton and President George W. Bush.",
        "She may march in May. In March, May was away.",
        "",
        "On 31 June 2017 and on 29 February 2015 nothing happened on Friday.",
    ],
)
def test_what_leaves_the_day_open_tells_no_date(text):
    assert date_of(text) is None


def test_a_note_on_a_change_bounds_the_date_from_above():
    text = (
        "The ferry sank in March 2031, officials said Tuesday.\nThis article was amended on 5 May 2031 to add a name."
    )
    assert date_of(text) == "2031"


def test_a_past_and_a_coming_day_leave_the_month():
    text = "The bridge was closed on March 5, 2031, officials said. It will open again on March 20, 2031."
    assert date_of(text) == "2031-03"


def test_a_past_and_a_coming_day_of_two_years_leave_no_date():
    text = "The bridge was closed on December 5, 2031, officials said. It will open again on March 20, 2032."
    assert date_of(text) is None


def test_the_weekday_of_the_latest_day_tells_the_month():
    text = "The ferry sank on Tuesday. Divers came late.\nA boat left the harbour on March 4, 2031."
    assert date_of(text) == "2031-03"


def test_a_weekday_by_chance_in_the_caption_of_an_old_picture_tells_nothing():
    text = "The ferry sank on Tuesday.\nA boat left the harbour on March 4, 2031. REUTERS/Ana Duarte"
    assert date_of(text) is None


def test_the_latest_post_tells_the_year():
    text = "The mayor was angry on Friday.\nEnough! — Ana Duarte (@duarte) March 5, 2031\nShe did not say more."
    assert date_of(text) == "2031"


def test_the_office_narrows_a_dateline_without_a_year():
    text = "LONDON, Oct. 3 — Prime Minister Liz Truss said Monday that taxes would fall."
    assert date_of(text) == "2022-10-03"


def test_what_comes_tonight_tells_the_day():
    text = (
        "Hillary Clinton’s campaign expects tonight’s first presidential debate to be watched by many. The Democratic "
        "nominee, Hillary Clinton, rested on Monday."
    )
    assert date_of(text) == "2016-09-26"


def test_a_vote_that_lay_behind_and_one_ahead_leave_the_month():
    text = (
        "Ben Carson’s campaign is short of money after the Iowa caucuses. Voters said Friday that they were tired "
        "ahead of the New Hampshire primary."
    )
    assert date_of(text) == "2016-02"


def test_a_candidate_who_ran_twice_leaves_the_year_open():
    assert date_of("Republican presidential candidate Donald Trump spoke in Ardale on Friday.") is None


def test_those_who_ran_together_tell_which_race_it_was():
    text = (
        "Republican presidential candidate Donald Trump spoke on Friday, after the Iowa caucuses. Ted Cruz, Marco "
        "Rubio and Jeb Bush did not answer."
    )
    assert date_of(text) == "2016"


def test_a_former_holder_is_told_of_in_retrospect():
    text = "British Prime Minister Liz Truss said Friday that she agreed with what Pope John Paul II had written."
    assert date_of(text) == "2022"


def test_a_later_year_makes_a_text_history():
    text = "Prime Minister Liz Truss resigned on a Thursday. By 2024, in 2024, her party had been beaten."
    assert date_of(text) is None


def test_a_text_without_a_word_of_its_own_week_may_be_history():
    assert date_of("Tim Kaine was chosen. Running mate Tim Kaine spoke Spanish.") is None


@pytest.mark.parametrize(
    "text",
    [
        "Voters worry about President Trump. Nevada caucuses were held, she said on Friday.",
        "A deputy of then-Prime Minister Liz Truss spoke on Friday.",
        "2016 Democratic nominee Hillary Clinton spoke on Friday.",
        "“The Democratic nominee, Hillary Clinton, is ready,” he said on Friday.",
        "She may become the Republican nominee, said Trump on Friday.",
    ],
)
def test_offices_that_nobody_is_said_to_hold_tell_nothing(text):
    assert date_of(text) is None


def test_clues_that_contradict_each_other_tell_no_date():
    assert date_of("ARDALE, March 5, 2021 — The mayor said.\nThe ferry sank on March 9, 2031, she said.") is None


def test_the_same_text_tells_the_same_date_with_other_words_around_it():
    longer = f"{SPEECH}\nThe bridge is old. It has two lanes, and carts and cows and cars have worn them down."
    assert infer_date(longer) == infer_date(SPEECH)


def test_offsets_count_code_points():
    text = f"😀 {SPEECH}"
    assert {text[span.start : span.end] for span in infer_date(text)[1].spans} >= {"overnight", "Sunday"}


@pytest.mark.parametrize(
    "part",
    [
        ".",
        "A-",
        "today Monday ",
        "a. ",
        '"a',
        "\n",
        "President Aa Bb ",
        "Trump campaign ",
        "in 2016, was ",
        "Jan. ",
        "1",
    ],
)
def test_a_long_text_of_one_pattern_is_read_in_good_time(part):
    # 0.3 s where it was written; one that backtracks takes minutes.
    assert ends_within(lambda: infer_date((part * 1_000_000)[:1_000_000]), 10)


def test_the_step_infers_nothing_where_the_date_is_known():
    dated = Article("1" * 64, SPEECH, published="2025-02-24", published_from="given")
    assert DateArticle()(Dossier(dated)) == {"published": None}


def test_the_step_makes_what_the_text_tells():
    assert DateArticle()(Dossier(Article("1" * 64, SPEECH)))["published"] == infer_date(SPEECH)
