"""Groups of points, a colour and a line for each, and the answer whether one line does for all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes

from core import palette
from core.fits.one_line import GroupedLines, fit_groups
from core.fits.scaled_line import fit_scaled_line
from core.numerics.validation import FloatArray
from core.tables.dataset import Dataset
from core.writing.digits import quote, significant
from core.writing.text import one_line, shorten

from .equation import in_words
from .fit_plot import draw_errors, places, set_limits
from .fitted import Fitted
from .frame import name_axes
from .outside import draw_outside
from .words import formula, plain

LOOKS = (
    (palette.SLOPE, "o"),
    (palette.INTERCEPT, "s"),
    (palette.INTERCEPT_DENOMINATOR, "^"),
    (palette.SLOPE_DENOMINATOR, "D"),
    (palette.INTERCEPT_NUMERATOR, "v"),
    (palette.SLOPE_NUMERATOR, "P"),
)
"""Colour and mark of each group: whoever does not see colours sees the marks."""
NAME_WIDTH = 16
LEVEL, BAND = 0.95, 0.18
SIGNIFICANT = 0.05


@dataclass(frozen=True)
class Grouped:
    """All points and those of each group, in the order in which groups appear, and the F test."""

    together: Fitted
    each: dict[str, Fitted]
    test: GroupedLines

    @classmethod
    def of(
        cls, points: Dataset, groups: Sequence[str], scales: str, sigma: FloatArray | None
    ) -> "Grouped":
        """Fit all and each; ValueError for a group without a line, and for too many groups."""
        names = tuple(dict.fromkeys(groups))
        if len(names) > len(LOOKS):
            raise ValueError(
                f"there are {len(names)} groups, {shorten(', '.join(names), 60)}: at most "
                f"{len(LOOKS)} can be told apart in one picture"
            )
        curve = fit_scaled_line(points.x, points.y, scales, sigma=sigma)
        test = fit_groups(curve.u, curve.v, groups, weights=curve.weights)
        each = {}
        for name, line in test.each.items():
            own = np.array([group == name for group in groups])
            each[name] = Fitted(
                replace(points, x=points.x[own], y=points.y[own]),
                replace(curve, line=line, u=curve.u[own], v=curve.v[own]),
                doubts=(),
                sigma=None if sigma is None else sigma[own],
            )
        return cls(Fitted(points, curve, (), sigma), each, test)

    @property
    def test_words(self) -> str:
        """The F test as mathtext; what it says is among the notes."""
        n = self.test.all.n
        if not self.test.dof[1]:
            return f"$n = {n}$"
        F, p = formula(self.test.F, 3), formula(self.test.p_value)
        dof = r",\,".join(map(str, self.test.dof))
        return f"one line for all?   $F_{{{dof}}} = {F}$,   $p = {p}$"

    @property
    def verdict(self) -> str:
        """What the F test says, in words."""
        if not self.test.dof[1]:
            return "too few points to tell whether one line does for all"
        if self.test.p_value < SIGNIFICANT:
            return "the groups differ: one line does not do for all"
        return f"nothing speaks against one line for all: {in_words(self.together.curve)}"

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands above the picture in the quiet colour."""
        return (self.verdict, *self.together.notes)

    @property
    def words(self) -> str:
        """The picture in words, with the fitted values."""
        points = self.together.points
        x, y = one_line(points.x_label), one_line(points.y_label)
        lines = "; ".join(
            f"{one_line(name)} ({group.curve.line.n}): {in_words(group.curve)}"
            for name, group in self.each.items()
        )
        test = (
            f" F = {significant(self.test.F, 3)} with {self.test.dof[0]} and {self.test.dof[1]} "
            f"degrees of freedom, p = {significant(self.test.p_value, 2)}."
            if self.test.dof[1]
            else ""
        )
        return (
            f"{self.test.all.n} points of {y} against {x} in {len(self.each)} groups, a line for "
            f"each: {lines}. All together: {in_words(self.together.curve)}.{test} "
            + "".join(f"{note[0].upper()}{note[1:]}. " for note in self.notes).strip()
        )


def draw_groups(ax: Axes, grouped: Grouped) -> None:
    """Draw the points of each group with their curve and its band, and the curve of all."""
    together = grouped.together
    x = {name: places(group) for name, group in grouped.each.items()}
    heights = [group.curve.predict(x[name]) for name, group in grouped.each.items()]
    set_limits(ax, together, heights)
    for (name, group), look in zip(grouped.each.items(), LOOKS, strict=False):
        _draw_group(ax, name, group, x[name], look)
    draw_outside(ax, together.points.x, together.points.y)
    everywhere = places(together)
    ax.plot(
        everywhere, together.curve.predict(everywhere), "--", color=palette.OTHER_LINE, zorder=3,
        gid="all", label="all together",
    )  # fmt: skip
    name_axes(ax, together.points.x_label, together.points.y_label, time=together.time)


def _draw_group(ax: Axes, name: str, group: Fitted, x: np.ndarray, look: tuple[str, str]) -> None:
    points, line, (colour, mark) = group.points, group.curve.line, look
    if line.dof:
        low, high = group.curve.confidence_band(x, LEVEL)
        ax.fill_between(x, low, high, color=colour, alpha=BAND, linewidth=0, zorder=2)
    draw_errors(ax, points, group.sigma, colour)
    ax.plot(points.x, points.y, mark, color=colour, zorder=5, gid=f"points {name}")
    slope = quote(line.slope, line.slope_stderr) if line.dof else plain(line.slope)
    # the mark is for the legend alone
    ax.plot(
        x, group.curve.predict(x), color=colour, marker=mark, markevery=[], zorder=4,
        linewidth=1.2 * mpl.rcParams["lines.linewidth"], gid=f"line {name}",
        label=f"{shorten(name, NAME_WIDTH)}: a = {slope}",
    )  # fmt: skip
