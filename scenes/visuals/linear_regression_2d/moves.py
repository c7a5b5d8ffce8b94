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

from scenes.film import exchange
from scenes.visuals.linear_regression_2d import layout
from scenes.visuals.linear_regression_2d.curves.single import Single
from scenes.visuals.linear_regression_2d.lines.rival import Rival
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.plot.tank import Tank
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import BOLD, Box

ONCE_FREE = squish_rate_func(smooth, 0.65, 1.0)
AT_ONCE = squish_rate_func(smooth, 0.0, 0.25)
LAST = squish_rate_func(smooth, 0.8, 1.0)
FIRST = squish_rate_func(smooth, 0.0, 0.5)
MOST = 0.6  # of the time in which a rival becomes the best line
WINNER = 10.0  # strokes
TRIED = 0.6  # of a sweep
STANDING_OUT = 0.5  # how much of its ground a square covers


def pour(rival: Rival) -> Animation:
    """Pour the squares of ``rival`` into its tank."""
    return UpdateFromAlphaFunc(rival.pouring, lambda m, share: m.set_share(share))


def end_pouring(stage: Stage) -> list[Animation]:
    """Let the tanks hold what was poured, and the squares stand where they stood."""
    for rival in stage.rivals:
        rival.tank.set_level(rival.epsilon())
    arriving = (part for rival in stage.rivals for part in (rival.tank.content, rival.squares))
    return [*map(FadeIn, arriving), *(FadeOut(rival.pouring) for rival in stage.rivals)]


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


def count(stage: Stage) -> list[Animation]:
    """Change title and numbers of the axis at once: 0 is at the mark, the unit is what is below."""
    tank, floor = stage.hero.tank, stage.floor
    return [
        *exchange((stage.epsilon_axis, floor.title), (stage.relative_axis, floor.best)),
        FadeIn(stage.unit_name, rate_func=ONCE_FREE),
        *together(lambda _, share: tank.set_counted_from_mark(share), (tank,)),
    ]


def wonder(stage: Stage) -> list[Animation]:
    """Let lines come out of ours that are turned and shifted at once."""
    both = 0, 1

    def go(_: object, share: float) -> None:
        stage.fan.set_spread(share)
        stage.lit.light(both, min(share, 0.5))

    return [*together(go, (stage.fan, *stage.lit.frames)), FadeIn(stage.unknown)]


def highlight(single: Single) -> list[Animation]:
    """Let one square of all stand out, which was as bold as the others, and its point with it."""
    return [
        UpdateFromAlphaFunc(
            single.square,
            lambda m, share: m.set_stroke(width=3 + share * (BOLD - 3)).set_fill(
                opacity=share * STANDING_OUT
            ),
            rate_func=AT_ONCE,
        ),
        UpdateFromAlphaFunc(
            single.ring, lambda m, share: m.set_stroke(opacity=share), rate_func=AT_ONCE
        ),
    ]


def enlarge(stage: Stage) -> list[Animation]:
    """Make the rival in the middle large; the others leave."""
    leaving = (part for rival in stage.others for part in rival.parts)
    return [
        *(FadeOut(part, rate_func=AT_ONCE) for part in (*leaving, stage.hero.name)),
        *move(stage.hero, layout.LARGE, layout.LARGE_TANK),
    ]


def make_room(stage: Stage) -> list[Animation]:
    """Move the points aside for curves; one square stands out, and what is read beside leaves."""
    values, single = stage.values, stage.single
    asked = stage.found_name, stage.unknown, stage.fan, *stage.lit.frames
    leaving = (values.a, values.b, values.epsilon, *asked, stage.beaten, stage.beaten_name)
    return [
        *move(stage.hero, stage.beside, layout.TANK, [stage.pivot, stage.stem, *single.drawn]),
        *highlight(single),
        *exchange(leaving, (stage.slope.chart,)),
    ]


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


def single_out(stage: Stage) -> list[Animation]:
    """Leave one square of all, and nothing but it in the tank."""
    hero, stacking = stage.hero, stage.stacking
    return [
        *(FadeOut(part, rate_func=AT_ONCE) for part in (hero.squares, hero.residuals)),
        *together(lambda _, share: stacking.show_emptied(share), (hero.tank,), linear),
        remember(hero.tank, seen=False),
    ]


def begin_single(stage: Stage) -> list[Animation]:
    """Turn the line to one end, while the one square follows it."""
    return together(lambda _, share: stage.stacking.show_begun(share), stage.moving_single)


def draw_single(stage: Stage) -> list[Animation]:
    """Turn the line from one end to the other, while the one square draws its parabola."""
    single = stage.single
    parts = *stage.moving_single, *single.valley.moving, single.side
    return [
        *together(lambda _, share: stage.stacking.show_single(share), parts),
    ]


def zoom_out(stage: Stage) -> list[Animation]:
    """Make room for the parabolas of all squares."""
    single, hero = stage.single, stage.hero
    marker = single.valley.level, single.valley.marker
    axis, change = stage.epsilon_axis.telling, stage.stacking.show_zoomed
    return [
        *together(lambda _, share: change(share), (single.valley.curve, hero.tank, *axis)),
        *(FadeOut(part, rate_func=AT_ONCE) for part in (*marker, *single.told)),
    ]


