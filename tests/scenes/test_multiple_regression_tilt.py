"""MultipleRegression tilts its sheet along distance, then all its lines steepen along area."""

from dataclasses import replace

import numpy as np
import pytest
from manim import ManimColor

from scenes.visuals.multiple_regression.space import DOT, OF_FLATS
from scenes.visuals.multiple_regression.two_flats.twins import RING
from scenes.visuals.multiple_regression.views import FRONT, facing, from_the_corner
from tests.scenes.multiple_regression_seen import (
    ALONE_FIT,
    FIT,
    FLATS_SHOWN,
    LARGE,
    SMALL,
    VALUES,
    WATCHED,
    frames_of,
    in_any_order,
    in_box,
    last,
    level,
    places,
    whole,
)
from tests.scenes.rehearsal import RATE

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return whole()


def test_while_the_sheet_tilts_and_steepens_the_tank_falls_from_area_alone_to_both(seen):
    fitting = [f for f in seen.frames if f.step in ("tilt", "lines", "steepen")]
    assert all(frame.tank for frame in fitting), "cause and effect are seen at once"
    levels = [frame.filled for frame in fitting]
    assert levels[0] == pytest.approx(level(seen, ALONE_FIT.rss), rel=0.01)
    assert levels[-1] == pytest.approx(level(seen, FIT.rss))
    for step in ("tilt", "steepen"):
        assert np.ptp([frame.filled for frame in frames_of(seen, step)]) > 0.5, step


def test_past_where_the_squares_are_least_the_tank_rises_until_the_sheet_is_back(seen):
    for step, past in zip(("tilt", "steepen"), FLATS_SHOWN.past, strict=True):
        frames = frames_of(seen, step)
        levels = [frame.filled for frame in frames]
        farthest = [frame.filled for frame in frames if frame.shot.plane == past][-1]
        assert levels[-1] == pytest.approx(min(levels)), "it ends at the lowest"
        assert farthest - levels[-1] > 0.3, "one sees that it rises"
    tilting = [frame.filled for frame in frames_of(seen, "tilt")]
    risen, fallen = max(tilting[np.argmin(tilting) :]) - min(tilting), np.ptp(tilting)
    assert risen > 0.75 * fallen, "so far that it is nearly as bad as before"
    told = next(s for s in seen.film.sentences if s.text.startswith("Tilt more"))
    turns = next(f.time for f in frames_of(seen, "tilt") if f.filled == min(tilting))
    assert turns == pytest.approx(told.start, abs=2 / RATE), "said while it rises"
    for step, mark in zip(("tilt", "steepen"), seen.stage.lowest, strict=True):
        marked = mark.points[:, 1] - seen.stage.tank.box.bottom
        np.testing.assert_allclose(marked, last(seen, step).filled)
    for frame in seen.frames:
        assert not (frame.lowest[0] and frame.time < told.start), "nothing is told too early"
        assert frame.tank or not any(frame.lowest)
    steepening = frames_of(seen, "steepen")
    levels = [frame.filled for frame in steepening]
    marked = [frame.lowest[1] for frame in steepening]
    assert not any(marked[: int(np.argmin(levels))]), "a mark comes once its level is reached"
    assert last(seen, "steepen").lowest == [False, True]


def test_what_was_left_stays_left_and_what_is_level_looks_level(seen):
    view = from_the_corner(FLATS_SHOWN)
    for share in np.linspace(0, 1, 9):
        small, large = FRONT.towards(view, share).project(in_box([SMALL, LARGE]))
        assert small[0] + 4 * RING < large[0]
    near, far = last(seen, "space").level
    assert near[0] + 2 < far[0], "distance is seen from its side"
    assert near[1] == pytest.approx(far[1])


def test_an_arrow_leads_up_at_the_near_end_and_down_at_the_far_one(seen):
    for frame in frames_of(seen, "space"):
        assert not any(len(way) for way in frame.ways), "nothing has tilted"
    frame = last(seen, "tilt")
    for way, start, end in zip(frame.ways, frame.level, frame.section, strict=True):
        np.testing.assert_allclose(way[[0, 3], :2], [start, end], atol=1e-9)


def test_from_the_corner_the_sheet_shows_its_upper_side_more_and_more():
    view = from_the_corner(FLATS_SHOWN)
    shown = [facing(plane, view, OF_FLATS) for plane in FLATS_SHOWN.planes]
    assert shown[0] > np.sin(np.radians(20))
    assert (np.diff(shown) > 0).all()


