import pytest

from onrecord import Reader


@pytest.fixture(scope="session")
def reader():
    """One reader for all tests of linking: its models are loaded once."""
    return Reader()
