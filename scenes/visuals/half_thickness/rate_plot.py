"""Counting rates against thickness, on an axis that turns from the rate into its logarithm."""

from typing import Self

import numpy as np
from manim import RIGHT, UP, Square, VGroup, VMobject
from numpy.typing import ArrayLike, NDArray

from core import palette
from core.attenuation.fit import AttenuationFit
from core.palette import Theme
from scenes.visuals.plot.panel import TICK_LENGTH, Box, Panel, Scale
from scenes.visuals.writing.typeset import formula, words

SAMPLES = 161
POINT_SIZE = 0.17
MARGIN = 0.05
LOWEST_LOG = 0.6
# Room above the first point, where its step is labelled.
LOG_MARGIN = 0.17
NAME_ABOVE = np.array([-0.1, 0.28, 0.0])

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


class BackgroundBand(VGroup):
    """The rates below ``factor`` times the ``background``, on the axis of logarithms."""

    def __init__(self, axes: RateAxes, factor: float, background: float) -> None:
        band = axes.logarithmic.band_below(
            float(np.log(factor * background)), palette.BACKGROUND_LEVEL
        )
        name = words(f"below {factor:g} × background", colour=palette.BACKGROUND_LEVEL, size=30)
        name.move_to(band.get_corner(UP + RIGHT) + NAME_ABOVE, aligned_edge=RIGHT)
        super().__init__(band, name)


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


def _split(panel: Panel) -> tuple[list[VMobject], list[VMobject]]:
    """Return the ticks of y with their labels, then everything else."""
    beside = [part for part in panel if part.get_center()[0] < panel.box.left - TICK_LENGTH / 3]
    return beside, [part for part in panel if part not in beside]
