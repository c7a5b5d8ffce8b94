"""A table, the line through it and what speaks against that line: what pictures of a fit show."""

from dataclasses import dataclass, replace
from functools import cached_property

from core.diagnosis.doubts import Doubt, doubts
from core.fits.scaled_line import ScaledLine, fit_scaled_line
from core.landscape.window import Window
from core.numerics.validation import FloatArray
from core.tables.dataset import Dataset
from core.tables.time_scale import TimeScale
from core.writing.text import one_line

from .equation import in_words, share
from .words import plain

KINDS = {
    "": "least-squares line",
    "x": "logarithmic curve, fitted as a line over log x",
    "y": "exponential, fitted as a line through log y",
    "xy": "power law, fitted as a line through log y over log x",
}


WEIGHTED = "weighted by 1 / error^2, uncertainties from the scatter"


@dataclass(frozen=True)
class Fitted:
    """Points with the words of the picture, their line on its scales, and the doubts about it.

    ``sigma`` are the errors of y, if they are known: then nothing is doubted, since every doubt
    is a test among points of one variance.
    """

    points: Dataset
    curve: ScaledLine
    doubts: tuple[Doubt, ...]
    sigma: FloatArray | None = None

    @classmethod
    def of(cls, points: Dataset, scales: str, sigma: FloatArray | None = None) -> "Fitted":
        """Fit; ValueError when the points define no line on these scales."""
        curve = fit_scaled_line(points.x, points.y, scales, sigma=sigma)
        found = doubts(curve.u, curve.v, curve.line) if sigma is None else ()
        return cls(points, curve, found, sigma)

    @cached_property
    def window(self) -> Window:
        """The part of the points that a picture shows, on the scales of the curve."""
        return Window.of(self.curve.u, self.curve.v)

    @property
    def time(self) -> TimeScale | None:
        """The dates behind x, unless its axis is logarithmic."""
        return None if "x" in self.curve.scales else self.points.time

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands above the picture: the kind of curve, weights, what the reader noted."""
        kind = (KINDS[self.curve.scales],) if self.curve.scales else ()
        weights = () if self.sigma is None else (WEIGHTED,)
        return (*kind, *weights, *self.points.notes)

    @property
    def words(self) -> str:
        """Say what was fitted to what and what came out."""
        line = self.curve.line
        explained = f", r squared {share(line.r_squared)}" if line.r_squared >= 0 else ""
        spread = (
            f", standard deviation of the residuals {plain(line.residual_sd)}" if line.dof else ""
        )
        powers = " powers of ten" if "y" in self.curve.scales and line.dof else ""
        return (
            f"{line.n} points of {one_line(self.points.y_label)} against "
            f"{one_line(self.points.x_label)} and their {KINDS[self.curve.scales]}: "
            f"{in_words(self.curve)}, slope {plain(line.slope, 4)}{explained}{spread}{powers}."
        )

    @property
    def remarks(self) -> str:
        """Say what the reader of the table noted and what speaks against the line."""
        weighted = [] if self.sigma is None else [WEIGHTED.capitalize()]
        sentences = [*weighted, *self.points.notes, *map(str, self.doubts)]
        return "".join(f" {one_line(sentence)}." for sentence in sentences)


def relabelled(points: Dataset, x_label: str | None, y_label: str | None) -> Dataset:
    """Return the points with the words of whoever has the picture drawn, where there are any."""
    return replace(points, x_label=x_label or points.x_label, y_label=y_label or points.y_label)
