"""Why no line is better: the parabolas of squares, of their sum, and of every turn of the line."""

import numpy as np
import pytest

from core.landscape.residual import residual
from scenes.linear_regression_2d import AWAY
from tests.scenes.linear_regression_2d_seen import (
    BEST,
    DATA,
    OPTIMUM,
    WATCHED,
    epsilon,
    of_step,
)

pytestmark = pytest.mark.xdist_group(WATCHED.name)
CURVES = {"sweep a": "a", "sweep b": "b"}


def test_every_square_draws_a_parabola_that_stands_on_0():
    lying = [
        f
        for f in of_step("sweep a")
        if f.bands is not None and f.stacked < 0.5 * f.lines[0].squares
    ]
    bands = max((frame.bands for frame in lying), key=lambda edges: np.ptp(edges[0, :, 0]))
    assert len(bands) == len(DATA.x)
    for edge in bands:
        curvature, *_ = np.polyfit(edge[:, 0] - OPTIMUM[0], edge[:, 1], 2)
        x = np.sqrt(curvature)
        assert np.abs(DATA.x - x).min() < 1e-6, "its curvature is the square of its x"


def test_stacked_they_are_the_parabola_of_the_sum():
    stacked = of_step("sweep a")[-1].bands
    a, top = stacked[-1].T
    assert top == pytest.approx(residual(DATA.x, DATA.y, a, BEST.intercept), rel=1e-9)
    assert np.all(np.diff(stacked[:, :, 1], axis=0) >= -1e-9), "they lie on each other"


def test_the_tank_is_filled_with_what_has_been_stacked():
    stacking = [f for f in of_step("sweep a") if f.bands is not None]
    assert len(stacking) > 10
    for frame in stacking:
        assert frame.tank == pytest.approx(frame.stacked, rel=1e-6)


@pytest.mark.parametrize("step", CURVES)
def test_the_level_of_the_tank_draws_the_curve(step):
    name, number = CURVES[step], step == "sweep b"
    drawn = [frame for frame in of_step(step) if name in frame.drawn and len(frame.lines) == 1]
    swung = 0
    for frame in drawn:
        value, height = frame.drawn[name].marker
        if value == pytest.approx(frame.line[number], abs=1e-6):
            assert height == pytest.approx(epsilon(frame.line), rel=1e-6)
            assert frame.drawn[name].top == pytest.approx(frame.top, abs=1e-6)
            swung += 1
    assert swung > 10


def test_both_parabolas_stay_while_it_is_asked_whether_a_mix_could_dip():
    asked = [frame.mix for frame in of_step("doubt") if frame.mix is not None]
    assert asked[0].opened == 0, "both lie in the picture in which they were drawn"
    assert asked[-1].opened == 1
    assert all(mix.lowest_of_both == pytest.approx(0, abs=1e-6) for mix in asked)
    assert all(mix.steep is None and mix.curve is None for mix in asked), "it is not yet answered"


def test_a_feared_mix_would_break_through_and_does_not_once_it_is_as_flat_as_both():
    feared = [frame.mix for frame in of_step("mix") if frame.mix.steep is not None]
    assert len(feared) > 20
    assert feared[0].steep == 1
    assert feared[0].lowest_of_mix < -0.4
    assert feared[-1].steep == 0
    assert feared[-1].lowest_of_mix == pytest.approx(0, abs=0.01)


def test_seen_closer_both_parabolas_run_level_and_a_slope_stays():
    feared = [frame.mix for frame in of_step("mix") if frame.mix.steep == 1]
    far, near = feared[0], max(feared, key=lambda mix: mix.zoom)
    assert near.zoom > 4
    assert near.highest_of_both == pytest.approx(far.highest_of_both / near.zoom, rel=1e-6)
    assert near.lowest_of_mix < -0.4
    assert of_step("sweep both")[-1].mix.zoom == 1, "what is measured is not magnified"


def test_a_mix_is_a_step_along_a_and_one_along_b_in_the_sheet():
    stage = WATCHED.film.stage
    along, across = of_step("mix")[-1].mix.steps
    assert along[1] == pytest.approx(0, abs=1e-6), "the first step is along a alone"
    assert across[0] == pytest.approx(along[0], abs=1e-6), "the second is along b alone"
    rival = np.array(stage.rivals[2].start) - OPTIMUM
    steps = np.array(across) * [stage.slope.reach, stage.second.reach]
    assert steps[0] / steps[1] == pytest.approx(rival[0] / rival[1]), "together they go to line 3"
    assert steps[0] * rival[0] > 0


def test_both_numbers_change_when_the_line_turns_about_a_crossing():
    for frame in of_step("sweep both", "crossings"):
        if frame.crossing is not None:
            x, y = frame.crossing
            assert y == pytest.approx(OPTIMUM[0] * x + OPTIMUM[1], abs=1e-6)
            assert y == pytest.approx(frame.line[0] * x + frame.line[1], abs=1e-6)


def test_the_best_line_becomes_a_rival():
    rival = WATCHED.film.stage.rivals[2].start
    turned = np.array([frame.line for frame in of_step("sweep both")])
    assert np.abs(turned - rival).max(axis=1).min() < 1e-6


def test_a_rival_is_reached_on_a_parabola_that_stands_on_the_sheet():
    turned = [frame for frame in of_step("sweep both") if frame.mix.dot is not None]
    assert len(turned) > 8
    for frame in turned:
        assert frame.mix.dot == pytest.approx(epsilon(frame.line) / BEST.rss - 1, abs=1e-6)
    curve = turned[-1].mix.curve
    assert curve.min() == pytest.approx(0, abs=1e-3)
    assert curve[-1] == pytest.approx(2.79, abs=0.02), "as high as line 3 is"
    assert curve[0] == pytest.approx(3 * AWAY**2, abs=1e-6)


def test_the_parabolas_of_all_crossings_are_a_bowl_that_stands_on_the_sheet():
    turns = [frame for frame in of_step("crossings") if frame.mix.curve is not None]
    places = [frame.crossing[0] for frame in turns]
    assert min(places) == pytest.approx(DATA.x.min(), abs=0.05)
    assert max(places) > 0.8 * DATA.x.max()
    ends = [frame.mix.curve[[0, -1]] for frame in turns[8:]]
    assert np.ptp(ends) == pytest.approx(0, abs=1e-6), "soon all end at one height"
    for frame in turns:
        assert frame.mix.curve.min() == pytest.approx(0, abs=1e-3)
        assert frame.mix.dot == pytest.approx(epsilon(frame.line) / BEST.rss - 1, abs=1e-6)
    traces = [frame.mix.traces for frame in turns]
    assert np.all(np.diff(traces) >= 0)
    assert traces[-1] > 5 * max(1, traces[0])
