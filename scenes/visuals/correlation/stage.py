"""Everything that Correlation has on stage."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import VMobject

from core.project.paths import DATA
from core.tables.dataset import read_dataset
from scenes.settings import FilmSettings
from scenes.visuals.correlation.card import THREE_DECIMALS, Card
from scenes.visuals.correlation.chance import Chance
from scenes.visuals.correlation.deals import Deals
from scenes.visuals.correlation.own import Own
from scenes.visuals.correlation.quartet import WHOLE, Cell, cell_box
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Curve, Marker
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.screen import PICTURE, Box

ANSCOMBE = DATA / "anscombe.csv"
SETS = 4
# What a look tells of each set, and its numbers do not.
VERDICTS = "a line", "a curve", "one point far off", "one point holds it"
DEALT = Box(WHOLE.left, PICTURE.bottom, 5.8, WHOLE.height)
BESIDE = Box(DEALT.right + 0.8, PICTURE.bottom, 5.8, WHOLE.height)
CHANCE = Box(WHOLE.left + 0.4, WHOLE.bottom, WHOLE.width - 0.9, WHOLE.height)


@dataclass(frozen=True)
class Stage:
    """Four sets under one card; what chance does with two; what describes each set better."""

    cells: tuple[Cell, ...]
    card: Card
    chance: Chance
    lone_chance: Chance
    own: Own | None
    parabola: Curve
    outlier: Marker
    lone: Marker
    verdicts: tuple[Placed, ...]
    counted: Placed  # p of the last set

    @classmethod
    def of(cls, pen: Pen, settings: FilmSettings) -> Self:
        """Build the stage."""
        sets = [read_dataset(ANSCOMBE, f"x{k}", f"y{k}") for k in range(1, SETS + 1)]
        cells = tuple(Cell(cell_box(k), data, pen) for k, data in enumerate(sets))
        outlier, lone = int(np.argmax(sets[2].y)), int(np.argmax(sets[3].x))
        at_random = Deals.at_random(sets[0].x, sets[0].y)
        of_the_lone_place = Deals.of_the_lone_place(sets[3].x, sets[3].y, lone)
        lone_chance = Chance.of(of_the_lone_place, BESIDE, pen, becomes_large=False)
        counted = f"$p = {THREE_DECIMALS.write(of_the_lone_place.beyond.mean())}$"
        return cls(
            cells=cells,
            card=Card(cells[0].numbers, pen),
            chance=Chance.of(at_random, BESIDE, pen),
            lone_chance=lone_chance,
            own=Own.of(settings, BESIDE, pen),
            parabola=cells[1].parabola(pen.theme.ink).set_z_index(3),
            outlier=cells[2].ring(outlier, pen).set_z_index(5),
            lone=cells[3].ring(lone, pen).set_z_index(5),
            counted=cells[3].in_the_corner(counted, pen.theme.ink, pen, row=1),
            verdicts=tuple(
                cell.in_the_corner(verdict, pen.theme.ink, pen)
                for cell, verdict in zip(cells, VERDICTS, strict=True)
            ),
        )

    @property
    def overlays(self) -> tuple[Curve | Marker | None, ...]:
        """Return for each set what is drawn over it once it has been told."""
        return None, self.parabola, self.outlier, self.lone

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Return the four charts."""
        return tuple(cell.chart for cell in self.cells)

    def others(self, number: int) -> list[VMobject]:
        """Return what is seen of the other sets while the sets are told one after the other."""
        parts = [part for k, cell in enumerate(self.cells) if k != number for part in cell.picture]
        return [*parts, *(overlay for overlay in self.overlays[:number] if overlay is not None)]
