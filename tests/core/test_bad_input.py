"""One table of bad data for every function: each is refused, with what, where and what to do."""

import numpy as np
import pytest

from core.diagnosis.doubts import doubts
from core.fits.correlation import pearson_test
from core.fits.curve import fit_curve
from core.fits.least_absolute import fit_least_absolute
from core.fits.line import fit_line, linear_regression
from core.fits.moments import Moments
from core.fits.multiple import fit_multiple
from core.fits.orthogonal import fit_orthogonal
from core.landscape.absolute import absolute_residual
from core.landscape.by_eye import lines_by_eye
from core.landscape.distance import distances
from core.landscape.residual import relative_residual, residual
from core.landscape.squared import ResidualLandscape


class Labelled:
    """What a pandas Series shows of itself: values, an index, positional access."""

    class Index(tuple):
        __slots__ = ()

        def equals(self, other):
            return self == other

    def __init__(self, values, index):
        self.values, self.index, self.iloc = values, self.Index(index), None

    def __len__(self):
        return len(self.values)

    def __array__(self, dtype=None, copy=None):
        return np.array(self.values, dtype=dtype)


def column(x):
    """Return x as the one column of a matrix, whatever it holds."""
    if isinstance(x, Labelled):
        return Labelled([[v] for v in x.values], x.index)
    return np.ma.expand_dims(x, 1) if isinstance(x, np.ma.MaskedArray) else np.asarray(x)[:, None]


PAIRS = {
    "fit_line": fit_line,
    "fit_line exact": lambda x, y: fit_line(x, y, exact=True),
    "linear_regression": linear_regression,
    "Moments.of": Moments.of,
    "residual": lambda x, y: residual(x, y, 1, 1),
    "relative_residual": lambda x, y: relative_residual(x, y, 1, 1),
    "ResidualLandscape.of": ResidualLandscape.of,
    "fit_least_absolute": fit_least_absolute,
    "pearson_test": pearson_test,
    "fit_curve": lambda x, y: fit_curve(lambda t, a, b: a * t + b, x, y, [1, 1]),
    "fit_multiple": lambda x, y: fit_multiple(column(x), y),
    "fit_multiple exact": lambda x, y: fit_multiple(column(x), y, exact=True),
}
LINES = {name: PAIRS[name] for name in PAIRS if name not in {"Moments.of", "fit_curve"}}
BESIDE_A_LINE = {
    "doubts": lambda x, y: doubts(x, y, BEST),
    "distances": lambda x, y: distances(x, y, BEST),
    "absolute_residual": lambda x, y: absolute_residual(x, y, 1, 1),
    "lines_by_eye": lines_by_eye,
}
POINTS = {"fit_orthogonal": fit_orthogonal}
WEIGHTED = {
    "fit_line": fit_line,
    "fit_line exact": lambda x, y, weights: fit_line(x, y, weights=weights, exact=True),
    "Moments.of": Moments.of,
    "fit_least_absolute": fit_least_absolute,
    "fit_multiple": lambda x, y, weights: fit_multiple(column(x), y, weights=weights),
}

BEST = fit_line([1, 2, 3], [1, 2, 4])
GOOD = [1.0, 2.0, 4.0, 3.0, 5.0]
DATES = np.array(["2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04", "2020-01-06"], "M8[D]")
MASKED = np.ma.masked_equal(GOOD, 4.0)

BAD_VALUES = {
    "NaN": ([1, 2, np.nan, 3, 5], ValueError, r"contains NaN at .*2.*\(1 of 5\)"),
    "two infinities": ([1, np.inf, 2, -np.inf, 5], ValueError, r"infinity at .*1.*\(2 of 5\)"),
    "text": (["1", "2", "3", "4", "5"], TypeError, "holds text .*convert"),
    "objects": (np.array([1, 2, None, 4, 5], object), TypeError, "holds Python objects .*convert"),
    "complex": (np.array(GOOD) + 1j, TypeError, "holds complex numbers .*real"),
    "dates": (DATES, TypeError, "holds dates .*timedelta64"),
    "durations": (DATES - DATES[0], TypeError, "holds time differences .*timedelta64"),
    "masked": (MASKED, ValueError, "1 masked values of 5"),
}
BAD_SHAPES = {
    "empty": ([], [], "no points"),
    "unequal": ([1, 2, 3], [1, 2], r"differ in length \(3 and 2\)"),
    "columns": ([[1], [2], [3]], [[1], [2], [3]], "shape"),
    "ragged": ([1, 2], [[1], [1, 2]], "rows differ in length"),
    "single numbers": (1.0, 2.0, "shape"),
}
BAD_WEIGHTS = {
    "negative": ([1, 1, -2, 1, 1], ValueError, r"negative value at index 2 \(1 of 5\)"),
    "all zero": ([0, 0, 0, 0, 0], ValueError, "all weights are 0"),
    "NaN": ([1, 1, 1, np.nan, 1], ValueError, "weights contains NaN at index 3"),
    "infinite": ([1, 1, np.inf, 1, 1], ValueError, "weights contains infinity at index 2"),
    "too few": ([1, 1], ValueError, "differ in length"),
    "text": (["1"] * 5, TypeError, "weights holds text"),
    "masked": (MASKED, ValueError, "weights has 1 masked"),
    "only one used": ([0, 0, 1, 0, 0], ValueError, "too few|1 point"),
}


