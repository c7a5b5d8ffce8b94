"""How one chart takes the place of another, and what appears with it."""

from manim import Animation, FadeIn, FadeOut, Scene, VMobject, smooth, squish_rate_func

from scenes.visuals.plot.chart import Chart

# Of two things in one place first the old one goes, then the new one comes.
GOING, COMING = squish_rate_func(smooth, 0.0, 0.4), squish_rate_func(smooth, 0.25, 1.0)


def retitle(
    scene: Scene, old: Chart, new: Chart, *meanwhile: Animation, run_time: float = 0.6
) -> None:
    """Let the chart ``new`` take the place of ``old``: only the title of y is another one."""
    going, coming = old.titles[1], new.titles[1]
    assert going is not None  # all charts were given titles
    assert coming is not None
    scene.play(
        FadeOut(going, rate_func=GOING),
        FadeIn(coming, rate_func=COMING),
        *meanwhile,
        run_time=run_time,
    )
    # Without its title it is no longer one mobject of the scene.
    scene.remove(*old.submobjects)
    scene.add(new)


def appearing(*parts: VMobject) -> list[FadeIn]:
    """Fade in each on its own: a group of moving and resting parts would be drawn anew together.

    While they appear they rest, so each is brought to where it belongs first.
    """
    return [FadeIn(part.update()) for part in parts]
