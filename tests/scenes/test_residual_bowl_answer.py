"""How ResidualBowl ends: balls meet at the best line, and a map shows it beside many."""

import numpy as np
import pytest

from core.landscape.residual import relative_residual
from scenes.film import CLOSING
from scenes.residual_bowl import EDGE, WALL
from scenes.visuals.writing.numerals import DIGIT_BLANK
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import RATE
from tests.scenes.residual_bowl_seen import (
    DATA,
    FIT,
    WATCHED,
    frames,
    shown,
    total,
)

pytestmark = pytest.mark.xdist_group(WATCHED.name)

BEST = FIT.slope, FIT.intercept


@pytest.fixture(scope="module")
def stage():
    return WATCHED.film.stage


def test_a_ball_rolls_downhill_all_the_way_to_the_best_line(stage):
    rolled = [f for f in frames("roll") if shown(f, stage.path)]
    assert len(rolled) > 6
    errors = [total(stage, *frame.line, len(DATA.x)) for frame in rolled]
    assert np.all(np.diff(errors) <= 1e-9)
    assert rolled[-1].line == pytest.approx(BEST, abs=1e-6)
    u, v = stage.space.floor(*stage.landscape.at(*WALL))
    assert stage.heights().shows_inside(float(u), float(v), rolled[0].view)


def test_the_film_opens_far_from_the_best_line_and_comes_to_rest_on_it(stage):
    first, ending = frames("map")[0], frames("answer")
    assert relative_residual(DATA.x, DATA.y, *first.line) > 0.7 * EDGE**2
    resting = [frame for frame in ending if shown(frame, stage.pulse)]
    assert resting[-1].time - resting[0].time > 1.5
    for frame in ending:
        assert frame.line == pytest.approx(BEST, abs=1e-6)
    still = [frame for frame in resting if frame.still]
    held = still[-1].time - still[0].time
    assert held <= CLOSING + 1 / RATE, "the ring pulses until the very end"


def test_guides_lead_from_the_best_line_to_its_slope_and_intercept(stage):
    plane = stage.different.map
    for k, guide in enumerate(stage.different.guides):
        across, up = values(plane, guide.points)
        assert (across, up)[k] == pytest.approx(np.full(len(across), BEST[k]))
        low = (plane.y_scale, plane.x_scale)[k].low
        assert min((up, across)[k]) == pytest.approx(low, abs=0.1)
    assert shown(WATCHED.frames[-1], stage.different.feet)
    said = [float(foot.number.text.replace(DIGIT_BLANK, "")) for foot in stage.different.feet]
    assert said == pytest.approx(BEST, abs=0.051)


def test_the_marker_lies_at_the_lowest_place_until_balls_roll(stage):
    going = [f for f in frames("fourth", "all", "roll") if shown(f, stage.ball) and f.added >= 4]
    before = [f for f in going if not shown(f, stage.runners)]
    assert len(before) > 20
    for frame in before:
        form = stage.troughs.form(frame.added)
        lowest = np.linalg.solve(form[:2, :2], -form[:2, 2])
        assert frame.line == pytest.approx(stage.space.line(*lowest), abs=1e-6)


def test_at_the_end_a_row_is_best_at_the_same_x_and_one_line_at_different_x(stage):
    a, b = values(stage.same.map, stage.same.best)
    errors = [total(stage, *line, 2, 0.0) for line in zip(a, b, strict=True)]
    assert errors == pytest.approx(np.full(len(errors), errors[0]))
    assert len(errors) > 4
    across, up = values(stage.different.map, WATCHED.frames[-1].ball[None])
    assert (across[0], up[0]) == pytest.approx(BEST, abs=1e-3)
    for verdict, count, own in ((stage.same, 2, 0.0), (stage.different, len(DATA.x), 1.0)):
        rings = verdict.levels.points[::4]
        sums = {
            round(total(stage, *line, count, own), 3)
            for line in zip(*values(verdict.map, rings), strict=True)
        }
        assert len(sums) == 3, "a level line is one of equal errors"
