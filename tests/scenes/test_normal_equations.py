"""The film says what core computes, every row it writes is true, and nothing comes from nowhere."""

import re
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from manim import Scene, VGroup

from core.fits.line import fit_line
from core.fits.normal_equations import NormalEquations as Sums
from core.palette import theme
from core.tables.dataset import read_dataset
from scenes.settings import HEADER_DATA, FilmSettings
from scenes.studio.session import session
from scenes.visuals.normal_equations import derivation
from scenes.visuals.normal_equations.balance import Balance
from scenes.visuals.normal_equations.leaning import OVER, TURNED
from scenes.visuals.normal_equations.running_sums import DEFINITIONS, RunningSums
from scenes.visuals.normal_equations.stage import build_stage
from scenes.visuals.normal_equations.travel import Way, arrivals, ways
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.scale import Scale
from scenes.visuals.writing.pen import COLOURS, Pen
from scenes.visuals.writing.screen import Box
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import Watched

DATA = read_dataset(HEADER_DATA)
TOTAL = Sums.of(DATA.x, DATA.y)
BEST = fit_line(DATA.x, DATA.y)
PEN = Pen(theme("dark"))


def look(film):
    """For each frame: the step, what is on screen of the stage, and where the line lies."""
    stage = film.stage
    on_screen = {id(part) for top in film.mobjects for part in top.get_family()}

    def there(formula):
        return all(id(glyph) in on_screen for glyph in formula)

    return SimpleNamespace(
        step=film.steps[-1][0],
        time=film.renderer.time,
        front=stage.summing.passed.front,
        sums={k: float(v.number.text) for k, v in stage.summing.values.items()},
        points=id(stage.points) in on_screen,
        line=id(stage.line) in on_screen,
        ends=stage.line.points[[0, -1]].copy(),
        box=stage.chart.box,
        bracket=there(stage.minus),
        struck=bool(id(stage.strikes[0]) in on_screen),
        zero=there(stage.zero),
        alone=there(stage.alone),
        result=there(stage.slope),
        now=(stage.line.a, stage.line.b),
        first=tilt(stage.first) if id(stage.first) in on_screen else None,
        second=tilt(stage.second) if id(stage.second) in on_screen else None,
    )


def tilt(balance):
    """Return by how much the left end of a beam is higher than its right end."""
    return balance.beam.points[0, 1] - balance.beam.points[-1, 1]


WATCHED = Watched("NormalEquations", look)
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
    assert (seen.stage.mean.x, seen.stage.mean.y) == pytest.approx((DATA.x.mean(), DATA.y.mean()))


def test_the_squares_end_with_the_least_sum(seen):
    corners = np.array([square.points.reshape(4, 4, 3)[:, 0] for square in seen.stage.squares])
    _, low = values(seen.stage.chart, corners.min(axis=1))
    _, high = values(seen.stage.chart, corners.max(axis=1))
    assert np.sum((high - low) ** 2) == pytest.approx(BEST.rss)


def test_the_bracket_stays_before_it_is_struck_and_0_is_written_after_it_is_gone(seen):
    frames = [frame for frame in seen.frames if frame.step == "slope"]
    whole = [frame.time for frame in frames if frame.bracket and not frame.struck]
    assert whole[-1] - whole[0] >= 1.5
    struck = [frame.time for frame in frames if frame.struck]
    zero = [frame.time for frame in frames if frame.zero]
    assert whole[-1] <= struck[0]
    assert struck[-1] <= zero[0]
    assert not any(frame.bracket and frame.zero for frame in frames)


def test_the_row_with_one_unknown_is_written_before_it_is_divided(seen):
    alone = next(frame.time for frame in seen.frames if frame.alone)
    result = next(frame.time for frame in seen.frames if frame.result)
    assert alone + 3 < result


