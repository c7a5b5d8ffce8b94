"""The explorer by file://, without movement that a test would have to wait for."""

from functools import partial

import pytest

from lecture.explorer import page as explorer
from tests.lecture.explorer.hands import drawn


@pytest.fixture(scope="package")
def written(tmp_path_factory):
    """Return the page as a file."""
    target = tmp_path_factory.mktemp("lecture") / "explorer.html"
    target.write_text(explorer.explorer_page(), encoding="utf-8")
    return target


@pytest.fixture
def still(opened):
    """Return `opened` for readers who want less motion; it waits until the page is drawn."""
    return lambda path, **options: drawn(opened(path, reduced_motion="reduce", **options))


@pytest.fixture
def visit(still, written):
    """Return a function that opens the explorer."""
    return partial(still, written)


@pytest.fixture
def page(visit):
    """Return the explorer as it opens."""
    return visit()
