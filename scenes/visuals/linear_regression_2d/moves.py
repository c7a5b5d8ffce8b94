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
from scenes.visuals.linear_regression_2d.curves.level_axis import LevelAxis
from scenes.visuals.linear_regression_2d.curves.single import Single
from scenes.visuals.linear_regression_2d.lines.rival import Rival
from scenes.visuals.linear_regression_2d.stage import Stage
from scenes.visuals.plot.tank import Tank
from scenes.visuals.plot.together import together
from scenes.visuals.writing.screen import BOLD, Box

AHEAD = squish_rate_func(smooth, 0.0, 0.5)
ONCE_FREE = squish_rate_func(smooth, 0.65, 1.0)
AT_ONCE = squish_rate_func(smooth, 0.0, 0.25)
GONE = squish_rate_func(smooth, 0.0, 0.15)
SOON_AFTER = squish_rate_func(smooth, 0.25, 0.5)
NEARLY = squish_rate_func(smooth, 0.84, 0.9)
IN_THE_END = squish_rate_func(smooth, 0.9, 0.96)
LAST = squish_rate_func(smooth, 0.8, 1.0)
GIVING_WAY = squish_rate_func(smooth, 0.2, 0.75)
MEANWHILE = squish_rate_func(smooth, 0.35, 0.75)
WINNER = 10.0  # strokes
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
        *exchange((stage.epsilon_axis, floor.title), (stage.relative_axis, floor.least)),
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
    parts = *stage.moving_single, *single.valley.moving
    return together(lambda _, share: stage.stacking.show_single(share), parts)


def hand_over(old: LevelAxis, new: LevelAxis, share: float) -> None:
    """Let an axis go before its numbers crowd, and then the next one come in its place."""
    old.set_seen(1 - GONE(share))
    new.set_seen(SOON_AFTER(share))


def zoom_out(stage: Stage) -> list[Animation]:
    """Make room for the parabolas of all squares."""
    single, hero = stage.single, stage.hero
    marker = single.valley.level, single.valley.marker
    first, second, _ = stage.axes

    def go(_: object, share: float) -> None:
        hand_over(first, second, share)
        stage.stacking.show_zoomed(share)

    return [
        *together(go, (single.valley.curve, hero.tank, first, second)),
        *(FadeOut(part, rate_func=AT_ONCE) for part in marker),
    ]


def draw_all(stage: Stage) -> list[Animation]:
    """Turn the line back to its first end, while each square draws its parabola."""
    parts = *stage.hero.moving, stage.values.a.number, stage.stack
    return together(lambda _, share: stage.stacking.show_drawn(share), parts, smooth)


def name_sum(stage: Stage) -> list[Animation]:
    """Call the mark by its name, once the tank holds all squares."""
    return [
        *map(FadeIn, (stage.floor, stage.floor.title)),
        remember(stage.hero.tank, seen=True),
    ]


def stack_squares(stage: Stage) -> list[Animation]:
    """Lay the parabola of each square on those before it; the tank is filled with their sum."""
    tank, (_, each, summed) = stage.hero.tank, stage.axes
    parts = stage.stack, stage.stack.layers, tank.content, stage.single.valley.curve

    def go(_: object, share: float) -> None:
        hand_over(each, summed, share)
        stage.stacking.show_stacked(share)

    return together(go, (*parts, each, summed), linear)


def change_number(stage: Stage) -> list[Animation]:
    """Put the second number in the place of the slope, whose parabola leaves with its axis."""
    old, new = stage.slope, stage.second
    leaving = *old.moving, stage.single.valley.curve, stage.stack
    return [
        *exchange((old.chart,), (new.chart, new.level, new.marker)),
        *(FadeOut(part, rate_func=AT_ONCE) for part in leaving),
    ]


def copy_upward(stage: Stage) -> Animation:
    """Copy what lies below the mark upward: it is the unit."""
    return UpdateFromAlphaFunc(stage.units, lambda m, share: m.set_share(share))


def come_back(stage: Stage) -> list[Animation]:
    """Let the rivals come back, and the one in the middle go where it was."""
    hero, last = stage.hero, np.array(stage.hero.start)
    first = np.array([hero.line.a, hero.line.b])
    chart, tank = hero.chart.area, hero.tank.box
    told, names = (stage.values.a, stage.values.b), stage.crosswise.sheet.names
    # What is written where the chart goes is gone before it comes.
    left = stage.pivot, stage.stem, stage.level_axis, *names

    def go(_: object, share: float) -> None:
        hero.chart.set_area(chart.towards(layout.PANELS[1], share))
        hero.tank.set_box(tank.towards(layout.PANEL_TANKS[1], share))
        a, b = map(float, first + share * (last - first))
        hero.set_line(a, b)
        hero.points.draw()
        stage.pivot.set_place(0.0, b)
        stage.stem.draw()
        stage.values.set_line(a, b)
        for value in told:
            value.set_opacity(1 - AT_ONCE(share))

    leaving = (part for part in stage.crosswise.parts if part not in names)
    arriving = (part for rival in stage.others for part in rival.parts)
    return [
        *together(go, (hero.chart, *hero.drawn, hero.tank, *told), AHEAD),
        *(FadeOut(part, rate_func=AT_ONCE) for part in left),
        *(FadeOut(part, rate_func=GIVING_WAY) for part in leaving),
        *(FadeIn(part, rate_func=MEANWHILE) for part in (*arriving, hero.name)),
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
        FadeOut(hero.name, rate_func=NEARLY),
        *(FadeIn(part, rate_func=IN_THE_END) for part in arriving),
    ]
