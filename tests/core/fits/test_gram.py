from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.fits.gram import add_exactly, add_in_blocks

below_1 = st.floats(-0.999, 0.999).filter(lambda v: not v or abs(v) > 1e-20)


def sums(gram):
    return [[Fraction(n, 2**gram.exponent) for n in row] for row in gram.sums.tolist()]


@given(st.lists(st.tuples(below_1, below_1, st.floats(0.01, 0.99)), min_size=1, max_size=6))
def test_sums_of_products_are_not_rounded(rows):
    *columns, w = np.array(rows).T
    table = np.stack(columns, axis=1)
    for weights in (None, w):
        truth = [
            [
                sum(
                    Fraction(a) * Fraction(b) * (1 if weights is None else Fraction(v))
                    for a, b, v in zip(i.tolist(), j.tolist(), w.tolist(), strict=True)
                )
                for j in columns
            ]
            for i in columns
        ]
        assert sums(add_exactly(table, weights)) == truth
        assert sums(add_in_blocks(table, weights)) == truth


@pytest.mark.parametrize("shape", [(255, 1), (257, 9), (4097, 3), (9_999, 20)])
@pytest.mark.parametrize("weighted", [False, True])
def test_blocks_and_tiles_lose_nothing(shape, weighted):
    random = np.random.default_rng(1)
    table = random.uniform(-1, 1, shape)
    weights = random.uniform(0.1, 1, shape[0]) if weighted else None
    assert sums(add_in_blocks(table, weights)) == sums(add_exactly(table, weights))


def test_the_largest_digits_do_not_overflow():
    n, largest = 3_000_000, 1 - 2**-30
    gram = add_in_blocks(np.full((n, 1), largest), None)
    assert sums(gram) == [[n * Fraction(largest) ** 2]]
