"""Whatever a record holds, it comes out of the store as it went in, or is refused whole."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_records import records

import onrecord
from onrecord.errors import StoreError
from onrecord.recording import Query
from onrecord.recording.likeness import NEAR, bands_of, likeness, signature_of
from onrecord.recording.packing import pack, unpack
from onrecord.recording.periods import months_between, period_of
from onrecord.recording.queries import terms_of


@pytest.fixture(scope="module")
def common(tmp_path_factory):
    with onrecord.Store(tmp_path_factory.mktemp("store") / "news.db") as store:
        yield store


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(record=records(), number=st.integers(0))
def test_any_record_comes_out_as_it_went_in_or_is_refused_whole(common, record, number):
    digest = sha256(record.article.text.encode(errors="surrogatepass")).hexdigest()
    url = f"https://x.example/{number}/{digest}"
    record = replace(record, article=replace(record.article, id=digest, url=url))
    before = common.stats().counts
    try:
        outcome = common.put(record)
    except StoreError:
        assert common.stats().counts == before
    else:
        if outcome == "added":
            assert common.record(url).to_dict() == record.to_dict()
            assert common.check().is_whole


@given(record=records())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_packing_loses_nothing(record):
    plain = record.to_dict()
    packed, digest = pack(plain)
    assert unpack(packed, digest, record.article.text) == plain


@given(words=st.text(max_size=40))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_looked_for_is_no_mistake_of_ours(common, words):
    if words.strip() and not terms_of(words):
        with pytest.raises(StoreError, match="no word"):
            common.find(words)
    else:
        common.find(words)


def test_quoted_words_are_one_term_and_others_one_each():
    assert [(term.words, term.is_prefix) for term in terms_of('"peace talks" pre-war sanct*')] == [
        (("peace", "talks"), False),
        (("pre", "war"), False),
        (("sanct",), True),
    ]


@pytest.mark.parametrize(
    ("value", "period"),
    [
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025-02-23", ("2025-02-23", "2025-02-23")),
        ("2025-02-23T10:30:00+01:00", ("2025-02-23", "2025-02-23")),
        ("2025-02-23TNI", ("2025-02-23", "2025-02-23")),
        ("2025-W08", ("2025-02-17", "2025-02-23")),
        ("2025-W08-WE", ("2025-02-22", "2025-02-23")),
        ("2025-Q2", ("2025-04-01", "2025-06-30")),
        ("2025-H2", ("2025-07-01", "2025-12-31")),
        ("2024-WI", ("2024-12-01", "2025-02-28")),
        ("2025-SU", ("2025-06-01", "2025-08-31")),
        ("199", ("1990-01-01", "1999-12-31")),
        ("2031-03-02/2031-03-03", ("2031-03-02", "2031-03-03")),
        ("2031-03-02/2031-02", None),
        ("2025-02-30", None),
        ("XXXX-02-23", None),
        ("PRESENT_REF", None),
        ("P3D", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_the_period_that_it_may_mean(value, period):
    assert period_of(value) == period


@given(value=st.text(max_size=12) | st.from_regex(r"\d{4}(-(W?\d{2}|Q\d|WI))?(-\d{2})?", fullmatch=True))
def test_any_text_is_a_period_or_none(value):
    period = period_of(value)
    assert period is None or period[0] <= period[1]


def test_months_are_counted_over_the_turn_of_the_year():
    assert months_between("2024-12-31", "2025-02-01", most=24) == ["202412", "202501", "202502"]


def test_too_many_months_are_not_listed():
    assert months_between("2020-01-01", "2025-01-01", most=24) is None


@pytest.mark.parametrize("fields", [{}, {"words": ""}, {"least": 0.0}])
def test_a_query_that_asks_nothing_says_so(fields):
    assert Query(**fields).is_empty


# Likeness

STORY = " ".join(f"word{n % 97} and then thing{n % 89} came to place{n % 83}" for n in range(120))


def test_a_text_is_like_itself():
    assert likeness(signature_of(STORY), signature_of(STORY)) == 1.0


def test_a_text_with_another_lead_is_near():
    other = f"A new lead by the paper's own man in the capital, two lines long. {STORY}"
    assert likeness(signature_of(STORY), signature_of(other)) >= NEAR


def test_near_texts_share_a_band():
    other = STORY.replace("word7 ", "word8 ")
    assert set(bands_of(signature_of(STORY))) & set(bands_of(signature_of(other)))


def test_other_texts_are_not_near():
    other = " ".join(f"man{n % 91} saw house{n % 79} in street{n % 71}" for n in range(120))
    assert likeness(signature_of(STORY), signature_of(other)) < 0.1


@pytest.mark.parametrize("text", ["", "too short to tell"])
def test_a_text_of_few_words_is_like_none(text):
    assert (signature_of(text), bands_of(signature_of(text)), likeness(signature_of(text), signature_of(text))) == (
        b"",
        [],
        0,
    )


def test_signatures_are_the_same_on_every_run():
    assert signature_of(STORY)[:8].hex() == KNOWN


KNOWN = "fec1060053465f00"
