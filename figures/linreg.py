"""The least-squares line among lines that someone might draw by eye."""

from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import Normal, Stroke

from core import palette
from core.fits.line import LineFit, fit_line
from core.landscape.by_eye import LineByEye, lines_by_eye
from core.palette import Theme
from core.tables.dataset import Dataset
from core.writing.text import one_line
from figures.parts.cloud import density_note, draw_points
from figures.parts.frame import frame, name_axes
from figures.parts.output import Picture, run_table
from figures.parts.style import SMALL
from figures.parts.words import formula, plain

DATA = "data/header.csv"
DASHES = {"steeper": (0, (6, 2)), "higher": (0, (1.2, 1.6)), "flatter": (0, (4, 1.6, 1, 1.6))}
BEST = "best"
NAME_OFFSET = 8  # points from the end of a line to its name, and to its number
VALUE_OFFSET = 60


def picture(dataset: Dataset, theme_name: str) -> Picture:
    """Fit the points, draw the line among its rivals, and say what is seen."""
    theme = palette.theme(theme_name)
    best = fit_line(dataset.x, dataset.y)
    others = lines_by_eye(dataset.x, dataset.y)
    name, worth = worths(best, others)
    figure = Figure()
    ax = figure.subplots()
    draw(ax, dataset, best, others, theme)
    label_lines(
        ax, float(dataset.x.max()), {BEST: best} | {line.name: line for line in others}, name, worth
    )
    name_axes(ax, dataset.x_label, dataset.y_label)
    if note := density_note(best.n):
        ax.set_title(note, loc="left", fontsize=SMALL, color=theme.muted)
    return Picture(
        figure, f"Least-squares line: {dataset.title}", describe(dataset, best, others, worth)
    )


def worths(best: LineFit, others: tuple[LineByEye, ...]) -> tuple[str, list[float]]:
    """Return how lines are judged, and that number for the best line and for each other.

    Where the points lie on a line, nothing can be relative to its residual, which is 0.
    """
    if best.rss:
        return r"\epsilon_\mathrm{rel}", [0.0, *(line.relative_residual for line in others)]
    return r"\epsilon", [0.0, *(line.excess for line in others)]


def draw(
    ax: Axes, dataset: Dataset, best: LineFit, others: tuple[LineByEye, ...], theme: Theme
) -> None:
    """Draw points and lines; the axes end where the points do."""
    ends = np.array([dataset.x.min(), dataset.x.max()])
    heights = [best.predict(ends), *(line.predict(ends) for line in others)]
    frame(ax, ends, np.concatenate([dataset.y, *heights]), above=0.1)
    draw_points(ax, dataset.x, dataset.y, theme)
    for line, height in zip(others, heights[1:], strict=True):
        style = DASHES[line.name]
        ax.plot(ends, height, color=palette.OTHER_LINE, linestyle=style, gid=line.name, zorder=2)
    halo = [Stroke(linewidth=5.5, foreground=theme.background), Normal()]
    (drawn,) = ax.plot(ends, heights[0], color=palette.BEST_LINE, linewidth=3, zorder=4)
    drawn.set(path_effects=halo, gid=BEST)


def label_lines(
    ax: Axes,
    right: float,
    lines: Mapping[str, LineFit | LineByEye],
    judged_by: str,
    worth: list[float],
) -> None:
    """Write beside the end of each line, at x = ``right``, what it is and what it is worth."""
    top = ax.get_ylim()[1]
    _row(ax, (right, top), "line", f"${judged_by}$", "normal")
    for (name, line), value in zip(lines.items(), worth, strict=True):
        weight = "bold" if name == BEST else "normal"
        _row(ax, (right, float(line.predict(right))), name, f"${formula(value)}$", weight)


def _row(ax: Axes, end: tuple[float, float], name: str, value: str, weight: str) -> None:
    for text, offset in ((name, NAME_OFFSET), (value, VALUE_OFFSET)):
        ax.annotate(
            text,
            end,
            xytext=(offset, 0),
            textcoords="offset points",
            verticalalignment="center",
            fontweight=weight,
            fontsize=SMALL,
            annotation_clip=False,
        )


def describe(
    dataset: Dataset, best: LineFit, others: tuple[LineByEye, ...], worth: list[float]
) -> str:
    """Return the picture in words, with the fitted values."""
    measure = "relative residual" if best.rss else "residual (the best line has none)"
    rivals = ", ".join(
        f"{line.name} {plain(value)}" for line, value in zip(others, worth[1:], strict=True)
    )
    return (
        f"{best.n} points of {one_line(dataset.y_label)} against {one_line(dataset.x_label)}, "
        f"their least-squares line y = a x + b with slope a = {plain(best.slope, 4)} and "
        f"intercept b = {plain(best.intercept, 4)}, and three worse lines. "
        f"Their {measure}: {rivals}."
    )


if __name__ == "__main__":
    run_table(picture, DATA)
