"""What is seen of LinearRegression2D: one rehearsal, looked at frame by frame."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.fits.line import fit_line
from core.landscape.residual import relative_residual, residual
from core.landscape.squared import ResidualLandscape
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from scenes.visuals.linear_regression_2d.build import SWEEP_HEIGHT
from scenes.visuals.linear_regression_2d.surface.space import DEPTH
from scenes.visuals.writing.screen import PICTURE
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
    single: "Single | None"
    bands: Places | None
    tops: Places | None
    stacked: float
    labels: dict[str, float]
    cross: "Crosswise | None"


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
    side_drawn: Places | None


@dataclass(frozen=True)
class Crosswise:
    """What stands on the sheet, with heights above it in epsilon_rel and ways in sweeps."""

    opened: float
    lowest_of_both: float
    dot: tuple[float, float] | None
    ball: float | None
    dashed: bool
    wall: Places | None
    top: Places | None
    angle: float
    close: "Close | None"
    rings: int
    traces: int


@dataclass(frozen=True)
class Close:
    """What is seen from close up.

    ``highest`` is the highest place of both parabolas above the sheet, in heights of the picture;
    ``patch`` says which share of the sheet the patch covers, ``step`` has the ends (n, 2, 2) of
    the parts of the step on the screen.
    """

    highest: float
    patch: float
    step: Places


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
        _single(stage, seen) if seen(stage.single.square) else None,
        _bands(stack) if seen(stack) else None,
        _tops(stack) if seen(stack) else None,
        float(stack.at(a, b).sum()),
        _labels(stage.relative_axis, hero.tank.levels) if seen(stage.relative_axis) else {},
        _crosswise(stage, seen) if seen(stage.crosswise.sheet.sheet) else None,
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


def _tops(stack: Any) -> Places:
    """Return how high the highest place (n,) of each band is, in heights of the chart."""
    box = stack.chart.box
    tops: Places = (stack.corners()[:, :, 1].max(axis=1) - box.bottom) / box.height
    return tops


def _single(stage: Any, seen: Any) -> Single:
    single, hero = stage.single, stage.hero
    valley = single.valley
    return Single(
        float(single.square.x[0]),
        float(single.square.y[0]),
        float(np.sqrt(_areas(single.square)[0]) / _unit(hero)),
        _level(hero.tank, hero.tank.content) or 0.0,
        np.transpose(values(valley.chart, _corners_of(valley.curve))),
        _read(valley.chart, valley.marker.get_center()) if seen(valley.marker) else None,
        seen(hero.squares),
        valley.chart.y_scale == single.levels,
        np.transpose(values(valley.chart, _corners_of(single.side)))
        if seen(single.side) and len(single.side.points)
        else None,
    )


def _labels(axis: Any, levels: Any) -> dict[str, float]:
    """Return at which epsilon each label of the axis stands."""
    box = axis.box
    return {
        label.text: levels.low + levels.span * (label.anchor[1] - box.bottom) / box.height
        for label in axis.labels
    }


def _crosswise(stage: Any, seen: Any) -> Crosswise:
    cross = stage.crosswise
    sheet, ball, wall, space = cross.sheet, cross.ball, cross.wall, cross.sheet.space
    both = [
        _above(curve.points, space, angle).min()
        for curve, angle in zip(sheet.curves, sheet.angles, strict=True)
    ]
    top = _corners_of(wall.curve)
    standing = seen(wall.curve) and len(top) > 1
    placed = ball.dot.get_center()
    return Crosswise(
        sheet.opened,
        float(min(both)),
        _on_sheet(placed, space) if seen(ball.dot) else None,
        SWEEP_HEIGHT * float(ball.ball.get_center()[1] - placed[1]) / space.up,
        seen(cross.goal.way),
        _wall(wall) if standing and seen(wall.stack) else None,
        _above(top, space, wall.way.angle) if standing else None,
        float(wall.way.angle - space.yaw),
        _close(cross) if seen(cross.closeup.patch) else None,
        len(cross.bowl.rings.points) if seen(cross.bowl.rings) else 0,
        len(cross.bowl.traces.points) if seen(cross.bowl.traces) else 0,
    )


def _on_sheet(place: Places, space: Any) -> tuple[float, float]:
    """Return the line (a, b) whose dot is at ``place``."""
    across, back = (place - space.middle)[:2] / (space.radius, DEPTH * space.radius)
    angle = np.arctan2(back, across) + space.yaw
    root = np.sqrt(SWEEP_HEIGHT) * np.hypot(across, back)
    a, b = ResidualLandscape.of(DATA.x, DATA.y).at(root, angle)
    return float(a), float(b)


def _wall(wall: Any) -> Places:
    """Return the upper edges (n, m) of the bands, as epsilon."""
    corners, space = wall.stack.corners(), wall.way.space
    edges = corners[:, corners.shape[1] // 2 :][:, ::-1]
    flat = edges.reshape(-1, 3)
    heights = _above(flat, space, wall.way.angle).reshape(edges.shape[:2])
    return BEST.rss * (1 + heights)


def _close(cross: Any) -> Close:
    sheet, closeup, space = cross.sheet, cross.closeup, cross.sheet.space
    above = []
    for curve, angle in zip(sheet.curves, sheet.angles, strict=True):
        off, turned = curve.points - space.middle, angle - space.yaw
        above.append((off[:, 1] - off[:, 0] * space.depth * np.tan(turned)).max())
    return Close(
        float(max(above)) / PICTURE.height,
        float(np.ptp(closeup.patch.points[:, 0]) / np.ptp(sheet.sheet.points[:, 0])),
        np.array([bar.points[[0, -1], :2] for bar in closeup.bars]),
    )


def _above(places: Places, space: Any, angle: float) -> Places:
    """Return how high places over the way at ``angle`` are above the sheet, in epsilon_rel."""
    off, turned = places - space.middle, angle - space.yaw
    heights: Places = SWEEP_HEIGHT * (off[:, 1] - off[:, 0] * DEPTH * np.tan(turned)) / space.up
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
