"""What ResidualBowl says, as far as it depends on the table."""

from dataclasses import dataclass
from typing import Self

from scenes.visuals.plot.shown_points import ShownPoints

# So many points come one by one, and so many of them before it is asked about all.
ALONE, FEW = 4, 3


@dataclass(frozen=True)
class Told:
    """Sentences (see ``Pen.sentence``) for one table."""

    places: str
    lowest: str
    third: str
    lift: str
    fourth: str
    zoom: str
    every: str
    straight: str
    turn: str

    @classmethod
    def of(cls, shown: ShownPoints, *, meet: bool, larger: bool, flatter: bool) -> Self:
        """Choose the words for ``shown``; ``meet`` tells that one line meets all its points.

        ``larger`` tells that the errors of all points are larger than those of the first ones,
        ``flatter`` that the x of the second point shrinks on its way, and does not pass 0.
        """
        return cls(
            straight=_straight(shown),
            turn=_turn(shown, flatter=flatter),
            places=f"Every place on this map is a line: slope $slope(a)$, {shown.second}.",
            lowest=_lowest(shown.total),
            zoom=_zoom(larger=larger),
            third=_third(shown.total, meet=meet),
            lift="So the bowl stays on the map." if meet else "So the bowl rises off the map.",
            fourth=_fourth(shown.total),
            every=_every(shown.squared.size, shown.total),
        )


def _straight(shown: ShownPoints) -> str:
    # Where x is counted from its mean, it is not the x of the table.
    if shown.origin:
        return f"Equal steps in $slope(a)$ and in ${shown.letter}$: a straight line."
    return f"Each step in $slope(a)$ takes $x$ such steps off ${shown.letter}$."


def _turn(shown: ShownPoints, *, flatter: bool) -> str:
    if flatter and not shown.origin:
        return "Smaller $x$, flatter floor: its trough turns."
    return "With its $x$ its trough turns."


def _lowest(total: int) -> str:
    if total < FEW:
        return "One lowest place: the line through both points."
    return f"{total} points: still one lowest place?"


def _zoom(*, larger: bool) -> str:
    if larger:
        return "Zoom out: draw the heights smaller."
    return "Zoom in: draw the heights larger."


def _third(total: int, *, meet: bool) -> str:
    if total < FEW:
        return "There is no third point: this line is the best."
    if meet:
        return "A third floor meets the crossing."
    return "A third floor misses the crossing."


def _fourth(total: int) -> str:
    if total == ALONE:
        return "Lay the trough of the last point on it."
    return "Lay a fourth trough on it."


def _every(drawn: int, total: int) -> str:
    """Return what is said when all others come; nothing where there are none."""
    if total <= ALONE:
        return ""
    if drawn < total:
        return f"All {total} troughs on top of each other; {drawn} of {total} are drawn."
    if total == ALONE + 1:
        return "Add the trough of the last point."
    return f"Now add the other {total - ALONE} troughs."
