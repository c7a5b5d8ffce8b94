"""Which line none beats: in numbers, as long as they are short."""

from scenes.visuals.linear_regression_2d.lines.line_values import LineValues
from scenes.visuals.linear_regression_2d.lines.shown_data import ShownData

LONGEST = 6  # of a number, in letters


def closing(shown: ShownData, values: LineValues) -> str:
    """Return what is said of the best line.

    ``values`` says how many digits a film shows. A line that is told by its height at the mean,
    or by powers of ten, has no formula that is short.
    """
    best = shown.landscape
    a, b = (
        value.layout.write(number).strip()
        for value, number in ((values.a, best.slope), (values.b, best.intercept))
    )
    if shown.origin or max(len(a), len(b)) > LONGEST:
        return "No line beats this one."
    size = b.lstrip("-")
    sign = "-" if size != b else "+"
    return f"$y=slope({a})x{sign}intercept({size})$: no line beats it."
