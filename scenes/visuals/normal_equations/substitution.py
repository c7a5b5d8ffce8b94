"""The formulas of slope and intercept with the numbers of the sums where their letters stand."""

import re

from scenes.visuals.normal_equations.running_sums import RunningSums
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import SMALLEST

PRODUCT = re.compile(r"\b([ABCDN]) (?=[ABCDN]\b)")
LETTER = re.compile(r"\b[ABCDN]\b")


def numbers_in(pen: Pen, sums: RunningSums, source: str) -> tuple[Formula, list[str]]:
    """Return a formula with numbers for letters, and the names of its numbers.

    A name is the letter that the number stands for, and where in the formula it stands.
    """
    names: list[str] = []

    def number(letter: re.Match[str]) -> str:
        names.append(f"{letter.group()}{len(names)}")
        return f"{{{{{sums.written(letter.group())} : {names[-1]}}}}}"

    return pen.formula(LETTER.sub(number, PRODUCT.sub(r"\1 dot ", source)), size=SMALLEST), names
