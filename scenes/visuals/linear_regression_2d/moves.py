"""How the parts of the film move, as animations that set them from the share of their time."""

from collections.abc import Iterable

import numpy as np
from manim import Animation, UpdateFromAlphaFunc, VMobject, linear, smooth

from scenes.visuals.linear_regression_2d.rival import Rival
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import Box


def pour(rival: Rival) -> Animation:
    """Pour the squares of ``rival`` into its tank."""
    return UpdateFromAlphaFunc(rival.pouring, lambda m, share: m.set_share(share))


def move(
    rival: Rival, area: Box, tank_box: Box, others: Iterable[VMobject] = ()
) -> list[Animation]:
    """Take the chart of ``rival``, with ``others`` in it, and its tank elsewhere."""
    start = rival.tank.box

    def carry(_: object, share: float) -> None:
        rival.tank.set_box(start.towards(tank_box, smooth(share)))

    return [
        *rival.chart.move(area, [*rival.drawn, *others]),
        UpdateFromAlphaFunc(rival.tank, carry, run_time=1.2, rate_func=linear),
    ]


def give_in(rival: Rival, best: tuple[float, float]) -> list[Animation]:
    """Turn ``rival`` into the line ``best``."""
    start, end = np.array(rival.start), np.array(best)
    return together(lambda _, share: rival.set_line(*(start + share * (end - start))), rival.moving)
