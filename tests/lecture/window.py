"""Windows of the browser that one test after another uses, each for a document of its own.

To open a page in a window that is there costs a quarter of what a new window costs. Nothing of a
test stays: its document is left, its popups are closed, the window is told anew what it is.
"""

from pathlib import Path
from typing import Any

OUTSIDE = -9, -9
_free: dict[Any, list["Window"]] = {}


class Window:
    """One window, offline; it notes what its pages complain of."""

    def __init__(self, browser: Any, kind: dict[str, bool]) -> None:
        self.complaints: list[str] = []
        self._context = browser.new_context(offline=True, **kind)
        self._context.on("page", self._listen)
        self.page = self._context.new_page()

    def _listen(self, page: Any) -> None:
        def note(said: Any) -> None:
            if said.type in ("error", "warning"):
                self.complaints.append(f"{page.url}: {said.text}")

        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", note)

    def show(self, address: str, size: tuple[int, int], wishes: dict[str, str]) -> None:
        """Open the page at ``address`` for a reader of these wishes."""
        unsaid = {"media": "null", "color_scheme": "null", "reduced_motion": "null"}
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(**unsaid | wishes)
        self.page.goto(address)

    def leave(self) -> None:
        """Leave the page and all that it has opened, with the mouse nowhere."""
        for popup in self._context.pages[1:]:
            popup.close()
        self.page.goto("about:blank")
        self.page.mouse.move(*OUTSIDE)

    def close(self) -> None:
        """Close it and all that it has opened."""
        self._context.close()


class Windows:
    """The windows of one test; ``again`` says whether others may have them afterwards."""

    def __init__(self, browser: Any, *, again: bool = True) -> None:
        self._browser, self._again = browser, again
        self._taken: list[tuple[Window, list[Window]]] = []

    def open(
        self,
        path: Path,
        *,
        width: int = 1440,
        height: int = 900,
        address: str = "",
        has_touch: bool = False,
        java_script_enabled: bool = True,
        **wishes: str,
    ) -> Any:
        """Open a file as a page, and return that."""
        free = _free.setdefault((self._browser, has_touch, java_script_enabled), [])
        kind = {"has_touch": has_touch, "java_script_enabled": java_script_enabled}
        window = free.pop() if free else Window(self._browser, kind)
        self._taken.append((window, free))
        window.show(path.resolve().as_uri() + address, (width, height), wishes)
        return window.page

    def leave(self) -> list[str]:
        """Give the windows to the next test, and return what the pages have complained of."""
        complaints = []
        for window, free in self._taken:
            complaints += window.complaints
            window.complaints.clear()
            if self._again:
                window.leave()
                free.append(window)
            else:
                window.close()
        return complaints
