"""GeometricFit's sheet: upright fits change with how it is held, shortest ways do not."""

import numpy as np
import pytest

from core.fits.line import fit_line
from scenes.visuals.geometric_fit.compared.second import AWAY
from scenes.visuals.geometric_fit.sheet.drawn import LARGE
from scenes.visuals.geometric_fit.sheet.page import MIDDLE, RADIUS
from scenes.visuals.geometric_fit.stage import TANK, beside
from tests.scenes.geometric_fit_seen import (
    CLOUD,
    LEVEL,
    TURNS,
    WATCHED,
    angle_between,
    direction,
    during,
    fitted_upright,
    height_in_tank,
    saying,
    squares,
    stage,
    tilted,
)
from tests.scenes.rehearsal import RATE

pytestmark = pytest.mark.xdist_group(WATCHED.name)


def test_the_lines_differ_enough_to_be_seen():
    best = np.rad2deg(CLOUD.best_angle)
    angles = sorted([*(fitted_upright(turn) for turn in TURNS), best])
    assert np.diff(angles).min() > 7
    assert best - fitted_upright(0.0) > 15


def test_one_square_is_drawn_before_all_are_and_lies_on_the_sheet():
    frames = [frame for frame in saying("Square how far each") if frame.one is not None]
    assert len(frames) > RATE / 2
    side = np.diff(frames[-1].one, axis=0)
    np.testing.assert_allclose(np.abs(side).max(axis=1), np.abs(side).max())
    for frame in [*frames, *(f for f in during("shortest") if f.one is not None)]:
        assert np.linalg.norm(frame.one - MIDDLE[:2], axis=1).max() < RADIUS


def test_the_same_square_is_seen_until_its_distance_is_the_shortest():
    swung = [frame for frame in during("shortest") if frame.one is not None and frame.swung]
    for frame in swung:
        sides = np.linalg.norm(np.diff(frame.one, axis=0), axis=1)
        np.testing.assert_allclose(sides, sides[0])
        across = direction(frame.line) @ [[0, 1], [-1, 0]]
        touching = np.abs((frame.one - frame.line[0]) @ across) < 1e-6
        assert touching.sum() == 2, "one side lies on the line"
    assert swung


def test_squares_stay_squares_until_they_are_in_the_tank():
    pouring = stage().pouring
    starts = np.stack([part.points[::4] for part in pouring.set_share(0.0).submobjects])
    count = 0
    for share in np.linspace(0, 1, 40):
        for part, start in zip(pouring.set_share(share).submobjects, starts, strict=True):
            ring = part.points[::4]
            sides = np.linalg.norm(np.diff(ring, axis=0), axis=1)
            if ring[:, 0].min() < TANK.left - 1e-6:
                np.testing.assert_allclose(sides, sides[0])
            waits = np.allclose(ring, start)
            count += not waits
            assert waits or np.ptp(ring[:, 0]) <= max(np.ptp(start[:, 0]), TANK.width) + 1e-9
    assert count


def test_the_question_is_asked_while_the_line_turns_and_before_it_is_fitted_anew():
    asked = saying("Turn the sheet, and")
    for frame in asked[:-1]:
        assert angle_between(frame.rule, frame.line) == pytest.approx(fitted_upright(0.0))
        assert frame.left is None
    assert tilted(asked[-2])
    best = CLOUD.sum_of_upright_squares(CLOUD.upright_angle(held(asked[-2])), held(asked[-2]))
    assert asked[-2].level > height_in_tank(best) + 0.3, "one sees that it is no longer the best"
    for frame in [asked[-2], *saying("Its sum has grown")[: RATE - 1]]:
        assert frame.level > height_in_tank(frame.mark) + 1, "what was least is still marked"
        assert frame.marked == 1
        assert frame.least is not None


def held(frame):
    """Return how far the sheet is turned, in radians."""
    return np.deg2rad(angle_between(LEVEL, frame.rule))


def test_the_line_is_fitted_upright_at_every_turn_and_what_was_best_turns_with_the_sheet():
    anew = [f for f in during("page") if f.time > saying("Each turn has")[0].time and f.least]
    assert np.ptp([held(frame) for frame in anew]) > np.deg2rad(35)
    for frame in anew[1:]:
        along = direction(frame.line)
        assert along[1] / along[0] == pytest.approx(fit_line(*frame.dots.T).slope, abs=1e-9)
        assert angle_between(frame.rule, frame.left) == pytest.approx(fitted_upright(0.0))
        assert frame.least == pytest.approx(TANK.bottom + frame.level, abs=0.1), "and named"
    last = angle_between(anew[-1].rule, anew[-1].line)
    assert last == pytest.approx(fitted_upright(TURNS[2]))
    apart = max(abs(angle_between(frame.line, frame.left)) for frame in anew)
    assert apart > 45, "nobody overlooks that it did not turn"


