"""Data sets side by side, each with its line and with what to say about it."""

from collections.abc import Sequence
from typing import Self

from manim import DOWN, LEFT, UP, Circle, Rectangle, VGroup, VMobject

from core import palette
from core.diagnosis.doubts import doubts
from core.fits.line import fit_line
from core.palette import Theme
from core.tables.dataset import Dataset
from scenes.visuals.correlation.quartet_stage import MovingPoints
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.regression_plot import FittedLine, Residuals
from scenes.visuals.writing.typeset import words

# What the reasons of core.diagnosis look like, and what to do about them. What a curve on screen
# answers has the colour of that curve.
VERDICTS = {
    "": (("points scatter", "about a line"), "fit a line"),
    "curvature": (("points follow", "a curve"), "fit a curve"),
    "outlier": (("one point", "turns the line"), "check it"),
    "influence": (("one point", "makes the line"), "measure more"),
}
ANSWERS = {"": palette.BEST_LINE, "curvature": palette.USED_POINT}
VERDICT_SIZE = 30
SMALL_DISC = 0.065
CELL_SIZE = (6.1, 3.3)


class Ring(Circle):
    """A ring about a point."""

    def __init__(self, panel: Panel, x: float, y: float) -> None:
        super().__init__(0.19, color=palette.RESIDUAL, stroke_width=4)
        self.panel = panel
        self._shape = self.points.copy()
        self.set_place(x, y)

    def set_place(self, x: float, y: float) -> Self:
        """Move to the value (x, y)."""
        self.points = self._shape + self.panel.place(x, y)
        return self


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
        # What describes the points better than their line; a film draws it when it tells of it.
        self.answers: list[VMobject] = []
        self.add(self.panel, self.title, self.line, self.points_shown)

    def thumbnail(self) -> VGroup:
        """Return axes, curves and points, without what is too small to read at half the size."""
        return VGroup(self.panel.submobjects[0], self.line, *self.answers, self.points_shown)

    def ring(self, index: int) -> Ring:
        """Return a ring about the point ``index``."""
        return Ring(self.panel, self.data.x[index], self.data.y[index]).set_z_index(4)

    def drag(self, index: int, height: float, ring: Ring) -> Self:
        """Move the point ``index``, with its ring, to ``height``; the line follows."""
        x, y = self.data.x, self.data.y.copy()
        y[index] = height
        fit = fit_line(x, y)
        self.points_shown.set_values(x, y)
        self.line.set_line(fit.slope, fit.intercept)
        ring.set_place(x[index], height)
        return self

    def beside(self, lines: Sequence[tuple[str, str]]) -> VGroup:
        """Return more words, each with its colour, below the verdict."""
        rows = (words(text, colour=colour, size=28) for text, colour in lines)
        block = VGroup(*rows).arrange(DOWN, buff=0.12, aligned_edge=LEFT)
        return block.next_to(self.verdict, DOWN, buff=0.2, aligned_edge=LEFT)

    def _verdict(self, box: Box, theme: Theme) -> VGroup:
        kind = next((doubt.kind for doubt in doubts(self.data.x, self.data.y, self.fit)), "")
        seen, advice = VERDICTS[kind]
        rows = VGroup(
            *(words(text, colour=theme.muted, size=VERDICT_SIZE) for text in seen),
            words(advice, colour=ANSWERS.get(kind, theme.ink), size=VERDICT_SIZE + 4),
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
