import pytest

from onrecord.interpreting.trimming import end_of_description


@pytest.mark.parametrize(
    ("source", "mention", "description"),
    [
        ("northern regulators this month", "northern regulators", "northern regulators"),
        ("port officials on Monday", "port officials", "port officials"),
        ("port officials late on Monday", "port officials", "port officials"),
        ("an appeals panel in 2031", "an appeals panel", "an appeals panel"),
        ("officials here", "officials", "officials"),
        ("a ferry company , which", "a ferry company", "a ferry company"),
        ("the comedian , 47 ,", "the comedian", "the comedian"),
        ("one of his aunts , who lives near Ardale", "one of his aunts", "one of his aunts"),
        ("officials at the port authority , a body of the state", "officials", "officials at the port authority"),
        ("other unions , including the League", "other unions", "other unions"),
        ("the scheme , called ER-5", "the scheme", "the scheme"),
    ],
)
def test_what_only_adds_to_a_description_is_no_part_of_it(source, mention, description):
    words = source.split()
    assert words[: end_of_description(words, len(mention.split()))] == description.split()


@pytest.mark.parametrize(
    ("source", "mention"),
    [
        ("a poll released last week", "a poll"),
        ("the rules of last year", "the rules"),
        ("a study that appeared in the Ardale Journal", "a study"),
        ("officials of Ardale , Brun and Ostby", "officials"),
        ("leaders of ports in the U . S .", "leaders"),
        ("officials in May Street", "officials"),
        ("a reporter for Ardale Today", "a reporter"),
    ],
)
def test_what_tells_who_is_meant_stays(source, mention):
    words = source.split()
    assert end_of_description(words, len(mention.split())) == len(words)
