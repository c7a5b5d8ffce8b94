"""Points of which one is dragged, and the two best lines, which answer."""

from typing import Self

from manim import VGroup

from core import palette
from core.palette import Theme
from core.tables.dataset import Dataset
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.plot.regression_plot import DataPoints, FittedLine
from scenes.visuals.plot.sweep_plot import Marker
from scenes.visuals.squared_versus_absolute.distance_plot import ABSOLUTE, SQUARED
from scenes.visuals.squared_versus_absolute.slope_answers import DraggedPoint
from scenes.visuals.writing.typeset import words


class DraggedLines:
    """The plot and the lines before the drag, which stay; the stray point and both lines."""

    def __init__(
        self, box: Box, data: Dataset, dragged: DraggedPoint, reach: Scale, theme: Theme
    ) -> None:
        self.dragged = dragged
        heights = Scale.around([reach.low, reach.high], 0.04)
        panel = Panel(box.with_room_for(heights), Scale.around(data.x, 0.06), heights, theme)
        labels = panel.put_labels(
            words(data.x_label, colour=theme.muted), words(data.y_label, colour=theme.muted)
        )
        self.plot = VGroup(panel, labels, DataPoints(panel, *dragged.others))
        self.stray = Marker(panel, dragged.x, dragged.y, palette.DATA, theme).set_z_index(4)
        lines = dragged.best_lines(dragged.y)
        colours = (SQUARED.colour, ABSOLUTE.colour)
        self.before = [
            FittedLine(panel, *line, colour=colour).set_stroke(width=2, opacity=0.6)
            for line, colour in zip(lines, colours, strict=True)
        ]
        self.lines = [
            FittedLine(panel, *line, colour=colour).set_z_index(2 + k)
            for k, (line, colour) in enumerate(zip(lines, colours, strict=True))
        ]
        # In the corner above the data, where only the stray point comes by, far to one side.
        self.legend = words("thin lines: before the drag", colour=theme.muted, size=28)
        middle = panel.box.left + panel.box.width / 2
        self.legend.move_to((middle, panel.box.top - 0.25, 0.0))
        self.moving = VGroup(*self.lines, self.stray)

    def set_dragged(self, height: float) -> Self:
        """Put the stray point at ``height`` and let both lines follow."""
        self.stray.set_place(self.dragged.x, height)
        for line, best in zip(self.lines, self.dragged.best_lines(height), strict=True):
            line.set_line(*best)
        return self
