"""The article's numbers, as it quotes them, from its (reconstructed) measurement."""

import pytest

from core.attenuation.example import MEASUREMENT, article_lines, radiation_numbers, statements
from core.attenuation.lab_table import read_lab
from core.attenuation.slopes import slope_matches

LAB = read_lab(MEASUREMENT)
FIT = LAB.fit("article")
NUMBERS = radiation_numbers(FIT)


@pytest.mark.parametrize(
    ("name", "quoted", "unit"),
    [
        ("mu", "0.572", "1/mm"),
        ("x_h", "1.21", "mm"),
        ("rho", "11.35", "g/cm3"),
        ("rho_x_h", "1.37", "g/cm2"),
        ("energy_read_off", "200", "keV"),
        ("in111_low_line", "171", "keV"),
        ("in111_high_line", "245", "keV"),
        ("energy", "270", "keV"),
        ("energy_without_coherent", "261", "keV"),
        ("x_h_at_energy_read_off", "0.612", "mm"),
        ("mu_in111_low_line", "1.649", "1/mm"),
        ("mu_in111_high_line", "0.706", "1/mm"),
    ],
)
def test_a_number_reads_as_quoted(name, quoted, unit):
    number = NUMBERS[name]
    assert (number["quoted"], number["unit"]) == (quoted, unit)


def test_what_is_quoted_is_the_value_rounded():
    for number in NUMBERS.values():
        decimals = len(number["quoted"].partition(".")[2])
        assert f"{number['value']:.{decimals}f}" == number["quoted"]


def test_1_37_follows_from_the_rounded_half_thickness_and_1_38_from_the_rounded_slope():
    assert f"{1.21 * 1.135:.2f}" == "1.37"
    assert f"{0.693147 / 0.572 * 1.135:.2f}" == "1.38"


def test_nine_points_are_fitted():
    assert FIT.used.tolist() == [True] * 9 + [False] * 6


def test_the_lines_of_the_candidate():
    assert article_lines() == pytest.approx([171.28, 245.35])


def test_the_three_statements():
    ranking = slope_matches(LAB.thickness_mm[FIT.used], FIT.mu_per_mm, FIT.mu_stderr)
    concluded, computed, possible = statements(NUMBERS, ranking)
    assert "200 keV" in concluded
    assert "In-111" in concluded
    assert "270 keV (261 keV without coherent" in computed
    assert "0.612 mm" in computed
    assert "In-111 remains possible, not proven" in possible
    assert "0.706" in possible
    assert "Hg-203, I-123, Se-75, Ga-67, Co-57 come nearer" in possible
    assert "spectrum" in possible
