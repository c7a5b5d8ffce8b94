"""Correlation shows what core says about the points on screen, wherever they wander."""

import numpy as np
import pytest

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from scenes.visuals.correlation.points.card import THREE_DECIMALS, write_p
from tests.scenes.correlation_seen import (
    SHARED,
    TABLES,
    TOGETHER,
    last,
    numbers,
    of,
    r_of,
    rising,
    seen,
    wandering,
)

# In which steps the points wander from set to set, and at which set each of these ends.
ENDS = {"wander": 0, "same r": 0, "lone": 3}
EXACT = 1e-9

__all__ = ["seen"]
pytestmark = TOGETHER


def test_every_set_has_the_numbers_of_the_card():
    assert {tuple(numbers(data.x, data.y)) for data in TABLES} == {tuple(SHARED)}
    assert {THREE_DECIMALS.write(pearson_test(d.x, d.y).p_value) for d in TABLES} == {"0.002"}


def test_no_number_changes_on_any_frame_while_the_points_wander(seen):
    frames = [frame for step in (*ENDS, "look") for frame in wandering(seen, step)]
    assert {tuple(frame.card) for frame in frames} == {tuple(SHARED)}
    assert {frame.p for frame in frames} == {"0.002"}
    for frame in frames:
        assert numbers(*frame.places) == SHARED
    assert len({tuple(frame.places[1]) for frame in frames}) > 30, "the points move"


def test_one_point_dragged_alone_makes_all_three_run_and_goes_back(seen):
    start, end = TABLES[0], last(seen, "drag")
    farthest = max(of(seen, "drag"), key=lambda frame: frame.places[1].max())
    assert all(now != shared for now, shared in zip(farthest.card, SHARED, strict=True))
    where = np.array(of(seen, "wander")[0].places)
    assert (np.array(farthest.places) != where).any(axis=0).sum() == 1
    assert np.array_equal(rising(*end.places), rising(start.x, start.y))


def test_two_of_the_column_trade_their_heights_and_no_number_changes(seen):
    lone = seen.stage.lone_at
    traded = [f for f in of(seen, "eleven") if f.marked and lone not in f.pair]
    (x, y), (_, after) = traded[0].places, traded[-1].places
    pair = list(traded[0].pair)
    assert x[pair].tolist() == [8.0, 8.0]
    assert y[pair].tolist() == [y[x == 8].max(), y[x == 8].min()]
    assert np.flatnonzero(after != y).tolist() == sorted(pair)
    assert after[pair].tolist() == y[pair][::-1].tolist()
    assert len({tuple(frame.places[1]) for frame in traded}) > 3, "it is seen"
    widest = max(traded, key=lambda frame: np.ptp(frame.places[0][pair]))
    assert np.ptp(widest.places[0][pair]) > 2, "around each other"
    for frame in traded:
        assert frame.card == SHARED
        assert numbers(*frame.places) == SHARED
        assert frame.line == pytest.approx(traded[0].line, abs=EXACT)
    assert not last(seen, "eleven").marked


def test_the_lone_point_trades_its_height_with_the_lowest_one_and_all_numbers_run(seen):
    lone = seen.stage.lone_at
    traded = [f for f in of(seen, "eleven") if f.marked and lone in f.pair]
    (_, y), (_, after) = traded[0].places, traded[-1].places
    pair = list(traded[0].pair)
    assert y[pair].tolist() == [y.max(), y.min()]
    assert after[pair].tolist() == y[pair][::-1].tolist()
    assert np.flatnonzero(after != y).tolist() == sorted(pair)
    for number in range(3):
        assert len({frame.card[number] for frame in traded}) > 3
    assert r_of(traded[-1]) == pytest.approx(seen.stage.lone.deals.r[0]), "the first of all deals"


def test_points_within_the_step_are_lit_while_it_is_told_of(seen):
    x = TABLES[0].x
    near = np.abs(x - x.mean()) <= x.std()
    assert near.sum() > x.size / 2, "most"
    lit = [frame for frame in of(seen, "lengths") if frame.lit.any()]
    assert lit
    for frame in lit:
        np.testing.assert_array_equal(frame.lit, np.abs(frame.places[0] - x.mean()) <= x.std())
    assert not last(seen, "lengths").lit.any()


