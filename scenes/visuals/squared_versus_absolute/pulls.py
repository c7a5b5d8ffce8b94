"""How hard each point pulls at a line: how fast its part of the sum changes with the line."""

from typing import Any, Self

import numpy as np
from manim import ManimColor, VMobject, interpolate_color
from numpy.typing import NDArray

from core.palette import Theme
from scenes.visuals.plot.chart import Chart
from scenes.visuals.space.polylines import polylines
from scenes.visuals.squared_versus_absolute.measure import Measure
from scenes.visuals.squared_versus_absolute.stray import TOUCHING
from scenes.visuals.squared_versus_absolute.tipping import off
from scenes.visuals.writing.screen import BOLD

Values = NDArray[np.float64]

# Of an arrow's head, in units of the screen, and at most as a share of the arrow.
HEAD, LARGEST_HEAD = 0.25, 0.5
SHAFT = BOLD + 4
# They stand out from a line and from points of their own colour: by so much ink, and a dark rim.
INK, RIM = 0.45, 5
# The pull of a length is the same for every point, a share of the height of the chart: so far a
# line steps for it.
LENGTH_PULL = 0.09
# Of the points, and of the stray one, which has a bold rim: in this film nothing else has.
RADIUS, STRAY_RADIUS = 0.15, 0.26
# So far from the rim of a point every arrow ends.
CLEAR = 0.05


class Pulls(VMobject):
    """An arrow for each point, from the line towards it.

    It is as long as the miss where squares are summed, and has one length where lengths are. None
    lies on its point, a disc of the radius ``rim`` in units of the screen: one for all points, or
    one (n,) for each. Where squares are summed an arrow ends short of it; where lengths are it is
    whole, and stands back so far as it has to; that of a point which a tipping line has ``left``,
    one for all or one (n,) for each, grows first.
    """

    def __init__(
        self,
        chart: Chart,
        measure: Measure,
        theme: Theme,
        *,
        rim: Values | float = 0.0,
        outlined: bool = False,
    ) -> None:
        super().__init__(**stroke_of(measure, theme, outlined=outlined))
        self.chart, self.measure = chart, measure
        self.rim = rim
        self.grown: Values | float = 1.0
        self.headed = 1.0
        self.left: NDArray[np.bool_] | bool = False

    def lengths(self, misses: Values) -> Values:
        """Return how far each arrow reaches up (or down, below 0) in units of y."""
        if self.measure.power > 1:
            return misses
        sides = np.where(np.abs(misses) > TOUCHING * self.chart.y_scale.span, np.sign(misses), 0.0)
        return LENGTH_PULL * self.chart.y_scale.span * sides

    def ends(self, x: Values, y: Values, line: tuple[float, float]) -> tuple[Values, Values]:
        """Return the tails and the tips (n, 3) of the arrows of points (x, y) at a line (a, b)."""
        misses = y - np.polyval(line, x)
        born = np.where(self.left, off(misses, self.chart.y_scale.span), 1.0)
        reach = self.grown * born * self.lengths(misses)
        return ends_of(self.chart, x, reach, line)

    def answer(self, x: Values, y: Values, line: tuple[float, float]) -> Self:
        """Draw the arrows of points (x, y) at a line (a, b), each as far as it has ``grown``.

        Heads are as large as they are ``headed``.
        """
        tails, tips = self.ends(x, y, line)
        pulling = self.seen(tails, tips)
        tails, tips = tails[pulling], tips[pulling]
        rim = np.broadcast_to(self.rim, x.shape)[pulling] + CLEAR
        if self.measure.power > 1:
            self.points = arrows(tails, tips, rim, headed=self.headed)
        else:
            places = self.chart.places(x, y)[pulling]
            self.points = arrows(*clear_of(places, tails, tips, rim), headed=self.headed)
        return self

    def seen(self, tails: Values, tips: Values) -> NDArray[np.bool_]:
        """Tell which arrows (n,) are there at all: a point on the line does not pull."""
        return np.asarray(np.abs(tips - tails)[:, 1] > TOUCHING * self.chart.box.height)


def colour_of(measure: Measure, theme: Theme) -> ManimColor:
    """Return the colour of the arrows of one measure."""
    return interpolate_color(ManimColor(measure.colour(theme)), ManimColor(theme.ink), INK)


def stroke_of(measure: Measure, theme: Theme, *, outlined: bool = False) -> dict[str, Any]:
    """Return how the arrows of one measure are drawn; one that is ``outlined`` stands out."""
    hue = ManimColor(measure.colour(theme))
    return {
        "stroke_color": hue if outlined else colour_of(measure, theme),
        "stroke_width": SHAFT,
        "background_stroke_color": theme.ink if outlined else theme.background,
        "background_stroke_width": SHAFT + RIM,
        "background_stroke_opacity": 1,
    }


def clear_of(
    points: Values, tails: Values, tips: Values, rims: Values | float
) -> tuple[Values, Values]:
    """Return ``tails`` and ``tips`` (n, 3) of upright arrows that stand back from their points.

    Each of these is a disc as large as ``rims`` (n,) say.
    """
    up = np.sign(tips - tails)[:, 1]
    too_far = (up * (tips - points)[:, 1] + rims).clip(0.0)
    back = np.stack([0 * up, -up * too_far, 0 * up], axis=-1)
    return tails + back, tips + back


def ends_of(
    chart: Chart, x: Values, reach: Values, line: tuple[float, float]
) -> tuple[Values, Values]:
    """Return tails and tips (n, 3) of arrows that reach up from a line (a, b) at x."""
    on_line = np.polyval(line, x)
    return chart.places(x, on_line), chart.places(x, on_line + reach)


def short_of(tails: Values, tips: Values, rims: Values | float) -> Values:
    """Return places (n, 3) so far before the ``tips`` of upright arrows as ``rims`` (n,) say."""
    along = tips[:, 1] - tails[:, 1]
    hidden = np.sign(along) * np.minimum(rims, np.abs(along))
    return np.asarray(tips - np.stack([0 * along, hidden, 0 * along], axis=-1))


def arrows(
    tails: Values, tips: Values, rims: Values | float = 0.0, *, headed: float = 1.0
) -> Values:
    """Return the points of upright arrows from ``tails`` (n, 3) to ``tips`` (n, 3).

    Their heads end so far before the tips as ``rims`` (n,) say, and are ``headed`` as large as
    they can be.
    """
    ends = short_of(tails, tips, rims)
    along = tips[:, 1] - tails[:, 1]
    largest = headed * np.minimum(HEAD, LARGEST_HEAD * np.abs(ends - tails)[:, 1])
    size = np.sign(along) * largest
    wings = [
        ends + np.stack([side * np.abs(size), -size, np.zeros_like(size)], axis=-1)
        for side in (-1, 1)
    ]
    heads = polylines(np.stack([wings[0], ends, wings[1]], axis=1))
    return np.concatenate([polylines(np.stack([tails, tips], axis=1)), heads])
