"""What is written of two misses is true on whichever side of their lines the flats lie."""

import numpy as np
import pytest

from scenes.visuals.multiple_regression.two_flats.balance import balance, sides


@pytest.mark.parametrize(
    ("missed", "words", "sum_of_them"),
    [
        ((13.2, -11.8), ["13 above", "12 below"], "13 + 12 = 25"),
        ((-13.2, 11.8), ["13 below", "12 above"], "−13 − 12 = −25"),
        ((13.2, 11.8), ["13 above", "12 above"], "13 − 12 = 1"),
        ((12.4, -12.4), ["12 above", "12 below"], "12 + 12 ≈ 25"),
    ],
)
def test_two_misses_are_written_with_their_sides_and_their_balance(missed, words, sum_of_them):
    assert sides(np.array(missed)) == words
    assert balance(np.array(missed)) == sum_of_them
