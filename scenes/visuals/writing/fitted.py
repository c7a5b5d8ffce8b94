"""A user's words in the room that there is, never smaller: what is too long is cut."""

from manim import Typst

from core.writing.text import shorten
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST

# Narrow letters: no label is cut that would have had room.
NARROWEST = 0.1
SHORTER = 0.85


def fitted(pen: Pen, text: str, width: float, colour: str) -> Typst:
    """Return as much of ``text`` as is no wider than ``width``, in the smallest size there is."""
    letters = int(width / NARROWEST)
    written = pen.words(shorten(text, letters), colour, SMALLEST)
    while written.width > width and letters > 1:
        letters = max(1, min(letters - 1, int(SHORTER * letters)))
        written = pen.words(shorten(text, letters), colour, SMALLEST)
    return written
