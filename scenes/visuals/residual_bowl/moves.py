"""How the parts of the film move, as animations that set them from the share of their time."""

from collections.abc import Callable

from manim import UpdateFromAlphaFunc, smooth, squish_rate_func

from scenes.visuals.residual_bowl.on_the_bowl import Place, standing
from scenes.visuals.residual_bowl.stage import Stage

LATER = squish_rate_func(smooth, 0.5, 1.0)


def along(stage: Stage, way: Callable[[float], Place]) -> UpdateFromAlphaFunc:
    """Take the line along ``way`` on the map, from share 0 to share 1."""

    def go(_: object, share: float) -> None:
        stage.put(*way(share))

    return UpdateFromAlphaFunc(stage.a, go)


def straight(stage: Stage, start: Place, end: Place) -> UpdateFromAlphaFunc:
    """Take the line straight from place to place."""
    (u, v), (w, x) = start, end
    return along(stage, lambda t: (u + t * (w - u), v + t * (x - v)))


def stand(stage: Stage) -> UpdateFromAlphaFunc:
    """Bring the first square to its place on the map; the ball steps onto it."""
    corners = stage.squares.corners()[0]

    def go(_: object, share: float) -> None:
        stage.bar.set_flown(share, corners, stage.standing())
        stage.risen.set_value(LATER(share))

    return UpdateFromAlphaFunc(stage.bar, go)


def stand_on_top(stage: Stage) -> UpdateFromAlphaFunc:
    """Bring the second square onto the first; the ball steps onto both."""
    corners, place = stage.squares.corners()[1], stage.place()
    low = stage.height()
    end = standing(place, low, low + float(stage.second().at(*place)), stage.view())

    def go(_: object, share: float) -> None:
        stage.on_top.set_flown(share, corners, end)
        stage.lifted.set_value(LATER(share))

    return UpdateFromAlphaFunc(stage.on_top, go)
