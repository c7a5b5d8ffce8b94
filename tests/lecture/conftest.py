"""A real Chromium with the network off, for the tests that open pages.

Playwright lives in an environment of its own, .venv/browser, which `make setup-browser` makes; it
is found behind everything that the project itself brings.
"""

import os
import shutil
import site
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.project.paths import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]

for _packages in (ROOT / ".venv" / "browser").glob("lib/python*/site-packages"):
    site.addsitedir(str(_packages))


# For one module only: while Playwright runs, no other event loop may begin in its process.
@pytest.fixture(scope="module")
def chromium():
    """Return a running Chromium; say how to get what is missing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sync_playwright = None
    if sync_playwright is None or CHROMIUM is None:
        what = "Playwright" if sync_playwright is None else "Chromium"
        tell = pytest.fail if os.environ.get("CI") else pytest.skip
        tell(f"{what} is not there: `make setup-browser` brings it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


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