def test_while_the_sheet_tilts_nothing_moves_but_the_sheet_and_its_misses(seen):
    tilting = frames_of(seen, "tilt")
    assert {frame.shot.view for frame in tilting} == {from_the_corner(FLATS_SHOWN)}
    flats = [in_any_order(np.concatenate([at for at, _ in frame.dots])) for frame in tilting]
    for still in (flats, [frame.level for frame in tilting]):
        for one in still:
            np.testing.assert_allclose(one, still[0], atol=2e-6)
    outlines = [frame.outline for frame in tilting]
    assert np.abs(outlines[-1] - frames_of(seen, "space")[-1].outline).max() > 0.4


def test_the_sheet_is_level_along_distance_and_then_its_far_end_dips_below_that(seen):
    before, after = last(seen, "space"), last(seen, "tilt")
    np.testing.assert_allclose(before.section, before.level, atol=1e-9)
    near, far = after.section[:, 1] - after.level[:, 1]
    assert near > 0.3
    assert far < -0.3
    wall = seen.stage.level
    assert np.ptp(in_box(wall._old.lifted(wall._places))[:, 2]) == pytest.approx(0)


def test_the_sheet_tilts_along_distance_first_and_then_along_area_too(seen):
    planes = [frame.shot.plane for frame in seen.frames if frame.step in ("tilt", "steepen")]
    tilted, past = FLATS_SHOWN.tilted, FLATS_SHOWN.past
    told = [FLATS_SHOWN.by_area, tilted, past[0], FLATS_SHOWN.by_both, past[1]]
    assert list(dict.fromkeys(planes)) == told, "and a little too far"
    assert planes[-1] == FLATS_SHOWN.by_both
    assert tilted.per_area == FLATS_SHOWN.by_area.per_area
    assert tilted.per_distance < 0
    for change in (-1.0, 1.0):
        other = replace(tilted, per_distance=tilted.per_distance + change)
        assert FLATS_SHOWN.sum_of_squares(tilted) < FLATS_SHOWN.sum_of_squares(other)


def test_before_the_lines_steepen_the_smallest_lie_below_them_and_the_largest_above(seen):
    missed = FLATS_SHOWN.missed(FLATS_SHOWN.tilted)
    smallest, largest = FLATS_SHOWN.outer
    assert np.mean(missed[smallest] < 0) > 0.5
    assert np.mean(missed[largest] > 0) > 0.5
    assert np.polyfit(VALUES[:, 0], missed, 1)[0] > 0
    told = next(s for s in seen.film.sentences if s.text.startswith("Now the smallest"))
    there = [frame for frame in seen.frames if told.start < frame.time < told.end]
    assert {(f.shot.view, f.shot.plane) for f in there} == {(FRONT, FLATS_SHOWN.tilted)}
    assert FRONT.project(in_box(SMALL))[0] < FRONT.project(in_box(LARGE))[0], "small is left"


def test_only_the_smallest_and_the_largest_are_bright_then_and_no_other_hides_what_they_miss(seen):
    stage = seen.stage
    there = [frame for frame in frames_of(seen, "lines") if frame.shot.outer]
    assert there, "before they steepen"
    shot = there[-1].shot
    for part in (stage.before, stage.behind, stage.pair.outer):
        part.set_shot(shot)
    faint = ManimColor(seen.film.theme.faint).to_hex()
    for side in (stage.before, stage.behind):
        assert {dots.get_fill_color().to_hex() for dots in side.dots} == {faint}
        assert side.residuals.get_stroke_color().to_hex() == faint
    outer, rows = stage.pair.outer, np.concatenate(FLATS_SHOWN.outer)
    bright = np.concatenate([places(dots) for dots in outer.dots])
    shown = FRONT.project(in_box(VALUES[rows]))
    np.testing.assert_allclose(in_any_order(bright), in_any_order(shown), atol=2e-6)
    assert outer.submobjects[0] is outer.residuals, "behind their own dots"
    assert outer.z_index > max(stage.before.z_index, stage.behind.z_index), "before all others"
    strokes = outer.residuals.points.reshape(-1, 4, 3)[:, [0, -1], 1]
    unit = float(np.diff(FRONT.project(in_box([[60, 5, 300], [60, 5, 301]]))[:, 1])[0])
    missed = FLATS_SHOWN.missed(FLATS_SHOWN.tilted)[rows]
    np.testing.assert_allclose(strokes[:, 0] - strokes[:, 1], unit * missed, atol=1e-9)
    assert not last(seen, "steepen").shot.outer, "what is left is of all"
    outer.set_shot(last(seen, "steepen").shot)
    assert not len(outer.residuals.points)


