"""What ResidualBowl shows is what core computes."""

from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.line import fit_line
from core.landscape.residual import relative_residual, residual
from core.landscape.squared import ResidualLandscape
from core.tables.dataset import read_dataset
from scenes.residual_bowl import EDGE, WALL, WATCHED_ROOT
from scenes.settings import HEADER_DATA
from scenes.visuals.residual_bowl.stage import LEVELS, RIM
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

DATA = read_dataset(HEADER_DATA)
FIT = fit_line(DATA.x, DATA.y)


def middle(mobject):
    points = mobject.points
    return (points.min(axis=0) + points.max(axis=0)) / 2


def share_of(tank, mobject):
    """Return how high ``mobject`` reaches in the tank, as a share of it."""
    return float((mobject.points[:, 1].max() - tank.box.bottom) / tank.box.height)


def look(film):
    """For each frame: the line on screen, the level, the ball, the sheet and the read-outs."""
    s = film.stage
    (x0, x1), (y0, y1) = values(s.chart, s.line.points[[0, -1]])
    a = (y1 - y0) / (x1 - x0)
    return SimpleNamespace(
        step=film.steps[-1][0],
        shown={id(part) for top in film.mobjects for part in top.get_family()},
        line=(float(a), float(y0 - a * x0)),
        level=share_of(s.tank, s.tank.content),
        poured=share_of(s.tank, s.pouring.submobjects[-1]),
        values=tuple(float(value.number.text) for value in s.values),
        gradient=tuple(float(value.number.text) for value in s.gradient),
        ball=middle(s.ball.disc),
        foot=s.ball.pole.points[0].copy(),
        view=s.view(),
        lift=s.lifted(),
        tangents=[part.points[-1] - part.points[0] for part in (s.sheet.along_a, s.sheet.along_b)],
        cuts=[cut.points.copy() for cut in s.cuts],
    )


WATCHED = Watched("ResidualBowl", look)
pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def stage():
    return WATCHED.film.stage


def frames(*steps):
    return [frame for frame in WATCHED.frames if frame.step in steps]


def shown(frame, part):
    return id(part) in frame.shown


def in_space(frame, stage, a, b, height):
    """Return the place on screen of a line at a height in units of the least sum."""
    return frame.view.project(stage.space.points(a, b, height, frame.lift))


def test_the_ball_stands_over_its_place_as_high_as_its_sum_of_squares(stage):
    for frame in WATCHED.frames:
        a, b = frame.line
        height = float(relative_residual(DATA.x, DATA.y, a, b)) + frame.lift
        assert frame.ball == pytest.approx(in_space(frame, stage, a, b, height), abs=1e-4)
        assert frame.foot == pytest.approx(in_space(frame, stage, a, b, 0.0), abs=1e-4)


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


def test_read_outs_show_the_line_and_the_slopes_of_the_bowl(stage):
    landscape = ResidualLandscape.of(DATA.x, DATA.y)
    for frame in WATCHED.frames:
        assert frame.values == pytest.approx(frame.line, abs=0.051)
        if shown(frame, stage.gradient[0]):
            assert frame.gradient == pytest.approx(landscape.gradient(*frame.line), abs=0.051)


def test_the_tops_of_the_poles_lie_on_the_bowl(stage):
    tops = stage.poles.tops
    floor = stage.space.map
    a = floor.x_scale.low + (tops[:, 0] / floor.box.width + 0.5) * floor.x_scale.span
    b = floor.y_scale.low + (tops[:, 1] / floor.box.height + 0.5) * floor.y_scale.span
    sums = residual(DATA.x, DATA.y, a, b) / FIT.rss
    np.testing.assert_allclose(tops[:, 2] / stage.space.unit(1.0), sums, rtol=1e-9)
    assert sums.max() == pytest.approx(1 + RIM)


def test_every_ring_is_a_level_of_the_relative_residual(stage):
    closing = frames("answer")[-1]
    assert closing.view.elevation == pytest.approx(np.pi / 2)
    rings = stage.levels.rings.points.reshape(len(LEVELS), -1, 3)
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
    slopes = [f.line[0] for f, there in zip(frames("levels"), on_ring, strict=True) if there]
    assert np.ptp(slopes) > 0.5


def test_each_cut_changes_one_number_only_and_reaches_the_rim_on_both_sides(stage):
    a, b = stage.space.landscape.at(*WALL)
    ending = frames("cuts")[-1]
    for k, cut in enumerate(stage.cuts):
        for end, change in zip((0, -1), cut.reach(float(a), float(b)), strict=True):
            line = (a + change, b) if k == 0 else (a, b + change)
            assert relative_residual(DATA.x, DATA.y, *line) == pytest.approx(RIM)
            expected = in_space(ending, stage, *line, RIM)
            assert ending.cuts[k][end] == pytest.approx(expected, abs=1e-6)


def test_the_sheet_touches_along_both_cuts(stage):
    frame = frames("sheet")[6]
    step = 1e-6
    for k, tangent in enumerate(frame.tangents):
        line = np.array(frame.line)
        ends = [line + sign * step * np.eye(2)[k] for sign in (-1, 1)]
        low, high = (
            in_space(frame, stage, *end, float(relative_residual(DATA.x, DATA.y, *end)))
            for end in ends
        )
        along = (high - low) / np.linalg.norm(high - low)
        assert tangent / np.linalg.norm(tangent) == pytest.approx(along, abs=1e-3)


def test_the_sheet_is_level_where_the_gradient_is_zero_and_nowhere_else(stage):
    rolled = [frame for frame in frames("sheet") if shown(frame, stage.gradient[0])]
    assert all(abs(slope) > 0.3 for slope in rolled[0].gradient)
    assert rolled[-1].gradient == (0, 0)
    assert rolled[-1].line == pytest.approx((FIT.slope, FIT.intercept), abs=1e-6)
    flat = rolled[-1].view.project(np.vstack([np.zeros(3), np.eye(3)[:2]]))
    for tangent, axis in zip(rolled[-1].tangents, flat[1:] - flat[0], strict=True):
        assert np.cross(tangent, axis)[2] == pytest.approx(0, abs=1e-6)


def test_the_way_down_the_wall_goes_downhill_along_both_axes():
    landscape = ResidualLandscape.of(DATA.x, DATA.y)
    for share in (1.0, 0.5):
        a, b = (float(v) for v in landscape.at(share * WALL[0], WALL[1]))
        steps = landscape.slope - a, landscape.intercept - b
        assert all(s * t < 0 for s, t in zip(landscape.gradient(a, b), steps, strict=True))


def test_the_film_opens_far_from_the_best_line_and_ends_on_it():
    first, last = frames("map")[0], frames("answer")[-1]
    assert relative_residual(DATA.x, DATA.y, *first.line) > 0.7 * EDGE**2
    assert last.line == pytest.approx((FIT.slope, FIT.intercept), abs=1e-6)
    moving = frames("answer")[-4]
    assert moving.line != pytest.approx(last.line, abs=1e-3)
