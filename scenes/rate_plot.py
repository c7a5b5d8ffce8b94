"""Counting rates against thickness, on an axis that turns from the rate into its logarithm."""

from typing import Self

import numpy as np
from manim import Square, VGroup, VMobject
from numpy.typing import ArrayLike, NDArray

from core import palette
from core.attenuation import AttenuationFit
from core.palette import Theme
from scenes.panel import TICK_LENGTH, Box, Panel, Scale
from scenes.typeset import formula, words

SAMPLES = 161
POINT_SIZE = 0.17
MARGIN = 0.05
LOWEST_LOG = 0.6
# Room above the first point, where its step is labelled.
LOG_MARGIN = 0.17

Values = NDArray[np.float64]


class RateAxes:
    """Two panels in one box: rates as they are, and their natural logarithms."""

    def __init__(self, box: Box, thickness_mm: Values, rate: Values, theme: Theme) -> None:
        across = Scale(0.0, (1 + MARGIN / 2) * float(thickness_mm.max()))
        highest = float(rate.max())
        self.linear = Panel(box, across, Scale(0.0, (1 + MARGIN) * highest), theme)
        self.logarithmic = Panel(
            box, across, Scale(LOWEST_LOG, float(np.log(highest)) * (1 + LOG_MARGIN)), theme
        )

        linear_label, logarithmic_label = (
            formula(source, colour=theme.muted, size=32) for source in ('"rate" I "[1/s]"', "ln I")
        )
        across_label = words("thickness of lead [mm]", colour=theme.muted)
        self.linear.put_labels(across_label, linear_label)
        self.logarithmic.put_labels(across_label, logarithmic_label)
        beside, common = _split(self.linear)
        self.common = VGroup(*common, across_label)
        self.linear_ticks = VGroup(*beside, linear_label)
        self.logarithmic_ticks = VGroup(*_split(self.logarithmic)[0], logarithmic_label)

    def places(self, thickness_mm: ArrayLike, rate: ArrayLike, logarithm: float) -> Values:
        """Return places between the two panels: at 0 linear, at 1 logarithmic."""
        linear = self.linear.places(thickness_mm, rate)
        logarithmic = self.logarithmic.places(thickness_mm, np.log(rate))
        between: Values = (1 - logarithm) * linear + logarithm * logarithmic
        return between


class RatePoints(VMobject):
    """A square for each measured rate."""

    def __init__(self, axes: RateAxes, thickness_mm: Values, rate: Values) -> None:
        super().__init__(stroke_width=0, fill_color=palette.DATA, fill_opacity=1)
        self.axes, self.x, self.rate = axes, thickness_mm, rate
        self._square = Square(POINT_SIZE).points
        self.set_points_shown(np.zeros(rate.size))

    def set_points_shown(self, sizes: Values, logarithm: float = 0.0) -> Self:
        """Draw each square ``sizes`` times its size."""
        places = self.axes.places(self.x, self.rate, logarithm)
        squares = places[:, None, :] + sizes[:, None, None] * self._square
        self.points = squares.reshape(-1, 3)
        return self

    def set_logarithm(self, logarithm: float) -> Self:
        """Draw all squares on the axis as far as it has turned."""
        return self.set_points_shown(np.ones(self.rate.size), logarithm)


class LawCurve(VMobject):
    """The fitted law I0 exp(-mu x) as far as both panels reach."""

    def __init__(self, axes: RateAxes, fit: AttenuationFit) -> None:
        super().__init__(stroke_color=palette.BEST_LINE, stroke_width=5)
        self.axes = axes
        # Nearly to the floor of the logarithmic panel, below which there is no place for it.
        end = (np.log(fit.initial_rate) - LOWEST_LOG) / fit.mu_per_mm
        self.x = np.linspace(0.0, min(float(end), axes.linear.x_scale.high), SAMPLES)
        self.rate = fit.transmitted_rate(self.x)
        self.set_logarithm(0.0)

    def set_logarithm(self, logarithm: float) -> Self:
        """Draw the curve on the axis as far as it has turned."""
        self.set_points_as_corners(self.axes.places(self.x, self.rate, logarithm))
        return self


class Halvings(VMobject):
    """Stairs under the law: across by one half thickness, down by one half, again and again."""

    def __init__(self, axes: RateAxes, fit: AttenuationFit, steps: int, theme: Theme) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=4)
        self.axes = axes
        edge = fit.half_thickness_mm * np.arange(steps + 1)
        self.x = np.repeat(edge, 2)[1:]
        self.rate = np.repeat(fit.transmitted_rate(edge), 2)[:-1]
        self.steps = steps
        self.set_walked(0.0)

    def set_walked(self, steps: float, logarithm: float = 0.0) -> Self:
        """Draw the first ``steps`` stairs, each across and then down."""
        corner = np.arange(self.x.size)
        end = min(2 * steps, float(corner[-1]))
        inner = corner[corner < end]
        x = np.append(self.x[inner], np.interp(end, corner, self.x))
        rate = np.append(self.rate[inner], np.interp(end, corner, self.rate))
        self.set_points_as_corners(self.axes.places(x, rate, logarithm))
        return self


def _split(panel: Panel) -> tuple[list[VMobject], list[VMobject]]:
    """Return the ticks of y with their labels, then everything else."""
    beside = [part for part in panel if part.get_center()[0] < panel.box.left - TICK_LENGTH / 3]
    return beside, [part for part in panel if part not in beside]
