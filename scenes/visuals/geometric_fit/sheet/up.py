"""The arrow beside the sheet that points up on the screen, however the sheet is turned."""

from typing import Self

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
        self.arrow = VMobject(stroke_color=pen.theme.ink, stroke_width=BOLD)
        self.word = Placed(pen.words("up", size=SMALLEST), np.zeros(3))
        super().__init__(self.arrow, self.word)
        self.put(start, length)

    def put(self, start: tuple[float, float], length: float) -> Self:
        """Lay the foot of the arrow at ``start``."""
        foot = np.array([*start, 0.0])
        tip = foot + np.array([0.0, length, 0.0])
        head = [tip + BARB * [-1, 1, 1], tip, tip + BARB]
        strokes = (np.array([[foot, tip]]), np.array([head]))
        self.arrow.points = np.concatenate([polylines(stroke) for stroke in strokes])
        self.word.put(tip + np.array([0.0, NAME, 0.0]))
        return self
