"""Correlation shows what core says about the points on screen."""

from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from core.tables.dataset import read_dataset
from scenes.correlation import SLOW_DEALS
from scenes.visuals.correlation.card import LEAST_P, THREE_DECIMALS, TWO_DECIMALS
from scenes.visuals.correlation.deals import MANY
from scenes.visuals.correlation.moves import passing
from scenes.visuals.correlation.sets import ANSCOMBE
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

TABLES = [read_dataset(ANSCOMBE, f"x{k}", f"y{k}") for k in (1, 2, 3, 4)]
LONE = int(np.argmax(TABLES[3].x))
CORNERS_OF_A_BRICK = 16
# In which steps the points wander from set to set, and at which set each of these ends.
ENDS = {"wander": 0, "same r": 0, "same p": 0, "lone": 3}
EXACT = 1e-9


def look(film):
    """For each frame: the step, what the card says, and the points with all that follows them."""
    stage, cell = film.stage, film.stage.cell
    here = set(film.get_mobject_family_members())
    return SimpleNamespace(
        step=film.steps[-1][0],
        resting=film.renderer.resting,
        card=[value.number.text for value in stage.card.of_the_line],
        p=stage.card.p.text,
        p_is_seen=stage.card.p in here,
        places=(cell.points.x.copy(), cell.points.y.copy()),
        line=(cell.line.a, cell.line.b),
        drawn=drawn(cell),
        bars=[np.ptp(bar.points[:, 1]) if len(bar.points) else 0.0 for bar in bars(cell.rise)],
        bricks=bricks(stage.chance.pile),
        lone_bricks=bricks(stage.lone.pile),
        rings=len(stage.chance.pile.rings.points),
        trails=len(stage.trails.points),
        lines=sum(line in here for line in stage.fan),
        says=[words in here for words in (stage.counted, stage.computed)],
    )


def bars(rise):
    return rise.rise_bar, rise.spread_bar


def drawn(cell):
    """Return where the middles of the discs lie in the chart, from the lowest to the highest."""
    discs = np.concatenate([part.points for part in cell.points.get_family()])
    x, y = values(cell.chart, discs.reshape(11, -1, 3).mean(axis=1))
    return np.array([x, y])[:, np.argsort(y)]


def bricks(pile):
    return (len(pile.near.points) + len(pile.far.points)) // CORNERS_OF_A_BRICK


WATCHED = Watched("Correlation", look)
pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return SimpleNamespace(stage=WATCHED.film.stage, frames=WATCHED.frames)


def of(seen, step):
    return [frame for frame in seen.frames if frame.step == step]


def last(seen, step):
    return of(seen, step)[-1]


def numbers(x, y):
    fit = fit_line(x, y)
    return [TWO_DECIMALS.write(v) for v in (fit.slope, fit.intercept, pearson_test(x, y).r)]


def r_of(frame):
    return pearson_test(*frame.places).r


def rising(x, y):
    order = np.lexsort((y, x))
    return np.array([x[order], y[order]])


def test_every_set_has_the_numbers_of_the_card():
    assert {tuple(numbers(data.x, data.y)) for data in TABLES} == {("0.50", "3.00", "0.82")}
    assert {THREE_DECIMALS.write(pearson_test(d.x, d.y).p_value) for d in TABLES} == {"0.002"}


def test_no_number_changes_on_any_frame_while_the_points_wander(seen):
    frames = [frame for step in (*ENDS, "look") for frame in of(seen, step)]
    assert {tuple(frame.card) for frame in frames} == {("0.50", "3.00", "0.82")}
    assert {frame.p for frame in frames} == {"0.002"}
    for frame in frames:
        assert numbers(*frame.places) == ["0.50", "3.00", "0.82"]
    assert len({tuple(frame.places[1]) for frame in frames}) > 40, "the points move"


def test_one_pass_goes_through_all_sets_and_rests_at_the_last_one_only():
    sets = WATCHED.film.stage.sets
    at = passing(sets[0], sets[1:])
    for share, places in ((0.0, sets[0]), (0.5, None), (1.0, sets[3])):
        assert numbers(*at(share)) == ["0.50", "3.00", "0.82"]
        if places is not None:
            np.testing.assert_allclose(at(share), places)
    way = np.array([at(share) for share in np.linspace(0, 1, 301)])
    nearest = [np.abs(way - np.array(places)).max(axis=(1, 2)).min() for places in sets]
    assert max(nearest) < 0.2
    steps = np.abs(np.diff(way, axis=0)).max(axis=(1, 2))
    assert steps[30:-30].min() > 0.01, "they never rest on their way"


def test_a_shuffle_of_the_column_changes_no_number(seen):
    deals = seen.stage.lone.deals
    start, end = deals.column(0), deals.column(1)
    assert rising(*start) == pytest.approx(rising(*end))
    moved = start[1] != end[1]
    assert moved.sum() == 10
    assert not moved[int(np.argmax(deals.x))]


def test_the_points_come_by_every_set_as_it_was_measured(seen):
    passed = [rising(*frame.places) for frame in of(seen, "wander") if frame.resting]
    for data in TABLES:
        assert any(np.array_equal(places, rising(data.x, data.y)) for places in passed)
    for step, number in ENDS.items():
        data = TABLES[number]
        assert np.array_equal(rising(*last(seen, step).places), rising(data.x, data.y)), step


