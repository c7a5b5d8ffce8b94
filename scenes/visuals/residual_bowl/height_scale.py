"""How high the surface is, in units of the error: a post at the near corner of the floor."""

from typing import Self

import numpy as np
from manim import RIGHT, UP, VGroup

from scenes.visuals.residual_bowl.space import BowlSpace
from scenes.visuals.space.projection import View
from scenes.visuals.space.wireframe import Label, Strokes
from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST, THIN

ROUND = 1.0, 2.0, 5.0
TICK, LABEL, TITLE = 0.12, 0.25, 0.35
# Somewhere below such a share of the post a tick is too near to the next one, and fades.
LOWEST = np.linspace(0.13, 0.26, 27)
FADING = 1.25
HALO = 10
UPWARDS = np.array([0.0, 0.0, 1.0])


class HeightScale(VGroup):
    """Ticks at round sums of squares; they sink as the sum at the rim becomes larger."""

    def __init__(self, pen: Pen, space: BowlSpace, levels: tuple[float, float]) -> None:
        theme = pen.theme
        width, depth = space.size
        self._top = space.top
        self._foot = np.array([-width / 2, -depth / 2, 0.0])
        self.values = _round_values(LOWEST[0] * min(levels), max(levels))
        self.lowest = _lowest(self.values, levels)
        self.post = Strokes(theme.muted, THIN)
        self.ticks = [Strokes(theme.muted, THIN) for _ in self.values]
        self.labels = [
            Number(_text(value), np.zeros(3), colour=theme.residual, size=SMALLEST, edge=-RIGHT)
            for value in self.values
        ]
        self.title = Label(pen.sentence('$res("error")$', size=SMALLEST))
        for text in (*self.labels, self.title):
            text.set_stroke(theme.background, HALO, background=True)
        super().__init__(self.post, *self.ticks, *self.labels, self.title)

    def set_level(self, level: float, view: View) -> Self:
        """Let ``level`` be as high as the post."""
        top = self._foot + self._top * UPWARDS
        self.post.set_corners([[self._foot, top]], view)
        self.title.set_point(top, view)
        self.title.shift(TITLE * UP)
        for value, tick, label in zip(self.values, self.ticks, self.labels, strict=True):
            share = value / level
            fading = (share / self.lowest - 1) / (FADING - 1)
            seen = float(np.clip(fading, 0, 1)) * (share <= 1)
            at = view.project(self._foot + share * self._top * UPWARDS)
            tick.set_stroke(opacity=seen)
            label.anchor = at + LABEL * RIGHT
            label.set_text(label.text).set_opacity(seen)
        return self


def _round_values(low: float, high: float) -> list[float]:
    """Return the numbers of which the only digit is 1, 2 or 5, from ``low`` to ``high``."""
    powers = range(int(np.floor(np.log10(low))), int(np.ceil(np.log10(high))) + 1)
    every = (digit * 10.0**power for power in powers for digit in ROUND)
    return [value for value in every if low <= value <= high]


def _lowest(values: list[float], levels: tuple[float, float]) -> float:
    """Return below which share ticks are gone; at rest, at ``levels``, none is half gone."""
    shares = np.array([value / level for value in values for level in levels])
    half_gone = (shares > LOWEST[:, None]) & (shares < FADING * LOWEST[:, None])
    return float(LOWEST[int(np.argmin(half_gone.any(axis=1)))])


def _text(value: float) -> str:
    digits, _, power = f"{value:g}".partition("e")
    return f"{digits}×10^{int(power)}" if power else digits
