"""What MultipleRegression shows is what the fit of several variables says."""

import numpy as np
import pytest
from manim import DL, UR, ManimColor

from core.fits.line import fit_line
from scenes.visuals.multiple_regression.box.axes import Axes
from scenes.visuals.multiple_regression.plane.beside import FlatsBeside
from scenes.visuals.multiple_regression.plane.sheet import PlaneSheet
from scenes.visuals.multiple_regression.shot import Shot
from scenes.visuals.multiple_regression.space import DOT, OF_FLATS, UPPER, Footprint
from scenes.visuals.multiple_regression.views import (
    CORNER,
    FRONT,
    facing,
    from_the_corner,
)
from scenes.visuals.space.projection import View
from scenes.visuals.writing.screen import PICTURE, SMALLEST
from tests.contrast import difference
from tests.scenes.multiple_regression_seen import (
    ALONE_FIT,
    FIT,
    FLATS_SHOWN,
    LARGE,
    SMALL,
    VALUES,
    WATCHED,
    assert_residuals,
    frames_of,
    in_any_order,
    in_box,
    last,
    level,
    whole,
)

AREA, DISTANCE, RENT = OF_FLATS.area, OF_FLATS.distance, OF_FLATS.rent
SHOWN, ONE_DISTANCE = OF_FLATS.distances, OF_FLATS.one_distance
CORNERS_OF_BOX = [
    [area, distance, rent]
    for area in (AREA.low, AREA.high)
    for distance in (DISTANCE.low, DISTANCE.high)
    for rent in (RENT.low, RENT.high)
]

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def seen():
    return whole()


def test_area_alone_is_the_line_of_one_variable(seen):
    plane = FLATS_SHOWN.by_area
    assert (plane.per_area, plane.per_distance) == pytest.approx((ALONE_FIT.slope, 0.0))
    assert plane.intercept == pytest.approx(ALONE_FIT.intercept)
    frame = last(seen, "area")
    assert frame.filled == pytest.approx(level(seen, ALONE_FIT.rss))
    feet = np.column_stack([VALUES[:, :2], ALONE_FIT.predict(VALUES[:, 0])])
    assert_residuals(frame, VALUES, feet, FRONT)


def test_what_pours_into_the_tank_are_the_squares_of_the_misses(seen):
    squares = seen.stage.squares
    corners = squares.set_share(0.0)._start
    sides = np.linalg.norm(np.diff(corners[:, :3], axis=1), axis=2)
    unit = float(np.diff(FRONT.project(in_box([[60, 5, 300], [60, 5, 301]]))[:, 1])[0])
    missed = np.abs(VALUES[:, 2] - ALONE_FIT.predict(VALUES[:, 0]))
    np.testing.assert_allclose(sides, unit * missed[:, None] * [1, 1], rtol=1e-9)
    squares.set_share(1.0)
    tops = [part.points[:, 1].max() for part in squares.submobjects]
    assert max(tops) == pytest.approx(seen.stage.tank.top_of(ALONE_FIT.rss))


def test_from_the_front_one_sees_rent_against_area():
    seen_from_front = FRONT.project(in_box(VALUES))
    for k, axis in ((0, 0), (2, 1)):
        along = np.polyfit(VALUES[:, k], seen_from_front[:, axis], 1)
        np.testing.assert_allclose(
            np.polyval(along, VALUES[:, k]), seen_from_front[:, axis], atol=1e-9
        )


def test_a_flat_has_the_colour_of_the_nearest_distance_shown(seen):
    kinds = OF_FLATS.nearest(VALUES[:, 1])
    assert np.abs(VALUES[:, 1] - SHOWN[kinds]).max() <= np.diff(SHOWN).max() / 2
    before = {colour for _, colour in last(seen, "area").dots}
    assert before == {ManimColor(seen.film.theme.point).to_hex()}, "nothing is told too early"
    shades = seen.stage.before.shades
    frame = last(seen, "distance")
    for k in range(len(SHOWN)):
        colour = shades.of(k).to_hex()
        found = np.concatenate([at for at, shown in frame.dots if shown == colour])
        expected = FRONT.project(in_box(VALUES[kinds == k]))
        np.testing.assert_allclose(in_any_order(found), in_any_order(expected), atol=2e-6)
    assert difference(shades.of(0).to_hex(), shades.of(len(SHOWN) - 1).to_hex()) > 60


