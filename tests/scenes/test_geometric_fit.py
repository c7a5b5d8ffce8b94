"""GeometricFit's sheet: upright fits change with how it is held, shortest ways do not."""

import numpy as np
import pytest

from core.fits.line import fit_line
from scenes.visuals.geometric_fit.fan import APART, Fan
from scenes.visuals.geometric_fit.page import RADIUS, Page, chord
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


def test_each_line_is_fitted_upright_as_the_sheet_lies_and_stays_on_it():
    frame = during("page")[-1]
    drawn = [angle_between(frame.rule, line) for line in frame.tried]
    np.testing.assert_allclose(drawn, [fitted_upright(turn) for turn in TURNS], atol=1e-6)
    for frame in during("page"):
        for line, turn in zip(frame.tried, TURNS, strict=False):
            assert angle_between(frame.rule, line) == pytest.approx(fitted_upright(turn))


def test_each_fit_leaves_its_sum_on_the_tank_and_none_is_what_another_turn_finds():
    asked = during("page")[-1]
    tops = [float(trace.max()) for trace in asked.traces]
    sums = [CLOUD.sum_of_upright_squares(np.deg2rad(fitted_upright(turn)), turn) for turn in TURNS]
    np.testing.assert_allclose(tops, [stage().tank.top_of(one) for one in sums])
    assert int(np.argmin(tops)) == 2, "the third is the lowest, as it is said"
    assert "The third has the lowest sum" in WATCHED.film.sentences[6].text
    assert np.diff(np.sort(tops)).min() > 0.3, "three levels are seen"
    floor = stage().tank.box.bottom
    assert asked.level + floor == pytest.approx(tops[2])
    turned = sentence(7)[-1]
    assert angle_between(turned.rule, turned.line) == pytest.approx(fitted_upright(TURNS[2]))
    assert turned.level + floor > tops[0] + 0.1, "turned back, it has more than the first"
    assert not any(frame.traces for frame in during("middle", "dial", "spread", "again"))


def test_the_line_is_poured_beside_its_fit_and_turned_until_the_sum_is_least():
    frames = sentence(2)
    lowest = min(frame.level for frame in frames)
    assert frames[-1].level == pytest.approx(lowest)
    assert frames[0].level > lowest + 0.3
    angles = [angle_between(frame.rule, frame.line) for frame in frames]
    assert max(angles) > fitted_upright(0.0) + 5, "beyond it, the sum has risen again"


def test_the_sheet_is_turned_to_both_sides():
    for step in ("page", "shortest"):
        turns = [angle_between(LEVEL, frame.rule) for frame in during(step)]
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
    for frame in arrows:
        np.testing.assert_allclose(direction(frame.up), [0, 1], atol=1e-9)
    assert not any(frame.swung for frame in arrows), "shortest ways need no up"


def test_shortest_ways_meet_the_line_at_right_angles():
    swung = [frame for frame in during("shortest") if frame.swung]
    assert len(swung) > 10
    for frame in [*swung, *during("middle", "dial", "spread"), *sentence(-1)]:
        along = direction(frame.line)
        np.testing.assert_allclose((frame.feet - frame.starts) @ along, 0, atol=1e-9)


def test_the_line_that_is_measured_anew_is_none_of_those_before():
    known = [*(CLOUD.upright_angle(turn) for turn in TURNS), CLOUD.best_angle]
    apart = [np.abs(np.sin(stage().another - angle)) for angle in known]
    assert min(apart) > np.sin(np.deg2rad(20))


def test_however_the_sheet_is_turned_lengths_and_sum_stay():
    frames = sentence(-1)
    assert len({tuple(f.rule.ravel().round(3)) for f in frames}) > 5
    for frame in frames:
        length = np.linalg.norm(frame.feet - frame.starts, axis=1)
        np.testing.assert_allclose(length / UNIT, FIT.distances(POINTS), atol=1e-9)
        assert angle_between(frame.rule, frame.line) == pytest.approx(np.rad2deg(CLOUD.best_angle))
    turned = [frame for frame in sentence(9) if frame.swung and tilted(frame)]
    assert len(turned) > RATE
    assert np.ptp([frame.level for frame in turned]) < 1e-9


