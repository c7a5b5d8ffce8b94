"""Where dots would hide each other every point is in a cell, all cells of one size."""

import numpy as np
import pytest

from figures import fit, lingeom, linreg, residuals
from tests.figures.tables import AWKWARD, drawn, made

rng = np.random.default_rng(8)
INCOMES = made(rng.uniform(20, 60, 5000), rng.lognormal(10, 0.8, 5000), "age", "income")


def counts(module, data, **chosen):
    (image,) = drawn(module, data, **chosen).figure.axes[0].images
    return image.get_array().filled(0)


@pytest.mark.parametrize("module", [fit, linreg, lingeom, residuals])
def test_every_point_is_in_a_cell(module):
    assert counts(module, AWKWARD["dense"]).sum() == 100_000


def test_on_a_logarithmic_axis_cells_are_as_high_as_on_any_other():
    found = counts(fit, INCOMES, scales="y")
    assert found.sum() == 5000
    ax = drawn(fit, INCOMES, scales="y").figure.axes[0]
    low, high = np.log10(ax.get_ylim())
    median = (np.median(np.log10(INCOMES.y)) - low) / (high - low)
    rows = np.cumsum(found.sum(axis=1)) / 5000
    assert np.searchsorted(rows, 0.5) / len(rows) == pytest.approx(median, abs=0.03)


@pytest.mark.parametrize("module", [fit, linreg, lingeom, residuals])
def test_many_points_do_not_hide_their_line(module):
    for n, before in ((20, False), (900, True)):
        x = np.linspace(0, 10, n)
        ax = drawn(module, made(x, x + rng.normal(size=n))).figure.axes[0]
        (best,) = (line for line in ax.lines if line.get_gid() == "best")
        dots = max(
            (line for line in ax.lines if line.get_marker() == "o"),
            key=lambda d: len(d.get_xdata()),
        )
        assert (best.get_zorder() > dots.get_zorder()) == before
