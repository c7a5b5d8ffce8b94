"""The film says what core computes, and nothing comes from nowhere."""

import re
from types import SimpleNamespace

import numpy as np
import pytest

from core.fits.normal_equations import NormalEquations as Sums
from core.palette import theme
from scenes.visuals.normal_equations.formulas.sums import DEFINITIONS, RunningSums
from scenes.visuals.writing.pen import Pen
from tests.scenes.normal_equations_seen import BEST, DATA, TOTAL, WATCHED
from tests.scenes.on_screen import values

PEN = Pen(theme("dark"))

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return SimpleNamespace(stage=WATCHED.film.stage, frames=WATCHED.frames)


def test_the_sums_are_those_of_the_points_that_were_passed(seen):
    passing = [f for f in seen.frames if f.step == "sums" and np.isfinite(f.front)]
    assert len(passing) > 12
    for frame in passing:
        left = DATA.x <= frame.front
        for letter, shown in frame.sums.items():
            exact = getattr(Sums.of(DATA.x[left], DATA.y[left]), letter)
            assert shown == pytest.approx(exact, rel=0.01, abs=0.51)
    for letter, shown in passing[-1].sums.items():
        assert shown == pytest.approx(getattr(TOTAL, letter), rel=1e-3)


def test_the_line_is_drawn_before_the_points_come_back_and_is_theirs(seen):
    closing = [frame for frame in seen.frames if frame.step == "line"]
    alone = [frame for frame in closing if frame.line and not frame.points]
    assert len(alone) > 4, "the line is seen without a point"
    last = closing[-1]
    assert last.points
    x, y = values(seen.stage.chart, last.ends)
    assert y == pytest.approx(BEST.slope * x + BEST.intercept)


def test_the_squares_end_with_the_least_sum(seen):
    corners = np.array([square.points.reshape(4, 4, 3)[:, 0] for square in seen.stage.squares])
    _, low = values(seen.stage.chart, corners.min(axis=1))
    _, high = values(seen.stage.chart, corners.max(axis=1))
    assert np.sum((high - low) ** 2) == pytest.approx(BEST.rss)


def test_the_line_that_has_seen_no_point_is_looked_at_for_a_while(seen):
    alone = [f.time for f in seen.frames if f.step == "line" and f.line and not f.points]
    assert alone[-1] - alone[0] >= 1.5


def test_the_film_ends_with_the_values_of_core(seen):
    stage = seen.stage
    for value, exact in (
        (stage.rows.slope_value, BEST.slope),
        (stage.rows.intercept_value, BEST.intercept),
    ):
        shown = re.search(r"\(([-0-9.]+)\)", value.typst_code)
        assert shown is not None
        assert float(shown.group(1)) == pytest.approx(exact, abs=0.0051)


def test_the_sums_count_the_points_that_were_passed():
    sums = RunningSums([2.0, 1.0, 3.0], [5.0, 4.0, 6.0])
    assert sums.at(0.5) == Sums(0, 0, 0, 0, 0)
    assert sums.at(1.0) == Sums.of([1.0], [4.0])
    assert sums.at(2.5) == Sums.of([1.0, 2.0], [4.0, 5.0])
    assert sums.at(9.0) == sums.total == Sums.of([2.0, 1.0, 3.0], [5.0, 4.0, 6.0])
    assert list(DEFINITIONS) == list("ABCDN")


def test_the_answer_is_not_seen_before_both_beams_are_demanded_to_be_level(seen):
    """And from then on without its points, until the numbers have given it."""
    given = next(frame.time for frame in seen.frames if frame.value)
    for frame in seen.frames:
        if frame.time < given and frame.step != "solve":
            assert frame.now[0] < BEST.slope - 0.05 or not frame.line
            assert None in frame.misses or max(map(abs, frame.misses)) > 0.1
            assert frame.heights[1] is None or frame.heights[1] > 0.1
        best = frame.now == pytest.approx((BEST.slope, BEST.intercept), rel=1e-3)
        assert not (frame.time < given and best and frame.line and frame.points)
    line = next(f for f in seen.frames if f.time >= given and f.line)
    assert line.now == pytest.approx((BEST.slope, BEST.intercept))
