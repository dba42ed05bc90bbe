"""What words of time mean. All texts are invented; unless a test says otherwise they are of Wednesday, 5 March 2031."""

import pytest

from onrecord.annotating.times import find_times

PUBLISHED = "2031-03-05"


def read(text, published=PUBLISHED):
    return [(time.span.surface, time.value) for time in find_times(text, published)]


def types(text, published=PUBLISHED):
    return [time.type for time in find_times(text, published)]


def anchors(text, published=PUBLISHED):
    return [getattr(time.anchor, "id", time.anchor) for time in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left on March 2, 2029, by ship.", "March 2, 2029", "2029-03-02"),
        ("He left on 2 March 2029 by ship.", "2 March 2029", "2029-03-02"),
        ("He left on Friday, March 2, 2029.", "Friday, March 2, 2029", "2029-03-02"),
        ("It was signed in June 1994.", "June 1994", "1994-06"),
        ("Built in 1931, it fell.", "1931", "1931"),
        ("dated 2029-03-02", "2029-03-02", "2029-03-02"),
        ("dated 24/2/2029", "24/2/2029", "2029-02-24"),
        ("dated 24.02.2029", "24.02.2029", "2029-02-24"),
        ("the art of the 1990s", "the 1990s", "199X"),
        ("a hall of the 19th century", "the 19th century", "18XX"),
        ("in the spring of 2029", "the spring of 2029", "2029-SP"),
        ("in the third quarter of 2029", "the third quarter of 2029", "2029-Q3"),
        ("in the first half of 2029", "the first half of 2029", "2029-H1"),
        ("for fiscal year 2029", "fiscal year 2029", "2029"),
        ("for FY2029", "FY2029", "2029"),
        ("a town since 400 BC", "400 BC", "BC0400"),
        ("in nineteen ninety-four", "nineteen ninety-four", "1994"),
        ("The 9/11 attacks", "9/11", "2001-09-11"),
    ],
)
def test_what_is_written_in_full_needs_no_anchor(text, words, value):
    assert read(text, None) == [(words, value)]
    assert anchors(text, None) == [None]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rains today.", "today", "2031-03-05"),
        ("It rained yesterday.", "yesterday", "2031-03-04"),
        ("It will rain tomorrow.", "tomorrow", "2031-03-06"),
        ("She said Sunday that it rained.", "Sunday", "2031-03-02"),
        ("They will meet Sunday.", "Sunday", "2031-03-09"),
        ("They said Wednesday that it rained.", "Wednesday", "2031-03-05"),
        ("He came last Tuesday.", "last Tuesday", "2031-03-04"),
        ("He comes next Thursday.", "next Thursday", "2031-03-13"),
        ("He came on Tuesday of last week.", "Tuesday of last week", "2031-02-25"),
        ("It fell last week.", "last week", "2031-W09"),
        ("It fell last month.", "last month", "2031-02"),
        ("It fell last year.", "last year", "2030"),
        ("It falls next year.", "next year", "2032"),
        ("It fell over the weekend.", "the weekend", "2031-W09-WE"),
        ("It fell last summer.", "last summer", "2030-SU"),
        ("It fell two days ago.", "two days ago", "2031-03-03"),
        ("It fell three weeks ago.", "three weeks ago", "2031-W07"),
        ("It fell a year ago.", "a year ago", "2030"),
        ("It fell a decade ago.", "a decade ago", "2021"),
        ("He resigned in December.", "December", "2030-12"),
        ("Elections are due in November.", "November", "2031-11"),
        ("It ended on Jan. 19 at sea.", "Jan. 19", "2031-01-19"),
        ("It will end on April 2.", "April 2", "2031-04-02"),
        ("It ended last February.", "last February", "2030-02"),
        ("It fell in the 2030-31 season.", "2030", "2030"),
    ],
)
def test_times_are_counted_from_the_day_of_publication(text, words, value):
    assert read(text)[0] == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Shells fell on Saturday night.", "Saturday night", "2031-03-01TNI"),
        ("Shells fell last night.", "last night", "2031-03-04TNI"),
        ("Shells fell this morning.", "this morning", "2031-03-05TMO"),
        ("Shells fell tonight.", "tonight", "2031-03-05TNI"),
        ("Shells fell overnight.", "overnight", "2031-03-04TNI"),
        ("Shells fell overnight into Sunday.", "overnight into Sunday", "2031-03-01TNI"),
        ("They fell on the night of Feb. 22.", "the night of Feb. 22", "2031-02-22TNI"),
        ("They fell on the night of March 1-2.", "the night of March 1-2", "2031-03-01TNI"),
        ("They fell on the morning of May 3, 2029.", "the morning of May 3, 2029", "2029-05-03TMO"),
        ("He came at 10:35 a.m. Friday.", "10:35 a.m. Friday", "2031-02-28T10:35"),
        ("He came at 5 p.m. EST on Feb. 24.", "5 p.m. EST on Feb. 24", "2031-02-24T17:00"),
        ("It took effect at noon.", "noon", "2031-03-05T12:00"),
        ("He came at 6pm.", "6pm", "2031-03-05T18:00"),
        ("He came at 8.30am on Sunday.", "8.30am on Sunday", "2031-03-02T08:30"),
        ("He came at 10:45pm.", "10:45pm", "2031-03-05T22:45"),
        ("He came at 0430 GMT.", "0430 GMT", "2031-03-05T04:30"),
    ],
)
def test_times_of_day_belong_to_their_day(text, words, value):
    assert read(text) == [(words, value)]
    assert types(text) == ["TIME"]


