"""The beam follows the law that the film derives, and depends on nothing but the time."""

import numpy as np
import pytest

from scenes.visuals.half_thickness.lead_bench import Bench
from scenes.visuals.half_thickness.photon_beam import Beam

BENCH = Bench(source=-5.0, face=-4.0, detector=5.0, height=1.0, per_mm=0.7)
MU = 0.572


def beam(thickness_mm, seconds=400.0):
    return Beam(BENCH, MU, lambda moment: np.full_like(moment, thickness_mm), seconds)


def detected(beam, times):
    """Count photons just before the detector, seen at ``times``."""
    return sum(np.count_nonzero(beam.at(t)[0][:, 0] > BENCH.detector - 1) for t in times)


@pytest.mark.parametrize("thickness_mm", [0.5, 1.21, 3.0])
def test_share_of_photons_behind_lead_follows_the_law(thickness_mm):
    times = np.arange(5.0, 395.0, 0.3)
    share = detected(beam(thickness_mm), times) / detected(beam(0.0), times)
    assert share == pytest.approx(np.exp(-MU * thickness_mm), rel=0.05)


def test_photons_stay_inside_the_beam():
    places = np.concatenate([beam(2.0).at(t)[0] for t in np.arange(0.0, 9.0, 0.5)])
    assert places[:, 0].min() >= BENCH.source
    assert places[:, 0].max() <= BENCH.detector
    assert np.abs(places[:, 1] - BENCH.height).max() <= BENCH.beam_width / 2


def test_absorptions_lie_in_the_lead():
    places = np.concatenate([beam(2.0).at(t)[1] for t in np.arange(0.0, 9.0, 0.5)])
    assert places[:, 0].min() > BENCH.face
    assert places[:, 0].max() < BENCH.face + 2.0 * BENCH.per_mm


def test_a_moment_looks_the_same_whenever_it_is_asked_for():
    first, again = beam(1.0), beam(1.0)
    again.at(7.0)
    for one, other in zip(first.at(3.2), again.at(3.2), strict=True):
        np.testing.assert_array_equal(one, other)
