"""One equation is taken from the other, and an unknown is gone."""

from collections.abc import Sequence

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    Indicate,
    Transform,
    VMobject,
    smooth,
    squish_rate_func,
    straight_path,
)

from scenes.film import Film
from scenes.visuals.normal_equations.beams.columns import Values
from scenes.visuals.normal_equations.formulas.rows import whole, written
from scenes.visuals.normal_equations.formulas.written import Rows
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.screen import BOLD, THIN

# The factors come when the rest is in its place.
LATE = squish_rate_func(smooth, 0.7, 1.0)
# What is lit is so before what it makes comes.
AFTER = squish_rate_func(smooth, 0.3, 1.0)
LIT, FROM_ABOVE = 1.1, 0.4
BEYOND = 0.12  # of a stroke and of a rule, from what they are drawn at
SIGN, RULE = 0.45, 0.6  # of the minus, and of the rule below both


def cancel(
    film: Film, rows: Rows, leaving: Sequence[VMobject], beams: Sequence[VMobject]
) -> list[VMobject]:
    """Multiplied, both equations have as much of b: it is struck, and a is left.

    Return what is on screen then, besides the results.
    """
    film.watch(*rows.times, rows.left, rows.slope, rows.intercept)
    before = rows.turn, rows.shift
    gone = [part for part in leaving if not any(part is one for one in (*before, *beams))]
    film.play(*map(FadeOut, gone), run_time=0.3)
    coming = []
    for one, times, way in zip(before, rows.times, (up_first, straight_path()), strict=True):
        factors = times.select("factor").submobjects
        kept = [glyph for glyph in times if not any(glyph is factor for factor in factors)]
        pairs = zip(one, kept, strict=True)
        coming += [Transform(glyph, place, path_func=way) for glyph, place in pairs]
        coming += [FadeIn(factor, rate_func=LATE) for factor in factors]
    film.play(*coming, run_time=0.8)
    film.remove(*(glyph for row in before for glyph in row), *before)
    for times in rows.times:
        whole(film, times)
    drawn = _subtracted(film, rows.times)
    # Never is there nothing to look at: the beams go last.
    film.play(*map(Create, drawn), *map(FadeOut, beams), run_time=0.3)
    strokes = [_struck(film, one) for one in rows.times]
    film.play(*map(Create, strokes), run_time=0.4)
    film.wait(0.6)
    _come_down(film, rows)
    film.wait(0.4)
    return [*drawn, *strokes, *rows.times, rows.left]


def _come_down(film: Film, rows: Rows) -> None:
    """Below the rule comes what is left, each side by itself, while what it is of is lit."""
    left = rows.left
    middle = float(left.select("e").get_center()[0])
    before = [glyph for glyph in left if glyph.get_center()[0] < middle]
    behind = [glyph for glyph in left if glyph.get_center()[0] > middle]
    equals, a = [*left.select("e")], [row.select("unknown") for row in rows.times]
    for coming, sources in (
        ([*before, *equals], [row.select("known") for row in rows.times]),
        (behind, [*(row.select("times") for row in rows.times), *a]),
    ):
        film.play(
            *(Indicate(source, LIT, film.theme.ink) for source in sources[:2]),
            *(Indicate(source, LIT, film.theme.slope) for source in sources[2:]),
            *(FadeIn(glyph, shift=FROM_ABOVE * DOWN, rate_func=AFTER) for glyph in coming),
            run_time=0.8,
        )
    whole(film, left)


def read_off(film: Film, rows: Rows) -> None:
    """What is left, divided, tells a, and a with the first equation tells b."""
    film.play(written(rows.slope), run_time=0.9)
    whole(film, rows.slope)
    film.say('$intercept("Orange")$ then gives $intercept(b)$.')
    film.play(written(rows.intercept), run_time=0.6)
    whole(film, rows.intercept)


def up_first(start: Values, end: Values, share: float) -> Values:
    """Go up first, and then to the side: above what goes straight to a lower place."""
    eased = np.array([share**2, 1 - (1 - share) ** 2, share])
    way: Values = (1 - eased) * start + eased * end
    return way


def _subtracted(film: Film, rows: Sequence[Formula]) -> list[VMobject]:
    """Return the minus before the second row, and the rule below both."""
    left = min(float(row.get_left()[0]) for row in rows)
    right = max(float(row.get_right()[0]) for row in rows)
    height = float(rows[1].select("e").get_center()[1])
    start = np.array([left, height, 0.0]) + 2 * BEYOND * LEFT
    ends = start + SIGN * LEFT, start
    rule = [(start[0] - SIGN, height - RULE, 0.0), (right + BEYOND, height - RULE, 0.0)]
    return [_stroke(film.theme.ink, line, THIN) for line in (ends, rule)]


def _struck(film: Film, row: Formula) -> VMobject:
    """Return a stroke through what both rows have."""
    same = row.select("same")
    middle, half = same.get_center(), same.width / 2 + BEYOND
    ends = middle + half * LEFT, middle + half * RIGHT
    for end, up in zip(ends, (-1, 1), strict=True):
        end[1] += up * same.height / 2
    return _stroke(film.theme.residual, ends, BOLD)


def _stroke(colour: str, ends: Sequence[object], width: float) -> VMobject:
    stroke = VMobject(stroke_color=colour, stroke_width=width)
    stroke.points = polylines(np.array([ends]))
    return stroke
