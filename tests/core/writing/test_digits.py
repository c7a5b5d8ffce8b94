"""Numbers are written with the digits that are known, at any magnitude."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.writing.digits import quote, significant, with_error


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.5, 3, "0.500"),
        (123.4, 3, "123"),
        (1e15, 3, "1.00e+15"),
        (-2e-15, 1, "-2e-15"),
        (0.0, 3, "0"),
        (nan, 3, "nan"),
    ],
)
def test_significant_digits(value, digits, text):
    assert significant(value, digits) == text


@pytest.mark.parametrize(
    ("value", "stderr", "texts"),
    [
        (0.5001, 0.1179, ("0.50", "0.12")),
        (3.0001, 1.1247, ("3.0", "1.1")),
        (454.16, 75.24, ("454", "75")),
        (0.0996, 0.0996, ("0.10", "0.10")),
        (12345.6, 678.9, ("12350", "680")),
        (1e12, 1.0, ("1.0000000000000e+12", "1.0e+00")),
        (1.5e-15, 2e-17, ("1.500e-15", "2.0e-17")),
        (-0.0001, 0.5, ("0.00", "0.50")),
        (0.0, 1e-12, ("0e+00", "1.0e-12")),
        (2.0, 0.0, ("2", "0")),
        (2.0, nan, ("2", "nan")),
        (1 / 3, inf, ("0.333333", "inf")),
    ],
)
def test_a_value_and_its_error_end_at_the_same_digit(value, stderr, texts):
    assert with_error(value, stderr) == texts


@given(st.floats(-1e300, 1e300), st.floats(1e-300, 1e300))
def test_rounding_loses_less_than_the_error_says(value, stderr):
    shown, error = with_error(value, stderr)
    assert float(error) == pytest.approx(stderr, rel=0.06)
    assert abs(float(shown) - value) <= 0.06 * stderr + 1e-15 * abs(value)


@pytest.mark.parametrize(
    ("value", "stderr", "text"),
    [
        (0.57226, 0.0036, "0.5723 ± 0.0036"),
        (1.21124, 0.0077, "1.2112 ± 0.0077"),
        (0.012, 0.0149, "0.012 ± 0.015"),
        (662.0, 31.0, "662 ± 31"),
        (-2.5, 0.1, "-2.50 ± 0.10"),
        (2.0, 0.0, "2 ± 0"),
    ],
)
def test_a_quotation_has_two_digits_of_the_error(value, stderr, text):
    assert quote(value, stderr) == text
