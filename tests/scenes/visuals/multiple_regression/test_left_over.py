"""What is said of two misses is true on whichever side of their lines the flats lie."""

import numpy as np
import pytest

from scenes.visuals.multiple_regression.two_flats.left_over import left_over


@pytest.mark.parametrize(
    ("missed", "said"),
    [
        ((13.2, -11.8), "Down 25 more: their misses, 13 and 12."),
        ((-11.8, 13.2), "Up 25 more: their misses, 13 and 12."),
        ((13.2, 11.8), "Down 1 more: their misses, 13 less 12."),
        ((11.8, 13.2), "Up 1 more: their misses, 13 less 12."),
        ((-13.2, -11.8), "Up 1 more: their misses, 13 less 12."),
        ((12.4, -12.4), "Down about 25 more: their misses, 12 and 12."),
    ],
)
def test_two_misses_are_said_with_what_they_leave(missed, said):
    assert left_over(np.array(missed)) == said
