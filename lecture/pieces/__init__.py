"""Pieces that a page is put together from: scripts without modules, so that file:// runs them."""

from pathlib import Path

_FOLDER = Path(__file__).parent
# In the order in which they need each other.
_SCRIPTS = (
    "line",
    "words",
    "axis",
    "grip",
    "board",
    "model",
    "moves",
    "plot",
    "tank",
    "sweep",
    "map",
    "formula",
    "sentence",
    "measures",
    "table",
    "small",
)


def script() -> str:
    """Return the JavaScript of all pieces, for one ``<script>`` of a page."""
    return "\n".join((_FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS)


def style_sheet() -> str:
    """Return the CSS of what the pieces draw and write."""
    return (_FOLDER / "pieces.css").read_text(encoding="utf-8")
