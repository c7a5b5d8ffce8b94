"""All ways from the best line to other lines: along each of them both numbers change evenly."""

from dataclasses import dataclass

from core.landscape.squared import ResidualLandscape
from scenes.visuals.linear_regression_2d.lines.search import Line


@dataclass(frozen=True)
class Ways:
    """Lines so far ``along`` a way: 0 is the best line, -1 and 1 are the ends, ``height`` high.

    A way has an ``angle``; half a turn further it is the same way, the other way round.
    """

    landscape: ResidualLandscape
    height: float

    def line(self, along: float, angle: float) -> Line:
        """Return the line so far along the way at ``angle``."""
        a, b = self.landscape.at(along * self.height**0.5, angle)
        return float(a), float(b)

    def polar(self, a: float, b: float) -> tuple[float, float]:
        """Return how far along which way (at which angle) a line lies."""
        root_height, angle = self.landscape.polar(a, b)
        return root_height / self.height**0.5, angle

    @property
    def of_slope(self) -> float:
        """The angle of the way along which the slope alone grows."""
        fit = self.landscape
        return self.polar(fit.slope + fit.slope_reach(self.height), fit.intercept)[1]

    @property
    def of_second(self) -> float:
        """The angle of the way along which the second number alone grows."""
        fit = self.landscape
        return self.polar(fit.slope, fit.intercept + fit.intercept_reach(self.height))[1]
