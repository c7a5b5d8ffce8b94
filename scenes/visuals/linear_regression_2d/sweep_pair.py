"""Two sweep plots, one above the other: the height against a and against b."""

from core.landscape.squared import ResidualLandscape
from core.palette import Theme
from scenes.visuals.plot.height_measure import HeightMeasure
from scenes.visuals.plot.panel import Box, Scale
from scenes.visuals.plot.sweep_plot import Parameter, SweepPlot

UPPER_BOX = Box(left=2.0, bottom=0.55, width=4.2, height=1.8)
LOWER_BOX = Box(left=2.0, bottom=-2.75, width=4.2, height=1.8)


def sweep_pair(
    landscape: ResidualLandscape,
    sweep_height: float,
    heights: Scale,
    measure: HeightMeasure,
    theme: Theme,
) -> tuple[SweepPlot, SweepPlot]:
    """Return the plots of a and of b, each swept until ``sweep_height`` is reached."""
    slope = SweepPlot(
        UPPER_BOX,
        Parameter.slope(landscape),
        reach=landscape.slope_reach(sweep_height),
        heights=heights,
        measure=measure,
        theme=theme,
    )
    intercept = SweepPlot(
        LOWER_BOX,
        Parameter.intercept(landscape),
        reach=landscape.intercept_reach(sweep_height),
        heights=heights,
        measure=measure,
        theme=theme,
    )
    return slope, intercept
