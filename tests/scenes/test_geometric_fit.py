"""GeometricFit's sheet: upright fits change with how it is held, shortest ways do not."""

import numpy as np
import pytest

from core.fits.line import fit_line
from scenes.visuals.geometric_fit.drawn import LARGE
from scenes.visuals.geometric_fit.page import MIDDLE, RADIUS, chord
from scenes.visuals.geometric_fit.stage import beside
from tests.scenes.geometric_fit_seen import (
    CLOUD,
    FIT,
    POINTS,
    TURNS,
    UNIT,
    WATCHED,
    angle_between,
    direction,
    during,
    fitted_upright,
    height_in_tank,
    sentence,
    squares,
    stage,
)
from tests.scenes.rehearsal import RATE

LEVEL = [[0.0, 0.0], [1.0, 0.0]]
pytestmark = pytest.mark.xdist_group(WATCHED.name)


def test_the_lines_differ_enough_to_be_seen():
    best = np.rad2deg(CLOUD.best_angle)
    angles = sorted([*(fitted_upright(turn) for turn in TURNS), best])
    assert np.diff(angles).min() > 7
    assert best - fitted_upright(0.0) > 15


def test_the_question_is_asked_before_the_sheet_turns():
    asked = sentence(2)
    assert WATCHED.film.sentences[2].text.endswith("Will the best line turn with it?")
    for frame in asked[:-1]:
        assert not tilted(frame)
        assert not frame.left


def test_the_line_is_fitted_upright_at_every_turn_and_what_was_best_turns_with_the_sheet():
    turning = [frame for frame in [*sentence(3), *sentence(4)] if frame.left]
    for frame in turning:
        along = direction(frame.line)
        assert along[1] / along[0] == pytest.approx(fit_line(*frame.dots.T).slope, abs=1e-9)
        drawn = {number: angle_between(frame.rule, line) for number, line in frame.left.items()}
        expected = {number: fitted_upright(TURNS[number]) for number in drawn}
        assert drawn == pytest.approx(expected, abs=1e-6)
    assert [*turning[-1].left] == [1], "the older one has gone: two lines are enough to follow"
    last = angle_between(turning[-1].rule, turning[-1].line)
    assert last == pytest.approx(fitted_upright(TURNS[2]))
    apart = angle_between(sentence(3)[-1].line, sentence(3)[-1].left[0])
    assert abs(apart) > 45, "nobody overlooks that it did not turn"


def test_the_line_is_poured_beside_its_fit_and_turned_until_the_sum_is_least():
    frames = sentence(1)
    lowest = min(frame.level for frame in frames)
    assert frames[-1].level == pytest.approx(lowest)
    assert frames[0].level > lowest + 0.3
    angles = [angle_between(frame.rule, frame.line) for frame in frames]
    assert max(angles) > fitted_upright(0.0) + 5, "beyond it, the sum has risen again"


def test_the_sheet_is_turned_to_both_sides():
    turns = [angle_between(LEVEL, frame.rule) for frame in during("page")]
    assert min(turns) == pytest.approx(np.rad2deg(min(TURNS)))
    assert max(turns) == pytest.approx(np.rad2deg(max(TURNS)))


def test_upright_ways_go_straight_up_to_the_line_and_fill_the_tank():
    poured = [f for f in during("page") if f.measured and f.level > 0 and not f.pouring]
    for frame in poured:
        np.testing.assert_allclose(frame.starts[:, 0], frame.feet[:, 0], atol=1e-9)
        along = direction(frame.line)
        on_line = frame.feet - frame.line[0]
        np.testing.assert_allclose(on_line @ [-along[1], along[0]], 0, atol=1e-9)
    levels = [height_in_tank(squares(f)) for f in poured]
    np.testing.assert_allclose([f.level for f in poured], levels, atol=1e-9)
    assert np.ptp(levels) > 1, "while the sheet turns, the sum changes"


def test_the_squares_that_pour_fill_the_tank_as_high_as_their_sum():
    pouring = stage().pouring
    ring = pouring.set_share(0.0).submobjects[0].points[::4]
    sides = np.linalg.norm(np.diff(ring, axis=0), axis=1)
    np.testing.assert_allclose(sides, sides[0])
    pouring.set_share(1.0)
    top = max(part.points[:, 1].max() for part in pouring.submobjects)
    total = CLOUD.sum_of_upright_squares(beside(np.deg2rad(fitted_upright(0.0))), 0.0)
    assert top == pytest.approx(stage().tank.top_of(total))


