"""A beam is level where what it weighs cancels: misses, and misses times their levers."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from core.palette import theme
from scenes.settings import FilmSettings
from scenes.studio.session import session
from scenes.visuals.normal_equations.leaning import TURNED, in_turns
from scenes.visuals.normal_equations.stage import build_stage
from scenes.visuals.writing.pen import Pen
from tests.scenes.normal_equations_seen import BEST, DATA, TOTAL, WATCHED, tilt

PEN = Pen(theme("dark"))

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return SimpleNamespace(stage=WATCHED.film.stage, frames=WATCHED.frames)


def test_the_pieces_of_the_second_columns_come_from_those_of_the_first(tmp_path):
    with session(FilmSettings(), "low_quality", tmp_path, dry_run=True, frame_rate=2):
        first, second = build_stage(DATA, PEN).misses
    second.set_gathered(0.0)
    for piece, source in zip(second.pieces, first.pieces, strict=True):
        np.testing.assert_allclose(piece.points, source.points)


def test_only_a_shift_makes_the_orange_beam_level(seen):
    tilts = [f.misses[0] for f in seen.frames if f.step == "shift" and f.misses[0] is not None]
    assert tilts[0] > 0.3
    assert min(tilts) < -0.3, "beyond, too"
    assert tilts[-1] == pytest.approx(0, abs=1e-6)


def test_epsilon_falls_until_the_orange_beam_is_level_and_rises_beyond(seen):
    shown = [f for f in seen.frames if f.step == "shift" and f.misses[0] is not None]
    beyond = min(range(len(shown)), key=lambda k: shown[k].misses[0])
    before = [f.epsilon for f in shown[:beyond] if f.misses[0] >= 0]
    after = [f.epsilon for f in shown[: beyond + 1] if f.misses[0] < 0]
    assert before == sorted(before, reverse=True)
    assert after == sorted(after)
    assert shown[-1].epsilon < min(before[0], after[-1]) - 1
    assert shown[-1].epsilon == pytest.approx(min(f.epsilon for f in shown), rel=1e-3)


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


@pytest.mark.parametrize(("hand", "beam"), [("Turn until blue", 1), ("Shift until orange", 0)])
def test_what_the_hand_does_is_said_until_the_beam_is_level_and_the_other_has_tipped(
    seen, hand, beam
):
    said = next(one for one in WATCHED.film.sentences if hand in one.text)
    pairs = [f.misses for f in seen.frames if said.start < f.time < said.end]
    assert said.end - said.start >= 2.0
    assert abs(pairs[0][beam]) > 0.1
    assert pairs[-1][beam] == pytest.approx(0, abs=1e-6)
    assert abs(pairs[-1][1 - beam]) > 0.1


def test_columns_say_that_their_scale_is_another_one(seen):
    """Until they get one of their own at the end."""
    second = seen.stage.misses[1]
    for now, word in ((0.5, "smaller"), (2.0, "larger")):
        (note,) = second.note_scale(PEN, 1.0, now).note
        assert word in note[0].typst_code
        assert note.get_top()[1] < second.title.get_bottom()[1]
    assert not second.make_room(second.area, [(second.a, second.b)]).note.submobjects


def test_both_beams_are_in_sight_as_long_as_it_is_asked_whether_both_can_be_level(seen):
    said = next(one for one in WATCHED.film.sentences if "Can both be level" in one.text)
    asked = [f for f in seen.frames if said.start <= f.time < said.end]
    assert said.end - said.start >= 2.2
    assert all(None not in f.misses for f in asked)
    assert all(abs(f.misses[0]) < 1e-6 and abs(f.misses[1]) > 0.1 for f in asked)


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
    assert len(stage.rounds) == (0 if first else 2), "far from 0 a turn is seen as a shift"
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
    near, far = lever.x
    assert far > 2 * near
    arms = np.concatenate([part.points.reshape(-1, 16, 3) for part in lever.arms])
    wide = np.sort(np.ptp(arms, axis=1)[:, :2].min(axis=1))
    np.testing.assert_allclose(wide, unit * 0.1 * np.repeat([near, far], 2))
