"""The bet of HalfThickness, its shots again and again, and what is left of them on average."""

import numpy as np
import pytest

from scenes.visuals.half_thickness.beam.heap import DISC
from scenes.visuals.half_thickness.beam.photons import PHOTONS
from scenes.visuals.half_thickness.beam.repeats import BIN, NAME_UP, REACH, RIVAL_BIN, SHOTS
from tests.scenes.half_thickness_seen import (
    FIT,
    TOGETHER,
    binomial_error,
    last,
    seen,
    text_of,
)

__all__ = ["seen"]
pytestmark = TOGETHER


def test_the_first_dots_of_many_shots_are_seen_one_by_one_and_the_last_ones_come_fast(seen):
    for told in ([f.told for f in seen.frames], [f.told_of_two for f in seen.frames]):
        made = [n for n in told if 1 < n < SHOTS]
        assert made[len(made) // 2] < 0.25 * SHOTS


def test_in_the_answer_chance_decides_and_the_average_is_that_of_the_shots(seen):
    repeats = seen.stage.repeats
    through = (repeats.depths > FIT.half_thickness_mm).sum(axis=1)
    np.testing.assert_array_equal(repeats.heap.through, through)
    assert np.unique(through).size > 5, "no two shots need be alike"
    shown = [f for f in seen.frames if f.step == "answer" and f.flown == 1.0 and not f.second]
    assert {f.arrived for f in shown} <= set(through.tolist())
    assert shown[0].arrived == through[0]
    rest = shown[-1]
    assert rest.told == SHOTS
    assert rest.average == f"{through.mean():.1f}"
    error = binomial_error(0.5, PHOTONS) / np.sqrt(SHOTS)
    assert abs(through.mean() - PHOTONS / 2) < error
    assert rest.arrived == through[-1]


def test_each_average_is_that_of_the_shots_that_are_told(seen):
    through = seen.stage.repeats.heap.through
    repeated = [f for f in seen.frames if f.told and f.flown == 1.0 and not f.second]
    assert [f.told for f in repeated] == sorted(f.told for f in repeated)
    for frame in repeated:
        told = int(frame.told)
        average = f"{through[:told].mean():.1f}"
        assert frame.average == (average if told > 1 else ""), "one shot has none"
        assert frame.arrived == through[told - 1]
        assert not frame.told_as_number, "one number stands there, not two"


def test_behind_as_much_lead_again_a_quarter_is_left_on_average(seen):
    first, end, repeats = seen.frames[0], last(seen, "answer"), seen.stage.repeats_of_two
    assert end.second == 1.0
    assert end.layout == first.layout
    behind_two = (seen.stage.repeats.depths > 2 * FIT.half_thickness_mm).sum(axis=1)
    np.testing.assert_array_equal(repeats.heap.through, behind_two)
    assert end.told_of_two == SHOTS
    assert end.average_of_two == f"{behind_two.mean():.1f}"
    error = binomial_error(0.25, PHOTONS) / np.sqrt(SHOTS)
    assert abs(behind_two.mean() - PHOTONS / 4) < error
    assert end.written[0] == (str(PHOTONS), ""), "one number stands there, not two"
    assert float(seen.stage.twice.count.text) == PHOTONS / 2
    assert all(id(part) in end.on_stage for part in seen.stage.twice.between)
    about, count = seen.stage.twice.about, seen.stage.twice.count
    assert "about" in text_of(about), "chance leaves no two shots alike"
    assert id(about) in end.on_stage
    assert about.get_right()[0] < count.get_left()[0]


def test_where_an_average_rests_the_shot_beside_it_is_as_it_says(seen):
    for repeats, half in ((seen.stage.repeats, 2), (seen.stage.repeats_of_two, 4)):
        assert repeats.heap.through[-1] == round(repeats.heap.through.mean()) == PHOTONS / half
    assert last(seen, "answer").arrived == PHOTONS / 4


def test_the_first_heap_has_gone_before_there_is_more_lead(seen):
    repeats = seen.stage.repeats
    more = [f for f in seen.frames if f.second > 0]
    assert more
    assert not any(
        id(part) in f.on_stage for f in more for part in (repeats.heap.dots, repeats.average)
    )


def test_what_is_left_between_the_slabs_points_to_where_they_meet(seen):
    bench, twice = seen.stage.bench, seen.stage.twice
    bench.set(layout=seen.stage.last_shot, thickness=FIT.half_thickness_mm, second=1.0)
    meeting = sum(bench.face()) / 2
    np.testing.assert_allclose(twice.pointer.points[:, 0], meeting)
    assert twice.count.anchor[0] == pytest.approx(meeting)
    assert twice.names[0].get_center()[0] < meeting < twice.names[1].get_center()[0]


def test_shots_through_both_slabs_are_those_of_before_and_come_one_after_the_other(seen):
    depths = seen.stage.repeats.depths
    shown = [f for f in seen.frames if f.second == 1.0 and f.flown == 1.0]
    shots = [np.flatnonzero((depths == f.depths).all(axis=1))[0] for f in shown]
    assert shots == sorted(shots)
    assert len(set(shots)) > 5
    assert shots[-1] == SHOTS - 1
    for frame in shown:
        if frame.average_of_two:
            told = int(frame.told_of_two)
            mean = seen.stage.repeats_of_two.heap.through[:told].mean()
            assert frame.average_of_two == f"{mean:.1f}"


@pytest.mark.parametrize("slabs", [1, 2])
def test_a_dot_lies_over_its_count_and_the_mark_over_the_average(seen, slabs):
    repeats = seen.stage.repeats if slabs == 1 else seen.stage.repeats_of_two
    expected = PHOTONS / 2**slabs
    for heap in repeats.set_told(SHOTS).heaps:
        bins = BIN if slabs == 2 else RIVAL_BIN
        assert np.abs(heap.through - heap.through.mean()).max() < REACH
        width = heap.place(1.0, 0.0)[0] - heap.place(0.0, 0.0)[0]
        dots = heap.dots.points.reshape(SHOTS, -1, 3).mean(axis=1)
        np.testing.assert_array_less(
            np.abs(dots[:, 0] - [heap.place(n, 0.0)[0] for n in heap.through]),
            bins * width / 2 + 1e-9,
        )
        gaps = np.linalg.norm(dots[:, None] - dots[None], axis=-1) + np.eye(SHOTS) * bins * width
        assert gaps.min() > 2 * DISC * bins * width, "no two in one place"
        assert heap.mark.points[0, 0] == pytest.approx(heap.place(heap.through.mean(), 0.0)[0])
    if slabs == 2:  # one heap
        middles = expected - REACH + BIN * (np.arange(2 * REACH // BIN) + 0.5)
        assert expected in middles, "a stack stands in the middle"
        assert dots[:, 1].max() < repeats.place(0.0, NAME_UP - DISC)[1], "below what is said"


def test_the_same_photons_fly_through_the_thickness_that_the_ruler_guessed(seen):
    repeats, guess = seen.stage.repeats, seen.stage.half_step.ruler.half_mm
    half, guessed = repeats.heaps
    through = (repeats.depths > guess).sum(axis=1)
    np.testing.assert_array_equal(guessed.through, through)
    error = binomial_error(np.exp(-FIT.mu_per_mm * guess), PHOTONS) / np.sqrt(SHOTS)
    assert abs(through.mean() - PHOTONS * np.exp(-FIT.mu_per_mm * guess)) < error
    rest = [f for f in seen.frames if f.told == SHOTS and not f.second][-1]
    assert rest.averages == [f"{half.through.mean():.1f}", f"{through.mean():.1f}"]
    settled = f"{half.through.mean():.0f} on average, not {through.mean():.0f}"
    assert settled in seen.stage.verdict
    assert float(half.settled) == PHOTONS / 2


def test_the_bet_is_asked_for_before_one_is_made_and_is_settled(seen):
    asked = next(s for s in seen.sentences if s.text.startswith("Make your bet"))
    made = next(k for k, f in enumerate(seen.frames) if id(seen.stage.bet) in f.on_stage)
    assert seen.sentences[seen.frames[made].said_before] == asked
    before = [f for f in seen.frames[:made] if seen.sentences[f.said_before] == asked]
    assert before, "the question stands alone at first"
    told = " ".join(sentence.text for sentence in seen.sentences)
    assert told.index("the bet is lost") < told.index("the bet is lost again")
    assert told.index("the bet is lost again") < told.index("wins the bet")
