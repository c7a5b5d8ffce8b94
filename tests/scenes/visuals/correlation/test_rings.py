"""Rings keep one distance from all sides of what they are drawn around."""

import numpy as np
import pytest

from scenes.visuals.correlation.rings import MARGIN, rings_around

GROUP = np.array([[1.0, 2.0, 0.0], [4.0, 2.5, 0.0]])


def test_a_whole_ring_passes_all_sides_at_one_distance():
    ring = rings_around([GROUP], 1.0)
    assert ring.min(axis=0)[:2] == pytest.approx([1 - MARGIN, 2 - MARGIN])
    assert ring.max(axis=0)[:2] == pytest.approx([4 + MARGIN, 2.5 + MARGIN])
    np.testing.assert_allclose(ring[0], ring[-1], atol=1e-9)


def test_a_ring_grows_and_there_is_none_before_or_around_nothing():
    half, whole = (rings_around([GROUP], share) for share in (0.5, 1.0))
    assert half.min(axis=0)[0] < 1 < half.max(axis=0)[0] <= whole.max(axis=0)[0]
    assert not len(rings_around([GROUP], 0.0))
    assert not len(rings_around([], 1.0))
