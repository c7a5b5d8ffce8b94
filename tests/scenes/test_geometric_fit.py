"""GeometricFit's sheet: upright fits change with how it is held, shortest ways do not."""

import numpy as np
import pytest

from core.fits.line import fit_line
from scenes.visuals.geometric_fit.fan import APART, Fan
from scenes.visuals.geometric_fit.page import RADIUS, Page, chord
from tests.scenes.geometric_fit_seen import (
    CLOUD,
    FIT,
    POINTS,
    TURNS,
    UNIT,
    WATCHED,
    angle_between,
    direction,
    fitted_upright,
    squares,
    watched,
)

LEVEL = [[0.0, 0.0], [1.0, 0.0]]
pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return watched(WATCHED.film, WATCHED.frames)


def test_the_lines_differ_enough_to_be_seen():
    best = np.rad2deg(CLOUD.best_angle)
    angles = sorted([*(fitted_upright(turn) for turn in TURNS), best])
    assert np.diff(angles).min() > 7
    assert best - fitted_upright(0.0) > 15


def test_each_line_is_fitted_upright_as_the_sheet_lies_and_stays_on_it(seen):
    frame = seen.of("page")[-1]
    drawn = [angle_between(frame.rule, line) for line in frame.tried]
    np.testing.assert_allclose(drawn, [fitted_upright(turn) for turn in TURNS], atol=1e-6)
    for frame in seen.of("page"):
        for line, turn in zip(frame.tried, TURNS, strict=False):
            assert angle_between(frame.rule, line) == pytest.approx(fitted_upright(turn))


def test_the_sheet_is_turned_to_both_sides(seen):
    for step in ("page", "shortest"):
        turns = [angle_between(LEVEL, frame.rule) for frame in seen.of(step)]
        assert min(turns) == pytest.approx(np.rad2deg(min(TURNS)))
        assert max(turns) == pytest.approx(np.rad2deg(max(TURNS)))


def test_upright_ways_go_straight_up_to_the_line_and_fill_the_tank(seen):
    tank = seen.stage.tank
    poured = [f for f in seen.of("page") if f.measured and f.level > 0 and not f.pouring]
    for frame in poured:
        np.testing.assert_allclose(frame.starts[:, 0], frame.feet[:, 0], atol=1e-9)
        along = direction(frame.line)
        on_line = frame.feet - frame.line[0]
        np.testing.assert_allclose(on_line @ [-along[1], along[0]], 0, atol=1e-9)
    levels = [tank.box.height * tank.levels.share(squares(f)) for f in poured]
    np.testing.assert_allclose([f.level for f in poured], levels, atol=1e-9)
    assert np.ptp(levels) > 1, "while the sheet turns, the sum changes"


def test_the_squares_that_pour_fill_the_tank_as_high_as_their_sum(seen):
    pouring = seen.stage.pouring
    ring = pouring.set_share(0.0).submobjects[0].points[::4]
    sides = np.linalg.norm(np.diff(ring, axis=0), axis=1)
    np.testing.assert_allclose(sides, sides[0])
    pouring.set_share(1.0)
    top = max(part.points[:, 1].max() for part in pouring.submobjects)
    total = CLOUD.sum_of_upright_squares(np.deg2rad(fitted_upright(0.0)), 0.0)
    assert top == pytest.approx(seen.stage.tank.top_of(total))


def test_up_stays_up_while_the_sheet_turns(seen):
    arrows = [f for f in seen.of("page", "shortest", "again") if f.up is not None]
    assert np.ptp([angle_between(LEVEL, f.rule) for f in arrows]) > 40
    for frame in arrows:
        np.testing.assert_allclose(direction(frame.up), [0, 1], atol=1e-9)
    assert not any(frame.swung for frame in arrows), "shortest ways need no up"


def test_shortest_ways_meet_the_line_at_right_angles(seen):
    swung = [frame for frame in seen.of("shortest") if frame.swung]
    assert len(swung) > 10
    for frame in [*swung, *seen.of("middle", "dial", "spread"), *closing(seen)]:
        along = direction(frame.line)
        np.testing.assert_allclose((frame.feet - frame.starts) @ along, 0, atol=1e-9)


def test_the_line_that_is_measured_anew_is_none_of_those_before(seen):
    known = [*(CLOUD.upright_angle(turn) for turn in TURNS), CLOUD.best_angle]
    apart = [np.abs(np.sin(seen.stage.another - angle)) for angle in known]
    assert min(apart) > np.sin(np.deg2rad(20))


def test_however_the_sheet_is_turned_lengths_and_sum_stay(seen):
    frames = closing(seen)
    assert len({tuple(f.rule.ravel().round(3)) for f in frames}) > 5
    for frame in frames:
        length = np.linalg.norm(frame.feet - frame.starts, axis=1)
        np.testing.assert_allclose(length / UNIT, FIT.distances(POINTS), atol=1e-9)
        assert angle_between(frame.rule, frame.line) == pytest.approx(np.rad2deg(CLOUD.best_angle))
    turned = [frame for frame in seen.of("shortest") if frame.swung]
    assert np.ptp([frame.level for frame in turned]) < 1e-9


def test_at_last_the_upright_fit_meets_every_direction_of_the_sheet(seen):
    on_the_sheet = []
    for frame in (frame for frame in seen.of("again") if frame.fan):
        along = direction(frame.line)
        assert along[1] / along[0] == pytest.approx(fit_line(*frame.dots.T).slope)
        np.testing.assert_allclose(frame.starts[:, 0], frame.feet[:, 0], atol=1e-9)
        on_the_sheet.append(angle_between(frame.rule, frame.line))
    swept = np.unwrap(on_the_sheet, period=180)
    assert np.ptp(swept) == pytest.approx(180)
    assert (np.diff(swept) <= 1e-9).all() or (np.diff(swept) >= -1e-9).all()


def closing(seen):
    """Return the last frames: those of the last sentence."""
    start = seen.film.sentences[-1].start
    return [frame for frame in seen.of("again") if frame.time > start]


def test_what_the_upright_fit_leaves_on_the_sheet_are_upright_fits_in_all_directions(seen):
    last = [frame for frame in seen.of("again") if frame.fan][-1]
    left = [angle_between(last.rule, line) for line in last.fan]
    assert len(left) == round(np.pi / APART)
    np.testing.assert_allclose(np.diff(np.sort(left)), np.rad2deg(APART), atol=1e-6)
    products = CLOUD.points.T @ CLOUD.points
    for angle in np.deg2rad(left):
        level = np.linalg.solve(products, [np.cos(angle), np.sin(angle)])
        fit = CLOUD.upright_angle(-np.arctan2(level[1], level[0]))
        assert np.sin(fit - angle) == pytest.approx(0, abs=1e-9)


def test_a_trace_is_left_once_the_fit_has_been_there(seen):
    numbers = [len(frame.fan) for frame in seen.of("again") if frame.fan]
    assert numbers == sorted(numbers)
    theme = seen.film.theme
    assert len(Fan(CLOUD, theme).set_swept(Page(), 0.0, 0.0).points) == 4, "the first fit"
    swept = Fan(CLOUD, theme).set_swept(Page(), 0.0, 9.0)
    assert len(swept.points) == 4 * round(np.pi / APART), "no line is drawn twice"


def test_a_chord_ends_on_the_rim():
    ends = chord(0.4, 1.2)
    np.testing.assert_allclose(np.linalg.norm(ends, axis=1), RADIUS)
    np.testing.assert_allclose(ends @ [-np.sin(0.4), np.cos(0.4)], 1.2)
