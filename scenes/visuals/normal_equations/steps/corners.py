"""Why balanced beams mean least: of all that a move adds to the squares only corners remain."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import RIGHT, Animation, FadeIn, FadeOut, VGroup, VMobject, linear, smooth

from scenes.film import Film
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.beams.columns import Values, named_sides
from scenes.visuals.normal_equations.formulas.rows import late
from scenes.visuals.normal_equations.squares.growth import Growth
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.plot.regression import StraightLine
from scenes.visuals.plot.together import together
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import FORMULA, SMALLEST, THIN, Box

# How far the line is moved: epsilon rises by the squares of these, as shares of the least.
SHIFT, TURN = 0.38, 0.38
# The same of a move that is both.
DOWN, UP = -0.42, 0.6
THINNER = 0.65  # the arms are on their strips, and longer for it
GAP = 0.15
DIGITS = 1000

Rate = Callable[[float], float]


def can_show_corners(stage: Stage) -> bool:
    """Tell whether all squares are drawn; where all points lie on the line there are none."""
    relative = bool(stage.leaning.landscape.relative)
    return stage.all_squares and not stage.marks and relative


def growths(pen: Pen, stage: Stage) -> tuple[Growth, Growth, Growth]:
    """Return what a shift, a turn and both at once add to the squares of the best line.

    The squares come from where the chart is now, and stand in the same rows for all three.
    """
    best, theme = stage.best, pen.theme
    stage.squares.set_line(best.slope, best.intercept)
    first, second = (one.weights.levers for one in stage.misses)
    shift, turn = (one * np.sqrt(best.rss / np.sum(one**2)) for one in (first, second))
    both = DOWN * shift + UP * turn
    moves = SHIFT * shift, TURN * turn, both
    thick = THINNER * max(np.median(np.abs(one)) for one in moves)
    room = max(np.abs(one).max() for one in moves), thick

    def growth(move: Values, levers: Values, colour: str) -> Growth:
        one = Growth(
            pen,
            stage.squares,
            move,
            levers,
            colour=colour,
            room=room,
            sides=VGroup(*named_sides(pen, "above", "below")),
        )
        return one.set(come=0.0, moved=0.0)

    return (
        growth(moves[0], first, theme.intercept),
        growth(moves[1], second, theme.slope),
        growth(both, both, theme.ink),
    )


@dataclass(frozen=True)
class Small:
    """What is beside the rows: the line before and the moved one in the chart, and epsilon."""

    before: StraightLine
    after: StraightLine
    name: VMobject
    least: VMobject

    @classmethod
    def of(cls, pen: Pen, stage: Stage) -> Self:
        """Build it where the chart is now."""
        line, muted = (stage.best.slope, stage.best.intercept), pen.theme.muted
        before = StraightLine(stage.chart, *line, muted, width=THIN)
        after = StraightLine(stage.chart, *line, pen.theme.ink)
        before.set_z_index(stage.line.z_index)
        # Points that are large in a small chart would hide by how much it has moved.
        after.set_z_index(stage.points.z_index + 1)
        written = FixedFormat.for_range(0.0, stage.best.rss, steps=DIGITS).write(stage.best.rss)
        number = written.strip().replace("×10^", " times 10^")
        row = pen.formula(
            f'{{{{res(epsilon) = : name}}}} {{{{res("{number}") : least}}}}', size=SMALLEST
        )
        left, height = layout.ROWS_EPSILON
        row.shift((left - row.get_left()[0], height - row.get_center()[1], 0.0))
        return cls(before, after, row.select("name"), row.select("least"))

    def set_moved(self, growth: Growth) -> None:
        """Show the line of ``growth`` where it has been moved to."""
        a, b = growth.moved * np.polyfit(growth.x, growth.moves, 1)
        self.after.set_line(self.before.a + a, self.before.b + b)
        self.after.set_stroke(growth.colour)


def show_corners(film: Film, stage: Stage, leaving: Iterable[VMobject]) -> None:
    """A shift, a turn, then both: the arms cancel, and epsilon rises by the corners."""
    large = stage.chart.area
    small, (shifted, turned, both) = _stand_in_rows(film, stage, leaving)
    film.say("Shift it up: arms gained below, lost above.")
    _move(film, small, shifted, time=1.4, corners=False)
    film.say('Add a $res("corner")$: missing below, taken twice above.')
    film.play(FadeIn(shifted.corners), run_time=0.6)
    film.say('The $intercept("orange")$ beam is level: the arms cancel.')
    _cancel(film, shifted, time=1.8)
    grown = f'${len(shifted.moves)} dot intercept("shift")^2$'
    film.say(f'Only $res("corners")$ remain: $res(epsilon)$ grows by {grown}.')
    sign = _add(film, small, shifted)
    film.wait(0.8)
    film.say("Turn it: far out the arms are wider.")
    _follow(film, small, (shifted, turned), sign)
    _move(film, small, turned, time=1.8)
    film.say('The $slope("blue")$ beam is level: they cancel, too.')
    _cancel(film, turned, time=1.6)
    sign = _add(film, small, turned)
    film.wait(0.3)
    film.say("Any other line: shift and turn at once.")
    _follow(film, small, (turned, both), sign)
    _move(film, small, both, time=1.6)
    film.say("Both beams are level: its arms cancel, too.")
    _cancel(film, both, time=1.4)
    film.say('Only $res("corners")$ are left: no line has less.')
    sign = _add(film, small, both)
    film.wait(1.0)
    film.remove(small.before, small.after)
    film.add(stage.line)
    film.play(*map(FadeOut, (small.name, small.least, sign)), run_time=0.3)
    _return(film, stage, large, both)


def _stand_in_rows(
    film: Film, stage: Stage, leaving: Iterable[VMobject]
) -> tuple[Small, tuple[Growth, Growth, Growth]]:
    """The chart becomes small while its squares go to stand in two rows beside it."""
    chart, several = stage.chart, growths(film.pen, stage)
    first = several[0]
    film.play(*map(FadeOut, leaving), run_time=0.3)
    film.remove(*stage.squares)
    film.add(first.squares)
    film.watch(chart, first)
    shrinking = chart.move(layout.SMALL, (stage.points, stage.line), run_time=1.3)
    film.play(*shrinking, *_going(first, "come", first.squares), run_time=1.3)
    small = Small.of(film.pen, stage)
    film.remove(stage.line)
    film.add(small.before, small.after)
    for one in several:
        one.set(come=1.0)
    film.play(*map(FadeIn, (first.line, first.sides, small.name, small.least)), run_time=0.4)
    return small, several


def _follow(film: Film, small: Small, pair: tuple[Growth, Growth], sign: VMobject) -> None:
    """The line goes back, and all is as before the move of the first of two."""
    old, new = pair
    start = small.after.a, small.after.b

    def go(_: object, share: float) -> None:
        ends = small.before.a, small.before.b
        small.after.set_line(
            *(one + share * (end - one) for one, end in zip(start, ends, strict=True))
        )

    gone = old.line, old.corners, old.added, sign
    film.play(*together(go, [small.after]), *map(FadeOut, gone), FadeIn(small.name), run_time=0.5)
    film.remove(old.squares, old.sides)
    film.add(new.squares, new.sides, new.line)
    film.watch(film.acting[0], new)


def _move(film: Film, small: Small, growth: Growth, *, time: float, corners: bool = True) -> None:
    """The line moves in the chart and along the rows: the least sum is not its epsilon."""
    parts = growth.line, growth.lost, growth.gained, *[growth.corners] * corners
    film.add(*parts)

    def go(_: object, share: float) -> None:
        growth.set(moved=share)
        small.set_moved(growth)

    moving = together(go, (*parts, small.after))
    film.play(*moving, FadeOut(small.name, run_time=0.4), run_time=time)


def _cancel(film: Film, growth: Growth, *, time: float) -> None:
    """The arms of each kind are laid end to end: equally long, they take each other away."""
    arms = growth.lost, growth.gained
    film.play(*_going(growth, "gathered", *arms, rate=linear), run_time=time)
    film.wait(0.3)
    film.play(*_going(growth, "met", *arms), run_time=0.5)
    film.play(*map(FadeOut, arms), run_time=0.3)


def _add(film: Film, small: Small, growth: Growth) -> VMobject:
    """Copies of the corners go behind the least sum: with them it is epsilon; return the sign."""
    plus = film.pen.formula("+", film.theme.residual, FORMULA)
    plus.next_to(small.least, RIGHT, buff=GAP).match_y(small.least)
    growth.packed_at = float(plus.get_right()[0]) + GAP
    growth.set(packed=0.0)
    film.add(growth.added)
    arriving = FadeIn(plus), FadeIn(small.name, rate_func=late)
    film.play(*_going(growth, "packed", growth.added, rate=linear), *arriving, run_time=1.1)
    return plus


def _return(film: Film, stage: Stage, large: Box, last: Growth) -> None:
    """The chart is large again, and the squares go back to it."""
    film.play(*map(FadeOut, (last.line, last.corners, last.added, last.sides)), run_time=0.3)
    growing = stage.chart.move(large, (stage.points, stage.line), run_time=1.2)
    film.play(*growing, *_going(last, "come", last.squares, rate=_back), run_time=1.2)
    film.remove(last.squares)
    film.add(*stage.squares.draw())


def _back(share: float) -> float:
    return 1 - float(smooth(share))


def _going(growth: Growth, name: str, *parts: VMobject, rate: Rate = smooth) -> list[Animation]:
    def go(_: object, share: float) -> None:
        growth.set(**{name: share})

    return together(go, parts, rate)
