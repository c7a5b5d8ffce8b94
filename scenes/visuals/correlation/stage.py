"""Everything that Correlation has on stage."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from manim import LEFT, RIGHT, VMobject

from core.fits.correlation import pearson_test
from core.project.paths import DATA
from core.tables.dataset import read_dataset
from scenes.visuals.correlation.quartet import WHOLE, Cell, Numbers, ring
from scenes.visuals.correlation.shuffles import Pile, Shuffles
from scenes.visuals.plot.chart import Chart
from scenes.visuals.plot.curve import Curve, Marker
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.pen import Pen
from scenes.visuals.writing.placed import Placed
from scenes.visuals.writing.readouts import FixedFormat
from scenes.visuals.writing.screen import BOLD, PICTURE, Box
from scenes.visuals.writing.value import Value

ANSCOMBE = DATA / "anscombe.csv"
SETS = 4
SHUFFLED = Box(WHOLE.left, PICTURE.bottom, 5.8, WHOLE.height)
NULL = Box(SHUFFLED.right + 0.8, PICTURE.bottom, 6.05, WHOLE.height)
NULL_LARGE = Box(WHOLE.left + 0.4, WHOLE.bottom, WHOLE.width - 0.4, WHOLE.height)
FEW_BRICKS = Scale(0.0, 11.0)
CARD_ROW = PICTURE.top - 0.28
TWO_DECIMALS = FixedFormat(decimals=2, exponent=0, integer_digits=1, signed=False)
SIGNED = FixedFormat(decimals=2, exponent=0, integer_digits=1)
CARD_PLACES = (-5.6, -1.5, 2.7)


class Card:
    """The numbers of the set on screen, in one row above the pictures."""

    def __init__(self, numbers: Numbers, pen: Pen) -> None:
        theme = pen.theme
        labels = (("a", theme.slope), ("b", theme.intercept), ("r", theme.ink))
        values = (numbers.slope, numbers.intercept, numbers.r)
        self.values = [
            Value(pen, label, TWO_DECIMALS, value, np.array([x, CARD_ROW, 0.0]), colour=colour)
            for (label, colour), value, x in zip(labels, values, CARD_PLACES, strict=True)
        ]

    def show(self, numbers: Numbers) -> None:
        """Show other numbers."""
        for value, number in zip(
            self.values, (numbers.slope, numbers.intercept, numbers.r), strict=True
        ):
            value.set_value(number)


@dataclass(frozen=True)
class Stage:
    """Four sets under one card; what shuffling does; what describes each set better."""

    cells: tuple[Cell, ...]
    card: Card
    shuffles: Shuffles
    null: Chart
    pile: Pile
    shuffled_r: Value
    ours: VMobject
    ours_name: Placed
    mirror_name: Placed
    p_name: Placed
    far_rings: tuple[Marker, ...]
    parabola: Curve
    outlier: Marker
    lone: Marker

    @classmethod
    def of(cls, pen: Pen) -> Self:
        """Build the stage."""
        theme = pen.theme
        sets = [read_dataset(ANSCOMBE, f"x{k}", f"y{k}") for k in range(1, SETS + 1)]
        cells = tuple(Cell(k, data, pen) for k, data in enumerate(sets))
        x, y = sets[0].x, sets[0].y
        shuffles = Shuffles.of(x, y)
        null = _null_chart(pen)
        pile = Pile(null, shuffles, theme).set_z_index(2)
        ours = VMobject(stroke_color=theme.ink, stroke_width=BOLD).set_z_index(3)
        p_value = pearson_test(x, y).p_value
        outlier, lone = int(np.argmax(sets[2].y)), int(np.argmax(sets[3].x))
        row = np.array([NULL.left + 0.4, CARD_ROW, 0.0])
        return cls(
            cells=cells,
            card=Card(cells[0].numbers, pen),
            shuffles=shuffles,
            null=null,
            pile=pile,
            shuffled_r=Value(pen, "r", SIGNED, shuffles.ours, row),
            ours=ours,
            ours_name=Placed(pen.sentence("ours"), np.zeros(3), RIGHT),
            mirror_name=Placed(pen.sentence("as far"), np.zeros(3), LEFT),
            p_name=Placed(
                pen.formula(f"p = {p_value:.3f}"), np.array([PICTURE.right, 2.3, 0.0]), RIGHT
            ),
            far_rings=tuple(
                ring(null, float(pile.x[k]), float(pile.y[k]), pen).set_z_index(4)
                for k in np.flatnonzero(shuffles.beyond)
            ),
            parabola=cells[1].parabola(theme.ink).set_z_index(3),
            outlier=cells[2].ring(outlier, pen).set_z_index(5),
            lone=cells[3].ring(lone, pen).set_z_index(5),
        )

    def mark_ours(self) -> None:
        """Draw the marks at our r and at its mirror image, and write their name."""
        ours, top = self.shuffles.ours, 0.45 * self.null.y_scale.high
        ends = [self.null.places([r, r], [0.0, top]) for r in (-ours, ours)]
        self.ours.points = polylines(np.array(ends))
        self.mirror_name.put(self.null.place(-ours, top) + np.array([-0.45, 0.4, 0.0]))
        self.ours_name.put(self.null.place(ours, top) + np.array([0.45, 0.4, 0.0]))


def _null_chart(pen: Pen) -> Chart:
    return Chart(
        pen, NULL, Scale(-1.0, 1.0, step=0.5), FEW_BRICKS, titles=("$r$", ""), ticks=(5, 0)
    )
