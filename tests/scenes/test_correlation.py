"""Correlation shows what core says about the points on screen."""

from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.correlation import pearson_test
from core.fits.line import fit_line
from core.tables.dataset import read_dataset
from scenes.visuals.correlation.shuffles import BIN, SHUFFLES, Shuffles
from scenes.visuals.correlation.stage import ANSCOMBE, TWO_DECIMALS
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

SETS = [read_dataset(ANSCOMBE, f"x{k}", f"y{k}") for k in (1, 2, 3, 4)]


def look(film):
    """For each frame: the step, what the card says, and the heights and lines of the sets."""
    stage = film.stage
    return SimpleNamespace(
        step=film.steps[-1][0],
        resting=film.renderer.resting,
        card=[value.number.text for value in stage.card.values],
        heights=[cell.points.y.copy() for cell in stage.cells],
        lines=[(cell.line.a, cell.line.b) for cell in stage.cells],
        drawn=[
            np.array(values(cell.chart, cell.points.points.reshape(11, -1, 3).mean(axis=1)))
            for cell in stage.cells
        ],
        shuffled_r=stage.shuffled_r.value,
        bricks=len(stage.pile.near.points) + len(stage.pile.far.points),
        outlier=(stage.outlier.x, stage.outlier.y),
    )


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


def test_every_set_has_the_numbers_of_the_card():
    assert {tuple(numbers(data.x, data.y)) for data in SETS} == {("0.50", "3.00", "0.82")}


def test_opening_and_closing_show_these_numbers_and_the_measured_points(seen):
    for frame in (seen.frames[0], seen.frames[-1]):
        assert frame.card == ["0.50", "3.00", "0.82"]
        for data, heights in zip(SETS, frame.heights, strict=True):
            np.testing.assert_array_equal(heights, data.y)


def test_points_are_drawn_where_they_were_measured(seen):
    for data, drawn in zip(SETS, last(seen, "pictures").drawn, strict=True):
        np.testing.assert_allclose(drawn, [data.x, data.y], atol=1e-6)


def test_every_line_on_screen_is_that_of_the_points_on_screen(seen):
    for frame in seen.frames:
        for data, heights, line in zip(SETS, frame.heights, frame.lines, strict=True):
            fit = fit_line(data.x, heights)
            assert line == pytest.approx((fit.slope, fit.intercept), abs=1e-9)


def test_shuffled_points_are_the_same_heights_dealt_out_anew(seen):
    rests = [f for f in seen.frames if f.step == "shuffle" and f.resting]
    for frame in rests:
        np.testing.assert_allclose(np.sort(frame.heights[0]), np.sort(SETS[0].y), atol=1e-12)
    assert rests[-1].shuffled_r == pytest.approx(seen.stage.shuffles.r[3])


def test_a_brick_falls_for_each_of_a_thousand_shuffles(seen):
    corners_of_a_brick = 16
    assert last(seen, "shuffle").bricks == 4 * corners_of_a_brick
    assert last(seen, "thousand").bricks == SHUFFLES * corners_of_a_brick


def test_the_share_of_shuffles_as_far_out_as_ours_is_p():
    x, y = SETS[0].x, SETS[0].y
    p = pearson_test(x, y).p_value
    shuffles = Shuffles.of(x, y)
    assert shuffles.beyond.sum() == round(SHUFFLES * p)
    many = Shuffles.of(x, y, count=20_000)
    assert many.beyond.mean() == pytest.approx(p, abs=4 * np.sqrt(p / 20_000))


def test_the_bricks_lie_over_their_r(seen):
    pile = seen.stage.pile
    np.testing.assert_array_less(np.abs(pile.x - pile.shuffles.r), BIN / 2 + 1e-12)
    assert len(set(zip(pile.x, pile.y, strict=True))) == SHUFFLES, "no two in one place"


def test_the_parabola_is_that_of_least_squares(seen):
    curve = seen.stage.parabola
    x = np.linspace(curve.low, curve.high, 9)
    c, b, a = np.polynomial.polynomial.polyfit(SETS[1].x, SETS[1].y, 2)
    np.testing.assert_allclose(curve.function(x), a * x**2 + b * x + c)
    assert np.abs(curve.function(SETS[1].x) - SETS[1].y).max() < 0.01, "it meets every point"


def test_without_the_outlier_r_is_1(seen):
    dragged = [f for f in seen.frames if f.step == "outlier"]
    highest = max(float(pearson_test(SETS[2].x, f.heights[2]).r) for f in dragged)
    assert highest == pytest.approx(1.0, abs=1e-4)
    assert (SETS[2].x[2], SETS[2].y[2]) == (seen.stage.outlier.x, seen.stage.outlier.y)


def test_the_lone_point_takes_the_line_along(seen):
    heights = {round(f.heights[3][7], 3) for f in seen.frames if f.step == "lone"}
    assert min(heights) < SETS[3].y.min(), "below all others"
    x = SETS[3].x
    assert np.unique(np.delete(x, 7)).size == 1, "all other x are equal"


def test_of_the_deals_of_the_last_set_one_in_eleven_reaches_our_r(seen):
    x, y = SETS[3].x, SETS[3].y
    ours = abs(pearson_test(x, y).r)
    reached = []
    for alone in range(y.size):
        dealt = y.copy()
        dealt[[7, alone]] = dealt[[alone, 7]]
        reached.append(abs(pearson_test(x, dealt).r) >= ours - 1e-12)
    assert sum(reached) == 1
    at_rest = [tuple(f.heights[3]) for f in seen.frames if f.step == "lone" and f.resting]
    dealt = [heights for heights in at_rest if np.allclose(np.sort(heights), np.sort(y))]
    assert {heights[7] for heights in dealt} == set(y)


def test_points_farther_from_the_line_have_a_smaller_r_and_the_same_line():
    cell = WATCHED.film.stage.cells[0]
    r = [pearson_test(SETS[0].x, cell.spread(factor)).r for factor in (0.0, 1.0, 2.2)]
    assert r == sorted(r, reverse=True)
    assert r[0] == pytest.approx(1.0)
    for factor in (0.5, 2.2):
        fit = fit_line(SETS[0].x, cell.spread(factor))
        assert (fit.slope, fit.intercept) == pytest.approx((cell.line.a, cell.line.b))
