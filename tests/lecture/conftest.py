"""Pages in a real Chromium."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.lecture.chromium import running
from tests.lecture.tab import Tab, borrow, give_back


@pytest.fixture(scope="module")
def chromium():
    """Return a Chromium, which goes on running for the next module."""
    return running()


@pytest.fixture
def opened() -> Iterator[Callable]:
    """Return a function that opens a file as a page, offline; a page that complains fails."""
    tabs: list[Tab] = []

    def open_file(
        path: Path, *, width: int = 1440, height: int = 900, address: str = "", **options
    ):
        tabs.append(borrow({"viewport": {"width": width, "height": height}, **options}))
        return tabs[-1].visit(path, address)

    yield open_file
    complaints = [said for tab in tabs for said in give_back(tab)]
    assert not complaints
