from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.numerics.exact_sum import exact_sum


@settings(deadline=None)
@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=8))
def test_nothing_is_rounded(values):
    assert exact_sum(np.array(values)) == sum(map(Fraction, values))


def test_many_numbers_do_not_overflow():
    assert exact_sum(np.full(3_000_000, 1 - 2.0**-53)) == 3_000_000 * Fraction(1 - 2.0**-53)
