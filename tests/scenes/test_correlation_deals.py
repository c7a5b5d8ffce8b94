"""What chance does in Correlation: heights are dealt out anew, each deal is a brick over its r."""

import itertools

import numpy as np
import pytest

from core.fits.line import fit_line
from scenes.visuals.correlation.chance.deals import MANY
from scenes.visuals.writing.screen import BOLD, RIGHT_EDGE
from tests.scenes.correlation_seen import (
    CORNERS_OF_A_BRICK,
    LONE,
    TABLES,
    TOGETHER,
    last,
    lay_out,
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


def test_our_brick_of_the_eleven_lies_beyond_the_line_of_ours_and_nothing_else_does(seen):
    pile, ours = seen.stage.lone.pile, seen.stage.lone.deals.ours
    assert pile.deals.r.max() == ours
    brick = last(seen, "eleven").brick
    assert ours < brick.min() < brick.max() < 1.0
    assert pile.x[-1] - pile.bin / 2 == pytest.approx(ours), "its edge, as in the other pile"
    np.testing.assert_array_less(np.abs(pile.x - pile.deals.r), pile.bin / 2 + 1e-12)


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


def test_few_bricks_as_far_out_as_ours_are_blocks_outside_its_mark_in_a_window(seen):
    stage = seen.stage
    lens, room = stage.chance.lens, [frame.room for frame in of(seen, "thousand")]
    lay_out(seen, "thousand")
    assert room[-1] == pytest.approx(max(room)), "the whole pile stays in sight"
    assert lens.pile.chart.y_scale.high == pytest.approx(lens.pile.room_for_all)
    opened = [frame.opened for frame in of(seen, "thousand")]
    assert opened[-1] == 1.0
    assert opened == sorted(opened)
    lens.open(1.0)
    assert len(lens.far_bricks) == lens.pile.deals.beyond.sum() == 2
    box, mark = lens.box(1.0), lens.places(1.0, np.array([lens.pile.deals.ours]), np.zeros(1))[0, 0]
    assert box.right <= RIGHT_EDGE
    for block in lens.far_bricks:
        wide, high = np.ptp(block[:, :2], axis=0)
        assert 0.3 < high / wide < 2
        assert np.abs(block[:, 0]).min() > mark + BOLD / 200, "its stroke ends before"
        assert np.abs(block[:, 0]).max() < box.right, "all of it is seen"
    near = lens.near.points.reshape(-1, CORNERS_OF_A_BRICK, 3)
    assert np.abs(near[..., 0]).max() < mark
    assert near[..., 1].max() <= box.top + EXACT
    assert near[..., 1].min() >= box.bottom - EXACT


def test_a_window_begins_as_what_it_enlarges(seen):
    lens = seen.stage.chance.lens
    lay_out(seen, "thousand")
    pile, (low, high) = lens.pile, lens.ends
    for side in (-1.0, 1.0):
        r, bricks = np.array([low, lens.pile.deals.ours, high]), np.array([0.0, 2.0, lens.room])
        inside = lens.places(side, r, bricks, opened=0.0)
        np.testing.assert_allclose(inside, pile.chart.places(side * r, bricks), atol=1e-9)
