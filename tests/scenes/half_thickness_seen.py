"""What is seen of HalfThickness: one rehearsal, looked at frame by frame."""

from types import SimpleNamespace

import numpy as np

from core.attenuation.example import MEASUREMENT
from core.attenuation.lab_table import read_lab
from scenes.visuals.half_thickness.bench import SHEETS
from tests.scenes.rehearsal import Watched

LAB = read_lab(MEASUREMENT)
FIT = LAB.fit("article")
OF_100 = 100 * LAB.rate / LAB.rate[0]
START = 100 * FIT.initial_rate / LAB.rate[0]


def look(film):
    """For each frame: the step, what the bench counts and the lead, and the parts' points."""
    stage, bench = film.stage, film.stage.bench
    background = stage.background
    return SimpleNamespace(
        step=film.steps[-1][0],
        resting=film.renderer.resting,
        on_stage={id(part) for top in film.mobjects for part in top.get_family()},
        arrived=bench.arrived,
        reached=[bench.reached(k) for k in range(SHEETS + 1)],
        written=[number.text for number in bench.counts],
        lost=[number.text for number in bench.losses],
        thickness=bench.thickness,
        layout=bench.layout,
        flown=bench.flown,
        in_lead=inside_lead(bench),
        bars=stage.bars.points.copy(),
        bars_view=stage.bars.view,
        grown=stage.bars.grown.copy(),
        discs=np.concatenate([stage.tops.points, background.late.points]),
        points_view=stage.tops.view,
        steps=stage.steps.shown,
        halving=stage.half_step.fall.standing,
        level=background.level.points.copy(),
        limit=background.limit.points.copy(),
        ticks=len(background.room.ticks.points),
        law=stage.law.points.copy(),
    )


def inside_lead(bench):
    """Tell whether every photon that has stopped lies inside a sheet."""
    if not len(bench.spent.points):
        return True
    x = bench.spent.points[:, 0]
    faces = [bench.face(sheet) for sheet in range(SHEETS)]
    return all(any(left - 1e-9 <= u <= right + 1e-9 for left, right in faces) for u in x)


WATCHED = Watched("HalfThickness", look)


def last(seen, step):
    return [frame for frame in seen.frames if frame.step == step][-1]


def middles_of(discs):
    return discs.reshape(LAB.rate.size, -1, 3).mean(axis=1)


def text_of(written):
    return written.submobjects[0].typst_code


def binomial_error(share, photons):
    return np.sqrt(share * (1 - share) * photons)
