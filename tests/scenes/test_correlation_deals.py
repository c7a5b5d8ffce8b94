"""What chance does in Correlation: heights are dealt out anew, each deal is a brick over its r."""

import numpy as np
import pytest

from core.fits.line import fit_line
from scenes.visuals.correlation.deals import MANY
from tests.scenes.correlation_seen import (
    CORNERS_OF_A_BRICK,
    LONE,
    TABLES,
    TOGETHER,
    last,
    of,
    r_of,
    seen,
)

EXACT = 1e-9

__all__ = ["seen"]
pytestmark = TOGETHER


def test_dealt_points_slide_on_the_same_heights_to_the_same_places(seen):
    data = TABLES[0]
    for frame in of(seen, "deal"):
        np.testing.assert_allclose(frame.places[1], data.y)
        if frame.resting:  # one of them is away while the first height goes alone
            assert set(frame.places[0].round(9)) <= set(data.x)


def test_one_height_goes_first_then_another_takes_its_place_then_all_go(seen):
    moved = [int((frame.places[0] != TABLES[0].x).sum()) for frame in of(seen, "deal")]
    assert list(dict.fromkeys(moved))[:3] == [0, 1, 2]
    assert max(moved) > len(TABLES[0].x) / 2


def test_a_brick_falls_for_each_deal(seen):
    assert last(seen, "deal").bricks == 1
    assert r_of(last(seen, "deal")) == pytest.approx(seen.stage.chance.deals.r[0])
    assert max(f.bricks for f in of(seen, "thousand")) == MANY


def test_all_deals_of_the_last_set_are_seen_and_one_in_eleven_reaches_our_r(seen):
    x, y = TABLES[3].x, TABLES[3].y
    assert np.unique(np.delete(x, LONE)).size == 1, "all other x are equal"
    deals = seen.stage.lone.deals
    assert deals.beyond.tolist() == [False] * 10 + [True]
    # Their x and y are the same numbers in each deal: r is as steep as the line.
    slopes = [fit_line(deals.x, deals.heights(k)).slope for k in range(y.size)]
    steep = [line.a for line in seen.stage.fan]
    assert steep == pytest.approx(slopes)
    np.testing.assert_allclose(deals.r / deals.r[-1], np.array(steep) / steep[-1], rtol=1e-9)
    rests = [f.places for f in of(seen, "eleven") if f.resting]
    assert {float(heights[int(np.argmax(places))]) for places, heights in rests} == set(y)
    assert last(seen, "eleven").lines == y.size - 1, "all but the line itself"
    assert last(seen, "eleven").lone_bricks == y.size, "one for each"


def test_the_bricks_lie_over_their_r_and_those_that_count_on_the_far_side_of_ours(seen):
    pile = seen.stage.chance.pile
    deals = pile.deals
    np.testing.assert_array_less(np.abs(pile.x - deals.r), pile.bin / 2 + 1e-12)
    assert len(set(zip(pile.x, pile.y, strict=True))) == deals.r.size, "no two in one place"
    inner_edge = np.abs(pile.x) - pile.bin / 2
    np.testing.assert_array_equal(inner_edge >= abs(deals.ours) - EXACT, deals.beyond)


def test_bricks_as_far_out_as_ours_are_as_high_as_all_others_and_encircled(seen):
    pile = seen.stage.chance.pile
    assert last(seen, "thousand").rings > 0
    pile.set_shown(MANY + 1.0).encircle(1.0)
    near, far = (part.points.reshape(-1, CORNERS_OF_A_BRICK, 3) for part in (pile.near, pile.far))
    assert len(far) == pile.deals.beyond.sum() == 2
    height = np.ptp(near[0, :, 1])
    np.testing.assert_allclose(np.ptp(far[..., 1], axis=1), height)
    rings = pile.rings.points
    for brick in far:
        side = rings[
            np.sign(rings[:, 0] - pile.chart.place(0, 0)[0])
            == np.sign(brick[0, 0] - pile.chart.place(0, 0)[0])
        ]
        assert (side.min(axis=0)[:2] < brick.min(axis=0)[:2]).all()
        assert (side.max(axis=0)[:2] > brick.max(axis=0)[:2]).all()
    pile.encircle(0.0)
    assert not len(pile.rings.points)
