import pytest

from onrecord import Reader


@pytest.fixture(scope="session")
def reader():
    """One reader for all tests of checks: its models are loaded once."""
    return Reader()
