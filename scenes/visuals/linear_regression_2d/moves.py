"""How the parts of the film move, as animations that set them from the share of their time."""

from collections.abc import Iterable

import numpy as np
from manim import Animation, UpdateFromAlphaFunc, VMobject, linear, smooth

from scenes.visuals.linear_regression_2d.cut import Cut
from scenes.visuals.linear_regression_2d.rival import Rival
from scenes.visuals.linear_regression_2d.search import Line
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import Box

STAY = 0.16  # of the time of a visit


def pour(rival: Rival) -> Animation:
    """Pour the squares of ``rival`` into its tank."""
    return UpdateFromAlphaFunc(rival.pouring, lambda m, share: m.set_share(share))


def move(
    rival: Rival, area: Box, tank_box: Box, others: Iterable[VMobject] = ()
) -> list[Animation]:
    """Take the chart of ``rival``, with ``others`` in it, and its tank elsewhere."""
    tank = rival.tank
    start = tank.box

    def carry(_: object, share: float) -> None:
        tank.set_box(start.towards(tank_box, smooth(share)))

    return [
        *rival.chart.move(area, [*rival.drawn, *others]),
        UpdateFromAlphaFunc(tank, carry, run_time=1.2, rate_func=linear),
    ]


def visit(rival: Rival, best: Line) -> list[Animation]:
    """Swing ``rival`` into the line ``best``, stay there for a moment, and swing back."""
    start, home = np.array(rival.start), np.array(best)

    def go(_: object, share: float) -> None:
        away = max(0.0, abs(2 * share - 1) - STAY) / (1 - STAY)
        a, b = home + smooth(away) * (start - home)
        rival.set_line(float(a), float(b))
        rival.excess.draw()

    return together(go, (*rival.moving, rival.excess), linear)


def turn(cut: Cut, start: float, end: float) -> list[Animation]:
    """Turn ``cut`` from one share of its way to another: a part of one eased movement."""

    def go(_: object, share: float) -> None:
        cut.set_turned(smooth(start + share * (end - start)))

    return together(go, cut.moving, linear)
