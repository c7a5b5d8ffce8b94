"""Every formula of the film where it stands, and what the five letters are."""

from dataclasses import dataclass

import numpy as np
from manim import RIGHT, VGroup, VMobject

from core.fits.line import LineFit
from core.palette import Theme
from scenes.visuals.normal_equations import derivation, layout
from scenes.visuals.normal_equations.rows import Times, axis
from scenes.visuals.normal_equations.sums import DEFINITIONS
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, RIGHT_EDGE, SMALLEST, THIN

CHANGE = "change of the miss (enlarged)"
# How many parts of a result are told apart: three digits.
DIGITS = 2000
# Between a row and its factor, and of the rule beyond the rows.
APART, OVERHANG = 0.4, 0.1


@dataclass(frozen=True)
class Rows:
    """The formulas: the two rows, and what is made of them."""

    change: VMobject
    marks: VGroup
    shift: Formula
    turn: Formula
    multiplied: tuple[Times, Times]
    struck: VGroup
    rule: VMobject
    free: Formula
    slope: Formula
    intercept: Formula
    slope_value: Formula
    intercept_value: Formula


def rows_of(pen: Pen, best: LineFit) -> Rows:
    """Return the formulas where they stand; the values are placed behind what they are of."""

    def row(source: str, height: float) -> Formula:
        one = pen.formula(source, size=layout.ROW_SIZE)
        equals = one.select("e")
        return one.shift((layout.EQUALS - equals.get_center()[0], height - axis(one), 0.0))

    def times(old: Formula, source: str, factor: str, height: float) -> Times:
        new, by = (
            row(source, height),
            pen.formula(f"dot {{{{{factor} : by}}}}", size=layout.ROW_SIZE),
        )
        by.next_to(old, RIGHT, buff=APART)
        return Times(old, new, by)

    def result(source: str, height: float) -> Formula:
        one = pen.formula(source, size=SMALLEST)
        return one.shift((layout.RESULT_LEFT - one.get_left()[0], height - axis(one), 0.0))

    shift = row(derivation.SHIFT_ROW, layout.SHIFT_ROW)
    turn = row(derivation.TURN_ROW, layout.TURN_ROW)
    multiplied = (
        times(shift, derivation.TIMES_B, "B", layout.SHIFT_ROW),
        times(turn, derivation.TIMES_N, "N", layout.TURN_ROW),
    )
    free = row(derivation.FREE, layout.FREE_ROW)
    return Rows(
        change=pen.words(CHANGE, size=SMALLEST).move_to(
            (layout.COMPARED.middle[0], layout.ABOVE_BARS, 0.0)
        ),
        marks=_marks(pen.theme),
        shift=shift,
        turn=turn,
        multiplied=multiplied,
        struck=VGroup(*(VMobject(stroke_color=pen.theme.muted, stroke_width=BOLD) for _ in "ab")),
        rule=_rule(pen.theme, VGroup(*multiplied[0].new, *multiplied[1].new, *free)),
        free=free,
        slope=result(derivation.SLOPE, layout.RESULTS[0]),
        intercept=result(derivation.INTERCEPT, layout.RESULTS[1]),
        slope_value=_value(pen, "slope", best.slope),
        intercept_value=_value(pen, "intercept", best.intercept),
    )


def definitions(pen: Pen) -> dict[str, Formula]:
    """Return what each of the five letters stands for: a row across the picture."""
    room = 2 * RIGHT_EDGE / len(DEFINITIONS)
    return {
        letter: pen.formula(f"{letter} = {meaning}", size=SMALLEST).move_to(
            (-RIGHT_EDGE + (k + 0.5) * room, layout.DEFINED_HEIGHT, 0.0)
        )
        for k, (letter, meaning) in enumerate(DEFINITIONS.items())
    }


def _marks(theme: Theme) -> VGroup:
    """Return a level beam before each row: which one it makes level."""
    marks = VGroup()
    for height, colour in (
        (layout.SHIFT_ROW, theme.intercept),
        (layout.TURN_ROW, theme.slope),
    ):
        ends = [(layout.MARK_LEFT, height), (layout.MARK_LEFT + layout.MARK_WIDTH, height)]
        marks.add(_stroke(ends, colour, BOLD))
    return marks


def _rule(theme: Theme, above: VGroup) -> VMobject:
    """Return the rule between the rows and what is left of them."""
    height = (layout.TURN_ROW + layout.FREE_ROW) / 2
    left, right = above.get_left()[0] - OVERHANG, above.get_right()[0] + OVERHANG
    return _stroke([(left, height), (right, height)], theme.muted, THIN)


def _stroke(ends: list[tuple[float, float]], colour: str, width: float) -> VMobject:
    stroke = VMobject(stroke_color=colour, stroke_width=width)
    stroke.points = polylines(np.array([[(*end, 0.0) for end in ends]]))
    return stroke


def _value(pen: Pen, name: str, value: float) -> Formula:
    """Return what follows a result: "= " and its number."""
    digits = FixedFormat.for_range(-abs(value), abs(value), steps=DIGITS).write(value).strip()
    return pen.formula(f"= {name}({digits.replace('×10^', ' times 10^')})", size=SMALLEST)
