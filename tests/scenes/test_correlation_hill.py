"""The formula's hill in Correlation over the bricks that it fits and those that it does not fit."""

import itertools

import numpy as np
import pytest

from core.fits.correlation import density_by_chance, pearson_test
from scenes.visuals.correlation.deals import MANY
from scenes.visuals.correlation.tally import BRICK
from tests.scenes.correlation_seen import (
    CORNERS_OF_A_BRICK,
    TOGETHER,
    last,
    seen,
)
from tests.scenes.on_screen import values

__all__ = ["seen"]
pytestmark = TOGETHER


def expected(pile, low, high):
    """Return how many bricks the formula expects between two r."""
    r = np.linspace(low, high, 2001)
    return pile.deals.r.size * np.trapezoid(density_by_chance(r, pile.deals.y.size), r)


def all_hills(seen):
    return [frame.hills for frame in seen.frames if frame.step == "hill"]


def test_the_hill_over_each_pile_is_the_density_of_core(seen):
    stage = seen.stage
    hills = [next(h[k] for h in all_hills(seen)[::-1] if h[k] is not None) for k in (0, 1)]
    for pile, hill in zip((stage.chance.pile, stage.lone.pile), hills, strict=True):
        r, bricks = values(pile.chart, hill)
        ends = slice(None, None, 3)
        density = density_by_chance(np.clip(r[ends], -1, 1), pile.deals.y.size)
        in_all = pile.deals.r.size * pile.bin
        np.testing.assert_allclose(bricks[ends], in_all * density, atol=2e-3 * in_all)


def test_the_hill_fits_the_thousand_bricks_and_not_the_eleven(seen):
    far = {}
    for chance in (seen.stage.chance, seen.stage.lone):
        pile, ours = chance.pile, chance.deals.ours
        far[pile.deals.r.size] = chance.deals.beyond.sum(), 2 * expected(pile, ours, 1.0)
    (counted, told), (alone, hardly) = far[MANY], far[11]
    assert (counted, alone) == (2, 1)
    assert told == pytest.approx(counted, abs=0.5), "the formula's p"
    assert hardly < 0.03
    r, bin_ = seen.stage.chance.deals.r, seen.stage.chance.pile.bin
    edges = np.arange(-9, 10) * bin_
    count, _ = np.histogram(r, edges)
    hill = [expected(seen.stage.chance.pile, *ends) for ends in itertools.pairwise(edges)]
    assert np.abs(count - hill).sum() < 0.12 * MANY


def test_the_hill_stands_over_the_bricks_before_it_falls(seen):
    first = next(frame for frame in seen.frames if frame.hills[0] is not None)
    assert first.step == "same p"
    assert last(seen, "eleven").hills == [None, None]
    assert any(all(hill is not None for hill in two) for two in all_hills(seen)), "over both"
    before, after = last(seen, "hill").hills
    assert before is None
    assert after is not None
    assert seen.frames[-1].hills == [None, None]


def test_bricks_as_far_out_as_ours_are_counted_alike_in_both_piles(seen):
    assert last(seen, "thousand").tallies == [True, False]
    assert last(seen, "eleven").tallies == [False, True]
    for chance, said in ((seen.stage.chance, "2 of 1000"), (seen.stage.lone, "1 of 11")):
        tally, far = chance.tally, int(chance.deals.beyond.sum())
        assert said in tally.words.submobjects[0].typst_code
        bricks = tally.set_flown(1.0).bricks.points.reshape(far, CORNERS_OF_A_BRICK, 3)
        np.testing.assert_allclose(np.ptp(bricks, axis=1), [BRICK] * far)
        assert bricks[..., 0].max() < tally.words.get_left()[0]
        assert not len(tally.set_flown(0.0).bricks.points)
        start = tally.set_flown(1e-9).bricks.points.mean(axis=0)
        np.testing.assert_allclose(start, chance.pile.far.points.mean(axis=0), atol=1e-6)


def test_p_by_the_formula_and_as_counted_stand_beside_each_other_while_there_is_a_column(seen):
    stage = seen.stage
    written = {
        one: [part.submobjects[0].typst_code for part in one] for one in (stage.fit, stage.answer)
    }
    for one, deals in ((stage.fit, stage.chance.deals), (stage.answer, stage.lone.deals)):
        formula = f"{pearson_test(deals.x, deals.y).p_value:.3f}"
        assert any(formula in code for code in written[one])
        assert any(deals.share in code for code in written[one])
    assert (stage.chance.deals.share, stage.lone.deals.share) == ("0.002", "0.09")
    assert last(seen, "hill").answered
    look = [f for f in seen.frames if f.step == "look"]
    assert all(frame.p_is_seen for frame in look)
    assert look[0].still_counted
    assert not look[-1].still_counted
