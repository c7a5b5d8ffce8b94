"""How points are moved on stage, and what follows them."""

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Mobject, UpdateFromAlphaFunc, VMobject, smooth

from scenes.visuals.correlation.quartet import Cell
from scenes.visuals.correlation.shuffles import FALLING
from scenes.visuals.correlation.stage import Stage
from scenes.visuals.plot.curve import Marker, Values


def slide_heights(
    stage: Stage, cell: Cell, before: Values, after: Values
) -> list[UpdateFromAlphaFunc]:
    """Return the animations in which points slide to other heights; line and numbers follow."""

    def go(_: Mobject, share: float) -> None:
        numbers = cell.set_y(before + share * (after - before))
        stage.shuffled_r.set_value(numbers.r)
        stage.card.show(numbers)

    numbers = (stage.shuffled_r, *stage.card.values)
    return _together((cell.points, cell.line, cell.start, cell.residuals, *numbers), go)


def drag(
    stage: Stage, cell: Cell, ring: Marker, heights: tuple[Values, Values]
) -> list[UpdateFromAlphaFunc]:
    """Return the animations in which one point is dragged with its ring; the card follows."""
    before, after = heights
    at = int(np.flatnonzero(cell.data.x == ring.x)[0])

    def go(_: Mobject, share: float) -> None:
        y = before + share * (after - before)
        stage.card.show(cell.set_y(y))
        ring.set_place(ring.x, float(y[at]))

    return _together((cell.points, cell.line, cell.start, ring, *stage.card.values), go)


def drop(before: int, pile: Any, share: float) -> None:
    """Let one brick fall onto those ``before`` it."""
    pile.set_shown(before + share)


def pour(before: int, rest: float, pile: Any, share: float) -> None:
    """Let ever more bricks fall at the same time, until ``rest`` have gone."""
    pile.set_shown(before + share * rest, 1 + min(1.0, 20 * share) * FALLING)


def pulse(ring: Any, share: float) -> None:
    """Let a ring grow and shrink again."""
    ring.set_size(1 + 0.35 * float(np.sin(np.pi * share)))


def _together(
    parts: tuple[VMobject, ...], go: Callable[[Mobject, float], None]
) -> list[UpdateFromAlphaFunc]:
    """Return animations that move ``parts`` by one function; the first one calls it."""
    first, *others = parts
    return [
        UpdateFromAlphaFunc(first, go, rate_func=smooth),
        *(UpdateFromAlphaFunc(part, lambda *_: None) for part in others),
    ]
