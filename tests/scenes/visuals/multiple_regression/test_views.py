"""A view between two others, and a sheet as a view shows it."""

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.plane.sheet import PlaneSheet
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.views import CORNER, FRONT, facing
from scenes.visuals.space.projection import View

rng = np.random.default_rng(5)
AREA, DISTANCE = rng.uniform(30, 90, 20), rng.uniform(1, 9, 20)
FLATS = Flats.of(np.stack([AREA, DISTANCE, 300 + 10 * AREA - 40 * DISTANCE + AREA**0.5], axis=1))


def test_between_two_stretched_views_is_a_third():
    middle = FRONT.towards(CORNER, 0.5)
    assert middle.stretch == pytest.approx((FRONT.stretch + CORNER.stretch) / 2)
    assert middle.lift == pytest.approx((FRONT.lift + CORNER.lift) / 2)
    assert FRONT.towards(CORNER, 1.0) == CORNER
    plain = View(0.3, 0.2, (0.0, 0.0), 1.0)
    assert FRONT.towards(plain, 1.0).project([1, 2, 3]) == pytest.approx(plain.project([1, 2, 3]))
    np.testing.assert_allclose(FRONT.project([0, 0, 0])[:2], FRONT.centre)


def test_from_the_corner_distance_runs_level_to_the_right_and_heights_stay_upright():
    floor, near, far = CORNER.project([[0, 0, -1], [0, 1, -1], [0, -1, -1]])
    assert near[1] == pytest.approx(far[1])
    assert near[0] < floor[0] < far[0]
    assert CORNER.project([0, 0, 1])[0] == pytest.approx(floor[0])
    assert facing(FLATS.by_area, CORNER, FLATS.space) > 0, "one sees its upper side"


def test_once_the_sheet_is_its_lines_it_has_no_edge_even_seen_edge_on():
    sheet = PlaneSheet(theme("dark"), FLATS)
    for lines, edge in ((0.0, 1.0), (1.0, 0.0)):
        sheet.set_shot(Shot(FRONT, FLATS.by_area, lines=lines))
        assert sheet.edge.get_stroke_opacity() == pytest.approx(edge)
