"""Pages in a real Chromium."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.lecture.chromium import running


@pytest.fixture(scope="module")
def chromium():
    """Return a Chromium, which goes on running for the next module."""
    return running()


@pytest.fixture
def opened(chromium) -> Iterator[Callable]:
    """Return a function that opens a file as a page, offline; a page that complains fails."""
    complaints: list[str] = []
    contexts = []

    def open_file(
        path: Path, *, width: int = 1440, height: int = 900, address: str = "", **options
    ):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, offline=True, **options
        )
        contexts.append(context)

        def listen(page) -> None:
            page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
            page.on(
                "console",
                lambda said: (
                    complaints.append(f"{page.url}: {said.text}")
                    if said.type in ("error", "warning")
                    else None
                ),
            )

        context.on("page", listen)
        page = context.new_page()
        page.goto(path.resolve().as_uri() + address)
        return page

    yield open_file
    for context in contexts:
        context.close()
    assert not complaints
