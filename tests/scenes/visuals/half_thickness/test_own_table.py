"""HalfThickness shows labs of equal sheets, and says why it cannot show another one."""

from pathlib import Path

import numpy as np
import pytest

from core.palette import theme
from scenes.able import refusal
from scenes.settings import FilmSettings
from scenes.visuals.half_thickness.own_table import shown_lab
from scenes.visuals.half_thickness.stage import Stage
from scenes.visuals.writing.pen import Pen

SHEETS = np.arange(10.0)


def lab_of(tmp_path: Path, depths_mm: np.ndarray, mu: float, room: float = 0.0) -> FilmSettings:
    counts = 60 * (500 * np.exp(-mu * depths_mm) + room)
    rows = [f"{d:g},{n:.0f},60" for d, n in zip(depths_mm, counts, strict=True)]
    if room:
        rows.insert(0, f"background,{300 * room:.0f},300")
    table = tmp_path / "lab.csv"
    table.write_text("thickness_mm,counts,live_time_s\n" + "\n".join(rows) + "\n")
    return FilmSettings(data=table)


@pytest.mark.parametrize(("sheet", "mu"), [(1.0, 0.6), (2.0, 0.12), (0.5, 1.8)])
def test_labs_of_equal_sheets_are_shown(tmp_path, sheet, mu):
    settings = lab_of(tmp_path, sheet * SHEETS, mu)
    assert refusal("HalfThickness", settings) == ""
    stage = Stage.of(*shown_lab(settings), Pen(theme("dark")))
    assert stage.sheet_mm == sheet
    step = stage.each.submobjects[0].typst_code
    assert f"{mu * sheet:.1f}" in step
    assert ("mu" in step) == (sheet == 1), "mu is the step of a millimetre"
    assert not stage.bends
    assert float(stage.mu) == pytest.approx(mu, rel=0.01)
    assert float(stage.half) == pytest.approx(np.log(2) / mu, rel=0.01)


def test_points_near_the_background_bend_and_are_left_out(tmp_path):
    lab, fit = shown_lab(lab_of(tmp_path, SHEETS, 0.6, room=1.0))
    stage = Stage.of(lab, fit, Pen(theme("dark")))
    assert stage.bends
    assert len(stage.background.left_out.x) == int((~fit.used).sum())


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
    assert said in refusal("HalfThickness", lab_of(tmp_path, depths_mm, mu))
