"""One equation is taken from the other, and an unknown is gone."""

from collections.abc import Sequence

import numpy as np
from manim import (
    LEFT,
    RIGHT,
    Create,
    FadeIn,
    FadeOut,
    Transform,
    TransformFromCopy,
    VMobject,
    smooth,
    squish_rate_func,
)

from scenes.film import Film
from scenes.visuals.normal_equations.formulas.rows import whole, written
from scenes.visuals.normal_equations.formulas.written import Rows
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.screen import BOLD, THIN

# The factors come when the rest is in its place.
LATE = squish_rate_func(smooth, 0.7, 1.0)
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
    for one, times in zip(before, rows.times, strict=True):
        factors = times.select("factor").submobjects
        kept = [glyph for glyph in times if not any(glyph is factor for factor in factors)]
        coming += [Transform(glyph, place) for glyph, place in zip(one, kept, strict=True)]
        coming += [FadeIn(factor, rate_func=LATE) for factor in factors]
    film.play(*coming, run_time=0.8)
    film.remove(*(glyph for row in before for glyph in row), *before)
    for times in rows.times:
        whole(film, times)
    drawn = [*_subtracted(film, rows.times), *(_struck(film, one) for one in rows.times)]
    # Never is there nothing to look at: the beams go last.
    film.play(*map(Create, drawn[:2]), *map(FadeOut, beams), run_time=0.3)
    film.play(*map(Create, drawn[2:]), run_time=0.4)
    film.wait(0.4)
    film.play(written(rows.left), run_time=0.6)
    whole(film, rows.left)
    return [*rows.times, *drawn, rows.left]


def read_off(film: Film, rows: Rows) -> None:
    """What is left tells a, and a with the first equation tells b."""
    parts = "top", "bottom", "unknown"
    going = [TransformFromCopy(rows.left.select(part), rows.slope.select(part)) for part in parts]
    around = [
        glyph
        for glyph in rows.slope
        if not any(glyph is one for part in parts for one in rows.slope.select(part))
    ]
    coming = [*(FadeIn(one, rate_func=LATE) for one in around), written(rows.intercept)]
    film.play(*going, *coming, run_time=1.0)
    for row in (rows.slope, rows.intercept):
        whole(film, row)


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
