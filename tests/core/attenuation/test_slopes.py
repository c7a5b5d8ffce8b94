"""A slope alone: several nuclides are compatible with the article's, and none is identified."""

import numpy as np
import pytest

from core.attenuation.identification import candidates
from core.attenuation.slopes import open_set_up_slope, slope_matches
from core.photons.nuclides import effective_attenuation

FITTED_MM = np.arange(9.0)
ARTICLE = 0.572


def by_name(mu=ARTICLE, mu_stderr=0.004):
    return {match.name: match for match in slope_matches(FITTED_MM, mu, mu_stderr)}


def test_the_nuclides_that_come_nearest_to_the_article_s_slope():
    assert list(by_name())[:4] == ["Hg-203", "I-123", "Se-75", "Ga-67"]


def test_indium_111_in_a_narrow_beam_is_always_steeper_than_the_article_s_slope():
    low, high = by_name()["In-111"].narrow_beam
    assert ARTICLE < 0.706 < low < high


def test_indium_111_in_an_open_set_up_without_subtraction_is_compatible():
    match = by_name()["In-111"]
    assert match.open_set_up < ARTICLE
    assert match.compatible == "open set-up"


def test_several_nuclides_are_compatible_in_a_narrow_beam():
    compatible = [name for name, match in by_name().items() if match.compatible == "narrow beam"]
    assert {"Hg-203", "I-123", "Se-75", "Ga-67"} <= set(compatible)


@pytest.mark.parametrize("name", ["Cs-137", "Co-60", "Tc-99m", "Am-241"])
def test_what_is_far_away_is_not_compatible(name):
    assert by_name()[name].compatible == "no"


def test_one_line_gives_back_its_own_coefficient():
    source = candidates()["Cs-137"]
    match = by_name()["Cs-137"]
    assert match.fitted == pytest.approx(float(effective_attenuation(source, 0.0)))
    assert open_set_up_slope(source, FITTED_MM) < match.fitted
