"""Two rows that stand apart, so that the row below each of them is free for what becomes of it."""

from collections.abc import Iterable
from copy import copy
from typing import Self

import numpy as np
from manim import Animation, UpdateFromAlphaFunc, VGroup, VMobject

from scenes.visuals.writing.formula_parts import Formula

# What stands on the axis of a row: an equals sign, or a minus where that comes later.
AXES = ("e", "m")


class Pair(VGroup):
    """The two rows of a formula, each a text of its own; ``select`` finds parts in both."""

    def __init__(self, whole: Formula) -> None:
        heights = [axis(whole, row) for row in "12"]
        self.rows = [_only(whole, heights, row) for row in (0, 1)]
        super().__init__(*self.rows)

    @property
    def parts(self) -> set[str]:
        """Return the names of the parts of both rows."""
        return {name for row in self.rows for name in row.parts}

    def select(self, key: str) -> VGroup:
        """Return the glyphs of the parts called ``key``."""
        row = next((row for row in self.rows if key in row.parts), self.rows[0])
        return row.select(key)

    def put(self, heights: tuple[float, float], marks: Iterable[VMobject] = ()) -> Self:
        """Put the axes of the two rows at ``heights``, each with its mark."""
        rises = self._rises(heights)
        for part, rise in [*zip(self, rises, strict=True), *zip(marks, rises, strict=False)]:
            part.shift((0.0, rise, 0.0))
        return self

    def to(self, heights: tuple[float, float]) -> list[Animation]:
        """Return the animations that take the two rows to ``heights``."""
        rises = self._rises(heights)
        return [_lifted(row, rise) for row, rise in zip(self.rows, rises, strict=True)]

    def _rises(self, heights: tuple[float, float]) -> list[float]:
        return [to - axis(self, row) for to, row in zip(heights, "12", strict=True)]


def axis(formula: Formula | Pair, row: str = "") -> float:
    """Return the height of the axis of a lone row, or of the row named "1" or "2"."""
    name = next(f"{letter}{row}" for letter in AXES if f"{letter}{row}" in formula.parts)
    return float(formula.select(name).get_center()[1])


def _only(whole: Formula, heights: list[float], row: int) -> Formula:
    """Return the glyphs of a formula that are nearest to one of its rows, as a formula."""
    nearest = [int(np.abs(np.array(heights) - g.get_center()[1]).argmin()) for g in whole]
    kept = [k for k, near in enumerate(nearest) if near == row]
    only = copy(whole)
    only.submobjects = [whole.submobjects[k] for k in kept]
    only.parts = {
        name: [kept.index(k) for k in glyphs if k in kept]
        for name, glyphs in whole.parts.items()
        if set(glyphs) & set(kept)
    }
    # manim tells a formula's size by its height: what is left is as large as before.
    only.initial_height *= only.height / whole.height
    return only


def _lifted(part: VMobject, rise: float) -> Animation:
    starts = [(glyph, glyph.points.copy()) for glyph in part.family_members_with_points()]

    def go(_: object, share: float) -> None:
        for glyph, start in starts:
            glyph.points = start + share * np.array([0.0, rise, 0.0])

    return UpdateFromAlphaFunc(part, go)
