"""Level curves of epsilon_rel over the (a, b) plane, and the way walked between them."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from core.landscape.squared import ResidualLandscape
from core.palette import Theme
from scenes.visuals.plot.panel import Box, Panel, Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.typeset import formula

FULL_TURN = np.linspace(0.0, 2 * np.pi, 181)
MARGIN = 0.1
# Labels inside thinner rings would lie on their lines and on each other.
THINNEST_LABELLED = 0.3


class LevelCurves(VGroup):
    """Ellipses on which epsilon_rel is constant, in a panel of a (across) and b (up)."""

    def __init__(
        self, box: Box, landscape: ResidualLandscape, levels: tuple[float, ...], theme: Theme
    ) -> None:
        super().__init__()
        rings = [landscape.at(np.sqrt(level), FULL_TURN) for level in levels]
        outer_a, outer_b = rings[-1]
        self.panel = Panel(
            box, Scale.around(outer_a, MARGIN), Scale.around(outer_b, MARGIN), theme, ticks=4
        )
        labels = self.panel.put_labels(
            formula("slope(a)", colour=theme.ink), formula("intercept(b)", colour=theme.ink)
        )
        self.add(self.panel, labels)
        for level, (a, b) in zip(levels, rings, strict=True):
            ring = VMobject(
                stroke_color=theme.muted, stroke_width=2, fill_color=theme.ink, fill_opacity=0.05
            )
            self.add(ring.set_points_as_corners(self.panel.places(a, b)))
            if level == round(level) and self._thickness(a, b) > THINNEST_LABELLED:
                self.add(self._level_label(level, a, b, theme))

    def _thickness(self, a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
        """Return the shorter axis of a ring on the screen."""
        places = self.panel.places(a[:-1], b[:-1])[:, :2]
        across = np.linalg.svd(places - places.mean(axis=0), compute_uv=False)[-1]
        return 2 * float(across) * float(np.sqrt(2 / len(places)))

    def _level_label(
        self, level: float, a: NDArray[np.float64], b: NDArray[np.float64], theme: Theme
    ) -> Number:
        lowest = int(np.argmin(b))
        place = self.panel.place(float(a[lowest]), float(b[lowest]))
        return Number(
            f"{level:g}",
            place + np.array([0.0, 0.19, 0.0]),
            colour=theme.muted,
            size=22,
            edge=np.zeros(3),
        )


class Trail(VMobject):
    """The part of a path of (a, b) that has been walked."""

    def __init__(
        self, panel: Panel, a: NDArray[np.float64], b: NDArray[np.float64], colour: str
    ) -> None:
        super().__init__(stroke_color=colour, stroke_width=2.5, stroke_opacity=0.75)
        self._whole = polylines(panel.places(a, b)[None, :, :]).reshape(-1, 4, 3)
        self.set_walked(0.0)

    def set_walked(self, share: float) -> Self:
        """Show the first ``share`` of the path."""
        self.points = self._whole[: round(share * len(self._whole))].reshape(-1, 3)
        return self