def test_near_flats_lie_above_the_line_of_area_alone_and_far_ones_below():
    missed, distance = FLATS_SHOWN.missed(FLATS_SHOWN.by_area), VALUES[:, 1]
    near, far = distance < np.quantile(distance, 1 / 3), distance > np.quantile(distance, 2 / 3)
    assert np.mean(missed[near]) > 50
    assert np.mean(missed[far]) < -50


def test_the_sheet_ends_at_the_fitted_plane(seen):
    plane = FLATS_SHOWN.by_both
    fitted = (FIT.intercept, *FIT.coefficients)
    assert (plane.intercept, plane.per_area, plane.per_distance) == pytest.approx(fitted)
    assert last(seen, "steepen").filled == pytest.approx(level(seen, FIT.rss))


def test_every_residual_runs_from_its_flat_to_the_sheet(seen):
    tilted = FLATS_SHOWN.tilted.rent(VALUES[:, 0], VALUES[:, 1])
    both, corner = FIT.predict(VALUES[:, :2]), from_the_corner(FLATS_SHOWN)
    ends = ("tilt", tilted, corner), ("lines", tilted, FRONT), ("steepen", both, FRONT)
    for step, rents, view in ends:
        feet = np.column_stack([VALUES[:, :2], rents])
        assert_residuals(last(seen, step), VALUES, feet, view)


def test_in_space_the_sheet_is_large_and_stays_in_the_picture_while_it_tilts():
    view, footprint = from_the_corner(FLATS_SHOWN), Footprint.of(VALUES)
    assert view.scale > 0.8 * FRONT.scale
    for plane in (*FLATS_SHOWN.planes, FLATS_SHOWN.past[0]):
        corners = plane.lifted(footprint.places([0, 0, 10, 10], [-1, 1, -1, 1]))
        at = view.project(in_box(np.vstack([corners, VALUES])))
        assert PICTURE.left <= at[:, 0].min()
        assert at[:, 0].max() <= PICTURE.right
        assert PICTURE.bottom <= at[:, 1].min()
        assert at[:, 1].max() <= PICTURE.top


def test_one_turn_leads_to_the_numbered_axes_and_there_the_sheet_tilts(seen):
    there = from_the_corner(FLATS_SHOWN)
    assert last(seen, "distance").shot.view == FRONT
    assert facing(FLATS_SHOWN.by_area, FRONT, OF_FLATS) == pytest.approx(0, abs=1e-12)
    azimuths = [frame.shot.view.azimuth for frame in frames_of(seen, "space")]
    assert (np.diff(azimuths) <= 0).all(), "on and on in one direction"
    assert last(seen, "space").shot.view == there
    axes = seen.stage.axes.set_shot(Shot(there, FLATS_SHOWN.by_both))
    for axis in (axes.area, axes.distance, axes.rent):
        assert all(number.get_fill_opacity() == 1 for number in axis.numbers)


def test_a_long_name_of_what_is_explained_has_the_room_beside_it(seen):
    name = "price per square metre (EUR)"
    axes = Axes(seen.film.pen, OF_FLATS, ("area", "distance", name))
    title = axes.set_shot(Shot(from_the_corner(FLATS_SHOWN), FLATS_SHOWN.by_both)).rent.title
    assert title.width == pytest.approx(seen.film.pen.words(name, size=SMALLEST).width)
    assert title.get_right()[0] < seen.stage.legend.get_left()[0] - 0.2


def test_the_front_has_one_scale_from_the_first_frame_to_the_last(seen):
    steps = ("puzzle", "area", "distance", "lines", "steepen", "hidden", "one", "same")
    assert {last(seen, step).shot.view for step in steps} == {FRONT}
    for step in ("puzzle", "area", "distance", "steepen", "hidden", "one", "same"):
        assert {frame.shot.view for frame in frames_of(seen, step)} == {FRONT}, step
    left, right = FRONT.project(in_box([[end, 0, 300] for end in (AREA.low, AREA.high)]))[:, 0]
    assert right < seen.stage.tank.get_left()[0]
    assert right - left > 0.75 * PICTURE.width


