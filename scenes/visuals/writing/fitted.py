"""A user's words in the room that there is, never smaller: what is too long is cut."""

from manim import Typst

from core.writing.text import shorten
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, WORDS

# Narrow letters: no label is cut that would have had room.
NARROWEST = 0.1
SHORTER = 0.85


def fitted(pen: Pen, text: str, width: float, colour: str) -> Typst:
    """Return as much of ``text`` as is no wider than ``width``, in the smallest size there is."""
    return _fitted(pen, text, width, colour, SMALLEST)[0]


def shortened(pen: Pen, text: str, width: float) -> str:
    """Return as much of ``text`` as is no wider than ``width`` in the band of words."""
    return _fitted(pen, text, width, pen.theme.ink, WORDS)[1]


def _fitted(pen: Pen, text: str, width: float, colour: str, size: float) -> tuple[Typst, str]:
    letters = int(width / NARROWEST)
    kept = shorten(text, letters)
    written = pen.words(kept, colour, size)
    while written.width > width and letters > 1:
        letters = max(1, min(letters - 1, int(SHORTER * letters)))
        kept = shorten(text, letters)
        written = pen.words(kept, colour, size)
    return written, kept
