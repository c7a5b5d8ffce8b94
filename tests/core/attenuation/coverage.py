"""How often the 95 % interval of a Poisson fit holds the truth, in simulated labs.

    python -m tests.core.attenuation.coverage [LABS]

One line for each set-up: counts without lead, background as a share of them, and the run without
source, in times of one point; 15 is as long as the whole measurement. The standard error of a
coverage is 0.5 % for 2,000 labs. A lab whose counts determine no mu gives no interval: `refused`.
Where those are many (5 counts on a background of 1 in each point), the rest are no fair sample,
and 92 % may be held. Where the background is truly 0 the ends err to one side: mu comes out too
large oftener than too small, since the background cannot balance it from below 0.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from core.attenuation.fit import fit_attenuation

MU = 0.583
SHEETS_MM = np.arange(15.0)
COUNTS = (5, 10, 20, 50, 100, 200, 500, 1000)
BACKGROUNDS = (0.0, 0.01, 0.2)
RUNS = (None, 1.0, 15.0, 450.0)
LABS = 2000


@dataclass(frozen=True)
class Coverage:
    """Shares of the labs: interval around the truth, above it, below it; and no interval."""

    held: float
    above: float
    below: float
    refused: float


def coverage(
    counts: float, background: float, run: float | None, labs: int, seed: int = 20211126
) -> Coverage:
    rng = np.random.default_rng(seed)
    level = background * counts
    above, below, refused = 0, 0, 0
    for _ in range(labs):
        counted = rng.poisson(counts * np.exp(-MU * SHEETS_MM) + level)
        without_source = None if run is None else (float(rng.poisson(level * run)), run)
        try:
            fit = fit_attenuation(
                SHEETS_MM, counted, 1.0, background=without_source, method="poisson"
            )
        except ValueError:
            refused += 1
            continue
        low, high = fit.confidence_interval(0.95)
        above += low > MU
        below += high < MU
    answered = labs - refused
    return Coverage(
        1 - (above + below) / answered, above / answered, below / answered, refused / labs
    )


def table(labs: int) -> Iterator[str]:
    yield "run    background  counts  held    mu below  mu above  refused"
    for run in RUNS:
        for background in BACKGROUNDS:
            for counts in COUNTS:
                c = coverage(counts, background, run, labs)
                shares = (c.held, c.above, c.below, c.refused)
                figures = "  ".join(f"{100 * share:6.1f}" for share in shares)
                yield f"{run or 'none'!s:7}{background:<10}  {counts:>6}  {figures}"


if __name__ == "__main__":
    for line in table(int(sys.argv[1]) if len(sys.argv) > 1 else LABS):
        print(line, flush=True)
