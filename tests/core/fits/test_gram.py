from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.fits.gram import add_exactly, add_in_blocks

below_1 = st.floats(-0.999, 0.999).filter(lambda v: not v or abs(v) > 1e-20)


def sums(gram):
    return [[Fraction(n, 2**gram.exponent) for n in row] for row in gram.sums.tolist()]


def product(a, b, w):
    """Return sum a b w, exactly, for sequences of float."""
    return sum(
        Fraction(u) * Fraction(v) * Fraction(s)
        for u, v, s in zip(a.tolist(), b.tolist(), w.tolist(), strict=True)
    )


@settings(deadline=None)
@given(st.lists(st.tuples(below_1, below_1, st.integers(1, 30)), min_size=1, max_size=6))
def test_sums_of_products_are_not_rounded(rows):
    *columns, root = np.array(rows).T
    table, weights = np.stack(columns, axis=1), (root / 32) ** 2
    for w in (None, weights):
        truth = [
            [product(i, j, np.ones(len(i)) if w is None else w) for j in columns] for i in columns
        ]
        assert sums(add_exactly(table, w)) == truth
        assert sums(add_in_blocks(table, w)) == truth


@pytest.mark.parametrize("shape", [(255, 1), (257, 9), (4097, 3), (9_999, 20)])
@pytest.mark.parametrize("weighted", [False, True])
def test_blocks_and_tiles_lose_nothing(shape, weighted):
    random = np.random.default_rng(1)
    table = random.uniform(-1, 1, shape)
    weights = random.integers(1, 32, shape[0]) ** 2 / 1024 if weighted else None
    assert sums(add_in_blocks(table, weights)) == sums(add_exactly(table, weights))


@pytest.mark.parametrize("weight", [None, 1 - 2**-30])
def test_the_largest_digits_do_not_overflow(weight):
    n, largest = 3_000_000, 1 - 2**-30
    weights = None if weight is None else np.full(n, weight**2)
    gram = add_in_blocks(np.full((n, 1), largest), weights)
    assert sums(gram) == [[n * (Fraction(largest) * Fraction(weight or 1)) ** 2]]


def test_weights_are_those_whose_roots_are_numbers():
    w = np.random.default_rng(2).uniform(0.1, 1, (20, 1))
    (found,), (truth,) = sums(add_in_blocks(np.full((20, 1), 0.5), w[:, 0])), [[sum(w[:, 0]) / 4]]
    assert float(found[0]) == pytest.approx(truth[0], rel=4e-16)
