"""Every format shows every record."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from random_records import records

from onrecord.showing.export import FORMATS, make_export


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=records())
def test_any_record_is_shown(name, record):
    export = make_export(name, width=40)
    assert export.opening + export.show(record) + export.close()
