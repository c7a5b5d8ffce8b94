"""A page for one test after the other: to open a new one costs Chromium twice what a visit does.

What the pages show must not depend on a test before: they keep nothing in the browser, what a test
has changed from outside is put back, and a page of another size or kind is a new one.
"""

from pathlib import Path
from typing import Any

from tests.lecture import chromium

_kept: list["Tab"] = []


class Tab:
    """A page in a context of its own, offline; ``complaints`` is what it said on its console."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        self.complaints: list[str] = []
        self.context = chromium.running().new_context(offline=True, **options)
        self.context.on("page", self._listen)
        self.page = self.context.new_page()

    def visit(self, path: Path, address: str) -> Any:
        """Open a file; return the page."""
        self.page.goto(path.resolve().as_uri() + address)
        return self.page

    def leave(self) -> list[str]:
        """Make it blank for the next test; return the complaints of this one."""
        for window in self.context.pages:
            if window != self.page:
                window.close()
        self.page.emulate_media(media="null")
        self.page.mouse.move(-1, -1)
        self.page.goto("about:blank")
        said, self.complaints = self.complaints, []
        return said

    def _listen(self, page: Any) -> None:
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self._hear(f"{page.url}: {said.text}", said.type))

    def _hear(self, said: str, kind: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(said)


def borrow(options: dict[str, Any]) -> Tab:
    """Return the page that was given back last, where it has these options, or a new one."""
    if _kept and chromium.runs(_kept[0].context.browser):
        tab = _kept.pop()
        if tab.options == options:
            return tab
        tab.context.close()
    _kept.clear()
    return Tab(options)


def give_back(tab: Tab) -> list[str]:
    """Keep it for the next test, one page at most; return its complaints."""
    said = tab.leave()
    if _kept:
        tab.context.close()
    else:
        _kept.append(tab)
    return said
