"""The board: a formula is written below another, and moves up when that one has left."""

from manim import UP, FadeOut, Scene, VMobject

from scenes.visuals.normal_equations.travel import arrivals, ways
from scenes.visuals.writing.formula_parts import Formula


def write(scene: Scene, new: Formula, old: Formula, paths: str, run_time: float = 1.3) -> None:
    """Write ``new`` out of copies of the terms of ``old``, which stays."""
    scene.play(*arrivals(new, ways(old, paths)), run_time=run_time)
    scene.add(new)


def scroll(scene: Scene, formula: Formula, height: float, *leaving: VMobject) -> None:
    """Let what was above leave, and ``formula`` move up into its place."""
    up = height - float(formula.get_center()[1])
    scene.play(*map(FadeOut, leaving), run_time=0.3)
    scene.play(formula.animate.shift(up * UP), run_time=0.6)
