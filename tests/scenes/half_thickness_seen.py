"""What is seen of HalfThickness: one rehearsal, looked at frame by frame.

Test modules take ``seen`` from here, and ``TOGETHER`` as their ``pytestmark``.
"""

from types import SimpleNamespace

import numpy as np
import pytest

from core.attenuation.example import MEASUREMENT
from core.attenuation.lab_table import read_lab
from scenes.visuals.half_thickness.views import NEAR_LOGARITHMS
from tests.scenes.rehearsal import Watched

LAB = read_lab(MEASUREMENT)
FIT = LAB.fit("article")
OF_100 = 100 * LAB.rate / LAB.rate[0]
START = 100 * FIT.initial_rate / LAB.rate[0]


def look(film):
    """For each frame: the step, what the bench counts and the lead, and the parts' points."""
    stage, bench, race = film.stage, film.stage.bench, film.stage.race
    return SimpleNamespace(
        step=film.steps[-1][0],
        time=film.renderer.time,
        resting=film.renderer.resting,
        said_before=len(film.sentences),
        on_stage={id(part) for top in film.mobjects for part in top.get_family()},
        arrived=bench.arrived,
        written=[written_of(one) for one in (bench, race.fresh, race.survivors)],
        counted=[(int(one.here.sum()), one.arrived) for one in (bench, race.fresh, race.survivors)],
        lost=bench.loss.text,
        averages=[number.text for number in stage.repeats.averages],
        told=stage.repeats.told,
        doubled=stage.twice.grown,
        depths=bench.depths,
        thickness=bench.thickness,
        second=bench.second,
        layout=bench.layout,
        survivors_at=race.survivors.layout,
        flown=bench.flown,
        raced=(race.fresh.flown, race.survivors.flown),
        in_lead=all(inside_lead(one) for one in (bench, race.fresh, race.survivors)),
        bars=stage.bars.points.copy(),
        grown=stage.bars.grown,
        piled=[number.text for number in stage.piles.counts],
        passed=stage.piles.passed,
        tilt=stage.law.tilt,
        squares=stage.fitting.misses.areas.sum(),
        stepped=stage.near.step.grown,
        sized=sized(stage.near.sizes),
        view=stage.law.view,
        guess=stage.half_step.guess.points.copy(),
        fallen=stage.half_step.guess_name.fallen,
        half=stage.half_step.rest.number.text,
        slid=stage.near.step.slid,
        shares=[number.text for number in stage.halves.shares],
        discs=stage.tops.points.copy(),
        points_view=stage.tops.view,
        halved=stage.gap.slid,
        ticks={tick.label.text for tick in stage.axes._y_ticks if tick.label.get_fill_opacity()},
        steps=stage.steps.shown,
        law=stage.law.points.copy(),
    )


def sized(sizes):
    """Return the width and the fall that are written beside the step."""
    return sizes.width_name.number.text, sizes.fall_name.text


def written_of(bench):
    return bench.sent.text, bench.arrival.text


def inside_lead(bench):
    """Tell whether every photon that has stopped lies inside the lead."""
    x, (left, right) = bench.spent.points[:, 0], bench.face()
    return bool(((x >= left - 1e-9) & (x <= right + 1e-9)).all())


WATCHED = Watched("HalfThickness", look)
TOGETHER = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    film = WATCHED.film
    # It ends elsewhere; most is said of it where it has grown.
    film.stage.near.sizes.set_slid(0.0).set_view(NEAR_LOGARITHMS)
    return SimpleNamespace(stage=film.stage, sentences=film.sentences, frames=WATCHED.frames)


def last(seen, step):
    return [frame for frame in seen.frames if frame.step == step][-1]


def middles_of(discs, number=LAB.rate.size):
    return discs.reshape(number, -1, 3).mean(axis=1)


def text_of(written):
    return written.submobjects[0].typst_code


def binomial_error(share, photons):
    return np.sqrt(share * (1 - share) * photons)
