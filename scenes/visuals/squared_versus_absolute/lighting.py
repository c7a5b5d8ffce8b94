"""How arrows become dim while others are spoken of, and bright again."""

from collections.abc import Callable
from functools import partial

from manim import (
    Animation,
    UpdateFromAlphaFunc,
    VMobject,
    smooth,
    squish_rate_func,
    there_and_back_with_pause,
)

# Of all other arrows, while one of them is spoken of.
DIM = 0.6
# Something is dim for one half of a movement, something else for the other half.
_FOR_A_WHILE = partial(there_and_back_with_pause, pause_ratio=0.7)
AT_FIRST, AT_LAST = (squish_rate_func(_FOR_A_WHILE, at, at + 0.5) for at in (0.0, 0.5))


def dimming(*others: VMobject, rate_func: Callable[[float], float] = smooth) -> list[Animation]:
    """Let arrows that are not spoken of become dim, wherever they go meanwhile."""
    return [brightness(part, 1.0, DIM, rate_func) for part in others]


def lighting(*others: VMobject) -> list[Animation]:
    """Let arrows that have become dim be as bright as before."""
    return [brightness(part, DIM, 1.0, smooth) for part in others]


def brightness(
    part: VMobject, old: float, new: float, rate_func: Callable[[float], float]
) -> Animation:
    """Let something, and its outline, become as bright as ``new``."""

    def change(_: object, share: float) -> None:
        for outline in (False, True):
            part.set_stroke(opacity=old + share * (new - old), background=outline)

    return UpdateFromAlphaFunc(part, change, rate_func=rate_func)
