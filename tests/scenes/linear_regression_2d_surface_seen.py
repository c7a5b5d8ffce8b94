"""What is seen of all lines at once in LinearRegression2D: a sheet and what stands on it."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from core.fits.line import fit_line
from core.landscape.squared import ResidualLandscape
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from scenes.visuals.linear_regression_2d.build import SWEEP_HEIGHT
from scenes.visuals.linear_regression_2d.surface.mixes import STEPS
from scenes.visuals.linear_regression_2d.surface.net import KNOTS
from tests.scenes.linear_regression_2d_curves_seen import corners_of
from tests.scenes.linear_regression_2d_lines_seen import Places

DATA = read_dataset(HEADER_DATA)
BEST = fit_line(DATA.x, DATA.y)


@dataclass(frozen=True)
class Stairs:
    """Steps (n, 2, 2) along a and along b, and the dot ``here`` that walks them, on the sheet."""

    first: Places
    second: Places
    here: Places


@dataclass(frozen=True)
class Crosswise:
    """What stands on the sheet, with heights above it in epsilon_rel and ways in sweeps.

    The wall has an ``angle`` to the front, and ``turned`` so far from the first one. ``mixes`` are
    strokes (n, m, 3), where they are about the best line on the screen. ``levels`` are the heights
    above the sheet at which the axis beside it has its numbers.
    """

    opened: float
    lowest_of_both: float
    dot: tuple[float, float] | None
    ball: float | None
    diagonal: bool
    named: bool
    levels: dict[float, float]
    asked: bool
    near: float
    bent: tuple[float, ...]
    net: Places | None
    stairs: "Stairs | None"
    mixes: Places | None
    wall: Places | None
    top: Places | None
    angle: float
    turned: float
    rings: int


def crosswise(stage: Any, seen: Any) -> Crosswise:
    """Look at the sheet."""
    cross = stage.crosswise
    sheet, ball, wall, space = cross.sheet, cross.ball, cross.wall, cross.sheet.space
    both = [
        _above(curve.points, space, angle).min()
        for curve, angle in zip(sheet.curves, sheet.angles, strict=True)
    ]
    top = corners_of(wall.curve)
    standing = seen(wall.curve) and len(top) > 1
    placed = ball.dot.get_center()
    return Crosswise(
        sheet.opened,
        float(min(both)),
        _on_sheet(placed, space) if seen(ball.dot) else None,
        SWEEP_HEIGHT * float(ball.ball.get_center()[1] - placed[1]) / space.up,
        seen(cross.diagonal),
        seen(cross.diagonal.letters),
        {
            float(label.text): SWEEP_HEIGHT * float(label.anchor[1] - space.middle[1]) / space.up
            for label in stage.relative_axis.labels
            if label.get_fill_opacity() > 0
        },
        seen(stage.unknown_middle),
        float(space.near),
        tuple(_bent(curve) for curve in sheet.curves),
        _net(cross.net, space) if seen(cross.net) else None,
        _stairs(cross, space) if seen(cross.stairs.dot) else None,
        _mixes(cross.mixes, space) if seen(cross.mixes) and len(cross.mixes.points) else None,
        _wall(wall) if standing and seen(wall.stack) else None,
        _above(top, space, wall.way.angle) if standing else None,
        float(wall.way.angle - space.yaw),
        float(wall.way.angle - cross.diagonal.angle),
        len(cross.bowl.rings.points) if seen(cross.bowl.rings) else 0,
    )


def _stairs(cross: Any, space: Any) -> Stairs:
    """Look at the steps along a and along b."""
    treads = [
        tread.points.reshape(-1, 4, 3)[:, ::3] - space.middle for tread in cross.stairs.treads
    ]
    first, second = (_flat(tread.reshape(-1, 3), space).reshape(-1, 2, 2) for tread in treads)
    here = _flat((cross.stairs.dot.get_center() - space.middle)[None], space)[0]
    return Stairs(first, second, here)


def _net(net: Any, space: Any) -> Places:
    """Return the knots (n, KNOTS, 2) of each line of the net, on the sheet."""
    strokes = net.points.reshape(-1, KNOTS - 1, 4, 3)
    corners = np.concatenate([strokes[:, :, 0], strokes[:, -1:, 3]], axis=1) - space.middle
    return _flat(corners.reshape(-1, 3), space).reshape(-1, KNOTS, 2)


def _flat(places: Places, space: Any) -> Places:
    """Return where places (n, 3) are on the sheet, across and back in sweeps, if they lie on it."""
    across, back = places[:, 0] / space.radius, places[:, 1] / (space.depth * space.radius)
    turn = np.array(
        [[np.cos(space.yaw), -np.sin(space.yaw)], [np.sin(space.yaw), np.cos(space.yaw)]]
    )
    flat: Places = np.stack([across, back], axis=1) @ turn.T
    return flat


def _mixes(mixes: Any, space: Any) -> Places:
    """Return the corners (n, m, 3) of each half of a mix, from the middle outward."""
    strokes = mixes.points.reshape(-1, STEPS - 1, 4, 3)
    places: Places = np.concatenate([strokes[:, :, 0], strokes[:, -1:, 3]], axis=1) - space.middle
    return places


def _bent(curve: Any) -> float:
    """Return how far from straight ``curve`` is on the screen."""
    places = corners_of(curve)[:, :2]
    (across, up), off = places[-1] - places[0], (places - places[0]).T
    return float(np.abs(across * off[1] - up * off[0]).max() / np.hypot(across, up))


def _on_sheet(place: Places, space: Any) -> tuple[float, float]:
    """Return the line (a, b) whose dot is at ``place``."""
    across, back = (place - space.middle)[:2] / (space.radius, space.depth * space.radius)
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


def _above(places: Places, space: Any, angle: float) -> Places:
    """Return how high places over the way at ``angle`` are above the sheet, in epsilon_rel."""
    off, turned = places - space.middle, angle - space.yaw
    heights: Places = (
        SWEEP_HEIGHT * (off[:, 1] - off[:, 0] * space.depth * np.tan(turned)) / space.up
    )
    return heights
