"""Lines of nuclides and what is left of them behind lead."""

import numpy as np
import pytest

from core.photons.nuclides import (
    Nuclide,
    effective_attenuation,
    line_attenuation_per_mm,
    nuclide,
    nuclides,
    transmission,
    value_layer_mm,
)

ONE_LINE = Nuclide("one line", 1.0, np.array([200.0]), np.array([100.0]))


def test_the_table_holds_19_nuclides_and_192_lines():
    assert len(nuclides()) == 19
    assert sum(len(n.energy_keV) for n in nuclides().values()) == 192


def test_an_unknown_nuclide_is_refused_with_the_choices():
    with pytest.raises(ValueError, match=r"no nuclide 'In111': choose one of .*In-111"):
        nuclide("In111")


def test_one_line_decays_exponentially():
    x = np.linspace(0, 10, 5)
    mu = line_attenuation_per_mm(ONE_LINE)[0]
    np.testing.assert_allclose(transmission(ONE_LINE, x), np.exp(-mu * x))
    np.testing.assert_allclose(effective_attenuation(ONE_LINE, x), mu)
    assert value_layer_mm(ONE_LINE) == pytest.approx(0.612, abs=5e-4)


def test_several_lines_add_by_their_intensity():
    source = nuclide("In-111")
    x = 0.7
    parts = source.intensity_pct * np.exp(-line_attenuation_per_mm(source) * x)
    assert transmission(source, x) == pytest.approx(parts.sum() / source.intensity_pct.sum())


@pytest.mark.parametrize("name", ["In-111", "I-123", "Co-57", "Cs-137", "Am-241"])
def test_the_slope_is_the_derivative_and_falls_towards_the_hardest_line(name):
    source = nuclide(name)
    x = np.array([0.1, 1.0, 4.0])
    step = 1e-5
    ahead, behind = (np.log(transmission(source, x + s)) for s in (step, -step))
    slope = effective_attenuation(source, x)
    np.testing.assert_allclose(slope, (behind - ahead) / (2 * step), rtol=1e-5)
    assert (np.diff(slope) <= 0).all()
    deep = effective_attenuation(source, 1e5)
    assert deep == pytest.approx(line_attenuation_per_mm(source).min(), rel=1e-6)


@pytest.mark.parametrize("share", [0.5, 0.1, 0.001])
def test_behind_a_value_layer_its_share_is_left(share):
    source = nuclide("Ba-133")
    assert transmission(source, value_layer_mm(source, share)) == pytest.approx(share, rel=1e-9)


def test_a_share_of_nothing_has_no_layer():
    with pytest.raises(ValueError, match="share must be between 0 and 1"):
        value_layer_mm(ONE_LINE, 0.0)
