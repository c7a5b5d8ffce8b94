"""A walk over the level curves of epsilon_rel, with a gauge that shows how high one is."""

from manim import LEFT, UP, VGroup

from core import palette
from core.palette import Theme
from scenes.visuals.linear_regression_2d.level_curves import LevelCurves, Trail
from scenes.visuals.linear_regression_2d.rose_path import RosePath
from scenes.visuals.plot.gauge import Gauge
from scenes.visuals.plot.height_measure import HeightMeasure
from scenes.visuals.plot.panel import FRAME_EDGE, Box, Scale
from scenes.visuals.plot.sweep_plot import Marker
from scenes.visuals.writing.typeset import formula

CURVES_BOX = Box(left=1.9, bottom=-2.75, width=3.1, height=5.1)
GAUGE_BOX = Box(left=6.0, bottom=-2.75, width=0.3, height=5.1)
LEVELS = (0.25, 1.0, 2.0, 3.0)


class LevelWalk(VGroup):
    """What stands still (``fixed``), the ``trail`` of ``path``, the ``marker`` and the ``bar``."""

    def __init__(
        self, path: RosePath, heights: Scale, measure: HeightMeasure, theme: Theme
    ) -> None:
        super().__init__()
        fit = path.landscape
        curves = LevelCurves(CURVES_BOX, fit, LEVELS, theme)
        gauge = Gauge(GAUGE_BOX, heights, theme)
        title = formula(measure.symbol, colour=theme.ink, size=36)
        title.next_to(gauge.fixed, UP, buff=0.18)
        title.shift(max(0.0, float(title.get_right()[0]) - FRAME_EDGE) * LEFT)
        self.fixed = VGroup(gauge.fixed, curves, title)
        self.trail = Trail(curves.panel, *path.whole(), theme.ink).set_z_index(1)
        self.marker = Marker(curves.panel, fit.slope, fit.intercept, palette.BEST_LINE, theme)
        self.marker.set_z_index(2)
        self.bar = gauge.bar
        self.add(self.fixed, self.trail, self.marker, self.bar)
