"""The radiation pictures draw what core computed, say what they show, and take any lab."""

from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import numpy as np
import pytest

from core import palette
from core.attenuation.example import MEASUREMENT
from core.attenuation.lab_table import read_lab
from core.attenuation.readback import read_back
from figures import (
    candidates,
    example_radiation_A,
    example_radiation_B,
    experiment,
    halfthickness,
    readback,
)
from figures.parts.output import save
from figures.parts.style import rc

FROM_A_LAB = [example_radiation_A, example_radiation_B, halfthickness, candidates]
EVERY_FIGURE = [*FROM_A_LAB, experiment, readback]
OWN_LAB = """# title: Group 7 & friends
thickness_cm;counts;time_s
background;31;60
0;21033;10
0,1;9100;10
0,2;4400;10
0,3;2250;10
0,4;1200;10
"""


@pytest.fixture(autouse=True)
def _style():
    with mpl.rc_context(rc("light")):
        yield


@pytest.fixture
def own_lab(tmp_path):
    path = tmp_path / "lab.csv"
    path.write_text(OWN_LAB, encoding="utf-8")
    return path


def texts(figure):
    return " ".join(text.get_text() for text in figure.findobj(mpl.text.Text))


def marks(ax, colour, marker):
    """Return x and y of what is drawn with this colour and marker."""
    lines = [
        line
        for line in ax.get_lines()
        if line.get_color() == colour and line.get_marker() == marker
    ]
    return [np.column_stack(line.get_data()) for line in lines]


@pytest.mark.parametrize("module", [example_radiation_A, example_radiation_B])
def test_fitted_points_are_green_squares_and_the_others_grey(module):
    lab = read_lab(MEASUREMENT)
    fit = lab.fit("article")
    ax = module.picture(MEASUREMENT, "light").figure.axes[0]
    points = np.column_stack([lab.thickness_mm, lab.rate])
    (used,) = marks(ax, palette.USED_POINT, "s")
    (excluded,) = marks(ax, palette.EXCLUDED_POINT, "o")
    np.testing.assert_array_equal(used, points[fit.used])
    np.testing.assert_array_equal(excluded, points[~fit.used])


@pytest.mark.parametrize("module", [example_radiation_A, example_radiation_B])
def test_the_line_is_the_fit_and_says_so(module):
    fit = read_lab(MEASUREMENT).fit("article")
    picture = module.picture(MEASUREMENT, "light")
    ax = picture.figure.axes[0]
    curve = next(line for line in ax.get_lines() if line.get_label() == "fitted line")
    np.testing.assert_allclose(curve.get_ydata(), fit.transmitted_rate(curve.get_xdata()))
    for number in ("0.572", "1.21", "1.37"):
        assert number in texts(picture.figure)
        assert number in picture.description


def test_a_lab_without_a_rate_above_ten_backgrounds_is_fitted_by_poisson_and_says_so(tmp_path):
    path = tmp_path / "weak.csv"
    rows = [(0, 900), (1, 560), (2, 380), (3, 270), (4, 210)]
    table = "".join(f"{x},{n},10\n" for x, n in rows)
    path.write_text(f"thickness_mm,counts,live_time_s\nbackground,1200,100\n{table}")
    picture = example_radiation_B.picture(path, "light")
    assert "Poisson fit with background" in texts(picture.figure)
    (used,) = marks(picture.figure.axes[0], palette.USED_POINT, "s")
    np.testing.assert_allclose(used, [(x, n / 10) for x, n in rows])


def test_the_background_level_is_drawn_where_it_was_measured():
    ax = example_radiation_B.picture(MEASUREMENT, "light").figure.axes[0]
    level = next(line for line in ax.get_lines() if line.get_label() == "background")
    assert level.get_color() == palette.BACKGROUND_LEVEL
    assert level.get_ydata()[0] == pytest.approx(1487 / 300)
    assert ax.get_yscale() == "log"


@pytest.mark.parametrize("module", FROM_A_LAB)
def test_reconstructed_data_are_called_so_in_the_picture_and_in_its_description(module):
    picture = module.picture(MEASUREMENT, "light")
    assert "reconstructed" in texts(picture.figure)
    assert "reconstructed" in picture.description


@pytest.mark.parametrize("module", FROM_A_LAB)
def test_measured_data_are_not(module, own_lab):
    picture = module.picture(own_lab, "light")
    assert "reconstructed" not in texts(picture.figure) + picture.title + picture.description


def test_a_lab_brings_its_own_title(own_lab):
    assert example_radiation_B.picture(own_lab, "light").title == "Group 7 & friends"


def test_half_thickness_is_carried_to_270_and_261_keV_not_to_200():  # noqa: N802  the unit
    picture = halfthickness.picture(MEASUREMENT, "light")
    close_up = picture.figure.axes[1]
    found = np.concatenate(marks(close_up, palette.USED_POINT, "s"))
    np.testing.assert_allclose(sorted(found[:, 0]), [261, 270], atol=0.5)
    np.testing.assert_allclose(
        found[:, 1], read_lab(MEASUREMENT).fit("article").half_thickness_g_cm2
    )
    lines = np.concatenate(marks(close_up, palette.DATA, "D"))
    np.testing.assert_allclose(sorted(lines[:, 0]), [171.28, 245.35])
    assert "K edge 88.0 keV" in texts(picture.figure)


def test_an_own_lab_shows_its_own_energy_and_not_the_article_s(own_lab):
    picture = halfthickness.picture(own_lab, "light")
    assert "In" not in texts(picture.figure)
    assert "111" not in picture.description


def test_residuals_are_those_of_the_fit():
    fit = read_lab(MEASUREMENT).fit("article")
    bottom = example_radiation_B.picture(MEASUREMENT, "light").figure.axes[1]
    (drawn,) = marks(bottom, palette.USED_POINT, "s")
    np.testing.assert_array_equal(drawn[:, 1], fit.pulls[fit.used])


def test_candidates_name_the_nearest_nuclides_and_the_article_s():
    for name in ("203", "123", "75", "67", "111"):
        assert name in texts(candidates.picture(MEASUREMENT, "light").figure)


def test_lines_read_back_are_described_with_their_energies():
    picture = readback.picture(Path(), "light")
    for line in read_back():
        assert f"{line.nuclide} {line.energy:.1f} keV" in picture.description


@pytest.mark.parametrize("theme", palette.THEMES)
@pytest.mark.parametrize("module", EVERY_FIGURE)
def test_nothing_is_cut_off(module, theme):
    with mpl.rc_context(rc(theme)):
        figure = module.picture(MEASUREMENT, theme).figure
        figure.draw_without_rendering()
        drawn = figure.get_tightbbox()
        assert drawn.x0 >= 0
        assert drawn.y0 >= 0
        assert drawn.x1 <= figure.get_figwidth()
        assert drawn.y1 <= figure.get_figheight()


@pytest.mark.parametrize("module", EVERY_FIGURE)
def test_an_svg_has_its_words_and_comes_out_the_same_twice(module, tmp_path):
    path = tmp_path / "picture.svg"
    files = []
    for _ in range(2):
        save(lambda: module.picture(MEASUREMENT, "light"), path)
        files.append(path.read_bytes())
    assert files[0] == files[1]
    root = ElementTree.fromstring(files[0])
    assert root.get("role") == "img"
    description = root.find("{http://www.w3.org/2000/svg}desc")
    assert len(description.text) > 80
