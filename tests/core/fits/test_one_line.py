"""The F test whether one line does for all groups, against statsmodels and from its properties."""

import numpy as np
import pytest
from scipy.stats import kstest

from core.fits.line import fit_line
from core.fits.one_line import fit_groups

X = [0.5, 1.0, 1.7, 2.2, 3.1, 0.4, 1.2, 2.0, 2.9, 3.3, 0.8, 1.5, 2.4, 2.8]
Y = [1.1, 1.9, 2.4, 3.4, 4.4, 2.0, 2.2, 2.6, 3.3, 3.2, 0.4, 1.7, 2.2, 3.3]
GROUPS = list("aaaaabbbbbcccc")
WEIGHTS = [1, 2, 1, 4, 1, 2, 2, 1, 1, 3, 1, 1, 5, 2]

# statsmodels 0.15.0 (numpy 2.4.6): anova_lm(fit("y ~ x"), fit("y ~ x * C(group)")) with F and
# Pr(>F) of its second row, where fit is ols, or wls with these weights; the slope of each group
# and its standard error from ols or wls of that group alone
STATSMODELS = {
    "ols": (
        None,
        17.29903974949625,
        0.0005288849252048466,
        {
            "a": (1.2584541062801928, 0.08766707365686519),
            "b": (0.4747013352073084, 0.06373119363970366),
            "c": (1.2935118434603503, 0.23945217752448034),
        },
    ),
    "wls": (
        WEIGHTS,
        16.08589806683965,
        0.0006815570323346634,
        {
            "a": (1.2678945165341151, 0.09191352866430035),
            "b": (0.4503257328990232, 0.049951365948437354),
            "c": (1.244063324538259, 0.3211418908986932),
        },
    ),
}


@pytest.mark.parametrize("kind", STATSMODELS)
def test_as_statsmodels(kind: str) -> None:
    weights, F, p_value, lines = STATSMODELS[kind]
    found = fit_groups(X, Y, GROUPS, weights=weights)
    assert pytest.approx(F, rel=1e-10) == found.F
    assert found.p_value == pytest.approx(p_value, rel=1e-9)
    assert found.dof == (4, 8)
    assert list(found.each) == ["a", "b", "c"]
    for name, (slope, stderr) in lines.items():
        line = found.each[name]
        assert (line.slope, line.slope_stderr) == pytest.approx((slope, stderr), rel=1e-10)
    assert found.all.slope == fit_line(X, Y, weights=weights).slope


def test_where_one_line_is_enough_every_p_value_is_as_likely() -> None:
    rng = np.random.default_rng(11)
    x = rng.uniform(0, 1, (400, 15))
    y = 3 * x + rng.normal(size=x.shape)
    groups = ["a"] * 7 + ["b"] * 8
    p_values = [fit_groups(*points, groups).p_value for points in zip(x, y, strict=True)]
    assert kstest(p_values, "uniform").pvalue > 0.01


def test_the_order_of_points_and_the_place_of_zero_do_not_matter() -> None:
    shuffled = np.random.default_rng(2).permutation(len(X))
    x, y = (np.array(values)[shuffled] + 2.0**20 for values in (X, Y))
    found = fit_groups(x, y, [GROUPS[k] for k in shuffled])
    assert pytest.approx(fit_groups(X, Y, GROUPS).F, rel=1e-6) == found.F


def test_lines_without_scatter() -> None:
    one = fit_groups([0, 1, 2, 3, 4, 5], [0, 2, 4, 6, 8, 10], list("aaabbb"))
    assert (one.F, one.p_value) == (0.0, 1.0)
    two = fit_groups([0, 1, 2, 0, 1, 2], [0, 1, 2, 5, 6, 7], list("aaabbb"))
    assert (two.F, two.p_value) == (np.inf, 0.0)


def test_without_degrees_of_freedom_nothing_is_known() -> None:
    found = fit_groups([0, 1, 0, 1], [0, 1, 2, 5], list("aabb"))
    assert found.dof == (2, 0)
    assert np.isnan([found.F, found.p_value]).all()


@pytest.mark.parametrize(
    ("x", "groups", "said"),
    [
        ([1, 2, 3, 4], list("aaaa"), "all points are of one group, 'a'"),
        ([1, 2, 3, 4], list("aaab"), "group 'b': 1 point is too few"),
        ([1, 2, 3, 3], list("aabb"), "group 'b': all x are equal"),
        ([1, 2, 3, 4], list("aab"), "differ in length"),
    ],
)
def test_groups_without_a_line_are_named(x: list, groups: list, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        fit_groups(x, [1, 2, 3, 5], groups)
