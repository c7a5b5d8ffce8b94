"""What is seen of a line of LinearRegression2D: its squares, its tank, its bracket."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.scenes.on_screen import values

Places = NDArray[np.float64]


@dataclass(frozen=True)
class Shown:
    """A line whose squares are on screen: epsilon by its squares and by its tank, their reach."""

    a: float
    b: float
    squares: float
    tank: float
    inside: bool
    excess: float | None


def line_of(rival: Any) -> tuple[float, float]:
    """Return the line (a, b) of ``rival`` as it is drawn."""
    x, y = values(rival.chart, rival.line.points[[0, -1]])
    a = float((y[1] - y[0]) / (x[1] - x[0]))
    return a, float(y[0] - a * x[0])


def unit(rival: Any) -> float:
    """Return how long one unit of y is on the screen."""
    return float(rival.chart.box.height / rival.chart.y_scale.span)


def _corners(squares: Any) -> Places:
    return np.array([square.points.reshape(4, 4, 3)[:, 0] for square in squares])


def areas(squares: Any) -> list[float]:
    """Return the areas of squares on the screen."""
    corners = _corners(squares)
    side = np.linalg.norm(corners[:, 2] - corners[:, 1], axis=1)
    across = np.linalg.norm(corners[:, 1] - corners[:, 0], axis=1)
    return [float(area) for area in side * across]


def shown(rival: Any, seen: Any) -> Shown:
    """Look at a line with its squares and its tank."""
    corners, box, tank = _corners(rival.squares), rival.chart.box, rival.tank
    low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
    return Shown(
        *line_of(rival),
        sum(areas(rival.squares)) / unit(rival) ** 2,
        level(tank, tank.content) or 0.0,
        bool(
            np.all(low[:2] >= [box.left - 1e-9, box.bottom - 1e-9])
            and np.all(high[:2] <= [box.right + 1e-9, box.top + 1e-9])
        ),
        _span(rival) if seen(rival.excess) else None,
    )


def _span(rival: Any) -> float:
    """Return how much epsilon the bracket beside the tank of ``rival`` spans."""
    tank, up = rival.tank, rival.excess.points[:, 1]
    return float(np.ptp(up) / tank.box.height * tank.levels.span) if len(up) else 0.0


def level(tank: Any, part: Any) -> float | None:
    """Return the level up to which ``part`` reaches; None where there is nothing of it."""
    if len(part.points) == 0:
        return None
    share = (float(part.points[:, 1].max()) - tank.box.bottom) / tank.box.height
    return float(tank.levels.low + share * tank.levels.span)
