"""Photons on their way from a source through a growing stack of sheets, seen at any time.

Nothing is remembered from frame to frame and nothing is random: photon k leaves at k / EMITTED, and
where it would be absorbed is the k-th number of a sequence that fills its range evenly
(M. Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import Circle, Rectangle, RoundedRectangle, VGroup, VMobject
from numpy.typing import NDArray

from core import palette
from core.palette import Theme

EMITTED = 45.0
"""Photons per second of film: enough to see a beam, few enough to see each."""
SPEED = 3.4
RADIUS = 0.045
GLOW = 0.35
"""Seconds for which the place of an absorption is seen."""
_PLASTIC = 1.32471795724474602596

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Sheets:
    """Sheets of lead put into the beam one after the other, each at its time."""

    thickness_mm: Values
    arrives: Values
    takes: float

    def thickness(self, time: Values | float) -> Values:
        """Return how much lead is in the beam at ``time``, eased."""
        at = np.asarray(time, dtype=float)[..., None]
        share = np.clip((at - self.arrives) / self.takes, 0.0, 1.0)
        eased = share**2 * (3 - 2 * share)
        total: Values = eased @ np.diff(self.thickness_mm, prepend=0.0)
        return total


@dataclass(frozen=True)
class Bench:
    """Where things stand: the face of the lead at ``face``, ``per_mm`` screen units for 1 mm."""

    source: float
    face: float
    detector: float
    height: float
    per_mm: float
    beam_width: float = 0.62


class Beam:
    """The photons of a beam: which fly where, and which were absorbed a moment ago."""

    def __init__(self, bench: Bench, mu_per_mm: float, thickness: Callable[[Values], Values]) -> None:
        self.bench, self.mu_per_mm, self.thickness = bench, mu_per_mm, thickness

    def at(self, time: float) -> tuple[Values, Values, Values]:
        """Return the places of flying photons, the places of absorbed ones, and their age 0..1."""
        bench = self.bench
        flight = (bench.detector - bench.source) / SPEED + GLOW
        k = np.arange(np.ceil((time - flight) * EMITTED), np.floor(time * EMITTED) + 1)
        left = k / EMITTED
        depth = -np.log1p(-((0.5 + k / _PLASTIC) % 1.0)) / self.mu_per_mm
        stop = bench.face + depth * bench.per_mm
        moment = left + (stop - bench.source) / SPEED
        stops = depth < self.thickness(moment)
        x = bench.source + SPEED * (time - left)
        y = bench.height + bench.beam_width * ((0.5 + k / _PLASTIC**2) % 1.0 - 0.5)
        age = (time - moment) / GLOW
        flying = np.where(stops, x < stop, x < bench.detector)
        absorbed = stops & (age >= 0) & (age < 1)
        return _places(x[flying], y[flying]), _places(stop[absorbed], y[absorbed]), age[absorbed]


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


class Lead(VMobject):
    """The lead in the beam, as thick as it is now."""

    def __init__(self, bench: Bench, theme: Theme) -> None:
        super().__init__(
            stroke_color=theme.muted, stroke_width=2, fill_color=theme.muted, fill_opacity=0.3
        )
        self.bench = bench
        self.set_thickness(0.0)

    def set_thickness(self, thickness_mm: float) -> Self:
        """Draw ``thickness_mm`` of lead."""
        left, right = self.bench.face, self.bench.face + thickness_mm * self.bench.per_mm
        low, high = (self.bench.height + side * self.bench.beam_width for side in (-0.8, 0.8))
        corners = [(left, low), (right, low), (right, high), (left, high), (left, low)]
        self.set_points_as_corners([(x, y, 0.0) for x, y in corners])
        return self


class HalvedBeam(VGroup):
    """The beam in layers of one half thickness: each as high as what is left of it."""

    def __init__(self, bench: Bench, half_thickness_mm: float, layers: int) -> None:
        width = half_thickness_mm * bench.per_mm
        super().__init__(
            *(
                Rectangle(
                    width=width,
                    height=bench.beam_width * 0.5**k,
                    stroke_width=0,
                    fill_color=palette.BEST_LINE,
                    fill_opacity=0.9,
                ).move_to((bench.face + (k + 0.5) * width, bench.height, 0.0))
                for k in range(layers)
            )
        )


def source_and_detector(bench: Bench, theme: Theme) -> VGroup:
    """Return the source, a disc, and the detector, a box."""
    source = Circle(
        0.28, stroke_color=theme.ink, stroke_width=2, fill_color=theme.faint, fill_opacity=1
    ).move_to((bench.source, bench.height, 0.0))
    detector = RoundedRectangle(
        corner_radius=0.1,
        width=0.5,
        height=1.5 * bench.beam_width,
        stroke_color=theme.ink,
        stroke_width=2,
        fill_color=theme.faint,
        fill_opacity=1,
    ).move_to((bench.detector + 0.25, bench.height, 0.0))
    return VGroup(source, detector)


def _places(x: Values, y: Values) -> Values:
    return np.stack([x, y, np.zeros_like(x)], axis=-1)
