"""Both lines of SquaredVersusAbsolute are what core computes, from the first shot to the last."""

from itertools import pairwise

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
    for frame in frames("torn", "sums"):
        if shown(frame, film.drag.absolute) and shown(frame, film.drag.chart):
            assert frame.points == MANY.x.size - 1, frame.step


def test_in_the_end_the_point_crosses_back_and_the_line_moves_only_while_it_lies_on_it(film):
    lengths = film.drag.balances[1]
    crossing = [f for f in frames("answer") if shown(f, lengths.pulls)]
    assert crossing[0].pulled == pytest.approx(HEIGHTS.beyond)
    assert crossing[-1].pulled == pytest.approx(HEIGHTS.near)
    assert abs(crossing[-1].balances[1].line[0] - crossing[0].balances[1].line[0]) > 0.1
    moved = 0
    for before, after in pairwise(crossing):
        assert not shown(after, lengths.clamps)
        assert after.balances[1].line == best(fit_least_absolute, after.pulled)
        if after.balances[1].line == pytest.approx(before.balances[1].line, abs=1e-6):
            continue
        # Within a frame it may come onto the line, or leave it.
        sides = [np.polyval(f.balances[1].line, MANY.x[-1]) - f.pulled for f in (before, after)]
        assert min(np.abs(sides)) < 1e-6
        moved += 1
    assert moved > 3


def test_while_it_crosses_back_only_its_own_pull_is_seen_and_none_on_the_line(film):
    lengths = film.drag.balances[1]
    crossing = [f for f in frames("answer") if shown(f, lengths.pulls) and f.balances[1].grown == 0]
    sides = set()
    for f in crossing:
        if shown(f, film.drag.tally):
            continue
        _, _, reach = f.balances[1].pulls
        miss = f.pulled - np.polyval(f.balances[1].line, MANY.x[-1])
        side = np.sign(round(float(miss), 6))
        assert [*np.sign(reach)] == [side][: int(side != 0)]
        sides.add(side)
    assert sides == {-1, 0, 1}
    on_line = [f.time for f in crossing if not len(f.balances[1].pulls[2])]
    assert on_line[-1] - on_line[0] > 1.5, "to be seen"


def test_in_the_end_one_pair_of_stacks_grows_and_the_other_one_stays(film):
    farther = [f for f in frames("answer") if shown(f, film.drag.own_pull)]
    assert np.ptp([f.own[2] for f in farther]) > 2.5
    assert {f.stacked for f in farther} == {(3, 3)}
    assert farther[-1].beside == pytest.approx(farther[-1].beside[::-1], abs=0.25), "equally high"
    assert min(farther[-1].beside) > min(farther[0].beside) + 0.8
    assert np.ptp([f.balances[1].line[0] for f in farther]) < 1e-6, "it stays"
    assert np.ptp([f.squared[0] for f in farther]) > 0.3, "the other one follows"
    assert farther[0].pulled == pytest.approx(HEIGHTS.near)
    assert farther[-1].pulled == pytest.approx(HEIGHTS.farthest)


def test_the_last_picture_rests_and_all_that_pulls_is_bright():
    for frame in frames("answer")[-RATE:]:
        assert frame.pulled == pytest.approx(HEIGHTS.farthest)
        assert frame.bright == [1, 1]


def test_at_last_first_the_pulls_that_count_are_lit_then_those_that_measure(film):
    said = film.sentences[-1]
    lit = [f.bright for f in frames("answer") if f.time > said.start]
    first = [purple == 1 and green < 0.7 for purple, green in lit]
    then = [green == 1 and purple < 0.7 for purple, green in lit]
    assert sum(first) >= 0.9 * RATE
    assert sum(then) >= 0.9 * RATE
    assert then.index(True) > len(first) - 1 - first[::-1].index(True)


def test_in_the_end_the_pull_of_the_stray_point_is_outlined_in_the_plot_as_in_the_stack(film):
    own, stacked = film.drag.own_pull, film.drag.beside.own
    for outline in (False, True):
        assert own.get_stroke_color(outline) == stacked.get_stroke_color(outline)
        assert own.get_stroke_width(outline) == stacked.get_stroke_width(outline)


def test_the_last_words_are_the_answer_and_the_point_still_moves():
    closing = frames("answer")
    last_seconds = [frame.pulled for frame in closing[-4 * RATE :]]
    assert max(last_seconds) - min(last_seconds) > 1
    assert closing[-1].pulled == pytest.approx(HEIGHTS.farthest)
