"""Write a formula below another: copies of its terms travel there, land, and only then change.

What they come from stays where it is, so that nothing false is ever read on the way. Copies leave
it quickly, are seen when they have left it, and land slowly: letters that half cover each other
cannot be read.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from manim import Animation, FadeIn, ReplacementTransform, VMobject, rush_from, smooth
from numpy.typing import NDArray

from scenes.visuals.normal_equations.rows import Pair
from scenes.visuals.writing.formula_parts import Formula

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


def ways(formula: Formula | Pair, text: str) -> list[Way]:
    """Read ways written ``source>target``; a lone ``part`` keeps its name.

    ``formula`` holds the sources.
    """
    return [
        Way(formula.select(ends[0]), ends[-1])
        for ends in (word.split(">") for word in text.split())
    ]


def arrivals(
    new: Formula | Pair,
    paths: Iterable[Way],
    appearing: Iterable[str] | None = None,
) -> list[Animation]:
    """Return how parts of ``new`` come to be: along ``paths``, or ``appearing`` when all landed.

    Without ``appearing`` the whole rest appears. Glyphs of one shape find each other, then the
    others in the order of writing; what finds no partner appears with the rest of its part.
    """
    moves: list[Animation] = []
    reached: list[VMobject] = []
    awaited: list[VMobject] = (
        [glyph for glyph in new.family_members_with_points() if isinstance(glyph, VMobject)]
        if appearing is None
        else [glyph for name in appearing for glyph in new.select(name)]
    )
    for way in paths:
        goals = new.select(way.target).submobjects
        pairs = partners(way.source.submobjects, [g for g in goals if g not in reached])
        moves += [Landing(glyph.copy(), goal, rate_func=rush_from) for glyph, goal in pairs]
        reached += [goal for _, goal in pairs]
        awaited += goals
    coming = dict.fromkeys(glyph for glyph in awaited if glyph not in reached)
    return [*moves, *(FadeIn(glyph, rate_func=late) for glyph in coming)]


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
