"""What stands on the bench: source and detector, the lead between them, the beam in the lead."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import DOWN, LEFT, RIGHT, Circle, Rectangle, RoundedRectangle, VGroup, VMobject
from numpy.typing import NDArray

from core import palette
from core.palette import Theme
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.typeset import words

DETECTOR = 0.5


@dataclass(frozen=True)
class Bench:
    """Where things stand: the face of the lead at ``face``, ``per_mm`` screen units for 1 mm."""

    source: float
    face: float
    detector: float
    height: float
    per_mm: float
    beam_width: float = 0.7


class Lead(VMobject):
    """The lead in the beam, as thick as it is now, in sheets that end at depths ``edges_mm``."""

    def __init__(self, bench: Bench, edges_mm: NDArray[np.float64], theme: Theme) -> None:
        super().__init__(
            stroke_color=theme.muted, stroke_width=2, fill_color=theme.muted, fill_opacity=0.3
        )
        self.bench, self.edges_mm = bench, edges_mm
        self.set_thickness(0.0)

    def set_thickness(self, thickness_mm: float) -> Self:
        """Draw ``thickness_mm`` of lead."""
        left, right = self.bench.face, self.bench.face + thickness_mm * self.bench.per_mm
        low, high = (self.bench.height + side * self.bench.beam_width for side in (-0.8, 0.8))
        block = [(left, low), (right, low), (right, high), (left, high), (left, low)]
        inner = self.edges_mm[(self.edges_mm > 0) & (self.edges_mm < thickness_mm)]
        edges = [[(x, low), (x, high)] for x in left + inner * self.bench.per_mm]
        self.points = np.concatenate([_outline(block), *map(_outline, edges)])
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

    def shares(self, most: int, height: float, theme: Theme) -> VGroup:
        """Return 1/2, 1/4 and so on above the first ``most`` layers in which so much is left."""
        return VGroup(
            *(
                words(f"1/{2**k}", colour=theme.ink, size=32).move_to(
                    (layer.get_center()[0], height, 0.0)
                )
                for k, layer in enumerate(self[1 : most + 1], start=1)
            )
        )


class Apparatus(VGroup):
    """The source, a disc from behind which the beam comes, and the detector, a box."""

    def __init__(self, bench: Bench, theme: Theme) -> None:
        source = Circle(0.6 * bench.beam_width).move_to((bench.source, bench.height, 0.0))
        detector = RoundedRectangle(
            corner_radius=0.1, width=DETECTOR, height=1.5 * bench.beam_width
        ).move_to((bench.detector + DETECTOR / 2, bench.height, 0.0))
        super().__init__(source, detector)
        self.set_stroke(theme.ink, width=2).set_fill(theme.faint, opacity=1)
        self.names = VGroup(
            *(words(name, colour=theme.muted, size=28) for name in ("source", "detector"))
        )
        for name, part, edge in zip(self.names, self, (LEFT, RIGHT), strict=True):
            name.next_to(detector, DOWN, buff=0.25).align_to(part, edge)
        self.names[0].align_to(self.names[1], DOWN)


def _outline(corners: list[tuple[float, float]]) -> NDArray[np.float64]:
    """Return the points of one polyline on the screen."""
    return polylines(np.array([[(x, y, 0.0) for x, y in corners]]))