def test_overnight_is_the_night_before_the_day_that_the_sentence_names():
    assert read("Drones came overnight, officials said Monday.")[0] == ("overnight", "2031-03-02TNI")


def test_a_time_of_day_belongs_to_the_day_named_shortly_before():
    assert read("They met on Sunday. The first shot fell at 5:52 p.m.")[1][1] == "2031-03-02T17:52"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("for three days", "three days", "P3D"),
        ("for a week", "a week", "P1W"),
        ("within two or three weeks", "two or three weeks", "P2W"),
        ("a monthslong siege", "monthslong", "PXM"),
        ("a two-hour meeting", "two-hour", "PT2H"),
        ("over the past two years", "the past two years", "P2Y"),
        ("for an hour and a half", "an hour and a half", "PT1H30M"),
        ("for two and a half years", "two and a half years", "P2Y6M"),
        ("for 5 1/2 hours", "5 1/2 hours", "PT5H30M"),
        ("for half an hour", "half an hour", "PT30M"),
        ("for two decades", "two decades", "P20Y"),
        ("for twenty-two months", "twenty-two months", "P22M"),
        ("for months", "months", "PXM"),
        ("for several hours", "several hours", "PTXH"),
        ("over the past year", "the past year", "P1Y"),
        ("a three-year-old war", "three-year-old", "P3Y"),
    ],
)
def test_durations(text, words, value):
    assert read(text) == [(words, value)]
    assert types(text) == ["DURATION"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It sails every Monday.", "every Monday", "XXXX-WXX-1"),
        ("It sails on Sundays.", "Sundays", "XXXX-WXX-7"),
        ("It sails daily.", "daily", "P1D"),
        ("It sails twice a week.", "twice a week", "P1W"),
        ("It sails every two weeks.", "every two weeks", "P2W"),
        ("It sails every other day.", "every other day", "P2D"),
        ("It sails each July.", "each July", "XXXX-07"),
    ],
)
def test_sets(text, words, value):
    assert read(text) == [(words, value)]
    assert types(text) == ["SET"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She now lives there.", "PRESENT_REF"),
        ("She recently moved.", "PAST_REF"),
        ("She will soon move.", "FUTURE_REF"),
        ("She thought of the future.", "FUTURE_REF"),
        ("In the past, she moved.", "PAST_REF"),
    ],
)
def test_fuzzy_words_are_references(text, value):
    assert [found[1] for found in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("in early 2029", "2029", "START"),
        ("by mid-March", "2031-03", "MID"),
        ("at the end of 2029", "2029", "END"),
        ("late on Sunday", "2031-03-02", "END"),
        ("for about an hour", "PT1H", "APPROX"),
        ("for more than three years", "P3Y", "MORE_THAN"),
        ("for at least 10 days", "P10D", "EQUAL_OR_MORE"),
        ("for less than a week", "P1W", "LESS_THAN"),
        ("for nearly two years", "P2Y", "EQUAL_OR_LESS"),
    ],
)
def test_what_leads_a_time_is_its_mod(text, value, mod):
    (time,) = find_times(text, PUBLISHED)
    assert (time.value, time.mod) == (value, mod)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("on Christmas Day", "Christmas Day", "2030-12-25"),
        ("after Thanksgiving 2029", "Thanksgiving 2029", "2029-11-22"),
        ("before Easter", "Easter", "2031-04-13"),
        ("on the first Tuesday of May 2029", "the first Tuesday of May 2029", "2029-05-01"),
        ("on the last day of February 2028", "the last day of February 2028", "2028-02-29"),
        ("on the day after Christmas", "the day after Christmas", "2030-12-26"),
        ("Ukraine's Independence Day", "Ukraine's Independence Day", "2030-08-24"),
        (
            "on the eve of the third anniversary of the invasion of Ukraine, they",
            "the eve of the third anniversary of the invasion of Ukraine",
            "2025-02-23",
        ),
        ("the Oct. 7 attack by Hamas", "Oct. 7", "2023-10-07"),
    ],
)
def test_holidays_and_anniversaries(text, words, value):
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between March 3 and 4, 2031, they met", ["2031-03-03", "2031-03-04"]),
        ("on Feb. 22-23 they met", ["2031-02-22", "2031-02-23"]),
        ("the 2030-31 school year", ["2030", "2031"]),
        ("from 2014 to 2016 he", ["2014", "2016"]),
    ],
)
def test_a_range_is_two_times(text, values):
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 2014, they took it in March.", "2014-03"),
        ("On May 3, 2029, she came. The next day she left.", "2029-05-04"),
        ("She came in May 2029 and left that year.", "2029"),
        ("She came in 2029. The following year she left.", "2030"),
        ("She came on May 3, 2029, and left two days later.", "2029-05-05"),
        ("She came in 2029 and left in May that year.", "2029-05"),
    ],
)
def test_times_are_counted_from_times_before_them(text, value):
    times = find_times(text, PUBLISHED)
    assert times[-1].value == value
    assert times[-1].anchor is times[0]


