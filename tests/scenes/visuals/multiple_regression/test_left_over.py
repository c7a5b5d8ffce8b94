"""What is said of two misses is true on whichever side of their lines the flats lie."""

import numpy as np
import pytest

from scenes.visuals.multiple_regression.two_flats.left_over import left_over


@pytest.mark.parametrize(
    ("missed", "said"),
    [
        ((13.2, -11.8), "25 is left: their misses, 13 and 12."),
        ((-11.8, 13.2), "25 is left: their misses, 13 and 12."),
        ((13.2, 11.8), "1 is left: their misses, 13 less 12."),
        ((12.4, -12.4), "About 25 is left: their misses, 12 and 12."),
    ],
)
def test_two_misses_are_said_with_what_they_leave(missed, said):
    assert left_over(np.array(missed)) == said
