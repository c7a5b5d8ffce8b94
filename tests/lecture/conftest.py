"""Pages in a real Chromium."""

from collections.abc import Callable, Iterator

import pytest

from tests.lecture.chromium import running
from tests.lecture.window import Windows


@pytest.fixture(scope="module")
def chromium():
    """Return a Chromium, which goes on running for the next module."""
    return running()


@pytest.fixture
def opened(chromium) -> Iterator[Callable]:
    """Return a function that opens a file as a page, offline; a page that complains fails."""
    windows = Windows(chromium)
    yield windows.open
    assert not windows.leave()
