"""What a scene shows, and how one scene follows another."""

from dataclasses import dataclass

from manim import FadeIn, FadeOut, Scene, UpdateFromAlphaFunc, VMobject, smooth, squish_rate_func

from scenes.visuals.plot.regression import Points

GOING, COMING = squish_rate_func(smooth, 0.0, 0.4), squish_rate_func(smooth, 0.4, 1.0)


@dataclass(frozen=True)
class Shot:
    """The points and the lines of a scene, and all else: charts, what is written, marks."""

    points: tuple[Points, ...]
    lines: tuple[VMobject, ...]
    others: tuple[VMobject, ...]


def change(scene: Scene, old: Shot, new: Shot) -> None:
    """Let ``new`` follow ``old``: first the old one goes, then all of the new one comes.

    So no title stands on another one.
    """
    vanishing = [
        UpdateFromAlphaFunc(part, lambda m, share: m.set_shown(1 - share), rate_func=GOING)
        for part in old.points
    ]
    appearing = [
        UpdateFromAlphaFunc(part, lambda m, share: m.set_shown(share), rate_func=COMING)
        for part in new.points
    ]
    scene.play(
        *vanishing,
        *(FadeOut(part, rate_func=GOING) for part in (*old.lines, *old.others)),
        *appearing,
        *(FadeIn(part.update(), rate_func=COMING) for part in (*new.lines, *new.others)),
        run_time=1.3,
    )
    scene.remove(*old.points)
