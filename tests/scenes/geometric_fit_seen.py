"""What is seen of GeometricFit: one rehearsal, looked at frame by frame."""

from types import SimpleNamespace

import numpy as np

from core.fits.line import fit_line
from core.fits.orthogonal import fit_orthogonal
from core.tables.dataset import read_dataset
from scenes.visuals.geometric_fit.own_table import LEANING
from scenes.visuals.geometric_fit.sheet.cloud import Cloud
from scenes.visuals.geometric_fit.sheet.drawn import rules
from scenes.visuals.geometric_fit.sheet.turns import turns_for
from scenes.visuals.geometric_fit.stage import TANK
from tests.scenes.rehearsal import Watched

DATA = read_dataset(LEANING)
POINTS = np.stack([DATA.x, DATA.y], axis=1)
FIT = fit_orthogonal(POINTS)
CLOUD = Cloud.of(POINTS)
UNIT = CLOUD.scale
TURNS = turns_for(CLOUD)
LEVEL = [[0.0, 0.0], [1.0, 0.0]]


def look(film):
    """For each frame: step, points, ways and lines on the screen, tank, how the page lies."""
    stage = film.stage
    shares, single, triangle = stage.shares, stage.single, stage.triangle
    way = stage.ways.points.reshape(-1, 4, 3)
    there = film.get_mobject_family_members()
    return SimpleNamespace(
        step=film.steps[-1][0],
        time=film.renderer.time,
        dots=middles(stage.dots),
        starts=way[:, 0, :2],
        feet=way[:, -1, :2],
        line=ends(stage.line),
        left=ends(stage.left) if stage.left in there else None,
        second=second_of(stage.second) if stage.second.line in there else None,
        upright=sheet_of(stage.upright, there) if seen(stage.upright.paper, there) else None,
        one=stage.one[0].points[::4, :2].copy() if stage.one[0] in there else None,
        level=level(stage.tank),
        full=stage.tank.content.get_fill_opacity(),
        middle=stage.middle in there,
        swung=stage.corner in there,
        corner=stage.corner.points[[0, 3, -1], :2].copy(),
        up=ends(stage.up[0].points[:4]) if stage.up in there else None,
        mark=stage.tank.marked,
        marked=stage.tank.mark.get_stroke_opacity(),
        least=float(stage.least.get_y()) if stage.least in there else None,
        rule=ends(stage.paper.rules.points[:4]),
        pouring=any(part in there for part in (stage.squares, stage.pouring)),
        measured=stage.ways in there,
        triangle=[ends(part) for part in triangle.sides] if triangle.whole in there else [],
        squared=triangle.squares in there,
        shares=heights(shares.across, shares.along, shares.whole)
        if shares.along in there
        else None,
        single=heights(single.across, single.along, single.whole)
        if single.along in there
        else None,
        row=bars(stage.row) if stage.row.across in there else None,
        shadows=middles(stage.shadows.beads) if stage.shadows.beads in there else None,
        along=[ends(way) for way in stage.shadows.along if len(way.points)],
        axis=bounds(stage.axis) if stage.axis in there else None,
        trace=middles(stage.trace.beads) if stage.trace.beads in there else None,
        other=other_of(stage, there) if stage.other.rings in there else None,
        mean=bounds(stage.mean) if stage.mean in there and opacity(stage.mean) > 0.5 else None,
        ruled=stage.paper.rules.get_stroke_color().to_hex(),
    )


def bounds(name):
    """Return the lowest and the highest corner (2, 2) of what is written."""
    points = np.vstack([part.points for part in name.family_members_with_points()])
    return np.stack([points.min(axis=0), points.max(axis=0)])[:, :2]


def bars(row):
    """Return left, bottom, right and top (2, n, 4) of what is across and what is along."""
    rings = [part.points.reshape(-1, 16, 3)[..., :2] for part in (row.across, row.along)]
    corners = [np.concatenate([ring.min(axis=1), ring.max(axis=1)], axis=1) for ring in rings]
    return np.stack(corners)


def seen(paper, there):
    """Tell whether a sheet is on the screen and no longer quite transparent."""
    return paper in there and paper.rim.get_stroke_opacity() > 0


def level(tank):
    """Return how high its content stands, were the tank as high as it is at first."""
    return float(np.ptp(tank.content.points[:, 1])) * TANK.height / tank.box.height


def sheet_of(copy, there):
    """Return what is seen of the sheet on which distances are upright."""
    way = copy.ways.points.reshape(-1, 4, 3)
    return SimpleNamespace(
        dots=middles(copy.dots),
        starts=way[:, 0, :2],
        feet=way[:, -1, :2],
        line=ends(copy.line),
        ghost=ends(copy.ghost) if copy.ghost in there else None,
        flat=ends(copy.flat) if copy.flat in there else None,
        rule=ends(copy.paper.rules.points[:4]),
        level=level(copy.tank),
        mark=float(copy.tank.mark.points[0, 1]),
        least=bounds(copy.least),
        names=[opacity(part) for part in (copy.least, copy.sum_of, copy.up.word)],
        best=bounds(copy.best) if copy.best in there else None,
        tank=copy.tank.box,
    )


def other_of(stage, there):
    """Return what is seen of the second point: its square, and its bar until others are there."""
    other, row = stage.other, stage.row
    return SimpleNamespace(
        square=other.squares[0].points[::4, :2].copy(),
        squared=other.squares in there or other.widths in there,
        rings=other.rings.points.reshape(2, -1, 3).mean(axis=1)[:, :2],
        frames=row.frame.points.reshape(2, -1, 3)[..., :2].copy(),
        framed=row.frame.get_stroke_opacity(),
        bar=bounds(other.bar.whole),
        widths=other.widths,
    )


def opacity(words):
    """Return how opaque what is written is, where it is faintest."""
    return min(part.get_fill_opacity() for part in words.family_members_with_points())


def second_of(line):
    """Return what is seen of the line that is compared with the best one."""
    return SimpleNamespace(
        line=ends(line.line),
        level=float(np.ptp(line.content.points[:, 1])),
        ways=line.ways.points.reshape(-1, 4, 3)[:, [0, -1], :2],
        corner=line.corner.points[[0, 3, -1], :2].copy(),
        left=float(line.walls.points[:, 0].min()),
        width=float(np.ptp(line.content.points[:, 0])),
        name=bounds(line.above),
    )


def heights(*parts):
    """Return how high each part reaches on the screen, from its lowest to its highest point."""
    return [(float(y.min()), float(y.max())) for y in (part.points[:, 1] for part in parts)]


def middles(dots):
    """Return the middles (n, 2) of discs."""
    return dots.points.reshape(-1, len(dots._disc), 3).mean(axis=1)[:, :2]


def squares(frame):
    """Return the sum of the squares of the ways on the sheet."""
    return ((frame.feet - frame.starts) ** 2).sum() / scale(frame) ** 2


def scale(frame):
    """Return how large the sheet is on the screen."""
    return np.linalg.norm(np.diff(frame.rule, axis=0)) / np.linalg.norm(np.diff(rules()[0], axis=0))


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


def saying(words):
    """Return the frames during the sentence that contains ``words``."""
    (said,) = (s for s in WATCHED.film.sentences if words in s.text)
    return [frame for frame in WATCHED.frames if said.start < frame.time <= said.end]


def height_in_tank(total):
    """Return how high a sum of squares stands in the tank, as high as that is at first."""
    return TANK.height * stage().tank.levels.share(total)


def tilted(frame):
    """Tell whether the sheet is turned."""
    return abs(angle_between(LEVEL, frame.rule)) > 1e-3
