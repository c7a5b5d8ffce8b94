"""Pieces that a page is put together from: scripts without modules, so that file:// runs them."""

from pathlib import Path

from lecture.page import joined

_FOLDER = Path(__file__).parent
# In the order in which they need each other.
_SCRIPTS = (
    "line",
    "levels",
    "words",
    "axis",
    "sum",
    "grip",
    "board",
    "views",
    "model",
    "moves",
    "misses",
    "dots",
    "plot",
    "tank",
    "sweep",
    "map",
    "formula",
    "sentence",
    "measures",
    "table",
    "small",
    "chance",
    "watched",
    "lead",
    "shield",
    "sheets",
    "again",
)


def script() -> str:
    """Return the JavaScript of all pieces, for one ``<script>`` of a page."""
    return joined(_FOLDER / f"{name}.js" for name in _SCRIPTS)


def style_sheet() -> str:
    """Return the CSS of what the pieces draw and write."""
    return joined([_FOLDER / "pieces.css"])
