"""What lies in the tanks of SquaredVersusAbsolute is what core sums, and is least where it says."""

import numpy as np
import pytest

from core.fits.line import fit_line
from core.landscape.absolute import absolute_residual
from core.landscape.residual import residual
from tests.scenes.squared_versus_absolute_seen import (
    BEST,
    HEIGHTS,
    WATCHED,
    best,
    dragged,
    frames,
    shown,
)

pytestmark = pytest.mark.xdist_group(WATCHED.name)


@pytest.fixture(scope="module")
def film():
    return WATCHED.film


def totals(film):
    return film.trial.squared, film.trial.absolute


def test_levels_in_the_tanks_are_the_sums_of_the_line_on_trial(film):
    trial, points = film.trial, dragged(HEIGHTS.far)
    for k, (total, sum_of) in enumerate(
        zip(totals(film), (residual, absolute_residual), strict=True)
    ):
        levels = [
            (frame.levels[k], total.tank.top_of(float(sum_of(*points, *frame.tried))))
            for frame in frames("sums")
            if shown(frame, total.layers) and shown(frame, trial.line)
        ]
        assert len(levels) > 20
        np.testing.assert_allclose(*zip(*levels, strict=True), atol=1e-6)


@pytest.mark.parametrize("which", [0, 1])
def test_the_line_on_trial_stops_where_its_sum_is_least_and_its_own_line_appears(film, which):
    total, line = totals(film)[which], (film.drag.squared, film.drag.absolute)[which]
    looks = [f for f in frames("sums") if shown(f, total.layers)]
    tried = [f for f in looks if shown(f, film.trial.line)]
    first = next(k for k, f in enumerate(tried) if shown(f, line))
    assert tried[first - 1].tried == best(BEST[which], HEIGHTS.far)
    assert min(f.levels[which] for f in looks) == pytest.approx(tried[first - 1].levels[which])
    assert total.tank.mark.points[0, 1] == pytest.approx(tried[first - 1].levels[which])


def test_the_line_on_trial_starts_badly_and_both_sums_fall_until_the_squares_are_least(film):
    both = [f for f in frames("sums") if all(shown(f, one.layers) for one in totals(film))]
    least = next(k for k, f in enumerate(both) if f.tried == best(fit_line, HEIGHTS.far))
    falling = np.array([f.levels for f in both[: least + 1]])
    assert np.all(np.diff(falling, axis=0) <= 1e-6)
    bottom = totals(film)[0].tank.box.bottom
    assert np.all(falling[0] - bottom > np.array([1.5, 1.1]) * (falling[-1] - bottom))


def test_from_there_on_the_squares_grow_while_the_lengths_still_shrink(film):
    turning = [
        f.levels
        for f in frames("sums")
        if shown(f, film.drag.squared)
        and shown(f, film.trial.line)
        and shown(f, film.trial.squared.layers)
        and not shown(f, film.drag.absolute)
    ]
    sums = np.array([lengths for _, lengths in turning])
    assert sums[-1] == sums.min() < sums[0] - 0.3, "to be seen: a twentieth of the picture"
    squares, lengths = np.diff(turning, axis=0).T
    assert len(turning) > 8
    assert np.all(squares >= -1e-6)
    assert np.all(lengths <= 1e-6)


@pytest.mark.parametrize("which", [0, 1])
def test_from_the_first_fall_on_a_mark_stays_at_the_lowest_level_so_far(film, which):
    total = totals(film)[which]
    seen = [f for f in frames("sums") if shown(f, total.layers)]
    first = next(k for k, f in enumerate(seen) if f.levels[which] < seen[0].levels[which] - 1e-6)
    for k, frame in enumerate(seen[first:], first):
        assert shown(frame, total.tank.mark)
        # Between two looks the level may have been lower by a little, never higher.
        lowest = min(one.levels[which] for one in seen[: k + 1])
        assert lowest - 0.05 < frame.marks[which] <= lowest + 1e-6
    above = [f.levels[which] - f.marks[which] for f in seen[first:]]
    assert (above[-1] > 0.02) == (which == 0), "the squares rise again, the lengths are least last"
