"""The film says what core computes, every row it writes is true, and nothing comes from nowhere."""

import re
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from manim import Scene, VGroup

from core.fits.normal_equations import NormalEquations as Sums
from core.palette import theme
from scenes.settings import FilmSettings
from scenes.studio.session import session
from scenes.visuals.normal_equations import derivation
from scenes.visuals.normal_equations.heights import Rests
from scenes.visuals.normal_equations.leaning import NEARER, NEARER_YET, TURNED, in_turns
from scenes.visuals.normal_equations.rows import Way, arrivals
from scenes.visuals.normal_equations.stage import build_stage
from scenes.visuals.normal_equations.sums import DEFINITIONS, RunningSums
from scenes.visuals.writing.pen import COLOURS, Pen
from tests.scenes.normal_equations_seen import BEST, DATA, TOTAL, WATCHED, tilt
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
    assert alone[-1] - alone[0] >= 3


def test_the_row_with_one_unknown_is_written_before_it_is_divided(seen):
    struck = next(frame.time for frame in seen.frames if frame.struck)
    alone = next(frame.time for frame in seen.frames if frame.free)
    result = next(frame.time for frame in seen.frames if frame.result)
    assert struck < alone
    assert alone + 1 < result


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


def sides_of(source: str) -> list[tuple[str, str]]:
    """Return the two sides of each equation of ``source`` as Python."""
    plain = re.sub(r"\{\{\s*([-+=][\s0]*):\s*\w+\s*\}\}|&", r" \1 ", source)
    # A name only tells what moves where.
    while plain != (without := re.sub(r"\{\{([^{}]*):\s*\w+\s*\}\}", r" \1 ", plain)):
        plain = without
    # The bar of a fraction holds what is above and below it together.
    plain = re.sub(r"\{\{", " (", re.sub(r"\s*:\s*\w+\s*\}\}", ") ", plain))
    for terms, letter in (("x^2", "A"), ("x y", "C"), ("x", "B"), ("y", "D")):
        plain = re.sub(rf"sum\s+{re.escape(terms).replace(' ', 's+')}(?!\w)", letter, plain)
    plain = re.sub(r"sum\s+x\s+y", "C", plain)
    plain = re.sub(rf"\b(?:{'|'.join(COLOURS)})(?=\()", "", plain).replace(" dot ", " ")
    plain = re.sub(r"(?<=[\w)])\s+(?=[\w(])|(?<=\))(?=[\w(])|(?<=\w)(?=\()", " * ", plain)
    return [tuple(f"({side})" for side in row.split("=")) for row in plain.split("\\")]


EQUATIONS = [
    derivation.SHIFT_ROW,
    derivation.TURN_ROW,
    derivation.TIMES_B,
    derivation.TIMES_N,
    derivation.FREE,
    derivation.SLOPE,
    derivation.INTERCEPT,
]


@pytest.mark.parametrize("source", EQUATIONS)
def test_every_row_holds_for_the_best_line_and_for_no_other(source):
    letters = {name: getattr(TOTAL, name) for name in "ABCDN"}
    for left, right in sides_of(source):
        best = letters | {"a": BEST.slope, "b": BEST.intercept}
        scale = abs(TOTAL.A * TOTAL.D)
        difference = eval(left, {}, best) - eval(right, {}, best)
        assert difference == pytest.approx(0, abs=1e-9 * scale)
        other = letters | {"a": BEST.slope + 0.1, "b": BEST.intercept + 0.3}
        assert abs(eval(left, {}, other) - eval(right, {}, other)) > 1e-3


def test_the_pieces_of_the_second_columns_come_from_those_of_the_first(tmp_path):
    with session(FilmSettings(), "low_quality", tmp_path, dry_run=True, frame_rate=2):
        first, second = build_stage(DATA, PEN).misses
    second.set_gathered(0.0)
    for piece, source in zip(second.pieces, first.pieces, strict=True):
        np.testing.assert_allclose(piece.points, source.points)


def test_only_a_shift_makes_the_orange_beam_level(seen):
    tilts = [f.misses[0] for f in seen.frames if f.step == "shift" and f.misses[0] is not None]
    assert tilts[0] > 0.3
    assert tilts[-1] == pytest.approx(0, abs=1e-6)


