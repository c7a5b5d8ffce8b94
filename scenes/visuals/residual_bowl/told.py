"""What ResidualBowl says, as far as it depends on the table."""

from dataclasses import dataclass
from typing import Self

from scenes.visuals.plot.shown_points import ShownPoints
from scenes.visuals.residual_bowl.bowl.troughs import ALONE, Troughs

# So many points come one by one before it is asked about all.
FEW = 3


@dataclass(frozen=True)
class Told:
    """Sentences (see ``Pen.sentence``) for one table."""

    places: str
    turn: str
    lowest: str
    third: str
    lift: str
    fourth: str
    along: str
    rest: str
    straight: str

    @classmethod
    def of(cls, shown: ShownPoints, troughs: Troughs, *, meet: bool) -> Self:
        """Choose the words for ``shown``; ``meet`` tells that one line meets all its points."""
        x = shown.x[troughs.order]
        return cls(
            straight=_straight(shown, falling=bool(x[0] > 0)),
            places=f"Every place on this map is a line: slope $slope(a)$, {shown.second}.",
            turn=_turn(shown, slower=bool(x[0] > x[1] > 0)),
            lowest=_lowest(shown.total),
            third=_third(shown.total, meet=meet),
            lift=_lift(meet=meet),
            fourth=_fourth(shown.total),
            along=_along(troughs),
            rest=_rest(shown, troughs.singly),
        )


def _straight(shown: ShownPoints, *, falling: bool) -> str:
    # Where x is counted from its mean, it is not the x of the table.
    if shown.origin or not falling:
        return f"Equal steps in $slope(a)$ and in ${shown.letter}$: a straight line."
    return f"As $slope(a)$ grows, ${shown.letter}$ falls $x$ times as fast."


def _turn(shown: ShownPoints, *, slower: bool) -> str:
    if shown.origin or not slower:
        return "Change the second point's $x$: its floor turns."
    return f"Smaller $x$: ${shown.letter}$ falls more slowly, its floor turns."


def _lowest(total: int) -> str:
    if total < FEW:
        return "One lowest place: the line through both points."
    return f"{total} points: still one lowest place?"


def _third(total: int, *, meet: bool) -> str:
    if total < FEW:
        return "There is no third point: this line is the best."
    if meet:
        return "A third floor meets the crossing."
    return "A third floor misses the crossing."


def _lift(*, meet: bool) -> str:
    if meet:
        return "So the bowl stays on the map."
    return "The bowl rises; its lowest place moves."


def _fourth(total: int) -> str:
    if total == ALONE:
        return "Can the last trough flatten it again?"
    return "Can a fourth trough flatten it again?"


def _along(troughs: Troughs) -> str:
    on_floor = troughs.steps >= ALONE and troughs.on_floor
    return f"Along its own floor it adds {'nothing' if on_floor else 'no bend'}."


def _rest(shown: ShownPoints, singly: int) -> str:
    """Return what is said before all come that did not come one by one."""
    drawn, left = shown.squared.size, shown.total - singly
    if left and drawn < shown.total:
        return f"Now all {shown.total}: {drawn} of {shown.total} seen."
    if left:
        return f"Now the {'last one' if left == 1 else f'other {left}'}."
    return "It stays one bowl."
