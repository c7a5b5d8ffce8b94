"""MultipleRegression ends from line to line: up, down, and two misses are what that leaves."""

from dataclasses import replace

import numpy as np
import pytest

from scenes.visuals.multiple_regression.space import DOT
from scenes.visuals.multiple_regression.two_flats.balance import balance
from scenes.visuals.multiple_regression.two_flats.lens import POINT, RADIUS, TIMES
from scenes.visuals.multiple_regression.two_flats.twins import RING
from scenes.visuals.multiple_regression.views import FRONT
from tests.scenes.multiple_regression_seen import (
    FIT,
    FLATS_SHOWN,
    LARGE,
    SMALL,
    WATCHED,
    frames_of,
    in_box,
    last,
    whole,
)
from tests.scenes.rehearsal import RATE

TWINS = FLATS_SHOWN.twins
UNIT = float(np.diff(FRONT.project(in_box([[60, 5, 300], [60, 5, 301]]))[:, 1])[0])

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return whole()


def test_at_last_it_goes_along_the_one_line_and_down_to_the_other(seen):
    ending = last(seen, "same")
    small, large = FRONT.project(in_box([SMALL, LARGE]))
    (foot, top), (turn, tip) = (way[[0, 3]] for way in (ending.up, ending.down))
    assert foot[0] == pytest.approx(small[0])
    np.testing.assert_allclose(top, turn, atol=1e-9, err_msg="end to end, both whole")
    assert [turn[0], tip[0]] == pytest.approx([large[0]] * 2)
    assert (top - foot)[1] / UNIT == pytest.approx((LARGE[0] - SMALL[0]) * FIT.coefficients[0])
    seen_at = large + (tip - large) / TIMES
    down = (LARGE[1] - SMALL[1]) * FIT.coefficients[1]
    assert (seen_at - turn)[1] / UNIT == pytest.approx(down)
    missed = FLATS_SHOWN.missed(FLATS_SHOWN.by_both)[[*TWINS]]
    for end, flat, miss, times in ((foot, small, missed[0], 1), (tip, large, missed[1], TIMES)):
        assert (flat - end)[1] / UNIT == pytest.approx(times * miss), "from line to line"
    assert np.linalg.norm(large - tip) < RADIUS, "its head is in the lens"
    near, far = two_lines(seen, 0.0)
    along = (top - foot)[1] / (top - foot)[0]
    for line in (near, far):
        assert (line[1] - line[0])[1] / (line[1] - line[0])[0] == pytest.approx(along)
    at = [np.interp(large[0], line[:, 0], line[:, 1]) for line in (near, far)]
    assert at == pytest.approx([top[1], seen_at[1]]), "along the line, and down to the other"


def two_lines(seen, moved):
    """Return the ends (2, 2, 3) of both lines for flats that have been moved."""
    shot = replace(last(seen, "same").shot, moved=moved)
    return [line.points[[0, -1]] for line in seen.stage.pair.lines.set_shot(shot)]


def test_the_two_lines_come_out_of_the_one_with_their_flats(seen):
    near, far = two_lines(seen, 1.0)
    line = last(seen, "one").old_line
    for ends in (near, far):
        at = np.interp(ends[:, 0], line[:, 0], line[:, 1])
        np.testing.assert_allclose(ends[:, 1], at, atol=1e-6, err_msg="one line at one distance")
    for ends, flat in zip(two_lines(seen, 0.0), (SMALL, LARGE), strict=True):
        place = FRONT.project(in_box(flat))
        off = place[1] - np.interp(place[0], ends[:, 0], ends[:, 1])
        assert abs(off) < DOT, "each flat covers its own line"


def test_at_last_what_leads_up_glows_before_all_else_and_both_arrows_are_whole(seen):
    account = seen.stage.pair.account
    glowing = [len(frame.glow) for frame in frames_of(seen, "same") if frame.glow is not None]
    assert not glowing[0]
    assert glowing[-1]
    frame = last(seen, "same")
    np.testing.assert_allclose(frame.glow[[0, 3]], frame.up[[0, 3]], atol=1e-9)
    up, glow, line = (way.get_stroke_width() for way in (account.up, account.glow, account.along))
    assert up < glow < line, "its line is seen on both sides"
    told = seen.film.sentences[-1]
    assert told.end - told.start >= 3


def test_what_the_two_ways_leave_over_the_flats_miss_their_lines_by_and_that_is_written(seen):
    lenses, account = seen.stage.pair.lenses, seen.stage.pair.account
    missed = FLATS_SHOWN.missed(FLATS_SHOWN.by_both)[[*TWINS]]
    left = account.larger - account.farther
    assert missed[0] - missed[1] == pytest.approx(left), "one rent"
    assert round(account.larger) - round(account.farther) == round(left), "as it is written, too"
    assert missed[0] > 0 > missed[1], "they lie on each other"
    assert balance(missed) == f"{missed[0]:.0f} + {-missed[1]:.0f} = {left:.0f}"
    told = next(s for s in seen.film.sentences if s.text.startswith("The last"))
    frames = [frame for frame in frames_of(seen, "same") if frame.lenses]
    shown = [frame for frame in frames if frame.misses[0] is not None]
    assert shown[0].time == pytest.approx(told.start, abs=2 / RATE)
    frame = shown[-1]
    assert frame is last(seen, "same")
    for ends, flat, miss in zip(frame.misses, (SMALL, LARGE), missed, strict=True):
        at = FRONT.project(in_box(flat))
        np.testing.assert_allclose(ends[1], at, atol=1e-9, err_msg="from its line to the flat")
        assert (ends[1] - ends[0])[1] / UNIT == pytest.approx(TIMES * miss), "at one scale"
        assert abs((ends[1] - ends[0])[1]) > 2 * POINT, "beyond the flat"
    heights = np.concatenate([frame.slid, frame.misses[1]])
    np.testing.assert_allclose(heights[:, 0], heights[0, 0], atol=1e-9)
    assert heights[:, 1].max() == pytest.approx(frame.down[3, 1]), "from the tip on"
    assert np.ptp(heights[:, 1]) / UNIT == pytest.approx(TIMES * left), "they fill the gap"
    assert frame.total
    assert not any(len(f.slid) for f in shown if f.time < told.start + 2), "first, two misses"
    assert lenses.one.chord()[1, 0] < lenses.other.chord()[0, 0], "no lens covers the other"


def test_a_closed_lens_is_the_ring_and_an_open_one_shows_the_line_as_it_runs(seen):
    lenses = seen.stage.pair.lenses
    lines = two_lines(seen, 0.0)
    for lens, line in zip((lenses.one, lenses.other), lines, strict=True):
        lens.set_opened(0.0)
        assert lens.glass.width == pytest.approx(2 * RING)
        ends = lens.chord(0.0)
        np.testing.assert_allclose(np.interp(ends[:, 0], *line[:, :2].T), ends[:, 1], atol=1e-6)
        opened = lens.chord(1.0)
        np.testing.assert_allclose(np.linalg.norm(opened - lens.at, axis=1), RADIUS)
        turned = np.cross(opened[1] - opened[0], line[1] - line[0])
        np.testing.assert_allclose(turned, 0, atol=1e-9, err_msg="as steep")
