"""The bet of HalfThickness, its shots again and again, and what is left of them on average."""

import numpy as np
import pytest

from scenes.visuals.half_thickness.beam.heap import DISC, MARK
from scenes.visuals.half_thickness.beam.photons import PHOTONS
from scenes.visuals.half_thickness.beam.repeats import BIN, REACH, SHOTS
from tests.scenes.half_thickness_seen import FIT, TOGETHER, binomial_error, last, seen

__all__ = ["seen"]
pytestmark = TOGETHER


def test_the_first_dots_of_many_shots_are_seen_one_by_one_and_the_last_ones_come_fast(seen):
    made = [f.told for f in seen.frames if 1 < f.told < SHOTS]
    assert made == sorted(made)
    assert made[len(made) // 2] < 0.25 * SHOTS


def test_in_the_answer_chance_decides_and_the_average_is_that_of_the_shots(seen):
    repeats = seen.stage.repeats
    through = (repeats.depths > FIT.half_thickness_mm).sum(axis=1)
    np.testing.assert_array_equal(repeats.heap.through, through)
    assert np.unique(through).size > 5, "no two shots need be alike"
    shown = [f for f in seen.frames if f.step == "answer" and f.flown == 1.0 and not f.second]
    assert {f.arrived for f in shown if not f.told} == {through[0]}
    error = binomial_error(0.5, PHOTONS) / np.sqrt(SHOTS)
    assert abs(through.mean() - PHOTONS / 2) < error


def test_each_average_is_that_of_the_shots_that_are_told(seen):
    heaps = seen.stage.repeats.heaps
    for frame in seen.frames:
        if frame.told > 1:
            told = int(frame.told)
            means = [f"{heap.through[:told].mean():.1f}" for heap in heaps]
            assert frame.averages == (means if told > 1 else ["", ""]), "one shot has none"
    assert [f.told for f in seen.frames][-1] == SHOTS


def test_behind_as_much_lead_again_a_quarter_is_left(seen):
    first, end, repeats = seen.frames[0], last(seen, "answer"), seen.stage.repeats
    assert end.second == 1.0
    assert end.layout == first.layout
    behind_two = (repeats.depths > 2 * FIT.half_thickness_mm).sum(axis=1)
    assert end.arrived == behind_two[-1] == PHOTONS / 4
    assert end.written[0] == (str(PHOTONS), str(end.arrived))
    error = binomial_error(0.25, PHOTONS) / np.sqrt(SHOTS)
    assert abs(behind_two.mean() - PHOTONS / 4) < error, "it is no rare shot that is shown"


def test_arrows_grow_over_their_slabs_only_after_the_shot(seen):
    asked = [f for f in seen.frames if f.second == 1.0 and f.flown < 1.0]
    twice, bench = seen.stage.twice, seen.stage.bench
    assert asked
    assert not any({id(twice.first), id(twice.second)} & f.on_stage for f in asked)
    assert any(f.resting and f.flown == 0 for f in asked), "a bet can be made"
    grown = [f.doubled for f in seen.frames if id(twice.second) in f.on_stage]
    assert grown == sorted(grown)
    assert grown[-1] == 1.0
    bench.set(layout=seen.stage.last_shot, thickness=FIT.half_thickness_mm, second=1.0)
    left, right = bench.face()
    faces = [left, (left + right) / 2, right]
    arrows = [arrow.points for arrow in (twice.first, twice.set_grown(1.0).second)]
    for points, start, end in zip(arrows, faces, faces[1:], strict=False):
        assert start < points[:, 0].min() < points[:, 0].max() < end
    assert np.ptp(arrows[0][:, 0]) == pytest.approx(np.ptp(arrows[1][:, 0])), "as long again"


def test_over_the_faces_of_the_lead_stands_what_is_left_on_average(seen):
    twice, bench = seen.stage.twice, seen.stage.bench
    bench.set(layout=seen.stage.last_shot, thickness=FIT.half_thickness_mm, second=1.0)
    left, right = bench.face()
    assert [share.text for share in twice.shares] == ["100", "50", "25"]
    at = [share.anchor[0] for share in twice.shares]
    np.testing.assert_allclose(at, [left, (left + right) / 2, right])
    lead = bench.layout.lead_low + bench.layout.lead_height
    assert all(part.get_bottom()[1] > lead for part in (*twice.shares, twice.first, twice.second))
    said = [s.text for s in seen.sentences]
    assert "25: by chance just the average." in said
    assert last(seen, "answer").lost == "", "nothing else stands over the lead"


def test_the_shots_have_gone_before_there_is_more_lead(seen):
    repeats = seen.stage.repeats
    more = [f for f in seen.frames if f.second > 0]
    assert more
    gone = {id(part) for heap in repeats.heaps for part in heap.get_family()}
    assert not any(gone & f.on_stage for f in more)


def test_the_lead_of_the_bench_becomes_the_slab_beside_the_lower_row_and_none_is_too_wide(seen):
    repeats, bench = seen.stage.repeats, seen.stage.bench
    bench.set(layout=seen.stage.last_shot, thickness=FIT.half_thickness_mm, second=0.0)
    started = repeats.set_come(0.0).slabs[0].points
    assert started[:, 0].min() == pytest.approx(bench.face()[0])
    assert started[:, 0].max() == pytest.approx(bench.face()[1])
    half, guess = (np.ptp(slab.points[:, 0]) for slab in repeats.set_come(1.0).slabs)
    guessed = seen.stage.half_step.ruler.half_mm
    assert guess / half == pytest.approx(guessed / FIT.half_thickness_mm)


def test_a_dot_lies_over_its_count_and_the_mark_below_the_average(seen):
    for heap in seen.stage.repeats.set_told(SHOTS).heaps:
        assert np.abs(heap.through - heap.through.mean()).max() < REACH
        width = heap.place(1.0, 0.0)[0] - heap.place(0.0, 0.0)[0]
        dots = heap.dots.points.reshape(SHOTS, -1, 3).mean(axis=1)
        np.testing.assert_array_less(
            np.abs(dots[:, 0] - [heap.place(n, 0.0)[0] for n in heap.through]),
            BIN * width / 2 + 1e-9,
        )
        gaps = np.linalg.norm(dots[:, None] - dots[None], axis=-1) + np.eye(SHOTS) * BIN * width
        assert gaps.min() > 2 * DISC * heap.size, "no two in one place"
        half = heap.place(PHOTONS / 2, 0.0)[0]
        assert np.abs(dots[:, 0] - half).min() == pytest.approx(0, abs=1e-9), "a stack on the line"
        assert heap.mark.points[0, 0] == pytest.approx(heap.place(heap.through.mean(), 0.0)[0])
        assert heap.mark.points[:, 1].max() == pytest.approx(heap.place(0.0, -MARK[0])[1])


def test_both_rows_share_an_axis_and_a_line_at_half(seen):
    repeats = seen.stage.repeats
    lower, upper = (heap.place(PHOTONS / 2, 0.0) for heap in repeats.heaps)
    assert lower[0] == upper[0]
    np.testing.assert_allclose(repeats.line.points[:, 0], lower[0])
    for number, heap in zip(repeats.averages, repeats.heaps, strict=True):
        assert number.get_left()[0] > heap.place(repeats.highest, 0.0)[0], "beside the dots"


def test_the_same_photons_fly_through_the_thickness_that_the_ruler_guessed(seen):
    repeats, guess = seen.stage.repeats, seen.stage.half_step.ruler.half_mm
    half, guessed = repeats.heaps
    through = (repeats.depths > guess).sum(axis=1)
    np.testing.assert_array_equal(guessed.through, through)
    error = binomial_error(np.exp(-FIT.mu_per_mm * guess), PHOTONS) / np.sqrt(SHOTS)
    assert abs(through.mean() - PHOTONS * np.exp(-FIT.mu_per_mm * guess)) < error
    rest = [f for f in seen.frames if f.told == SHOTS and not f.second][-1]
    assert rest.averages == [f"{half.through.mean():.1f}", f"{through.mean():.1f}"]
    assert abs(half.through.mean() - 50) < abs(through.mean() - 50)
    assert seen.stage.verdict == f"On average {seen.stage.half} mm wins."


def test_the_bet_is_asked_for_before_one_is_made_and_is_settled(seen):
    asked = next(s for s in seen.sentences if s.text.startswith("Make your bet"))
    made = next(k for k, f in enumerate(seen.frames) if id(seen.stage.bet) in f.on_stage)
    assert seen.sentences[seen.frames[made].said_before] == asked
    before = [f for f in seen.frames[:made] if seen.sentences[f.said_before] == asked]
    assert before, "the question stands alone at first"
    launched = next(f for f in seen.frames if f.flown > 0)
    assert launched.time - seen.frames[made].time > 1, "it can be read before they fly"
    told = " ".join(sentence.text for sentence in seen.sentences)
    assert told.index("the bet is lost") < told.index("the bet is lost again")
    assert told.index("the bet is lost again") < told.index(seen.stage.verdict)
