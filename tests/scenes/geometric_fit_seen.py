"""What is seen of GeometricFit: one rehearsal, looked at frame by frame."""

from types import SimpleNamespace

import numpy as np

from core.fits.line import fit_line
from core.fits.orthogonal import fit_orthogonal
from core.tables.dataset import read_dataset
from scenes.visuals.geometric_fit.cloud import Cloud
from scenes.visuals.geometric_fit.own_table import LEANING
from scenes.visuals.geometric_fit.turns import turns_for
from tests.scenes.rehearsal import Watched

DATA = read_dataset(LEANING)
POINTS = np.stack([DATA.x, DATA.y], axis=1)
FIT = fit_orthogonal(POINTS)
CLOUD = Cloud.of(POINTS)
UNIT = CLOUD.scale
TURNS = turns_for(CLOUD)


def look(film):
    """For each frame: step, points, ways and lines on the screen, tank, how the page lies."""
    stage = film.stage
    spread = stage.spread
    way = stage.ways.points.reshape(-1, 4, 3)
    there = film.get_mobject_family_members()
    explained, explaining = spread.content in there, spread.triangle.whole in there
    return SimpleNamespace(
        step=film.steps[-1][0],
        time=film.renderer.time,
        dots=middles(stage.dots),
        starts=way[:, 0, :2],
        feet=way[:, -1, :2],
        line=ends(stage.line),
        tried=[ends(line) for line in stage.tried if line in there],
        level=float(np.ptp(stage.tank.content.points[:, 1])),
        traces=[mark.points[:, 1].copy() for mark in stage.upright_levels if mark in there],
        balanced=stage.balance in there,
        middle=stage.middle in there,
        sides=np.diff(stage.balance.bars.points.reshape(2, -1, 3)[:, [0, -1], 1]).ravel(),
        swung=stage.corner in there,
        up=ends(stage.up[0].points[:4]) if stage.up in there else None,
        mark=stage.tank.marked,
        rule=ends(stage.paper.rules.points[:4]),
        pouring=any(part in there for part in (stage.squares, stage.pouring)),
        arms=stage.dial.arms.points[::4][:, :2].copy(),
        swept=len(stage.dial.rim.points) > 0,
        dial=stage.dial in there,
        fan=[ends(line) for line in stage.fan.points.reshape(-1, 4, 3)]
        if stage.fan in there
        else [],
        measured=stage.ways in there,
        explained=explained,
        pythagoras=spread.triangle.legs in there,
        triangle=[ends(part) for part in spread.triangle.sides] if explaining else [],
        squared=[part.points[:, :2].copy() for part in spread.triangle.squares],
        content=spread.content.points[:, 1].copy(),
        shadows=middles(spread.feet) if explained else None,
        extent=ends(spread.extent.bar) if spread.extent in there else None,
    )


def middles(dots):
    """Return the middles (n, 2) of discs."""
    return dots.points.reshape(-1, len(dots._disc), 3).mean(axis=1)[:, :2]


def squares(frame):
    """Return the sum of the squares of the ways on the screen."""
    return ((frame.feet - frame.starts) ** 2).sum()


def ends(line):
    """Return both ends (2, 2) of a stroke."""
    points = getattr(line, "points", line)
    return points[[0, -1], :2].copy()


def direction(line):
    """Return the unit vector along a stroke."""
    along = np.diff(line, axis=0)[0]
    return along / np.linalg.norm(along)


def angle_between(one, other):
    """Return the angle in degrees from one line to another, -90 to 90."""
    (x, y), (u, v) = direction(one), direction(other)
    return float(np.rad2deg(np.arctan2(x * v - y * u, x * u + y * v) + np.pi / 2) % 180 - 90)


def fitted_upright(turn):
    """Return the angle on the page, in degrees, of the line fitted while it is turned."""
    cos, sin = np.cos(turn), np.sin(turn)
    x, y = np.array([[cos, -sin], [sin, cos]]) @ (POINTS - POINTS.mean(axis=0)).T
    return float(np.rad2deg(np.arctan(fit_line(x, y).slope) - turn))


WATCHED = Watched("GeometricFit", look)


def stage():
    """Return the stage of the film after its rehearsal."""
    return WATCHED.film.stage


def during(*steps):
    """Return the frames of some steps."""
    return [frame for frame in WATCHED.frames if frame.step in steps]


def sentence(number):
    """Return the frames during one sentence of the film, counted from either end."""
    said = WATCHED.film.sentences[number]
    return [frame for frame in WATCHED.frames if said.start < frame.time <= said.end]


def height_in_tank(total):
    """Return how high a sum of squares stands in the tank."""
    tank = stage().tank
    return tank.box.height * tank.levels.share(total)
