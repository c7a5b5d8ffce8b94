"""Photons on their way from a source through a growing stack of sheets, seen at any time.

Every photon is drawn once, with a fixed seed: when it leaves, how high it flies, and how deep it
would get in endless lead. Where it is at any time follows from that; no frame needs the one before.
"""

from collections.abc import Callable
from typing import Self

import numpy as np
from manim import Circle, VMobject
from numpy.typing import NDArray

from core import palette
from core.palette import Theme
from scenes.visuals.half_thickness.lead_bench import Bench

EMITTED = 45.0
"""Photons per second of film: enough to see a beam, few enough to see each."""
SPEED = 3.4
RADIUS = 0.045
GLOW = 0.35
"""Seconds for which the place of an absorption is seen."""
SEED = 1896

Values = NDArray[np.float64]


class Beam:
    """The photons of a beam that is on for ``seconds``, and has been for long enough before."""

    def __init__(
        self,
        bench: Bench,
        mu_per_mm: float,
        thickness: Callable[[Values], Values],
        seconds: float,
    ) -> None:
        self.bench = bench
        rng = np.random.default_rng(SEED)
        before = (bench.detector - bench.source) / SPEED
        n = round(EMITTED * (before + seconds))
        leaves = rng.uniform(-before, seconds, n)
        depth = rng.exponential(1 / mu_per_mm, n)
        self._height = bench.height + bench.beam_width * rng.uniform(-0.5, 0.5, n)
        self._leaves, self._stop = leaves, bench.face + depth * bench.per_mm
        self._moment = leaves + (self._stop - bench.source) / SPEED
        self._stops = depth < thickness(self._moment)

    def at(self, time: float) -> tuple[Values, Values, Values]:
        """Return the places of flying photons, the places of absorbed ones, and their age 0..1."""
        x = self.bench.source + SPEED * (time - self._leaves)
        end = np.where(self._stops, self._stop, self.bench.detector)
        flying = (x > self.bench.source) & (x < end)
        age = (time - self._moment) / GLOW
        absorbed = self._stops & (age >= 0) & (age < 1)
        return (
            _places(x[flying], self._height[flying]),
            _places(self._stop[absorbed], self._height[absorbed]),
            age[absorbed],
        )


class Photons(VMobject):
    """The flying photons of a beam."""

    def __init__(self, beam: Beam, theme: Theme) -> None:
        super().__init__(stroke_width=0, fill_color=theme.ink, fill_opacity=1)
        self.beam, self._disc = beam, Circle(RADIUS).points

    def set_time(self, time: float) -> Self:
        """Show the photons at ``time``."""
        flying, _, _ = self.beam.at(time)
        self.points = (flying[:, None, :] + self._disc).reshape(-1, 3)
        return self


class Absorptions(VMobject):
    """A spot at each place where a photon has just been absorbed; it shrinks to nothing."""

    def __init__(self, beam: Beam) -> None:
        super().__init__(stroke_width=0, fill_color=palette.RESIDUAL, fill_opacity=1)
        self.beam, self._disc = beam, Circle(2.2 * RADIUS).points

    def set_time(self, time: float) -> Self:
        """Show the spots at ``time``."""
        _, places, age = self.beam.at(time)
        self.points = (places[:, None, :] + (1 - age)[:, None, None] * self._disc).reshape(-1, 3)
        return self


def _places(x: Values, y: Values) -> Values:
    return np.stack([x, y, np.zeros_like(x)], axis=-1)
