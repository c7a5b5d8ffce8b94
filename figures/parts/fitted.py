"""A table, the line through it and what speaks against that line: what pictures of a fit show."""

from dataclasses import dataclass, replace

from core.diagnosis.doubts import Doubt, doubts
from core.fits.scaled_line import ScaledLine, fit_scaled_line
from core.tables.dataset import Dataset
from core.writing.text import one_line

from .equation import in_words, share
from .words import plain

KINDS = {
    "": "least-squares line",
    "x": "logarithmic curve, fitted as a line over log x",
    "y": "exponential, fitted as a line through log y",
    "xy": "power law, fitted as a line through log y over log x",
}


@dataclass(frozen=True)
class Fitted:
    """Points with the words of the picture, their line on its scales, and the doubts about it."""

    points: Dataset
    curve: ScaledLine
    doubts: tuple[Doubt, ...]

    @classmethod
    def of(
        cls, dataset: Dataset, scales: str, x_label: str | None = None, y_label: str | None = None
    ) -> "Fitted":
        """Fit; ValueError when the points define no line on these scales."""
        points = replace(
            dataset,
            x_label=x_label or dataset.x_label,
            y_label=y_label or dataset.y_label,
        )
        curve = fit_scaled_line(points.x, points.y, scales)
        return cls(points, curve, doubts(curve.u, curve.v, curve.line))

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands above the picture: the kind of curve, and what the reader noted."""
        kind = (KINDS[self.curve.scales],) if self.curve.scales else ()
        return (*kind, *self.points.notes)

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
        sentences = [*self.points.notes, *map(str, self.doubts)]
        return "".join(f" {one_line(sentence)}." for sentence in sentences)