def test_the_film_ends_with_the_values_of_core(seen):
    stage = seen.stage
    for value, exact in (
        (stage.slope_value, BEST.slope),
        (stage.intercept_value, BEST.intercept),
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


def rows_of(source: str) -> list[tuple[str, str]]:
    """Return the two sides of each equation of ``source`` as Python."""
    plain = re.sub(r"\{\{\s*([-+=][\s0]*):\s*\w+\s*\}\}|&", r" \1 ", source)
    # The bar of a fraction holds what is above and below it together.
    plain = re.sub(r"\{\{", " (", re.sub(r"\s*:\s*\w+\s*\}\}", ") ", plain))
    for terms, letter in (("x^2", "A"), ("x y", "C"), ("x", "B"), ("y", "D")):
        plain = re.sub(rf"sum\s+{re.escape(terms).replace(' ', 's+')}(?!\w)", letter, plain)
    plain = re.sub(r"sum\s+x\s+y", "C", plain)
    plain = re.sub(rf"\b(?:{'|'.join(COLOURS)})(?=\()", "", plain).replace(" dot ", " ")
    plain = re.sub(r"(?<=[\w)])\s+(?=[\w(])|(?<=\))(?=[\w(])|(?<=\w)(?=\()", " * ", plain)
    return [tuple(f"({side})" for side in row.split("=")) for row in plain.split("\\")]


EQUATIONS = [
    derivation.MULTIPLIED,
    derivation.SPLIT,
    derivation.LETTERS,
    derivation.MINUS,
    derivation.ALONE,
    derivation.TIMES,
    derivation.FREE,
    derivation.SLOPE,
    derivation.FROM_MEAN,
    derivation.INTERCEPT,
]
DENOMINATORS = derivation.SLOPE, derivation.INTERCEPT


@pytest.mark.parametrize("source", EQUATIONS)
def test_every_row_holds_for_the_best_line_and_for_no_other(source):
    letters = {name: getattr(TOTAL, name) for name in "ABCDN"}
    for left, right in rows_of(source):
        best = letters | {"a": BEST.slope, "b": BEST.intercept}
        scale = abs(TOTAL.A * TOTAL.D)
        difference = eval(left, {}, best) - eval(right, {}, best)
        assert difference == pytest.approx(0, abs=1e-9 * scale)
        other = letters | {"a": BEST.slope + 0.1, "b": BEST.intercept + 0.3}
        assert abs(eval(left, {}, other) - eval(right, {}, other)) > 1e-3


@pytest.mark.parametrize("levers", [np.ones_like(DATA.x), DATA.x, DATA.x - DATA.x.mean()])
@pytest.mark.parametrize("line", [(BEST.slope, BEST.intercept), (0.4, 3.0), (1.1, -1.0)])
def test_a_beam_is_as_steep_as_the_sum_of_what_lies_below_it(levers, line):
    chart = Chart(PEN, Box(-6, 0, 4, 3), Scale.around(DATA.x, 0.1), Scale.around(DATA.y, 0.1))
    balance = Balance(
        chart,
        (DATA.x, DATA.y, levers),
        [(0.4, 3.0), (1.1, -1.0)],
        area=Box(0, 0, 3, 3),
        title=PEN.formula("x"),
        sides=(PEN.words("above"), PEN.words("below")),
        colours=("#FFFFFF",) * 3,
    ).set_line(*line)
    weighed = levers * (DATA.y - line[0] * DATA.x - line[1])
    heights = np.ptp(balance.pieces.points.reshape(len(DATA.x), -1, 3)[:, :, 1], axis=1)
    unit = heights.sum() / np.abs(weighed).sum()
    np.testing.assert_allclose(heights, unit * np.abs(weighed), atol=1e-9)
    middles = balance.pieces.points.reshape(len(DATA.x), -1, 3)[:, :, 0].mean(axis=1)
    left, right = np.unique(middles.round(6))
    assert np.all((middles < 1.5) == (weighed > 0))
    start, end = balance.beam.points[[0, -1]]
    steep = (start[1] - end[1]) / (end[0] - start[0])
    assert steep == pytest.approx(unit * weighed.sum() / (right - left), abs=1e-9)
    assert balance.pieces.points[:, 1].max() <= 3


def test_the_pieces_of_the_second_balance_come_from_those_of_the_first(seen):
    first, second = seen.stage.first, seen.stage.second
    second.set_gathered(0.0)
    np.testing.assert_allclose(second.pieces.points, first.pieces.points)
    second.set_gathered(1.0)


def test_a_turn_about_the_mean_keeps_one_beam_level_and_tips_the_other(seen):
    turning = [f for f in seen.frames if f.step in ("turn", "slope") and f.second is not None]
    swung = [frame for frame in turning if frame.step == "slope" or frame.time > turning[0].time]
    assert max(abs(frame.first) for frame in swung) < 1e-6
    assert max(frame.second for frame in swung) > 0.5
    assert min(frame.second for frame in swung) < -0.5
    for frame in swung:
        a, b = frame.now
        assert a * DATA.x.mean() + b == pytest.approx(DATA.y.mean())


def test_only_a_shift_makes_the_orange_beam_level(seen):
    tilts = [f.first for f in seen.frames if f.step == "shift" and f.first is not None]
    assert tilts[0] > 0.3
    assert tilts[-1] == pytest.approx(0, abs=1e-6)


def test_the_beam_of_the_turn_is_level_only_when_the_slope_has_been_written(seen):
    level = [f for f in seen.frames if f.second is not None and abs(f.second) < 1e-6]
    assert level
    assert level[0].result
    assert level[0].now == pytest.approx((BEST.slope, BEST.intercept))


@pytest.mark.parametrize("first", [0.0, 1990.0])
def test_far_from_0_the_levers_count_from_the_mean(first, tmp_path):
    x = first + np.arange(12.0)
    data = replace(DATA, x=x, y=14 + 0.02 * x + np.sin(x))
    with session(FilmSettings(), "low_quality", tmp_path, dry_run=True, frame_rate=2):
        stage = build_stage(data, PEN)
    np.testing.assert_allclose(stage.second.levers, x - (x.mean() if first else 0))
    assert len(stage.cut) == (0 if first else 1), "marked where x = 0 is in the picture"
    for turn in (TURNED, 0.0, OVER):
        stage.leaning.set_place(turn, 0.0)
        assert tilt(stage.first) == pytest.approx(0, abs=1e-6)
        assert np.sign(round(tilt(stage.second), 6)) == -np.sign(turn)


def test_a_turn_changes_a_miss_at_x_by_x_times_as_much(seen):
    strokes = seen.stage.turns
    a, b = BEST.slope, BEST.intercept
    strokes.set_start(a, b)
    strokes.set_line(a + 0.1, b)
    _, y = values(seen.stage.chart, strokes.points.reshape(-1, 4, 3)[:, [0, -1]])
    grown = y[:, 1] - y[:, 0]
    np.testing.assert_allclose(grown, 0.1 * DATA.x)


def test_strips_are_said_to_be_about_what_they_are_but_for_a_corner():
    assert any("about 2 · miss · shift" in one.text for one in WATCHED.film.sentences)


def test_both_results_end_with_one_denominator():
    slope, shared = (re.search(r"/\{\{\w+\((.*)\) : left", row) for row in DENOMINATORS)
    assert slope
    assert shared
    assert slope.group(1) == shared.group(1)


def test_after_travelling_the_new_formula_is_whole_and_the_old_one_stays(tmp_path):
    with session(FilmSettings(), "low_quality", tmp_path, dry_run=True, frame_rate=2):
        scene = Scene()
        old = PEN.formula("{{a : a}} + {{x^2 : x}}")
        new = PEN.formula("{{x^2 : x}} dot {{a : a}} = 0").shift((0, -2, 0))
        before = [[glyph.points.copy() for glyph in formula] for formula in (old, new)]
        scene.add(old)
        scene.play(*arrivals(new, ways(old, "a x")), run_time=0.5)
        scene.add(new)
        assert VGroup(*scene.mobjects).submobjects == [old, new]
        for formula, there in zip((old, new), before, strict=True):
            for glyph, points in zip(formula, there, strict=True):
                np.testing.assert_allclose(glyph.points, points, atol=1e-9)


def test_a_part_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError, match="no part 'z'"):
        ways(PEN.formula("{{a : a}}"), "z>a")
    with pytest.raises(KeyError, match="no part 'z'"):
        arrivals(PEN.formula("{{a : a}}"), [Way(PEN.formula("a"), "z")])
