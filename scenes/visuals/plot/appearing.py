"""How points, residuals and squares come to be."""

from typing import Any

from manim import Animation, UpdateFromAlphaFunc

from scenes.visuals.plot.regression import Points, Residuals, Squares


def appear(points: Points) -> Animation:
    """Let the points pop up one after the other."""
    return UpdateFromAlphaFunc(points, _show)


def grow(part: Residuals | Squares) -> Animation:
    """Let residuals, or the squares on them, grow out of their points."""
    return UpdateFromAlphaFunc(part, _draw)


def _show(points: Any, share: float) -> None:
    points.set_shown(share)


def _draw(part: Any, share: float) -> None:
    part.set_line(part.a, part.b, share)