@pytest.mark.parametrize("function", PAIRS.values(), ids=PAIRS)
@pytest.mark.parametrize(("bad", "error", "message"), BAD_VALUES.values(), ids=BAD_VALUES)
@pytest.mark.parametrize("place", ["x", "y"])
def test_bad_values_are_refused(function, bad, error, message, place):
    x, y = (bad, GOOD) if place == "x" else (GOOD, bad)
    with pytest.raises(error, match=message):
        function(x, y)


@pytest.mark.parametrize("function", BESIDE_A_LINE.values(), ids=BESIDE_A_LINE)
@pytest.mark.parametrize(("bad", "error", "message"), BAD_VALUES.values(), ids=BAD_VALUES)
@pytest.mark.parametrize("place", ["x", "y"])
def test_bad_values_beside_a_line_are_refused(function, bad, error, message, place):
    with pytest.raises(error, match=message):
        function(*((bad, GOOD) if place == "x" else (GOOD, bad)))


@pytest.mark.parametrize("function", BESIDE_A_LINE.values(), ids=BESIDE_A_LINE)
def test_points_beside_a_line_have_one_length(function):
    with pytest.raises(ValueError, match="differ in length"):
        function(GOOD, GOOD[1:])


@pytest.mark.parametrize("function", POINTS.values(), ids=POINTS)
@pytest.mark.parametrize(("bad", "error", "message"), BAD_VALUES.values(), ids=BAD_VALUES)
def test_bad_points_are_refused(function, bad, error, message):
    points = np.ma.stack([bad, bad], axis=1) if bad is MASKED else np.stack([bad, bad], axis=1)
    with pytest.raises(
        error,
        match=message.replace("of 5", "of 10")
        .replace("1 mask", "2 mask")
        .replace(r"\(1", r"\(2")
        .replace(r"\(2 of 10", r"\(\d of 10"),
    ):
        function(points)


@pytest.mark.parametrize(
    ("function", "x", "y", "message"),
    [
        pytest.param(function, *case, id=f"{name}: {shape}")
        for name, function in PAIRS.items()
        for shape, case in BAD_SHAPES.items()
        # A matrix is what fit_multiple takes; a chunk of no points has moments.
        if not (name.startswith("fit_multiple") and np.ndim(case[0]) != 1)
        and (name, shape) != ("Moments.of", "empty")
    ],
)
def test_bad_shapes_are_refused(function, x, y, message):
    with pytest.raises(ValueError, match=message):
        function(x, y)


@pytest.mark.parametrize(
    ("function", "weights", "error", "message"),
    [
        pytest.param(function, *case, id=f"{name}: {weights}")
        for name, function in WEIGHTED.items()
        for weights, case in BAD_WEIGHTS.items()
        # One point has moments, and so has none, though no line.
        if not (function == Moments.of and weights in {"only one used", "all zero"})
    ],
)
def test_bad_weights_are_refused(function, weights, error, message):
    with pytest.raises(error, match=message):
        function(GOOD, GOOD, weights=weights)


@pytest.mark.parametrize("function", LINES.values(), ids=LINES)
@pytest.mark.parametrize("x", [[0.1] * 3, [0] * 3, [1e300] * 3, [5e-324] * 3, [0.1] * 1000])
def test_equal_x_define_no_line(function, x):
    with pytest.raises(ValueError, match=r"all x are equal|column 0 of X"):
        function(x, np.arange(len(x)) ** 2)


@pytest.mark.parametrize("function", LINES.values(), ids=LINES)
def test_one_point_defines_no_line(function):
    with pytest.raises(ValueError, match="1 point is too few"):
        function([1], [1])


@pytest.mark.parametrize("function", PAIRS.values(), ids=PAIRS)
def test_labels_must_agree(function):
    with pytest.raises(ValueError, match="different indices"):
        function(Labelled(GOOD, "abcde"), Labelled(GOOD, "edcba"))


@pytest.mark.parametrize("name", [name for name in PAIRS if name not in {"fit_curve"}])
def test_equal_labels_do_no_harm(name):
    y = [1.0, 3.0, 2.0, 5.0, 4.0]
    labelled = PAIRS[name](Labelled(GOOD, "abcde"), Labelled(y, "abcde"))
    assert repr(labelled) == repr(PAIRS[name](GOOD, y))


def test_a_mask_that_hides_nothing_is_no_mask():
    assert fit_line(np.ma.array(GOOD), GOOD).slope == 1.0


@pytest.mark.parametrize("n", [300, 70_000])
@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_bad_values_are_found_among_many(bad, n):
    x, y = np.arange(float(n)), np.arange(float(n))
    y[n - 2] = bad
    with pytest.raises(ValueError, match=rf"y contains .* at index {n - 2} \(1 of {n}\)"):
        fit_line(x, y)


@pytest.mark.parametrize("function", [fit_line, fit_least_absolute, pearson_test])
def test_data_are_left_as_they_were(function):
    x, y = np.array(GOOD), np.array(GOOD)[::-1].copy()
    function(x, y)
    assert x.tolist() == GOOD
    assert y.tolist() == GOOD[::-1]
