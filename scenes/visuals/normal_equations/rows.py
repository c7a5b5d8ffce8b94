"""Rows of formulas: how they are written, and how one becomes the next.

Copies of terms travel to where they are needed, land, and only then change. What they come from
stays where it is, so that nothing false is ever read on the way. Copies leave it quickly, are seen
when they have left it, and land slowly: letters that half cover each other cannot be read.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from manim import (
    DL,
    UR,
    Animation,
    FadeIn,
    LaggedStart,
    ReplacementTransform,
    Scene,
    VMobject,
    rush_from,
    smooth,
)
from numpy.typing import NDArray

from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.formula_parts import Formula

# How much later each glyph comes than the one before, of its own time.
LAG = 0.12
SAME_SHAPE = 0.02
# After which share of its way a copy has left its row, and within which it comes to be seen.
LEFT_ROW, SEEN_WITHIN = 0.5, 0.3


class Landing(ReplacementTransform):
    """A copy goes to its place, and is seen once it no longer covers the row that it left."""

    def interpolate_mobject(self, alpha: float) -> None:
        """Draw the glyph after the share ``alpha`` of its time."""
        super().interpolate_mobject(alpha)
        seen = smooth(float(np.clip((self.rate_func(alpha) - LEFT_ROW) / SEEN_WITHIN, 0, 1)))
        self.mobject.fade(1 - float(seen))


@dataclass(frozen=True)
class Way:
    """Copies of the glyphs of ``source`` go to the part ``target`` of the formula below."""

    source: VMobject
    target: str


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


def struck(part: VMobject) -> NDArray[np.float64]:
    """Return the points of a stroke that strikes a part of a row out."""
    return polylines(np.array([[part.get_corner(DL), part.get_corner(UR)]]))


def arrivals(new: Formula, paths: Iterable[Way], there: Iterable[VMobject] = ()) -> list[Animation]:
    """Return how ``new`` comes to be: along ``paths``, and the rest when all have landed.

    Glyphs that are ``there`` stay. Those of one shape find each other, then the others in the
    order of writing; what finds no partner appears with the rest.
    """
    moves: list[Animation] = []
    reached: list[VMobject] = list(there)
    for way in paths:
        goals = new.select(way.target).submobjects
        pairs = partners(way.source.submobjects, [g for g in goals if g not in reached])
        moves += [Landing(glyph.copy(), goal, rate_func=rush_from) for glyph, goal in pairs]
        reached += [goal for _, goal in pairs]
    return [*moves, *(FadeIn(glyph, rate_func=late) for glyph in new if glyph not in reached)]


def late(share: float) -> float:
    """Ease in over the last two fifths, when what travels has nearly arrived."""
    return float(smooth(max(0.0, (share - 0.6) / 0.4)))


def partners(sources: list[VMobject], targets: list[VMobject]) -> list[tuple[VMobject, VMobject]]:
    """Return pairs of equal glyphs, then of the others in the order of writing."""
    waiting, pairs, lonely = list(sources), [], []
    for target in targets:
        partner = next((glyph for glyph in waiting if _same_shape(glyph, target)), None)
        if partner is None:
            lonely.append(target)
        else:
            waiting.remove(partner)
            pairs.append((partner, target))
    return [*pairs, *zip(waiting, lonely, strict=False)]


def _same_shape(one: VMobject, other: VMobject) -> bool:
    """Return whether two glyphs are equal but for place and size."""
    if len(one.points) != len(other.points):
        return False
    return bool(np.allclose(_outline(one), _outline(other), atol=SAME_SHAPE))


def _outline(glyph: VMobject) -> NDArray[np.float64]:
    corner = glyph.points - glyph.points.min(axis=0)
    outline: NDArray[np.float64] = corner / corner.max()
    return outline
