"""What MultipleRegression tells of its two flats: a puzzle, why it is one, what is worth what."""

import numpy as np
import pytest
from manim import RIGHT, ManimColor

from core.fits.line import fit_line
from core.palette import theme
from scenes.visuals.multiple_regression.groups.centres import Centres
from scenes.visuals.multiple_regression.space import OF_FLATS
from scenes.visuals.multiple_regression.two_flats.lens import FROM_RING, TIMES
from scenes.visuals.multiple_regression.two_flats.twins import RING
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.screen import PICTURE
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

ONE_DISTANCE = OF_FLATS.one_distance

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
    assert slopes[-1] / slopes[0] == pytest.approx(FIT.coefficients[0] / ALONE_FIT.slope)


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
    unit = float(np.diff(FRONT.project(in_box([[60, 5, 300], [60, 5, 301]]))[:, 1])[0])
    moving = [frame for frame in frames_of(seen, "one") if frame.worth is not None]
    heights = [frame.worth[3, 1] - frame.worth[0, 1] for frame in moving]
    np.testing.assert_allclose([heights[0], heights[-1]], [unit * least, unit * most])
    assert (np.diff(heights) >= -1e-9).all()
    for frame, height in zip(moving, heights, strict=True):
        assert float(frame.amount) == pytest.approx(height / unit, abs=0.51), "it goes with it"


def test_at_last_it_goes_up_and_down_at_the_larger_flat_but_for_their_residuals(seen):
    pair, ending = seen.stage.pair, last(seen, "same")
    account = pair.account.set_gone(3.0)
    unit = float(np.diff(FRONT.project(in_box([[60, 5, 300], [60, 5, 301]]))[:, 1])[0])
    small, large = FRONT.project(in_box([SMALL, LARGE]))
    across = account.across.points[[0, -1]]
    np.testing.assert_allclose(across, [small + RING * RIGHT, large - RING * RIGHT], atol=1e-9)
    (foot, top), (turn, tip) = (way.points[[0, 3]] for way in (account.up, account.down))
    for place in (foot, top, turn, tip):
        assert abs(place[0] - large[0]) < RING, "both on one vertical, within the ring"
    assert foot[0] == pytest.approx(top[0])
    assert turn[0] == pytest.approx(tip[0])
    assert foot[1] == pytest.approx(large[1])
    up, down = (top - foot)[1] / unit, (tip - turn)[1] / unit
    assert up == pytest.approx((LARGE[0] - SMALL[0]) * FIT.coefficients[0])
    assert down == pytest.approx((LARGE[1] - SMALL[1]) * FIT.coefficients[1])
    missed = FLATS_SHOWN.missed(FLATS_SHOWN.by_both)[list(FLATS_SHOWN.twins)]
    assert (tip - large)[1] / unit == pytest.approx(missed[0] - missed[1])
    assert ending.rings == pytest.approx(((small + large) / 2)[:2])


def test_the_lens_enlarges_what_lies_within_the_ring(seen):
    pair = seen.stage.pair
    account, lens = pair.account.set_gone(3.0), pair.lens.set_grown(1.0)
    tip, middle = account.down.points[3], account.flat + FROM_RING
    enlarged = middle + TIMES * (tip - account.flat)
    np.testing.assert_allclose(lens.left.points[0], enlarged, atol=1e-9)
    assert lens.left.points[-1, 1] == pytest.approx(middle[1]), "down to the level of the flat"
    assert lens.left.points[-1, 0] == pytest.approx(lens.left.points[0, 0]), "upright"
    assert lens.ring.width == pytest.approx(TIMES * 2 * RING, rel=1e-2)
    shown = [lens.up, lens.down, lens.left, lens.level]
    reach = max(np.linalg.norm(part.points - middle, axis=1).max() for part in shown)
    assert reach < TIMES * RING + 0.03, "all within its ring"
    assert lens.amount.get_left()[0] > lens.ring.get_right()[0], "named beside it"
    assert lens.amount.get_right()[0] < PICTURE.right


