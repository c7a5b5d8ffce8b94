"""Pooled groups are doubted where they lie on clearly different lines, and only there."""

import numpy as np
import pytest

from core.diagnosis.groups import group_doubt
from core.fits.line import fit_line

rng = np.random.default_rng(13)
SIZE = 30


def three(offsets, slope, scatter=0.3):
    """Three groups side by side, each with its own height."""
    x = np.concatenate([k * 2 + rng.uniform(0, 3, SIZE) for k in range(3)])
    y = np.repeat(offsets, SIZE) + slope * (x - x.mean()) + rng.normal(0, scatter, 3 * SIZE)
    return x, y, [name for name in "abc" for _ in range(SIZE)]


def doubt(x, y, **columns):
    return group_doubt(x, y, fit_line(x, y), columns)


def test_simpsons_paradox_is_said_with_its_slopes():
    x, y, groups = three([10, 5, 0], slope=1)
    found = doubt(x, y, shop=groups)
    slopes = [fit_line(x[k : k + SIZE], y[k : k + SIZE]).slope for k in (0, SIZE, 2 * SIZE)]
    assert found.kind == "groups"
    assert "3 lines by 'shop'" in found.message
    assert f"{fit_line(x, y).slope:.3g} for all" in found.message
    assert f"{min(slopes):.3g} to {max(slopes):.3g} within" in found.message
    assert found.message.endswith("the other way round")


def test_groups_apart_with_slopes_of_one_sign_are_no_reversal():
    x, y, groups = three([0, 5, 10], slope=1)
    found = doubt(x, y, shop=groups)
    assert found is not None
    assert "other way" not in found.message


def test_groups_on_one_line_are_no_doubt():
    x, y, groups = three([0, 0, 0], slope=1)
    assert doubt(x, y, shop=groups) is None


def test_a_difference_must_be_sure_and_large():
    x, y, groups = three([0, 0.15, 0.3], slope=1)
    many = np.tile(x, 200), np.tile(y, 200) + rng.normal(0, 1, 200 * x.size), groups * 200
    assert doubt(*many[:2], shop=many[2]) is None  # sure, and a trifle
    few = [0, 1, SIZE, SIZE + 1, 2, SIZE + 2]
    assert doubt(x[few], y[few], shop=[groups[k] for k in few]) is None  # large, and not sure


def test_the_column_that_explains_most_is_named():
    x, y, groups = three([10, 5, 0], slope=1)
    noise = rng.permutation(groups).tolist()
    assert "'shop'" in doubt(x, y, noise=noise, shop=groups).message
    assert doubt(x, y, noise=noise) is None


@pytest.mark.parametrize(
    "groups",
    [
        ["a"] * 90,
        [""] * 90,
        [str(k) for k in range(90)],
        ["a"] * 60 + [""] * 30,
        ["a"] * 60 + [str(k) for k in range(30)],
    ],
    ids=["one", "none", "a group each", "many without", "many small"],
)
def test_what_is_no_grouping_is_passed_over(groups):
    x, y, _ = three([10, 5, 0], slope=1)
    assert doubt(x, y, shop=groups) is None


def test_a_few_points_in_small_groups_do_not_hide_the_others():
    x, y, groups = three([10, 5, 0], slope=1)
    groups[3], groups[40], groups[41] = "x", "", "y"
    assert doubt(x, y, shop=groups) is not None


def test_exact_lines_and_equal_x_are_no_trouble():
    x = np.array([0.0, 1, 2, 0, 1, 2, 5, 5, 5])
    y = np.array([0.0, 1, 2, 5, 6, 7, 5, 5, 5])
    assert doubt(x[:6], y[:6], shop=list("aaabbb")).message.startswith("the points lie on 2 lines")
    assert doubt(x, y, shop=list("aaabbbccc")) is None
