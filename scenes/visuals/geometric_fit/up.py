"""The arrow beside the sheet that points up on the screen, however the sheet is turned."""

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.geometric_fit.page import ASIDE, MIDDLE
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

START, TIP = 0.5, 2.3  # above the middle of the sheet, where that leaves room
BARB = np.array([0.2, -0.28, 0.0])
NAME = 0.4  # above the tip


class Up(VGroup):
    """An arrow and its name."""

    def __init__(self, pen: Pen) -> None:
        foot = np.array([ASIDE, MIDDLE[1] + START, 0.0])
        tip = np.array([ASIDE, MIDDLE[1] + TIP, 0.0])
        head = [tip + BARB * [-1, 1, 1], tip, tip + BARB]
        arrow = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        strokes = (np.array([[foot, tip]]), np.array([head]))
        arrow.points = np.concatenate([polylines(stroke) for stroke in strokes])
        name = Placed(pen.words("up", size=SMALLEST), tip + np.array([0.0, NAME, 0.0]))
        super().__init__(arrow, name)
