"""What r compares in Correlation: the rise of the line and the spread of the points."""

import numpy as np
import pytest

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from scenes.visuals.correlation.points.rise import Rise
from tests.scenes.correlation_seen import TABLES, TOGETHER, WATCHED, last, of, r_of, seen, wandering
from tests.scenes.on_screen import values

__all__ = ["seen"]
pytestmark = TOGETHER


def test_with_the_same_rise_r_is_larger_without_scatter(seen):
    rests = [frame for frame in of(seen, "lengths") if frame.resting]
    assert {frame.card[0] for frame in rests} == {"0.50"}
    by_spread = {round(frame.places[1].std(), 6): r_of(frame) for frame in rests}
    ours = pearson_test(TABLES[0].x, TABLES[0].y).r
    assert [by_spread[spread] for spread in sorted(by_spread)] == pytest.approx([1.0, ours])


def test_the_rise_over_the_spread_on_screen_is_r(seen):
    cell = seen.stage.cell
    chart, rise, x = cell.chart, cell.rise, TABLES[0].x
    for spread in (1.0, 2.0, 0.0):
        y = cell.heights(spread)
        rise.set_values(x, y, fit_line(x, y).slope).set_shown(4.0)
        across, _ = values(chart, rise.across.points)
        assert (across.min(), across.max()) == pytest.approx(
            (x.mean() - x.std(), x.mean() + x.std())
        )
        low, high = extent(chart, rise.rise_bar)
        least, most = extent(chart, rise.spread_bar)
        assert (high - low) / (most - least) == pytest.approx(pearson_test(x, y).r)
        assert low == pytest.approx(least), "on one foot"
        assert extent(chart, rise.cut) == pytest.approx((high, high)), "the share of the spread"
        bottom, top = extent(chart, rise.up)
        lowest, highest = extent(chart, rise.along)
        assert (highest - lowest) / 2 == pytest.approx(y.std())
        times = (high - low) / (top - bottom)
        assert times == pytest.approx(1), "bars are as long as what they stand for"
        assert most - least == pytest.approx(highest - lowest)
    rise.set_shown(0.0)
    assert not any(len(part.points) for part in rise.get_family())


def test_r_is_computed_below_the_bars(seen):
    told = [frame.compared for frame in of(seen, "lengths")]
    assert told[-1] == ["3.16", "3.16", "1.00"], "without scatter"
    for step in ("lengths", "same r"):
        for frame in (f for f in of(seen, step) if len(f.compared) == 3):
            rise, spread, share = map(float, frame.compared)
            assert share == pytest.approx(rise / spread, abs=0.006)
            assert spread == pytest.approx(2 * frame.places[1].std(), abs=0.006)
            if step == "lengths":
                assert frame.compared[2] == frame.card[2]
    assert last(seen, "same r").compared == ["3.16", "3.87", "0.82"]
    assert ["3.16"] in told, "one after the other"
    assert ["3.16", "3.87"] in told


@pytest.mark.parametrize("far", [40.0, -40.0])
def test_bars_of_lengths_that_leave_the_chart_stay_in_it(far):
    film = WATCHED.film
    cell = film.stage.cell
    x, y = TABLES[0].x, np.array([far, *TABLES[0].y[1:]]) + far
    rise = Rise(cell.chart, x, y, fit_line(x, y).slope, film.pen).set_shown(4.0)
    box = cell.chart.box
    for bar in (rise.rise_bar, rise.spread_bar):
        assert bar.points[:, 1].min() >= box.bottom
        assert bar.points[:, 1].max() <= box.top
    shares = [np.ptp(bar.points[:, 1]) for bar in (rise.rise_bar, rise.spread_bar)]
    assert shares[0] / shares[1] == pytest.approx(abs(pearson_test(x, y).r))


def extent(chart, part):
    _, y = values(chart, part.points)
    return y.min(), y.max()


def test_both_lengths_stand_still_while_the_points_wander(seen):
    at_first = last(seen, "same r").bars
    assert min(at_first) > 1.0
    for frame in wandering(seen, "same r"):
        # The sets agree in three digits.
        assert frame.bars == pytest.approx(at_first, rel=2e-3)


@pytest.mark.parametrize("spread", [0.5, 2.0])
def test_points_that_scatter_otherwise_keep_their_line(spread):
    cell, (x, y) = WATCHED.film.stage.cell, (TABLES[0].x, TABLES[0].y)
    fit, true = fit_line(x, cell.heights(spread)), fit_line(x, y)
    assert fit.slope == pytest.approx(true.slope, abs=1e-12)
    assert fit.rss == pytest.approx(spread**2 * true.rss)
    assert cell.heights(spread).mean() == pytest.approx(y.mean())
