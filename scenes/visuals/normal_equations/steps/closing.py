"""The end: the five sums go into the formulas, and the line of the sums meets its points again."""

from collections.abc import Iterable

import numpy as np
from manim import (
    RIGHT,
    UP,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    VMobject,
    linear,
    squish_rate_func,
)

from scenes.film import SECOND_HALF, Film, exchange
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.formulas.epsilon import Epsilon
from scenes.visuals.normal_equations.formulas.rows import axis, whole
from scenes.visuals.normal_equations.leaning import SHIFTED, TURNED
from scenes.visuals.normal_equations.moves import gather, lay_beams
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.steps.corner import free_corner
from scenes.visuals.normal_equations.steps.corners import can_show_corners, show_corners
from scenes.visuals.plot.appearing import appear, grow
from scenes.visuals.writing.screen import FORMULA, RIGHT_EDGE, SMALLEST

# Between a result and its value.
GAP = 0.15
# How far the best line is shifted and turned, to see epsilon rise.
NUDGE = 0.7
STILL = 0.0, 0.0
SOON = squish_rate_func(linear, 0.4, 1.0)
# Epsilon: how high, from its top to its middle, and before all.
WRITTEN, TO_MIDDLE, ON_TOP = 0.6, 0.3, 8
NUDGES = (0.0, NUDGE), (0.0, -NUDGE), STILL, (NUDGE, 0.0), (-NUDGE, 0.0), STILL


def put_in(film: Film, stage: Stage, leaving: Iterable[VMobject]) -> None:
    """The five sums of the beginning go into the two formulas."""
    summing, rows = stage.summing, stage.rows
    results = rows.slope, rows.intercept
    left = _left(stage)
    film.say("The five numbers go in.")
    summing.put((left, layout.CLOSE_TOP), layout.CLOSE_PITCH)
    here = stage.chart in film.mobjects
    if here:
        film.play(*map(FadeOut, leaving), run_time=0.4)
        coming: list[Animation] = [*stage.chart.move(layout.up_to(left), [], run_time=0.7)]
    else:
        stage.chart.set_area(layout.up_to(left))
        # Never is there nothing to look at.
        coming = [*exchange(leaving, []), FadeIn(stage.chart, rate_func=SOON)]
    film.watch(stage.chart, *results, *summing.values.values())
    film.play(
        *coming,
        *(
            result.animate.shift((left - result.get_left()[0], height - axis(result), 0.0))
            for result, height in zip(results, layout.RESULTS_CLOSE, strict=True)
        ),
        *(FadeIn(value, rate_func=SECOND_HALF) for value in summing.values.values()),
        run_time=1.0,
    )
    values = rows.slope_value, rows.intercept_value
    for result, value in zip(results, values, strict=True):
        value.next_to(result, RIGHT, buff=GAP)
        # The second equals sign stands as high as the first.
        value.shift((axis(result) - float(value[0].get_center()[1])) * UP)
    film.play(*(FadeIn(glyph) for value in values for glyph in value), run_time=0.4)
    for value in values:
        whole(film, value)
    film.wait(0.5)


def draw_line(film: Film, stage: Stage) -> None:
    """The line of the sums; the points come back, and both beams are level."""
    film.watch(stage.chart)
    film.say("A line that has seen no point.")
    stage.leaning.set_line(stage.best.slope, stage.best.intercept)
    for part in stage.drawn:
        part.draw()
    film.play(Create(stage.line), run_time=1.0)
    film.wait(0.8)
    film.say("The points come back.")
    coming = appear(stage.points), *map(FadeIn, (*stage.crowd, *stage.marks))
    film.play(*coming, run_time=0.6, rate_func=linear)
    leaving: list[Animation] = [FadeOut(part) for part in _results(stage)]
    if can_show_corners(stage):
        # From now on there is room for epsilon above the chart.
        lower = layout.up_to_below(_left(stage))
        leaving += stage.chart.move(lower, (stage.line, stage.points), run_time=0.4)
    film.watch(stage.chart, *stage.misses)
    film.play(*leaving, run_time=0.4)
    film.play(FadeIn(stage.residuals.draw()), run_time=0.2)
    # As high as they may be, where the line stays what it is.
    places = [STILL] if can_show_corners(stage) else NUDGES
    lines = [stage.leaning.line(*place) for place in places]
    for columns, area in zip(stage.misses, (layout.FIRST_LAST, layout.SECOND_LAST), strict=True):
        columns.make_room(area, lines)
    gather(film, *stage.misses, time=0.9)
    film.say("Both beams are level.")
    lay_beams(film, *stage.misses)
    film.wait(1.0)


def close(film: Film, stage: Stage) -> None:
    """Why no line has less; then all that the film began with, and its answer."""
    stage.leaning.parts.append(epsilon := _closing(film, stage))
    stage.leaning.set_line(*stage.leaning.now)
    film.say("Why is no other better?")
    film.play(grow(stage.squares), FadeIn(epsilon), run_time=0.6)
    if can_show_corners(stage):
        show_corners(film, stage, epsilon, _results(stage))
        film.watch(stage.chart, *stage.summing.values.values())
        film.say("Five sums know the best line.")
        coming: tuple[VMobject, ...] = (stage.residuals.draw(),)
    else:
        _nudge(film, stage, epsilon)
        film.say("Five sums know the best line.")
        film.play(*map(FadeOut, stage.misses), run_time=0.3)
        coming = _results(stage)
    film.play(*map(FadeIn, coming), run_time=0.8)


def _results(stage: Stage) -> tuple[VMobject, ...]:
    """Return the sums, and what they make."""
    rows = stage.rows
    results = rows.slope, rows.slope_value, rows.intercept, rows.intercept_value
    return *stage.summing.values.values(), *results


def _nudge(film: Film, stage: Stage, epsilon: Epsilon) -> None:
    """A shift and a turn tip the beams, and epsilon rises each time."""
    leaning = stage.leaning
    moving = stage.residuals, stage.line, stage.squares, *stage.misses, epsilon.number
    film.say("Shift it or turn it: $res(epsilon)$ rises.")
    for place in NUDGES:
        film.play(*leaning.to(leaning.line(*place), moving), run_time=0.45)


def _left(stage: Stage) -> float:
    """Return where sums and results begin: further to the left if one is long."""
    rows = stage.rows
    pairs = (rows.slope, rows.slope_value), (rows.intercept, rows.intercept_value)
    longest = max(result.width + GAP + value.width for result, value in pairs)
    return min(stage.summing.left(layout.SUMS_LEFT), RIGHT_EDGE - longest)


def _closing(film: Film, stage: Stage) -> Epsilon:
    """Return epsilon above the chart, where it stays, or in a corner that is free."""
    leaning, start = stage.leaning, stage.leaning.line(TURNED, SHIFTED)
    shown = can_show_corners(stage)
    least, *higher = sorted({stage.epsilon.of(*leaning.line(*place)) for place in NUDGES})
    epsilon = Epsilon(
        film.pen,
        leaning.landscape,
        start,
        layout.ROWS_EPSILON,
        SMALLEST if shown else FORMULA,
        label="res(epsilon)",
        rise=np.inf if shown else higher[0] - least,
    )
    if shown:
        return epsilon
    corner = free_corner(stage, NUDGES, epsilon.width, WRITTEN)
    epsilon.put(np.array([corner.left, corner.top - TO_MIDDLE, 0.0]))
    epsilon.set_z_index(ON_TOP)
    return epsilon
