"""Where the bench stands: alone in the whole picture, or as one of two lanes to one sheet."""

from dataclasses import dataclass, fields, replace
from typing import Self

from scenes.visuals.half_thickness.beam.photons import SIDE
from scenes.visuals.writing.screen import PICTURE

TOP = 3.55
NAME_HEIGHT = 2.2  # of what is written above the grids and the lead of the whole picture
WHOLE_SLOT, LANE_SLOT = 0.4, 0.27
LANES = 2.1, -1.0  # the middles of the upper and of the lower one
LANE_LEFT, LANE_PITCH, LANE_COUNT = -4.2, 5.7, 5.35
# The width of a sheet, and of the lead of the last shot, which is as many sheets as it must be.
SHEET, WIDEST = 1.4, 1.9  # twice as wide there is room for
TALLER = 1.06  # the lead than a grid
COUNT = 76.0
OVER_SHARE = 0.38  # of the size of a grid, that of one which finds room over the lead


@dataclass(frozen=True)
class Layout:
    """Where the bench is: grids ``pitch`` apart with slots ``slot`` apart, the lead, counts."""

    left: float
    middle: float
    top: float
    slot: float
    pitch: float
    sheet: float  # its width
    lead_low: float
    lead_height: float
    row: float  # the height of the row of counts
    sent_at: float  # where in it the two counts are
    arrived_at: float
    size: float  # of the counts

    @property
    def side(self) -> float:
        """Return the width of a grid."""
        return SIDE * self.slot

    @property
    def lead_middle(self) -> float:
        """Return where the lead is, half-way between the grids."""
        return self.left + (self.side + self.pitch) / 2

    def towards(self, other: Self, share: float) -> Self:
        """Return the layout after ``share`` of the way to ``other``."""
        ends = [(getattr(self, f.name), getattr(other, f.name)) for f in fields(self)]
        return type(self)(*((1 - share) * start + share * end for start, end in ends))

    def with_lead_of(self, other: Self, share: float) -> Self:
        """Return this layout with the lead after ``share`` of the way to that of ``other``."""
        then = self.towards(other, share)
        return replace(self, lead_low=then.lead_low, lead_height=then.lead_height)

    def after(self) -> Self:
        """Return the layout in which the first grid stands where the second one is in this."""
        return replace(self, left=self.left + self.pitch, sent_at=self.arrived_at)


def whole(thickness: float = 1.0) -> Layout:
    """Return the layout of one bench in the whole picture, for lead of so many sheets."""
    side = SIDE * WHOLE_SLOT
    left, pitch, middle = PICTURE.left + 0.1, PICTURE.width - 0.2 - side, -0.35
    return Layout(
        left=left,
        middle=middle,
        top=TOP,
        slot=WHOLE_SLOT,
        pitch=pitch,
        sheet=min(SHEET, WIDEST / thickness),
        lead_low=middle - TALLER * side / 2,
        lead_height=TALLER * side,
        row=3.08,
        sent_at=left + side / 2,
        arrived_at=left + pitch + side / 2,
        size=COUNT,
    )


def over() -> Layout:
    """Return the layout in which a small first grid stands over the lead of the whole picture."""
    at = whole()
    slot = at.slot * OVER_SHARE
    side = SIDE * slot
    middle = (at.lead_low + at.lead_height + TOP) / 2
    return replace(at, left=-side / 2, middle=middle, slot=slot, sent_at=-side, row=middle)


def lane(number: int) -> Layout:
    """Return the layout of the upper (0) or lower (1) lane; the upper one has the lead of both."""
    side = SIDE * LANE_SLOT
    low = LANES[1] - TALLER * side / 2 + 0.02
    return Layout(
        left=LANE_LEFT,
        middle=LANES[number],
        top=TOP,
        slot=LANE_SLOT,
        pitch=LANE_PITCH,
        sheet=SHEET,
        lead_low=low,
        lead_height=0.0 if number else TOP - low,
        row=LANES[number] + 0.25,
        sent_at=-LANE_COUNT,
        arrived_at=LANE_COUNT,
        size=COUNT,
    )
