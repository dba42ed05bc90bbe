import pytest

from onrecord.annotating.quantities import find_quantities


def values(text):
    return [q.value if q.high is None else (q.value, q.high) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It bought 12 ferries.", 12),
        ("It sold 1,250 ferries.", 1250),
        ("It sold 12 000 tickets.", 12000),
        ("It sold 1,00,000 tickets.", 100000),
        ("It holds 2.5 million litres.", 2_500_000),
        ("It raised $3bn.", 3_000_000_000),
        ("It raised £4.2m for the pier.", 4_200_000),
        ("It costs $15k.", 15000),
        ("It has 5m users in the country.", 5_000_000),
        ("Twenty-one ferries left.", 21),
        ("Two hundred and six seals came.", 206),
        ("Three thousand four hundred seals came.", 3400),
        ("One and a half million seals came.", 1_500_000),
        ("A dozen seals came.", 12),
        ("Three dozen seals came.", 36),
        ("Half a dozen seals came.", 6),
        ("A hundred thousand seals came.", 100_000),
        ("Half a million seals came.", 500_000),
        ("A quarter of a million seals came.", 250_000),
        ("It is 3 1/2 miles long.", 3.5),
        ("It is 2½ miles long.", 2.5),
    ],
)
def test_a_number_has_the_value_of_its_figures_and_words(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Dozens of seals came.", 24),
        ("Dozens more seals came.", 24),
        ("Scores of seals came.", 40),
        ("Hundreds of seals came.", 200),
        ("Thousands of seals came.", 2000),
        ("Tens of thousands of seals came.", 20_000),
        ("Hundreds of millions of seals came.", 200_000_000),
        ("Several hundred seals came.", 200),
        ("A few dozen seals came.", 24),
    ],
)
def test_a_bare_plural_has_the_least_that_it_can_mean(text, least):
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.bound) == (least, "at_least")


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Half of the harbour froze.", 0.5),
        ("Two-thirds of the harbour froze.", 0.667),
        ("A quarter of the harbour froze.", 0.25),
        ("One in five boats leaked.", 0.2),
        ("Nine out of 10 boats leaked.", 0.9),
        ("One in every 400 boats leaked.", 0.003),
    ],
)
def test_a_part_of_a_whole_is_a_share(text, share):
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.unit) == (share, "share")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It needs 10 to 15 boats.", (10, 15)),
        ("It needs 10-15 boats.", (10, 15)),
        ("It needs 10–15 boats.", (10, 15)),
        ("It needs between 10 and 15 boats.", (10, 15)),
        ("It needs two or three boats.", (2, 3)),
        ("It needs 10 to 15 million boats.", (10_000_000, 15_000_000)),
        ("It costs $2 million to $3 million.", (2_000_000, 3_000_000)),
        ("It costs $2-3 million.", (2_000_000, 3_000_000)),
        ("It lost 5% to 10% of its value.", (5, 10)),
        ("The price ranges from 10 to 15 euros.", (10, 15)),
    ],
)
def test_a_range_has_both_ends(text, ends):
    (quantity,) = find_quantities(text)
    assert ((quantity.value, quantity.high), quantity.bound) == (ends, "range")


def test_a_change_is_two_numbers():
    assert values("Its fleet grew from 10 to 15 boats.") == [10, 15]


def test_a_change_by_a_number_to_another_unit_is_two_numbers():
    assert values("The rate rose by two percentage points to 12 percent.") == [2, 12]


def test_whole_numbers_are_integers():
    (quantity,) = find_quantities("It bought 12 ferries.")
    assert isinstance(quantity.value, int)
