"""The cuts of ResidualBowl: piles of the squares' parabolas, as steep as the sheet that touches."""

import numpy as np
import pytest

from core.landscape.residual import relative_residual
from core.landscape.squared import ResidualLandscape
from scenes.residual_bowl import WALL
from scenes.visuals.residual_bowl.stage import RIM
from tests.scenes.on_screen import values
from tests.scenes.residual_bowl_seen import DATA, WATCHED, frames, in_space, shown, sums

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def stage():
    assert WATCHED.frames
    return WATCHED.film.stage


@pytest.mark.parametrize("k", [0, 1])
def test_a_cut_is_a_pile_of_the_parabolas_of_all_squares(stage, k):
    panel, (a, b) = stage.panels[k], (float(v) for v in stage.space.landscape.at(*WALL))
    piled = [f for f in frames("cuts") if shown(f, panel.stack)]
    assert len(piled) > 12
    bands = np.array([values(panel.chart, band) for band in panel.stack.corners()])
    tops = bands[:, :, bands.shape[2] // 2 :]
    home, ends = (a, b)[k], stage.cuts[k].reach(a, b)
    assert sorted((tops[:, 0].min(), tops[:, 0].max())) == pytest.approx(home + np.array(ends))
    across, heights = tops[-1]
    lines = (across, b) if k == 0 else (a, across)
    np.testing.assert_allclose(heights, [float(sums(*line)) for line in _each(lines)], rtol=1e-6)
    alone = np.diff(tops[:, 1], axis=0)
    assert len(tops) == len(DATA.x)
    assert np.all(alone >= -1e-9), "they lie on each other"
    for band in alone:
        third = np.diff(band, 3)
        assert np.abs(third).max() < 1e-6 * max(1e-3, np.ptp(band)), "each is a parabola"


def test_the_level_leads_from_the_tank_to_the_parabola_that_it_draws(stage):
    for k, panel in enumerate(stage.panels):
        led = [f for f in frames("cuts") if shown(f, panel.level) and len(f.levels[k])]
        assert len(led) > 12
        for frame in led:
            at = np.unique(frame.levels[k][:, 1].round(6))
            assert at == pytest.approx([frame.markers[k][1]], abs=1e-5)
            assert at == pytest.approx([frame.tank_top], abs=1e-4)


def test_each_cut_changes_one_number_only_and_reaches_the_rim_on_both_sides(stage):
    a, b = stage.space.landscape.at(*WALL)
    ending = frames("cuts")[-1]
    for k, cut in enumerate(stage.cuts):
        for end, change in zip((0, -1), cut.reach(float(a), float(b)), strict=True):
            line = (a + change, b) if k == 0 else (a, b + change)
            assert relative_residual(DATA.x, DATA.y, *line) == pytest.approx(RIM)
            expected = in_space(ending, stage, *line, RIM + 1)
            assert ending.cuts[k][end] == pytest.approx(expected, abs=1e-6)


def test_a_cut_seen_from_its_side_is_the_level_when_one_number_changes(stage):
    drawn = {
        k: [
            f
            for f in frames("cuts", "sheet", "roll")
            if shown(f, panel.marker) and len(f.curves[k]) > 8
        ]
        for k, panel in enumerate(stage.panels)
    }
    for k, panel in enumerate(stage.panels):
        assert len(drawn[k]) > 20
        for frame in drawn[k]:
            changed, height = values(panel.chart, frame.curves[k][::4])
            lines = (changed, frame.line[1]) if k == 0 else (frame.line[0], changed)
            np.testing.assert_allclose(height, [sums(*line) for line in _each(lines)], rtol=1e-3)
            foot = in_space(frame, stage, *frame.line, 0.0)
            above = frame.markers[k][1] - panel.chart.box.bottom
            assert above == pytest.approx(frame.ball[1] - foot[1], abs=1e-4)


def _each(lines):
    return zip(*np.broadcast_arrays(*lines), strict=True)


def test_the_tangents_of_the_cuts_are_as_steep_as_the_bowl(stage):
    landscape = ResidualLandscape.of(DATA.x, DATA.y)
    for frame in frames("sheet", "roll"):
        if not shown(frame, stage.panels[0].tangent):
            continue
        for k, (panel, ends) in enumerate(zip(stage.panels, frame.plane_tangents, strict=True)):
            (low, high), (start, end) = values(panel.chart, ends)
            expected = landscape.gradient(*frame.line)[k]
            assert (end - start) / (high - low) == pytest.approx(expected, rel=1e-3, abs=1e-3)


def test_the_sheet_touches_along_both_cuts(stage):
    frame = next(frame for frame in frames("sheet") if shown(frame, stage.sheet.sheet))
    step = 1e-6
    for k, tangent in enumerate(frame.tangents):
        line = np.array(frame.line)
        ends = [line + sign * step * np.eye(2)[k] for sign in (-1, 1)]
        low, high = (in_space(frame, stage, *end, float(sums(*end))) for end in ends)
        along = (high - low) / np.linalg.norm(high - low)
        assert tangent / np.linalg.norm(tangent) == pytest.approx(along, abs=1e-3)
