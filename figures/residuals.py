"""What the line leaves: residuals against x, their spread, and what speaks against the line."""

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes

from core import palette
from core.diagnosis.doubts import Doubt
from core.diagnosis.residual_shape import bend, side_spreads
from core.landscape.window import Window
from core.palette import Theme
from core.tables.dataset import Dataset
from core.writing.text import one_line
from figures.parts.choices import add_choices
from figures.parts.cloud import density_note, draw_points, order_of_line
from figures.parts.fit_plot import legend_below
from figures.parts.fitted import Fitted, relabelled
from figures.parts.frame import frame, name_axes
from figures.parts.header import figure_with_header, write_header
from figures.parts.output import Picture, run_table
from figures.parts.outside import draw_outside, outside_note, with_note
from figures.parts.words import formula, grouped, plain

DATA = "data/header.csv"
SPREADS = 2  # the band reaches this many standard deviations to each side
BAND = 0.25
ROOM = 0.1
CURVE_POINTS = 200
NOTHING = "nothing found that speaks against a straight line"


def picture(
    dataset: Dataset, theme_name: str, *,
    title: str = "", x_label: str | None = None, y_label: str | None = None, scales: str = "",
) -> Picture:  # fmt: skip
    """Fit the points, draw what is left of them, and mark what the doubts are about."""
    theme = palette.theme(theme_name)
    fitted = Fitted.of(relabelled(dataset, x_label, y_label), scales)
    figure = figure_with_header()
    ax = figure.subplots()
    draw(ax, fitted, theme)
    line = fitted.curve.line
    spread = f"$s = {formula(line.residual_sd, 3)}$,   $n - 2 = {grouped(line.dof)}$"
    doubts = [str(doubt) for doubt in fitted.doubts] or [NOTHING]
    left_out = outside_note(ax, dataset.x, fitted.curve.residuals)
    notes = [density_note(dataset.x.size), left_out, *fitted.notes, *doubts]
    write_header(ax, theme, title=title, numbers=spread if line.dof else "", notes=notes)
    legend_below(figure, ax)
    name = title or f"Residuals: {dataset.title}"
    return Picture(figure, name, with_note(describe(fitted), left_out))


def draw(ax: Axes, fitted: Fitted, theme: Theme) -> None:
    """Draw the residuals, twice their spread, and marks for the doubts."""
    points, curve = fitted.points, fitted.curve
    ends = np.array([points.x.min(), points.x.max()])
    bands = [(start, end, SPREADS * spread) for start, end, spread in spreads(fitted)]
    inside = Window.of(curve.u, curve.residuals).inside
    largest = float(np.abs(curve.residuals[inside]).max())
    reach = max([largest, *(half for _, _, half in bands)])
    shown = np.array([-reach, reach])
    frame(ax, points.x[inside], shown, room=ROOM, scales=curve.scales.replace("y", ""))
    draw_points(ax, points.x, curve.residuals, theme)
    draw_outside(ax, points.x, curve.residuals)
    for start, end, half in bands:
        name = f"± {SPREADS} s" if start == ends[0] else None
        band = ax.fill_between([start, end], -half, half, color=palette.BEST_LINE, label=name)
        band.set(alpha=BAND, linewidth=0, zorder=2)
    width = 1.4 * mpl.rcParams["lines.linewidth"]
    (zero,) = ax.plot(ends, [0, 0], color=palette.BEST_LINE, linewidth=width, gid="best")
    zero.set_zorder(order_of_line(points.x.size, behind=3))
    for doubt in fitted.doubts:
        mark(ax, doubt, fitted)
    y_name = f"residual of {'log ' * ('y' in curve.scales)}{points.y_label}"
    name_axes(ax, points.x_label, y_name, time=fitted.time)


def mark(ax: Axes, doubt: Doubt, fitted: Fitted) -> None:
    """Draw what a doubt is about: the curve that the points follow, or a ring about one point."""
    points, curve = fitted.points, fitted.curve
    if doubt.degree:
        u = np.linspace(float(curve.u.min()), float(curve.u.max()), CURVE_POINTS)
        x = 10.0**u if "x" in curve.scales else u
        y = bend(curve.u, curve.residuals, curve.line, doubt.degree, u)
        ax.plot(x, y, "--", color=palette.RESIDUAL, zorder=6, gid=doubt.kind, label="how they bend")
    if doubt.point is not None:
        x = np.clip(points.x[doubt.point], *ax.get_xlim())
        y = np.clip(curve.residuals[doubt.point], *ax.get_ylim())
        (ring,) = ax.plot(x, y, "o", color=palette.RESIDUAL, gid=doubt.kind, label=doubt.kind)
        ring.set(
            clip_on=False, markersize=2.6 * mpl.rcParams["lines.markersize"], markerfacecolor="none"
        )
        ring.set(markeredgewidth=mpl.rcParams["lines.linewidth"], zorder=6)


def spreads(fitted: Fitted) -> list[tuple[float, float, float]]:
    """Return from where to where residuals spread how much, if that is known.

    On each side of the mean for itself where their difference is a doubt.
    """
    x, line = fitted.points.x, fitted.curve.line
    low, high = float(x.min()), float(x.max())
    if not any(doubt.kind == "scatter" for doubt in fitted.doubts):
        return [(low, high, line.residual_sd)] if line.residual_sd > 0 else []
    middle = float(x[fitted.curve.u >= line.x_mean].min())
    below, above = side_spreads(fitted.curve.u, fitted.curve.residuals, line)
    return [(low, middle, below), (middle, high, above)]


def describe(fitted: Fitted) -> str:
    """Return the picture in words, with the fitted values."""
    residuals = fitted.curve.residuals
    largest = int(np.argmax(np.abs(residuals)))
    found = fitted.remarks if fitted.doubts else f"{fitted.remarks} {NOTHING.capitalize()}."
    return (
        f"Residuals of {fitted.words} The largest, {plain(float(residuals[largest]))}, is that of "
        f"the point at {one_line(fitted.points.x_label)} = {plain(fitted.points.x[largest], 4)}."
        f"{found}"
    )


if __name__ == "__main__":
    run_table(picture, DATA, add_choices)
