"""A plane as a sheet with a grid, and the flats on both of its sides."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.multiple_regression.flats import AREA, DISTANCE, RENT, Plane, facing, in_box
from scenes.visuals.plot.regression import RADIUS
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Discs, Sheet, Strokes
from scenes.visuals.writing.screen import BOLD, THIN

CORNERS = np.array(
    [
        [AREA.low, DISTANCE.low],
        [AREA.high, DISTANCE.low],
        [AREA.high, DISTANCE.high],
        [AREA.low, DISTANCE.high],
    ]
)
RULES = [
    np.array(ends)
    for share in np.linspace(0, 1, 7)
    for ends in (
        [[AREA.low + share * AREA.span, d] for d in (DISTANCE.low, DISTANCE.high)],
        [[a, DISTANCE.low + share * DISTANCE.span] for a in (AREA.low, AREA.high)],
    )
]
# Seen this nearly edge on, the sheet turns into a line.
NEARLY = 0.12


class PlaneSheet(VGroup):
    """The plane as far as the box holds it, and as a line where it is seen edge on."""

    def __init__(self, theme: Theme) -> None:
        self.sheet = Sheet(theme.faint, 0.6)
        self.grid = Strokes(theme.muted, THIN)
        self.edge = Strokes(theme.ink, BOLD)
        super().__init__(self.sheet, self.grid, self.edge)

    def set_plane(self, plane: Plane, view: View) -> Self:
        """Draw ``plane`` as ``view`` shows it."""
        outline = in_box(_within_box(_lifted(CORNERS, plane)))
        rules = [_within_box(_lifted(rule, plane)) for rule in RULES]
        self.sheet.set_corners(outline, view)
        self.grid.set_corners(np.array([in_box(rule) for rule in rules if len(rule) == 2]), view)
        self.edge.set_corners(np.concatenate([outline, outline[:1]])[None], view)
        self.edge.set_stroke(opacity=max(0.0, 1 - abs(facing(plane, view)) / NEARLY))
        return self


class FlatsBeside(VGroup):
    """The flats on one side of a plane, before it or behind it, with their residuals.

    What lies behind is drawn before the sheet, so that the sheet covers it.
    """

    def __init__(self, theme: Theme, *, before: bool) -> None:
        self.before = before
        self.residuals = Strokes(theme.residual, BOLD)
        self.dots = Discs(theme.point, RADIUS, ring=theme.background)
        super().__init__(self.residuals, self.dots)

    def set_plane(self, values: Points, plane: Plane, view: View, drawn: float = 1.0) -> Self:
        """Draw the flats (n, 3), and the share ``drawn`` of each residual from its flat."""
        missed = values[:, 2] - plane.rent(values[:, 0], values[:, 1])
        before = missed * facing(plane, view) >= 0
        chosen = before if self.before else ~before
        feet = values[chosen].copy()
        feet[:, 2] -= drawn * missed[chosen]
        ends = in_box(np.stack([values[chosen], feet], axis=1))
        self.residuals.set_corners(ends, view)
        self.dots.set_points_in_space(ends[:, 0], view)
        return self


class Ghosts(VMobject):
    """The residuals of a former plane, upright at their flats, as quiet strokes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(stroke_color=theme.muted, stroke_width=BOLD)
        self._strokes = Strokes(theme.muted, BOLD)

    def set_lengths(self, values: Points, missed: Points, view: View) -> Self:
        """Draw from each flat as far as it is ``missed`` (n,)."""
        feet = values.copy()
        feet[:, 2] -= missed
        ends = in_box(np.stack([values, feet], axis=1))
        self.points = self._strokes.set_corners(ends, view).points
        return self


def _lifted(places: Points, plane: Plane) -> Points:
    """Return the values (n, 3) of a plane above places (n, 2)."""
    return np.column_stack([places, plane.rent(places[:, 0], places[:, 1])])


def _within_box(corners: Points) -> Points:
    """Cut a polygon, or a stroke of two ends, off where its rent leaves the box.

    I. E. Sutherland, G. W. Hodgman, Reentrant polygon clipping, Comm. ACM 17 (1974) 32-42.
    """
    for bound, sense in ((RENT.low, 1.0), (RENT.high, -1.0)):
        inside = sense * (corners[:, 2] - bound)
        kept = []
        closed = len(corners) > 2
        for k in range(len(corners)):
            if inside[k] >= 0:
                kept.append(corners[k])
            after = (k + 1) % len(corners)
            if (closed or after) and inside[k] * inside[after] < 0:
                share = inside[k] / (inside[k] - inside[after])
                kept.append(corners[k] + share * (corners[after] - corners[k]))
        corners = np.array(kept).reshape(-1, 3)
    return corners
