"""Numbers beside a counting: the last rate that was measured, and behind how much lead."""

from collections.abc import Callable

from manim import DOWN, LEFT, VGroup

from core import palette
from core.palette import Theme
from scenes.visuals.half_thickness.counting import Counting
from scenes.visuals.writing.readouts import FixedFormat, Readout

THICKNESS = FixedFormat(decimals=1, exponent=0, integer_digits=2)
RATE = FixedFormat(decimals=0, exponent=0, integer_digits=4)


def counting_readouts(
    counting: Counting,
    time: Callable[[], float],
    place: tuple[float, float, float],
    theme: Theme,
) -> VGroup:
    """Return both numbers, one below the other with their middle at ``place``."""

    def thickness() -> float:
        return counting.last_thickness(time())

    def rate() -> float:
        return counting.last_rate(time())

    lead = Readout('"lead [mm]"', THICKNESS, thickness(), theme.ink)
    rates = Readout('"rate" I "[1/s]"', RATE, rate(), palette.DATA)
    column = VGroup(lead, rates).arrange(DOWN, buff=0.4, aligned_edge=LEFT).set_z_index(1)
    column.move_to(place)
    for readout, source in ((lead, thickness), (rates, rate)):
        readout.settle(float(readout.get_center()[1])).follow(source)
    return column
