"""The least-squares line among lines that someone might draw by eye."""

from argparse import ArgumentParser
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patheffects import Normal, Stroke

from core import palette
from core.fits.line import LineFit, fit_line
from core.landscape.by_eye import LineByEye, lines_by_eye
from core.landscape.window import Window
from core.palette import Theme
from core.tables.dataset import Dataset
from core.writing.text import one_line
from figures.parts.cloud import density_note, draw_points, order_of_line
from figures.parts.frame import frame, name_axes
from figures.parts.header import write_header
from figures.parts.output import Picture, run_table
from figures.parts.outside import draw_outside, outside_note, with_note
from figures.parts.rows import Row, write_rows
from figures.parts.words import formula, plain

DATA = "data/header.csv"
BEST_LOOK: dict[str, Any] = {"color": palette.BEST_LINE, "linewidth": 3}
OTHER_LOOKS: tuple[dict[str, Any], ...] = tuple(
    {"color": palette.OTHER_LINE, "linestyle": (0, dashes)}
    for dashes in ((6, 2), (1.2, 1.6), (4, 1.6, 1, 1.6))
)
ROOM = 0.12  # share of the height that stays free on each side of the points, for the lines
BEST = "best"


def options(parser: ArgumentParser) -> None:
    """Add what can be chosen of this picture."""
    parser.add_argument(
        "--no-rivals", dest="rivals", action="store_false", help="draw the best line alone"
    )


def picture(dataset: Dataset, theme_name: str, *, rivals: bool = True) -> Picture:
    """Fit the points, draw the line among its rivals, and say what is seen."""
    theme = palette.theme(theme_name)
    best = fit_line(dataset.x, dataset.y)
    others = lines_by_eye(dataset.x, dataset.y) if rivals else ()
    figure = Figure()
    ax = figure.subplots()
    draw(ax, dataset, best, others, theme)
    name_axes(ax, dataset.x_label, dataset.y_label, time=dataset.time)
    left_out = outside_note(ax, dataset.x, dataset.y)
    write_header(ax, theme, notes=[density_note(best.n), left_out])
    title = f"Least-squares line{' beside others' * bool(others)}: {dataset.title}"
    return Picture(figure, title, with_note(describe(dataset, best, others), left_out))


def worths(best: LineFit, others: tuple[LineByEye, ...]) -> tuple[str, list[float]]:
    """Return how lines are judged, and that number for each of the other lines.

    Where the points lie on a line, nothing can be relative to its residual, which is 0.
    """
    if best.rss:
        return r"\epsilon_\mathrm{rel}", [line.relative_residual for line in others]
    return r"\epsilon", [line.excess for line in others]


def draw(
    ax: Axes, dataset: Dataset, best: LineFit, others: tuple[LineByEye, ...], theme: Theme
) -> None:
    """Draw points and lines, and beside the other lines what each is worth.

    The axes end where the points do, whatever the other lines do there.
    """
    window = Window.of(dataset.x, dataset.y)
    ends = np.array(window.x)
    frame(ax, ends, np.concatenate([window.y, best.predict(ends)]), room=ROOM)
    draw_points(ax, dataset.x, dataset.y, theme)
    draw_outside(ax, dataset.x, dataset.y)
    order = order_of_line(best.n)
    for line, look in zip(others, OTHER_LOOKS, strict=False):
        ax.plot(ends, line.predict(ends), gid=line.name, zorder=order - 2, **look)
    halo = [Stroke(linewidth=5.5, foreground=theme.background), Normal()]
    ax.plot(ends, best.predict(ends), gid=BEST, zorder=order, path_effects=halo, **BEST_LOOK)
    if others:
        judged_by, worth = worths(best, others)
        rows = [Row(float(best.predict(ends[1])), BEST, "$0$", "bold", BEST_LOOK)]
        for line, value, look in zip(others, worth, OTHER_LOOKS, strict=True):
            end = float(line.predict(ends[1]))
            rows.append(Row(end, line.name, f"${formula(value)}$", "normal", look))
        write_rows(ax, ("line", f"${judged_by}$"), rows)


def describe(dataset: Dataset, best: LineFit, others: tuple[LineByEye, ...]) -> str:
    """Return the picture in words, with the fitted values."""
    words = (
        f"{best.n} points of {one_line(dataset.y_label)} against {one_line(dataset.x_label)} and "
        f"their least-squares line y = a x + b with slope a = {plain(best.slope, 4)} and "
        f"intercept b = {plain(best.intercept, 4)}"
    )
    if not others:
        return f"{words}."
    _, worth = worths(best, others)
    measure = "relative residual" if best.rss else "residual (the best line has none)"
    rivals = ", ".join(
        f"{line.name} {plain(value)}" for line, value in zip(others, worth, strict=True)
    )
    return f"{words}, and {len(others)} worse lines. Their {measure}: {rivals}."


if __name__ == "__main__":
    run_table(picture, DATA, options)
