"""Deals keep the heights; how many come as far as the points themselves is p."""

import numpy as np
import pytest

from core.fits.correlation import pearson_test
from core.tables.dataset import read_dataset
from scenes.visuals.correlation.chance.deals import MANY, Deals
from scenes.visuals.correlation.points.sets import ANSCOMBE

FIRST = read_dataset(ANSCOMBE, "x1", "y1")


def test_the_share_of_deals_as_far_out_as_ours_is_p():
    x, y = FIRST.x, FIRST.y
    p = pearson_test(x, y).p_value
    deals = Deals.at_random(x, y)
    assert deals.beyond.sum() == round(MANY * p)
    many = Deals.at_random(x, y, count=20_000)
    assert many.beyond.mean() == pytest.approx(p, abs=4 * np.sqrt(p / 20_000))


def test_the_deals_are_those_of_the_heights():
    x, y = FIRST.x, FIRST.y
    deals = Deals.at_random(x, y, count=5)
    for k in range(5):
        assert sorted(deals.places(k)) == sorted(x)
        assert deals.r[k] == pearson_test(deals.places(k), y).r
        dealt = sorted(zip(x, deals.heights(k), strict=True))
        assert dealt == sorted(zip(deals.places(k), y, strict=True)), "one deal, told in two ways"
