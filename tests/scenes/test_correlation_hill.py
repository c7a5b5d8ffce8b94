"""The formula's hill in Correlation over the bricks that it fits and those that it does not fit."""

import itertools
from statistics import NormalDist

import numpy as np
import pytest

from core.fits.correlation import density_by_chance
from scenes.visuals.correlation.chance.deals import MANY, Deals
from scenes.visuals.correlation.chance.tails import SWATCH
from scenes.visuals.correlation.chance.tally import BRICK
from scenes.visuals.correlation.stage import DEALT
from tests.scenes.correlation_seen import (
    CORNERS_OF_A_BRICK,
    LONE,
    TABLES,
    TOGETHER,
    last,
    lay_out,
    seen,
)
from tests.scenes.on_screen import values

__all__ = ["seen"]
pytestmark = TOGETHER


def expected(pile, low, high):
    """Return how many bricks the formula expects between two r."""
    r = np.linspace(low, high, 2001)
    return pile.deals.r.size * np.trapezoid(density_by_chance(r, pile.deals.y.size), r)


def test_the_hill_over_each_pile_is_the_density_of_core(seen):
    stage = seen.stage
    for chance, step in ((stage.chance, "same p"), (stage.lone, "hill"), (stage.lone, "press")):
        pile = chance.pile
        lay_out(seen, step)
        r, bricks = values(pile.chart, last(seen, step).hill)
        assert bricks.max() <= pile.chart.y_scale.high + 1e-6
        assert (r.min(), r.max()) == pytest.approx((-1, 1))
        ends = slice(None, None, 3)
        density = density_by_chance(np.clip(r[ends], -1, 1), pile.deals.y.size)
        in_all = pile.deals.r.size * pile.bin
        np.testing.assert_allclose(bricks[ends], in_all * density, atol=2e-3 * in_all)


def test_our_brick_of_the_eleven_lies_where_the_hill_is_flat_in_the_colour_of_its_point(seen):
    lone = seen.stage.lone
    lay_out(seen, "eleven")
    _, bricks = values(lone.pile.chart, seen.stage.hill.lie_over(lone.pile).points)
    in_all = lone.deals.r.size * lone.pile.bin
    assert in_all * density_by_chance(np.array([lone.deals.ours]), 11)[0] < 0.03 < bricks.max()
    hues = [part.get_fill_color() for part in (lone.pile.far, lone.tally.bricks)]
    assert hues == [seen.stage.cell.points.colours[1]] * 2


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


def test_the_hill_stands_over_the_bricks_that_it_fits_then_over_the_others(seen):
    with_hill = [frame.step for frame in seen.frames if frame.hill is not None]
    assert list(dict.fromkeys(with_hill)) == [
        "thousand",
        "same p",
        "lone",
        "hill",
        "press",
        "look",
    ]
    assert last(seen, "lone").hill is None
    assert seen.frames[-1].hill is None


def test_the_least_p_that_can_be_counted_is_one_in_as_many_as_there_are_deals(seen):
    deals = seen.stage.lone.deals
    # However high the lone point stands, its own height is one of those that it could have.
    for height in (0.0, 12.5, 1000.0):
        y = np.where(deals.x == deals.x.max(), height, deals.y)
        higher = Deals.of_the_lone_place(deals.x, y, int(np.argmax(deals.x)))
        assert higher.beyond.mean() >= 1 / 11


def test_the_shaded_tails_of_the_hill_are_p_of_all_that_lies_under_it(seen):
    stage, lens = seen.stage, seen.stage.chance.lens
    assert last(seen, "thousand").shade is None, "first some are counted"
    lay_out(seen, "same p")
    lens.open(1.0)
    box, (low, high) = lens.box(1.0), lens.ends
    block = box.width * lens.pile.bin / (high - low) * box.height / lens.room
    for outline in stage.tails.lie_in(lens).outlines:
        across, up = outline[:, 0], outline[:, 1] - box.bottom
        area = abs(np.trapezoid(up, across)) / block
        assert area == pytest.approx(MANY * stage.card.p.value / 2, rel=0.01)
        assert area == pytest.approx(1.0, abs=0.1), "as much as the brick beside it"
    np.testing.assert_allclose(stage.tails.shade.points, last(seen, "same p").shade, atol=1e-6)
    assert seen.frames[-1].shade is None


