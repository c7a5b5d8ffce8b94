import numpy as np
import pytest

from core.fits.curve import fit_curve
from core.fits.line import fit_line

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


def test_a_minimum_at_infinity_is_not_converged():
    fit = fit_curve(lambda x, k: np.exp(-k * x), X[1:], np.zeros(29) - 1, [1.0])
    assert not fit.converged


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
