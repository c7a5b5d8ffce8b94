import functools

import numpy as np
import pytest
from scipy.optimize import curve_fit

from core.fits.curve import fit_curve
from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from tests.core.fits import nist

X = np.linspace(0, 5, 30)
NOISE = 0.01 * np.random.default_rng(9).normal(size=30)


def decay(x, c, k):
    return c * np.exp(-k * x)


MODELS = {
    "decay": (decay, [3, 0.5], [1, 1]),
    "power": (lambda x, a, b: a * (1 + x) ** b, [2, 1.5], [1, 1]),
    "logistic": (lambda x, a, b, c: a / (1 + np.exp(b - c * x)), [5, 3, 2], [3, 1, 1]),
    "absolute, not differentiable with complex steps": (
        lambda x, a, b: a * np.abs(x - b),
        [2, 2.37],
        [1, 2],
    ),
    "only real": (lambda x, a, b: a * np.exp(-float(b) * x), [3, 0.5], [1, 1]),
    "raises whatever it likes on complex parameters": (
        lambda x, a, b: a * np.exp(-b * x) if isinstance(b, float) else {}[b],
        [3, 0.5],
        [1, 1],
    ),
    "a default that is a parameter": (lambda x, a, b=1.0: a * np.exp(-b * x), [3, 0.5], [1, 1]),
    "a default that is none": (lambda x, a, power=2: a * x**power, [3], [1]),
    "parameters in one array": (lambda x, p: p[0] * np.exp(-p[1] * x), [3, 0.5], [1, 1]),
}


@pytest.mark.parametrize(("model", "truth", "start"), MODELS.values(), ids=MODELS)
def test_a_known_curve_is_recovered(model, truth, start):
    y = model(X, truth) if "p" in model.__code__.co_varnames else model(X, *truth)
    fit = fit_curve(model, X, y, start)
    assert fit.converged
    assert fit.parameters == pytest.approx(truth, rel=1e-9)


def test_a_straight_curve_is_the_line():
    y = 2 * X + 1 + NOISE
    line, curve = fit_line(X, y), fit_curve(lambda x, a, b: a * x + b, X, y, [0, 0])
    assert curve.parameters == pytest.approx([line.slope, line.intercept], rel=1e-13)
    assert curve.stderr == pytest.approx([line.slope_stderr, line.intercept_stderr], rel=1e-12)
    assert curve.rss == pytest.approx(line.rss, rel=1e-12)


def test_sigma_weighs_as_one_over_its_square():
    y, sigma = 2 * X + 1 + NOISE, 1 + X
    line = fit_line(X, y, weights=1 / sigma**2)
    curve = fit_curve(lambda x, a, b: a * x + b, X, y, [0, 0], sigma=sigma)
    assert curve.parameters == pytest.approx([line.slope, line.intercept], rel=1e-12)
    assert curve.stderr == pytest.approx([line.slope_stderr, line.intercept_stderr], rel=1e-11)


def test_the_gradient_vanishes_at_a_noisy_minimum():
    fit = fit_curve(decay, X, decay(X, 3, 0.5) + NOISE, [1, 1])
    r = decay(X, 3, 0.5) + NOISE - decay(X, *fit.parameters)
    c, k = fit.parameters
    assert abs(r @ np.exp(-k * X)) < 1e-13
    assert abs(r @ (X * c * np.exp(-k * X))) < 1e-12


def step(x):
    return np.where(x > 2.5, 5.0, 0.0)


@pytest.mark.parametrize(
    ("model", "y", "start"),
    [
        (lambda x, k: np.exp(-k * x), np.zeros(29) - 1, [1.0]),
        (lambda x, a, b, c: a / (1 + np.exp(b - c * x)), step(X[1:]), [3, 1, 1]),
        (lambda x, a, b, c: a / (1 + np.exp(b - c * x)), step(X[1:]) + NOISE[1:], [3, 1, 1]),
        (lambda x, b, c: 5 / (1 + np.exp(b - c * x)), step(X[1:]), [10, 5]),
        (lambda x, a, k, m: a / (1 + np.exp(-k * (x - m))), step(X[1:]), [2, 1, 2.2]),
        (lambda x, a, k, m: a * (1 + np.tanh(k * (x - m))), step(X[1:]), [1, 2, 2]),
        (lambda x, a, k: a * (1 - np.exp(-k * x)), np.full(29, 3.0), [1, 1]),
    ],
)
def test_a_minimum_at_infinity_is_not_converged(model, y, start):
    assert not fit_curve(model, X[1:], y, start).converged


@pytest.mark.parametrize("seed", range(20))
def test_a_step_through_a_logistic_is_not_converged(seed):
    random = np.random.default_rng(seed)
    x, start = np.arange(10.0), np.exp(0.5 * random.normal(size=3)) * [1, 1, 4.5]
    y = np.where(x > 4.5, 1.0, 0.0)
    fit = fit_curve(lambda x, a, k, m: a / (1 + np.exp(-k * (x - m))), x, y, start)
    assert not fit.converged


@pytest.mark.parametrize("start", [[0, 0], [1, 1], [3, -1e-9]])
def test_a_parameter_of_0_is_a_minimum_like_any_other(start):
    assert fit_curve(lambda x, a, b: a * x + b, X, 0 * X, start).converged
    fit = fit_curve(lambda x, a, b: a * x + b, X, 2 * X, start)
    assert fit.converged
    assert fit.parameters == pytest.approx([2, 0], abs=1e-14)


