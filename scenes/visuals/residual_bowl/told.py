"""What ResidualBowl says, as far as it depends on the table."""

from dataclasses import dataclass
from typing import Self

from scenes.visuals.plot.shown_points import ShownPoints

FEW = 3  # points that come one by one


@dataclass(frozen=True)
class Told:
    """Sentences (see ``Pen.sentence``) for one table."""

    places: str
    lowest: str
    third: str
    lift: str
    zoom: str
    every: str
    straight: str

    @classmethod
    def of(cls, shown: ShownPoints, *, meet: bool, larger: bool) -> Self:
        """Choose the words for ``shown``; ``meet`` tells that one line meets all its points.

        ``larger`` tells that the errors of all points are larger than those of the first ones.
        """
        return cls(
            straight=_straight(shown),
            places=f"Every place on this map is a line: slope $slope(a)$, {shown.second}.",
            lowest=_lowest(shown.total, meet=meet),
            zoom=_zoom(larger=larger),
            third=_third(shown.total, meet=meet),
            lift="So the bowl stays on the map." if meet else "So the bowl rises off the map.",
            every=_every(shown.squared.size, shown.total),
        )


def _straight(shown: ShownPoints) -> str:
    # Where x is counted from its mean, it is not the x of the table.
    if shown.origin:
        return f"Equal steps in $slope(a)$ and in ${shown.letter}$: a straight line."
    return f"Each step in $slope(a)$ costs $x$ steps in ${shown.letter}$: a straight line."


def _lowest(total: int, *, meet: bool) -> str:
    if total < FEW:
        return "One lowest place: the line through both points."
    if meet:
        return f"All {total} points: still one lowest place?"
    return f"{total} points, no line through all: still one lowest?"


def _zoom(*, larger: bool) -> str:
    if larger:
        return "Zoom out: the same heights, drawn smaller."
    return "Zoom in: the same heights, drawn larger."


def _third(total: int, *, meet: bool) -> str:
    if total < FEW:
        return "There is no third point: this line is the best."
    if meet:
        return "A third floor meets the crossing."
    return "A third floor misses the crossing."


def _every(drawn: int, total: int) -> str:
    """Return what is said when all others come; nothing where there are none."""
    if total <= FEW:
        return ""
    if drawn < total:
        return f"All {total} troughs on top of each other; {drawn} of {total} are drawn."
    if total == FEW + 1:
        return "Add the trough of the last point."
    return f"Add the other {total - FEW} troughs, one on top of the other."
