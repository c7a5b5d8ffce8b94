"""In Correlation a column is pressed together: the formula's p falls and the count stays."""

import numpy as np
import pytest

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from scenes.visuals.correlation.chance.deals import Deals
from scenes.visuals.correlation.chance.press import MOST, SOME
from scenes.visuals.correlation.points.card import write_p
from scenes.visuals.writing.screen import FORMULA
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
    [(1.0, "0.82", "0.002"), (SOME, "0.90", "0.0002"), (MOST, "0.94", "0.00001")],
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


def test_ours_slides_with_its_brick_to_its_r_and_what_was_counted_stays(seen):
    width = seen.stage.lone.pile.bin
    ours = []
    for frame in of(seen, "press"):
        ours.append(frame.ours_at)
        assert frame.ours_at == pytest.approx(r_of(frame))
        assert frame.ours_at < frame.brick.min() < frame.brick.max() < frame.ours_at + 1.2 * width
        assert frame.brick.max() < 1.0, "no r is beyond"
        assert frame.counted[1]
    assert max(ours) > 0.94 > ours[0]


def test_only_ours_is_watched_and_both_p_are_large(seen):
    at_rest = [f for f in of(seen, "press") if f.resting and f.jaws is not None]
    assert at_rest
    for frame in at_rest:
        assert frame.others == 0
        assert frame.sizes[1] > FORMULA
        assert not any(frame.shares)
    assert {frame.sizes for frame in of(seen, "look") if frame.resting} == {(FORMULA, FORMULA)}


def test_the_jaws_come_together_with_the_column_and_lie_outside_it(seen):
    apart = [np.ptp(frame.jaws[:, 1]) for frame in of(seen, "press") if frame.jaws is not None]
    assert min(apart) < 0.7 * apart[-1]
    assert apart[-1] < apart[0], "they come from outside"
    cell, jaws = seen.stage.cell, seen.stage.press.jaws
    cell.move_points(*pressed(MOST))
    x, y = values(cell.chart, jaws.draw().points)
    column = pressed(MOST)[1][OTHERS]
    assert y.max() > column.max()
    assert y.min() < column.min()
    assert x.mean() == pytest.approx(8.0)
