"""What MultipleRegression tells of its two flats: a puzzle, why it is one, what is worth what."""

import numpy as np
import pytest
from manim import DOWN, RIGHT, ManimColor

from core.fits.line import fit_line
from core.palette import theme
from scenes.visuals.multiple_regression.groups.centres import Centres
from scenes.visuals.multiple_regression.space import DOT, OF_FLATS
from scenes.visuals.multiple_regression.two_flats.twins import RING
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.writing.pen import Pen
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
    places,
    whole,
)

ONE_DISTANCE, TWINS = OF_FLATS.one_distance, FLATS_SHOWN.twins
ROW = TWINS[1]
UNIT = float(np.diff(FRONT.project(in_box([[60, 5, 300], [60, 5, 301]]))[:, 1])[0])

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return whole()


def test_the_two_flats_of_the_puzzle_have_one_rent_and_differ_most(seen):
    assert SMALL[2] == LARGE[2]
    assert SMALL[0] < LARGE[0]
    for rent in np.unique(VALUES[:, 2]):
        assert np.ptp(VALUES[VALUES[:, 2] == rent, 0]) <= LARGE[0] - SMALL[0]
    first, second = seen.said[:2]
    assert f"{SMALL[2]:.0f} EUR" in first
    assert f"{LARGE[0] - SMALL[0]:.0f} m² more" in second
    ends = seen.stage.pair.one_rent.level.points[[0, -1]]
    assert ends[0, 1] == pytest.approx(ends[1, 1]), "one rent is one height"


def test_the_largest_flats_lie_farther_out_than_the_smallest_and_both_means_on_the_flat_line():
    centres = Centres(Pen(theme("dark")), FLATS_SHOWN)
    smallest, largest = centres.groups
    assert np.sum(VALUES[:, 0] <= smallest[:, 0].max()) == len(smallest)
    assert np.sum(VALUES[:, 0] >= largest[:, 0].min()) == len(largest)
    assert (np.diff(centres.means, axis=0) > 0).all(), "area, distance and rent all rise"
    off = centres.means[:, 2] - ALONE_FIT.predict(centres.means[:, 0])
    assert np.abs(off).max() < 20, "one cannot see that"


def test_copies_of_the_flats_fly_into_their_means_one_group_after_the_other():
    centres = Centres(Pen(theme("dark")), FLATS_SHOWN)
    for k, mean in enumerate(centres.means):
        centres.set_share(k / len(centres.means))
        assert not len(centres.discs[k].points)
        centres.set_share((k + 1) / len(centres.means))
        np.testing.assert_allclose(
            places(centres.discs[k]), FRONT.project(in_box([mean]))[:, :2], atol=1e-9
        )
    assert not any(len(copies.points) for group in centres._copies for copies in group)


def test_each_group_has_a_band_from_its_least_area_to_its_largest_and_its_mean_distance():
    centres = Centres(Pen(theme("dark")), FLATS_SHOWN).set_share(1.0)
    bands = centres.bands
    for group, stroke, name in zip(centres.groups, bands.strokes, bands.names, strict=True):
        ends = FRONT.project(in_box([[area, 0, 300] for area in (group[0, 0], group[-1, 0])]))
        np.testing.assert_allclose(stroke.points[[0, -1], 0], ends[:, 0], atol=1e-9)
        assert name.get_bottom()[1] > stroke.points[0, 1]
        assert name.get_center()[0] == pytest.approx(ends[:, 0].mean(), abs=0.01)


def test_the_two_ways_lead_up_as_the_sheet_climbs_and_down_to_the_largest(seen):
    first, *_, last_mean = Centres(Pen(theme("dark")), FLATS_SHOWN).means
    top = first[2] + FIT.coefficients[0] * (last_mean[0] - first[0])
    expected = FRONT.project(in_box([first, [last_mean[0], first[1], top], last_mean]))
    corners = seen.stage.pair.on_average.corners
    np.testing.assert_allclose(corners[:2], expected[:2], atol=1e-9)
    assert corners[2, 0] == pytest.approx(expected[2, 0])
    assert corners[1, 1] > corners[2, 1] > expected[2, 1] > corners[0, 1]


def test_moved_to_one_distance_the_flats_keep_their_residuals(seen):
    moved = FLATS_SHOWN.moved(1.0)
    np.testing.assert_allclose(moved.values[:, 1], ONE_DISTANCE, atol=1e-12)
    np.testing.assert_array_equal(moved.values[:, 0], VALUES[:, 0])
    missed = moved.values[:, 2] - FIT.predict(moved.values[:, :2])
    np.testing.assert_allclose(missed, FLATS_SHOWN.missed(FLATS_SHOWN.by_both), atol=1e-9)
    np.testing.assert_allclose(
        in_any_order(np.concatenate([at for at, _ in last(seen, "one").dots])),
        in_any_order(FRONT.project(in_box(moved.values))),
        atol=2e-6,
    )


