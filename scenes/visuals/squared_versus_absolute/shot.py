"""What a scene shows, and how one scene follows another."""

from collections.abc import Callable
from dataclasses import dataclass

from manim import (
    Animation,
    FadeIn,
    FadeOut,
    Scene,
    UpdateFromAlphaFunc,
    VMobject,
    smooth,
    squish_rate_func,
)

from scenes.visuals.plot.regression import Points

GOING, COMING = squish_rate_func(smooth, 0.0, 0.4), squish_rate_func(smooth, 0.25, 1.0)


@dataclass(frozen=True)
class Shot:
    """The points and the lines of a scene, and all else: charts, what is written, marks."""

    points: tuple[Points, ...]
    lines: tuple[VMobject, ...]
    others: tuple[VMobject, ...]


def going(shot: Shot, rate_func: Callable[[float], float] = smooth) -> list[Animation]:
    """Return the animations in which ``shot`` goes."""
    return [
        *(
            UpdateFromAlphaFunc(part, lambda m, share: m.set_shown(1 - share), rate_func=rate_func)
            for part in shot.points
        ),
        *(FadeOut(part, rate_func=rate_func) for part in (*shot.lines, *shot.others)),
    ]


def coming(shot: Shot, rate_func: Callable[[float], float] = smooth) -> list[Animation]:
    """Return the animations in which ``shot`` comes, each part from where it belongs."""
    return [
        *(
            UpdateFromAlphaFunc(part, lambda m, share: m.set_shown(share), rate_func=rate_func)
            for part in shot.points
        ),
        *(FadeIn(part.update(), rate_func=rate_func) for part in (*shot.lines, *shot.others)),
    ]


def change(scene: Scene, old: Shot, new: Shot) -> None:
    """Let ``new`` follow ``old``: first the old one goes, then all of the new one comes.

    So no title stands on another one.
    """
    scene.play(*going(old, GOING), *coming(new, COMING), run_time=0.9)
    scene.remove(*old.points)
