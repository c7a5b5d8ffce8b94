"""The values along an axis and where its ticks are."""

from dataclasses import dataclass

import numpy as np
from matplotlib.ticker import MaxNLocator, MultipleLocator, ScalarFormatter
from numpy.typing import ArrayLike, NDArray

# Labels as long as 20000 or 0.0015 share a power of ten instead.
PLAIN_POWERS = (-3, 4)


@dataclass(frozen=True)
class Ticks:
    """Positions, their labels, and the factor that all labels share (or '')."""

    positions: NDArray[np.float64]
    labels: tuple[str, ...]
    factor: str


@dataclass(frozen=True)
class Scale:
    """The values at the two ends of an axis; ticks are multiples of ``step`` where one is given."""

    low: float
    high: float
    step: float | None = None

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
        positions = np.asarray(locator.tick_values(self.low, self.high))
        slack = 1e-9 * self.span
        positions = positions[(positions >= self.low - slack) & (positions <= self.high + slack)]
        formatter = ScalarFormatter(useOffset=True, useMathText=False)
        formatter.set_powerlimits(PLAIN_POWERS)
        formatter.create_dummy_axis()
        assert formatter.axis is not None  # create_dummy_axis has just made it
        formatter.axis.set_view_interval(self.low, self.high)
        labels = formatter.format_ticks(positions.tolist())
        return Ticks(
            positions,
            tuple(_without_signed_zero(label.replace("\N{MINUS SIGN}", "-")) for label in labels),
            formatter.get_offset(),
        )


def _without_signed_zero(label: str) -> str:
    # What is left of a value at the offset of its axis can be 0 but for rounding.
    return label if label.strip("-0.") else label.removeprefix("-")
