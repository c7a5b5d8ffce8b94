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
    lifted: str
    room: str
    every: str
    straight: str

    @classmethod
    def of(cls, shown: ShownPoints, *, meet: bool, smaller: bool) -> Self:
        """Choose the words for ``shown``.

        ``meet`` tells that one line meets all its points, ``smaller`` that the sum of all squares
        needs a smaller scale than those of the first three.
        """
        drawn, total = shown.squared.size, shown.total
        scale = "Heights are drawn smaller." if smaller else "Heights are drawn larger."
        every = "Every point lays its trough on top." if total > FEW else ""
        return cls(
            straight=_straight(shown),
            places=f"Every place on this map is a line: slope $slope(a)$, {shown.second}.",
            third=_third(total, meet=meet),
            lifted=(
                "One line meets all three: here the bowl stays on the map."
                if meet
                else "No line meets all three: the bowl leaves the map."
            ),
            room=f"Now all {total}. {scale}" if total > FEW else scale,
            every=every if drawn == total else f"{every[:-1]}: {drawn} of {total} are drawn.",
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
        return "A third point: its line meets the crossing, too."
    return "A third point. Its line misses the crossing."
