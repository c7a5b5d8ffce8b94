"""Few points far out do not flatten a picture; each is marked at its edge, and they are counted."""

from functools import cache
from types import ModuleType

import numpy as np
import pytest
from matplotlib.figure import Figure

from core.tables.dataset import Dataset
from figures import fit, lingeom, linreg, residuals
from figures.parts.output import Picture
from tests.figures.tables import AWKWARD, drawn, made

STEPS = np.linspace(0, 10, 60)
NOISE = np.random.default_rng(4).normal(size=60)
SLIP = np.arange(60) == 20
TABLES = {
    "a slip of the pen": made(STEPS, np.where(SLIP, 940, 12 + STEPS + NOISE)),
    "a slip below": made(STEPS, np.where(SLIP, -940, 12 + STEPS + NOISE)),
    "a slip along x": made(np.where(SLIP, 1500, STEPS), 40 + NOISE),
    "a slip along x, to the left": made(np.where(SLIP, -1500, STEPS), 40 + NOISE),
    "heavy tail": AWKWARD["heavy tail"],
}
MARK = {"^": "top", "v": "bottom", ">": "right", "<": "left"}
FIGURES = [fit, linreg, lingeom, residuals]

# In one process, which lays each picture out once.
pytestmark = pytest.mark.xdist_group("outside")


@cache
def laid_out(module: ModuleType, name: str) -> Picture:
    """Return the picture of a table, laid out once for all that only look at it."""
    return drawn(module, TABLES[name])


def marks(figure: Figure) -> list[tuple[str, float, float]]:
    return [
        (MARK[str(line.get_marker())], float(x), float(y))
        for line in figure.axes[0].lines
        if line.get_gid() == "outside"
        for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
    ]


def notes(figure: Figure) -> str:
    ax = figure.axes[0]
    return "\n".join([ax.get_title(), *(text.get_text() for text in ax.texts)])


@pytest.mark.parametrize("module", FIGURES)
@pytest.mark.parametrize("name", TABLES)
def test_who_is_left_out_has_a_mark_at_the_edge_and_a_word(module: ModuleType, name: str) -> None:
    data: Dataset = TABLES[name]
    picture = laid_out(module, name)
    figure, ax = picture.figure, picture.figure.axes[0]
    (found,) = marks(figure)
    side, *place = found
    edge = {"top": 1, "bottom": 1, "left": 0, "right": 0}[side]
    assert place[edge] in (ax.get_xlim(), ax.get_ylim())[edge]
    said = f"1 of {data.x.size:,} points lies outside the picture"
    assert said in notes(figure)
    assert f"{said}." in picture.description
    assert ("slip along x" in name) == (side in ("left", "right"))


@pytest.mark.parametrize("module", [fit, linreg, lingeom])
@pytest.mark.parametrize("name", TABLES)
def test_the_others_and_the_line_have_the_picture(module: ModuleType, name: str) -> None:
    ax = laid_out(module, name).figure.axes[0]
    (best,) = (line for line in ax.lines if line.get_gid() == "best")
    (dots,) = (line for line in ax.lines if line.get_marker() == "o" and len(line.get_xdata()) > 40)
    for values, line, ends in (
        (dots.get_xdata(), best.get_xdata(), ax.get_xlim()),
        (dots.get_ydata(), best.get_ydata(), ax.get_ylim()),
    ):
        low, high = sorted(ends)
        assert low <= np.min(line) <= np.max(line) <= high
        inside = [value for value in values if low <= value <= high]
        seen = np.append(inside, line)
        assert np.ptp(seen) > (high - low) / 3


@pytest.mark.parametrize("module", FIGURES)
@pytest.mark.parametrize("name", ["years", "dense", "left-skewed", "no relation", "two points"])
def test_a_picture_of_all_points_says_nothing(module: ModuleType, name: str) -> None:
    figure = drawn(module, AWKWARD[name]).figure
    assert not marks(figure)
    assert "outside" not in notes(figure)


def test_the_ring_about_an_outlier_stands_where_its_mark_is() -> None:
    figure = laid_out(residuals, "a slip of the pen").figure
    (found,) = marks(figure)
    (ring,) = (line for line in figure.axes[0].lines if line.get_gid() == "outlier")
    assert found[1:] == (ring.get_xdata()[0], ring.get_ydata()[0])
