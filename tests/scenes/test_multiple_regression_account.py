"""MultipleRegression ends from line to line: up, down, and two misses are what that leaves."""

from dataclasses import replace

import numpy as np
import pytest

from scenes.visuals.multiple_regression.space import DOT
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

TWINS = FLATS_SHOWN.twins
UNIT = float(np.diff(FRONT.project(in_box([[60, 5, 300], [60, 5, 301]]))[:, 1])[0])
UP = (LARGE[0] - SMALL[0]) * FIT.coefficients[0]
DOWN = (LARGE[1] - SMALL[1]) * FIT.coefficients[1]

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return whole()


def test_at_last_it_goes_along_the_one_line_and_down_to_the_other(seen):
    account = seen.stage.pair.account
    small, large = FRONT.project(in_box([SMALL, LARGE]))
    (foot, top), (turn, tip) = ((way.start, way.end) for way in (account.up, account.down))
    whole_ways = [f for f in frames_of(seen, "same") if f.arrows[1] is not None]
    np.testing.assert_allclose(whole_ways[-1].arrows, [top, tip], atol=1e-9)
    assert foot[0] == pytest.approx(small[0])
    np.testing.assert_allclose(top, turn, atol=1e-9, err_msg="end to end, both whole")
    assert account.up.z_index > account.down.z_index, "nothing crosses its head"
    assert [turn[0], tip[0]] == pytest.approx([large[0]] * 2)
    assert [(top - foot)[1] / UNIT, (tip - turn)[1] / UNIT] == pytest.approx([UP, DOWN])
    missed = FLATS_SHOWN.missed(FLATS_SHOWN.by_both)[[*TWINS]]
    for end, flat, miss in zip((foot, tip), (small, large), missed, strict=True):
        assert (flat - end)[1] / UNIT == pytest.approx(miss), "from line to line"
    near, far = two_lines(seen, 0.0)
    along = (top - foot)[1] / (top - foot)[0]
    at = []
    for line in (near, far):
        slope, height = np.polyfit(line[:, 0], line[:, 1], 1)
        assert slope == pytest.approx(along)
        at.append(slope * large[0] + height)
    assert at == pytest.approx([top[1], tip[1]]), "along the line, and down to the other"
    assert top[0] - 0.3 < near[1, 0] < top[0], "its line ends in its head"


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


def test_the_sum_stands_beside_the_picture_at_its_scale_and_comes_back_to_nothing(seen):
    waterfall, account = seen.stage.pair.waterfall, seen.stage.pair.account
    missed = FLATS_SHOWN.missed(FLATS_SHOWN.by_both)[[*TWINS]]
    left = account.larger - account.farther
    assert missed[0] - missed[1] == pytest.approx(left), "one rent"
    assert round(account.larger) - round(account.farther) == round(left), "as it is written, too"
    frames = [f for f in frames_of(seen, "same") if f.pieces[0] is not None]
    pieces = next(f for f in reversed(frames) if f.pieces[2] is not None).pieces
    heights = [float(np.diff(piece)[0]) / UNIT for piece in pieces]
    assert heights == pytest.approx([UP, DOWN, -left])
    assert sum(heights) == pytest.approx(0)
    assert [piece[0] for piece in pieces[1:]] == pytest.approx([p[1] for p in pieces[:-1]])
    written = [name.submobjects[0].typst_code for name in waterfall.names]
    for text, height in zip(written, heights, strict=True):
        assert f"{abs(height):.0f}" in text
    for frame in frames:
        for piece, tip in zip(frame.pieces, frame.arrows, strict=False):
            if piece is not None and tip is not None:
                assert piece[1] == pytest.approx(tip[1]), "as high as the tip of its arrow"


def test_at_last_the_way_up_is_left_with_its_worth_and_thin_the_way_down_with_its_distance(seen):
    frame, pair = last(seen, "same"), seen.stage.pair
    np.testing.assert_allclose(frame.arrows, [pair.account.up.end, pair.account.down.end])
    up, down = (way.shaft.get_stroke_width() for way in (pair.account.up, pair.account.down))
    assert down < up / 2, "the answer comes first"
    assert (frame.pieces, frame.answer) == ([None] * 3, True)
    there = set(seen.film.get_mobject_family_members())
    assert pair.account.away in there
    assert not {pair.lines, pair.waterfall, *pair.waterfall.names} & there
    assert not any(f.answer for f in seen.frames if f.time < seen.film.sentences[-1].start)
    told = seen.film.sentences[-1]
    assert told.end - told.start >= 2.5
