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
from scenes.visuals.normal_equations.beams.columns import Values
from scenes.visuals.normal_equations.formulas.rows import whole, written
from scenes.visuals.normal_equations.formulas.written import Rows
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.screen import BOLD, THIN

# How the ways to the quotient bend: what is below goes by below, what is above, above.
BENDS = {"unknown": 0.0, "bottom": 0.5, "top": -0.4}
# What is left of the multiplied equations.
KEPT = "known", "e", "times", "unknown"
# The factors come when the rest is in its place.
LATE = squish_rate_func(smooth, 0.7, 1.0)
EARLY = squish_rate_func(smooth, 0.0, 0.3)
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
    drawn = _subtracted(film, rows.times)
    # Never is there nothing to look at: the beams go last.
    film.play(*map(Create, drawn), *map(FadeOut, beams), run_time=0.3)
    strokes = [_struck(film, one) for one in rows.times]
    film.play(*map(Create, strokes), run_time=0.4)
    film.wait(0.5)
    struck = [row.select(part) for row in rows.times for part in ("same", "plus")]
    film.play(*map(FadeOut, (*strokes, *struck)), run_time=0.3)
    _come_down(film, rows)
    film.wait(0.5)
    return [*drawn, *(row.select(part) for row in rows.times for part in KEPT)]


def _come_down(film: Film, rows: Rows) -> None:
    """Copies of the terms that are left land below the rule, each side by itself."""
    left, (first, second) = rows.left, rows.times
    signs = _others(left, "known0", "known1", "e", "times0", "times1", "unknown")
    middle = float(left.select("e").get_center()[0])
    for side, around in (
        ("known", [glyph for glyph in signs if glyph.get_center()[0] < middle]),
        ("times", [glyph for glyph in signs if glyph.get_center()[0] > middle]),
    ):
        ways = [(first.select(side), f"{side}0"), (second.select(side), f"{side}1")]
        last = "e" if side == "known" else "unknown"
        ways.append((second.select(last), last))
        film.play(
            *(
                TransformFromCopy(term, left.select(name), path_func=across_first)
                for term, name in ways
            ),
            *(FadeIn(glyph, rate_func=LATE) for glyph in around),
            run_time=0.8,
        )
    whole(film, left)


def read_off(film: Film, rows: Rows) -> None:
    """What is left, divided, tells a, and a with the first equation tells b."""
    left, slope = rows.left, rows.slope
    # What stands farther to the right goes first: nothing is written over what is not yet gone.
    going = [
        Transform(
            left.select(part),
            slope.select(part),
            path_arc=bend,
            rate_func=squish_rate_func(smooth, 0.2 * k, 0.6 + 0.2 * k),
        )
        for k, (part, bend) in enumerate(BENDS.items())
    ]
    parts = tuple(BENDS)
    film.play(
        *going,
        *(FadeOut(glyph, rate_func=EARLY) for glyph in _others(left, *parts)),
        *(FadeIn(glyph, rate_func=LATE) for glyph in _others(slope, *parts)),
        run_time=1.2,
    )
    film.remove(*left.get_family())
    whole(film, slope)
    film.play(written(rows.intercept), run_time=0.6)
    whole(film, rows.intercept)


def across_first(start: Values, end: Values, share: float) -> Values:
    """Go to the side first, and then up or down: what stands between is not crossed."""
    eased = np.array([1 - (1 - share) ** 2, share**2, share])
    way: Values = (1 - eased) * start + eased * end
    return way


def _others(row: Formula, *parts: str) -> list[VMobject]:
    """Return the glyphs of a row that are in none of these parts."""
    named = {id(glyph) for part in parts for glyph in row.select(part)}
    return [glyph for glyph in row if id(glyph) not in named]


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
