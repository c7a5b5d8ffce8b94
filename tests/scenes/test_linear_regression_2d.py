"""What the film of the article shows is what core computes, in every frame."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.fits.line import fit_line
from core.landscape.residual import relative_residual, residual
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA
from scenes.visuals.linear_regression_2d.stage import SWEEP_HEIGHT
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

DATA = read_dataset(HEADER_DATA)
BEST = fit_line(DATA.x, DATA.y)
SWEEPS = {"sweep a": "slope", "sweep b": "second"}


@dataclass(frozen=True)
class Shown:
    """A line as it is on screen: (a, b), epsilon by its squares and by its tank, their reach."""

    a: float
    b: float
    squares: float
    tank: float
    inside: bool


@dataclass(frozen=True)
class Frame:
    """One frame: its lines, its numbers, and the places of the markers of curve and map."""

    step: str
    lines: tuple[Shown, ...]
    numbers: dict[str, float]
    markers: dict[str, tuple[float, float]]
    level: float
    marker_level: float
    foot: float
    marks: tuple[float | None, ...]


def look(film: Any) -> Frame:
    stage = film.stage
    on_screen = {id(part) for top in film.mobjects for part in top.get_family()}
    numbers = {
        name: float(getattr(stage.values, name).number.text)
        for name in ("a", "b", "epsilon")
        if id(getattr(stage.values, name).number) in on_screen
    }
    plots = {name: getattr(stage, name) for name in ("slope", "second", "map")}
    markers = {
        name: tuple(float(v) for v in values(plot.chart, plot.marker.get_center()))
        for name, plot in plots.items()
        if id(plot.marker) in on_screen
    }
    curve = stage.second if film.steps[-1][0] == "sweep b" else stage.slope
    return Frame(
        film.steps[-1][0],
        tuple(_shown(rival) for rival in stage.rivals if id(rival.squares) in on_screen),
        numbers,
        markers,
        _top(stage.hero.tank),
        float(curve.marker.get_center()[1]),
        stage.hero.tank.levels.low,
        tuple(
            _level(rival.tank, rival.tank.mark) if id(rival.tank.mark) in on_screen else None
            for rival in stage.rivals
        ),
    )


def _shown(rival: Any) -> Shown:
    x, y = values(rival.chart, rival.line.points[[0, -1]])
    a = float((y[1] - y[0]) / (x[1] - x[0]))
    corners = np.array([square.points.reshape(4, 4, 3)[:, 0] for square in rival.squares])
    side = np.linalg.norm(corners[:, 2] - corners[:, 1], axis=1)
    across = np.linalg.norm(corners[:, 1] - corners[:, 0], axis=1)
    box, tank = rival.chart.box, rival.tank
    unit = box.height / rival.chart.y_scale.span
    low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
    return Shown(
        a,
        float(y[0] - a * x[0]),
        float(np.sum(side * across)) / unit**2,
        _level(tank, tank.content) or 0.0,
        bool(
            np.all(low[:2] >= [box.left - 1e-9, box.bottom - 1e-9])
            and np.all(high[:2] <= [box.right + 1e-9, box.top + 1e-9])
        ),
    )


def _level(tank: Any, part: Any) -> float | None:
    """Return the level up to which ``part`` reaches; None where there is nothing of it."""
    if len(part.points) == 0:
        return None
    share = (float(part.points[:, 1].max()) - tank.box.bottom) / tank.box.height
    return float(tank.levels.low + share * tank.levels.span)


def _top(tank: Any) -> float:
    return float(tank.content.points[:, 1].max())


WATCHED = Watched("LinearRegression2D", look)
pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def frames() -> list[Frame]:
    return WATCHED.frames


def of_step(frames: list[Frame], step: str) -> list[Frame]:
    found = [frame for frame in frames if frame.step == step]
    assert len(found) > 10
    return found


def epsilon(line: Shown) -> float:
    return float(residual(DATA.x, DATA.y, line.a, line.b))


def heights(frames: list[Frame]) -> NDArray[np.float64]:
    lines = [frame.lines[0] for frame in frames]
    a, b = [line.a for line in lines], [line.b for line in lines]
    return relative_residual(DATA.x, DATA.y, np.array(a), np.array(b))


def test_the_areas_of_the_squares_add_up_to_epsilon(frames):
    poured = [frame for frame in frames if frame.step != "rivals"]
    assert sum(len(frame.lines) for frame in poured) > 100
    for frame in poured:
        for line in frame.lines:
            assert line.squares == pytest.approx(epsilon(line), rel=1e-6)


def test_squares_stay_in_their_chart(frames):
    assert all(line.inside for frame in frames for line in frame.lines)


def test_a_tank_is_filled_to_epsilon(frames):
    for frame in (frame for frame in frames if frame.step != "rivals"):
        for line in frame.lines:
            assert line.tank == pytest.approx(epsilon(line), rel=1e-6)


def test_numbers_are_those_of_the_line_on_screen(frames):
    told = [frame for frame in frames if {"a", "b"} <= frame.numbers.keys()]
    assert len(told) > 100
    for frame in told:
        line = frame.lines[0]
        assert frame.numbers["a"] == pytest.approx(line.a, abs=0.0051)
        assert frame.numbers["b"] == pytest.approx(line.b, abs=0.0051)
        if "epsilon" in frame.numbers:
            assert frame.numbers["epsilon"] == pytest.approx(epsilon(line), abs=0.051)


def test_the_middle_one_of_the_rivals_has_the_least_squares_but_is_not_the_best(frames):
    left, middle, right = of_step(frames, "rivals")[-1].lines
    assert epsilon(middle) < min(epsilon(left), epsilon(right))
    assert epsilon(middle) > 1.5 * BEST.rss


@pytest.mark.parametrize("step", SWEEPS)
def test_the_level_of_the_tank_draws_the_curve(frames, step):
    drawn = [f for f in of_step(frames, step) if SWEEPS[step] in f.markers and len(f.lines) == 1]
    swung = 0
    for frame in drawn:
        value, height = frame.markers[SWEEPS[step]]
        line = frame.lines[0]
        if value == pytest.approx(line.a if step == "sweep a" else line.b, abs=1e-6):
            assert height == pytest.approx(epsilon(line), rel=1e-6)
            assert frame.marker_level == pytest.approx(frame.level, abs=1e-6)
            swung += 1
    assert swung > 15


@pytest.mark.parametrize("step", ["sweep a", "sweep b", "sweep both"])
def test_a_sweep_reaches_its_height_on_both_sides_and_never_goes_below_0(frames, step):
    swept = of_step(frames, step)
    assert heights(swept).min() >= 0
    assert heights(swept).max() == pytest.approx(SWEEP_HEIGHT, rel=0.08)
    for name, optimum in (("a", BEST.slope), ("b", BEST.intercept)):
        offsets = [getattr(frame.lines[0], name) - optimum for frame in swept]
        if step in (f"sweep {name}", "sweep both"):
            assert min(offsets) < -0.1 * abs(optimum)
            assert max(offsets) > 0.1 * abs(optimum)
        else:
            assert offsets == pytest.approx(np.zeros(len(offsets)), abs=1e-6)


def test_the_marker_on_the_map_is_the_line(frames):
    walked = [frame for frame in of_step(frames, "sweep both") if "map" in frame.markers]
    assert len(walked) > 40
    for frame in walked:
        line = frame.lines[0]
        assert frame.markers["map"] == pytest.approx((line.a, line.b), abs=1e-6)


@pytest.mark.parametrize("step", ["search", "sweep a", "sweep b", "mark", "sweep both"])
def test_a_step_ends_at_the_least_squares_line(frames, step):
    line = of_step(frames, step)[-1].lines[0]
    assert (line.a, line.b) == pytest.approx((BEST.slope, BEST.intercept), abs=1e-6)


def test_a_mark_keeps_the_lowest_level_of_the_search(frames):
    searched = [f for f in of_step(frames, "search") if f.marks[1] is not None]
    assert len(searched) > 20
    marks = np.array([frame.marks[1] for frame in searched])
    tanks = np.array([frame.lines[0].tank for frame in searched])
    assert np.all(np.diff(marks) <= 1e-9)
    assert np.all(marks <= tanks + 1e-9)
    # It goes too far before it turns back.
    assert np.any(tanks > marks + 0.1 * BEST.rss)
    assert marks[0] == pytest.approx(tanks[0], rel=1e-6)
    assert marks[-1] == pytest.approx(BEST.rss, rel=1e-6)


def test_the_search_changes_one_number_at_a_time_until_neither_helps(frames):
    lines = [frame.lines[0] for frame in of_step(frames, "search") if frame.marks[1] is not None]
    # Two legs, a try of the third: after them legs are shorter than the time between two looks.
    slow = lines[:14]
    for before, after in pairwise(slow):
        assert min(abs(after.a - before.a), abs(after.b - before.b)) < 0.02


def test_the_tank_begins_at_the_mark_once_the_level_is_counted_from_it(frames):
    assert of_step(frames, "search")[-1].foot == 0
    assert of_step(frames, "mark")[-1].foot == pytest.approx(BEST.rss, rel=1e-9)
    for frame in of_step(frames, "sweep both"):
        assert frame.foot == pytest.approx(BEST.rss, rel=1e-9)


def test_the_map_goes_round_a_ring_on_which_the_tank_stands_still(frames):
    swept = of_step(frames, "sweep both")
    ring = np.flatnonzero(np.abs(heights(swept) - 1.0) < 1e-6)
    assert len(ring) > 15
    lap = [swept[k].lines[0] for k in range(ring[0], ring[-1] + 1)]
    assert [line.tank for line in lap] == pytest.approx([2 * BEST.rss] * len(lap), rel=1e-6)
    assert np.ptp([line.a for line in lap]) > 0.5 * BEST.slope
    assert np.ptp([line.b for line in lap]) > BEST.intercept


def test_in_the_end_the_best_line_stands_between_rivals_that_never_fall_below_its_mark(frames):
    closing = [frame for frame in of_step(frames, "answer") if len(frame.lines) == 3]
    assert len(closing) > 12
    for frame in closing:
        assert frame.marks == pytest.approx((BEST.rss,) * 3, rel=1e-6)
        left, best, right = frame.lines
        assert (best.a, best.b) == pytest.approx((BEST.slope, BEST.intercept), abs=1e-6)
        assert min(left.tank, right.tank) >= best.tank - 1e-9
    for side in (0, 2):
        tanks = [frame.lines[side].tank for frame in closing]
        assert min(tanks) < 1.2 * BEST.rss, "they come down to the mark"
        assert tanks[-1] > 2 * BEST.rss, "and leave it again"
