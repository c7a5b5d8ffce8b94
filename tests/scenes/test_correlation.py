"""Correlation shows what core says about the points on screen."""

import re
from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from core.tables.dataset import read_dataset
from scenes.correlation import SLOW_DEALS
from scenes.visuals.correlation.card import LEAST_P, THREE_DECIMALS, TWO_DECIMALS
from scenes.visuals.correlation.deals import MANY, Deals
from scenes.visuals.correlation.pile import TOP
from scenes.visuals.correlation.stage import ANSCOMBE
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

SETS = [read_dataset(ANSCOMBE, f"x{k}", f"y{k}") for k in (1, 2, 3, 4)]


LONE = int(np.argmax(SETS[3].x))
CORNERS_OF_A_BRICK = 16


def look(film):
    """For each frame: the step, what the card says, and the points and lines of the sets."""
    stage = film.stage
    here = set(film.get_mobject_family_members())
    return SimpleNamespace(
        step=film.steps[-1][0],
        resting=film.renderer.resting,
        card=[value.number.text for value in stage.card.of_the_line],
        p=stage.card.p.text,
        p_is_seen=stage.card.p in here,
        places=[(cell.points.x.copy(), cell.points.y.copy()) for cell in stage.cells],
        lines=[(cell.line.a, cell.line.b) for cell in stage.cells],
        drawn=[drawn(cell) for cell in stage.cells],
        bricks=[bricks(one.pile) for one in (stage.chance, stage.lone_chance)],
        outlier=(stage.outlier.x, stage.outlier.y),
        brick_height=stage.chance.chart.box.height / stage.chance.chart.y_scale.span,
        counted=[
            text_of(tail)
            for one in (stage.chance, stage.lone_chance)
            for tail in one.tails
            if tail in here
        ],
        verdicts=sum(verdict in here for verdict in stage.verdicts),
    )


def drawn(cell):
    """Return where the middles of the discs lie in the chart, from the lowest to the highest."""
    discs = np.concatenate([part.points for part in cell.points.get_family()])
    x, y = values(cell.chart, discs.reshape(11, -1, 3).mean(axis=1))
    return np.array([x, y])[:, np.argsort(y)]


def text_of(placed):
    return re.search(r'"(.*?)"', placed.submobjects[0].typst_code)[1]


def bricks(pile):
    return (len(pile.near.points) + len(pile.far.points)) // CORNERS_OF_A_BRICK


WATCHED = Watched("Correlation", look)
pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return SimpleNamespace(stage=WATCHED.film.stage, frames=WATCHED.frames)


def last(seen, step):
    return [frame for frame in seen.frames if frame.step == step][-1]


def numbers(x, y):
    fit = fit_line(x, y)
    return [TWO_DECIMALS.write(v) for v in (fit.slope, fit.intercept, pearson_test(x, y).r)]


def r_of(frame, number):
    return pearson_test(*frame.places[number]).r


def test_every_set_has_the_numbers_of_the_card():
    assert {tuple(numbers(data.x, data.y)) for data in SETS} == {("0.50", "3.00", "0.82")}
    assert {THREE_DECIMALS.write(pearson_test(d.x, d.y).p_value) for d in SETS} == {"0.002"}


def test_opening_and_closing_show_these_numbers_and_the_measured_points(seen):
    for frame in (seen.frames[0], seen.frames[-1]):
        assert frame.card == ["0.50", "3.00", "0.82"]
        for data, (x, y) in zip(SETS, frame.places, strict=True):
            np.testing.assert_array_equal(x, data.x)
            np.testing.assert_array_equal(y, data.y)
    assert seen.frames[-1].p == "0.002"


def test_points_are_drawn_where_they_were_measured(seen):
    for frame in (last(seen, "pictures"), seen.frames[-1]):
        for data, places in zip(SETS, frame.drawn, strict=True):
            rising = np.argsort(data.y)
            np.testing.assert_allclose(places, [data.x[rising], data.y[rising]], atol=1e-6)


def test_every_line_on_screen_is_that_of_the_points_on_screen(seen):
    for frame in seen.frames:
        for (x, y), line in zip(frame.places, frame.lines, strict=True):
            fit = fit_line(x, y)
            assert line == pytest.approx((fit.slope, fit.intercept), abs=1e-9)


