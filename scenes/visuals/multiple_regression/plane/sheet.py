"""A plane as a sheet over the ground where there are flats, ruled by lines of equal distance."""

from itertools import pairwise
from typing import Self

from manim import ManimColor, VGroup, interpolate_color

from core.palette import Theme
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shades import Shades
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.views import facing
from scenes.visuals.space.projection import Points
from scenes.visuals.space.wireframe import Sheet, Strokes
from scenes.visuals.writing.screen import BOLD, THIN

OPACITY = 0.35
TINT = 0.2  # of the stripe about each line, once distances have colours
# Seen this nearly edge on, the sheet turns into a line.
NEARLY = 0.12


class PlaneSheet(VGroup):
    """The plane above the flats, and as a line where it is seen edge on.

    About each line of equal distance the sheet has a stripe in the colour of that distance.
    """

    def __init__(self, theme: Theme, flats: Flats) -> None:
        self.theme, self.shades = theme, Shades(theme)
        self.space, self.footprint = flats.space, flats.footprint
        self.sheet = Sheet(theme.faint, OPACITY)
        self.stripes = [Sheet(theme.faint, 0.0) for _ in self.space.distances]
        self.outline = Strokes(theme.muted, THIN)
        self.lines = [Strokes(theme.muted, THIN) for _ in self.space.distances]
        self.edge = Strokes(theme.ink, BOLD)
        between = (self.space.distances[:-1] + self.space.distances[1:]) / 2
        self._ends = [self.space.distance.low, *between, self.space.distance.high]
        super().__init__(self.sheet, *self.stripes, self.outline, *self.lines, self.edge)

    def set_shot(self, shot: Shot) -> Self:
        """Draw the plane of ``shot`` as its view shows it."""
        view, as_sheet = shot.view, 1 - shot.lines
        around = self._around(shot, self.space.distance.low, self.space.distance.high)
        self.sheet.set_corners(around, view).set_fill(opacity=OPACITY * as_sheet)
        self.outline.set_corners([[*around, around[0]]], view).set_stroke(opacity=as_sheet)
        self._rule(shot)
        self.edge.set_corners([[*around, around[0]]], view)
        edge_on = max(0.0, 1 - abs(facing(shot.plane, view, self.space)) / NEARLY)
        self.edge.set_stroke(opacity=as_sheet * edge_on)
        return self

    def _rule(self, shot: Shot) -> None:
        """Draw the lines of equal distance, which move along the sheet with their flats."""
        move = shot.moved * (self.space.one_distance - self.space.distances)
        for k, (near, far) in enumerate(pairwise(self._ends)):
            colour = self.shades.in_shot(k, shot, self.theme.muted)
            stripe = self.stripes[k].set_corners(self._around(shot, near, far), shot.view)
            stripe.set_fill(colour, TINT * shot.coloured * (1 - shot.lines))
            places = self.footprint.lines(self.space.distances[k], shot.lines)
            places[:, 1] += move[k]
            line = self.lines[k].set_corners(
                self.space.in_box(shot.plane.lifted(places))[None], shot.view
            )
            loud = (1 - shot.quiet) * max(shot.lines, shot.coloured / 2)
            line.set_stroke(
                interpolate_color(colour, ManimColor(self.theme.muted), shot.quiet),
                width=THIN + loud * (BOLD - THIN),
            )

    def _around(self, shot: Shot, near: float, far: float) -> Points:
        """Return the corners (4, 3) of the part from ``near`` to ``far``, in the box."""
        places = self.footprint.places([near, near, far, far], [-1, 1, 1, -1])
        return self.space.in_box(shot.plane.lifted(places))
