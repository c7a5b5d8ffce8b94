"""HalfThickness shows labs of equal sheets, and says why it cannot show another one."""

import numpy as np
import pytest

from core.palette import theme
from scenes.able import refusal
from scenes.visuals.half_thickness.own_table import shown_lab
from scenes.visuals.half_thickness.stage import Stage
from scenes.visuals.writing.pen import Pen
from tests.scenes.awkward_labs import MadeLab

SHEETS = np.arange(10.0)


@pytest.mark.parametrize(("sheet", "mu"), [(1.0, 0.6), (2.0, 0.12), (0.5, 1.8)])
def test_labs_of_equal_sheets_are_shown(tmp_path, sheet, mu):
    settings = MadeLab(sheet * SHEETS, mu).settings(tmp_path)
    assert refusal("HalfThickness", settings) == ""
    stage = Stage.of(*shown_lab(settings), Pen(theme("dark")))
    assert stage.sheet_mm == sheet
    assert float(stage.share) == pytest.approx(np.exp(-mu * sheet), abs=0.01)
    assert float(stage.mu) == pytest.approx(mu, rel=0.01)
    assert float(stage.half) == pytest.approx(np.log(2) / mu, rel=0.01)


def test_points_near_the_background_are_left_out(tmp_path):
    lab, fit = shown_lab(MadeLab(SHEETS, 0.6, room=1.0).settings(tmp_path))
    stage = Stage.of(lab, fit, Pen(theme("dark")))
    assert (~fit.used).any()
    np.testing.assert_array_equal(stage.tops.x, lab.thickness_mm[fit.used])


@pytest.mark.parametrize(
    ("depths_mm", "mu", "said"),
    [
        (np.array([0, 1, 2, 4, 8, 16, 32.0]), 0.2, "equal sheet"),
        (SHEETS + 1, 0.6, "a row without lead"),
        (SHEETS[:5], 0.6, "it uses 5 of 5"),
        (0.1 * SHEETS, 0.5, "one sheet leaves 95.1 %"),
        (10 * SHEETS, 0.05, "a step of 1 mm"),
    ],
)
def test_what_cannot_be_shown_is_refused(tmp_path, depths_mm, mu, said):
    assert said in refusal("HalfThickness", MadeLab(depths_mm, mu).settings(tmp_path))


def test_points_that_sink_into_the_background_make_no_line(tmp_path):
    lab = MadeLab(SHEETS, 0.5, room=100.0)
    assert "10 x background" in refusal("HalfThickness", lab.settings(tmp_path))
