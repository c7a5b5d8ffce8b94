"""Each sheet arrives at its time, and the rate behind it is known when it has settled."""

import numpy as np
import pytest

from scenes.visuals.half_thickness.counting import Counting, Sheets

SHEETS = Sheets(np.array([0.0, 1.0, 2.0, 3.0]), np.array([0.0, 2.0, 4.0, 6.0]), takes=0.5)


def test_sheets_arrive_at_their_times_and_stay():
    np.testing.assert_allclose(
        SHEETS.thickness([-1.0, 1.9, 2.5, 3.9, 4.5, 99.0]), [0, 0, 1, 1, 2, 3]
    )


def test_a_rate_lands_when_its_sheet_has_settled():
    counting = Counting(SHEETS, np.array([80.0, 40.0, 20.0, 10.0]), landing=0.4)
    np.testing.assert_allclose(counting.landed(2.7), [1, 0.5, 0, 0])
    assert [counting.last_rate(t) for t in (0.0, 2.4, 2.6, 99.0)] == [80, 80, 40, 10]
    assert [counting.last_thickness(t) for t in (0.0, 2.4, 2.6, 99.0)] == [0, 0, 1, 3]
    assert counting.end == pytest.approx(6.9)
