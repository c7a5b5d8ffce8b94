"""How the parts of the film move, as animations that set them from the share of their time."""

from collections.abc import Callable, Iterable

import numpy as np
from manim import (
    Animation,
    FadeIn,
    FadeOut,
    UpdateFromAlphaFunc,
    VMobject,
    linear,
    smooth,
    squish_rate_func,
)

from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.doubt import Doubt
from scenes.visuals.linear_regression_2d.mix import Mix
from scenes.visuals.linear_regression_2d.rival import Rival
from scenes.visuals.linear_regression_2d.search import Line
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.plot.tank import Tank
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import BOLD, Box

# The large chart has left the place of the first panel by then.
ONCE_FREE = squish_rate_func(smooth, 0.65, 1.0)
AT_ONCE = squish_rate_func(smooth, 0.0, 0.25)
ONCE_ALONE = squish_rate_func(smooth, 0.2, 0.6)
WINNER = 10.0  # strokes
CLOSE = 8.0  # times as near


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


def count(tank: Tank) -> Animation:
    """Count the level of ``tank`` from its mark: what lies below becomes darker."""
    return UpdateFromAlphaFunc(tank, lambda m, share: m.set_counted_from_mark(share))


def open_mix(mix: Mix) -> list[Animation]:
    """Swing the direction of the second number out: the mark becomes a level sheet."""
    return together(lambda _, share: mix.set_open(share), mix.moving)


def step(doubt: Doubt) -> list[Animation]:
    """Go from the best line along a, then along b: both steps lie in the sheet."""
    return together(lambda _, share: doubt.set_stepped(share), doubt.steps, linear)


def flatten(doubt: Doubt) -> list[Animation]:
    """Let the mix pass the best line less and less steeply, until it is as flat as the sheet."""
    return together(lambda _, share: doubt.set_steep(1 - share), doubt.curve)


def look_closer(mix: Mix, doubt: Doubt, *, closer: bool) -> list[Animation]:
    """Magnify what is near the best line, or step back again."""

    def zoom(_: object, share: float) -> None:
        mix.set_zoom(CLOSE ** (share if closer else 1 - share))
        doubt.draw()

    return together(zoom, (*mix.curves, *doubt.curve))


def remember(tank: Tank, seen: bool) -> Animation:
    """Show or hide the mark of ``tank``: it belongs to the sum of all squares."""
    return UpdateFromAlphaFunc(
        tank.mark, lambda m, share: m.set_stroke(opacity=share if seen else 1 - share)
    )


def show_lines(
    stage: Stage,
    line: Callable[[float], Iterable[float]],
    parts: Iterable[VMobject],
    rate: Callable[[float], float] = smooth,
) -> list[Animation]:
    """Show the line (a, b) of each share of the time, and ``parts`` that follow from it."""
    return together(lambda _, share: stage.show(*line(share)), parts, rate)


def begin_drawing(stage: Stage) -> list[Animation]:
    """Turn the line to one end, and empty the tank for what the squares will draw."""
    parts = *stage.hero.moving, stage.values.a.number
    return [
        *together(lambda _, share: stage.stacking.show_begun(share), parts, smooth),
        remember(stage.hero.tank, seen=False),
    ]


def draw_all(stage: Stage) -> list[Animation]:
    """Turn the line from one end to the other, while each square draws its parabola."""
    parts = *stage.hero.moving, stage.values.a.number, stage.stack
    return together(lambda _, share: stage.stacking.show_drawn(share), parts, smooth)


def name_sum(stage: Stage) -> list[Animation]:
    """Call the level by its name, once the tank holds the squares of all points."""
    crown = stage.epsilon_axis.crown
    return [
        FadeOut(stage.area, rate_func=AT_ONCE),
        UpdateFromAlphaFunc(crown, lambda m, share: m.set_opacity(share)),
    ]


def stack_squares(stage: Stage) -> list[Animation]:
    """Lay the parabola of each square on those before it; the tank is filled with them."""
    parts = stage.stack, stage.stack.layers, stage.hero.tank.content
    return together(lambda _, share: stage.stacking.show_stacked(share), parts, linear)


def come_back(stage: Stage) -> list[Animation]:
    """Let the rivals come back, the one in the middle as it was in the beginning."""
    left, right = stage.others
    return [
        *move(stage.hero, layout.PANELS[1], layout.PANEL_TANKS[1]),
        *(FadeIn(part, rate_func=ONCE_ALONE) for part in right.parts),
        *(FadeIn(part, rate_func=ONCE_FREE) for part in left.parts),
        *_towards(stage.hero, stage.best, stage.hero.start, stage.hero.moving),
    ]


def win(stage: Stage) -> list[Animation]:
    """Let the rival in the middle become the best line; its tank sinks to the mark."""
    hero = stage.hero
    stronger = UpdateFromAlphaFunc(
        hero.line, lambda m, share: m.set_stroke(width=BOLD + share * (WINNER - BOLD))
    )
    parts = *hero.moving, hero.excess
    return [*_towards(hero, hero.start, stage.best, parts), stronger]


def _towards(rival: Rival, start: Line, end: Line, parts: Iterable[VMobject]) -> list[Animation]:
    """Let the line of ``rival`` go from one line to another, and ``parts`` with it."""
    first, last = np.array(start), np.array(end)

    def go(_: object, share: float) -> None:
        a, b = first + share * (last - first)
        rival.set_line(float(a), float(b))
        rival.excess.draw()

    return together(go, parts)
