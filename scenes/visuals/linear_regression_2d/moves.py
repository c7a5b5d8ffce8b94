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
from scenes.visuals.linear_regression_2d.curves.level_axis import LevelAxis
from scenes.visuals.linear_regression_2d.curves.single import Single
from scenes.visuals.linear_regression_2d.lines.rival import Rival
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.plot.tank import Tank
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import BOLD, Box

ONCE_FREE = squish_rate_func(smooth, 0.65, 1.0)
AT_ONCE = squish_rate_func(smooth, 0.0, 0.25)
BEFORE_LAST, LAST = squish_rate_func(smooth, 0.6, 0.8), squish_rate_func(smooth, 0.8, 1.0)
FIRST, THEN = squish_rate_func(smooth, 0.0, 0.5), squish_rate_func(smooth, 0.4, 1.0)
WINNER = 10.0  # strokes
TRIED = 0.6  # of a sweep
# How far one walks about the bowl; what is beside it leaves, then it goes to the middle.
WALK = np.radians(20.0)
LEAVING, ARRIVING = squish_rate_func(smooth, 0.0, 0.16), squish_rate_func(smooth, 0.16, 0.55)
ABOUT = squish_rate_func(smooth, 0.16, 1.0)
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
    """Push the axis up until its 0 is at the mark; what lies below becomes darker."""
    tank, axis, least = stage.hero.tank, stage.relative_axis, stage.shown.rss

    def push(_: object, share: float) -> None:
        tank.set_counted_from_mark(share)
        axis.set_lowered((1 - share) * least)

    return together(push, (tank, axis))


def crown(axis: LevelAxis) -> Animation:
    """Let the title of ``axis`` appear, which is there but not seen."""
    return UpdateFromAlphaFunc(
        axis.crown, lambda m, share: m.set_opacity(share), rate_func=ONCE_FREE
    )


def open_sheet(stage: Stage) -> list[Animation]:
    """Look at both parabolas from above: the mark becomes a level sheet; it takes the room."""
    sheet, axis = stage.crosswise.sheet, stage.level_axis
    start, end = layout.TANK, stage.inset_tank

    def go(_: object, share: float) -> None:
        sheet.set_open(share)
        axis.set_box(start.towards(end, share))
        stage.values.put(layout.values_below(stage.beside.towards(stage.inset, share)))

    return [
        *together(go, (*sheet.moving, axis, stage.values.a, stage.values.b)),
        *move(stage.hero, stage.inset, stage.inset_tank, [stage.pivot, stage.stem]),
        *(FadeIn(part, rate_func=LAST) for part in (*sheet.flat, *stage.crosswise.ball.parts)),
    ]


def go_close(stage: Stage) -> list[Animation]:
    """Go so close to where the parabolas touch the sheet that they are level; leave the levels."""
    return [
        *_closer(stage, lambda share: share),
        *(FadeOut(part, rate_func=AT_ONCE) for part in _far_from(stage)),
    ]


def go_back(stage: Stage) -> list[Animation]:
    """See the whole sheet again, and the levels beside it."""
    close = stage.crosswise.closeup
    return [
        *_closer(stage, lambda share: 1 - share),
        *(FadeOut(part, rate_func=AT_ONCE) for part in close.step),
        *(FadeIn(part, rate_func=LAST) for part in _far_from(stage)),
    ]


def _closer(stage: Stage, near: Callable[[float], float]) -> list[Animation]:
    close = stage.crosswise.closeup
    return together(lambda _, share: close.set_closer(near(share)), close.moving, linear)


def _far_from(stage: Stage) -> tuple[VMobject, ...]:
    """Return what is not seen from close up."""
    return *stage.crosswise.goal.parts, stage.hero.tank, stage.level_axis


def walk_about(stage: Stage) -> list[Animation]:
    """Give the bowl the middle of the frame, and walk about it."""
    cross = stage.crosswise
    start, end = cross.sheet.space, cross.centred
    leaving = cross.wall.stack, *stage.beside_the_sheet
    walk = float(np.copysign(WALK, start.yaw))  # to where neither a nor b is seen end-on

    def go(_: object, share: float) -> None:
        cross.bowl.set_tinted(LEAVING(share))
        cross.set_space(start.towards(end, ARRIVING(share)).turned(ABOUT(share) * walk))

    return [
        *together(go, cross.parts, linear),
        *(FadeOut(part, rate_func=LEAVING) for part in leaving),
    ]


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
        *(FadeIn(name, rate_func=BEFORE_LAST) for name in single.names),
    ]


def zoom_out(stage: Stage) -> list[Animation]:
    """Make room for the parabolas of all squares."""
    single, hero = stage.single, stage.hero
    marker = single.valley.level, single.valley.marker
    change = stage.stacking.show_zoomed
    return [
        *together(lambda _, share: change(share), (single.valley.curve, hero.tank)),
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
        FadeOut(stage.area, rate_func=AT_ONCE),
        FadeIn(stage.epsilon_axis, rate_func=ONCE_FREE),
        remember(stage.hero.tank, seen=True),
    ]


def stack_squares(stage: Stage) -> list[Animation]:
    """Lay the parabola of each square on those before it; the tank is filled with them."""
    tank = stage.hero.tank
    parts = stage.stack, stage.stack.layers, tank.content, stage.single.valley.curve
    return together(lambda _, share: stage.stacking.show_stacked(share), parts, linear)


def come_back(stage: Stage) -> list[Animation]:
    """Let the rivals come back, the one in the middle as it was in the beginning."""
    return [
        *(FadeOut(part, rate_func=FIRST) for part in stage.crosswise.parts),
        *(FadeIn(part, rate_func=THEN) for part in stage.opening),
    ]


def win(stage: Stage) -> list[Animation]:
    """Let the rival in the middle become the best line; its tank sinks to the mark."""
    hero = stage.hero
    first, last = np.array(hero.start), np.array(stage.best)

    def go(_: object, share: float) -> None:
        a, b = first + share * (last - first)
        hero.set_line(float(a), float(b))
        hero.line.set_stroke(width=BOLD + share * (WINNER - BOLD))
        hero.excess.draw()

    arriving = stage.best_name, stage.least_name
    return [
        *together(go, (*hero.moving, hero.excess)),
        FadeOut(hero.name, rate_func=BEFORE_LAST),
        *(FadeIn(part, rate_func=LAST) for part in arriving),
    ]


def try_to_beat(stage: Stage) -> list[Animation]:
    """Turn and shift the best line together, there and back again on both sides: its tank rises."""
    hero, cross = stage.hero, stage.crosswise

    def go(_: object, share: float) -> None:
        along = TRIED * float(np.sin(2 * np.pi * share))
        hero.set_line(*cross.ways.line(along, cross.goal.angle))
        hero.excess.draw()

    return together(go, (*hero.moving, hero.excess))
