"""How wide the points spread along a line, as a bar on it: their standard deviation, enlarged."""

from typing import Self

import numpy as np
from manim import VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import Cloud
from scenes.visuals.geometric_fit.page import FARTHEST, Page
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD

BAR = 4 * BOLD
END = 0.32  # from the line to a tip of its ends
BEHIND = 0.55  # opacity of the bar, which lies behind the line


class Extent(VGroup):
    """A bar with ends, from the mean to both sides; along every line of ``cloud`` to one scale.

    Along the best line it is as long as the farthest point is far from the mean.
    """

    def __init__(self, cloud: Cloud, theme: Theme) -> None:
        self.cloud = cloud
        self.bar = VMobject(stroke_color=theme.point, stroke_width=BAR, stroke_opacity=BEHIND)
        self.ends = VMobject(stroke_color=theme.point, stroke_width=1.5 * BOLD)
        super().__init__(self.bar, self.ends)
        self.bar.set_z_index(2)
        self.ends.set_z_index(6)

    def reach(self, angle: float) -> float:
        """Return how far from the mean it ends along the line at ``angle``."""
        along, most = (
            float(self.cloud.sum_of_squares(one + np.pi / 2))
            for one in (angle, self.cloud.best_angle)
        )
        return FARTHEST * float(np.sqrt(along / most))

    def set_angle(self, angle: float) -> Self:
        """Lay it on the line at ``angle``."""
        along = np.array([np.cos(angle), np.sin(angle)])
        across = END * np.array([-along[1], along[0]])
        tips = self.reach(angle) * np.array([-along, along])
        self.bar.points = polylines(Page().places(tips)[None])
        strokes = np.stack([tips - across, tips + across], axis=1)
        self.ends.points = polylines(Page().places(strokes))
        return self