def test_at_last_distance_covers_what_area_is_worth_but_for_what_is_left(seen):
    account, ending = seen.stage.pair.account, last(seen, "same")
    assert account.farther / account.larger > 0.9, "nearly all of it"
    assert ending.up[0, 0] == pytest.approx(ending.down[0, 0])
    (foot, top), (turn, tip) = (way[[0, 3], 1] for way in (ending.up, ending.down))
    assert top == pytest.approx(turn), "both reach one top"
    assert np.ptp(ending.up[:, 0]) == pytest.approx(0), "its head is covered, too"
    unit = float(np.diff(FRONT.project(in_box([[60, 5, 300], [60, 5, 301]]))[:, 1])[0])
    assert (tip - foot) / unit == pytest.approx(account.left), "so much of it is seen"
    asides = [
        frame.down[0, 0] - frame.up[0, 0]
        for frame in frames_of(seen, "same")
        if frame.down is not None and len(frame.down)
    ]
    assert (np.diff(asides) <= 1e-9).all(), "it moves there once, and stays"


def test_in_the_lens_too_what_leads_up_is_covered_but_for_what_is_left(seen):
    lens = seen.stage.pair.lens
    lens.set_grown(1.0, 0.0)
    assert lens.down.points[3, 0] > lens.up.points[0, 0]
    assert lens.left.get_stroke_opacity() == 1
    lens.set_grown(1.0, 1.0)
    assert lens.down.points[3, 0] == pytest.approx(lens.up.points[0, 0])
    assert lens.up.points[0, 1] < lens.down.points[3, 1] < lens.up.points[-1, 1]
    assert lens.left.get_stroke_opacity() == 0
    theme = seen.film.theme
    hues = [lens.hue(share).to_hex() for share in (0.0, 1.0)]
    assert hues == [ManimColor(hue).to_hex() for hue in (theme.residual, theme.slope)]


def test_on_its_way_out_of_the_ring_the_lens_never_lies_on_the_distance(seen):
    pair = seen.stage.pair
    left, bottom = pair.one_rent.distances[1].get_corner([-1, -1, 0])[:2]
    for share in np.linspace(0, 1, 41)[4:]:
        ring = pair.lens.set_grown(share).ring
        nearest = np.maximum([left, bottom], ring.get_center()[:2])
        assert np.linalg.norm(nearest - ring.get_center()[:2]) > ring.width / 2


def test_at_last_only_the_two_have_the_colours_of_their_distances_before_faint_ones(seen):
    stage, faint = seen.stage, ManimColor(seen.film.theme.faint)
    assert {colour for _, colour in last(seen, "same").dots} == {faint.to_hex()}
    assert {stage.behind, stage.before} <= set(seen.film.get_mobject_family_members())
    kinds = OF_FLATS.nearest(np.array([SMALL[1], LARGE[1]]))
    shades = stage.before.shades
    for dot, k, value in zip(stage.pair.dots.submobjects, kinds, (SMALL, LARGE), strict=True):
        assert dot.get_fill_color().to_hex() == shades.of(k).to_hex()
        np.testing.assert_allclose(places(dot), FRONT.project(in_box([value]))[:, :2], atol=1e-6)


def test_the_rings_stay_from_when_the_two_are_named(seen):
    there = [frame.rings is not None for frame in seen.frames]
    assert all(there[there.index(True) :])


def test_the_film_closes_on_its_opening_shot(seen):
    opening, ending = last(seen, "puzzle"), last(seen, "same")
    at, back = (
        in_any_order(np.concatenate([places for places, _ in frame.dots]))
        for frame in (opening, ending)
    )
    np.testing.assert_allclose(at, back, atol=2e-6)
    assert opening.rings == pytest.approx(ending.rings)
    across = seen.stage.pair.account.across.points[[0, -1]]
    np.testing.assert_allclose(across, seen.stage.pair.one_rent.level.points[[0, -1]], atol=1e-9)
