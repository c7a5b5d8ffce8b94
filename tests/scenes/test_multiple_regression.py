"""What MultipleRegression shows is what the fit of several variables says."""

from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from scenes.visuals.multiple_regression.flats import RENT, Flats, edge_on, facing, in_box
from scenes.visuals.multiple_regression.sheet import FlatsBeside, PlaneSheet
from scenes.visuals.multiple_regression.stage import COLUMNS, CORNER, FRONT
from scenes.visuals.space.points import FLATS, read_points
from scenes.visuals.space.projection import View
from tests.scenes.rehearsal import Watched

VALUES = read_points(FLATS, COLUMNS)
FIT = fit_multiple(VALUES[:, :2], VALUES[:, 2])
ALONE = fit_line(VALUES[:, 0], VALUES[:, 2])
FLATS_SHOWN = Flats.of(VALUES)


def look(film):
    """For each frame: the step, all residuals as strokes on the screen, and the tank."""
    stage = film.stage
    strokes = np.concatenate(
        [side.residuals.points.reshape(-1, 4, 3) for side in (stage.behind, stage.before)]
    )
    return SimpleNamespace(
        step=film.steps[-1][0],
        starts=strokes[:, 0],
        feet=strokes[:, -1],
        level=float(np.ptp(stage.tank.content.points[:, 1])),
        said=[one.text for one in film.sentences],
    )


WATCHED = Watched("MultipleRegression", look)
pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    film = WATCHED.film
    return SimpleNamespace(stage=film.stage, frames=WATCHED.frames, film=film)


def last(seen, step):
    return [frame for frame in seen.frames if frame.step == step][-1]


def in_any_order(places):
    return np.array(sorted(places[:, :2].round(6).tolist()))


def level(seen, total):
    tank = seen.stage.tank
    return float(tank.box.height * tank.levels.share(total))


def test_area_alone_is_the_line_of_one_variable(seen):
    plane = FLATS_SHOWN.by_area
    assert (plane.per_area, plane.per_distance) == pytest.approx((ALONE.slope, 0.0))
    assert plane.intercept == pytest.approx(ALONE.intercept)
    assert last(seen, "area").level == pytest.approx(level(seen, ALONE.rss))


def test_the_sheet_ends_at_the_fitted_plane(seen):
    plane = FLATS_SHOWN.by_both
    fitted = (FIT.intercept, *FIT.coefficients)
    assert (plane.intercept, plane.per_area, plane.per_distance) == pytest.approx(fitted)
    assert last(seen, "tilt").level == pytest.approx(level(seen, FIT.rss))


def test_no_sheet_on_the_way_has_less_squares(seen):
    tilting = [frame.level for frame in seen.frames if frame.step == "tilt"]
    assert min(tilting) == pytest.approx(level(seen, FIT.rss))


def test_every_residual_runs_from_its_flat_to_the_sheet(seen):
    feet = np.column_stack([VALUES[:, :2], FIT.predict(VALUES[:, :2])])
    frame = last(seen, "tilt")
    np.testing.assert_allclose(
        in_any_order(frame.starts), in_any_order(CORNER.project(in_box(VALUES))), atol=2e-6
    )
    np.testing.assert_allclose(
        in_any_order(frame.feet), in_any_order(CORNER.project(in_box(feet))), atol=2e-6
    )


def test_from_the_front_one_sees_rent_against_area(seen):
    seen_from_front = FRONT.project(in_box(VALUES))
    along = np.polyfit(VALUES[:, 0], seen_from_front[:, 0], 1)
    np.testing.assert_allclose(np.polyval(along, VALUES[:, 0]), seen_from_front[:, 0], atol=1e-9)
    np.testing.assert_allclose(
        in_any_order(last(seen, "area").starts), in_any_order(seen_from_front), atol=2e-6
    )


def test_edge_on_the_sheet_is_a_line(seen):
    plane = FLATS_SHOWN.by_both
    view = seen.stage.edge_view
    X = np.random.default_rng(5).uniform([20, 0], [100, 10], (30, 2))
    places = view.project(in_box(np.column_stack([X, plane.rent(*X.T)])))[:, :2]
    spread = np.linalg.svd(places - places.mean(axis=0), compute_uv=False)
    assert spread[1] < 1e-9 * spread[0]
    assert facing(plane, view) == pytest.approx(0, abs=1e-12)
    assert view.azimuth == edge_on(plane)
    assert places[np.argmax(X[:, 0]), 0] > places[np.argmin(X[:, 0]), 0], "area to the right"


def test_the_sheet_ends_where_the_box_ends(seen):
    sheet = PlaneSheet(seen.film.theme).set_plane(FLATS_SHOWN.by_both, FRONT)
    heights = sheet.edge.points[:, 1]
    low, high = FRONT.project(in_box([[20.0, 0.0, RENT.low], [20.0, 0.0, RENT.high]]))[:, 1]
    assert heights.min() >= low - 1e-9
    assert heights.max() <= high + 1e-9


def test_from_above_the_flats_above_the_sheet_lie_before_it_and_from_below_behind_it(seen):
    plane = FLATS_SHOWN.by_both
    above = int(np.sum(FLATS_SHOWN.missed(plane) > 0))
    before = FlatsBeside(seen.film.theme, before=True)
    for elevation, expected in ((1.2, above), (-1.2, len(VALUES) - above)):
        view = View(-2.4, elevation, (0.0, 0.0), 1.0)
        drawn = before.set_plane(VALUES, plane, view).residuals.points
        assert len(drawn.reshape(-1, 4, 3)) == expected


@pytest.mark.parametrize("name", ["area_step", "distance_step"])
def test_a_step_starts_and_ends_on_the_sheet_and_rises_by_its_slope(seen, name):
    step = getattr(seen.stage, name)
    start, _, top = step.corners
    for corner in (start, top):
        values = _values(corner)
        assert values[2] == pytest.approx(float(FIT.predict(values[None, :2])[0]))
    k = 0 if name == "area_step" else 1
    run = _values(step.corners[1])[k] - _values(step.corners[0])[k]
    assert step.rise == pytest.approx(FIT.coefficients[k] * run)


def _values(point):
    low, high = in_box([[20.0, 0.0, RENT.low], [100.0, 10.0, RENT.high]])
    share = (point - low) / (high - low)
    return np.array([20.0, 0.0, RENT.low]) + share * np.array([80.0, 10.0, RENT.span])


def test_what_is_said_of_the_steps_agrees_with_the_fit(seen):
    said = " ".join(last(seen, "why").said)
    per_area, per_distance = FIT.coefficients
    assert f"{20 * per_area:.0f} EUR more" in said
    assert per_distance < 0
    assert f"{-4 * per_distance:.0f} EUR less" in said
    assert f"{FIT.rss / ALONE.rss:.0%} remain" in said
    assert f"{ALONE.slope:.0f} EUR per m²" in said


def test_moved_to_one_distance_the_flats_keep_their_residuals(seen):
    moved = FLATS_SHOWN.at_one_distance(1.0)
    assert np.ptp(moved[:, 1]) < 1e-12
    missed = moved[:, 2] - FIT.predict(moved[:, :2])
    np.testing.assert_allclose(missed, FLATS_SHOWN.missed(FLATS_SHOWN.by_both), atol=1e-9)
    np.testing.assert_allclose(
        in_any_order(last(seen, "why").starts),
        in_any_order(FRONT.project(in_box(moved))),
        atol=2e-6,
    )
