"""The vertical and the shortest distance from points to a line."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from core import palette
from core.fits.line import LineFit, fit_line
from core.landscape.distance import Distances, distances
from core.landscape.window import Window
from core.palette import Theme
from core.tables.dataset import Dataset
from core.writing.text import one_line
from figures.parts.cloud import density_note, draw_points, order_of_line
from figures.parts.frame import frame, name_axes
from figures.parts.one_scale import in_one_scale
from figures.parts.output import Picture, run_table
from figures.parts.outside import draw_outside, outside_note, with_note
from figures.parts.style import SMALL
from figures.parts.words import plain

DATA = "data/header.csv"
SHOWN = 4
BEHIND = 0.6  # how much of its colour a point keeps whose distances are not shown
DASHES = (0, (2, 0.8))
CORNER = 0.022  # side of the square that marks a right angle, of the width of the points


@dataclass(frozen=True)
class Scene:
    """What is drawn: points in one scale, their line, and the few whose distances are shown."""

    points: Dataset
    inside: np.ndarray
    fit: LineFit
    shown: np.ndarray
    distances: Distances
    unit: str


def picture(dataset: Dataset, theme_name: str) -> Picture:
    """Fit the points, draw both distances of a few of them, and say what is seen."""
    scene = compose(dataset)
    figure = Figure()
    ax = figure.subplots()
    draw(ax, scene, palette.theme(theme_name))
    draw_key(figure, ax)
    title = f"Vertical and shortest distance to a line: {dataset.title}"
    left_out = outside_note(ax, scene.points.x, scene.points.y)
    return Picture(figure, title, with_note(describe(dataset, scene), left_out))


def compose(dataset: Dataset) -> Scene:
    """Bring x and y to one scale where their ranges differ too much, and choose points to show."""
    # in the user's own numbers: it says why there is no line where there is none
    best, window = fit_line(dataset.x, dataset.y), Window.of(dataset.x, dataset.y)
    points, unit = in_one_scale(dataset, window, best)
    inside = window.inside
    fit = fit_line(points.x, points.y)
    x, y = points.x[inside], points.y[inside]
    shown = np.flatnonzero(inside)[farthest_of_each_part(x, np.abs(y - fit.predict(x)))]
    away = distances(points.x[shown], points.y[shown], fit)
    return Scene(points, inside, fit, shown, away, unit)


def farthest_of_each_part(x: np.ndarray, away: np.ndarray) -> np.ndarray:
    """Return the indices of the point farthest from the line in each of ``SHOWN`` parts of x."""
    parts = np.array_split(np.argsort(x, kind="stable"), min(SHOWN, x.size))
    return np.array([part[np.argmax(away[part])] for part in parts])


def draw(ax: Axes, scene: Scene, theme: Theme) -> None:
    """Draw points, line and distances in one scale, so that right angles are right."""
    points, fit, d = scene.points, scene.fit, scene.distances
    x = np.append(points.x[scene.inside], d.foot_x)
    ends = np.array([x.min(), x.max()])
    ax.set_aspect("equal")
    frame(ax, ends, np.concatenate([points.y[scene.inside], d.foot_y, fit.predict(ends)]))
    ax.xaxis.set_major_locator(MaxNLocator("auto", steps=[1, 2, 5, 10]))  # it may be narrow
    draw_points(ax, points.x, points.y, theme, alpha=BEHIND)
    draw_outside(ax, points.x, points.y)
    (best,) = ax.plot(ends, fit.predict(ends), color=palette.BEST_LINE, linewidth=3, gid="best")
    best.set_zorder(order_of_line(points.x.size, behind=2))
    draw_distances(ax, scene, theme)
    name_axes(ax, points.x_label, points.y_label, f"({scene.unit})" if scene.unit else "")
    notes = [density_note(points.x.size), outside_note(ax, points.x, points.y)]
    if any(notes):
        words = "\n".join(filter(None, notes))
        ax.set_title(words, fontsize=SMALL, color=theme.muted, pad=SMALL)


def draw_distances(ax: Axes, scene: Scene, theme: Theme) -> None:
    """Draw for each shown point both ways to the line, and the right angle at the end of one."""
    x, y = scene.points.x[scene.shown], scene.points.y[scene.shown]
    d = scene.distances
    on_line = scene.fit.predict(x)
    # the wider one lies below, so that both are seen where they coincide
    upright = ax.vlines(x, on_line, y, color=palette.RESIDUAL, linestyle=DASHES, zorder=6)
    upright.set(linewidth=3.5, gid="vertical")
    for x_i, y_i, foot_x, foot_y in zip(x, y, d.foot_x, d.foot_y, strict=True):
        ax.plot([x_i, foot_x], [y_i, foot_y], color=theme.ink, zorder=6, gid="shortest")
    ax.plot(x, y, "o", color=palette.DATA, markersize=9, markeredgecolor=theme.ink, zorder=7)
    for corner in right_angles(scene):
        ax.plot(*corner.T, color=theme.ink, linewidth=1.2, zorder=6, gid="right angle")


def right_angles(scene: Scene) -> list[np.ndarray]:
    """Return, for each shown point off the line, three corners of the square at its foot."""
    d = scene.distances
    along = np.array([1.0, scene.fit.slope]) / np.hypot(1.0, scene.fit.slope)
    corners = []
    for i, shown in enumerate(scene.shown):
        foot = np.array([d.foot_x[i], d.foot_y[i]])
        point = np.array([scene.points.x[shown], scene.points.y[shown]])
        if d.shortest[i] == 0:
            continue
        side = min(CORNER * float(np.ptp(scene.points.x[scene.inside])), d.shortest[i] / 2)
        away = (point - foot) / d.shortest[i]
        # the square lies within the triangle of both distances and the line
        inwards = along if (point - foot) @ [1.0, 0.0] > 0 else -along
        corners.append(foot + side * np.array([inwards, inwards + away, away]))
    return corners


def draw_key(figure: Figure, ax: Axes) -> None:
    """Name both distances above the picture, where no point can be."""
    vertical = next(drawn for drawn in ax.collections if drawn.get_gid() == "vertical")
    shortest = next(drawn for drawn in ax.lines if drawn.get_gid() == "shortest")
    names = ["vertical distance", "shortest distance"]
    figure.legend([vertical, shortest], names, loc="outside upper center", ncols=2)


def describe(dataset: Dataset, scene: Scene) -> str:
    """Return the picture in words, with the fitted values."""
    largest = int(np.argmax(scene.distances.vertical))
    vertical, shortest = scene.distances.vertical[largest], scene.distances.shortest[largest]
    fit = fit_line(dataset.x, dataset.y)
    whose = "" if scene.inside.all() else " of the points shown"
    scale = f" Both axes are drawn in {scene.unit}{whose}." if scene.unit else ""
    return (
        f"{fit.n} points of {one_line(dataset.y_label)} against {one_line(dataset.x_label)} and "
        f"their least-squares line, slope a = {plain(fit.slope, 4)}, intercept b = "
        f"{plain(fit.intercept, 4)}. For {scene.shown.size} points a vertical and a shortest way "
        f"lead to the line; the shortest meets it at a right angle. At the farthest point the "
        f"vertical distance is {plain(vertical)} and the shortest {plain(shortest)}.{scale}"
    )


if __name__ == "__main__":
    run_table(picture, DATA)
