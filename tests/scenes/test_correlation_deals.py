"""What chance does in Correlation: heights are dealt out anew, each deal is a brick over its r."""

import itertools

import numpy as np
import pytest

from core.fits.line import fit_line
from scenes.visuals.correlation.chance.deals import MANY
from scenes.visuals.writing.screen import BOLD
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


def test_the_first_shuffle_goes_height_by_height(seen):
    moved = [int((frame.places[0] != TABLES[0].x).sum()) for frame in of(seen, "deal")]
    assert 0 < min(filter(None, moved)) < max(moved)
    assert max(moved) > len(TABLES[0].x) / 2


def test_a_brick_falls_for_each_deal(seen):
    few = last(seen, "deal").bricks
    assert few > 1, "the first ones can be followed"
    assert r_of(last(seen, "deal")) == pytest.approx(seen.stage.chance.deals.r[few - 1])
    assert max(f.bricks for f in of(seen, "thousand")) == MANY


def test_no_brick_that_lies_rises_again(seen):
    piles = [frame.landed for frame in seen.frames if frame.step in ("deal", "thousand")]
    for before, after in itertools.pairwise(piles):
        assert not (before & ~after).any()


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


def test_our_brick_of_the_eleven_stands_on_the_line_of_ours(seen):
    lone = seen.stage.lone
    assert lone.pile.x[lone.deals.beyond] == pytest.approx([lone.deals.ours])
    np.testing.assert_array_less(np.abs(lone.pile.x - lone.deals.r), lone.pile.bin / 2 + 1e-12)


def test_a_few_more_deals_are_seen_before_all_others_each_with_its_brick(seen):
    deals = seen.stage.chance.deals
    dealt = [f for f in of(seen, "thousand") if f.card != last(seen, "deal").card and f.trading]
    assert dealt
    for frame in dealt:
        low, high = (np.minimum, np.maximum)
        ends = [deals.places(int(frame.shown) - 1), deals.places(int(frame.shown))]
        assert (frame.places[0] >= low(*ends) - EXACT).all()
        assert (frame.places[0] <= high(*ends) + EXACT).all()


def test_bricks_as_far_out_as_ours_look_like_all_others_until_they_are_counted(seen):
    frames = of(seen, "thousand")
    counted = next(k for k, frame in enumerate(frames) if frame.shares[0])
    assert not any(frame.found for frame in frames[: counted - 4])
    assert frames[-1].found


def test_ours_of_the_eleven_has_its_colour_as_soon_as_it_falls(seen):
    assert {frame.ours_found for frame in (*of(seen, "eleven"), *of(seen, "hill"))} == {1.0}


def test_close_by_bricks_as_far_out_as_ours_are_blocks_outside_its_mark(seen):
    stage = seen.stage
    pile, room = stage.chance.pile, [frame.room for frame in of(seen, "thousand")]
    assert max(room) == pytest.approx(pile.room_for_all)
    assert room[-1] == pytest.approx(pile.room_for_tails)
    pile.set_shown(MANY + 1.0).set_room(pile.room_for_tails)
    near, far = (part.points.reshape(-1, CORNERS_OF_A_BRICK, 3) for part in (pile.near, pile.far))
    assert len(far) == pile.deals.beyond.sum() == 2
    assert len(near) < MANY - 2, "what is too high is cut off"
    assert near[..., 1].max() <= pile.chart.box.top + EXACT
    for block in far:
        wide, high = np.ptp(block[:, :2], axis=0)
        assert wide == pytest.approx(np.ptp(near[0][:, 0])), "all are as wide"
        assert 0.5 < high / wide < 2
        place = np.abs(block[:, 0] - pile.chart.place(0, 0)[0])
        mark = pile.chart.place(pile.deals.ours, 0)[0] - pile.chart.place(0, 0)[0]
        assert place.min() > mark + BOLD / 200, "its stroke ends before"


def test_bricks_hop_one_after_the_other_and_take_along_what_lies_on_them(seen):
    pile = seen.stage.lone.pile.set_shown(12.0)
    lying = heights(pile.hop(0.0))
    assert heights(pile.hop(1.0)) == pytest.approx(lying)
    risen = [heights(pile.hop(share)) - lying for share in np.linspace(0.05, 0.95, 37)]
    assert np.min(risen) > -EXACT
    assert (np.max(risen, axis=0) > 0).all()
    assert max((one > EXACT).sum() for one in risen) < 5
    pile.hop(0.0)


def heights(pile):
    parts = np.concatenate([pile.near.points, pile.far.points])
    return parts.reshape(-1, CORNERS_OF_A_BRICK, 3)[..., 1].mean(axis=1)
