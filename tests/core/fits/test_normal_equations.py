"""The article's sums and its closed form."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.fits.normal_equations import NormalEquations
from core.tables.dataset import read_dataset

HEADER = Path(__file__).parents[3] / "data" / "header.csv"


def test_the_sums_are_the_articles_letters():
    assert NormalEquations.of([1, 2], [3, 5]) == NormalEquations(A=5, B=3, C=13, D=8, N=2)


def test_points_on_a_line_give_that_line():
    x = np.array([-2.0, 0.0, 1.0, 4.0])
    assert NormalEquations.of(x, 3 * x - 7).solve() == pytest.approx((3, -7))


def test_the_solution_satisfies_both_equations():
    data = read_dataset(HEADER)
    sums = NormalEquations.of(data.x, data.y)
    a, b = sums.solve()
    assert sums.A * a + sums.B * b == pytest.approx(sums.C)
    assert sums.B * a + sums.N * b == pytest.approx(sums.D)


def test_the_solution_agrees_with_an_orthogonal_factorisation():
    data = read_dataset(HEADER)
    design = np.column_stack([data.x, np.ones(data.x.size)])
    reference = np.linalg.lstsq(design, data.y)[0]
    assert NormalEquations.of(data.x, data.y).solve() == pytest.approx(tuple(reference))


def test_points_about_zero_need_no_division_by_b():
    sums = NormalEquations.of([-1, 0, 1], [1, 2, 6])
    assert sums.B == 0
    assert sums.solve() == pytest.approx((2.5, 3))


def test_sums_of_parts_add_up():
    x, y = np.arange(6.0), np.array([1.0, 4, 2, 8, 5, 7])
    first, second = NormalEquations.of(x[:2], y[:2]), NormalEquations.of(x[2:], y[2:])
    whole = NormalEquations.of(x, y)
    for letter in "ABCDN":
        assert getattr(first, letter) + getattr(second, letter) == getattr(whole, letter)


@pytest.mark.parametrize("x", [[5.0, 5.0, 5.0], [2.0], []])
def test_equal_x_have_no_slope(x):
    with pytest.raises(ValueError, match="all x are equal"):
        NormalEquations.of(x, np.arange(len(x))).solve()


def test_lists_of_two_lengths_are_refused():
    with pytest.raises(ValueError, match="x and y differ in length"):
        NormalEquations.of([1, 2], [1, 2, 3])


def test_the_sums_cannot_be_changed():
    sums = NormalEquations(1, 2, 3, 4, 5)
    with pytest.raises(AttributeError):
        sums.A = 0
    assert replace(sums, A=0).A == 0
