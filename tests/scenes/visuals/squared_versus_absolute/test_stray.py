"""Of any table the film drags a point that tears one line and leaves the other, or it refuses."""

import numpy as np
import pytest

from scenes.visuals.squared_versus_absolute.stray import AGREEING, MOST_POINTS, TORN, stray_of

X = np.arange(12.0)
NOISE = np.random.default_rng(1).normal(0, 1, 12)


def apart(one, other, heights):
    gaps = np.polyval(one, X[[0, -1]]) - np.polyval(other, X[[0, -1]])
    return np.abs(gaps).max() / (heights.high - heights.low)


@pytest.mark.parametrize("slope", [3.0, -3.0])
@pytest.mark.parametrize("unit", [1.0, 1e9])
def test_one_line_is_torn_away_and_the_other_stays(slope, unit):
    stray, heights = stray_of(X, unit * (slope * X + NOISE))
    home, far = heights.home, heights.far
    assert apart(stray.squared(home), stray.absolute(home), heights) <= AGREEING
    farthest = heights.farthest
    assert apart(stray.squared(farthest), stray.absolute(farthest), heights) >= TORN
    for astray in (far, farthest):
        assert apart(stray.absolute(home), stray.absolute(astray), heights) <= AGREEING / 2
    assert heights.low <= min(home, far, farthest, heights.beyond)
    line = np.polyval(stray.absolute(far), stray.x)
    assert (heights.beyond > line) != (far > line), "through the line"
    assert (heights.near > line) == (far > line)
    assert stray.absolute(heights.near) == pytest.approx(stray.absolute(farthest))


def test_a_point_that_is_astray_already_is_dragged_to_where_it_lies():
    y = 2 * X + 0.3 * NOISE
    y[10] = 0.0
    stray, heights = stray_of(X, y)
    assert heights.home != heights.far
    assert stray.shows(heights)


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        (np.arange(MOST_POINTS + 1.0), np.arange(MOST_POINTS + 1.0), "at most 40"),
        (X[:3], X[:3], "give 4 or more"),
        (X, 2 * X, "no point that goes astray"),
        (X[:4], X[:4], "no point that goes astray"),
    ],
)
def test_a_table_that_shows_it_not_is_refused(x, y, said):
    with pytest.raises(ValueError, match=said):
        stray_of(x, y)
