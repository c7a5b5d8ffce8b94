"""The numbers of a plane, b, a_0 and a_1, and the residual it leaves, one below the other."""

from collections.abc import Callable
from functools import partial

import numpy as np
from manim import LEFT, VGroup

from core import palette
from core.fits.line import LineFit
from core.fits.multiple import MultipleFit
from scenes.visuals.space.projection import Points
from scenes.visuals.writing.readouts import FixedFormat, Readout

TOP, STEP = 1.2, 0.85


def squared_residuals(points: Points, plane: MultipleFit) -> float:
    """Return the sum of squared residuals that ``plane`` leaves at ``points`` (n, 3)."""
    missed = points[:, 2] - plane.predict(points[:, :2])
    return float(missed @ missed)


def plane_readouts(
    points: Points,
    ends: tuple[LineFit, MultipleFit],
    plane: Callable[[], MultipleFit],
    *,
    left: float,
) -> VGroup:
    """Return the numbers of what ``plane`` returns, which moves between the fits ``ends``."""
    alone, fit = ends
    steepest = max(abs(alone.slope), float(np.abs(fit.coefficients).max()))
    highest = max(abs(alone.intercept), abs(fit.intercept))
    slope = FixedFormat.for_range(-steepest, steepest)
    residual = FixedFormat.for_range(0.0, alone.rss, steps=100)

    def intercept() -> float:
        return plane().intercept

    def coefficient(k: int) -> float:
        return float(plane().coefficients[k])

    entries: list[tuple[str, FixedFormat, str, Callable[[], float]]] = [
        ("b", FixedFormat.for_range(-highest, highest), palette.INTERCEPT, intercept),
        ("a_0", slope, palette.SLOPE, partial(coefficient, 0)),
        ("a_1", slope, palette.SLOPE, partial(coefficient, 1)),
        ("sum_i r_i^2", residual, palette.RESIDUAL, lambda: squared_residuals(points, plane())),
    ]
    rows = VGroup()
    for k, (label, layout, colour, source) in enumerate(entries):
        readout = Readout(label, layout, source(), colour)
        readout.move_to((left, 0.0, 0.0), aligned_edge=LEFT)
        readout.settle(TOP - STEP * k)
        readout.follow(source)
        readout.number.set_z_index(1)
        rows.add(readout)
    return rows
