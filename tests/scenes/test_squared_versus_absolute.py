"""Both lines of SquaredVersusAbsolute are what core computes, from the first shot to the last."""

import numpy as np
import pytest

from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line
from tests.scenes.rehearsal import RATE
from tests.scenes.squared_versus_absolute_seen import (
    HEIGHTS,
    MANY,
    WATCHED,
    best,
    frames,
    shown,
)

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def film():
    return WATCHED.film


def test_both_lines_of_the_drag_are_the_best_lines_of_core_in_every_frame(film):
    heights = set()
    for frame in frames("torn", "sums", "answer"):
        if shown(frame, film.drag.squared):
            assert frame.squared == best(fit_line, frame.pulled)
        if shown(frame, film.drag.absolute):
            assert frame.absolute == best(fit_least_absolute, frame.pulled)
        heights.add(round(frame.pulled, 1))
    assert min(heights) == round(HEIGHTS.farthest, 1)
    assert max(heights) == round(HEIGHTS.beyond, 1)


def test_the_lines_agree_at_first_and_are_far_apart_when_the_point_is_astray():
    first, far = frames("torn")[0], min(frames("torn"), key=lambda frame: frame.pulled)
    end = MANY.x.max()
    apart = [
        abs(np.polyval(frame.squared, end) - np.polyval(frame.absolute, end))
        for frame in (first, far)
    ]
    span = HEIGHTS.high - HEIGHTS.low
    assert 0.01 < apart[0] / span < 0.05, "both are seen"
    assert apart[1] / span > 0.2


def test_all_points_are_there_whenever_their_line_is(film):
    for frame in frames("torn", "sums", "answer"):
        if shown(frame, film.drag.absolute) and shown(frame, film.drag.chart):
            assert frame.points == MANY.x.size - 1, frame.step


def test_in_the_end_one_pull_of_the_stray_point_grows_and_the_other_stays(film):
    squares, lengths = (
        np.concatenate([f.own[k][2] for f in frames("answer") if shown(f, film.drag.own_pulls[k])])
        for k in (0, 1)
    )
    closing = [f for f in frames("answer") if shown(f, film.drag.own_pulls[1])]
    assert np.ptp(np.abs(squares)) > 3
    assert np.ptp(np.abs(lengths)) < 1e-6
    assert set(np.sign(lengths)) == {1, -1}, "on the way it crosses the line"
    for frame in closing:
        side = np.sign(frame.pulled - np.polyval(frame.absolute, MANY.x[-1]))
        np.testing.assert_array_equal(np.sign(frame.own[1][2]), side)


def test_in_the_end_the_point_first_crosses_and_stops_then_only_goes_farther(film):
    closing = [f for f in frames("answer") if shown(f, film.drag.marker)]
    pulled = [f.pulled for f in closing]
    assert pulled[0] == pytest.approx(HEIGHTS.beyond)
    stopped = [f for f in closing if f.pulled == pytest.approx(HEIGHTS.near)]
    assert stopped[-1].time - stopped[0].time >= 0.75
    crossing = [f.absolute for f in closing if f.time <= stopped[0].time]
    assert np.ptp([a for a, _ in crossing]) > 0.1, "the line of lengths swings"
    farther = [f for f in closing if f.time >= stopped[-1].time]
    assert np.ptp([f.absolute[0] for f in farther]) < 1e-6, "it stays"
    assert np.ptp([f.squared[0] for f in farther]) > 0.3, "the other one follows"


def test_the_last_words_are_the_answer_and_the_point_still_moves():
    closing = frames("answer")
    last_seconds = [frame.pulled for frame in closing[-4 * RATE :]]
    assert max(last_seconds) - min(last_seconds) > 1
    assert closing[-1].pulled == pytest.approx(HEIGHTS.farthest)