def draw_all(stage: Stage) -> list[Animation]:
    """Turn the line back to its first end, while each square draws its parabola."""
    parts = *stage.hero.moving, stage.values.a.number, stage.stack
    return together(lambda _, share: stage.stacking.show_drawn(share), parts, smooth)


def name_sum(stage: Stage) -> list[Animation]:
    """Call the level and its mark by their names, once the tank holds all squares."""
    return [
        *map(FadeIn, (stage.floor, stage.floor.title)),
        *exchange((stage.area,), (stage.epsilon_axis.crown,)),
        remember(stage.hero.tank, seen=True),
    ]


def stack_squares(stage: Stage) -> list[Animation]:
    """Lay the parabola of each square on those before it; the tank is filled with them."""
    tank = stage.hero.tank
    parts = stage.stack, stage.stack.layers, tank.content, stage.single.valley.curve
    moving = *parts, *stage.epsilon_axis.telling
    return together(lambda _, share: stage.stacking.show_stacked(share), moving, linear)


def shift_up(stage: Stage) -> list[Animation]:
    """Put the second number in the place of the slope; shift the line to the upper end of it.

    The parabola of the slope leaves with its axis, and the squares leave the tank.
    """
    old, new, rising = stage.slope, stage.second, stage.rising
    lines = *old.moving, stage.single.valley.curve
    return [
        *exchange((old.chart,), (new.chart,)),
        *(FadeOut(p, rate_func=AT_ONCE) for p in (*lines, stage.stack, stage.stack.layers)),
        *together(lambda _, share: rising.show_begun(share), (*stage.shifting, rising.stack)),
        remember(stage.hero.tank, seen=False),
    ]


def draw_second(stage: Stage) -> list[Animation]:
    """Shift the line down, while each square draws its parabola."""
    rising, stack = stage.rising, stage.rising.stack
    return together(lambda _, share: rising.show_drawn(share), (*stage.shifting, stack), smooth)


def stack_second(stage: Stage) -> list[Animation]:
    """Lay the parabola of each square on those before it; the tank is filled with them."""
    rising, stack = stage.rising, stage.rising.stack
    parts = stack, stack.layers, stage.hero.tank.content
    return together(lambda _, share: rising.show_stacked(share), parts, linear)


def come_back(stage: Stage) -> list[Animation]:
    """Let the rivals come back, and the one in the middle go where it was, as it was."""
    hero, best, first = stage.hero, np.array(stage.best), np.array(stage.hero.start)
    chart, tank = hero.chart.area, hero.tank.box
    told, left = (stage.values.a, stage.values.b), (stage.pivot, stage.stem)

    def go(_: object, share: float) -> None:
        hero.chart.set_area(chart.towards(layout.PANELS[1], share))
        hero.tank.set_box(tank.towards(layout.PANEL_TANKS[1], share))
        a, b = best + share * (first - best)
        hero.set_line(float(a), float(b))
        hero.points.draw()
        stage.stack.draw_layers(hero.tank, float(a), float(b))
        stage.pivot.set_place(0.0, float(b))
        stage.stem.draw()
        for value in told:
            value.set_opacity(1 - AT_ONCE(share))
        stage.values.set_line(float(a), float(b))

    leaving = *stage.crosswise.parts, stage.level_axis
    at_once = *left, stage.stack.layers
    arriving = (part for rival in stage.others for part in rival.parts)
    return [
        *together(go, (hero.chart, *hero.drawn, hero.tank, *told)),
        *(FadeOut(part, rate_func=AT_ONCE) for part in at_once),
        *(FadeOut(part, rate_func=FIRST) for part in leaving),
        *(FadeIn(part, rate_func=ONCE_FREE) for part in (*arriving, hero.name)),
    ]


def begin_to_win(stage: Stage) -> list[Animation]:
    """Let the rival in the middle go most of the way to the best line; its tank sinks."""
    change = _winning(stage, 0.0, MOST)
    return [*change, FadeOut(stage.hero.name, rate_func=AT_ONCE)]


def win(stage: Stage) -> list[Animation]:
    """Let it go the rest of the way: it is the best line, and its tank has sunk to the mark."""
    return [*_winning(stage, MOST, 1.0), FadeIn(stage.least_name, rate_func=LAST)]


def _winning(stage: Stage, since: float, until: float) -> list[Animation]:
    hero = stage.hero
    first, last = np.array(hero.start), np.array(stage.best)

    def go(_: object, part: float) -> None:
        share = smooth(since + part * (until - since))
        a, b = first + share * (last - first)
        hero.set_line(float(a), float(b))
        hero.line.set_stroke(width=BOLD + share * (WINNER - BOLD))
        hero.excess.draw()

    return together(go, (*hero.moving, hero.excess), linear)


def try_to_beat(stage: Stage) -> list[Animation]:
    """Turn and shift the best line together, there and back again on both sides: its tank rises."""
    hero, cross = stage.hero, stage.crosswise

    tried = cross.ways.to_and_fro(TRIED, cross.diagonal.angle)

    def go(_: object, share: float) -> None:
        hero.set_line(*tried(share))
        hero.excess.draw()

    return [
        *together(go, (*hero.moving, hero.excess)),
        FadeIn(stage.best_name, rate_func=LAST),
    ]
