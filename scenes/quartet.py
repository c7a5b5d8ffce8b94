"""Data sets of equal size side by side, and the way of their points from one to the next."""

from collections.abc import Sequence
from typing import Self

import numpy as np
from manim import DOWN, LEFT, UP, Circle, Rectangle, VGroup
from numpy.typing import NDArray

from core import palette
from core.dataset import Dataset
from core.diagnosis import doubts
from core.line import fit_line
from core.palette import Theme
from scenes.panel import Box, Panel, Scale
from scenes.regression_plot import DataPoints, FittedLine, Residuals
from scenes.typeset import words

Values = NDArray[np.float64]

# What the reasons of core.diagnosis look like, and what to do about them.
VERDICTS = {
    "": (("points scatter", "about a line"), "fit a line"),
    "curvature": (("points follow", "a curve"), "fit a curve"),
    "outlier": (("one point", "turns the line"), "check it"),
    "influence": (("one point", "makes the line"), "measure more"),
}
VERDICT_SIZE = 30
SMALL_DISC = 0.065
CELL_SIZE = (6.1, 3.3)


class MovingPoints(DataPoints):
    """Discs whose values can be set in every frame."""

    def __init__(self, panel: Panel, x: Values, y: Values, *, radius: float = 0.075) -> None:
        super().__init__(panel, x, y, radius=radius)
        self.panel = panel

    def set_values(self, x: Values, y: Values) -> Self:
        """Move the discs to the points (x, y)."""
        self._places = self.panel.places(x, y)
        return self.set_shown(1.0)


class Cell(VGroup):
    """One data set with its line, and beside it what is to be seen and what is to be done."""

    def __init__(
        self, box: Box, data: Dataset, scales: tuple[Scale, Scale], title: str, theme: Theme
    ) -> None:
        super().__init__()
        self.data, self.fit = data, fit_line(data.x, data.y)
        x, y, line = data.x, data.y, (self.fit.slope, self.fit.intercept)
        self.panel = Panel(box, *scales, theme, ticks=3)
        self.title = words(title, colour=theme.muted).move_to(
            (box.right + 0.3, box.top - 0.2, 0), aligned_edge=LEFT
        )
        self.line = FittedLine(self.panel, *line).set_z_index(2)
        self.points_shown = MovingPoints(self.panel, x, y, radius=SMALL_DISC).set_z_index(3)
        self.residuals = Residuals(self.panel, x, y, *line).set_z_index(1)
        self.verdict = self._verdict(box, theme)
        self.add(self.panel, self.title, self.line, self.points_shown)

    def thumbnail(self) -> VGroup:
        """Return axes, line and points, without what is too small to read at half the size."""
        return VGroup(self.panel.submobjects[0], self.line, self.points_shown)

    def ring(self, index: int) -> Circle:
        """Return a ring about the point ``index``."""
        place = self.panel.place(self.data.x[index], self.data.y[index])
        return Circle(0.19, color=palette.RESIDUAL, stroke_width=4).move_to(place).set_z_index(4)

    def beside(self, lines: Sequence[str], theme: Theme) -> VGroup:
        """Return more words, below the verdict."""
        rows = (words(text, colour=theme.muted, size=28) for text in lines)
        block = VGroup(*rows).arrange(DOWN, buff=0.12, aligned_edge=LEFT)
        return block.next_to(self.verdict, DOWN, buff=0.2, aligned_edge=LEFT)

    def _verdict(self, box: Box, theme: Theme) -> VGroup:
        kind = next((doubt.kind for doubt in doubts(self.data.x, self.data.y, self.fit)), "")
        seen, advice = VERDICTS[kind]
        colour = palette.RESIDUAL if kind else palette.USED_POINT
        rows = VGroup(
            *(words(text, colour=theme.ink, size=VERDICT_SIZE) for text in seen),
            words(advice, colour=colour, size=VERDICT_SIZE + 4),
        ).arrange(DOWN, buff=0.14, aligned_edge=LEFT)
        rows[-1].shift(0.1 * DOWN)
        return rows.move_to((box.right + 0.3, box.top - 0.6, 0), aligned_edge=LEFT + UP)


def shade(box: Box, theme: Theme) -> Rectangle:
    """Return a veil over the cell of ``box``, still clear, to take the attention off it."""
    width, height = CELL_SIZE
    veil = Rectangle(
        width=width,
        height=height,
        stroke_width=0,
        fill_color=theme.background,
        fill_opacity=0.0,
    )
    return veil.move_to(
        (box.left - 0.5, box.bottom - 0.55, 0), aligned_edge=LEFT + DOWN
    ).set_z_index(5)


def in_order(data: Dataset) -> Dataset:
    """Return ``data`` sorted by x, then y: neighbours stay neighbours on their way."""
    order = np.lexsort((data.y, data.x))
    return Dataset(data.x[order], data.y[order], data.x_label, data.y_label, data.title)


def between(sets: Sequence[Dataset], way: float) -> tuple[Values, Values]:
    """Return the points at ``way``: 0 is the first set, 1 the second, 0.5 half way."""
    k = min(int(way), len(sets) - 2)
    share = way - k
    here, there = sets[k], sets[k + 1]
    return (1 - share) * here.x + share * there.x, (1 - share) * here.y + share * there.y
