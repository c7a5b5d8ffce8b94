"""A bar that shows epsilon_rel and the region below 0 that it never enters."""

from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, Line, Rectangle, VGroup, VMobject

from core import palette
from core.palette import Theme
from scenes.visuals.plot.panel import TICK_LENGTH, TICK_SIZE, Box, Panel, Scale
from scenes.visuals.writing.numerals import Number


class ForbiddenBand(VGroup):
    """The part of a panel below ``value``, hatched, because nothing is ever found there."""

    def __init__(self, panel: Panel, value: float = 0.0, spacing: float = 0.16) -> None:
        super().__init__()
        top = float(panel.place(panel.x_scale.low, value)[1])
        left, right, bottom = panel.box.left, panel.box.right, panel.box.bottom
        height = top - bottom
        ground = Rectangle(
            width=panel.box.width,
            height=height,
            stroke_width=0,
            fill_color=palette.RESIDUAL,
            fill_opacity=0.13,
        ).move_to((left, bottom, 0.0), aligned_edge=DOWN + LEFT)
        hatch = VMobject(stroke_color=palette.RESIDUAL, stroke_width=1.2, stroke_opacity=0.55)
        start = left - height
        while start < right:
            low, high = max(start, left), min(start + height, right)
            hatch.start_new_path(np.array([low, bottom + (low - start), 0.0]))
            hatch.add_line_to(np.array([high, bottom + (high - start), 0.0]))
            start += spacing
        zero = Line(
            (left, top, 0.0), (right, top, 0.0), stroke_color=panel.theme.ink, stroke_width=2
        )
        self.add(ground, hatch, zero)


class GaugeBar(VMobject):
    """The filled part of a gauge."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(stroke_width=0, fill_color=panel.theme.ink, fill_opacity=0.85)
        self.panel = panel
        self.set_value(0.0)

    def set_value(self, value: float) -> Self:
        """Fill the gauge from 0 up to ``value``."""
        corners = self.panel.places([0, 1, 1, 0, 0], [0, 0, value, value, 0])
        self.set_points_as_corners(corners)
        return self


class Gauge(VGroup):
    """A frame with ticks, a hatched region for values below 0, and the bar."""

    def __init__(self, box: Box, scale: Scale, theme: Theme) -> None:
        super().__init__()
        self.panel = Panel(box, Scale(0.0, 1.0), scale, theme, ticks=0)
        frame = Rectangle(
            width=box.width, height=box.height, stroke_color=theme.muted, stroke_width=2
        ).move_to((box.left, box.bottom, 0.0), aligned_edge=DOWN + LEFT)
        self.bar = GaugeBar(self.panel).set_z_index(1)
        self.fixed = VGroup(ForbiddenBand(self.panel), frame, *self._ticks(theme))
        self.add(self.fixed, self.bar)

    def _ticks(self, theme: Theme) -> list[VMobject]:
        parts: list[VMobject] = []
        positions, labels, _ = self.panel.y_scale.ticks(5)
        for position, label in zip(positions, labels, strict=True):
            if position < 0:
                continue
            place = self.panel.place(0, position)
            parts.append(
                Line(place, place + TICK_LENGTH * LEFT, stroke_color=theme.muted, stroke_width=2)
            )
            parts.append(
                Number(label, place + 0.18 * LEFT, colour=theme.muted, size=TICK_SIZE, edge=RIGHT)
            )
        return parts
