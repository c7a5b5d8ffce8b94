"""How the parts of the film move, as animations that set them from the share of their time."""

from collections.abc import Iterable

import numpy as np
from manim import Animation, UpdateFromAlphaFunc, VMobject, linear, smooth

from scenes.visuals.linear_regression_2d.rival import Rival
from scenes.visuals.plot.scale import Scale
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import Box


def pour(rival: Rival) -> Animation:
    """Pour the squares of ``rival`` into its tank."""
    return UpdateFromAlphaFunc(rival.pouring, lambda m, share: m.set_share(share))


def between(one: Scale, other: Scale, share: float) -> Scale:
    """Return the levels after ``share`` of the way from one scale to the other."""
    low, high = (
        start + share * (end - start)
        for start, end in ((one.low, other.low), (one.high, other.high))
    )
    return Scale(low, high)


def move(
    rival: Rival,
    area: Box,
    tank_box: Box,
    others: Iterable[VMobject] = (),
    levels: Scale | None = None,
) -> list[Animation]:
    """Take the chart of ``rival``, with ``others`` in it, and its tank elsewhere.

    On its way the tank can come to have other ``levels`` at its foot and rim.
    """
    tank = rival.tank
    start, first, last = tank.box, tank.levels, levels or tank.levels

    def carry(_: object, share: float) -> None:
        eased = smooth(share)
        tank.levels = between(first, last, eased)
        tank.set_box(start.towards(tank_box, eased))

    return [
        *rival.chart.move(area, [*rival.drawn, *others]),
        UpdateFromAlphaFunc(tank, carry, run_time=1.2, rate_func=linear),
    ]


def swing(rival: Rival, best: tuple[float, float]) -> list[Animation]:
    """Swing ``rival`` through the line ``best`` to the other side, and back to where it began."""
    far, home = np.array(rival.start), np.array(best)

    def go(_: object, share: float) -> None:
        a, b = home + np.cos(2 * np.pi * share) * (far - home)
        rival.set_line(float(a), float(b))

    # A swing is slow at its ends by itself.
    return together(go, rival.moving, linear)
