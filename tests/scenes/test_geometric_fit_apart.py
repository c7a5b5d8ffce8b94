"""GeometricFit at last: two sheets beside each other, each with a line of its own."""

import numpy as np
import pytest

from core.fits.line import fit_line
from scenes.visuals.geometric_fit.compared.apart import ABOVE, REACH, bar, page
from scenes.visuals.geometric_fit.sheet.page import RADIUS
from scenes.visuals.geometric_fit.stage import TANK
from scenes.visuals.writing.screen import PICTURE
from tests.scenes.geometric_fit_seen import (
    CLOUD,
    FIT,
    LEVEL,
    POINTS,
    UNIT,
    WATCHED,
    angle_between,
    direction,
    during,
    ends,
    height_in_tank,
    saying,
    scale,
    sentence,
    squares,
    stage,
    tilted,
)
from tests.scenes.rehearsal import RATE

TILT = "Tilt it either way"  # while the flat line is tilted
pytestmark = pytest.mark.xdist_group(WATCHED.name)


def test_up_is_shown_beside_the_sheet_on_which_it_is_measured_at_last():
    up = stage().upright.up
    np.testing.assert_allclose(direction(ends(up.arrow.points[:4])), [0, 1], atol=1e-9)
    points = np.vstack([part.points for part in up.family_members_with_points()])[:, :2]
    assert points.max() < PICTURE.right
    assert np.linalg.norm(points - page(0.0, side=1).middle, axis=1).min() > REACH


def apart():
    """Return the frames in which two sheets turn, each with the line that is best."""
    frames = during("again")
    first = next(frame.time for frame in frames if tilted(frame))
    one, two = (
        next(s for s in WATCHED.film.sentences if words in s.text) for words in ("lies flat", TILT)
    )
    # One of them becomes large and small again meanwhile.
    return [f for f in frames if f.time >= first and not one.start + 1 < f.time <= two.end]


def test_the_sheet_makes_room_before_the_copy_appears_beside_it():
    frames = during("again")
    copied = [frame for frame in frames if frame.upright]
    copied = [frame for frame in copied if frame.time <= saying("which line turns")[-1].time]
    alone = [frame for frame in frames if not frame.upright]
    assert np.ptp([frame.dots[:, 0].mean() for frame in alone]) > 0.5, "it slides"
    assert np.ptp([frame.dots[:, 0].mean() for frame in copied]) < 0.5
    for frame in copied:
        gap = (frame.upright.dots[:, 0].mean() - frame.dots[:, 0].mean()) / scale(frame)
        assert gap > 2 * RADIUS, "never on each other"


def test_both_bars_have_their_least_marked_and_named():
    for frame in apart():
        box = bar(TANK, side=1)
        top = box.bottom + frame.upright.level * box.height / TANK.height
        assert frame.upright.mark == pytest.approx(top)
        assert frame.upright.least[0, 1] == pytest.approx(top + ABOVE, abs=0.05)
        assert height_in_tank(frame.mark) == pytest.approx(frame.level)
        assert frame.marked == 1


def test_at_last_the_nearest_line_turns_with_the_points_and_its_sum_stays():
    for frame in apart():
        length = np.linalg.norm(frame.feet - frame.starts, axis=1) / scale(frame)
        np.testing.assert_allclose(length / UNIT, FIT.distances(POINTS), atol=1e-9)
        assert angle_between(frame.rule, frame.line) == pytest.approx(np.rad2deg(CLOUD.best_angle))
    assert np.ptp([frame.level for frame in apart()]) < 1e-9


def test_the_sheets_turn_slowly_and_still_do_under_the_last_words():
    rules = np.unwrap([angle_between(LEVEL, frame.rule) for frame in apart()], period=180)
    assert np.ptp(rules) > 120
    assert np.abs(np.diff(rules)).max() * RATE < 35
    last = sentence(-1)
    turned = np.unwrap([angle_between(LEVEL, frame.rule) for frame in last], period=180)
    assert np.ptp(turned) > 60
    assert np.ptp(rules[-int(1.5 * RATE) :]) == pytest.approx(0), "a settled last picture"
    copy = last[-1].upright
    assert 40 < abs(angle_between(last[-1].line, copy.line)) < 60, "two lines to the end"


def test_the_question_is_asked_before_both_sheets_turn():
    asked = saying("which line turns")
    standing = [frame for frame in asked if frame.upright and not tilted(frame)]
    assert len(standing) > RATE / 2
    for frame in standing:
        np.testing.assert_allclose(frame.upright.dots, standing[-1].upright.dots)
    assert tilted(asked[-1])


