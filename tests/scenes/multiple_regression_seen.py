"""What is seen of MultipleRegression: one rehearsal, looked at frame by frame."""

from types import SimpleNamespace

import numpy as np

from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.space import OF_FLATS
from scenes.visuals.multiple_regression.stage import COLUMNS
from scenes.visuals.space.points import FLATS, read_points
from tests.scenes.rehearsal import Watched

VALUES = read_points(FLATS, COLUMNS)
FIT = fit_multiple(VALUES[:, :2], VALUES[:, 2])
ALONE_FIT = fit_line(VALUES[:, 0], VALUES[:, 2])
FLATS_SHOWN = Flats.of(VALUES, space=OF_FLATS)
SMALL, LARGE = VALUES[list(FLATS_SHOWN.twins)]
in_box = OF_FLATS.in_box


def look(film):
    """For each frame: the step, all residuals as strokes on the screen, dots, tank and lines."""
    stage = film.stage
    sides = stage.behind, stage.before
    strokes = np.concatenate([side.residuals.points.reshape(-1, 4, 3) for side in sides])
    there = film.get_mobject_family_members()
    return SimpleNamespace(
        step=film.steps[-1][0],
        starts=strokes[:, 0],
        feet=strokes[:, -1],
        dots=[(places(dots), dots.get_fill_color().to_hex()) for s in sides for dots in s.dots],
        filled=float(np.ptp(stage.tank.content.points[:, 1])),
        old_line=stage.old_line.points[[0, -1], :2].copy() if stage.old_line in there else None,
        lines=[line.points[[0, -1], :2].copy() for line in stage.sheet.lines],
        outline=stage.sheet.outline.points[:, :2].copy(),
        shot=film.shot,
        time=film.renderer.time,
        tank=stage.tank in there,
        level=stage.level.top.points[[0, -1], :2].copy() if stage.level in there else None,
        section=stage.level.section.points[[0, -1], :2].copy(),
        ways=[way.points.copy() for way in stage.level.ways],
        gap=stage.pair.gap.way.points.copy() if stage.pair.gap in there else None,
        gap_before=stage.pair.gap.before in there,
        each=stage.pair.gap.each in there,
        gap_amount=stage.pair.gap.amount.number.text,
        pivots=(
            np.array([one.points.mean(axis=0)[:2] for one in stage.pair.pivots.diamonds])
            if stage.pair.pivots in there
            else None
        ),
        outer=stage.pair.outer in there,
        legend=stage.legend in there,
        names=[number.get_fill_opacity() for number in stage.names.numbers],
        left=stage.left in there,
        lowest=[mark in there for mark in stage.lowest],
        rings=stage.pair.rings.get_center()[:2] if stage.pair.rings in there else None,
        worth=stage.pair.worth.rise.points.copy() if stage.pair.worth in there else None,
        amount=stage.pair.worth.amount.number.text,
        known=[part in there for part in stage.pair.worth.before],
        arrows=[
            way.tip.copy() if way in there and len(way.head.points) else None
            for way in (stage.pair.account.up, stage.pair.account.down)
        ],
        pieces=[
            piece.points[[0, -1], 1].copy() if piece in there and len(piece.points) else None
            for piece in stage.pair.waterfall.pieces
        ],
        answer=stage.pair.account.answer in there,
        product=stage.pair.lift.product in there,
        on_average=stage.pair.on_average in there,
        lift=stage.pair.lift.way.points.copy() if stage.pair.lift in there else None,
        two=np.concatenate([places(dot) for dot in stage.pair.dots.submobjects]),
    )


def places(discs):
    """Return the middles (n, 2) of discs."""
    return discs.points.reshape(-1, len(discs._disc), 3).mean(axis=1)[:, :2]


WATCHED = Watched("MultipleRegression", look)


def frames_of(seen, step):
    """Return the frames of one step."""
    return [frame for frame in seen.frames if frame.step == step]


def last(seen, step):
    """Return the last frame of a step."""
    return frames_of(seen, step)[-1]


def in_any_order(places):
    """Return places (n, 2) sorted."""
    return np.array(sorted(places[:, :2].round(6).tolist()))


def level(seen, total):
    """Return how high the tank stands at this total."""
    tank = seen.stage.tank
    return float(tank.box.height * tank.levels.share(total))


def assert_residuals(frame, values, feet, view):
    """Hold that the residuals run from ``values`` to ``feet``."""
    for found, expected in ((frame.starts, values), (frame.feet, feet)):
        np.testing.assert_allclose(
            in_any_order(found), in_any_order(view.project(in_box(expected))), atol=2e-6
        )


def whole():
    """Return the film with its stage, its frames and all that it said."""
    film = WATCHED.film
    said = [one.text for one in film.sentences]
    return SimpleNamespace(stage=film.stage, frames=WATCHED.frames, film=film, said=said)
