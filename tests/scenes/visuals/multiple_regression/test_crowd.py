"""Behind the few points of the opening lie all points of the table, where the front shows them."""

import numpy as np

from scenes.visuals.multiple_regression.box.crowd import crowd
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.plot.beyond import Beyond
from scenes.visuals.plot.density import Density

rng = np.random.default_rng(23)
DISTANCE = rng.gamma(2, 3, 3000)
AREA = 40 + 4 * DISTANCE + rng.normal(0, 15, 3000)
VALUES = np.stack([AREA, DISTANCE, 9 * AREA - 30 * DISTANCE + rng.normal(0, 80, 3000)], axis=1)


def test_each_point_lies_in_a_cell_or_has_a_mark():
    flats = Flats.of(VALUES, shown=VALUES[:60])
    parts = crowd(VALUES, flats.space, "#ffffff")
    assert [type(part) for part in parts] == [Density, Beyond]
    cells = parts[0].submobjects[0].points.reshape(-1, 4, 4, 3)[:, :, 0, :2]
    low, high = cells.min(axis=1), cells.max(axis=1)
    places = FRONT.project(flats.space.in_box(VALUES))[:, None, :2]
    slack = 1e-9
    seen = ((low - slack <= places) & (places <= high + slack)).all(axis=2).any(axis=1)
    shares = np.stack([flats.space.area.share(AREA), flats.space.rent.share(VALUES[:, 2])])
    inside = ((shares >= 0) & (shares <= 1)).all(axis=0)
    assert np.array_equal(seen, inside)
    assert 0.9 < inside.mean() < 1
