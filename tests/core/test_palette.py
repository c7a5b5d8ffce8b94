"""Every colour of the films and pages can be read on its ground, and told from its neighbours."""

from dataclasses import fields
from itertools import combinations

import pytest

from core.palette import THEMES, Theme, theme
from tests.contrast import DEFICIENCIES, contrast, difference

MEANINGS = [f.name for f in fields(Theme) if f.name not in ("background", "faint")]
# Colours that stand side by side in one film, without a shape that tells them apart.
TOGETHER = [
    ("slope", "intercept"),
    ("squared", "absolute"),
    ("residual", "point"),
    ("near", "far"),
    ("shortest", "squared"),
    ("shortest", "absolute"),
]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("meaning", MEANINGS)
def test_a_colour_can_be_read_as_text_on_its_ground(name, meaning):
    shade = getattr(theme(name), meaning)
    assert contrast(shade, theme(name).background) >= 4.5


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("meaning", MEANINGS)
def test_a_colour_is_seen_with_a_colour_deficiency(name, meaning, deficiency):
    shade = getattr(theme(name), meaning)
    assert contrast(shade, theme(name).background, deficiency=deficiency) >= 3


@pytest.mark.parametrize("deficiency", [None, *DEFICIENCIES])
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_colours_side_by_side_are_told_apart(name, one, other, deficiency):
    shades = theme(name)
    assert difference(getattr(shades, one), getattr(shades, other), deficiency) >= 20


@pytest.mark.parametrize("name", THEMES)
def test_no_two_meanings_share_a_colour(name):
    shades = [getattr(theme(name), f.name) for f in fields(Theme)]
    assert all(a != b for a, b in combinations(shades, 2))


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#FF6B6B", "#101418", opacity=0.0) == pytest.approx(1)
