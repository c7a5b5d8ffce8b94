"""Every formula of the film where it stands, and what the five letters are."""

from dataclasses import dataclass

from core.fits.line import LineFit
from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.formulas import derivation
from scenes.visuals.normal_equations.formulas.rows import axis
from scenes.visuals.normal_equations.formulas.sums import DEFINITIONS
from scenes.visuals.writing.fixed_format import FixedFormat
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import RIGHT_EDGE, SMALLEST

# How many parts of a result are told apart: three digits.
DIGITS = 2000


@dataclass(frozen=True)
class Rows:
    """The formulas: the two equations, the same multiplied, and what follows from them."""

    shift: Formula
    turn: Formula
    times: tuple[Formula, Formula]
    left: Formula
    slope: Formula
    intercept: Formula
    slope_value: Formula
    intercept_value: Formula


def rows_of(pen: Pen, best: LineFit) -> Rows:
    """Return the formulas where they stand; the values are placed behind what they are of."""

    def row(
        source: str, height: float, across: float = layout.EQUALS, size: float = layout.ROW_SIZE
    ) -> Formula:
        one = pen.formula(source, size=size)
        equals = one.select("e")
        return one.shift((across - equals.get_center()[0], height - axis(one), 0.0))

    def times(source: str, height: float) -> Formula:
        return row(source, height, layout.TIMES_EQUALS, layout.TIMES_SIZE)

    def result(source: str, height: float) -> Formula:
        one = pen.formula(source, size=SMALLEST)
        return one.shift((layout.RESULT_LEFT - one.get_left()[0], height - axis(one), 0.0))

    shift = row(derivation.SHIFT_ROW, layout.SHIFT_ROW)
    turn = row(derivation.TURN_ROW, layout.TURN_ROW)
    return Rows(
        shift=shift,
        turn=turn,
        times=(
            times(derivation.N_TIMES_TURN, layout.TIMES_ROWS[0]),
            times(derivation.B_TIMES_SHIFT, layout.TIMES_ROWS[1]),
        ),
        left=times(derivation.LEFT, layout.TIMES_ROWS[2]),
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


def _value(pen: Pen, name: str, value: float) -> Formula:
    """Return what follows a result: "= " and its number."""
    digits = FixedFormat.for_range(-abs(value), abs(value), steps=DIGITS).write(value).strip()
    return pen.formula(f"= {name}({digits.replace('×10^', ' times 10^')})", size=SMALLEST)
