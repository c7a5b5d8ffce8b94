"""Values and errors are rounded together, and an error never reads as zero."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.writing.quoting import quote


@pytest.mark.parametrize(
    ("value", "error", "quoted"),
    [
        (0.57226, 0.0036, "0.572 ± 0.004"),
        (1.21124, 0.00765, "1.21 ± 0.01"),
        (1.37475, 0.00868, "1.37 ± 0.01"),
        (269.889, 0.788, "270 ± 1"),
        (0.61234, 0.2511, "0.61 ± 0.25"),
        (662.0, 31.0, "662 ± 31"),
        (-2.5, 0.1, "-2.50 ± 0.10"),
    ],
)
def test_known_quotations(value, error, quoted):
    assert quote(value, error) == quoted


@given(st.floats(1e-3, 1e5), st.floats(1e-6, 1e3))
def test_the_quoted_value_lies_within_half_its_error_and_the_error_is_seen(value, error):
    shown, _, shown_error = quote(value, error).partition(" ± ")
    assert float(shown_error) > 0
    assert abs(float(shown) - value) <= 0.51 * float(shown_error)
