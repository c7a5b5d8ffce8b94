"""What a scene shows, and how one scene follows another."""

from dataclasses import dataclass

from manim import FadeIn, FadeOut, Scene, UpdateFromAlphaFunc, VMobject

from scenes.visuals.plot.appearing import appear
from scenes.visuals.plot.regression import Points


@dataclass(frozen=True)
class Shot:
    """The points and the lines of a scene, and all else: charts, what is written, marks."""

    points: tuple[Points, ...]
    lines: tuple[VMobject, ...]
    others: tuple[VMobject, ...]


def change(scene: Scene, old: Shot, new: Shot) -> None:
    """Let ``new`` follow ``old``, whose lines stay until the new points come.

    So no frame is empty, and no title stands on another one.
    """
    vanishing = [
        UpdateFromAlphaFunc(part, lambda m, share: m.set_shown(1 - share)) for part in old.points
    ]
    scene.play(*(FadeOut(part) for part in old.others), *vanishing, run_time=0.5)
    scene.remove(*old.points)
    scene.play(
        *(FadeOut(line, run_time=0.5) for line in old.lines),
        *(appear(points) for points in new.points),
        *(FadeIn(part.update()) for part in new.others),
        run_time=0.9,
    )
    scene.play(*(FadeIn(line.update()) for line in new.lines), run_time=0.4)
