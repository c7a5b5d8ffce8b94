"""What MultipleRegression tells of its two flats: a puzzle, a way between them, a price."""

import numpy as np
import pytest

from scenes.visuals.multiple_regression.space import OF_FLATS
from scenes.visuals.multiple_regression.twins import RING
from scenes.visuals.multiple_regression.views import FRONT
from tests.scenes.multiple_regression_seen import (
    ALONE_FIT,
    FIT,
    FLATS_SHOWN,
    LARGE,
    SMALL,
    VALUES,
    WATCHED,
    assert_residuals,
    frames_of,
    in_box,
    last,
    level,
    whole,
)

ONE_DISTANCE = OF_FLATS.one_distance

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return whole()


def test_the_two_flats_of_the_puzzle_have_one_rent_and_differ_most(seen):
    assert SMALL[2] == LARGE[2]
    assert SMALL[0] < LARGE[0]
    for rent in np.unique(VALUES[:, 2]):
        assert np.ptp(VALUES[VALUES[:, 2] == rent, 0]) <= LARGE[0] - SMALL[0]
    first, second = seen.said[:2]
    assert f"{SMALL[2]:.0f} EUR" in first
    assert f"{SMALL[0]:.0f} m²" in second
    assert f"{LARGE[0]:.0f}" in second
    ends = seen.stage.pair.one_rent.level.points[[0, -1]]
    assert ends[0, 1] == pytest.approx(ends[1, 1]), "one rent is one height"


def test_the_walk_leads_on_the_sheet_from_the_one_flat_to_the_other(seen):
    walk = seen.stage.pair.walk
    places = np.array([SMALL[:2], [LARGE[0], SMALL[1]], LARGE[:2]])
    rents = FIT.predict(places)
    np.testing.assert_allclose(
        walk.corners, FRONT.project(in_box(np.column_stack([places, rents]))), atol=1e-9
    )
    steps = FIT.coefficients * (LARGE[:2] - SMALL[:2])
    np.testing.assert_allclose([walk.gained, walk.lost], steps)
    assert abs(walk.gained + walk.lost) < 0.1 * walk.gained, "they nearly cancel"


def test_moved_to_one_distance_the_flats_keep_their_residuals(seen):
    moved = FLATS_SHOWN.moved(1.0)
    np.testing.assert_allclose(moved.values[:, 1], ONE_DISTANCE, atol=1e-12)
    np.testing.assert_array_equal(moved.values[:, 0], VALUES[:, 0])
    missed = moved.values[:, 2] - FIT.predict(moved.values[:, :2])
    np.testing.assert_allclose(missed, FLATS_SHOWN.missed(FLATS_SHOWN.by_both), atol=1e-9)
    frame = last(seen, "one")
    assert_residuals(
        frame,
        moved.values,
        np.column_stack([moved.values[:, :2], FIT.predict(moved.values[:, :2])]),
        FRONT,
    )
    assert frame.level == pytest.approx(level(seen, FIT.rss))
    assert frame.slope is None, "no number runs while the flats move"


def test_at_one_distance_the_larger_of_the_two_costs_more(seen):
    small, large = FLATS_SHOWN.moved(1.0).values[list(FLATS_SHOWN.twins)]
    apart = seen.stage.pair.apart
    assert apart.dearer == pytest.approx(large[2] - small[2])
    along = float(FIT.coefficients[1]) * (SMALL[1] - LARGE[1])
    assert apart.dearer == pytest.approx(along), "what distance had taken from it"
    assert f"costs {apart.dearer:.0f} EUR more" in seen.said[-2]
    assert last(seen, "one").apart
    rise = apart.set_risen(1.0).rise.points
    at = FRONT.project(in_box(np.stack([small, large])))
    assert rise[0, 1] == pytest.approx(at[0, 1]), "from as high as the smaller one is"
    np.testing.assert_allclose(rise[[0, 3], 0], at[1, 0], atol=1e-9)
    assert rise[3, 1] == pytest.approx(at[1, 1] - RING)
    level = apart.level.points[[0, -1], 1]
    assert level[0] == pytest.approx(level[1])


def test_while_the_flats_move_the_tank_falls_from_area_alone_to_both(seen):
    moving = [f.level for f in frames_of(seen, "one") if f.shot.moved > 0]
    assert max(moving) <= level(seen, ALONE_FIT.rss) + 1e-9
    assert (np.diff(moving) <= 1e-9).all()
    assert moving[0] > 0.9 * level(seen, ALONE_FIT.rss)
