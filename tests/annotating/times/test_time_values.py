import pytest

from onrecord.annotating.times import is_value


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("DATE", "2031-03-05"),
        ("DATE", "2031-03"),
        ("DATE", "2031"),
        ("DATE", "203X"),
        ("DATE", "20XX"),
        ("DATE", "2031-W09"),
        ("DATE", "2031-W09-WE"),
        ("DATE", "2031-Q3"),
        ("DATE", "2031-H1"),
        ("DATE", "2031-SU"),
        ("DATE", "XXXX-02-29"),
        ("DATE", "XXXX-WXX-7"),
        ("DATE", "BC0400"),
        ("DATE", "PAST_REF"),
        ("TIME", "2031-03-05TNI"),
        ("TIME", "2031-03-05T24:00"),
        ("TIME", "XXXX-WXX-7TMO"),
        ("DURATION", "P3D"),
        ("DURATION", "PT1H30M"),
        ("DURATION", "P2.5W"),
        ("DURATION", "PXY"),
        ("SET", "P1D"),
        ("SET", "XXXX-WXX-1"),
    ],
)
def test_a_value_of_timeml_is_one(type_, value):
    assert is_value(type_, value)


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("DATE", "2031-02-29"),
        ("DATE", "2031-13"),
        ("DATE", "2031-W54"),
        ("DATE", "XXXX-02-30"),
        ("DATE", "31-03-05"),
        ("DATE", "2031-03-05TNI"),
        ("DATE", ""),
        ("TIME", "2031-03-05"),
        ("TIME", "2031-03-05T25:00"),
        ("TIME", "2031-02-30T10:00"),
        ("DURATION", "P"),
        ("DURATION", "PT"),
        ("DURATION", "3D"),
        ("SET", "daily"),
        ("EVENT", "2031"),
    ],
)
def test_anything_else_is_none(type_, value):
    assert not is_value(type_, value)
