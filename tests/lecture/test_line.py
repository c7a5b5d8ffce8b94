"""The arithmetic of the pages is that of core: the same sums and lines, to twelve digits."""

import numpy as np
import pytest

import core
from core.landscape.absolute import absolute_residual
from lecture import pieces
from tests.core import oracle

pytestmark = pytest.mark.browser

DIGITS = 1e-12
HUBBLE = core.read_dataset("data/hubble1929.csv", x="distance", y="velocity")
HEADER = core.read_dataset("data/header.csv")


def clouds():
    rng = np.random.default_rng(20211126)
    x = rng.uniform(-3, 7, 25).round(2)
    y = (1.7 * x - 4 + rng.normal(0, 2, 25)).round(2)
    return {
        "header": (HEADER.x, HEADER.y),
        "hubble": (HUBBLE.x, HUBBLE.y),
        "x far off": (HEADER.x + 1e8, HEADER.y),
        "both far off": (HEADER.x - 1e8, HEADER.y + 1e8),
        "large": (x * 1e9, y * 1e-6),
        "falling": (x, -y),
        "two points": (np.array([1.0, 3.0]), np.array([2.0, 9.5])),
        "equal x": (np.repeat([1.0, 2.0, 4.0], 5), rng.normal(0, 1, 15).round(3)),
        "two hundred": (rng.normal(0, 1, 200), rng.normal(0, 1, 200)),
    }


CLOUDS = clouds()


@pytest.fixture(scope="module")
def line_js(chromium):
    """Return a function that runs JavaScript with line.js and the points of a cloud."""
    page = chromium.new_page()
    page.add_script_tag(content=pieces.script())

    def run(x, y, expression, *values):
        """Evaluate ``expression`` of the cloud ``points`` and of ``values``."""
        script = f"([x, y, values]) => {{ const points = Line.cloud(x, y); return {expression}; }}"
        return page.evaluate(script, [list(map(float, x)), list(map(float, y)), values])

    yield run
    page.close()


@pytest.mark.parametrize("name", CLOUDS)
def test_the_line_of_least_squares(line_js, name):
    x, y = CLOUDS[name]
    fit = core.fit_line(x, y, exact=True)
    best = line_js(x, y, "Line.best('squared', points)")
    line = best["line"]
    assert line["slope"] == pytest.approx(fit.slope, rel=DIGITS)
    assert line["height"] == pytest.approx(float(fit.predict(line["at"])), rel=DIGITS)
    intercept = line_js(x, y, "Line.intercept(Line.best('squared', points).line)")
    assert intercept == pytest.approx(fit.intercept, rel=DIGITS)
    size = float(np.sum((y - y.mean()) ** 2))
    assert best["cost"] == pytest.approx(fit.rss, rel=DIGITS, abs=1e-24 * size)


@pytest.mark.parametrize("name", CLOUDS)
def test_what_another_line_costs_beyond_the_least(line_js, name):
    x, y = CLOUDS[name]
    slope, height, at = 0.8 * np.ptp(y) / np.ptp(x), float(y.max()), float(x.min())
    line = {"slope": float(slope), "height": height, "at": at}
    a, h, x0 = oracle.fractions([slope, height, at])
    points = zip(oracle.fractions(x), oracle.fractions(y), strict=True)
    misses = [t - h - a * (s - x0) for s, t in points]
    expected = sum(miss**2 for miss in misses) - oracle.Line(x, y).rss
    script = "Line.excess('squared', points, values[0], Line.best('squared', points))"
    assert line_js(x, y, script, line) == pytest.approx(float(expected), rel=DIGITS)


def test_the_relative_residual(line_js):
    x, y = CLOUDS["header"]
    line = {"slope": 0.5, "height": 2, "at": 0}
    best = "Line.best('squared', points)"
    script = f"Line.excess('squared', points, values[0], {best}) / {best}.cost"
    expected = float(core.relative_residual(x, y, 0.5, 2.0))
    assert line_js(x, y, script, line) == pytest.approx(expected, rel=DIGITS)