def test_the_card_says_what_holds_for_the_set_that_is_told(seen):
    told = {"scatter": 0, "deal": 0, "curve": 1, "outlier": 2, "lone": 3, "eleven": 3}
    for frame in (f for f in seen.frames if f.step in told and f.resting):
        x, y = frame.places[told[frame.step]]
        assert frame.card == numbers(x, y)
        if frame.p_is_seen:
            p = pearson_test(x, y).p_value
            written = THREE_DECIMALS.write(p)
            assert frame.p == (f"<{LEAST_P}" if p < LEAST_P else written), "never 0.000"


def test_p_is_seen_once_it_has_been_told(seen):
    first = next(k for k, frame in enumerate(seen.frames) if frame.p_is_seen)
    assert seen.frames[first].step == "thousand"
    # While the last set is dealt out, p is what is asked for.
    assert all(frame.p_is_seen for frame in seen.frames[first:] if frame.step != "eleven")
    assert last(seen, "eleven").p_is_seen


def test_with_the_same_rise_r_is_smaller_the_more_points_scatter_and_below_0_when_it_falls(seen):
    rests = [frame for frame in seen.frames if frame.step == "scatter" and frame.resting]
    by_spread = {}
    for frame in rests:
        _, y = frame.places[0]
        if frame.card[0] == "0.50":
            by_spread[round(y.std(), 6)] = r_of(frame, 0)
    r = [by_spread[spread] for spread in sorted(by_spread)]
    ours = pearson_test(SETS[0].x, SETS[0].y).r
    assert len(r) == 3
    assert r == sorted(r, reverse=True)
    assert r[:2] == pytest.approx([1.0, ours])
    assert min(r_of(frame, 0) for frame in rests) == pytest.approx(-ours)


def test_the_rise_over_the_spread_on_screen_is_r(seen):
    chart, rise = seen.stage.charts[0], seen.stage.cells[0].rise
    for tilt, spread in [(1.0, 1.0), (1.0, 2.0), (1.0, 0.0), (-1.0, 1.0)]:
        x, y = SETS[0].x, seen.stage.cells[0].heights(tilt, spread)
        rise.set_values(x, y, fit_line(x, y).slope).set_shown(2.0)
        for run in (rise.across, rise.run_bar):
            (left, right), _ = ends_of(chart, run)
            assert (left, right) == pytest.approx((x.mean() - x.std(), x.mean() + x.std()))
        _, (low, high) = ends_of(chart, rise.rise_bar)
        _, (least, most) = ends_of(chart, rise.spread_bar)
        assert abs(most - least) / 2 == pytest.approx(y.std())
        assert (high - low) / abs(most - least) == pytest.approx(pearson_test(x, y).r)
        assert low == pytest.approx(least), "both begin at the same height"
    rise.set_shown(0.0)
    assert not any(len(part.points) for part in rise.get_family())


def ends_of(chart, line):
    x, y = values(chart, line.points)
    return x[[0, -1]], y[[0, -1]]


@pytest.mark.parametrize(("tilt", "spread"), [(1.0, 0.5), (1.0, 2.0), (0.0, 2.0), (-1.0, 1.0)])
def test_points_that_are_tilted_or_spread_have_the_line_that_is_said(tilt, spread):
    cell = WATCHED.film.stage.cells[0]
    x, y = SETS[0].x, cell.heights(tilt, spread)
    fit, true = fit_line(x, y), fit_line(x, SETS[0].y)
    assert fit.slope == pytest.approx(tilt * true.slope, abs=1e-12)
    assert fit.rss == pytest.approx(spread**2 * true.rss)
    assert y.mean() == pytest.approx(SETS[0].y.mean())


@pytest.mark.parametrize(("step", "number"), [("deal", 0), ("eleven", 3)])
def test_dealt_points_slide_on_the_same_heights_to_the_same_places(seen, step, number):
    data = SETS[number]
    frames = [frame for frame in seen.frames if frame.step == step]
    for frame in frames:
        np.testing.assert_allclose(frame.places[number][1], data.y)
    for frame in (frame for frame in frames if frame.resting):
        np.testing.assert_allclose(np.sort(frame.places[number][0]), np.sort(data.x), atol=1e-12)


def test_a_brick_falls_for_each_deal(seen):
    assert last(seen, "deal").bricks[0] == SLOW_DEALS
    assert r_of(last(seen, "deal"), 0) == pytest.approx(seen.stage.chance.deals.r[SLOW_DEALS - 1])
    assert max(f.bricks[0] for f in seen.frames if f.step == "thousand") == MANY
    assert last(seen, "eleven").bricks[1] == 11


