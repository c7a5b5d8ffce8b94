"""Carry the terms of one formula to their places in the next: they travel, they do not jump."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from manim import (
    Animation,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    Scene,
    VMobject,
    smooth,
)
from numpy.typing import NDArray

from scenes.visuals.writing.formula_parts import Formula

SAME_SHAPE = 0.02


@dataclass(frozen=True)
class Way:
    """The term ``source`` goes to the part ``target`` of the next formula.

    ``source`` names a part of the old formula, or is a term from elsewhere, which stays where it
    is. ``arc`` is the angle of the way in radians, 0 for a straight one. One source may go to
    several targets.
    """

    source: str | VMobject
    target: str
    arc: float = 0.0


def ways(text: str, arc: float = 0.0) -> list[Way]:
    """Read ways written ``source>target``; a lone ``part`` keeps its name.

    >>> ways("a x>y")
    [Way(source='a', target='a', arc=0.0), Way(source='x', target='y', arc=0.0)]
    """
    return [Way(ends[0], ends[-1], arc) for ends in (word.split(">") for word in text.split())]


def travel(
    scene: Scene,
    old: Formula | None,
    new: Formula,
    paths: Iterable[Way],
    *,
    run_time: float = 1.6,
) -> None:
    """Replace ``old`` by ``new``: terms with a way travel along it.

    In a term, glyphs of one shape find each other, then the others in the order of writing.
    Glyphs outside all terms stay with an equal one. What finds no partner fades: out first, in
    last.
    """
    staying = [] if old is None else list(old.submobjects)
    awaited = list(new.submobjects)
    pairs: list[tuple[VMobject, VMobject, float]] = []
    for way in paths:
        source, target = _term(old, way.source), new.select(way.target)
        found = _all_partners(source.submobjects, target.submobjects)
        pairs += [(glyph.copy(), goal, way.arc) for glyph, goal in found]
        staying = [glyph for glyph in staying if glyph not in source.submobjects]
        awaited = [glyph for glyph in awaited if glyph not in target.submobjects]
    equal, leaving, _ = _partners(staying, awaited)
    pairs += [(glyph, goal, 0.0) for glyph, goal in equal]
    arriving = {goal for _, goal, _ in pairs}
    coming = [glyph for glyph in new.submobjects if glyph not in arriving]
    # What is in its place already is no animation: it is drawn once and stays behind.
    resting = [goal for glyph, goal, _ in pairs if _in_place(glyph, goal)]
    moves: list[Animation] = [
        _flight(glyph, goal, arc, run_time)
        for glyph, goal, arc in pairs
        if not _in_place(glyph, goal)
    ]
    moves += [FadeOut(glyph, run_time=0.4 * run_time) for glyph in leaving]
    moves += [FadeIn(glyph, run_time=run_time, rate_func=late) for glyph in coming]
    if old is not None:
        scene.remove(old)
    scene.add(*resting)
    scene.play(*moves)
    scene.add(new)


def term_flights(
    source: VMobject, target: VMobject, *, arc: float = 0.0, run_time: float = 1.6
) -> list[ReplacementTransform]:
    """Return the flights of copies of the glyphs in ``source`` onto those of ``target``."""
    pairs = _all_partners(source.submobjects, target.submobjects)
    return [_flight(glyph.copy(), goal, arc, run_time) for glyph, goal in pairs]


def late(share: float) -> float:
    """Ease in over the last two fifths, when what travels has nearly arrived."""
    return float(smooth(max(0.0, (share - 0.6) / 0.4)))


def _in_place(glyph: VMobject, goal: VMobject) -> bool:
    """Return whether a glyph looks like its goal already."""
    return (
        glyph.points.shape == goal.points.shape
        and np.allclose(glyph.points, goal.points)
        and bool(glyph.get_fill_color() == goal.get_fill_color())
    )


def _flight(glyph: VMobject, goal: VMobject, arc: float, run_time: float) -> ReplacementTransform:
    return ReplacementTransform(glyph, goal, path_arc=arc, run_time=run_time)


def _term(old: Formula | None, source: str | VMobject) -> VMobject:
    if isinstance(source, VMobject):
        return source
    if old is None:
        raise ValueError(f"nothing is replaced: {source!r} must be a term, not the name of a part")
    term: VMobject = old.select(source)
    return term


def _all_partners(
    sources: list[VMobject], targets: list[VMobject]
) -> list[tuple[VMobject, VMobject]]:
    """Return pairs of equal glyphs, then of the others in the order of writing."""
    pairs, waiting, lonely = _partners(sources, targets)
    return [*pairs, *zip(waiting, lonely, strict=False)]


def _partners(
    sources: list[VMobject], targets: list[VMobject]
) -> tuple[list[tuple[VMobject, VMobject]], list[VMobject], list[VMobject]]:
    """Return pairs of equal glyphs, the sources left over and the targets left over."""
    waiting, pairs, lonely = list(sources), [], []
    for target in targets:
        partner = next((glyph for glyph in waiting if _same_shape(glyph, target)), None)
        if partner is None:
            lonely.append(target)
        else:
            waiting.remove(partner)
            pairs.append((partner, target))
    return pairs, waiting, lonely


def _same_shape(one: VMobject, other: VMobject) -> bool:
    """Return whether two glyphs are equal but for place and size."""
    if len(one.points) != len(other.points):
        return False
    return bool(np.allclose(_outline(one), _outline(other), atol=SAME_SHAPE))


def _outline(glyph: VMobject) -> NDArray[np.float64]:
    corner = glyph.points - glyph.points.min(axis=0)
    outline: NDArray[np.float64] = corner / corner.max()
    return outline
