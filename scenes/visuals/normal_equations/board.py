"""The board: what is there moves away first, then the next formula comes into free space."""

from collections.abc import Iterable

from manim import (
    Animation,
    Create,
    FadeIn,
    FadeOut,
    LaggedStart,
    ReplacementTransform,
    Scene,
    VMobject,
)

from scenes.visuals.normal_equations import layout
from scenes.visuals.normal_equations.rows import Pair
from scenes.visuals.normal_equations.stage import Stage
from scenes.visuals.normal_equations.travel import late, partners
from scenes.visuals.writing.formula_parts import Formula

# How much later each glyph comes than the one before, of its own time.
LAG = 0.12


def written(formula: Formula | Pair, names: Iterable[str] = ()) -> Animation:
    """Write the parts ``names`` of a formula, or all of it, from left to right."""
    chosen = list(names)
    parts = [g for name in chosen for g in formula.select(name)] if chosen else list(formula)
    return LaggedStart(*map(FadeIn, parts), lag_ratio=LAG)


def whole(scene: Scene, formula: Formula | Pair) -> None:
    """Make one thing again of a formula whose glyphs have come one by one."""
    scene.remove(*formula.get_family())
    scene.add(formula)


def write(scene: Scene, formula: Formula) -> None:
    """Write a formula."""
    scene.play(written(formula), run_time=0.9)
    whole(scene, formula)


def make_room(scene: Scene, old: Pair, new: Pair, heights: tuple[float, float]) -> None:
    """Let the two rows that ``new`` was made of leave, and then its rows take their places."""
    scene.play(FadeOut(old), run_time=0.3)
    whole(scene, new)
    scene.play(*new.to(heights), run_time=0.7)


def strike(scene: Scene, stage: Stage) -> None:
    """Strike the two equal terms, let them go, and only then write 0; the row closes up."""
    minus, zero = stage.minus, stage.zero
    scene.play(*map(Create, stage.strikes), run_time=0.5)
    scene.wait(0.3)
    gone = minus.select("gone").submobjects
    scene.play(*map(FadeOut, (*gone, *stage.strikes)), run_time=0.3)
    scene.play(FadeIn(zero), run_time=0.3)
    gap = float(minus.select("gone").width - zero.width)
    rest = [*minus.select("b"), *minus.select("e"), *minus.select("right")]
    zero_gap = float(zero.get_left()[0] - minus.select("gone").get_left()[0])
    scene.play(
        zero.animate.shift((-zero_gap, 0.0, 0.0)),
        *(glyph.animate.shift((-gap, 0.0, 0.0)) for glyph in rest),
        run_time=0.4,
    )


def become(
    scene: Scene, old: Formula, new: Formula, names: str, leaving: Iterable[VMobject] = ()
) -> None:
    """Turn a row into the next one in its own place: its parts ``names`` move, others come late."""
    moves: list[Animation] = []
    reached: list[VMobject] = []
    for name in names.split():
        pairs = partners(old.select(name).submobjects, new.select(name).submobjects)
        moves += [ReplacementTransform(*pair) for pair in pairs]
        reached += [goal for _, goal in pairs]
    coming = [FadeIn(glyph, rate_func=late) for glyph in new if glyph not in reached]
    fading = [*map(FadeOut, leaving)]
    if fading:
        scene.play(*fading, run_time=0.3)
    scene.play(*moves, *coming, run_time=0.8)
    scene.remove(*old)
    whole(scene, new)


def lifted(formula: Formula, height: float) -> tuple[float, float, float]:
    """Return the way of a result to ``height``, in the middle beside the chart of half size."""
    here = formula.get_center()
    return layout.HALF_MIDDLE - float(here[0]), height - float(here[1]), 0.0


def name_rows(scene: Scene, stage: Stage) -> None:
    """Close up the two rows in letters; the beam that each makes level becomes its mark."""
    loose, letters = stage.letters_below_sums, stage.letters
    glyphs = (pair.family_members_with_points() for pair in (loose, letters))
    beams = stage.second.beam.copy(), stage.first.beam.copy()
    scene.play(
        *(ReplacementTransform(*pair) for pair in zip(*glyphs, strict=True)),
        *(ReplacementTransform(*pair) for pair in zip(beams, stage.marks, strict=True)),
        run_time=1.2,
    )
    scene.remove(*loose.get_family())
    whole(scene, letters)
