"""A counter that is dead after each count: rates, errors and fits allow for it."""

import numpy as np
import pytest

from core.attenuation.counting import counting
from core.attenuation.fit import METHODS, fit_attenuation
from tests.core.attenuation.simulated import (
    LEVEL,
    MU,
    SHEETS_MM,
    TIME_S,
    expected_rate,
    fit_without_noise,
)


@pytest.mark.parametrize("method", METHODS)
def test_dead_time_is_taken_out(method):
    tau = 1e-4
    rate = expected_rate()
    recorded = TIME_S * rate / (1 + rate * tau)
    background = (300 * LEVEL / (1 + LEVEL * tau), 300.0)
    fit = fit_attenuation(
        SHEETS_MM, recorded, TIME_S, background=background, method=method, dead_time_s=tau
    )
    truth = fit_without_noise(method)
    assert fit.mu_per_mm == pytest.approx(truth.mu_per_mm, rel=1e-7)
    neglected = fit_attenuation(SHEETS_MM, recorded, TIME_S, background=background, method=method)
    assert neglected.mu_per_mm < truth.mu_per_mm


def recorded_by_a_counter(rng, rate, time_s, tau, runs):
    """Counts of a non-paralysable counter: each is followed by tau, then by a random wait."""
    waits = tau + rng.exponential(1 / rate, size=(runs, int(2 * rate * time_s) + 50))
    waits[:, 0] -= tau
    return (waits.cumsum(axis=1) <= time_s).sum(axis=1)


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_a_counter_with_dead_time_scatters_less_than_poisson(share):
    time_s, tau, runs = 1.0, 1e-3, 4000
    rate = share / (1 - share) / tau
    counts = recorded_by_a_counter(np.random.default_rng(8), rate, time_s, tau, runs)
    assert counts.std() == pytest.approx(np.sqrt(counts.mean()) * (1 - share), rel=0.04)
    data = counting(np.zeros(runs), counts, time_s, None, tau)
    assert data.rate.mean() == pytest.approx(rate, rel=0.01)
    assert data.rate_stderr.mean() == pytest.approx(data.rate.std(), rel=0.04)


@pytest.mark.slow
@pytest.mark.parametrize("method", ["weighted", "poisson"])
def test_intervals_and_chi_square_hold_for_a_counter_that_is_mostly_dead(method):
    rng, tau, labs = np.random.default_rng(9), 1e-3, 400
    x = np.arange(8.0)
    recorded = [
        recorded_by_a_counter(rng, rate, 1.0, tau, labs) for rate in expected_rate(x, level=0)
    ]
    fits = [
        fit_attenuation(x, counts, 1.0, background=0.0, method=method, dead_time_s=tau)
        for counts in np.transpose(recorded)
    ]
    pulls = np.array([(fit.mu_per_mm - MU) / fit.mu_stderr for fit in fits])
    assert np.std(pulls) == pytest.approx(1, abs=0.1)
    assert np.mean([fit.statistic / fit.dof for fit in fits]) == pytest.approx(1, abs=0.1)