def test_where_our_brick_of_the_eleven_lies_the_tails_hold_the_formulas_p(seen):
    stage, pile = seen.stage, seen.stage.lone.pile
    for step, ours in (("hill", pile.deals.ours), ("press", last(seen, "press").ours_at)):
        lay_out(seen, step)
        tails = stage.tails.lie_over(pile, ours)
        np.testing.assert_allclose(tails.shade.points, last(seen, step).shade, atol=1e-6)
        r, bricks = values(pile.chart, tails.outlines)
        share = np.abs(np.trapezoid(bricks, r, axis=1)).sum() / (pile.bin * pile.deals.r.size)
        assert share == pytest.approx(stage.card.p.value, rel=0.01)
        assert bricks.max() > 0.3 * pile.chart.y_scale.high, "it is seen"
        assert np.abs(r).min() == pytest.approx(ours)
        assert last(seen, step).brick.min() > ours, "where the tail is"


def test_a_bell_of_heights_is_seen_beside_the_eleven_there_are_before_the_hill_of_r(seen):
    shown = [frame for frame in seen.frames if frame.bell]
    assert {frame.step for frame in shown} == {"hill"}
    assert all(frame.hill is None and frame.levels for frame in shown)
    lit = [frame for frame in seen.frames if frame.level]
    assert all(frame.bell for frame in lit)
    stage, heights_there = seen.stage, TABLES[3].y
    stage.cell.put_back(DEALT)
    stage.cell.move_points(TABLES[3].x, heights_there)
    for part, there in (
        (stage.cell.draw_rods(), heights_there),
        (stage.level, heights_there[[LONE]]),
    ):
        _, up = values(stage.cell.chart, part.points)
        np.testing.assert_allclose(np.unique(np.round(up, 6)), np.unique(there), atol=1e-6)
    assert stage.level.get_stroke_color() == stage.cell.points.colours[1]


def test_a_bell_hardly_ever_deals_as_high_as_the_lone_point_and_we_do_one_in_eleven(seen):
    y = TABLES[3].y
    bell = NormalDist(y.mean(), y.std(ddof=1))
    assert 1 - bell.cdf(y[LONE]) < 0.01
    across, up = values_of_bell(seen.stage)
    widest = across.max() - across.min()
    there = across[np.abs(up - y[LONE]) < 0.06].max() - across.min()
    assert there < 0.06 * widest, "the bell is flat there"
    assert up[np.argmax(across)] == pytest.approx(y.mean(), abs=0.1)
    assert seen.stage.lone.deals.how_many == "1 of 11"


def values_of_bell(stage):
    """Return the outline of the bell in the chart that it is drawn for."""
    stage.cell.put_back(DEALT)
    return values(stage.cell.chart, stage.bell.points)


def test_edges_of_bricks_stay_where_the_tails_are_shaded(seen):
    assert last(seen, "thousand").edges == 0
    assert last(seen, "same p").edges > 0


def test_copies_of_the_tails_stand_before_their_number(seen):
    tails = seen.stage.tails
    assert tails.share == "2 in 1000"
    lay_out(seen, "same p")
    flown = tails.lie_in(seen.stage.chance.lens).set_flown(1.0).swatches.points
    for copy in flown.reshape(2, -1, 3):
        assert np.ptp(copy, axis=0) == pytest.approx(SWATCH)
    assert flown[:, 0].max() < tails.words.get_left()[0]
    assert not len(tails.set_flown(0.0).swatches.points)


def test_bricks_as_far_out_as_ours_are_counted_alike_in_both_piles(seen):
    assert last(seen, "thousand").shares == [True, False, False]
    assert last(seen, "same p").shares == [True, False, True]
    assert last(seen, "eleven").shares == [False, True, False]
    assert last(seen, "hill").shares == [False, True, True]
    assert last(seen, "press").shares == [False, False, False], "both p alone"
    for chance, said in ((seen.stage.chance, "2 of 1000"), (seen.stage.lone, "1 of 11")):
        tally, far = chance.tally, int(chance.deals.beyond.sum())
        assert said in tally.words.submobjects[0].typst_code
        bricks = tally.set_flown(1.0).bricks.points.reshape(far, CORNERS_OF_A_BRICK, 3)
        np.testing.assert_allclose(np.ptp(bricks, axis=1), [BRICK] * far)
        assert bricks[..., 0].max() < tally.words.get_left()[0]
        assert not len(tally.set_flown(0.0).bricks.points)
        start = tally.set_flown(1e-9).bricks.points.mean(axis=0)
        from_there = (chance.lens or chance.pile).far.points.mean(axis=0)
        np.testing.assert_allclose(start, from_there, atol=1e-6)


def test_p_by_the_formula_and_as_counted_stand_beside_each_other_while_there_are_bricks(seen):
    stage = seen.stage
    assert (stage.chance.deals.share, stage.lone.deals.share) == ("0.002", "0.09")
    for step, counted in (
        ("same p", [True, False]),
        ("hill", [False, True]),
        ("press", [False, True]),
    ):
        assert last(seen, step).counted == counted
        assert last(seen, step).p_is_seen
    assert not any(seen.frames[-1].counted), "other points have another one"