def test_whole_heights_tip_the_beams_as_the_misses_did(seen):
    """The line of the guess goes through the mean point: one beam is level, and one is not."""
    shown = [f for f in seen.frames if f.step == "collect" and f.heights[1] is not None]
    assert shown
    for frame in shown:
        assert abs(frame.heights[0]) < 1e-6
        assert frame.heights[1] > 0.1
        a, b = frame.now
        assert a * DATA.x.mean() + b == pytest.approx(DATA.y.mean())
    weighed = [f.misses[1] for f in seen.frames if f.step == "turn" and f.misses[1] is not None]
    assert min(weighed) > 0.1


def test_an_equation_stands_beside_no_beam_that_breaks_it(seen):
    demanded = [frame for frame in seen.frames if frame.demanded]
    assert demanded
    assert demanded[0].heights == pytest.approx([0, 0], abs=1e-6)
    for frame in demanded:
        assert all(one is None or abs(one) < 1e-6 for one in frame.heights)


def test_each_beam_that_is_made_level_tips_the_other(seen):
    shown = [f.misses for f in seen.frames if f.step == "undo"]
    level = [[abs(one) < 1e-6 for one in pair] for pair in shown]
    assert all(any(pair) for pair in (level[0], level[-1]))
    assert not any(all(pair) for pair in level), "never both"
    for beam in (0, 1):
        assert any(pair[beam] for pair in level)
    assert level[-1] == [True, False]
    ends = in_turns(TOTAL, seen.stage.leaning.line(TURNED, 0.0), 4)
    shared = TOTAL.B**2 / (TOTAL.A * TOTAL.N)
    left = [abs(a - BEST.slope) for a, _ in ends]
    assert left[2] == pytest.approx(shared * left[0]), "it never quite ends"


def test_multiplied_the_parts_with_b_are_equally_high_and_between_the_beams_is_the_rest(seen):
    first, second = seen.stage.heights
    for one in (first, second):
        one.set_line(BEST.slope, BEST.intercept)
    share = TOTAL.B * TOTAL.D / (TOTAL.C * TOTAL.N)
    first.set_area(second.area).set_multiplied(1.0, share)
    second.set_multiplied(1.0, 1.0)
    same = [one.blocks["intercept"].points for one in (first, second)]
    np.testing.assert_allclose(np.ptp(same[0][:, 1]), np.ptp(same[1][:, 1]))
    rests = Rests(PEN, (first, second))
    between = [np.ptp(part.points[:, 1]) for part in rests]
    assert between[0] == pytest.approx(between[1])
    unit = second.unit / TOTAL.N
    assert between[0] == pytest.approx(unit * (TOTAL.C * TOTAL.N - TOTAL.B * TOTAL.D))
    assert between[1] == pytest.approx(-unit * TOTAL.determinant * BEST.slope)


def test_a_letter_is_defined_when_its_block_is_named(seen):
    for kind, letter in (("intercept", "N"), ("slope", "B"), ("points", "D")):
        named = next(f.time for f in seen.frames if f.step == "collect" and f.named[kind] > 0.9)
        defined = next(f.time for f in seen.frames if letter in f.defined)
        assert abs(named - defined) <= 0.5, letter


def test_the_answer_is_not_seen_before_the_numbers_have_given_it(seen):
    given = next(frame.time for frame in seen.frames if frame.value)
    for frame in seen.frames:
        if frame.time < given:
            assert frame.now[0] < BEST.slope - 0.05
            assert None in frame.misses or max(map(abs, frame.misses)) > 0.1
            # Demanded to be level, the columns stand there without a line.
            assert frame.heights[1] is None or frame.heights[1] > 0.1 or not frame.line
    line = next(f for f in seen.frames if f.time >= given and f.line)
    assert line.now == pytest.approx((BEST.slope, BEST.intercept))


def test_at_the_end_both_beams_are_level_and_any_other_line_has_more_squares(seen):
    shown = [f for f in seen.frames if f.step == "line" and f.misses[1] is not None]
    level = [f for f in shown if max(map(abs, f.misses)) < 1e-6]
    assert level
    assert all(f.epsilon == pytest.approx(BEST.rss) for f in level)
    tipped = [f for f in shown if max(map(abs, f.misses)) >= 1e-6]
    for beam in (0, 1):
        assert max(f.misses[beam] for f in tipped) > 0.2
        assert min(f.misses[beam] for f in tipped) < -0.2
    assert all(f.epsilon > BEST.rss for f in tipped)


