"""Every formula of the film where it stands, and what the five letters are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from manim import DL, UR, VGroup, VMobject
from numpy.typing import ArrayLike

from core.fits.line import LineFit
from core.palette import Theme
from scenes.visuals.normal_equations import derivation, layout
from scenes.visuals.normal_equations.rows import axis
from scenes.visuals.normal_equations.sums import DEFINITIONS
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import BOLD, RIGHT_EDGE, SMALLEST, THIN

# How many parts of a result are told apart: three digits.
DIGITS = 2000
OVERHANG = 0.1  # of the rule beyond the rows


@dataclass(frozen=True)
class Rows:
    """The formulas: the two rows, and what is made of them."""

    shift: Formula
    turn: Formula
    multiplied: tuple[Formula, Formula]
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

    def result(source: str, height: float) -> Formula:
        one = pen.formula(source, size=SMALLEST)
        return one.shift((layout.RESULT_LEFT - one.get_left()[0], height - axis(one), 0.0))

    shift = row(derivation.SHIFT_ROW, layout.SHIFT_ROW)
    turn = row(derivation.TURN_ROW, layout.TURN_ROW)
    multiplied = (
        row(derivation.TIMES_B, layout.SHIFT_ROW),
        row(derivation.TIMES_N, layout.TURN_ROW),
    )
    free = row(derivation.FREE, layout.FREE_ROW)
    muted = pen.theme.muted
    struck = VGroup(
        *(
            _stroke([one.select("same").get_corner(end) for end in (DL, UR)], muted, BOLD)
            for one in multiplied
        )
    )
    return Rows(
        shift=shift,
        turn=turn,
        multiplied=multiplied,
        struck=struck,
        rule=_rule(pen.theme, VGroup(*multiplied[0], *multiplied[1], *free)),
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


def _rule(theme: Theme, above: VGroup) -> VMobject:
    """Return the rule between the rows and what is left of them."""
    height = (layout.TURN_ROW + layout.FREE_ROW) / 2
    left, right = above.get_left()[0] - OVERHANG, above.get_right()[0] + OVERHANG
    return _stroke([(left, height, 0.0), (right, height, 0.0)], theme.muted, THIN)


def _stroke(ends: Sequence[ArrayLike], colour: str, width: float) -> VMobject:
    stroke = VMobject(stroke_color=colour, stroke_width=width)
    stroke.points = polylines(np.array([ends]))
    return stroke


def _value(pen: Pen, name: str, value: float) -> Formula:
    """Return what follows a result: "= " and its number."""
    digits = FixedFormat.for_range(-abs(value), abs(value), steps=DIGITS).write(value).strip()
    return pen.formula(f"= {name}({digits.replace('×10^', ' times 10^')})", size=SMALLEST)
