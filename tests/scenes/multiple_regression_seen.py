"""What is seen of MultipleRegression: one rehearsal, looked at frame by frame."""

from types import SimpleNamespace

import numpy as np

from tests.scenes.rehearsal import Watched


def look(film):
    """For each frame: the step, all residuals as strokes on the screen, dots, tank and slope."""
    stage = film.stage
    sides = stage.behind, stage.before
    strokes = np.concatenate([side.residuals.points.reshape(-1, 4, 3) for side in sides])
    there = film.get_mobject_family_members()
    return SimpleNamespace(
        step=film.steps[-1][0],
        starts=strokes[:, 0],
        feet=strokes[:, -1],
        dots=[(places(dots), dots.get_fill_color().to_hex()) for s in sides for dots in s.dots],
        level=float(np.ptp(stage.tank.content.points[:, 1])),
        slope=float(stage.per_area.number.text) if stage.per_area in there else None,
        lines=[line.points[[0, -1], :2].copy() for line in stage.sheet.lines],
        edge=stage.sheet.edge.points[:, :2].copy(),
        shot=film.shot,
        time=film.renderer.time,
        tank=stage.tank in there,
        ghosts=stage.ghosts in there,
        apart=stage.pair.apart in there,
    )


def places(discs):
    """Return the middles (n, 2) of discs."""
    return discs.points.reshape(-1, len(discs._disc), 3).mean(axis=1)[:, :2]


WATCHED = Watched("MultipleRegression", look)