def test_where_the_cloud_lies_level_both_sheets_rest_and_agree():
    agreed = saying("both ways agree")
    assert len(agreed) >= 1.5 * RATE
    for frame in agreed:
        assert direction(frame.line)[1] == pytest.approx(0, abs=1e-9)
        assert angle_between(frame.upright.line, frame.line) == pytest.approx(0, abs=1e-6)
        assert frame.upright.level == pytest.approx(frame.level)
        np.testing.assert_allclose(frame.dots, agreed[0].dots)


@pytest.mark.parametrize("words", ["which line turns", "up doesn't"])
def test_a_grey_line_turns_along_and_the_best_one_leaves_it(words):
    turned = [f for f in saying(words) if f.upright and f.upright.ghost is not None]
    assert len(turned) > RATE
    on_the_sheet = [angle_between(f.upright.rule, f.upright.ghost) for f in turned]
    np.testing.assert_allclose(on_the_sheet, on_the_sheet[0], atol=1e-6)
    apart = [abs(angle_between(f.upright.ghost, f.upright.line)) for f in turned]
    assert apart[0] < 5
    assert (np.diff(apart) >= -1e-6).all()
    assert apart[-1] > 35


def test_no_name_below_the_sheets_moves():
    named = [f.upright.best for f in apart() if f.upright.best is not None]
    np.testing.assert_allclose(named, np.broadcast_to(named[0], (len(named), 2, 2)))
    one, other = stage().upright.best, stage().upright.turned
    assert one.get_bottom()[1] > other.get_top()[1], "one below the other"


def test_what_names_the_bar_and_the_arrow_stays_while_the_sheet_grows_and_shrinks():
    frames = [*saying("lies flat"), *saying(TILT)]
    sizes = [scale(frame.upright) for frame in frames]
    assert min(sizes) < 0.75
    assert max(sizes) == pytest.approx(1)
    assert {opacity for frame in frames for opacity in frame.upright.names} == {1}


def tilting():
    """Return the frames in which the flat line is tilted."""
    return [f for f in saying(TILT) if f.upright.flat is not None]


def test_the_flat_line_is_tilted_on_a_sheet_as_large_as_at_first():
    for frame in tilting():
        assert scale(frame.upright) == pytest.approx(1)
        assert (frame.upright.tank.width, frame.upright.tank.height) == (TANK.width, TANK.height)
        points = frame.upright.dots
        assert points[:, 0].min() > frame.upright.tank.right, "beside its bar"


def test_no_tilt_of_the_flat_line_helps_and_where_it_lay_stays_grey():
    tilts = [angle_between(LEVEL, frame.upright.line) for frame in tilting()]
    assert min(tilts) < -30 < 30 < max(tilts), "to both sides"
    for frame, tilt in zip(tilting(), tilts, strict=True):
        copy = frame.upright
        assert abs(direction(copy.flat)[1]) == pytest.approx(0, abs=1e-9)
        assert copy.level == pytest.approx(height_in_tank(squares(copy)))
        over = copy.tank.bottom + copy.level - copy.mark
        assert over > -1e-9
        assert over > 0.3 or abs(tilt) < 30, "one sees it grow"
        assert copy.least.mean(axis=0)[1] == pytest.approx(copy.mark)
        assert copy.least[1, 0] < copy.tank.left


def test_meanwhile_the_upright_fit_wanders_and_its_sum_rises_and_falls():
    for frame in apart():
        copy = frame.upright
        along = direction(copy.line)
        assert along[1] / along[0] == pytest.approx(fit_line(*copy.dots.T).slope, abs=1e-9)
        np.testing.assert_allclose(direction(copy.rule), direction(frame.rule), atol=1e-9)
        np.testing.assert_allclose(copy.starts[:, 0], copy.feet[:, 0], atol=1e-9)
        assert copy.level == pytest.approx(height_in_tank(squares(copy)))
    on_the_sheet = [angle_between(f.upright.rule, f.upright.line) for f in apart()]
    assert np.ptp(np.unwrap(on_the_sheet, period=180)) > 90
    levels = [frame.upright.level for frame in apart()]
    assert max(levels) > 3 * min(levels)


def test_as_the_points_stand_up_the_upright_fit_lies_down():
    said, *_ = (s for s in WATCHED.film.sentences if "lies flat" in s.text)
    falling = [frame for frame in apart() if said.start - 2.0 < frame.time <= said.end]
    slopes = np.array([abs(direction(frame.upright.line)[1]) for frame in falling])
    steepest = slopes.argmax()
    assert slopes[steepest] > 0.4
    assert (np.diff(slopes[steepest:]) <= 1e-9).all()
    assert slopes[-1] == pytest.approx(0, abs=1e-9)
    said_of = [k for k, frame in enumerate(falling) if frame.time > said.start]
    assert slopes[said_of].max() == pytest.approx(0, abs=1e-9), "said once it lies"
    assert abs(direction(falling[-1].line)[1]) == pytest.approx(1)
