"""The interval of the scale that the likelihood itself gives, whatever its shape.

The profile is the least deviance with the scale held: amplitude and background are fitted anew at
each value, the background never below 0. The interval holds every scale whose profile lies less
than z^2 above the minimum, as MINOS has it (F. James and M. Roos, MINUIT, Computer Physics
Communications 10 (1975) 343). A symmetric interval from the information would trust a parabola;
where the background ends at 0, or the counts are few, the likelihood is none.
"""

from dataclasses import dataclass

import numpy as np
import scipy

from core.attenuation.counting import Counting
from core.attenuation.likelihood import TINY, Curve, Likelihood, Scale
from core.attenuation.poisson import CountsFit, most_likely

FURTHEST = 100.0
"""An end this many times above or below the best value is none: the counts do not give it."""
FIRST_STEP = 0.01
"""How far from the best value an end is first looked for, as a fraction of it."""
PRECISION = 1e-6
"""To which part of its distance from the best value an end is found."""


@dataclass(frozen=True)
class Profile:
    """The deviance of one measurement as a function of the scale, above its least."""

    data: Counting
    curve: Curve
    best: CountsFit

    def excess(self, scale: float) -> float:
        """Return the deviance above the least when the scale is held at this value."""
        ln_rate, best_scale, _ = self.best.theta
        held = Likelihood(self.data, self.curve, Scale(scale, scale))
        # As bright as before behind the thinnest lead: there the next fit starts nearest.
        thinnest = np.array([best_scale, scale]) * self.data.thickness_mm.min()
        before, now = np.log(np.maximum(self.curve(thinnest)[0], TINY))
        start = (float(ln_rate + before - now), scale)
        return max(most_likely(held, start).deviance - self.best.deviance, 0.0)

    def interval(self, z: float) -> tuple[float, float]:
        """Return the ends where the excess reaches z^2; 0 and infinity where it never does."""
        return self._end(z, -FIRST_STEP), self._end(z, FIRST_STEP)

    def _end(self, z: float, step: float) -> float:
        """Step away from the best value, twice as far each time, then close in on the end."""
        best = float(self.best.theta[1])

        # The root of the excess is nearly a straight line in ln(scale).
        def missing(ln_ratio: float) -> float:
            return float(np.sqrt(self.excess(best * np.exp(ln_ratio)))) - z

        inner, outer = 0.0, step
        while missing(outer) < 0:
            if abs(outer) > np.log(FURTHEST):
                return 0.0 if step < 0 else np.inf
            inner, outer = outer, 2 * outer
        return best * float(np.exp(scipy.optimize.brentq(missing, inner, outer, rtol=PRECISION)))
