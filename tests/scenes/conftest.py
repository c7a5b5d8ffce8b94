"""What is typeset outside a session goes into a folder of this process."""

from collections.abc import Iterator

import pytest
from manim import tempconfig

from tests.scenes.typeset import typeset


@pytest.fixture
def typeset_apart() -> Iterator[None]:
    """Keep away from the usual folder: two processes that share one lose files."""
    with tempconfig({"tex_dir": typeset()}):
        yield