def test_the_legend_stays_as_long_as_flats_have_the_colours_of_their_distances(seen):
    for step in ("distance", "space", "tilt", "lines", "steepen", "hidden", "one"):
        assert last(seen, step).legend, step
    assert not last(seen, "same").legend, "the two have their distances beside them"


def test_the_distance_of_each_line_is_written_clear_of_the_tank(seen):
    for step in ("lines", "steepen"):
        assert last(seen, step).names == pytest.approx([1.0] * len(SHOWN)), step
    names = seen.stage.names.set_shot(last(seen, "steepen").shot)
    assert names.get_right()[0] < seen.stage.tank.mark.get_left()[0] - 0.25


def test_no_tank_stands_beside_a_line_that_it_does_not_tell_of(seen):
    assert all(frame.tank for frame in frames_of(seen, "steepen"))
    drawn = [frame for frame in seen.frames if frame.old_line is not None]
    assert drawn
    assert not any(frame.tank for frame in drawn)


def test_the_sheet_lies_where_the_flats_are_and_never_leaves_the_box(seen):
    footprint = Footprint.of(VALUES)
    middles = footprint.places(VALUES[:, 1], 0.0)[:, 0]
    assert np.abs(VALUES[:, 0] - middles).max() == pytest.approx(footprint.reach)
    for plane in (FLATS_SHOWN.by_area, FLATS_SHOWN.by_both, *FLATS_SHOWN.past):
        sheet = PlaneSheet(seen.film.theme, FLATS_SHOWN).set_shot(Shot(CORNER, plane))
        drawn = np.vstack([part.points for part in sheet.submobjects])
        outline = sheet.outline.points
        box = CORNER.project(in_box(CORNERS_OF_BOX))
        for part in (drawn, outline):
            assert (part.min(axis=0) >= box.min(axis=0) - 1e-9).all()
            assert (part.max(axis=0) <= box.max(axis=0) + 1e-9).all()
        values = plane.lifted(footprint.places([0, 0, 10, 10], [-1, 1, -1, 1]))
        assert values[:, 0].min() > AREA.low
        assert values[:, 0].max() < AREA.high
        assert values[:, 2].min() > RENT.low
        assert values[:, 2].max() < RENT.high


def test_from_the_front_the_sheet_is_a_line_for_each_distance_shown(seen):
    frame = last(seen, "steepen")
    for distance, line in zip(SHOWN, frame.lines, strict=True):
        area = np.interp(
            line[:, 0],
            FRONT.project(in_box([[20, 0, 500], [100, 0, 500]]))[:, 0],
            [20.0, 100.0],
        )
        rent = FIT.predict(np.column_stack([area, [distance, distance]]))
        across = (area - FLATS_SHOWN.footprint.places(distance, 0.0)[0]) / Footprint.of(
            VALUES
        ).reach
        assert across == pytest.approx([-1, UPPER], abs=1e-6), "no speck beyond the outermost flat"
        expected = FRONT.project(in_box(np.column_stack([area, [distance, distance], rent])))
        np.testing.assert_allclose(line, expected[:, :2], atol=1e-6)


def test_from_above_the_flats_above_the_sheet_lie_before_it_and_from_below_behind_it(seen):
    plane = FLATS_SHOWN.by_both
    above = int(np.sum(FLATS_SHOWN.missed(plane) > 0))
    before = FlatsBeside(FLATS_SHOWN, seen.film.theme, before=True)
    for elevation, expected in ((1.2, above), (-1.2, len(VALUES) - above)):
        view = View(-2.4, elevation, (0.0, 0.0), 1.0)
        drawn = before.set_shot(Shot(view, plane, drawn=1.0)).residuals.points
        assert len(drawn.reshape(-1, 4, 3)) == expected