def test_business_news_of_a_quarter_compares_with_that_quarter_a_year_ago():
    text = "Profit fell in the third quarter of 2029 from that of a year ago. In the year-ago quarter it rose."
    assert [value for _, value in read(text)] == ["2029-Q3", "2028-Q3", "2028-Q3"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke on Sunday.", "XXXX-WXX-7"),
        ("He spoke on February 23.", "XXXX-02-23"),
        ("He spoke in May.", "XXXX-05"),
        ("He spoke yesterday.", "XXXX-XX-XX"),
        ("He spoke last year.", "XXXX"),
        ("He spoke last week.", "XXXX-WXX"),
        ("He spoke on Sunday night.", "XXXX-WXX-7TNI"),
        ("He spoke at 5 p.m.", "XXXX-XX-XXT17:00"),
        ("He spoke on Christmas Day.", "XXXX-12-25"),
    ],
)
def test_without_an_anchor_what_is_known_is_kept(text, value):
    assert [found[1] for found in read(text, None)] == [value]


def test_without_a_publication_date_a_day_written_out_is_the_anchor():
    text = "On March 5, 2031, the bridge fell. On Sunday it had been closed."
    assert [value for _, value in read(text, None)] == ["2031-03-05", "2031-03-02"]
    assert anchors(text, None) == [None, "t1"]


def test_a_publication_date_of_a_month_gives_no_days():
    assert [value for _, value in read("It fell last month, on Sunday.", "2031-03")] == ["2031-02", "XXXX-WXX-7"]


def test_the_anchor_is_published_where_the_day_of_publication_was_counted_from():
    assert anchors("She came on Sunday and left in 2029.") == ["published", None]


