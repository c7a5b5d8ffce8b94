"""Known lines come back at their energies; the gross-rate recipe reads them too high."""

import numpy as np
import pytest

from core.attenuation.readback import read_back


def test_every_line_is_read_within_three_standard_errors():
    for line in read_back():
        assert abs(line.poisson.energy - line.energy) < 3 * line.poisson.stderr


def test_the_recipe_without_subtraction_reads_too_high():
    assert all(line.article.energy > line.energy for line in read_back())


@pytest.mark.slow
def test_pulls_over_many_labs_are_those_of_chance():
    pulls = [
        (line.poisson.energy - line.energy) / line.poisson.stderr
        for seed in range(60)
        for line in read_back(seed)
    ]
    assert abs(np.mean(pulls)) < 0.2
    assert np.std(pulls) == pytest.approx(1, abs=0.1)


def test_the_same_seed_gives_the_same_labs():
    assert read_back() == read_back()
