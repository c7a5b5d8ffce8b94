"""Rows of formulas: how they are written."""

from manim import Animation, FadeIn, LaggedStart, Scene

from scenes.visuals.writing.formula_parts import Formula

# How much later each glyph comes than the one before, of its own time.
LAG = 0.12


def axis(row: Formula) -> float:
    """Return the height of a row: that of its equals sign."""
    return float(row.select("e").get_center()[1])


def written(formula: Formula) -> Animation:
    """Write a formula from left to right."""
    return LaggedStart(*map(FadeIn, formula), lag_ratio=LAG)


def whole(scene: Scene, formula: Formula) -> None:
    """Make one thing again of a formula whose glyphs have come one by one."""
    scene.remove(*formula.get_family())
    scene.add(formula)


def write(scene: Scene, formula: Formula) -> None:
    """Write a formula."""
    scene.play(written(formula), run_time=0.9)
    whole(scene, formula)
