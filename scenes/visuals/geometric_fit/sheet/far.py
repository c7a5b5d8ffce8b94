"""Points outside the sheet: at its rim an arrowhead towards each, which turns with the sheet."""

from typing import Self

import numpy as np
from manim import VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.sheet.page import RADIUS, Page, Values
from scenes.visuals.plot.beyond import HALF, LENGTH
from scenes.visuals.space.polylines import polylines

STEP = np.pi / 60  # marks that are nearer to each other than this would be one bar


class Far(VMobject):
    """Marks for ``points`` (n, 2), all of which lie outside the sheet."""

    def __init__(self, points: Values, theme: Theme) -> None:
        super().__init__(stroke_width=0, fill_color=theme.point, fill_opacity=1)
        tip = marked_at(points)
        _, apart = np.unique(np.round(np.arctan2(*tip.T) / STEP), return_index=True)
        tip, way = tip[apart], (points - tip)[apart]
        out = way / np.hypot(*way.T)[:, None]
        aside = HALF * np.stack([-out[:, 1], out[:, 0]], axis=1)
        base = tip - LENGTH * out
        self._corners = np.stack([tip, base + aside, base - aside, tip], axis=1)

    def set_page(self, page: Page) -> Self:
        """Draw them on the rim as ``page`` lies."""
        self.points = polylines(page.places(self._corners))
        return self


def marked_at(points: Values) -> Values:
    """Return the places (n, 2) on the rim of the marks of points (n, 2).

    A point that is out along one axis alone is marked straight along that axis, as in a chart, and
    so on its upright way; any other, straight from the mean.
    """
    level, out = np.abs(points) < RADIUS, np.hypot(*points.T)
    beside = np.sign(points) * np.sqrt(np.maximum(RADIUS**2 - points[:, ::-1] ** 2, 0.0))
    alone = (level.sum(axis=1) == 1)[:, None]
    marks: Values = np.where(alone, np.where(level, points, beside), RADIUS / out[:, None] * points)
    return marks
