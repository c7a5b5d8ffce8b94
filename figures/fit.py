"""The line through a table: points, line, both bands, equation with uncertainties."""

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patheffects import Normal, Stroke

from core import palette
from core.palette import Theme
from core.tables.dataset import Dataset
from figures.parts.choices import add_choices
from figures.parts.cloud import density_note, draw_points
from figures.parts.equation import equation, goodness
from figures.parts.fitted import KINDS, Fitted
from figures.parts.frame import frame, name_axes
from figures.parts.header import figure_with_header, write_header
from figures.parts.output import Picture, run_table
from figures.parts.words import plain

DATA = "data/header.csv"
LEVEL = 0.95
CURVE_POINTS = 200
REACH = 0.35  # how far beyond the points a band may stretch the picture, of their height
CONFIDENCE, PREDICTION = 0.35, 0.12


def picture(
    dataset: Dataset, theme_name: str, *,
    title: str = "", x_label: str | None = None, y_label: str | None = None, scales: str = "",
) -> Picture:  # fmt: skip
    """Fit the points, draw them with their line and its bands, and say what is seen."""
    theme = palette.theme(theme_name)
    fitted = Fitted.of(dataset, scales, x_label, y_label)
    figure = figure_with_header()
    ax = figure.subplots()
    draw(ax, fitted, theme)
    notes = [density_note(dataset.x.size), *fitted.notes]
    if fitted.doubts:
        notes.append("doubtful: " + ", ".join(doubt.kind for doubt in fitted.doubts))
    write_header(
        ax, theme, title=title,
        equation=equation(fitted.curve), numbers=goodness(fitted.curve.line), notes=notes,
    )  # fmt: skip
    figure.legend(*ax.get_legend_handles_labels(), loc="outside lower center", ncols=2)
    name = title or f"{KINDS[scales].partition(',')[0].capitalize()}: {dataset.title}"
    return Picture(figure, name, describe(fitted))


def draw(ax: Axes, fitted: Fitted, theme: Theme) -> None:
    """Draw points, curve and bands; the limits follow the points."""
    points, curve = fitted.points, fitted.curve
    x = _places(points.x, logarithmic="x" in curve.scales)
    y = curve.predict(x)
    bands = []
    if curve.line.dof:
        bands = [
            (curve.prediction_band(x, LEVEL), PREDICTION, f"{LEVEL:.0%} prediction band"),
            (curve.confidence_band(x, LEVEL), CONFIDENCE, f"{LEVEL:.0%} confidence band"),
        ]
    _set_limits(ax, fitted, [y, *(edge for band, _, _ in bands for edge in band)])
    draw_points(ax, points.x, points.y, theme)
    for (low, high), alpha, name in bands:
        ax.fill_between(
            x, low, high, color=palette.BEST_LINE, alpha=alpha, linewidth=0, zorder=2, label=name
        )  # fmt: skip
    width = mpl.rcParams["lines.linewidth"]
    halo = [Stroke(linewidth=2.4 * width, foreground=theme.background), Normal()]
    ax.plot(
        x, y, color=palette.BEST_LINE, linewidth=1.4 * width, zorder=4, gid="best",
        path_effects=halo if density_note(points.x.size) else None,
    )  # fmt: skip
    name_axes(ax, points.x_label, points.y_label)


def _places(x: np.ndarray, *, logarithmic: bool) -> np.ndarray:
    spaced = np.geomspace if logarithmic else np.linspace
    return spaced(float(x.min()), float(x.max()), CURVE_POINTS)


def _set_limits(ax: Axes, fitted: Fitted, curves: list[np.ndarray]) -> None:
    """Hold every point, and of the bands what lies near the points."""
    points, scales = fitted.points, fitted.curve.scales
    heights = np.concatenate([points.y, *curves])
    to_scale, back = (np.log10, lambda v: 10.0**v) if "y" in scales else (np.array, np.array)
    low, high = to_scale(points.y.min()), to_scale(points.y.max())
    reach = REACH * (high - low)
    frame(ax, points.x, np.clip(heights, back(low - reach), back(high + reach)), scales=scales)


def describe(fitted: Fitted) -> str:
    """Return the picture in words, with the fitted values."""
    line = fitted.curve.line
    if not line.dof:
        return f"{fitted.words}{fitted.remarks}"
    low, high = fitted.curve.confidence_band(fitted.points.x.mean(), LEVEL)
    below, above = fitted.curve.prediction_band(fitted.points.x.mean(), LEVEL)
    return (
        f"{fitted.words} At the mean of x the {LEVEL:.0%} confidence band of the line reaches "
        f"from {plain(float(low), 4)} to {plain(float(high), 4)}, the prediction band of one new "
        f"point from {plain(float(below), 4)} to {plain(float(above), 4)}.{fitted.remarks}"
    )


if __name__ == "__main__":
    run_table(picture, DATA, add_choices)
