from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.fits.orthogonal import fit_orthogonal

HEXAGON = np.exp(1j * np.pi / 3 * np.arange(6))
ISOTROPIC = {
    "square": [[0, 0], [1, 0], [0, 1], [1, 1]],
    "hexagon": np.c_[HEXAGON.real, HEXAGON.imag],
    "hexagon far away": np.c_[HEXAGON.real, HEXAGON.imag] + 1e8,
    "cube": np.indices((2, 2, 2)).reshape(3, 8).T,
    "one place": [[3, 4], [3, 4]],
    "origin": [[0, 0, 0], [0, 0, 0]],
}


def cloud(d, seed=1):
    return np.random.default_rng(seed).normal(size=(40, d)) * np.arange(1, d + 1)


@settings(deadline=None)
@given(st.floats(-np.pi, np.pi), st.floats(-1e3, 1e3))
def test_a_line_is_found_at_every_angle(angle, shift):
    u = np.array([np.cos(angle), np.sin(angle)])
    fit = fit_orthogonal(np.outer(np.arange(-3, 4), u) + shift)
    assert abs(fit.direction @ u) == pytest.approx(1)
    assert fit.unique
    assert fit.rss == pytest.approx(0, abs=1e-20)


@pytest.mark.parametrize("d", [2, 3, 7])
@pytest.mark.parametrize("n", [40, 5_000])
def test_the_direction_is_the_first_singular_vector(n, d):
    points = np.random.default_rng(n).normal(size=(n, d)) * np.arange(1, d + 1) + 100
    _, s, vt = np.linalg.svd(points - points.mean(axis=0), full_matrices=False)
    fit = fit_orthogonal(points)
    assert fit.direction * np.sign(fit.direction @ vt[0]) == pytest.approx(vt[0], rel=1e-12)
    assert fit.rss == pytest.approx(s[1:] @ s[1:], rel=1e-12)


@pytest.mark.parametrize("gap", [1e-4, 1e-8, 1e-12])
def test_nearly_isotropic_points_in_the_plane(gap):
    """The direction of two crossed pairs of points, turned by 0.3, errs by some eps / gap."""
    turn = np.array([[np.cos(0.3), np.sin(0.3)], [-np.sin(0.3), np.cos(0.3)]])
    points = np.array([[1 + gap, 0], [-1 - gap, 0], [0, 1], [0, -1]]) @ turn
    x, y = np.array(points).T
    sxx, syy, sxy = (
        sum(Fraction(a) * Fraction(b) for a, b in zip(u.tolist(), v.tolist(), strict=True))
        for u, v in ((x, x), (y, y), (x, y))
    )
    fit = fit_orthogonal(points)
    angle = np.arctan2(float(2 * sxy), float(sxx - syy)) / 2
    across = fit.direction @ [-np.sin(angle), np.cos(angle)]
    assert abs(across) < 2 * np.finfo(float).eps / gap


def test_the_first_point_may_be_far_from_all_others():
    points = cloud(3)
    far = np.r_[[[1e9, 0, 0]], points]
    assert fit_orthogonal(far).direction == pytest.approx([1, 0, 0], abs=1e-7)
    assert fit_orthogonal(far).centroid == pytest.approx(far.mean(axis=0), rel=1e-14)


@pytest.mark.parametrize("d", [2, 3, 7])
def test_no_direction_nearby_is_better(d):
    points = cloud(d)
    fit = fit_orthogonal(points)
    centred = points - points.mean(axis=0)
    for turn in np.random.default_rng(0).normal(size=(50, d)) * 0.1:
        u = fit.direction + turn
        u /= np.linalg.norm(u)
        assert ((centred - np.outer(centred @ u, u)) ** 2).sum() >= fit.rss


@pytest.mark.parametrize("d", [2, 3, 7])
def test_rss_is_the_sum_of_squared_distances(d):
    points = cloud(d)
    fit = fit_orthogonal(points)
    assert fit.distances(points) @ fit.distances(points) == pytest.approx(fit.rss)


def test_distances_in_the_plane():
    fit = fit_orthogonal([[0, 1], [4, 4]])
    assert fit.distances([[0, 0], [4, 4], [-4, -2]]) == pytest.approx([0.8, 0, 0])


def test_both_directions_are_one_line():
    points = cloud(3)
    assert fit_orthogonal(points[::-1]).direction == pytest.approx(fit_orthogonal(points).direction)
    assert fit_orthogonal(-points).direction == pytest.approx(fit_orthogonal(points).direction)


@pytest.mark.parametrize("scale", [1e-200, 1e200, 1.0])
@pytest.mark.parametrize("shift", [0.0, 1e8])
def test_scale_and_place_do_not_matter(scale, shift):
    points = cloud(2)
    fit = fit_orthogonal((points + shift) * scale)
    assert fit.direction == pytest.approx(fit_orthogonal(points).direction, rel=1e-7)
    assert fit.distances((points + shift) * scale) == pytest.approx(
        fit_orthogonal(points).distances(points) * scale, rel=1e-6, abs=1e-6 * scale
    )


@pytest.mark.parametrize("points", ISOTROPIC.values(), ids=ISOTROPIC)
def test_a_cloud_without_a_longest_side_has_no_line(points):
    assert not fit_orthogonal(points).unique


def test_two_points_have_one_line():
    fit = fit_orthogonal([[1, 1], [3, 2]])
    assert fit.unique
    assert (fit.slope, fit.intercept) == pytest.approx((0.5, 0.5))


@pytest.mark.parametrize("x", [5, 0.1, -1e8])
def test_a_vertical_line_has_a_direction_and_no_slope(x):
    fit = fit_orthogonal([[x, 0], [x, 1], [x, 5]])
    assert fit.direction.tolist() == [0, 1]
    assert fit.centroid[0] == x
    with pytest.raises(ValueError, match="vertical"):
        _ = fit.slope
    with pytest.raises(ValueError, match="vertical"):
        _ = fit.intercept


def test_a_line_in_space_has_no_slope():
    with pytest.raises(ValueError, match="3 dimensions"):
        _ = fit_orthogonal(cloud(3)).slope


def test_points_have_two_coordinates_at_least():
    with pytest.raises(ValueError, match="two coordinates"):
        fit_orthogonal([[1], [2]])


def test_distances_of_points_of_another_space():
    with pytest.raises(ValueError, match="3 coordinates"):
        fit_orthogonal(cloud(2)).distances(cloud(3))