def test_points_are_drawn_where_they_are(seen):
    for frame in of(seen, "wander"):
        x, y = frame.places
        order = np.argsort(y)
        np.testing.assert_allclose(frame.drawn, [x[order], y[order]], atol=1e-6)


def test_trails_are_seen_only_while_the_points_move(seen):
    assert any(frame.trails for frame in of(seen, "wander"))
    assert not any(frame.trails for frame in seen.frames if frame.resting)


def test_the_last_form_is_a_ring_about_the_line(seen):
    x, y = seen.frames[-1].places
    fit = fit_line(x, y)
    across, off = (x - x.mean()) / x.std(), y - fit.slope * x - fit.intercept
    np.testing.assert_allclose(across**2 + (off / off.std()) ** 2, 2.0)


def test_every_line_on_screen_is_that_of_the_points_on_screen(seen):
    for frame in seen.frames:
        fit = fit_line(*frame.places)
        assert frame.line == pytest.approx((fit.slope, fit.intercept), abs=EXACT)


def test_the_card_says_what_holds_for_the_points(seen):
    # While a thousand bricks fall the points are away.
    for frame in (f for f in seen.frames if f.step != "thousand"):
        assert frame.card == numbers(*frame.places)
        if frame.p_is_seen:
            p = pearson_test(*frame.places).p_value
            assert frame.p == (f"<{LEAST_P}" if p < LEAST_P else THREE_DECIMALS.write(p))


def test_p_is_seen_once_it_has_been_told(seen):
    first = next(k for k, frame in enumerate(seen.frames) if frame.p_is_seen)
    assert seen.frames[first].step == "same p"
    # While the last set is dealt out, p is what is asked for.
    assert all(frame.p_is_seen for frame in seen.frames[first:] if frame.step != "eleven")
    assert last(seen, "eleven").p_is_seen


def test_with_the_same_rise_r_is_smaller_the_more_points_scatter(seen):
    rests = [frame for frame in of(seen, "lengths") if frame.resting]
    assert {frame.card[0] for frame in rests} == {"0.50"}
    by_spread = {round(frame.places[1].std(), 6): r_of(frame) for frame in rests}
    r = [by_spread[spread] for spread in sorted(by_spread)]
    ours = pearson_test(TABLES[0].x, TABLES[0].y).r
    assert len(r) == 3
    assert r == sorted(r, reverse=True)
    assert r[:2] == pytest.approx([1.0, ours])


def test_the_rise_over_the_spread_on_screen_is_r(seen):
    cell = seen.stage.cell
    chart, rise, x = cell.chart, cell.rise, TABLES[0].x
    for spread in (1.0, 2.0, 0.0):
        y = cell.heights(spread)
        rise.set_values(x, y, fit_line(x, y).slope).set_shown(3.0)
        across, _ = values(chart, rise.across.points)
        assert (across.min(), across.max()) == pytest.approx(
            (x.mean() - x.std(), x.mean() + x.std())
        )
        low, high = extent(chart, rise.rise_bar)
        least, most = extent(chart, rise.spread_bar)
        assert (most - least) / 2 == pytest.approx(y.std())
        assert (high - low) / (most - least) == pytest.approx(pearson_test(x, y).r)
        assert low + high == pytest.approx(least + most), "about one middle"
        assert extent(chart, rise.up) == pytest.approx((low, high))
        assert extent(chart, rise.along) == pytest.approx((least, most), abs=1e-6)
    rise.set_shown(0.0)
    assert not any(len(part.points) for part in rise.get_family())


def extent(chart, part):
    _, y = values(chart, part.points)
    return y.min(), y.max()


def test_both_lengths_stand_still_while_the_points_wander(seen):
    at_first = seen.frames[[f.step for f in seen.frames].index("same r")].bars
    assert min(at_first) > 1.0
    for frame in of(seen, "same r"):
        # The sets agree in three digits.
        assert frame.bars == pytest.approx(at_first, rel=2e-3)


@pytest.mark.parametrize("spread", [0.5, 2.0])
def test_points_that_scatter_otherwise_keep_their_line(spread):
    cell, (x, y) = WATCHED.film.stage.cell, (TABLES[0].x, TABLES[0].y)
    fit, true = fit_line(x, cell.heights(spread)), fit_line(x, y)
    assert fit.slope == pytest.approx(true.slope, abs=1e-12)
    assert fit.rss == pytest.approx(spread**2 * true.rss)
    assert cell.heights(spread).mean() == pytest.approx(y.mean())


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
    assert last(seen, "deal").bricks == SLOW_DEALS
    assert r_of(last(seen, "deal")) == pytest.approx(seen.stage.chance.deals.r[SLOW_DEALS - 1])
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
    assert last(seen, "eleven").says == [True, True]


@pytest.mark.parametrize(("name", "said"), [("counted", 1 / 11), ("computed", 0.00217)])
def test_what_is_counted_stands_beside_what_the_formula_says(seen, name, said):
    written = getattr(seen.stage, name).submobjects[0].typst_code
    assert THREE_DECIMALS.write(said) in written


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
