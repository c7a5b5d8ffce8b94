"""A table of points with one line over them, and what the line misses: strokes and squares."""

from typing import Self

from manim import VGroup

from core.palette import Theme
from core.tables.dataset import Dataset
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.regression_plot import DataPoints, FittedLine, Residuals, ResidualSquares
from scenes.visuals.writing.typeset import words


class LineOverPoints:
    """The plot, which stays; the points, which appear; and ``turning``, which follows the line."""

    def __init__(self, box: Box, data: Dataset, line: tuple[float, float], theme: Theme) -> None:
        x, y = data.x, data.y
        heights = Scale.around(y, 0.16)
        self.panel = Panel(box.with_room_for(heights), Scale.around(x, 0.06), heights, theme)
        labels = self.panel.put_labels(
            words(data.x_label, colour=theme.muted), words(data.y_label, colour=theme.muted)
        )
        self.plot = VGroup(self.panel, labels)
        self.points = DataPoints(self.panel, x, y).set_z_index(3)
        self.line = FittedLine(self.panel, *line).set_z_index(2)
        squares = ResidualSquares(self.panel, x, y, *line).set_z_index(1)
        residuals = Residuals(self.panel, x, y, *line).set_z_index(1)
        self.misses = VGroup(squares, residuals)
        self.turning = VGroup(squares, residuals, self.line)

    def set_line(self, a: float, b: float) -> Self:
        """Turn the line, its residuals and their squares to y = a x + b."""
        for part in self.turning:
            part.set_line(a, b)
        return self