@pytest.mark.parametrize("first", [0.0, 1990.0])
def test_far_from_0_the_levers_count_from_the_mean(first, tmp_path):
    x = first + np.arange(12.0)
    data = replace(DATA, x=x, y=14 + 0.02 * x + np.sin(x))
    with session(FilmSettings(), "low_quality", tmp_path, dry_run=True, frame_rate=2):
        stage = build_stage(data, PEN)
    np.testing.assert_allclose(stage.misses[1].weights.levers, x - (x.mean() if first else 0))
    lever = stage.lever
    assert len(lever.arrows) == (0 if first else 2), "drawn where x = 0 is in the picture"
    assert len(lever.pivot) == (0 if first else 1)
    assert len(stage.rounds) == (0 if first else 4), "far from 0 a turn is seen as a shift"
    assert stage.heights is None, "some lines leave their points, or no beam would be seen to tip"
    for turn in (TURNED, 0.0):
        stage.leaning.set_line(*stage.leaning.line(turn, 0.0))
        assert tilt(stage.misses[0]) == pytest.approx(0, abs=1e-6)
        assert np.sign(round(tilt(stage.misses[1]), 6)) == -np.sign(turn)


def test_a_turn_moves_the_line_at_x_by_x_times_as_much(seen):
    lever, chart = seen.stage.lever, seen.stage.chart
    a, b = seen.stage.leaning.line(TURNED, 0.0)
    lever.set_line(a + 0.1, b)
    unit = chart.box.height / chart.y_scale.span
    for moves in (lever.two, lever.others):
        tall = np.ptp(moves.points.reshape(len(moves.x), -1, 3)[:, :, 1], axis=1)
        np.testing.assert_allclose(tall, unit * 0.1 * moves.x)
    near, far = lever.two.x
    assert far > 2 * near
    assert len(lever.two.x) + len(lever.others.x) == len(DATA.x)


def test_of_two_enlarged_squares_one_gains_two_arms_and_a_corner_and_one_loses_them(seen):
    chart, leaning = seen.stage.chart, seen.stage.leaning
    lines = [leaning.line(TURNED, shift) for shift in (NEARER, NEARER_YET)]
    below, above = seen.stage.enlarged
    assert below.gains
    assert not above.gains
    for square in (below, above):
        square.set_line(*lines[1])
        sides = [np.ptp(arm.points[:, :2], axis=0) for arm in square.arms]
        base = np.ptp(square.base.points[:, :2], axis=0)
        wide = abs(square.now - square.before)
        for side, exact in zip(
            sides, ((wide, base[1]), (base[0], wide), (wide, wide)), strict=True
        ):
            np.testing.assert_allclose(side, exact)
        assert wide / square.zoom == pytest.approx(lines[1][1] - lines[0][1]), "as the shift"
        assert square.zoom > 1.2 * chart.box.height / chart.y_scale.span


def test_the_height_of_one_point_is_what_its_parts_add_up_to(seen):
    one, stage = seen.stage.one_point, seen.stage
    a, b = stage.rounds[-1]
    x, y = one.point
    for share in (0.0, 0.3, 1.0):
        bars = [bar.points[:, 1] for bar in one.set_come(share).bars]
        whole, *parts = [np.ptp(heights) for heights in bars]
        assert sum(parts) == pytest.approx(whole)
        np.testing.assert_allclose(np.array(parts) / whole, np.array([b, a * x, y - a * x - b]) / y)
        assert bars[0].min() == pytest.approx(bars[1].min())


def test_after_travelling_the_new_formula_is_whole_and_the_old_one_stays(tmp_path):
    with session(FilmSettings(), "low_quality", tmp_path, dry_run=True, frame_rate=2):
        scene = Scene()
        old = PEN.formula("{{a : a}} + {{x^2 : x}}")
        new = PEN.formula("{{x^2 : x}} dot {{a : a}} = 0").shift((0, -2, 0))
        before = [[glyph.points.copy() for glyph in formula] for formula in (old, new)]
        scene.add(old)
        scene.play(*arrivals(new, [Way(old.select(part), part) for part in "ax"]), run_time=0.5)
        scene.add(new)
        assert VGroup(*scene.mobjects).submobjects == [old, new]
        for formula, there in zip((old, new), before, strict=True):
            for glyph, points in zip(formula, there, strict=True):
                np.testing.assert_allclose(glyph.points, points, atol=1e-9)


def test_a_part_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError, match="no part 'z'"):
        arrivals(PEN.formula("{{a : a}}"), [Way(PEN.formula("a"), "z")])
