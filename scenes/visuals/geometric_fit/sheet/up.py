"""The arrow beside the sheet that points up on the screen, however the sheet is turned."""

import numpy as np
from manim import VGroup, VMobject

from scenes.visuals.geometric_fit.sheet.page import ASIDE, MIDDLE
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import BOLD, SMALLEST

FOOT = ASIDE, MIDDLE[1] + 0.5  # above the middle of the sheet, where that leaves room
LENGTH = 1.8
BARB = np.array([0.2, -0.28, 0.0])
NAME = 0.4  # above the tip


class Up(VGroup):
    """An arrow from ``start`` (x, y) on, and its name."""

    def __init__(self, pen: Pen, start: tuple[float, float] = FOOT, length: float = LENGTH) -> None:
        foot = np.array([*start, 0.0])
        tip = foot + np.array([0.0, length, 0.0])
        head = [tip + BARB * [-1, 1, 1], tip, tip + BARB]
        arrow = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        strokes = (np.array([[foot, tip]]), np.array([head]))
        arrow.points = np.concatenate([polylines(stroke) for stroke in strokes])
        name = Placed(pen.words("up", size=SMALLEST), tip + np.array([0.0, NAME, 0.0]))
        super().__init__(arrow, name)
