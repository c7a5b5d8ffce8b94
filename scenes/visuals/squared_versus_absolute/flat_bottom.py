"""The (a, b) plane seen from above: level polygons of sum |r| and the flat region at its bottom."""

import numpy as np
from manim import DOWN, LEFT, Polygon, VGroup, VMobject, smooth
from numpy.typing import NDArray

from core import palette
from core.fits.least_absolute import fit_least_absolute
from core.landscape.absolute import equally_good_lines, level_curve
from core.palette import Theme
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.writing.typeset import formula, words

FULL_TURN = np.linspace(0.0, 2 * np.pi, 721)
MARGIN = 0.06


class FlatBottom(VGroup):
    """Lines of equal sum |r|, each ``growth`` times the least; the best lines are filled."""

    def __init__(
        self,
        box: Box,
        x: NDArray[np.float64],
        y: NDArray[np.float64],
        growth: tuple[float, ...],
        theme: Theme,
    ) -> None:
        super().__init__()
        least = fit_least_absolute(x, y).objective
        rings = [level_curve(x, y, factor * least, FULL_TURN) for factor in growth]
        widest = rings[-1]
        self.panel = Panel(
            box, Scale.around(widest[0], MARGIN), Scale.around(widest[1], MARGIN), theme, ticks=4
        )
        labels = self.panel.put_labels(
            formula("slope(a)", colour=theme.ink), formula("intercept(b)", colour=theme.ink)
        )
        self.add(self.panel, labels)
        for a, b in rings:
            ring = VMobject(
                stroke_color=theme.muted, stroke_width=2, fill_color=theme.ink, fill_opacity=0.05
            )
            self.add(ring.set_points_as_corners(self.panel.places(a, b)))
        self.corners = equally_good_lines(x, y)
        self.bottom = Polygon(
            *self.panel.places(*self.corners),
            stroke_color=palette.LEAST_ABSOLUTE_LINE,
            stroke_width=4,
            fill_color=palette.LEAST_ABSOLUTE_LINE,
            fill_opacity=0.45,
        )
        self.add(self.bottom)

    def notes(self, theme: Theme) -> VGroup:
        """Return what a place on the map, a ring, the patch and the dot mean, to stand above it."""
        said = (
            ("each ring: one sum of lengths", theme.muted),
            ("patch: all best lines", palette.LEAST_ABSOLUTE_LINE),
            ("orange dot: least squares", palette.BEST_LINE),
        )
        rows = VGroup(*(words(text, colour=colour, size=28) for text, colour in said))
        rows.arrange(DOWN, buff=0.14, aligned_edge=LEFT)
        box = self.panel.box
        return rows.move_to((box.left + 0.5, box.top + 0.1, 0.0), aligned_edge=LEFT + DOWN)

    def on_edge(self, share: float) -> tuple[float, float]:
        """Return (a, b) at ``share`` of the way round the best lines, easing at each corner."""
        a, b = self.corners
        edge, part = divmod(share * a.size, 1.0)
        start, end = int(edge) % a.size, int(edge + 1) % a.size
        way = smooth(part)
        return (
            float(a[start] + way * (a[end] - a[start])),
            float(b[start] + way * (b[end] - b[start])),
        )
