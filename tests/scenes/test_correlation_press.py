"""In Correlation a column is pressed together: the formula's p falls and the count stays."""

import numpy as np
import pytest

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from scenes.visuals.correlation.chance.deals import Deals
from scenes.visuals.correlation.chance.press import HALF, MOST
from scenes.visuals.correlation.points.card import write_p
from tests.scenes.correlation_seen import LONE, TABLES, TOGETHER, of, r_of, seen
from tests.scenes.on_screen import values

__all__ = ["seen"]
pytestmark = TOGETHER

OTHERS = np.arange(11) != LONE


def pressed(spread):
    """Return the last set with a share of the spread of its column."""
    x, y = TABLES[3].x, TABLES[3].y
    mean = y[OTHERS].mean()
    return x, np.where(OTHERS, mean + spread * (y - mean), y)


@pytest.mark.parametrize(
    ("spread", "r", "p"),
    [(1.0, "0.82", "0.002"), (HALF, "0.94", "0.00001"), (MOST, "0.98", "0.0000002")],
)
def test_core_says_what_is_seen_where_the_press_rests(seen, spread, r, p):
    x, y = pressed(spread)
    test, fit, true = pearson_test(x, y), fit_line(x, y), fit_line(x, TABLES[3].y)
    assert (f"{test.r:.2f}", write_p(test.p_value)) == (r, p)
    assert (fit.slope, fit.intercept) == pytest.approx((true.slope, true.intercept), abs=1e-12)
    assert Deals.of_the_lone_place(x, y, LONE).how_many == "1 of 11"
    at_rest = [f for f in of(seen, "press") if f.resting and f.p_is_seen and f.p == p]
    assert at_rest
    for frame in at_rest:
        np.testing.assert_allclose(np.sort(frame.places[1]), np.sort(y))
        assert frame.card[2] == r


def test_slope_and_intercept_stand_still_while_r_grows_and_p_falls(seen):
    frames = of(seen, "press")
    assert {tuple(frame.card[:2]) for frame in frames} == {("0.50", "3.00")}
    least = int(np.argmax([r_of(frame) for frame in frames]))
    falling = [float(frame.p) for frame in frames[: least + 1]]
    assert falling == sorted(falling, reverse=True)
    assert len(set(falling)) > 4, "it runs"
    assert frames[-1].p == "0.002", "it springs back"


def test_each_brick_lies_over_its_r_and_one_of_eleven_is_ours_however_they_are_pressed(seen):
    width = seen.stage.lone.pile.bin
    for frame in of(seen, "press"):
        x, y = frame.places
        spread = np.ptp(y[x < x.max()]) / np.ptp(TABLES[3].y[OTHERS])
        r = Deals.of_the_lone_place(*pressed(spread), LONE).r
        bricks, high = frame.piles
        assert (np.abs(np.sort(bricks) - np.sort(r)) < width / 2 + 1e-9).all()
        assert bricks.max() == pytest.approx(r.max()), "ours stands on its mark"
        assert frame.ours_at == pytest.approx(r_of(frame))
        assert high.max() + 0.5 <= seen.stage.press.room
        assert frame.counted[1]
        if frame.resting:
            assert len(set(zip(bricks.round(6), high.round(6), strict=True))) == 11


def test_the_jaws_come_together_with_the_column_and_lie_outside_it(seen):
    apart = [np.ptp(frame.jaws[:, 1]) for frame in of(seen, "press") if frame.jaws is not None]
    assert min(apart) < 0.7 * apart[0]
    assert apart[-1] == pytest.approx(apart[0])
    cell, jaws = seen.stage.cell, seen.stage.press.jaws
    cell.move_points(*pressed(HALF))
    x, y = values(cell.chart, jaws.draw().points)
    column = pressed(HALF)[1][OTHERS]
    assert y.max() > column.max()
    assert y.min() < column.min()
    assert x.mean() == pytest.approx(8.0)
