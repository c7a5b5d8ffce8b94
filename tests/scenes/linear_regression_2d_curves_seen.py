"""What is seen of the curves of LinearRegression2D: parabolas, bands of a stack, an axis."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from tests.scenes.linear_regression_2d_lines_seen import Places, areas, level, unit
from tests.scenes.on_screen import values


@dataclass(frozen=True)
class Drawn:
    """A parabola on screen: (n, 2) what its curve shows, where its marker is, how high it is."""

    curve: Places
    marker: tuple[float, float]
    top: float


@dataclass(frozen=True)
class Single:
    """One square alone: its point, its side as seen, its area by the tank, and its parabola."""

    x: float
    y: float
    side: float
    tank: float
    curve: Places
    marker: tuple[float, float] | None
    others: bool
    large: bool
    labels: dict[float, float]


def corners_of(curve: Any) -> Places:
    """Return the corners (n, 3) of a curve of straight strokes."""
    return np.vstack([curve.points[::4], curve.points[-1:]])


def drawn(valley: Any) -> Drawn:
    """Look at a parabola."""
    chart = valley.chart
    return Drawn(
        np.transpose(values(chart, corners_of(valley.curve))),
        _read(chart, valley.marker.get_center()),
        float(valley.marker.get_center()[1]),
    )


def _read(chart: Any, place: Places) -> tuple[float, float]:
    x, y = values(chart, place)
    return float(x), float(y)


def bands(stack: Any) -> Places:
    """Return the upper edges (n, m, 2) of the bands, as values."""
    x, y = values(stack.chart, stack.corners())
    edges = np.stack([x, y], axis=-1)
    return edges[:, edges.shape[1] // 2 :][:, ::-1]


def fillings(stack: Any, tank: Any) -> Places:
    """Return at which epsilon each square but the topmost ends in the tank, from below."""
    up = stack.layers.points[::4, 1]
    return np.array(tank.levels.low + tank.levels.span * (up - tank.box.bottom) / tank.box.height)


def tops(stack: Any) -> Places:
    """Return how high the highest place (n,) of each band is, in heights of the chart."""
    box = stack.chart.box
    tops: Places = (stack.corners()[:, :, 1].max(axis=1) - box.bottom) / box.height
    return tops


def single(stage: Any, seen: Any) -> Single:
    """Look at the one square."""
    single, hero = stage.single, stage.hero
    valley = single.valley
    return Single(
        float(single.square.x[0]),
        float(single.square.y[0]),
        float(np.sqrt(areas(single.square)[0]) / unit(hero)),
        level(hero.tank, hero.tank.content) or 0.0,
        np.transpose(values(valley.chart, corners_of(valley.curve))),
        _read(valley.chart, valley.marker.get_center()) if seen(valley.marker) else None,
        seen(hero.squares),
        valley.chart.y_scale == single.levels,
        {
            float(label.text): _read(valley.chart, label.anchor)[1]
            for axis in stage.axes[:2]
            for label in axis.labels
            if seen(label) and label.get_fill_opacity() > 0
        },
    )


def labels(axis: Any, levels: Any) -> dict[str, float]:
    """Return at which epsilon each label of the axis stands."""
    box = axis.box
    return {
        label.text: levels.low + levels.span * (label.anchor[1] - box.bottom) / box.height
        for label in axis.labels
    }
