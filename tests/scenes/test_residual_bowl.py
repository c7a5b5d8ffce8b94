"""What ResidualBowl shows is what core computes."""

import numpy as np
import pytest

from core.landscape.residual import relative_residual, residual
from core.landscape.squared import ResidualLandscape
from scenes.film import CLOSING
from scenes.residual_bowl import ASIDE, EDGE, WALL, WATCHED_ROOT
from scenes.visuals.residual_bowl.stage import LEVELS, RIM
from scenes.visuals.residual_bowl.surface import POLE_ROWS
from scenes.visuals.residual_bowl.tiles import COLUMNS, ROWS
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import RATE
from tests.scenes.residual_bowl_seen import DATA, FIT, WATCHED, frames, in_space, shown, sums

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def stage():
    return WATCHED.film.stage


def test_the_ball_stands_over_its_place_as_high_as_its_sum_of_squares(stage):
    for frame in WATCHED.frames:
        height = frame.risen * float(sums(*frame.line))
        assert frame.ball == pytest.approx(in_space(frame, stage, *frame.line, height), abs=1e-4)
    assert all(frame.risen == 0 for frame in frames("map", "tank"))
    assert all(
        frame.risen == 1 for frame in frames("levels", "cuts", "sheet", "roll", "count", "answer")
    )


def test_on_screen_a_level_is_as_high_on_its_place_as_in_the_tank(stage):
    aside = [f for f in WATCHED.frames if shown(f, stage.tank.content) and f.risen == 1]
    aside = [frame for frame in aside if frame.step != "answer"]
    assert {frame.step for frame in aside} >= {"bowl", "levels", "count"}
    for frame in aside:
        foot = in_space(frame, stage, *frame.line, 0.0)
        assert frame.ball[1] - foot[1] == pytest.approx(frame.in_tank, abs=1e-4)
        assert frame.in_tank == pytest.approx(frame.level * stage.tank.box.height, abs=1e-4)
    flown = [frame for frame in frames("bowl") if shown(frame, stage.bar)]
    assert np.ptp(flown[-1].bar[:, 1]) == pytest.approx(flown[-1].in_tank, abs=1e-6)
    landed = in_space(flown[-1], stage, *flown[-1].line, 0.0)
    assert flown[-1].bar[:, 1].min() == pytest.approx(landed[1], abs=1e-6)


def test_on_the_map_the_ball_lies_at_the_a_and_b_of_its_line(stage):
    on_map = [f for f in WATCHED.frames if shown(f, stage.space.map) and f.view.elevation > 1.57]
    assert {frame.step for frame in on_map} >= {"map", "tank", "answer"}
    for frame in on_map:
        a, b = values(stage.space.map, frame.ball[None])
        assert (a[0], b[0]) == pytest.approx(frame.line, abs=1e-4)


def test_the_level_in_the_tank_is_the_sum_of_squares_of_the_line(stage):
    filled = [frame for frame in WATCHED.frames if shown(frame, stage.tank.content)]
    assert len(filled) > 100
    for frame in filled:
        total = float(residual(DATA.x, DATA.y, *frame.line))
        assert frame.level == pytest.approx(float(stage.tank.levels.share(total)), abs=1e-4)


def test_the_poured_squares_fill_the_tank_to_the_level_that_follows(stage):
    pouring = [frame for frame in frames("tank") if shown(frame, stage.pouring)]
    assert pouring[-1].poured == pytest.approx(pouring[-1].level, abs=1e-4)
    assert pouring[-1].line == pytest.approx(pouring[0].line)


def test_read_outs_show_the_line():
    for frame in WATCHED.frames:
        assert frame.values == pytest.approx(frame.line, abs=0.051)


def test_a_dot_lies_on_the_line_where_x_is_0_as_high_as_its_b(stage):
    for frame in WATCHED.frames:
        assert shown(frame, stage.pivot)
        assert shown(frame, stage.line)
        assert frame.pivot == pytest.approx((0, frame.line[1]), abs=1e-4)
        assert frame.pivot[1] == pytest.approx(frame.values[1], abs=0.051)