def tilted(frame):
    """Tell whether the sheet is turned."""
    return abs(angle_between(LEVEL, frame.rule)) > 1e-3


def test_at_last_the_upright_fit_meets_most_directions_and_rests_where_it_is_the_shortest():
    on_the_sheet = []
    frames = [frame for frame in during("again") if frame.fan]
    for frame in frames:
        along = direction(frame.line)
        assert along[1] / along[0] == pytest.approx(fit_line(*frame.dots.T).slope, abs=1e-9)
        np.testing.assert_allclose(frame.starts[:, 0], frame.feet[:, 0], atol=1e-9)
        on_the_sheet.append(angle_between(frame.rule, frame.line))
    swept = np.unwrap(on_the_sheet, period=180)
    assert np.ptp(swept) > 120, "almost any line is best for a moment"
    assert (np.diff(swept) <= 1e-9).all() or (np.diff(swept) >= -1e-9).all()
    last = frames[-1]
    assert np.sin(np.deg2rad(swept[-1]) - CLOUD.best_angle) == pytest.approx(0, abs=1e-9)
    assert direction(last.line)[1] == pytest.approx(0, abs=1e-9), "level, so that up is shortest"
    assert last.level == pytest.approx(height_in_tank(UNIT**2 * FIT.rss))
    level = [frame for frame in frames if frame.level < last.level + 1e-9]
    assert len(level) > 2 * RATE, "there it is held"
    assert min(frame.level for frame in frames) == pytest.approx(last.level), "nowhere else"


def test_where_the_line_lies_level_its_upright_sum_is_the_most_or_the_least_of_shortest_ones():
    sums = CLOUD.sum_of_squares(np.linspace(0, np.pi, 721))
    for said, total in ((sentence(-4), sums.max()), (sentence(-2), sums.min())):
        held = said[-1]
        assert direction(held.line)[1] == pytest.approx(0, abs=1e-9)
        assert held.level == pytest.approx(float(height_in_tank(total)), abs=1e-4)
        assert any(abs(frame.level - held.level) < 1e-9 for frame in said[:-RATE])


def test_what_the_upright_fit_leaves_on_the_sheet_are_upright_fits_in_all_directions():
    last = [frame for frame in during("again") if frame.fan][-1]
    left = [angle_between(last.rule, line) for line in last.fan]
    assert len(left) >= round(2 / 3 * np.pi / APART)
    apart = np.abs(np.diff(np.unwrap(left, period=180)))
    np.testing.assert_allclose(apart, np.rad2deg(APART), atol=1e-6)
    products = CLOUD.points.T @ CLOUD.points
    for angle in np.deg2rad(left):
        level = np.linalg.solve(products, [np.cos(angle), np.sin(angle)])
        fit = CLOUD.upright_angle(-np.arctan2(level[1], level[0]))
        assert np.sin(fit - angle) == pytest.approx(0, abs=1e-9)


def test_a_trace_is_left_once_the_fit_has_been_there():
    numbers = [len(frame.fan) for frame in during("again") if frame.fan]
    assert numbers == sorted(numbers)
    theme = WATCHED.film.theme
    assert len(Fan(CLOUD, theme).set_swept(Page(), 0.0, 0.0).points) == 4, "the first fit"
    for end in (9.0, -9.0):
        swept = Fan(CLOUD, theme).set_swept(Page(), 0.0, end)
        assert len(swept.points) == 4 * round(np.pi / APART), "no line is drawn twice"


def test_a_chord_ends_on_the_rim():
    ends = chord(0.4, 1.2)
    np.testing.assert_allclose(np.linalg.norm(ends, axis=1), RADIUS)
    np.testing.assert_allclose(ends @ [-np.sin(0.4), np.cos(0.4)], 1.2)