def test_the_share_of_deals_as_far_out_as_ours_is_p():
    x, y = SETS[0].x, SETS[0].y
    p = pearson_test(x, y).p_value
    deals = Deals.at_random(x, y)
    assert deals.beyond.sum() == round(MANY * p)
    many = Deals.at_random(x, y, count=20_000)
    assert many.beyond.mean() == pytest.approx(p, abs=4 * np.sqrt(p / 20_000))


def test_the_deals_are_those_of_the_heights():
    x, y = SETS[0].x, SETS[0].y
    deals = Deals.at_random(x, y, count=5)
    for k in range(5):
        assert sorted(deals.places(k)) == sorted(x)
        assert deals.r[k] == pearson_test(deals.places(k), y).r
    np.testing.assert_array_equal(deals.places(-1), x)


def test_all_deals_of_the_last_set_are_seen_and_one_in_eleven_reaches_our_r(seen):
    x, y = SETS[3].x, SETS[3].y
    assert np.unique(np.delete(x, LONE)).size == 1, "all other x are equal"
    deals = seen.stage.lone_chance.deals
    alone = [y[int(np.argmax(deals.places(k)))] for k in range(y.size)]
    assert alone == sorted(y)
    assert deals.beyond.tolist() == [False] * 10 + [True]
    rests = [f.places[3] for f in seen.frames if f.step == "eleven" and f.resting]
    assert {float(heights[int(np.argmax(places))]) for places, heights in rests} == set(y)


@pytest.mark.parametrize("which", ["chance", "lone_chance"])
def test_the_bricks_lie_over_their_r_and_those_that_count_on_the_far_side_of_ours(seen, which):
    pile = getattr(seen.stage, which).pile
    deals = pile.deals
    np.testing.assert_array_less(np.abs(pile.x - deals.r), pile.bin / 2 + 1e-12)
    assert len(set(zip(pile.x, pile.y, strict=True))) == deals.r.size, "no two in one place"
    inner_edge = np.abs(pile.x) - pile.bin / 2
    np.testing.assert_array_equal(inner_edge >= abs(deals.ours) - 1e-9, deals.beyond)


def test_bricks_beyond_ours_are_large_in_the_end_and_counted_on_their_side(seen):
    chance, frame = seen.stage.chance, last(seen, "thousand")
    assert chance.tails
    counting = [f for f in seen.frames if f.step == "thousand" and f.counted]
    assert counting[0].brick_height > 0.5
    assert frame.counted == [str(int(n)) for n in beyond_by_side(chance.deals) if n]
    assert last(seen, "eleven").counted == ["1"]


def beyond_by_side(deals):
    return [(deals.beyond & (np.sign(deals.r) == side)).sum() for side in (-1, 1)]


def test_a_pile_that_is_higher_than_its_chart_ends_there(seen):
    pile = seen.stage.chance.pile
    box = pile.chart.box
    pile.set_shown(MANY + 1.0).set_room(4.0)
    points = np.concatenate([pile.near.points, pile.far.points])
    assert points[:, 1].max() == pytest.approx(box.bottom + TOP * box.height)
    assert points[:, 1].min() >= box.bottom


def test_each_set_has_a_verdict_in_the_last_shot_and_not_before(seen):
    assert seen.frames[-1].verdicts == 4
    assert {f.verdicts for f in seen.frames if f.step != "look"} == {0}
    said = seen.stage.counted.submobjects[0].typst_code
    assert THREE_DECIMALS.write(1 / 11) in said


def test_the_parabola_is_that_of_least_squares(seen):
    curve = seen.stage.parabola
    x = np.linspace(curve.low, curve.high, 9)
    c, b, a = np.polynomial.polynomial.polyfit(SETS[1].x, SETS[1].y, 2)
    np.testing.assert_allclose(curve.function(x), a * x**2 + b * x + c)
    assert np.abs(curve.function(SETS[1].x) - SETS[1].y).max() < 0.01, "it meets every point"


def test_without_the_outlier_r_is_1(seen):
    highest = max(r_of(frame, 2) for frame in seen.frames if frame.step == "outlier")
    assert highest == pytest.approx(1.0, abs=1e-4)
    assert (SETS[2].x[2], SETS[2].y[2]) == (seen.stage.outlier.x, seen.stage.outlier.y)


def test_the_lone_point_takes_the_line_along(seen):
    frames = [frame for frame in seen.frames if frame.step == "lone"]
    heights = [frame.places[3][1][LONE] for frame in frames]
    assert min(heights) < SETS[3].y.min(), "below all others"
    for frame, height in zip(frames, heights, strict=True):
        slope, intercept = frame.lines[3]
        assert slope * SETS[3].x[LONE] + intercept == pytest.approx(height), "through it"
