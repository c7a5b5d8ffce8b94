"""What is seen of LinearRegression2D: one rehearsal, looked at frame by frame."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.fits.line import fit_line
from core.landscape.residual import relative_residual, residual
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from scenes.visuals.linear_regression_2d.stage import SWEEP_HEIGHT
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

DATA = read_dataset(HEADER_DATA)
BEST = fit_line(DATA.x, DATA.y)
OPTIMUM = BEST.slope, BEST.intercept
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


@dataclass(frozen=True)
class Drawn:
    """A parabola on screen: (n, 2) what its curve shows, where its marker is, how high it is."""

    curve: Places
    marker: tuple[float, float]
    top: float


@dataclass(frozen=True)
class Frame:
    """One frame: its lines, its numbers, its tanks, and each curve that is on screen."""

    step: str
    line: tuple[float, float]
    lines: tuple[Shown, ...]
    numbers: dict[str, float]
    marks: tuple[float | None, ...]
    tank: float
    top: float
    whole: bool
    darkened: float
    dark: float | None
    drawn: dict[str, Drawn]
    poured: tuple[tuple[float, float], ...]
    bands: Places | None
    stacked: float
    crossing: tuple[float, float] | None
    mix: "Crosswise | None"


@dataclass(frozen=True)
class Crosswise:
    """The parabolas crosswise: how far opened, and heights above the sheet in epsilon_rel."""

    opened: float
    zoom: float
    highest_of_both: float
    steep: float | None
    lowest_of_both: float
    lowest_of_mix: float | None
    steps: tuple[tuple[float, float] | None, ...]
    curve: Places | None
    dot: float | None
    traces: int


def look(film: Any) -> Frame:
    stage, hero = film.stage, film.stage.hero
    on_screen = {id(part) for top in film.mobjects for part in top.get_family()}

    def seen(part: Any) -> bool:
        return id(part) in on_screen

    valleys = {
        "a": stage.slope,
        "b": stage.second,
    }
    stack = stage.stack
    a, b = hero.line.a, hero.line.b
    return Frame(
        film.steps[-1][0],
        _line(hero),
        tuple(_shown(rival, seen) for rival in stage.rivals if seen(rival.squares)),
        {
            name: float(value.number.text)
            for name in ("a", "b", "epsilon")
            if seen((value := getattr(stage.values, name)).number)
        },
        tuple(_level(r.tank, r.tank.mark) if seen(r.tank.mark) else None for r in stage.rivals),
        _level(hero.tank, hero.tank.content) or 0.0,
        float(hero.tank.content.points[:, 1].max()),
        float(hero.tank.mark.get_stroke_opacity()) > 0.99,
        float(hero.tank.below.get_fill_opacity()),
        _level(hero.tank, hero.tank.below),
        {name: _drawn(valley) for name, valley in valleys.items() if seen(valley.marker)},
        tuple(
            pair
            for rival in stage.rivals
            if seen(rival.pouring)
            for pair in zip(_areas(rival.pouring), _areas(rival.squares), strict=True)
        ),
        _bands(stack) if seen(stack) else None,
        float(stack.at(a, b).sum()),
        _read(hero.chart, stage.crossing.dot.get_center()) if seen(stage.crossing.dot) else None,
        _crosswise(stage, seen) if seen(stage.mix.sheet) else None,
    )


def _line(rival: Any) -> tuple[float, float]:
    x, y = values(rival.chart, rival.line.points[[0, -1]])
    a = float((y[1] - y[0]) / (x[1] - x[0]))
    return a, float(y[0] - a * x[0])


def _unit(rival: Any) -> float:
    return float(rival.chart.box.height / rival.chart.y_scale.span)


def _corners(squares: Any) -> Places:
    return np.array([square.points.reshape(4, 4, 3)[:, 0] for square in squares])


def _areas(squares: Any) -> list[float]:
    corners = _corners(squares)
    side = np.linalg.norm(corners[:, 2] - corners[:, 1], axis=1)
    across = np.linalg.norm(corners[:, 1] - corners[:, 0], axis=1)
    return [float(area) for area in side * across]


def _shown(rival: Any, seen: Any) -> Shown:
    corners, box, tank = _corners(rival.squares), rival.chart.box, rival.tank
    low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
    return Shown(
        *_line(rival),
        sum(_areas(rival.squares)) / _unit(rival) ** 2,
        _level(tank, tank.content) or 0.0,
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


def _corners_of(curve: Any) -> Places:
    return np.vstack([curve.points[::4], curve.points[-1:]])


def _drawn(valley: Any) -> Drawn:
    chart = valley.chart
    return Drawn(
        np.transpose(values(chart, _corners_of(valley.curve))),
        _read(chart, valley.marker.get_center()),
        float(valley.marker.get_center()[1]),
    )


def _read(chart: Any, place: Places) -> tuple[float, float]:
    x, y = values(chart, place)
    return float(x), float(y)


def _bands(stack: Any) -> Places:
    """Return the upper edges (n, m, 2) of the bands, as values."""
    x, y = values(stack.chart, stack.corners())
    edges = np.stack([x, y], axis=-1)
    return edges[:, edges.shape[1] // 2 :][:, ::-1]


def _crosswise(stage: Any, seen: Any) -> Crosswise:
    mix, doubt, turns = stage.mix, stage.doubt, stage.turns
    both = [_above(c.points, mix, way).min() for c, way in zip(mix.curves, mix.ways, strict=True)]
    way = mix.mixed
    turned, feared = seen(turns.curve), seen(doubt.line)
    return Crosswise(
        mix.opened,
        mix.zoom,
        max(
            float(_above(c.points, mix, w).max()) for c, w in zip(mix.curves, mix.ways, strict=True)
        ),
        doubt.steep if feared else None,
        float(min(both)),
        float(_above(doubt.line.points, mix, way).min()) if feared else None,
        tuple(_along_both(step.points, mix) for step in doubt.steps if seen(step)),
        _above(_corners_of(turns.curve), mix, way) if turned else None,
        float(_above(turns.dot.get_center()[None], mix, way)[0]) if turned else None,
        len(turns.trace.points),
    )


def _along_both(places: Places, mix: Any) -> tuple[float, float] | None:
    """Return how far the end of a step is along a and along b, if it lies in the sheet."""
    if not len(places):
        return None
    ways = np.array(mix.ways)[:, :2].T
    along_a, along_b = np.linalg.solve(ways, (places[-1] - mix.middle)[:2])
    return float(along_a), float(along_b)


def _above(places: Places, mix: Any, way: Places) -> Places:
    """Return how high places that lie over ``way`` are above the sheet."""
    off = places - mix.middle
    unit = float(mix.places(np.zeros(1), way, np.ones(1))[0, 1] - mix.middle[1])
    heights: Places = SWEEP_HEIGHT * (off[:, 1] - off[:, 0] * way[1] / way[0]) / unit
    return heights


def _level(tank: Any, part: Any) -> float | None:
    """Return the level up to which ``part`` reaches; None where there is nothing of it."""
    if len(part.points) == 0:
        return None
    share = (float(part.points[:, 1].max()) - tank.box.bottom) / tank.box.height
    return float(tank.levels.low + share * tank.levels.span)


WATCHED = Watched("LinearRegression2D", look)


def of_step(*steps: str) -> list[Frame]:
    """Return the frames of these steps."""
    found = [frame for frame in WATCHED.frames if frame.step in steps]
    assert len(found) > 8 * len(steps)
    return found


def epsilon(line: tuple[float, float]) -> float:
    """Return the sum of squared residuals of a line."""
    return float(residual(DATA.x, DATA.y, *line))


def heights(frames: list[Frame]) -> Places:
    """Return epsilon_rel of the large line in each frame."""
    a, b = np.transpose([frame.line for frame in frames])
    return relative_residual(DATA.x, DATA.y, a, b)
