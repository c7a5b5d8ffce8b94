"""What the film of the article shows is what core computes, in every frame."""

from itertools import pairwise

import numpy as np
import pytest

from scenes.visuals.linear_regression_2d.build import SWEEP_HEIGHT
from scenes.visuals.linear_regression_2d.surface.space import REACH
from scenes.visuals.plot.tank import BELOW
from tests.scenes.linear_regression_2d_seen import (
    BEST,
    OPTIMUM,
    WATCHED,
    Frame,
    epsilon,
    frames_after,
    heights,
    of_step,
)

pytestmark = pytest.mark.xdist_group(WATCHED.name)
# One line and its tank, while a mark keeps a level.
AFTER_THE_SEARCH = "sweep b", "mark", "sweep both"


@pytest.fixture(scope="module")
def frames() -> list[Frame]:
    return WATCHED.frames


def test_the_areas_of_the_squares_add_up_to_epsilon(frames):
    poured = [frame for frame in frames if frame.step != "rivals"]
    assert sum(len(frame.lines) for frame in poured) > 100
    for line in (line for frame in poured for line in frame.lines):
        assert line.squares == pytest.approx(epsilon((line.a, line.b)), rel=1e-6)


def test_squares_stay_in_their_chart(frames):
    assert all(line.inside for frame in frames for line in frame.lines)


def test_a_square_on_its_way_into_a_tank_keeps_its_area(frames):
    poured = [pair for frame in frames for pair in frame.poured]
    assert len(poured) > 100
    for flying, square in poured:
        assert flying == pytest.approx(square, rel=0.03)


def test_a_tank_is_filled_to_epsilon_wherever_it_has_its_mark(frames):
    told = [frame for frame in frames if frame.step != "rivals" and frame.whole]
    assert len(told) > 100
    for line in (line for frame in told for line in frame.lines):
        assert line.tank == pytest.approx(epsilon((line.a, line.b)), rel=1e-6)


def test_numbers_are_those_of_the_line_on_screen(frames):
    told = [frame for frame in frames if {"a", "b"} <= frame.numbers.keys()]
    assert len(told) > 100
    for frame in told:
        assert frame.numbers["a"] == pytest.approx(frame.line[0], abs=0.0051)
        assert frame.numbers["b"] == pytest.approx(frame.line[1], abs=0.0051)
        if "epsilon" in frame.numbers:
            assert frame.numbers["epsilon"] == pytest.approx(epsilon(frame.line), abs=0.051)


def test_the_middle_one_of_the_rivals_has_the_least_squares_but_is_not_the_best():
    left, middle, right = (epsilon((line.a, line.b)) for line in of_step("rivals")[-1].lines)
    assert middle < min(left, right)
    assert middle > 1.5 * BEST.rss


@pytest.mark.parametrize("step", ["search", "sweep a", "touch", *AFTER_THE_SEARCH])
def test_a_step_ends_at_the_least_squares_line(step):
    assert of_step(step)[-1].line == pytest.approx(OPTIMUM, abs=1e-6)


def test_a_mark_keeps_the_lowest_level_of_the_search():
    searched = [frame for frame in of_step("search") if frame.marks[1] is not None]
    assert len(searched) > 20
    marks = np.array([frame.marks[1] for frame in searched])
    tanks = np.array([frame.tank for frame in searched])
    assert np.all(np.diff(marks) <= 1e-9)
    assert np.all(marks <= tanks + 1e-9)
    # It goes too far before it turns back.
    assert np.any(tanks > marks + 0.1 * BEST.rss)
    assert marks[0] == pytest.approx(tanks[0], rel=1e-6)
    assert marks[-1] == pytest.approx(BEST.rss, rel=1e-6)


def test_the_mark_of_the_search_is_named_as_soon_as_it_leaves_the_level_of_line_2():
    old = epsilon(of_step("rivals")[0].line)
    searched = [frame for frame in of_step("search") if frame.beaten is not None]
    fallen = [frame for frame in searched if frame.marks[1] < 0.95 * old]
    assert len(fallen) > 20
    assert all(frame.mark_named for frame in fallen)


def test_the_search_changes_one_number_at_a_time_until_neither_helps():
    lines = [frame.line for frame in of_step("search") if frame.marks[1] is not None]
    # Two legs, a try of the third: after them legs are shorter than the time between two looks.
    for (a, b), (next_a, next_b) in pairwise(lines[:14]):
        assert min(abs(next_a - a), abs(next_b - b)) < 0.02


@pytest.mark.parametrize("step", ["sweep a", "sweep b", "sweep both"])
def test_a_sweep_reaches_its_height_on_both_sides_and_never_goes_below_0(step):
    swept = of_step(step)
    assert heights(swept).min() >= 0
    # Over the sheet it ends where the picture does.
    highest = SWEEP_HEIGHT * (REACH**2 if step == "sweep both" else 1)
    assert heights(swept).max() == pytest.approx(highest, rel=0.08)
    for k, name in enumerate("ab"):
        offsets = [frame.line[k] - OPTIMUM[k] for frame in swept]
        if step in (f"sweep {name}", "sweep both"):
            assert min(offsets) < -0.1 * abs(OPTIMUM[k])
            assert max(offsets) > 0.1 * abs(OPTIMUM[k])
        else:
            assert offsets == pytest.approx(np.zeros(len(offsets)), abs=1e-6)