@pytest.mark.parametrize("name", CLOUDS)
def test_the_line_of_least_absolute_distance(line_js, name):
    x, y = CLOUDS[name]
    fit = core.fit_least_absolute(x, y)
    best = line_js(x, y, "Line.best('absolute', points)")
    assert best["cost"] == pytest.approx(fit.objective, rel=DIGITS, abs=1e-14 * np.ptp(y))
    assert best["unique"] is fit.unique
    if fit.unique:
        assert best["line"]["slope"] == pytest.approx(fit.slope, rel=DIGITS)
        at = best["line"]["at"]
        assert best["line"]["height"] == pytest.approx(float(fit.predict(at)), rel=DIGITS)


@pytest.mark.parametrize("name", CLOUDS)
def test_the_line_nearest_to_the_points(line_js, name):
    x, y = CLOUDS[name]
    fit = core.fit_orthogonal(np.stack([x, y], axis=1))
    best = line_js(x, y, "Line.best('shortest', points)")
    assert best["line"]["slope"] == pytest.approx(fit.slope, rel=DIGITS)
    assert best["cost"] == pytest.approx(fit.rss, rel=DIGITS, abs=1e-24 * np.ptp(y) ** 2)


@pytest.mark.parametrize("slope", [0.0, 0.7, -2.5])
def test_sums_of_any_line(line_js, slope):
    x, y = CLOUDS["header"]
    line = f"{{ slope: {slope}, height: 1.5, at: 0 }}"
    squared, absolute, shortest, epsilon = (
        line_js(x, y, f"Line.cost('{measure}', points, {line})")
        for measure in ("squared", "absolute", "shortest", "squared")
    )
    assert squared == pytest.approx(float(core.residual(x, y, slope, 1.5)), rel=DIGITS)
    assert absolute == pytest.approx(float(absolute_residual(x, y, slope, 1.5)), rel=DIGITS)
    assert shortest == pytest.approx(epsilon / (1 + slope**2), rel=DIGITS)


def test_equal_minima_are_known_as_such(line_js):
    x, y = [0, 0, 1, 1], [0, 1, 0, 1]
    assert line_js(x, y, "Line.best('absolute', points).unique") is False
    assert line_js(x, y, "Line.best('shortest', points).unique") is False


def test_a_vertical_line_is_a_line(line_js):
    best = line_js([5, 5, 5], [0, 1, 2], "Line.best('shortest', points)")
    assert best["line"]["slope"] == float("inf")
    assert best["cost"] == 0
    assert line_js([5, 5, 5], [0, 1, 2], "Line.hasLine(points)") is False


@pytest.mark.parametrize("measure", ["squared", "absolute", "shortest"])
def test_lines_on_a_level_curve_cost_the_same(line_js, measure):
    x, y = CLOUDS["header"]
    costs = line_js(
        x,
        y,
        f"Levels.curve('{measure}', points, Line.best('{measure}', points), "
        f"1.5 * Line.best('{measure}', points).cost, 24)"
        f".map(line => Line.cost('{measure}', points, line) / Line.best('{measure}', points).cost)",
    )
    assert len(costs) == 24
    assert costs == pytest.approx([1.5] * 24, rel=1e-7)


@pytest.mark.parametrize(
    ("text", "x", "y"),
    [
        ("x,y\n1,2\n3,4", [1, 3], [2, 4]),
        ("1\t2\n3\t4\n", [1, 3], [2, 4]),
        ("t;h\n0,5;1,5\n1;2", [0.5, 1], [1.5, 2]),
        ("1 2\n3 4", [1, 3], [2, 4]),
        ("1,5 2,5\n3 4", [1.5, 3], [2.5, 4]),
        ("# a comment\na,b\n1,2\n,3\n4,5", [1, 4], [2, 5]),
        ('name,x,y\n"Cloud, large",1,2\n"b",3,4', [1, 3], [2, 4]),
        ("x,y\r\n1e3,−2\r\n", [1000], [-2]),
    ],
)
def test_tables_as_people_paste_them(line_js, text, x, y):
    table = line_js([], [], "Table.read(values[0])", text)
    assert (table["x"], table["y"]) == (x, y)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("x,y", "no rows"),
        ("x,y\n1,2\n3,four\n5,6", "Line 3: “four” is not a number"),
        ("x\n1\n2", "two columns"),
        ("a,b\n1,2\n3,4,5", "Line 3"),
    ],
)
def test_a_table_that_cannot_be_read_says_where(line_js, text, said):
    script = "(() => { try { Table.read(values[0]) } catch (error) { return error.message } })()"
    assert said in line_js([], [], script, text)
