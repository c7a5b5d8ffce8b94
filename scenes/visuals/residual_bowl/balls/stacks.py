"""Heights that are laid on each other: at some places bars on bars, and a surface through them."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.residual_bowl.balls.on_the_bowl import Place, standing
from scenes.visuals.residual_bowl.bowl.heights import Heights, Values
from scenes.visuals.residual_bowl.map.lines import between
from scenes.visuals.space.polylines import polylines
from scenes.visuals.space.projection import Points, View
from scenes.visuals.space.wireframe import Strokes
from scenes.visuals.writing.screen import THIN

WIDTH, OPACITY = 0.26, (0.7, 1.0)


class Stacks(VGroup):
    """At each of some places the bar of one surface, and that of another one laid on it.

    Over these places a surface is drawn as it goes along v.
    """

    def __init__(self, theme: Theme) -> None:
        self.lower, self.upper = (
            VMobject(
                stroke_width=THIN, stroke_color=colour, fill_color=colour, fill_opacity=opacity
            )
            for colour, opacity in zip((theme.residual, theme.point), OPACITY, strict=True)
        )
        self.ways = Strokes(theme.ink, THIN)
        super().__init__(self.lower, self.upper, self.ways)

    def set_ways(self, places: list[Place], surface: Heights, view: View) -> Self:
        """Draw the ways along v over ``places`` as they go on ``surface``."""
        sides = [(u, surface.across(u)) for u in sorted({u for u, _ in places})]
        ways = np.array([between((u, low), (u, high)) for u, (low, high) in sides])
        self.ways.set_corners(surface.over(ways), view)
        return self

    def set_laid(
        self, share: float, places: list[Place], low: Heights, high: Heights, view: View
    ) -> Self:
        """Lift the bars of ``high`` by a ``share`` of those of ``low``, on which they come."""
        at = np.array(places).reshape(-1, 2)
        below, above = low.at(*at.T), high.at(*at.T)
        self.lower.points = _bars(at, 0 * below, below, view)
        self.upper.points = _bars(at, share * below, share * below + above, view)
        return self

    def set_standing(self, places: Values, low: Values, high: Values, view: View) -> Self:
        """Let bars stand up to ``low``, and on them others up to ``high``."""
        self.lower.points = _bars(places, 0 * low, low, view)
        self.upper.points = _bars(places, low, high, view)
        return self


def _bars(places: Values, feet: Values, tops: Values, view: View) -> Points:
    """Return the outlines of bars at ``places`` (n, 2)."""
    rings = []
    for (u, v), foot, top in zip(places, feet, tops, strict=True):
        ring = standing((float(u), float(v)), float(foot), float(top), view, WIDTH)
        rings.append(np.concatenate([ring, ring[:1]]))
    return polylines(np.array(rings))