def test_the_axes_say_where_0_is_and_y_starts_at_x_0(stage):
    assert stage.chart.x_scale.low == 0
    assert [label.text for label in (*stage.chart.x_labels, *stage.chart.y_labels)] == ["0", "0"]
    for frame in WATCHED.frames:
        (across, _), (_, up) = frame.zeros
        assert (across, up) == pytest.approx((0, 0), abs=1e-9)


def test_squares_and_their_tank_are_alive_from_the_bowl_to_the_end(stage):
    for frame in frames("bowl", "levels", "cuts", "sheet", "roll", "count", "answer"):
        assert shown(frame, stage.squares)
        assert shown(frame, stage.tank.content)


def test_the_tops_of_the_poles_lie_on_the_bowl(stage):
    tops = stage.poles.tops
    floor = stage.space.map
    a = floor.x_scale.low + (tops[:, 0] / floor.box.width + 0.5) * floor.x_scale.span
    b = floor.y_scale.low + (tops[:, 1] / floor.box.height + 0.5) * floor.y_scale.span
    np.testing.assert_allclose(tops[:, 2] / stage.space.unit, sums(a, b), rtol=1e-9)
    assert sums(a, b).max() == pytest.approx(1 + RIM)


def test_the_poles_grow_row_by_row_and_do_not_give_the_lowest_place_away(stage):
    _, down, heights = (stage.poles.tops * [1, -1, 1]).T
    row = np.ptp(down) / POLE_ROWS
    assert np.all(np.maximum.accumulate(down) - down <= row + 1e-9)
    assert len(heights) / 3 < np.argmin(heights) < 2 * len(heights) / 3
    assert heights[0] > np.median(heights)


def test_level_is_a_word_for_the_tank_only():
    of_the_sheet = [s.text for s in WATCHED.film.sentences if "sheet" in s.text or "ways" in s.text]
    assert len(of_the_sheet) == 3
    assert not any("level" in text.lower() for text in of_the_sheet)


def test_every_ring_is_a_level_of_the_relative_residual(stage):
    closing = frames("answer")[-1]
    assert closing.view.elevation == pytest.approx(np.pi / 2)
    rings = stage.levels.rings.far.points.reshape(len(LEVELS), -1, 3)
    for ring, level, name in zip(rings, LEVELS, stage.levels.names, strict=True):
        a, b = values(stage.space.map, ring[::4])
        np.testing.assert_allclose(relative_residual(DATA.x, DATA.y, a, b), level, rtol=1e-6)
        assert name.text == str(level)


def test_walking_along_a_ring_changes_the_line_and_not_the_level():
    heights = np.array(
        [float(relative_residual(DATA.x, DATA.y, *frame.line)) for frame in frames("levels")]
    )
    on_ring = np.abs(heights - WATCHED_ROOT**2) < 1e-6
    assert on_ring.sum() > 15
    marks = [f.mark for f, there in zip(frames("levels"), on_ring, strict=True) if there]
    levels = [f.level for f, there in zip(frames("levels"), on_ring, strict=True) if there]
    assert marks[2:] == pytest.approx(levels[2:], abs=1e-4)
    slopes = [f.line[0] for f, there in zip(frames("levels"), on_ring, strict=True) if there]
    assert np.ptp(slopes) > 0.5


def test_the_sheet_lies_flat_where_both_slopes_are_zero_and_nowhere_else(stage):
    landscape = ResidualLandscape.of(DATA.x, DATA.y)
    rolled = [frame for frame in frames("sheet", "roll") if shown(frame, stage.sheet.sheet)]
    assert all(abs(slope) > 2 for slope in landscape.gradient(*rolled[0].line))
    assert rolled[-1].line == pytest.approx((FIT.slope, FIT.intercept), abs=1e-6)
    flat = rolled[-1].view.project(np.vstack([np.zeros(3), np.eye(3)[:2]]))
    for tangent, axis in zip(rolled[-1].tangents, flat[1:] - flat[0], strict=True):
        assert np.cross(tangent, axis)[2] == pytest.approx(0, abs=1e-6)
    for ends in rolled[-1].plane_tangents:
        assert ends[0, 1] == pytest.approx(ends[1, 1], abs=1e-6)