def test_while_the_flats_move_the_line_of_area_alone_stays_the_best_one(seen):
    moving = [frame for frame in frames_of(seen, "one") if frame.old_line is not None]
    for frame in moving[:: len(moving) // 20]:
        at = np.concatenate([places for places, _ in frame.dots])
        best = fit_line(at[:, 0], at[:, 1]).predict(frame.old_line[:, 0])
        np.testing.assert_allclose(frame.old_line[:, 1], best, atol=1e-6)
    slopes = [float(np.diff(f.old_line[:, 1])[0] / np.diff(f.old_line[:, 0])[0]) for f in moving]
    first = FLATS_SHOWN.alone(0.0, 1.0).per_area
    assert slopes[-1] / slopes[0] == pytest.approx(FIT.coefficients[0] / first)


def test_at_one_distance_all_lines_are_one(seen):
    frame = last(seen, "one")
    lines = np.concatenate(frame.lines)
    along = np.polyfit(*lines.T, 1)
    np.testing.assert_allclose(np.polyval(along, lines[:, 0]), lines[:, 1], atol=1e-6)
    ends = lines[np.argsort(lines[:, 0])[[0, -1]]]
    np.testing.assert_allclose(frame.old_line, ends, atol=1e-6, err_msg="it covers all of them")


def test_what_the_larger_one_is_worth_grows_from_area_alone_to_one_distance(seen):
    worth = seen.stage.pair.worth
    more = LARGE[0] - SMALL[0]
    least, most = more * ALONE_FIT.slope, more * FIT.coefficients[0]
    assert [worth.worth(0.0), worth.worth(1.0)] == pytest.approx([least, most])
    at = FLATS_SHOWN.moved(0.0, 1.0).values
    first = more * fit_line(at[:, 0], at[:, 2]).slope
    assert least < first < least + 25, "one flat alone lifts the line a little"
    moving = [frame for frame in frames_of(seen, "one") if frame.worth is not None]
    heights = [frame.worth[3, 1] - frame.worth[0, 1] for frame in moving]
    np.testing.assert_allclose([heights[0], heights[-1]], [UNIT * first, UNIT * most])
    assert (np.diff(heights) >= -1e-9).all()
    for frame, height in zip(moving, heights, strict=True):
        assert float(frame.amount) == pytest.approx(height / UNIT, abs=0.51), "it goes with it"


def test_one_flat_moves_to_one_distance_before_all_others_and_what_lifts_it_is_drawn(seen):
    frames = frames_of(seen, "one")
    before, after = FRONT.project(in_box(np.array([LARGE, FLATS_SHOWN.moved(1.0).values[ROW]])))
    alone = [frame for frame in frames if frame.lift is not None and len(frame.lift)]
    for frame in alone:
        to_ring = np.array([*frame.two[1], 0.0]) - [0.0, RING, 0.0]
        ends = frame.lift[[0, 3]]
        np.testing.assert_allclose(ends, [before, to_ring], atol=1e-6, err_msg="with the flat")
    assert all(f.shot.ahead == 1 for f in frames if f.product), "what that is comes after it"
    assert any(f.product for f in frames)
    np.testing.assert_allclose(alone[-1].two[1], after[:2], atol=1e-6)
    small = FRONT.project(in_box(SMALL))[:2]
    for frame in alone:
        np.testing.assert_allclose(frame.two[0], small, atol=1e-6, err_msg="others wait")
    nearer = (LARGE[1] - ONE_DISTANCE) * -FIT.coefficients[1]
    assert (after - before)[1] / UNIT == pytest.approx(nearer)
    moving = [f for f in frames if f.lift is None and f.shot.moved]
    for frame in moving:
        np.testing.assert_allclose(frame.two[1], after[:2], atol=1e-6, err_msg="it is there")
    assert moving[-1].time - moving[0].time > 3, "one can follow them"


def test_while_one_flat_moves_nothing_tells_of_the_line_of_area_alone(seen):
    frames = frames_of(seen, "one")
    alone = [f for f in frames if f.lift is not None]
    for frame in alone[:-1]:
        assert frame.shot.moved == 0
        assert frame.shot.named < 1 or (frame.old_line is None and frame.worth is None), "one flat"
    assert min(alone[0].names) == 1, "one sees which line it leaves, and to which it goes"
    outline, _ = seen.stage.pair.worth.before
    more = LARGE[0] - SMALL[0]
    assert np.ptp(outline.points[:, 1]) / UNIT == pytest.approx(more * ALONE_FIT.slope)
    assert all(last(seen, "one").known), "what area alone said is seen beside what it says now"
    assert not any(last(seen, "same").known)


def test_how_much_larger_one_is_is_a_span_on_the_axis_named_at_its_middle(seen):
    more = seen.stage.pair.more_area.set_drawn(1.0)
    ends = FRONT.project(in_box([[area, 0, 300] for area in (SMALL[0], LARGE[0])]))
    np.testing.assert_allclose(more.span.points[[0, -1], 0], ends[:, 0], atol=1e-9)
    assert more.size.get_center()[0] == pytest.approx(ends[:, 0].mean(), abs=1e-6)
    falls = more.falls.points.reshape(-1, 4, 3)[:, [0, -1]]
    flats = FRONT.project(in_box([SMALL, LARGE]))
    for fall, flat, end in zip(falls, flats, ends, strict=True):
        np.testing.assert_allclose(fall, [flat + RING * DOWN, end], atol=1e-9)
    more.set_drawn(0.2)
    assert more.size.submobjects[0].get_fill_opacity() == 0, "named once it is there"


def test_no_other_flat_is_seen_in_the_rings_from_the_front(seen):
    pair, shot = seen.stage.pair, last(seen, "area").shot
    places_of_all = FRONT.project(in_box(VALUES))[:, :2]
    large = FRONT.project(in_box(LARGE))[:2]
    apart = np.sort(np.linalg.norm(places_of_all - large, axis=1))
    assert apart[1] < RING + DOT, "one would be"
    pair.rings.set_shot(shot)
    assert pair.rings.get_fill_opacity() == 1
    assert pair.rings.get_fill_color().to_hex() == ManimColor(seen.film.theme.background).to_hex()
    sides = seen.stage.before, seen.stage.behind
    assert pair.dots.z_index > pair.rings.z_index > max(side.z_index for side in sides)
    pair.rings.set_shot(last(seen, "tilt").shot)
    assert pair.rings.get_fill_opacity() == 0, "in space all are seen"


def test_at_last_only_the_two_have_the_colours_of_their_distances_before_faint_ones(seen):
    stage, faint = seen.stage, ManimColor(seen.film.theme.faint)
    assert {colour for _, colour in last(seen, "same").dots} == {faint.to_hex()}
    flats = {stage.behind, stage.before}
    assert not flats & set(seen.film.get_mobject_family_members()), "and these leave the answer"
    kinds = OF_FLATS.nearest(np.array([SMALL[1], LARGE[1]]))
    shades = stage.before.shades
    for dot, k, value in zip(stage.pair.dots.submobjects, kinds, (SMALL, LARGE), strict=True):
        assert dot.get_fill_color().to_hex() == shades.of(k).to_hex()
        np.testing.assert_allclose(places(dot), FRONT.project(in_box([value]))[:, :2], atol=1e-6)


def test_the_rings_stay_from_when_the_two_are_named_but_while_all_lines_turn(seen):
    there = [f.rings is not None or f.pivots is not None for f in seen.frames]
    gone = [f.step for f, ring in zip(seen.frames, there, strict=True) if not ring]
    assert set(gone) <= {"puzzle", "steepen"}
    assert all(last(seen, step).rings is not None for step, _ in seen.film.steps)


def test_the_two_ways_are_looked_at_before_they_go(seen):
    ways, told = seen.stage.pair.on_average, seen.film.sentences
    drawn = next(s for s in told if s.text == "One line mixes both.")
    held = [f for f in seen.frames if f.step == "hidden" and f.on_average]
    whole = [f.time for f in held if f.time >= drawn.start]
    assert whole[-1] - whole[0] > 3
    assert ways.corners[0][1] < ways.corners[2][1] < ways.corners[1][1]


def test_the_film_closes_on_its_opening_shot(seen):
    opening, ending = last(seen, "puzzle"), last(seen, "same")
    np.testing.assert_allclose(opening.two, ending.two, atol=2e-6)
    assert (opening.shot.view, opening.rings is not None) == (ending.shot.view, True)
    level = seen.stage.pair.one_rent.level
    small, large = FRONT.project(in_box([SMALL, LARGE]))
    ends = level.points[[0, -1]]
    np.testing.assert_allclose(ends, [small + RING * RIGHT, large - RING * RIGHT], atol=1e-9)
    assert {level, seen.stage.pair.more_area.span} <= set(seen.film.get_mobject_family_members())
