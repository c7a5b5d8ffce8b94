"""The pictures of a fit say and draw what core computes, for any table, scale and size."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from core.diagnosis.doubts import doubts
from core.fits.line import fit_line
from core.fits.one_line import fit_groups
from core.fits.scaled_line import fit_scaled_line
from core.tables.dataset import Dataset
from core.writing.digits import with_error
from figures import fit, residuals
from figures.parts.equation import equation, in_words
from figures.parts.output import Picture
from figures.parts.style import SIZES
from tests.figures.tables import AWKWARD, HEADER, ROOT, drawn

X = np.linspace(0, 10, 60)
NOISE = np.random.default_rng(3).normal(0, 1, 60)
DOUBTFUL = {
    "outlier": 2 * X + NOISE + 30 * (np.arange(60) == 50),
    "curvature": 0.3 * X**2 + NOISE,
    "scatter": 2 * X + NOISE * (0.2 + 0.4 * X),
    "correlation": NOISE,
}
DECAY = Dataset(X, 1000 * np.exp(-0.5 * X + 0.1 * NOISE), "x [mm]", "rate [1/s]")


def texts(picture: Picture) -> str:
    return "\n".join(text.get_text() for text in picture.figure.axes[0].texts)


def edges(picture: Picture, label: str) -> np.ndarray:
    """Return x, lower and upper edge of the band with this name."""
    (band,) = (band for band in picture.figure.axes[0].collections if band.get_label() == label)
    corners = band.get_paths()[0].vertices
    x = np.unique(corners[:, 0])
    heights = [corners[corners[:, 0] == at, 1] for at in x]
    return np.array([x, [h.min() for h in heights], [h.max() for h in heights]])


@pytest.mark.parametrize("module", [fit, residuals])
@pytest.mark.parametrize("name", AWKWARD)
def test_any_table_has_its_picture_with_nothing_cut_off_or_overprinted(
    module: ModuleType, name: str
) -> None:
    picture = drawn(module, AWKWARD[name], title="A title of our own")
    figure = picture.figure
    box, (width, height) = figure.get_tightbbox(), figure.get_size_inches()
    assert min(box.x0, box.y0) >= 0
    assert box.x1 <= width
    assert box.y1 <= height
    ax = figure.axes[0]
    words = [*ax.texts, ax.yaxis.get_offset_text(), ax.xaxis.label]
    boxes = [text.get_window_extent() for text in words if text.get_text()]
    for i, one in enumerate(boxes):
        assert not any(one.overlaps(other) for other in boxes[i + 1 :])
    assert len(picture.description) > 80
    assert picture.title == "A title of our own"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_size_holds_all_words(size: str, theme: str) -> None:
    for module in (fit, residuals):
        figure = drawn(module, AWKWARD["years"], theme, size, title="Warmer").figure
        box, (width, height) = figure.get_tightbbox(), figure.get_size_inches()
        assert tuple(figure.get_size_inches()) == pytest.approx(SIZES[size][:2])
        assert min(box.x0, box.y0) >= 0
        assert box.x1 <= width
        assert box.y1 <= height
        ax = figure.axes[0].get_window_extent()
        assert ax.height > 0.4 * figure.bbox.height, "the points have most of the picture"


def test_bands_and_line_are_those_of_core() -> None:
    picture, line = drawn(fit, HEADER), fit_line(HEADER.x, HEADER.y)
    for label, band in (("confidence", line.confidence_band), ("prediction", line.prediction_band)):
        x, low, high = edges(picture, f"95% {label} band")
        assert np.array([low, high]) == pytest.approx(np.array(band(x, 0.95)))
    (best,) = (drawn for drawn in picture.figure.axes[0].lines if drawn.get_gid() == "best")
    assert best.get_ydata() == pytest.approx(line.predict(best.get_xdata()))


def test_the_equation_has_the_digits_of_its_errors() -> None:
    line = fit_line(HEADER.x, HEADER.y)
    a, b = (
        with_error(line.slope, line.slope_stderr),
        with_error(line.intercept, line.intercept_stderr),
    )
    words = rf"$y = ({a[0]} \pm {a[1]})\,x + ({b[0]} \pm {b[1]})$"
    picture = drawn(fit, HEADER)
    assert words in texts(picture)
    assert f"y = ({a[0]} ± {a[1]}) x + ({b[0]} ± {b[1]})" in picture.description
    assert "$r^2 = 0.848$,   $n = 20$" in texts(picture)


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        ([1, 2], [3, 5], "y = 2 x + 1"),
        ([0, 1, 2, 3], [-1, 1, 3, 5], "y = 2 x - 1"),
        ([0, 1, 2, 3], [7, 7, 7, 7], "y = 0 x + 7"),
        (1e-20 * np.arange(4), [0, 1, 2, 4], "y = (1.30 ± 0.17) × 10^20 x - (0.20 ± 0.32)"),
        ([2001, 2002, 2003, 2005], [1, 2, 3, 4], "y = (0.743 ± 0.099) (x - 2003) + (2.69 ± 0.15)"),
    ],
)
def test_equations_of_awkward_tables(x: list, y: list, words: str) -> None:
    assert in_words(fit_scaled_line(x, y)) == words


def test_far_from_zero_the_equation_leads_back_to_the_points() -> None:
    line = fit_line(AWKWARD["years"].x, AWKWARD["years"].y)
    words = in_words(fit_scaled_line(AWKWARD["years"].x, AWKWARD["years"].y))
    slope, origin, height = (
        float(part) for part in (words[5:].split(" ")[0], words.split("x - ")[1].split(")")[0],
                                 words.rsplit("+ (")[1].split(" ")[0])
    )  # fmt: skip
    at = AWKWARD["years"].x
    assert height + slope * (at - origin) == pytest.approx(line.predict(at), abs=0.02)


@pytest.mark.parametrize("scales", ["y", "x", "xy"])
def test_logarithmic_axes_have_the_fit_that_goes_with_them_and_say_so(scales: str) -> None:
    data = Dataset(X + 1, DECAY.y, "x [mm]", "rate [1/s]")
    picture, curve = drawn(fit, data, scales=scales), fit_scaled_line(data.x, data.y, scales)
    ax = picture.figure.axes[0]
    assert (ax.get_xscale(), ax.get_yscale()) == tuple(
        "log" if name in scales else "linear" for name in "xy"
    )
    (best,) = (line for line in ax.lines if line.get_gid() == "best")
    assert best.get_ydata() == pytest.approx(curve.predict(best.get_xdata()))
    (words,) = equation(curve)
    assert words in texts(picture)
    assert "fitted as a line" in texts(picture)
    assert "fitted as a line" in picture.description


def test_the_words_of_the_user_replace_those_of_the_table() -> None:
    for module in (fit, residuals):
        picture = drawn(module, HEADER, title="$1 & more", x_label="time [s]", y_label="way [m]")
        ax = picture.figure.axes[0]
        assert "$1 & more" in texts(picture)
        assert ax.get_xlabel() == "time [s]"
        assert ax.get_ylabel().endswith("way [m]")
        assert "way [m] against time [s]" in picture.description


def test_residuals_and_twice_their_spread_are_drawn() -> None:
    line = fit_line(HEADER.x, HEADER.y)
    picture = drawn(residuals, HEADER)
    _, low, high = edges(picture, "± 2 s")
    assert high == pytest.approx(2 * line.residual_sd)
    assert low == pytest.approx(-high)
    dots = picture.figure.axes[0].lines[0]
    assert dots.get_ydata() == pytest.approx(HEADER.y - line.predict(HEADER.x))
    assert "nothing found that speaks against a straight line" in texts(picture)


@pytest.mark.parametrize("kind", DOUBTFUL)
def test_what_a_doubt_is_about_is_said_and_marked(kind: str) -> None:
    data = Dataset(X, DOUBTFUL[kind], "x", "y")
    (doubt,) = doubts(X, data.y, fit_line(X, data.y))
    picture = drawn(residuals, data)
    assert doubt.message in picture.description
    assert kind in texts(picture)
    assert f"doubtful: {kind}" in texts(drawn(fit, data))
    ax = picture.figure.axes[0]
    marks = [line for line in ax.lines if line.get_gid() == kind]
    assert len(marks) == (kind in ("outlier", "curvature"))
    assert len(ax.collections) == 1 + (kind == "scatter")
    if kind == "outlier":
        assert marks[0].get_xdata() == X[50]


def test_what_the_reader_noted_stands_in_picture_and_description() -> None:
    data = Dataset(X, 2 * X + NOISE, "x", "y", notes=("3 of 63 rows are left out",))
    for module in (fit, residuals):
        picture = drawn(module, data)
        assert "3 of 63 rows are left out" in texts(picture)
        assert "3 of 63 rows are left out" in picture.description


def test_limits_follow_the_points_and_not_a_wide_band() -> None:
    data = Dataset(np.array([1.0, 2, 3]), np.array([2.0, 4.5, 6]), "x", "y")
    bottom, top = drawn(fit, data).figure.axes[0].get_ylim()
    assert np.ptp(data.y) > 0.5 * (top - bottom)


SIGMA = np.random.default_rng(4).uniform(0.5, 2, 60)
SORTS = ["oak", "beech", "larch"] * 20
APART = Dataset(X, NOISE + np.array([1.0, -1, 2] * 20) * X, "day", "height")


def test_known_errors_are_bars_and_weights() -> None:
    data = Dataset(X, 2 * X + SIGMA * NOISE, "x", "y")
    line = fit_line(X, data.y, weights=SIGMA**-2)
    picture = drawn(fit, data, sigma=SIGMA)
    ax = picture.figure.axes[0]
    (bars,) = (drawn for drawn in ax.collections if hasattr(drawn, "get_segments"))
    ends = np.array([segment[:, 1] for segment in bars.get_segments()])
    assert ends == pytest.approx(np.column_stack([data.y - SIGMA, data.y + SIGMA]))
    (best,) = (line for line in ax.lines if line.get_gid() == "best")
    assert best.get_ydata() == pytest.approx(line.predict(best.get_xdata()))
    x, low, high = edges(picture, "95% confidence band")
    assert np.array([low, high]) == pytest.approx(np.array(line.confidence_band(x)))
    assert rf"\chi^2/\mathrm{{dof}} = {line.rss / 58:.2g}" in texts(picture)
    for words in (texts(picture), picture.description.casefold()):
        assert "weighted by 1 / error^2" in words
    assert "prediction" not in picture.description, "a new point has no known error"
    too_small = drawn(fit, data, sigma=SIGMA / 300)
    assert r"\chi^2/\mathrm{dof} = " in texts(too_small)
    assert r"\times 10^{5}" in texts(too_small), "mathematics, not 1.1e+05"


def test_each_group_has_its_points_its_line_and_its_slope() -> None:
    picture, found = drawn(fit, APART, groups=SORTS), fit_groups(X, APART.y, SORTS)
    lines = {line.get_gid(): line for line in picture.figure.axes[0].lines}
    looks = set()
    for name, line in found.each.items():
        drawn_line, points = lines[f"line {name}"], lines[f"points {name}"]
        assert drawn_line.get_ydata() == pytest.approx(line.predict(drawn_line.get_xdata()))
        own = np.array(SORTS) == name
        assert points.get_xydata() == pytest.approx(np.column_stack([X[own], APART.y[own]]))
        assert drawn_line.get_color() == points.get_color()
        looks |= {points.get_color(), points.get_marker()}
    assert len(looks) == 6, "colours and marks both tell the groups apart"
    (legend,) = picture.figure.legends
    names = [text.get_text() for text in legend.get_texts()]
    a = with_error(found.each["oak"].slope, found.each["oak"].slope_stderr)
    assert names[0] == f"oak: a = {a[0]} ± {a[1]}"
    assert names[3] == "all together"


def test_the_picture_of_groups_answers_whether_one_line_does() -> None:
    picture = drawn(fit, APART, groups=SORTS)
    assert "the groups differ" in texts(picture)
    assert "The groups differ" in picture.description
    alike = drawn(fit, Dataset(X, 2 * X + NOISE, "x", "y"), groups=["early"] * 30 + ["late"] * 30)
    assert "nothing speaks against one line for all: y = (" in texts(alike)
    few = Dataset(np.array([1.0, 2, 1, 2]), np.array([1.0, 2, 4, 3]), "x", "y")
    assert "too few points to tell" in texts(drawn(fit, few, groups=list("aabb")))


def test_names_of_groups_are_text_and_too_many_are_refused() -> None:
    names = [r"$\frac{$" if name == "oak" else "距离" * 20 for name in SORTS]
    figure = drawn(fit, APART, groups=names).figure
    box, (width, height) = figure.get_tightbbox(), figure.get_size_inches()
    assert min(box.x0, box.y0) >= 0
    assert box.x1 <= width
    assert box.y1 <= height
    with pytest.raises(ValueError, match=r"there are 60 groups, .*at most 6"):
        drawn(fit, APART, groups=[str(k) for k in range(60)])


def test_errors_and_groups_come_from_columns_that_the_command_line_names(tmp_path: Path) -> None:
    table, output = tmp_path / "trees.csv", tmp_path / "fit.svg"
    rows = zip(X, APART.y, SIGMA, SORTS, strict=True)
    lines = [",".join(map(str, row)) for row in rows]
    table.write_text("\n".join(["day,height,error,sort", *lines]))
    done = subprocess.run(
        [sys.executable, "-m", "figures.fit", table, output, "--sigma", "error", "--group", "sort"],
        cwd=ROOT, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    svg = output.read_text()
    assert "beech (20): y = " in svg
    assert "Weighted by 1 / error^2" in svg