def test_the_tank_keeps_what_lies_below_the_mark_and_darkens_it_where_the_mark_becomes_0():
    assert {frame.darkened for frame in of_step("sweep b")} == {0}
    for frame in (frame for frame in of_step("sweep both") if frame.whole):
        assert frame.darkened == pytest.approx(BELOW)
        assert frame.dark == pytest.approx(BEST.rss, rel=1e-6)


def test_wherever_epsilon_rel_is_told_its_0_is_at_the_mark_and_its_unit_is_what_lies_below():
    told = [frame for frame in frames_after("sweep b") if frame.labels]
    assert {frame.step for frame in told} >= {"mark", "doubt", "sweep both", "bowl"}
    far = [frame for frame in of_step("bowl") if frame.cross.ball > 0.01]
    assert all(frame.labels for frame in far), "also beside the inequality"
    for labels in (frame.labels for frame in told if len(frame.lines) == 1):
        assert labels["0"] == pytest.approx(BEST.rss, rel=1e-6)
        assert labels["1"] - labels["0"] == pytest.approx(BEST.rss, rel=1e-6)


def test_the_number_that_changes_is_framed():
    framed = [(f, g) for f, g in pairwise(of_step("search")) if max(g.lit) > 0.9 and not g.fan]
    assert len(framed) > 8
    seen = set()
    for before, after in framed:
        changed = [k for k in (0, 1) if abs(after.line[k] - before.line[k]) > 0.02]
        if len(changed) == 1 and before.lit[changed[0]] > 0:
            assert after.lit[1 - changed[0]] == 0
            seen.add(changed[0])
    assert seen == {0, 1}


def test_the_bar_falls_with_each_of_four_turns_and_shifts():
    search = WATCHED.film.stage.search
    levels = [epsilon((float(a), float(b))) for a, b in search.corners[:5]]
    assert np.all(np.diff(levels) < -0.05 * BEST.rss), "one sees it"


def test_lines_turned_and_shifted_at_once_are_asked_for_and_not_yet_answered():
    asked = [frame for frame in of_step("search") if frame.fan]
    assert len(asked) > 4
    off = np.array(asked[-1].fan) - OPTIMUM
    assert np.all(np.abs(off) > 1e-3), "each has both numbers changed"
    for column in off.T:
        assert column.min() < 0 < column.max(), "to both sides"
    for frame in asked:
        assert frame.line == pytest.approx(OPTIMUM, abs=1e-6)
        assert frame.lit[0] == frame.lit[1], "both numbers are framed"


def test_where_the_search_stops_turning_and_shifting_are_tried_and_only_rise():
    searched = of_step("search")
    stop = next(k for k, f in enumerate(searched) if f.line == pytest.approx(OPTIMUM, abs=1e-6))
    tried = searched[stop:]
    a, b = (np.array([f.line for f in tried]) - OPTIMUM).T
    only_a, only_b = (np.abs(b) < 1e-6) & (a != 0), (np.abs(a) < 1e-6) & (b != 0)
    for moved, alone in ((a, only_a), (b, only_b)):
        assert moved[alone].min() < 0 < moved[alone].max(), "to both sides"
    assert all(frame.tank >= BEST.rss - 1e-9 for frame in tried)
    assert max(frame.tank for frame in tried) > 1.05 * BEST.rss, "one sees it"


def test_the_old_level_of_line_2_is_kept_until_it_is_beaten():
    old = epsilon(of_step("rivals")[0].line)
    for step in ("search", "answer"):
        kept = [frame.beaten for frame in of_step(step) if frame.beaten is not None]
        assert len(kept) > 8
        assert kept == pytest.approx([old] * len(kept), rel=1e-6)


def test_in_the_end_the_middle_one_becomes_the_best_line_and_no_rival_is_below_its_mark():
    closing = [frame for frame in of_step("answer") if len(frame.lines) == 3]
    told = [f for f in closing if all(line.excess is not None for line in f.lines)]
    assert len(told) > 8
    first, last = told[0].lines[1], told[-1].lines[1]
    assert (first.a, first.b) == pytest.approx(of_step("rivals")[0].line, abs=1e-6)
    assert (last.a, last.b) == pytest.approx(OPTIMUM, abs=1e-6)
    for frame, expected in ((told[0], (2.25, 1.0, 2.7556)), (told[-1], (2.25, 0.0, 2.7556))):
        above = [line.excess / BEST.rss for line in frame.lines]
        assert above == pytest.approx(expected, abs=0.01), "brackets span what is above the mark"
    for frame in closing:
        assert frame.marks == pytest.approx((BEST.rss,) * 3, rel=1e-6)
        assert min(line.tank for line in frame.lines) >= BEST.rss - 1e-9


def test_line_2_sinks_once_to_the_best_line_and_then_stands_while_it_is_told():
    closing = [f for f in of_step("answer") if len(f.lines) == 3 and f.lines[1].excess is not None]
    levels = np.array([frame.lines[1].tank for frame in closing])
    assert np.all(np.diff(levels) <= 1e-9), "once"
    sentence = WATCHED.film.sentences[-1]
    assert WATCHED.film.time - sentence.start >= 2, "it is looked at"
    standing = [f for f in closing if f.called == ("best",)]
    assert all(f.line == pytest.approx(OPTIMUM, abs=1e-6) for f in standing[1:])


def test_a_line_that_is_called_the_best_is_the_best():
    closing = [frame for frame in of_step("answer") if len(frame.lines) == 3]
    called = {name for frame in closing for name in frame.called}
    assert called == {"line 2", "best"}
    for frame in closing:
        assert len(frame.called) <= 1
        if "best" in frame.called:
            assert epsilon(frame.line) < 1.05 * BEST.rss
    assert closing[-1].called == ("best",)
