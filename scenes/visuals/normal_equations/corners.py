"""Why balanced beams mean least: of all that a move adds to the squares only corners remain."""

from collections.abc import Callable

import numpy as np
from manim import RIGHT, Animation, FadeIn, FadeOut, VMobject, linear, smooth

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.growth import Growth
from scenes.visuals.normal_equations.rows import late
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.together import together
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.screen import FORMULA, SMALLEST

# How far the line is moved: epsilon rises by the squares of these, as shares of the least.
SHIFT, TURN = 0.38, 0.5
GAP = 0.15
DIGITS = 1000

Rate = Callable[[float], float]


def both_growths(film: Film, stage: Stage) -> tuple[Growth, Growth] | None:
    """Return what a shift and a turn of the best line add; None if not all squares are drawn.

    So it is, too, where all points lie on the line: there are no squares then.
    """
    best, theme = stage.best, film.pen.theme
    if not stage.all_squares or stage.marks or not stage.leaning.landscape.relative:
        return None
    stage.squares.set_line(best.slope, best.intercept)

    def growth(beam: int, share: float, colour: str) -> Growth:
        levers = stage.misses[beam].weights.levers
        step = share * np.sqrt(best.rss / np.sum(levers**2))
        one = Growth(film.pen, stage.squares, step * levers, levers, colour)
        return one.set(come=0.0, moved=0.0)

    return growth(0, SHIFT, theme.intercept), growth(1, TURN, theme.slope)


def show_corners(film: Film, stage: Stage, shifted: Growth, turned: Growth) -> None:
    """A shift, then a turn: the arms cancel, and the corners are what epsilon rises by."""
    least = _least(film, stage)
    film.remove(*stage.squares)
    film.add(shifted.squares)
    film.watch(shifted)
    film.play(*_going(shifted, "come", shifted.squares), run_time=1.2)
    film.play(FadeIn(shifted.line), FadeIn(least), run_time=0.4)
    film.say("Shift it up: two arms gained below, lost above.")
    film.add(shifted.lost, shifted.gained)
    film.play(*_going(shifted, "moved", shifted.line, shifted.lost, shifted.gained), run_time=1.4)
    film.say('And a $res("corner")$: missing below, lost twice above.')
    film.play(FadeIn(shifted.corners), run_time=0.6)
    film.say("The beam is level: the arms cancel.")
    _cancel(film, shifted, time=1.7)
    grown = f'${len(shifted.moves)} dot intercept("shift")^2$'
    film.say(f'Only $res("corners")$ remain: $res(epsilon)$ grows by {grown}.')
    sign = _add(film, shifted, least)
    film.wait(0.8)
    film.say("Turn it: the other beam cancels the arms.")
    film.play(*map(FadeOut, (shifted.line, shifted.corners, shifted.added, sign)), run_time=0.3)
    chart, turned.start = turned.start, shifted.rows
    turned.set(come=0.0)
    film.remove(shifted.squares)
    film.watch(turned)
    film.play(
        *_going(turned, "come", turned.squares), FadeIn(turned.line, rate_func=late), run_time=0.6
    )
    film.add(turned.lost, turned.gained, turned.corners)
    moving = turned.line, turned.lost, turned.gained, turned.corners
    film.play(*_going(turned, "moved", *moving), run_time=0.9)
    _cancel(film, turned, time=1.2)
    film.say('Again only $res("corners")$: no line has less.')
    sign = _add(film, turned, least)
    film.wait(0.8)
    film.play(*map(FadeOut, (turned.line, turned.corners, turned.added, sign, least)), run_time=0.4)
    turned.start = chart
    film.play(*_going(turned, "come", turned.squares, rate=_back), run_time=0.8)
    film.remove(turned.squares)
    film.add(*stage.squares)


def _cancel(film: Film, growth: Growth, *, time: float) -> None:
    """The arms of each kind are laid end to end: equally long, they take each other away."""
    arms = growth.lost, growth.gained
    film.play(*_going(growth, "gathered", *arms, rate=linear), run_time=time)
    film.wait(0.3)
    film.play(*_going(growth, "met", *arms), run_time=0.6)
    film.play(*map(FadeOut, arms), run_time=0.4)


def _add(film: Film, growth: Growth, least: VMobject) -> VMobject:
    """Copies of the corners go behind the least epsilon; return the sign before them."""
    plus = film.pen.formula("+", film.theme.residual, FORMULA)
    plus.next_to(least, RIGHT, buff=GAP).match_y(least)
    growth.packed_at = float(plus.get_right()[0]) + GAP
    growth.set(packed=0.0)
    film.add(growth.added)
    film.play(*_going(growth, "packed", growth.added, rate=linear), FadeIn(plus), run_time=1.1)
    return plus


def _least(film: Film, stage: Stage) -> VMobject:
    """Return the least epsilon as it stands before what is added to it."""
    written = FixedFormat.for_range(0.0, stage.best.rss, steps=DIGITS).write(stage.best.rss)
    number = written.strip().replace("×10^", " times 10^")
    least = film.pen.formula(f'res(epsilon) = res("{number}")', size=SMALLEST)
    left, height = layout.ROWS_EPSILON
    return least.shift((left - least.get_left()[0], height - least.get_center()[1], 0.0))


def _back(share: float) -> float:
    return 1 - float(smooth(share))


def _going(growth: Growth, name: str, *parts: VMobject, rate: Rate = smooth) -> list[Animation]:
    def go(_: object, share: float) -> None:
        growth.set(**{name: share})

    return together(go, parts, rate)
