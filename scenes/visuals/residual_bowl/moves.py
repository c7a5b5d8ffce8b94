"""How the parts of the film move, as animations that set them from the share of their time."""

from collections.abc import Callable

from manim import Animation, UpdateFromAlphaFunc, smooth, squish_rate_func

from scenes.visuals.plot.together import together
from scenes.visuals.residual_bowl.stage import Polar, Stage
from scenes.visuals.writing.screen import Box

SECOND_HALF = squish_rate_func(smooth, 0.5, 1.0)


def along(stage: Stage, way: Callable[[float], Polar]) -> UpdateFromAlphaFunc:
    """Take the line along ``way``, from share 0 to share 1."""

    def go(_: object, share: float) -> None:
        a, b = stage.space.landscape.at(*way(share))
        stage.a.set_value(float(a))
        stage.b.set_value(float(b))

    return UpdateFromAlphaFunc(stage.a, go)


def stand(stage: Stage) -> UpdateFromAlphaFunc:
    """Bring the content of the tank to its place on the map; the ball steps onto it."""

    def go(_: object, share: float) -> None:
        stage.bar.set_flown(share, *stage.current(), stage.view())
        stage.risen.set_value(SECOND_HALF(share))

    return UpdateFromAlphaFunc(stage.bar, go)


def carry(stage: Stage, box: Box) -> list[Animation]:
    """Take the tank with its title to ``box``."""
    start = stage.tank.box

    def go(_: object, share: float) -> None:
        stage.tank.set_box(start.towards(box, share))
        stage.units.put_titles()

    return together(go, (stage.tank.walls, stage.units.epsilon))