def test_the_way_down_the_wall_goes_downhill_along_both_axes(stage):
    landscape = ResidualLandscape.of(DATA.x, DATA.y)
    view = frames("sheet")[0].view
    for share in (1.0, 0.5):
        a, b = (float(v) for v in landscape.at(share * WALL[0], WALL[1]))
        steps = landscape.slope - a, landscape.intercept - b
        assert all(s * t < 0 for s, t in zip(landscape.gradient(a, b), steps, strict=True))
        assert stage.space.shows_inside(a, b, view)


def test_the_zero_of_epsilon_rel_is_the_least_level_and_its_unit_as_high(stage):
    counted = frames("count")[-1]
    assert counted.mark == pytest.approx(counted.level, abs=1e-4)
    assert counted.line == pytest.approx((FIT.slope, FIT.intercept), abs=1e-6)
    tank = stage.tank
    for k, label in enumerate(stage.units.labels):
        total = tank.levels.low + tank.levels.span * (
            (label.anchor[1] - tank.box.bottom) / tank.box.height
        )
        assert total / FIT.rss - 1 == pytest.approx(k, abs=1e-9)
        assert label.text == str(k)
        assert shown(counted, label)
    assert all(shown(counted, name) for name in stage.levels.names)
    assert not any(shown(frame, stage.units.relative) for frame in frames("cuts", "sheet", "roll"))


def test_the_film_opens_far_from_the_best_line_and_comes_to_rest_on_it(stage):
    first, ending = frames("map")[0], frames("answer")
    assert relative_residual(DATA.x, DATA.y, *first.line) > 0.7 * EDGE**2
    resting = [frame for frame in ending if shown(frame, stage.pulse)]
    assert resting[-1].time - resting[0].time > 2
    for frame in (ending[0], *resting):
        assert frame.line == pytest.approx((FIT.slope, FIT.intercept), abs=1e-6)
    still = [frame for frame in resting if frame.still]
    held = still[-1].time - still[0].time
    assert held <= CLOSING + 1 / RATE, "the ring pulses until the very end"


def test_along_the_rings_the_level_rises_least(stage):
    aside = [f for f in frames("answer") if f.line != pytest.approx((FIT.slope, FIT.intercept))]
    rises = [float(relative_residual(DATA.x, DATA.y, *frame.line)) for frame in aside]
    assert max(rises) == pytest.approx(ASIDE**2, rel=0.05)
    landscape, plane = stage.space.landscape, stage.space.map
    best = plane.place(landscape.slope, landscape.intercept)
    far = max(np.linalg.norm(f.ball - best) for f in aside)
    ring = plane.places(*landscape.at(max(rises) ** 0.5, np.linspace(0, 2 * np.pi, 721)))
    assert far == pytest.approx(np.linalg.norm(ring - best, axis=1).max(), rel=0.01)


def test_guides_lead_from_the_best_line_to_its_slope_and_intercept(stage):
    for k, guide in enumerate(stage.guides):
        across, up = values(stage.space.map, guide.points)
        best = (FIT.slope, FIT.intercept)
        assert (across, up)[k] == pytest.approx(np.full(len(across), best[k]))
        low = (stage.space.map.y_scale, stage.space.map.x_scale)[k].low
        assert min((up, across)[k]) == pytest.approx(low, abs=0.1)


def test_in_the_end_the_lines_of_the_map_stand_out_the_better_they_are(stage):
    floor = stage.space.map
    good, fair, poor = stage.tiles.lines
    for group, least, most in ((good, 0, 1), (fair, 1, 3), (poor, 3, np.inf)):
        places = group.points.reshape(-1, 4, 3)
        a, b = values(floor, _tile_middles(places, floor.box))
        heights = np.array([sums(*line) for line in zip(a, b, strict=True)]) - 1
        assert len(heights)
        assert np.all((least <= heights) & (heights <= most))
    widths = [group.get_stroke_width() for group in (good, fair, poor)]
    assert widths[0] > widths[1] == widths[2]
    assert poor.get_stroke_color().to_hex() != fair.get_stroke_color().to_hex()


def _tile_middles(lines, box):
    """Return the middles of the tiles in which the lines lie."""
    size = np.array([box.width / COLUMNS, box.height / ROWS])
    corner = np.array([box.left, box.bottom])
    cells = np.floor((lines.mean(axis=1)[:, :2] - corner) / size)
    return np.column_stack([corner + (cells + 0.5) * size, np.zeros(len(cells))])