@pytest.mark.parametrize(
    "text",
    [
        "a 27-year-old woman, 45 years old",
        "Theresa May met April Jones; they may march.",
        "She paid $2000 for the boots of 2000 people.",
        "barrels a day; $5 million a year",
        "as soon as it ended, the future of the port",
        "It fell as the minutes of a second vote were read.",
        "Black Friday and Black September",
        "in his 30s; in the 80s",
        "the March on the port",
        "60 Minutes",
        "the Harbour Daily said; the People's Daily said; USA TODAY said",
        "a quarter of the votes, three-quarters of the seats",
        "the rules of Article 5, Resolution 1701, and 52-48 votes",
        "the inquiry known as Case 2000 and Article 1990 of the code",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text):
    assert read(text) == []


def test_a_line_break_ends_a_time():
    assert read("Talks on Monday\n3 people left on March\n5 more left")[0] == ("Monday", "2031-03-03")


def test_wrapped_lines_are_read_as_one():
    text = "The envoy of the island said that the ship had left the harbour on March\n2 of that year, with all hands."
    assert ("March\n2", "2031-03-02") in read(text)


def test_a_paper_dated_a_day_behind_names_tomorrow():
    text = "The launch of March 6 made news. It was launched on Thursday."
    assert [value for _, value in read(text)] == ["2031-03-06", "2031-03-06"]


def test_the_full_stop_behind_a_month_in_full_ends_the_sentence():
    assert read("He left on 2 April. Two came.", None)[0] == ("2 April", "XXXX-04-02")
    assert read("He left in April. 2 people came.", None) == [("April", "XXXX-04")]
    assert read("He left on Apr. 2 by ship.", None) == [("Apr. 2", "XXXX-04-02")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It was on June 12 last year.", "June 12 last year", "2030-06-12"),
        ("It was on 12 June last year.", "12 June last year", "2030-06-12"),
        ("It opens on May 5 next year.", "May 5 next year", "2032-05-05"),
        ("It opened on Jan. 5 this year.", "Jan. 5 this year", "2031-01-05"),
    ],
)
def test_a_day_takes_the_year_that_stands_after_it(text, words, value):
    assert read(text) == [(words, value)]


def test_what_happened_on_a_day_is_never_ahead():
    assert read("The man died in the hall on March 9.") == [("March 9", "2030-03-09")]


@pytest.mark.parametrize(
    "text",
    [
        "They met at a Christmas office party.",
        "They met at a Christmas party.",
        "They raided the satirical weekly Lantern.",
        "He reads a daily newspaper.",
        "The daily said so.",
    ],
)
def test_the_name_of_a_kind_of_party_or_paper_is_no_time(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("words", "mod"),
    [
        ("More than five years ago", "BEFORE"),
        ("Less than five years ago", "AFTER"),
        ("At least five years ago", "ON_OR_BEFORE"),
    ],
)
def test_more_than_so_long_ago_is_before_that_time(words, mod):
    (time,) = find_times(f"{words} it fell.", PUBLISHED)
    assert (time.span.surface, time.value, time.mod) == (words, "2026", mod)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("9 minutes 46 seconds", "PT9M46S"),
        ("nine minutes and forty-six seconds", "PT9M46S"),
        ("two years and three months", "P2Y3M"),
        ("one day, 6 hours", "P1DT6H"),
    ],
)
def test_a_duration_told_in_two_units_is_one(words, value):
    assert read(f"It lasted {words} in all.") == [(words, value)]


def test_two_durations_of_units_far_apart_stay_two():
    assert len(read("It lasted two years and three seconds.")) == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was held last November.", "XXXX-11"),
        ("He was held in November.", "XXXX-11"),
        ("He was held on the 13th of November.", "XXXX-11-13"),
        ("He will be tried this November.", "2031-11"),
    ],
)
def test_in_an_article_of_which_but_the_year_is_known_a_month_may_be_of_the_year_before(text, value):
    assert [told for _, told in read(text, "2031")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [("He was held on the 13th of November.", "2030-11-13"), ("He will be tried on June 3.", "2031-06-03")],
)
def test_in_an_article_of_which_the_month_is_known_a_day_takes_the_nearer_year(text, value):
    assert [told for _, told in read(text, "2031-05")] == [value]