def test_all_lines_steepen_together_each_about_the_middle_of_its_flats(seen):
    steepening = frames_of(seen, "steepen")
    assert {frame.shot.view for frame in steepening} == {FRONT}
    assert all(frame.tank for frame in steepening)
    lower, upper = (
        np.array([[line[k, 1] for line in frame.lines] for frame in steepening]) for k in (0, 1)
    )
    back = max(k for k, f in enumerate(steepening) if f.shot.plane == FLATS_SHOWN.past[1])
    assert (np.diff(lower[:back], axis=0) <= 1e-9).all()
    assert (np.diff(lower[back:], axis=0) >= -1e-9).all(), "and a little back"
    assert (lower[0] - lower[-1] > 0.3).all()
    assert (upper[-1] - upper[0] > 0.3).all()
    places = FLATS_SHOWN.footprint.lines(OF_FLATS.distances)
    was = FRONT.project(in_box(FLATS_SHOWN.tilted.lifted(places)))
    np.testing.assert_allclose(last(seen, "lines").lines, was[..., :2], atol=1e-6)
    middles = FLATS_SHOWN.footprint.places(OF_FLATS.distances, 0.0)
    rents = [plane.rent(*middles.T) for plane in FLATS_SHOWN.planes[1:]]
    np.testing.assert_allclose(*rents, atol=1e-9, err_msg="there none of them moves")
    about = FRONT.project(in_box(np.column_stack([middles, rents[0]])))[:, :2]
    turning = [f for f in steepening if np.ptp([f.lines[0][:, 1], steepening[0].lines[0][:, 1]])]
    there = [frame for frame in steepening if frame.pivots is not None]
    assert {f.shot.plane for f in turning} == {f.shot.plane for f in there}
    idle = [f for f in there if f.shot.outer == 1]  # then they give way to the rings
    turned = [f for f in idle if f.lines[0][0, 1] != steepening[0].lines[0][0, 1]]
    assert {f.shot.plane for f in turned} >= {FLATS_SHOWN.past[1], FLATS_SHOWN.by_both}
    assert all(frame.rings is None for frame in turned), "nothing hides them"
    for frame in there:
        np.testing.assert_allclose(frame.pivots, about, atol=1e-6, err_msg="what they turn about")
    apart = next(s for s in seen.film.sentences if s.text.startswith("So they move apart"))
    assert there[-1].time > apart.end - 1 / RATE, "until one sees why"
    faint = ManimColor(seen.film.theme.faint).to_hex()
    for frame in turned:
        assert {hue for _, hue in frame.dots} == {faint}, "no flat is taken for one of them"
        assert not frame.outer
    shades, pivots = seen.stage.before.shades, seen.stage.pair.pivots
    for k, diamond in enumerate(pivots.diamonds):
        assert diamond.get_fill_color().to_hex() == shades.of(k).to_hex(), "as its line"
    for place in about:
        on_stroke = np.interp(place[0], *pivots.through.points[[0, -1], :2].T)
        assert on_stroke == pytest.approx(place[1]), "on one stroke"
    assert np.ptp(about[:, 1]) < DOT, "nearly level"


def test_an_arrow_measures_how_far_apart_the_lines_are_before_they_turn_and_after(seen):
    assert last(seen, "lines").gap is not None, "one has seen how far apart they were"
    unit = float(np.diff(FRONT.project(in_box([[60, 5, 300], [60, 5, 301]]))[:, 1])[0])
    kilometres, apart = OF_FLATS.distances[-1] - OF_FLATS.distances[0], []
    turned = [frame for frame in frames_of(seen, "steepen") if frame.gap_before]
    for frame in (last(seen, "lines"), *turned):
        start, tip = frame.gap[[0, 3], :2]
        for end, line in ((start, frame.lines[0]), (tip, frame.lines[-1])):
            assert np.interp(end[0], *line.T) == pytest.approx(end[1]), "from line to line"
            assert line[:, 0].min() < end[0] < line[:, 0].max(), "where both have flats"
        apart.append((start - tip)[1] / unit)
        assert float(frame.gap_amount) == pytest.approx(-apart[-1], abs=0.51)
    ends = [-kilometres * plane.per_distance for plane in FLATS_SHOWN.planes[1:]]
    assert apart == pytest.approx([ends[0]] + [ends[1]] * (len(apart) - 1))
    stroke, _ = seen.stage.pair.gap.before.submobjects
    assert np.ptp(stroke.points[:, 1]) / unit == pytest.approx(ends[0]), "what it was"
    assert stroke.points[:, 1].min() == pytest.approx(turned[0].gap[3, 1]), "tip beside tip"
    assert last(seen, "steepen").gap is None
    assert all(frame.each for frame in turned), "and what that is for one kilometre"


def test_what_is_left_stands_at_the_tank_once_it_is_true(seen):
    shown = [frame for frame in seen.frames if frame.left and frame.step == "steepen"]
    assert shown
    for frame in shown:
        assert frame.filled == pytest.approx(level(seen, FIT.rss))
    share = seen.stage.left
    assert share.get_bottom()[1] > seen.stage.tank.top_of(FIT.rss)
    told = next(s for s in seen.film.sentences if "remain" in s.text)
    assert all(frame.time >= told.start for frame in shown)
