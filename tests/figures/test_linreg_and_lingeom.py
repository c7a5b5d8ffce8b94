"""Both pictures of a line say and draw what core computes, for any table."""

from functools import cache
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import matplotlib as mpl
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.text import Annotation

from core.fits.line import fit_line
from core.landscape.by_eye import lines_by_eye
from core.landscape.residual import relative_residual
from core.tables.dataset import Dataset
from figures import lingeom, linreg
from figures.parts.output import Picture, save
from figures.parts.rows import spread
from figures.parts.style import rc
from figures.parts.words import plain
from tests.figures.tables import AWKWARD, HEADER, drawn

ROOT = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"

# In one process, which lays each picture out once.
pytestmark = pytest.mark.xdist_group("line and distances")


def saved(module: ModuleType, dataset: Dataset, path: Path, theme: str = "light") -> Path:
    with mpl.rc_context(rc(theme)):
        save(lambda: module.picture(dataset, theme), path)
    return path


@cache
def seen(module: ModuleType, name: str) -> Picture:
    """Return the picture of a table, laid out once for all that only look at it."""
    return drawn(module, HEADER if name == "header" else AWKWARD[name])


def by_gid(picture: Picture, gid: str) -> list[np.ndarray]:
    ax = picture.figure.axes[0]
    return [line.get_xydata() for line in ax.lines if line.get_gid() == gid]


@pytest.mark.parametrize("module", [linreg, lingeom])
@pytest.mark.parametrize("name", AWKWARD)
def test_any_table_gives_an_image_with_its_description(
    module: ModuleType, name: str, tmp_path: Path
) -> None:
    root = ET.parse(saved(module, AWKWARD[name], tmp_path / "a.svg")).getroot()
    assert root.get("role") == "img"
    ids = [root.find(f"{SVG}{tag}").get("id") for tag in ("title", "desc")]
    assert root.get("aria-labelledby").split() == ids
    description = root.find(f"{SVG}desc").text
    assert plain(fit_line(AWKWARD[name].x, AWKWARD[name].y).slope, 4) in description
    assert not root.findall(f".//{SVG}script")
    assert [path.name for path in tmp_path.iterdir()] == ["a.svg"]


@pytest.mark.parametrize("module", [linreg, lingeom])
@pytest.mark.parametrize("name", AWKWARD)
def test_all_words_stay_inside_the_picture(module: ModuleType, name: str) -> None:
    figure = seen(module, name).figure
    with mpl.rc_context(rc("light")):
        box = figure.get_tightbbox()
    width, height = figure.get_size_inches()
    assert box.x0 >= 0
    assert box.y0 >= 0
    assert box.x1 <= width
    assert box.y1 <= height


def test_a_user_s_words_are_kept_in_the_description() -> None:
    assert "距离 [Mpc]" in seen(linreg, "no letters for it").description
    label = seen(linreg, "markup").figure.axes[0].yaxis.label
    assert label.get_text() == r"$\frac{$ _^%&{}"
    assert not label.get_parse_math()


@pytest.mark.parametrize("module", [linreg, lingeom])
def test_the_line_is_core_s_line(module: ModuleType) -> None:
    (line,) = by_gid(seen(module, "header"), "best")
    assert line[:, 1] == pytest.approx(fit_line(HEADER.x, HEADER.y).predict(line[:, 0]), rel=1e-14)


def test_the_other_lines_are_worse_by_what_is_written() -> None:
    picture = seen(linreg, "header")
    words = [text.get_text() for text in picture.figure.axes[0].texts]
    for line in lines_by_eye(HEADER.x, HEADER.y):
        worth = float(relative_residual(HEADER.x, HEADER.y, line.slope, line.intercept))
        assert worth > 0.5
        assert words[words.index(line.name) + 1] == f"${worth:.1f}$"


def test_only_the_best_line_without_rivals() -> None:
    with mpl.rc_context(rc("light")):
        picture = linreg.picture(HEADER, "light", rivals=False)
    assert by_gid(picture, "best")
    assert len(picture.figure.axes[0].lines) == 2, "points and one line"
    assert not picture.figure.axes[0].texts
    assert "worse" not in picture.description


@pytest.mark.parametrize("name", AWKWARD)
def test_no_word_is_written_over_another(name: str) -> None:
    figure = seen(linreg, name).figure
    with mpl.rc_context(rc("light")):
        texts = figure.axes[0].texts
        boxes = [text.get_window_extent() for text in texts]
    notes = [text for text in texts if isinstance(text, Annotation)]
    assert len(texts) - len(notes) == 10, "two words in each of five rows"
    for i, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[i + 1 :])


@pytest.mark.parametrize("name", ["years", "no relation", "outlier", "left-skewed"])
def test_the_points_fill_the_picture_whatever_the_rivals_do(name: str) -> None:
    bottom, top = seen(linreg, name).figure.axes[0].get_ylim()
    assert np.ptp(AWKWARD[name].y) > 0.75 * (top - bottom)


@settings(deadline=None)
@given(st.lists(st.floats(-0.5, 1.5), min_size=1, max_size=6))
def test_rows_keep_their_order_their_distance_and_the_picture(places: list[float]) -> None:
    rows = spread(np.array(places), 0.085, 0.915)
    assert rows.min() >= 0
    assert rows.max() <= 0.915 + 1e-12
    in_order = rows[np.argsort(places, kind="stable")]
    assert np.all(np.diff(in_order) >= 0.085 - 1e-12)


def test_rows_that_are_apart_stay_where_they_are() -> None:
    places = np.array([0.9, 0.1, 0.5])
    assert spread(places, 0.085, 0.915) == pytest.approx(places)


def test_nothing_is_relative_to_a_residual_of_zero() -> None:
    words = [text.get_text() for text in seen(linreg, "perfect").figure.axes[0].texts]
    assert r"$\epsilon$" in words
    assert r"$\epsilon_\mathrm{rel}$" not in words


@pytest.mark.parametrize("name", ["header", "years", "steep and falling", "negative"])
def test_right_angles_are_right_on_the_page(name: str) -> None:
    picture = seen(lingeom, name)
    to_page = picture.figure.axes[0].transData.transform
    (line,) = (to_page(ends) for ends in by_gid(picture, "best"))
    ways = by_gid(picture, "shortest")
    assert len(ways) == lingeom.SHOWN
    for way in ways:
        point, foot = to_page(way)
        along, across = line[1] - line[0], point - foot
        cosine = along @ across / (np.linalg.norm(along) * np.linalg.norm(across))
        assert cosine == pytest.approx(0, abs=1e-9)
    assert len(by_gid(picture, "right angle")) == lingeom.SHOWN


def test_unlike_units_are_brought_to_one_scale_and_this_is_said() -> None:
    picture = seen(lingeom, "steep and falling")
    assert "t [s]\n(standard deviations)" in picture.figure.axes[0].get_xlabel()
    assert "standard deviations" in picture.description
    assert "standard deviations" not in seen(lingeom, "header").description


@pytest.mark.parametrize("name", AWKWARD)
def test_no_picture_of_distances_is_a_strip(name: str) -> None:
    ax = seen(lingeom, name).figure.axes[0]
    width, height = np.ptp(ax.get_xlim()), np.ptp(ax.get_ylim())
    assert 1 / 4 < width / height < 4
