"""What ResidualBowl says, as far as it depends on the table."""

from dataclasses import dataclass
from typing import Self

from scenes.visuals.plot.shown_points import ShownPoints

FEW = 3  # points that come one by one


@dataclass(frozen=True)
class Told:
    """Sentences (see ``Pen.sentence``) for one table."""

    places: str
    third: str
    every: str
    straight: str

    @classmethod
    def of(cls, shown: ShownPoints, *, meet: bool) -> Self:
        """Choose the words for ``shown``; ``meet`` tells that one line meets all its points."""
        return cls(
            straight=_straight(shown),
            places=f"Every place on this map is a line: slope $slope(a)$, {shown.second}.",
            third=_third(shown.total, meet=meet),
            every=_every(shown.squared.size, shown.total),
        )


def _straight(shown: ShownPoints) -> str:
    # Where x is counted from its mean, it is not the x of the table.
    if shown.origin:
        return f"Equal steps in $slope(a)$ and in ${shown.letter}$: a straight line."
    return f"One step in $slope(a)$ costs $x$ in ${shown.letter}$: a straight line."


def _third(total: int, *, meet: bool) -> str:
    if total < FEW:
        return "There is no third point: this line is the best."
    if meet:
        return "A third point: its line meets the crossing, so the bowl stays."
    return "A third point: its line misses the crossing, so the bowl rises."


def _every(drawn: int, total: int) -> str:
    """Return what is said when all others come; nothing where there are none."""
    if total <= FEW:
        return ""
    if drawn < total:
        return f"All {total} troughs on top of each other; {drawn} of {total} are drawn."
    return f"All {total} troughs, one on top of the other."
