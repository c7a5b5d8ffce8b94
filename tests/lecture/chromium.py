"""One Chromium with the network off, for all tests in a row that open pages.

Playwright lives in an environment of its own, .venv/browser, which `make setup-browser` makes; it
is found behind everything that the project itself brings.
"""

import os
import shutil
import site
from typing import Any

import pytest

from core.project.paths import ROOT

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
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

_running: list[Any] = []


def running() -> Any:
    """Return the browser, started when nobody has yet; say how to get what is missing."""
    if not _running:
        try:
            from playwright.sync_api import sync_playwright
        except ImportError:
            sync_playwright = None
        if sync_playwright is None or PROGRAM is None:
            what = "Playwright" if sync_playwright is None else "Chromium"
            tell = pytest.fail if os.environ.get("CI") else pytest.skip
            tell(f"{what} is not there: `make setup-browser` brings it")
        playwright = sync_playwright().start()
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
        _running.extend([browser, playwright])
    return _running[0]


def end() -> None:
    """End it: while Playwright runs, no other event loop may begin in its process."""
    if _running:
        browser, playwright = _running
        _running.clear()
        browser.close()
        playwright.stop()
