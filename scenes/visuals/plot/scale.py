"""The values along an axis and where its ticks are."""

import re
from dataclasses import dataclass

import numpy as np
from matplotlib.ticker import MaxNLocator, MultipleLocator, ScalarFormatter
from numpy.typing import ArrayLike, NDArray

# Labels as long as 20000 or 0.0015 share a power of ten instead.
PLAIN_POWERS = (-3, 4)
_TERM = re.compile(r"([-+]?)([\d.]+)(?:e([-+]?\d+))?")


@dataclass(frozen=True)
class Ticks:
    """Positions, their labels, and in Typst mathematics what all labels share (or '')."""

    positions: NDArray[np.float64]
    labels: tuple[str, ...]
    factor: str


@dataclass(frozen=True)
class Scale:
    """The values at the two ends of an axis; ticks are multiples of ``step`` where one is given.

    Values may be counted from an ``origin``: labels then say what they are with it.
    """

    low: float
    high: float
    step: float | None = None
    origin: float = 0.0

    @classmethod
    def around(cls, values: ArrayLike, margin: float) -> "Scale":
        """Cover ``values`` and ``margin`` times their span on either side."""
        v = np.asarray(values, dtype=float)
        low, high = float(v.min()), float(v.max())
        pad = (high - low) * margin or abs(low) * margin or 1.0
        return cls(low - pad, high + pad)

    @property
    def span(self) -> float:
        """Return the difference of the ends."""
        return self.high - self.low

    def share(self, values: ArrayLike) -> NDArray[np.float64]:
        """Return how far along the axis ``values`` lie: 0 at its low end, 1 at its high end."""
        shares: NDArray[np.float64] = (np.asarray(values, dtype=float) - self.low) / self.span
        return shares

    def ticks(self, most: int) -> Ticks:
        """Return at most ``most`` round positions, or the multiples of ``step``, as tick marks."""
        locator = (
            MaxNLocator(most, steps=[1, 2, 5, 10])
            if self.step is None
            else MultipleLocator(self.step)
        )
        low, high = self.low + self.origin, self.high + self.origin
        positions = np.asarray(locator.tick_values(low, high))
        slack = 1e-9 * self.span
        positions = positions[(positions >= low - slack) & (positions <= high + slack)]
        formatter = ScalarFormatter(useOffset=True, useMathText=False)
        formatter.set_powerlimits(PLAIN_POWERS)
        formatter.create_dummy_axis()
        assert formatter.axis is not None  # create_dummy_axis has just made it
        formatter.axis.set_view_interval(low, high)
        labels = formatter.format_ticks(positions.tolist())
        return Ticks(
            positions - self.origin,
            tuple(_without_signed_zero(label.replace("\N{MINUS SIGN}", "-")) for label in labels),
            _in_typst(formatter.get_offset()),
        )


def _without_signed_zero(label: str) -> str:
    # What is left of a value at the offset of its axis can be 0 but for rounding.
    return label if label.strip("-0.") else label.removeprefix("-")


def _in_typst(shared: str) -> str:
    """Return what matplotlib writes at the end of an axis as Typst mathematics.

    >>> _in_typst("1e6"), _in_typst("+2.5e9"), _in_typst("1e-3+2e1")
    ('times 10^(6)', '+ 2.5 times 10^(9)', 'times 10^(-3) + 2 times 10^(1)')
    """
    parts = []
    for sign, digits, power in _TERM.findall(shared.replace("−", "-")):
        power_of_ten = f"10^({int(power)})" if power else ""
        number = power_of_ten if power and digits == "1" else digits
        if number is digits and power:
            number = f"{digits} times {power_of_ten}"
        parts.append(f"{sign or 'times'} {number}")
    return " ".join(parts)