def test_the_distance_of_each_line_stands_beyond_its_upper_end(seen):
    names = seen.stage.names
    names.set_shot(Shot(FRONT, FLATS_SHOWN.by_both, lines=1.0, named=1.0))
    assert [number.text for number in names.numbers] == [f"{d:.0f}" for d in SHOWN]
    for number, line in zip(names.numbers, last(seen, "steepen").lines, strict=True):
        upper = line[np.argmax(line[:, 1])]
        assert number.get_fill_opacity() == 1
        assert number.get_bottom()[1] > upper[1]
        assert np.linalg.norm(number.anchor[:2] - upper) < 0.6


def test_names_of_lines_go_with_their_ends_clear_of_all_flats_while_these_steepen(seen):
    flats, offsets = FRONT.project(in_box(VALUES))[:, :2], []
    upper = FLATS_SHOWN.footprint.lines(SHOWN)[:, 1]
    for share in np.linspace(0, 1, 41):
        plane = FLATS_SHOWN.tilted.towards(FLATS_SHOWN.past[1], share)
        names = seen.stage.names.set_shot(Shot(FRONT, plane, lines=1.0, named=1.0))
        assert all(part.get_fill_opacity() == 1 for part in names.unit.family_members_with_points())
        anchors = np.array([number.anchor[:2] for number in names.numbers])
        offsets.append(anchors - FRONT.project(in_box(plane.lifted(upper)))[:, :2])
        for number in names.numbers:
            low, high = number.get_corner(DL)[:2], number.get_corner(UR)[:2]
            away = np.linalg.norm(flats - np.clip(flats, low, high), axis=1)
            assert away.min() > DOT + 0.05, number.text
    np.testing.assert_allclose(offsets, [offsets[0]] * len(offsets), atol=1e-6)


def test_what_is_said_agrees_with_the_fit(seen):
    said = " ".join(seen.said)
    more = LARGE[0] - SMALL[0]
    assert f"One has {more:.0f} m² more" in said
    assert f"A line for area alone says {more * ALONE_FIT.slope:.0f} EUR" in said
    kilometres = SHOWN[-1] - SHOWN[0]
    before, after = (
        -kilometres * slope for slope in (FLATS_SHOWN.tilted.per_distance, FIT.coefficients[1])
    )
    assert f"So far, {kilometres:.0f} km cost {before:.0f} EUR." in said
    assert f"{kilometres:.0f} km cost {after:.0f} EUR, not {before:.0f}." in said
    each, nearer = -FIT.coefficients[1], LARGE[1] - ONE_DISTANCE
    assert seen.stage.pair.gap.each.submobjects[0].typst_code.count(f"{each:.1f} per km") == 1
    rises = f"it rises {each * nearer:.0f}."
    assert f"Bring one flat from {LARGE[1]:.1f} to {ONE_DISTANCE:.0f} km: {rises}" in said
    assert round(round(each, 1) * round(nearer, 1)) == round(each * nearer), "as it is written, too"
    small, large = (VALUES[rows, 1].mean() for rows in FLATS_SHOWN.outer)
    averages = f"{small:.1f} km out. The largest quarter: {large:.1f} km."
    assert f"Average the smallest quarter: {averages}" in said
    farther = LARGE[1] - SMALL[1]
    up, down = more * FIT.coefficients[0], farther * FIT.coefficients[1]
    one, other = FLATS_SHOWN.missed(FLATS_SHOWN.by_both)[list(FLATS_SHOWN.twins)]
    assert seen.said[-7:] == [
        f"At one distance, {more:.0f} m² are worth {up:.0f} EUR, not {more * ALONE_FIT.slope:.0f}.",
        "And our two? Back, each with its own line.",
        f"{more:.0f} m² more, along its line: up {up:.0f} EUR.",
        f"{farther:.1f} km farther, to the other line: down {-down:.0f} EUR.",
        f"Down {up + down:.0f} more: their misses, {one:.0f} and {-other:.0f}.",
        "Worth nothing?",
        f"At the same distance: {up:.0f} EUR.",
    ]
    assert up + down == pytest.approx(one - other), "what is left are the misses of the two"
    assert f"Only {FIT.rss / ALONE_FIT.rss:.0%} of the first line’s squares remain" in said
    assert fit_line(VALUES[:, 1], VALUES[:, 0]).slope > 0, "large flats lie farther out"
