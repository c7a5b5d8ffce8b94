"""A way on which points wander while slope, intercept and r stand still.

A least-squares line, r and the spreads are five numbers: the mean and the spread of x, the slope,
the intercept and the spread of the residuals. Any x can be shifted and stretched to the first two.
What then rises in proportion to x, or by the same everywhere, is taken from any residuals; what is
left is stretched to the last one and laid on the line. So all points between two sets with the
same numbers can have them, too.
"""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from core.fits.line import fit_line
from scenes.visuals.plot.curve import Values

Places = tuple[Values, Values]  # x and y of each point


@dataclass(frozen=True)
class Form:
    """Points taken apart: the five numbers, and what is free of them."""

    numbers: Values  # mean and spread of x, slope, intercept, spread of the residuals
    across: Values  # mean 0, spread 1
    off: Values  # mean 0, spread 1, uncorrelated with ``across``

    @classmethod
    def of(cls, places: Places) -> Self:
        """Take points apart that do not all lie on one line."""
        x, y = places
        fit = fit_line(x, y)
        off = y - fit.slope * x - fit.intercept
        numbers = np.array([x.mean(), x.std(), fit.slope, fit.intercept, off.std()])
        return cls(numbers, *_freed(x, off))

    @property
    def places(self) -> Places:
        """Put the points together again."""
        mean, spread, slope, intercept, scatter = self.numbers
        x = mean + spread * self.across
        return x, slope * x + intercept + scatter * self.off

    def towards(self, other: "Form", share: float) -> "Form":
        """Return what lies between two forms; equal numbers stay what they are."""
        ends = (self.numbers, self.across, self.off), (other.numbers, other.across, other.off)
        numbers, across, off = ((1 - share) * u + share * v for u, v in zip(*ends, strict=True))
        return Form(numbers, *_freed(across, off))

    def ring(self, turn: float = 0.0) -> "Form":
        """Return a ring about the line with the same numbers, turned by a share of a full turn."""
        n = self.across.size
        angles = 2 * np.pi * (np.arange(n) / n + turn)
        return Form(self.numbers, np.sqrt(2) * np.cos(angles), np.sqrt(2) * np.sin(angles))


@dataclass(frozen=True)
class Way:
    """All points between a start and an end."""

    start: Places
    end: Places

    def at(self, share: float) -> Places:
        """Return where the points are after a share of the way; at its ends as they were given."""
        if share in (0.0, 1.0):
            return self.end if share else self.start
        return Form.of(self.start).towards(Form.of(self.end), share).places


@dataclass(frozen=True)
class Trade:
    """Two of the points trade heights around each other; all others give way a little."""

    start: Places
    pair: tuple[int, int]  # the first one goes on the right
    aside: float  # how far in x

    def at(self, share: float) -> Places:
        """Return where the points are after a share of the trade; at its ends nothing gave way."""
        x, y = self.start[0].copy(), self.start[1].copy()
        one, other = self.pair
        high, low = y[one], y[other]
        y[one], y[other] = (1 - share) * high + share * low, (1 - share) * low + share * high
        if share in (0.0, 1.0):
            return x, y
        x[[one, other]] += np.array([1.0, -1.0]) * self.aside * np.sin(np.pi * share)
        return replace(Form.of((x, y)), numbers=Form.of(self.start).numbers).places


def _freed(across: Values, off: Values) -> Places:
    """Return both with mean 0 and spread 1, and the second one without the first one."""
    across = across - across.mean()
    across = across / across.std()
    off = off - off.mean()
    off = off - across * (across @ off) / off.size
    return across, off / off.std()
