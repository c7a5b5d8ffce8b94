"""Dataset: two columns of finite numbers that nobody can change."""

import dataclasses

import numpy as np
import pytest

from core.tables.dataset import Dataset


def test_the_points_cannot_be_changed():
    x = np.array([1.0, 2.0])
    data = Dataset(x, [3, 4])
    x[0] = 99
    assert data.x.tolist() == [1, 2]
    assert data.y.dtype == np.float64
    with pytest.raises(ValueError, match="read-only"):
        data.x[0] = 5
    with pytest.raises(dataclasses.FrozenInstanceError):
        data.x = x


@pytest.mark.parametrize(
    ("x", "y", "message"),
    [
        ([1, np.nan], [1, 2], r"x contains nan at index 1 \(1 of 2\)"),
        ([1, 2], [np.inf, 2], r"y contains inf at index 0 \(1 of 2\)"),
        ([1, 2], [1, 2, 3], "x has 2 values, y has 3"),
        ([[1, 2]], [[1, 2]], r"x has shape \(1, 2\)"),
    ],
)
def test_what_is_no_set_of_points_is_refused(x, y, message):
    with pytest.raises(ValueError, match=message):
        Dataset(x, y)