def test_up_stays_up_while_the_sheet_turns():
    arrows = [f for f in during("page", "shortest", "again") if f.up is not None]
    assert np.ptp([angle_between(LEVEL, f.rule) for f in arrows]) > 40
    assert arrows[-1].time == WATCHED.frames[-1].time, "it is back at the end"
    for frame in arrows:
        np.testing.assert_allclose(direction(frame.up), [0, 1], atol=1e-9)


def test_shortest_ways_meet_the_line_at_right_angles():
    swung = [frame for frame in during("shortest") if frame.swung]
    assert len(swung) > 10
    for frame in [*swung, *during("middle", "direction", "shadows", "again")]:
        along = direction(frame.line)
        np.testing.assert_allclose((frame.feet - frame.starts) @ along, 0, atol=1e-9)


def test_the_mark_of_the_right_angle_is_large_and_lies_beside_one_way_only():
    seen = [frame for frame in during("shortest") if frame.swung]
    for frame in seen:
        ring = frame.corner
        sides = np.diff(ring, axis=0)
        np.testing.assert_allclose(np.linalg.norm(sides, axis=1), LARGE)
        assert sides[0] @ sides[1] == pytest.approx(0)
        assert np.linalg.norm(ring - MIDDLE[:2], axis=1).max() < RADIUS
        shares = np.linspace(0, 1, 21)[:, None, None]
        ways = frame.starts + shares * (frame.feet - frame.starts)
        near = np.linalg.norm(ways[:, :, None] - ring, axis=-1).min(axis=(0, 2))
        assert np.sort(near)[1] > 0.1, "no other way runs into it"


def test_the_line_that_slides_is_not_yet_the_best():
    assert abs(np.sin(stage().another - CLOUD.best_angle)) > np.sin(np.deg2rad(19))


def test_measured_the_shortest_way_all_turns_together():
    turned = [frame for frame in sentence(6) if tilted(frame)]
    assert len(turned) > RATE
    assert np.ptp([frame.level for frame in turned]) < 1e-9
    on_the_sheet = [angle_between(frame.rule, frame.line) for frame in turned]
    np.testing.assert_allclose(on_the_sheet, fitted_upright(TURNS[2]))


def tilted(frame):
    """Tell whether the sheet is turned."""
    return abs(angle_between(LEVEL, frame.rule)) > 1e-3


def wandering():
    """Return the frames in which the upright fit is seen beside the nearest line."""
    return [frame for frame in during("again") if frame.wandering is not None]


def test_at_last_the_nearest_line_turns_with_the_points_until_it_is_upright():
    for frame in wandering():
        length = np.linalg.norm(frame.feet - frame.starts, axis=1)
        np.testing.assert_allclose(length / UNIT, FIT.distances(POINTS), atol=1e-9)
        assert angle_between(frame.rule, frame.line) == pytest.approx(np.rad2deg(CLOUD.best_angle))
    last = wandering()[-1]
    assert abs(direction(last.line)[1]) == pytest.approx(1)
    assert abs(direction(last.wandering)[0]) == pytest.approx(1)


def test_the_last_turn_is_slow_and_its_end_is_looked_at():
    rules = np.unwrap([angle_between(LEVEL, frame.rule) for frame in wandering()], period=180)
    assert np.ptp(rules) > 90
    assert np.abs(np.diff(rules)).max() * RATE < 50
    assert np.ptp(rules[-int(2.9 * RATE) :]) == pytest.approx(0)


def test_meanwhile_the_upright_fit_wanders_over_the_sheet():
    for frame in wandering():
        along = direction(frame.wandering)
        assert along[1] / along[0] == pytest.approx(fit_line(*frame.dots.T).slope, abs=1e-9)
    on_the_sheet = [angle_between(frame.rule, frame.wandering) for frame in wandering()]
    assert np.ptp(np.unwrap(on_the_sheet, period=180)) > 90
    said, *_ = (s for s in WATCHED.film.sentences if "lies down" in s.text)
    falling = [frame for frame in wandering() if said.start + 1.0 < frame.time <= said.end]
    slopes = [abs(direction(frame.wandering)[1]) for frame in falling]
    assert slopes[0] > 0.4
    assert (np.diff(slopes) <= 1e-9).all()


def test_a_chord_ends_on_the_rim():
    ends = chord(0.4, 1.2)
    np.testing.assert_allclose(np.linalg.norm(ends, axis=1), RADIUS)
    np.testing.assert_allclose(ends @ [-np.sin(0.4), np.cos(0.4)], 1.2)
