"""A lab whose truth is known: its rates, and counts as they may come out."""

import numpy as np

from core.attenuation.fit import fit_attenuation

SHEETS_MM = np.arange(15.0)
TIME_S = 10.0
MU, SOURCE, LEVEL = 0.583, 5000.0, 5.0
BACKGROUND_TIME_S = 300.0


def expected_rate(thickness_mm=SHEETS_MM, mu=MU, source=SOURCE, level=LEVEL):
    return source * np.exp(-mu * thickness_mm) + level


def fit_without_noise(method):
    counts = TIME_S * expected_rate()
    background = (BACKGROUND_TIME_S * LEVEL, BACKGROUND_TIME_S)
    return fit_attenuation(SHEETS_MM, counts, TIME_S, background=background, method=method)


def simulated_labs(labs, seed):
    rng = np.random.default_rng(seed)
    for _ in range(labs):
        counts = rng.poisson(TIME_S * expected_rate())
        yield counts, (int(rng.poisson(BACKGROUND_TIME_S * LEVEL)), BACKGROUND_TIME_S)