def swings():
    """Return the frames of the three swings to a least sum."""
    return map(saying, ("where is the sum of", "does another line", "Turn the line all the way"))


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_line_swings_past_its_least_sum_and_back_to_the_mark_that_stayed_there(number):
    frames = [frame for frame in [*swings()][number] if frame.marked == 1]
    levels = np.array([frame.level for frame in frames])
    least = height_in_tank(frames[-1].mark)
    assert frames[-1].least is not None
    assert levels[-1] == pytest.approx(least) == pytest.approx(levels.min())
    assert (levels > least + 0.3).sum() > 2, "it has risen again"
    lowest = np.minimum.accumulate(levels)
    for frame, low in zip(frames, lowest, strict=True):
        assert height_in_tank(frame.mark) <= low + 1e-9
    angles = np.unwrap([angle_between(f.rule, f.line) for f in frames], period=180)
    assert np.ptp(angles) > 30, "widely"
    assert abs(angles[-1] - angles).max() > 15


def test_the_first_line_is_swung_from_too_flat_to_as_much_too_steep():
    frames = saying("where is the sum of")
    angles = np.array([angle_between(frame.rule, frame.line) for frame in frames])
    fit = fitted_upright(0.0)
    assert angles.min() < fit - 25
    assert angles.max() > fit + 15
    assert max(frame.level for frame in frames) > height_in_tank(frames[-1].mark) + 0.5


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
    assert top == pytest.approx(TANK.bottom + height_in_tank(total))


def test_up_stays_up_while_the_sheet_turns():
    arrows = [f for f in during("page", "shortest") if f.up is not None]
    assert np.ptp([angle_between(LEVEL, f.rule) for f in arrows]) > 38
    for frame in arrows:
        np.testing.assert_allclose(direction(frame.up), [0, 1], atol=1e-9)


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


def test_while_a_second_line_is_there_its_right_angle_is_marked_and_the_rules_are_quiet():
    plain, quiet = (ruled[words] for ruled in [rules()] for words in ("least for this", "keeps"))
    assert plain != quiet
    assert rules()["but why"] == plain, "then they are back"
    for frame in (f for f in saying("every line keeps") if f.second):
        ring = frame.second.corner
        sides = np.diff(ring, axis=0)
        np.testing.assert_allclose(np.linalg.norm(sides, axis=1), LARGE)
        assert sides[0] @ sides[1] == pytest.approx(0)
        along = direction(frame.second.line)
        assert (ring[2] - frame.second.line[0]) @ [-along[1], along[0]] == pytest.approx(0)


def rules():
    """Return the colour of the rules of the sheet at the end of some sentences."""
    return {words: saying(words)[-1].ruled for words in ("least for this", "keeps", "but why")}


def test_the_cross_is_named_beside_it_as_it_appears():
    named = [frame for frame in WATCHED.frames if frame.mean is not None]
    assert 1.5 * RATE <= len(named) <= 3 * RATE
    for frame in named:
        (left, bottom), (right, top) = frame.mean - MIDDLE[:2]
        away = np.hypot(max(left, -right, 0.0), max(bottom, -top, 0.0))
        assert 0.2 < away < 0.6
        inside = (frame.dots > frame.mean[0]) & (frame.dots < frame.mean[1])
        assert not inside.all(axis=1).any(), "on no point"


def test_the_best_line_and_a_second_keep_their_sums_while_all_turns_together():
    turned = saying("every line keeps")
    assert np.ptp([angle_between(LEVEL, frame.rule) for frame in turned]) > 35
    for frame in turned:
        on_the_sheet = angle_between(frame.rule, frame.line)
        assert on_the_sheet == pytest.approx(np.rad2deg(CLOUD.best_angle))
        second = frame.second
        apart = abs(angle_between(frame.line, second.line))
        assert apart == pytest.approx(np.rad2deg(AWAY))
        angle = np.deg2rad(angle_between(frame.rule, second.line))
        assert second.level == pytest.approx(float(height_in_tank(CLOUD.sum_of_squares(angle))))
        way = second.ways[:, 1] - second.ways[:, 0]
        np.testing.assert_allclose(way @ direction(second.line), 0, atol=1e-9)
        assert second.level == pytest.approx(float(height_in_tank((way**2).sum())))
    assert np.ptp([frame.level for frame in turned]) < 1e-9
    assert np.ptp([frame.second.level for frame in turned]) < 1e-9
    assert turned[0].second.level > 2 * turned[0].level
    assert {frame.marked for frame in turned} == {1}, "the least stays marked"
