"""The lines of any table are named where their names are clear of each other, and true."""

import numpy as np
import pytest

from core.palette import theme
from scenes.visuals.multiple_regression.box.labels import RIGHTMOST, LineNames
from scenes.visuals.multiple_regression.flats import Flats
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.views import CORNER, FRONT
from scenes.visuals.writing.pen import Pen

rng = np.random.default_rng(3)
MASS, SPEED = rng.uniform(800, 2000, 30), rng.uniform(60, 180, 30)
USED = 0.003 * MASS + 0.03 * SPEED + rng.normal(0, 0.4, 30)


def names_of(second, unit, view=FRONT):
    """Return the lines' names, and the texts of those that are seen."""
    flats = Flats.of(np.stack([MASS, second, USED], axis=1))
    names = LineNames(Pen(theme("dark")), flats, unit)
    names.set_shot(Shot(view, flats.by_both, lines=1.0, named=1.0))
    return names, [n.text for n in names.numbers if n.get_fill_opacity()], flats


def test_where_lines_lie_close_above_each_other_the_first_and_the_last_are_named():
    names, seen, flats = names_of(SPEED, "km/h")
    low, *_, high = flats.space.distances
    assert seen == [f"{low:.0f}", f"{high:.0f}"]
    assert names.numbers[0].get_top()[1] < names.numbers[-1].get_bottom()[1]
    assert names.numbers[-1].get_right()[0] <= RIGHTMOST + 0.01


def test_where_lines_end_beside_each_other_all_are_named():
    _, seen, flats = names_of((MASS - 800) / 120 + rng.uniform(-3, 3, 30), "km")
    assert len(seen) == len(flats.space.distances)


@pytest.mark.parametrize("view", [FRONT, CORNER])
def test_no_number_is_seen_without_its_power_of_ten_nor_from_the_corner(view):
    names, seen, _ = names_of(SPEED * (1e6 if view == FRONT else 1.0), "km/h", view)
    unit = max(part.get_fill_opacity() for part in names.unit.family_members_with_points())
    assert not seen or unit == 1
    assert view == FRONT or not seen
