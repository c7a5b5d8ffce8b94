"""The same in space: the points leave the sheet, and the line nearest to them goes with them.

Space is the sheet, seen from the front, and the height of each point over it, towards the viewer.
"""

from dataclasses import replace
from typing import Self

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import ArrayLike

from core.fits.orthogonal import fit_orthogonal
from core.palette import Theme
from scenes.visuals.geometric_fit.drawn import rim, rules
from scenes.visuals.geometric_fit.page import MIDDLE, RADIUS, Values
from scenes.visuals.plot.regression import RADIUS as DOT
from scenes.visuals.plot.tank import Tank
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Discs, Strokes
from scenes.visuals.writing.screen import BOLD, THIN

FRONT = View(-np.pi / 2, 0.0, (MIDDLE[0], MIDDLE[1]), 1.0)
SIDE = View(-np.pi / 2 - 1.1, 0.12, (-0.9, MIDDLE[1]), 0.86)
ON_THE_WAY = (-2.2, MIDDLE[1] - 0.55), 0.93
AT_LAST = (MIDDLE[0] + 0.3, MIDDLE[1]), 1.9  # centre and scale when one looks along the line
BEYOND = 0.3  # of the line, in space, of its length on the sheet
TIP = 0.19  # radius of the end of the line, on the screen


class CloudInSpace(VGroup):
    """Sheet, points (n, 3) about the mean of those on the sheet, and the line nearest to them.

    The third coordinate is the height over the sheet; ``tank`` holds the sum of squares, in the
    unit of its levels that ``unit`` says: it may have been made for other points.
    """

    def __init__(self, points: ArrayLike, tank: Tank, unit: float, theme: Theme) -> None:
        self.p: Points = np.asarray(points, dtype=float)
        self.tank, self.unit = tank, unit
        self.rules: VMobject = Strokes(theme.faint, THIN)
        self.rim: VMobject = Strokes(theme.muted, THIN)
        self.plumb_lines: VMobject = Strokes(theme.faint, THIN)
        self.ways = Strokes(theme.residual, BOLD).set_z_index(4)
        self.line = Strokes(theme.ink, BOLD).set_z_index(5)
        self.dots = Discs(theme.point, DOT, ring=theme.background).set_z_index(6)
        self.tip = Discs(theme.ink, TIP, ring=theme.background).set_z_index(7)
        super().__init__(
            self.rules, self.rim, self.plumb_lines, self.ways, self.line, self.dots, self.tip
        )
        self.sheet = VGroup(self.rules, self.rim, self.plumb_lines)
        self.set_shot(FRONT, 0.0)

    @property
    def along_the_line(self) -> View:
        """Return the view from which one looks along the line of the points in space."""
        x, y, z = _in_space(fit_orthogonal(self.p).direction)
        return View(float(np.arctan2(y, x)), float(np.arcsin(z)), *AT_LAST)

    @property
    def on_the_way(self) -> View:
        """Return a view between the side and that along the line, farther away."""
        return replace(
            SIDE.towards(self.along_the_line, 0.35), centre=ON_THE_WAY[0], scale=ON_THE_WAY[1]
        )

    def set_shot(self, view: View, lift: float, sheet: float = 1.0) -> Self:
        """Draw everything when the points are ``lift`` of their height over the sheet.

        ``sheet`` is the opacity of the sheet and of the ways up from it.
        """
        # Squared, it is gone before it would reach beyond the edges.
        self.sheet.set_stroke(opacity=sheet**2)
        p = self.p * [1.0, 1.0, lift]
        fit = fit_orthogonal(p)
        about = p - fit.centroid
        feet = np.outer(about @ fit.direction, fit.direction)
        ends = (1 + BEYOND * lift) * RADIUS * np.outer([-1.0, 1.0], fit.direction)
        centre = -fit.centroid
        on_the_sheet = p * [1.0, 1.0, 0.0] + centre
        self.rules.set_corners(_in_space(_flat(rules()) + centre), view)
        self.rim.set_corners(_in_space(_flat(rim()) + centre)[None], view)
        self.plumb_lines.set_corners(_in_space(np.stack([about, on_the_sheet], axis=1)), view)
        self.ways.set_corners(_in_space(np.stack([about, feet], axis=1)), view)
        self.line.set_corners(_in_space(ends)[None], view)
        self.dots.set_points_in_space(_in_space(about), view)
        self.tip.set_points_in_space(_in_space(ends[1:]), view, size=max(lift, 1e-3))
        self.tank.set_level(self.unit * fit.rss)
        return self


def _flat(places: Values) -> Points:
    """Return places (..., 2) of the sheet as points (..., 3) at height 0."""
    return np.concatenate([places, np.zeros((*places.shape[:-1], 1))], axis=-1)


def _in_space(points: Values) -> Points:
    """Return points (..., 3) of sheet and height as a view has them: the sheet stands upright."""
    return np.stack([points[..., 0], -points[..., 2], points[..., 1]], axis=-1)
