"""The board: a formula is written below another, and moves up when that one has left."""

from manim import PI, UP, Animation, Create, FadeIn, FadeOut, ReplacementTransform, Scene, VMobject

from scenes.visuals.normal_equations.derivation import Elimination
from scenes.visuals.normal_equations.stage import Rows
from scenes.visuals.normal_equations.travel import arrivals, ways
from scenes.visuals.writing.formula_parts import Formula


def write(
    scene: Scene,
    new: Formula,
    old: Formula,
    paths: str,
    *meanwhile: Animation,
    run_time: float = 1.3,
) -> None:
    """Write ``new`` out of copies of the terms of ``old``, which stays."""
    scene.play(*meanwhile, *arrivals(new, ways(old, paths)), run_time=run_time)
    scene.add(new)


def scroll(scene: Scene, formula: Formula, height: float, *leaving: VMobject) -> None:
    """Let what was above leave, and ``formula`` move up into its place."""
    up = height - float(formula.get_center()[1])
    scene.play(*map(FadeOut, leaving), run_time=0.3)
    scene.play(formula.animate.shift(up * UP), run_time=0.6)


def subtract(scene: Scene, old: Formula, minus: Formula, way: Elimination, run_time: float) -> None:
    """Write one row of ``old``, then take the multiple of the other one from it."""
    scene.play(*arrivals(minus, ways(old, way.staying), ()), run_time=0.8 * run_time)
    rest = ("kept", "gone", "right")
    taken = arrivals(minus, ways(old, way.taken), rest, ("r1", "r2", "r3"))
    scene.play(*taken, run_time=run_time)
    scene.add(minus)


def strike(scene: Scene, rows: Rows) -> None:
    """Strike the two equal terms, let them go, and only then write 0."""
    scene.play(*map(Create, rows.strikes), run_time=0.6)
    scene.wait(0.4)
    gone = rows.minus.select("gone").submobjects
    scene.play(*map(FadeOut, (*gone, *rows.strikes)), run_time=0.4)
    scene.play(FadeIn(rows.zero), run_time=0.4)


def left_of(rows: Rows) -> list[VMobject]:
    """Return the glyphs of the long row that are there once its bracket has gone."""
    gone = rows.minus.select("gone").submobjects
    return [glyph for glyph in rows.minus if glyph not in gone]


def swap(scene: Scene, before: Formula, after: Formula) -> None:
    """Let the two last letters of the denominator change places."""
    swapped = (
        ReplacementTransform(before.select(name), after.select(name), path_arc=arc)
        for name, arc in (("l", 0), ("n", PI), ("m", PI))
    )
    scene.play(*swapped, run_time=1.2)
    scene.remove(*before, *after)
    scene.add(after)
