"""Two short lines of words beside a picture: what it is about, and the point of it."""

from manim import DOWN, LEFT, VGroup

from core.palette import Theme
from scenes.typeset import words

NOTE_SIZE = 34


def note(first: str, second: str, left: float, height: float, theme: Theme) -> VGroup:
    """Return the two lines, the second one stronger, with their left ends at ``left``."""
    lines = VGroup(
        words(first, colour=theme.muted, size=NOTE_SIZE),
        words(second, colour=theme.ink, size=NOTE_SIZE),
    ).arrange(DOWN, buff=0.2, aligned_edge=LEFT)
    return lines.move_to((left, height, 0.0), aligned_edge=LEFT)