def test_the_formula_is_seen_over_the_last_set_with_two_letters_lit(seen):
    shown = [frame for frame in of(seen, "lone") if frame.sees]
    assert shown
    fourth = rising(TABLES[3].x, TABLES[3].y)
    assert all(np.array_equal(rising(*frame.places), fourth) for frame in shown)
    inks = [part.get_fill_color() for part in seen.stage.seen_by_it]
    others = seen.stage.sees.family_members_with_points()
    assert len(inks) == 2
    assert sum(part.get_fill_color() == inks[0] for part in others) == 2


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
            assert frame.p == write_p(pearson_test(*frame.places).p_value)


def test_it_is_seen_in_every_frame_how_many_points_there_are(seen):
    assert all(frame.n_is_seen for frame in seen.frames)
    assert "11" in seen.stage.card.n.submobjects[0].typst_code


def test_the_points_rest_at_each_set_while_their_numbers_swell(seen):
    for data in TABLES[1:]:
        at_rest = [
            frame
            for frame in of(seen, "wander")
            if np.array_equal(rising(*frame.places), rising(data.x, data.y))
        ]
        assert len(at_rest) >= 3


def test_p_is_seen_once_it_has_been_told(seen):
    first = next(k for k, frame in enumerate(seen.frames) if frame.p_is_seen)
    assert seen.frames[first].step == "same p"
    # While the last set is dealt out, p is what is asked for. It goes with its bricks for a moment.
    asked = ("eleven", "hill")
    after = [frame for frame in seen.frames[first + 1 :] if frame.step not in asked]
    assert all(frame.p_is_seen for frame in after if frame.hill is None)
    assert not last(seen, "eleven").p_is_seen
    assert last(seen, "hill").p_is_seen


@pytest.mark.parametrize(
    ("p", "written"),
    [(0.0021646, "0.002"), (0.00097, "0.001"), (0.000137, "0.0001"), (0.04, "0.040")],
)
def test_a_small_p_is_written_up_to_its_first_digit(p, written):
    assert write_p(p) == written


def test_p_says_from_the_first_whether_it_was_counted_or_is_the_formulas(seen):
    stage = seen.stage
    assert "formula" in str(stage.card.p.label.typst_code)
    assert stage.card.p.text == "0.002"
    for chance, counted in ((stage.chance, "0.002"), (stage.lone, "0.09")):
        code = chance.p.submobjects[0].typst_code
        assert "counted" in code
        assert counted in code


def test_no_line_becomes_steeper_because_its_chart_moves(seen):
    shapes = [frame.shape for frame in seen.frames]
    assert shapes == pytest.approx([shapes[0]] * len(shapes))


def test_the_lone_point_has_a_look_of_its_own_once_it_is_told_of(seen):
    first = next(
        k for k, frame in enumerate(seen.frames) if len(frame.singled) == 1 and not frame.marked
    )
    assert seen.frames[first].step == "lone"
    fading_in = len(TABLES[3].x)  # all look otherwise
    told = [f for f in seen.frames[first:] if not f.marked and len(f.singled) != fading_in]
    assert all(len(f.singled) == 1 for f in told if f.step != "look")
    assert not seen.frames[-1].singled, "in the ring no point stands alone"
    whole = seen.frames[-1].wide
    for frame in (f for f in of(seen, "look") if len(f.singled) == 1 and f.wide == whole):
        middle = seen.stage.cell.chart.place(*(one[seen.stage.lone_at] for one in frame.places))
        np.testing.assert_allclose(frame.singled[0][:2], middle[:2], atol=1e-6)


def test_it_is_said_how_many_points_stand_at_each_x(seen):
    assert last(seen, "lone").counts
    written = [label.submobjects[0].typst_code for label in seen.stage.counts]
    _, counts = np.unique(TABLES[3].x, return_counts=True)
    assert all(str(n) in code for n, code in zip(counts, written, strict=True))
