"""The line through a table: points, line, both bands, equation with uncertainties."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patheffects import Normal, Stroke

from core import palette
from core.palette import Theme
from core.tables.beside import read_beside
from core.tables.dataset import Dataset
from core.tables.line_points import read_line_points
from figures.parts.choices import add_choices, add_columns
from figures.parts.cloud import BEFORE_DOTS, density_note, draw_points, order_of_line
from figures.parts.equation import equation, goodness
from figures.parts.fit_plot import draw_errors, legend_below, places, set_limits
from figures.parts.fitted import KINDS, Fitted, relabelled
from figures.parts.frame import name_axes
from figures.parts.groups import Grouped, draw_groups
from figures.parts.header import figure_with_header, write_header
from figures.parts.output import Picture, run
from figures.parts.outside import draw_outside, outside_note, with_note
from figures.parts.words import plain

DATA = "data/header.csv"
LEVEL = 0.95
CONFIDENCE, PREDICTION = 0.35, 0.12


def picture_of_file(
    path: Path, theme_name: str, *,
    x: str | None, y: str | None, sheet: str | None,
    sigma: str | None, group: str | None, **chosen: Any,
) -> Picture:  # fmt: skip
    """Read the columns that the command line names."""
    if sigma is None and group is None:
        return picture(read_line_points(path, x, y, sheet), theme_name, **chosen)
    found = read_beside(path, x, y, sigma=sigma, group=group, sheet=sheet)
    return picture(found.points, theme_name, sigma=found.sigma, groups=found.groups, **chosen)


def picture(
    dataset: Dataset, theme_name: str, *,
    sigma: np.ndarray | None = None, groups: Sequence[str] | None = None,
    title: str = "", x_label: str | None = None, y_label: str | None = None, scales: str = "",
) -> Picture:  # fmt: skip
    """Fit the points, draw them with their line and its bands, and say what is seen."""
    theme = palette.theme(theme_name)
    points = relabelled(dataset, x_label, y_label)
    figure = figure_with_header()
    ax = figure.subplots()
    if groups is not None:
        grouped = Grouped.of(points, groups, scales, sigma)
        draw_groups(ax, grouped)
        left_out = outside_note(ax, points.x, points.y)
        notes = [left_out, *grouped.notes]
        write_header(ax, theme, title=title, numbers=grouped.test_words, notes=notes)
        legend_below(figure, ax)
        name = title or f"A line for each group: {dataset.title}"
        return Picture(figure, name, with_note(grouped.words, left_out))
    fitted = Fitted.of(points, scales, sigma)
    draw(ax, fitted, theme)
    left_out = outside_note(ax, points.x, points.y)
    notes = [density_note(points.x.size), left_out, *fitted.notes]
    if fitted.doubts:
        notes.append("doubtful: " + ", ".join(doubt.kind for doubt in fitted.doubts))
    write_header(
        ax, theme, title=title, equation=equation(fitted.curve), numbers=goodness(fitted.curve),
        notes=notes,
    )  # fmt: skip
    legend_below(figure, ax)
    name = title or f"{KINDS[scales].partition(',')[0].capitalize()}: {dataset.title}"
    return Picture(figure, name, with_note(describe(fitted), left_out))


def draw(ax: Axes, fitted: Fitted, theme: Theme) -> None:
    """Draw points, curve and bands; the limits follow the points."""
    points, curve = fitted.points, fitted.curve
    x = places(fitted)
    y = curve.predict(x)
    bands = []
    if curve.line.dof:
        bands = [(curve.confidence_band(x, LEVEL), CONFIDENCE, f"{LEVEL:.0%} confidence band")]
    if curve.line.dof and curve.weights is None:  # else a new point has no weight of its own
        new = curve.prediction_band(x, LEVEL), PREDICTION, f"{LEVEL:.0%} prediction band"
        bands = [new, *bands]
    edges = [edge for band, _, _ in bands for edge in band]
    set_limits(ax, fitted, [y], edges)
    draw_errors(ax, points, fitted.sigma, palette.DATA)
    draw_points(ax, points.x, points.y, theme)
    draw_outside(ax, points.x, points.y)
    for (low, high), alpha, name in bands:
        ax.fill_between(
            x, low, high, color=palette.BEST_LINE, alpha=alpha, linewidth=0, zorder=2, label=name
        )  # fmt: skip
    width = mpl.rcParams["lines.linewidth"]
    order = order_of_line(points.x.size)
    halo = [Stroke(linewidth=2.4 * width, foreground=theme.background), Normal()]
    ax.plot(
        x, y, color=palette.BEST_LINE, linewidth=1.4 * width, gid="best", zorder=order,
        path_effects=halo if order == BEFORE_DOTS else None,
    )  # fmt: skip
    name_axes(ax, points.x_label, points.y_label, time=fitted.time)


def describe(fitted: Fitted) -> str:
    """Return the picture in words, with the fitted values."""
    line = fitted.curve.line
    if not line.dof:
        return f"{fitted.words}{fitted.remarks}"
    middle = fitted.points.x.mean()
    low, high = fitted.curve.confidence_band(middle, LEVEL)
    bands = (
        f"At the mean of x the {LEVEL:.0%} confidence band of the line reaches "
        f"from {plain(float(low), 4)} to {plain(float(high), 4)}"
    )
    if fitted.curve.weights is None:
        low, high = fitted.curve.prediction_band(middle, LEVEL)
        bands += (
            f", the prediction band of one new point from {plain(float(low), 4)} "
            f"to {plain(float(high), 4)}"
        )
    return f"{fitted.words} {bands}.{fitted.remarks}"


def options(parser: ArgumentParser) -> None:
    """Add what can be chosen of this picture."""
    add_columns(parser)
    add_choices(parser)


if __name__ == "__main__":
    run(picture_of_file, DATA, options)