@pytest.mark.parametrize("scale", [1e-200, 1e150, 1e300])
def test_scale_does_not_matter(scale):
    y = decay(X, 3, 0.5) + NOISE
    fit, scaled = fit_curve(decay, X, y, [1, 1]), fit_curve(decay, X, y * scale, [scale, 1])
    assert scaled.converged
    assert scaled.parameters == pytest.approx(fit.parameters * [scale, 1], rel=1e-12)
    assert scaled.stderr == pytest.approx(fit.stderr * [scale, 1], rel=1e-9)


def test_x_of_several_columns_is_a_plane():
    x = np.c_[X, X**2]
    plane = fit_multiple(x, np.sin(X))
    curve = fit_curve(lambda x, a, b, c: a + b * x[:, 0] + c * x[:, 1], x, np.sin(X), [0, 0, 0])
    assert curve.parameters == pytest.approx([plane.intercept, *plane.coefficients], rel=1e-13)
    assert curve.stderr == pytest.approx([plane.intercept_stderr, *plane.stderr], rel=1e-12)


@pytest.mark.parametrize(
    ("x", "message"),
    [
        ([[1, 2], [3, 4], [np.nan, 5]], "x contains NaN at row 2, column 0"),
        ([[1, 2, 3], [4, 5, 6]], r"x and y differ in length \(2 and 3\)"),
        ([[1, 2], [3], [4, 5]], "x is not a plain array: its rows differ in length"),
        (np.ones((3, 1, 1)), r"x has shape \(3, 1, 1\)"),
    ],
)
def test_x_of_several_columns_that_is_none(x, message):
    with pytest.raises(ValueError, match=message):
        fit_curve(lambda x, a: a * x[:, 0], x, [1, 2, 3], [1.0])


NIST = nist.problems("nonlinear")
NAMES = {name: getattr(np, name) for name in ("arctan", "cos", "exp", "log", "pi", "sin", "sqrt")}


@pytest.mark.parametrize("start", ["start1", "start2"])
@pytest.mark.parametrize("problem", NIST.values(), ids=NIST)
def test_certified_by_nist(problem, start):
    curve, x = compile(problem["model"], "model", "eval"), problem["x"]
    y = eval(problem["response"], NAMES, {"y": problem["y"]})

    def model(x, *beta):
        columns = {"x": x} if x.ndim == 1 else {"x1": x[:, 0], "x2": x[:, 1]}
        return eval(curve, NAMES, columns | {f"b{i}": b for i, b in enumerate(beta, 1)})

    fit = fit_curve(model, x[:, 0] if x.shape[1] == 1 else x, y, list(map(float, problem[start])))
    assert fit.converged
    certified = {
        name: np.array(problem["certified"][name], float) for name in ("beta", "se", "rss")
    }
    assert fit.parameters == pytest.approx(certified["beta"], rel=1e-10)
    if problem["certified"]["rss"].endswith("E-25"):  # Lanczos1: nothing but rounding of y is left
        return
    assert fit.stderr == pytest.approx(certified["se"], rel=1e-9)
    assert fit.rss == pytest.approx(certified["rss"], rel=1e-9)


@pytest.mark.parametrize(
    ("model", "truth", "start"),
    [MODELS[name] for name in ("decay", "power", "logistic", "only real")],
)
@pytest.mark.parametrize("n", [30, 20_000])
def test_three_times_the_calls_of_curve_fit_are_enough(model, truth, start, n):
    random = np.random.default_rng(4)
    x = np.linspace(0, 5, n)
    y = model(x, *truth) + 0.1 * random.normal(size=n)
    calls = {"scipy": 0, "ours": 0}

    def counted(name):
        @functools.wraps(model)
        def f(*arguments):
            calls[name] += 1
            return model(*arguments)

        return f

    curve_fit(counted("scipy"), x, y, start)
    fit_curve(counted("ours"), x, y, start)
    assert calls["ours"] <= 3 * calls["scipy"]


def test_parameters_that_the_points_do_not_tell_apart():
    fit = fit_curve(lambda x, a, b: (a + b) * x, X, 2 * X + NOISE, [1, 1])
    assert not fit.converged
    assert np.isnan(fit.stderr).all()


def test_as_many_points_as_parameters():
    fit = fit_curve(decay, [0, 1], [2, 1], [1, 1])
    assert fit.parameters == pytest.approx([2, np.log(2)])
    assert fit.dof == 0
    assert np.isnan(fit.stderr).all()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((decay, X, X, []), "start is empty"),
        ((decay, X, X, [np.nan, 1]), "start contains NaN"),
        ((lambda x, a: np.log(a * x), X, X, [1.0]), "the model at start contains infinity"),
        ((lambda _, a: a, X, X, [1.0]), "one value for each x"),
        ((decay, [1.0], [1.0], [1, 1]), "1 point is too few"),
    ],
)
@pytest.mark.filterwarnings("ignore:divide by zero")
def test_problems_that_are_none(arguments, message):
    with pytest.raises(ValueError, match=message):
        fit_curve(*arguments)


@pytest.mark.parametrize("sigma", [np.zeros(30), -np.ones(30)])
def test_sigma_is_positive(sigma):
    with pytest.raises(ValueError, match=r"sigma is .* above 0"):
        fit_curve(decay, X, X, [1, 1], sigma=sigma)
