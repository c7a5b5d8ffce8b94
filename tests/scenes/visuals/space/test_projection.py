import numpy as np
import pytest

from scenes.visuals.space.projection import View

BASIS = np.eye(3)


def test_from_above_the_first_two_axes_lie_flat():
    view = View(azimuth=-np.pi / 2, elevation=np.pi / 2, centre=(1.0, 2.0), scale=3.0)
    places = view.project(BASIS)
    assert places == pytest.approx(np.array([[4, 2, 0], [1, 5, 0], [1, 2, 0]]), abs=1e-12)


def test_from_the_side_the_third_axis_points_up():
    view = View(azimuth=-np.pi / 2, elevation=0.0, centre=(0.0, 0.0), scale=1.0)
    assert view.project(BASIS[2]) == pytest.approx([0, 1, 0], abs=1e-12)
    assert view.nearness(BASIS) == pytest.approx([0, -1, 0], abs=1e-12)


@pytest.mark.parametrize("azimuth", [-2.0, 0.3, 1.0])
@pytest.mark.parametrize("elevation", [0.0, 0.4, 1.2])
def test_a_view_only_turns_space(azimuth, elevation):
    points = np.random.default_rng(1).normal(size=(20, 3))
    view = View(azimuth, elevation, centre=(0.0, 0.0), scale=1.0)
    across, up = view.project(points)[:, :2].T
    seen = across**2 + up**2 + view.nearness(points) ** 2
    assert seen == pytest.approx((points**2).sum(axis=1))
