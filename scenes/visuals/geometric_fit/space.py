"""The same in space: the sheet is tipped over, and the points rise from it.

Space is the sheet, seen from above, and the height of each point over it. A line is looked along
from its end in front: then it is a dot, and the ways to it are seen in their whole length.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject
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

FRONT = View(-np.pi / 2, np.pi / 2, (MIDDLE[0], MIDDLE[1]), 1.0)
SIDE = View(np.deg2rad(-65.0), 0.25, (MIDDLE[0], MIDDLE[1] + 0.4), 0.8)
ALONG = (MIDDLE[0], MIDDLE[1]), 1.1  # centre and scale, along whatever line one looks
BEYOND = 0.3  # of the line, in space, of its length on the sheet
TIP = 0.15  # radius of the line where one looks along it
ASKEW = np.deg2rad(35.0)  # from the best line to another one


@dataclass(frozen=True)
class Shot:
    """A view of the line along ``along`` (3,): how high the points are, how dark the sheet is."""

    view: View
    along: Points
    lift: float = 1.0
    sheet: float = 1.0

    @classmethod
    def looking(cls, along: Points) -> Self:
        """Return the shot from which the line along ``along`` is a dot."""
        x, y, z = along if along[1] < 0 else -along
        view = View(float(np.arctan2(y, x)), float(np.arcsin(z)), *ALONG)
        return cls(view, along, sheet=0.0)

    def towards(self, other: "Shot", share: float) -> "Shot":
        """Return the shot after ``share`` of the way to ``other``."""

        def between(start: float, end: float) -> float:
            return start + share * (end - start)

        return Shot(
            self.view.towards(other.view, share),
            turned(self.along, other.along, share),
            between(self.lift, other.lift),
            between(self.sheet, other.sheet),
        )


def turned(one: Points, other: Points, share: float) -> Points:
    """Return the direction after ``share`` of the way from ``one`` to ``other``."""
    along = (1 - share) * one + share * other
    return along / np.linalg.norm(along)


class CloudInSpace(VGroup):
    """Sheet, points (n, 3) about the mean of those on the sheet, and a line through their mean.

    The third coordinate is the height over the sheet. ``tank`` holds the sum of squares: on the
    sheet it is filled up to ``least``, or less where it could not hold the sums in space. A ring
    ``around`` all points, as one sees them along the line on the sheet, shows how wide they lay.
    """

    def __init__(self, points: ArrayLike, tank: Tank, least: float, theme: Theme) -> None:
        self.p: Points = np.asarray(points, dtype=float)
        self.tank = tank
        self.on_the_sheet = fit_orthogonal(self.p * [1.0, 1.0, 0.0]).direction
        self.best = fit_orthogonal(self.p).direction
        across = np.cross(self.best, self.on_the_sheet)
        across /= np.linalg.norm(across)
        self.other = np.cos(ASKEW) * self.best + np.sin(ASKEW) * across
        largest = max(_squares(self.p, self.on_the_sheet), _squares(self.p, self.other))
        on_the_sheet = _squares(self.p * [1.0, 1.0, 0.0], self.on_the_sheet)
        self.unit = min(least / on_the_sheet, tank.levels.high / largest)
        self.rules: VMobject = Strokes(theme.faint, BOLD)
        self.rim: VMobject = Strokes(theme.muted, THIN)
        self.stilts: VMobject = Strokes(theme.point, THIN)
        self.ways = Strokes(theme.residual, BOLD).set_z_index(4)
        self.line = Strokes(theme.ink, BOLD).set_z_index(5)
        self.dots = Discs(theme.point, DOT, ring=theme.background).set_z_index(6)
        self.tip = Discs(theme.ink, TIP, ring=theme.background).set_z_index(7)
        super().__init__(
            self.rules, self.rim, self.stilts, self.ways, self.line, self.dots, self.tip
        )
        widest = np.linalg.norm(np.cross(self.p - self.p.mean(axis=0), self.on_the_sheet), axis=1)
        self.around = Circle(ALONG[1] * float(widest.max()) + DOT, theme.muted, stroke_width=THIN)
        self.around.move_to(MIDDLE)
        self.sheet = VGroup(self.rules, self.rim, self.stilts)
        self.set_shot(self.flat)

    @property
    def flat(self) -> Shot:
        """Return the shot that shows the sheet as it lies beside the tank."""
        return Shot(FRONT, self.on_the_sheet, lift=0.0)

    @property
    def risen(self) -> Shot:
        """Return the shot from the side of the points on their stilts, the line as it was."""
        return Shot(SIDE, self.on_the_sheet)

    def afloat(self, along: Points) -> Shot:
        """Return the shot from the side of the points without the sheet, and of a line."""
        return Shot(SIDE, along, sheet=0.0)

    def set_shot(self, shot: Shot) -> Self:
        """Draw everything as it is in ``shot``."""
        view, lift, along = shot.view, shot.lift, shot.along
        self.sheet.set_stroke(opacity=shot.sheet)
        p = self.p * [1.0, 1.0, lift]
        centre = p.mean(axis=0)
        about = p - centre
        feet = np.outer(about @ along, along)
        ends = (1 + BEYOND * lift) * RADIUS * np.outer([-1.0, 1.0], along)
        below = p * [1.0, 1.0, 0.0] - centre
        self.rules.set_corners(_flat(rules()) - centre, view)
        self.rim.set_corners((_flat(rim()) - centre)[None], view)
        self.stilts.set_corners(np.stack([about, below], axis=1), view)
        self.ways.set_corners(np.stack([about, feet], axis=1), view)
        self.line.set_corners(ends[None], view)
        self.dots.set_points_in_space(about, view)
        seen = float(np.linalg.norm(np.diff(view.project(ends), axis=0))) / (2 * RADIUS)
        self.tip.set_points_in_space([[0.0, 0.0, 0.0]], view, size=max(1 - 3 * seen, 1e-3))
        self.tank.set_level(self.unit * _squares(p, along))
        return self


def _squares(points: Points, along: Points) -> float:
    """Return the sum of squared distances of points (n, 3) from the line through their mean."""
    about = points - points.mean(axis=0)
    return float((about**2).sum() - ((about @ along) ** 2).sum())


def _flat(places: Values) -> Points:
    """Return places (..., 2) of the sheet as points (..., 3) at height 0."""
    return np.concatenate([places, np.zeros((*places.shape[:-1], 1))], axis=-1)
