"""Where the bench stands in its shots: one sheet in the whole picture, three above bars."""

from dataclasses import dataclass, replace

from scenes.visuals.half_thickness.bench import Layout
from scenes.visuals.half_thickness.photons import SIDE
from scenes.visuals.half_thickness.views import SOME_RATES, Views
from scenes.visuals.writing.screen import PICTURE, SMALLEST, Box

BELOW = Box(PICTURE.left, PICTURE.bottom, PICTURE.width, 3.05)
NAME_HEIGHT = 2.2  # of what is written above the sheet of the whole picture
TOP = 3.55
WHOLE_SLOT, SOME_SLOT = 0.4, 0.19
# The width of a sheet, and of the lead of the last shot, which is as many sheets as it must be.
WHOLE_SHEET, SOME_SHEET, WIDEST = 1.4, 0.45, 2.4


@dataclass(frozen=True)
class Shots:
    """Three layouts of the bench: one sheet, three sheets above bars, one of half thickness."""

    whole: Layout
    some: Layout
    half: Layout
    beam: tuple[float, float]  # above the photons of one sheet

    @classmethod
    def of(cls, views: Views, sheet_mm: float, half_thickness_mm: float) -> "Shots":
        """Lay out all; each grid of the second stands above the bar that counts it."""
        last = half_thickness_mm / sheet_mm
        side = SIDE * WHOLE_SLOT
        left = PICTURE.left + 0.1
        chart = views.charts[SOME_RATES]
        first, second = (float(chart.place(x, 0.0)[0]) for x in (0.0, sheet_mm))
        whole = Layout(
            left=left,
            middle=-0.35,
            top=TOP,
            slot=WHOLE_SLOT,
            pitch=PICTURE.width - 0.2 - side,
            sheet=WHOLE_SHEET,
            row=3.08,
            size=76.0,
        )
        return cls(
            whole=whole,
            some=Layout(
                left=first - SIDE * SOME_SLOT / 2,
                middle=1.87,
                top=TOP,
                slot=SOME_SLOT,
                pitch=second - first,
                sheet=SOME_SHEET,
                row=3.27,
                size=SMALLEST + 5.0,
            ),
            half=replace(whole, sheet=min(WHOLE_SHEET, WIDEST / last)),
            beam=(left + side / 2, NAME_HEIGHT),
        )
