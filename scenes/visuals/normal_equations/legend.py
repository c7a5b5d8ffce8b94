"""The five sums with their letters: a row below the equations, later a list beside the points."""

from collections.abc import Sequence

import numpy as np
from manim import LEFT, RIGHT, Animation, AnimationGroup, LaggedStart, MoveToTarget, VGroup

from core.palette import Theme
from scenes.visuals.normal_equations.blackboard import terms
from scenes.visuals.normal_equations.running_sums import DEFINITIONS
from scenes.visuals.normal_equations.travel import term_flights
from scenes.visuals.writing.formula_parts import Formula
from scenes.visuals.writing.typeset import formula

GAP = 0.75
ENTRY_SIZE = 38
IN_LIST = 0.86
# How the terms bend on their way down. N comes from above, clear of the sum beside it.
INTO = dict.fromkeys("ABCD", 0.1) | {"N": -0.3}


class Legend(VGroup):
    """``letter = sum`` for each of the five sums, side by side at ``height``."""

    def __init__(self, height: float, theme: Theme) -> None:
        self.entries: dict[str, Formula] = {
            letter: formula(
                f"{{{{{letter} : letter}}}} = {{{{{source} : sum}}}}",
                colour=theme.ink,
                size=ENTRY_SIZE,
            )
            for letter, source in DEFINITIONS.items()
        }
        super().__init__(*self.entries.values())
        self.arrange(RIGHT, buff=GAP)
        # Letters stand on one line, whatever hangs below the sums.
        for entry in self.entries.values():
            entry.shift((0, height - float(entry.select("letter").get_y()), 0))
        self.shift(float(self.get_center()[0]) * LEFT)

    def letter(self, name: str) -> VGroup:
        """Return the letter of the sum called ``name``."""
        return self.entries[name].select("letter")

    def collect(self, equations: Formula, groups: Sequence[dict[str, str]]) -> Animation:
        """Return the flights of terms, group after group, into the entries that they name."""
        flights = [
            AnimationGroup(
                *(
                    flight
                    for name, parts in group.items()
                    for flight in term_flights(
                        terms(equations, parts), self._goal(name), arc=INTO[name] * np.pi
                    )
                )
            )
            for group in groups
        ]
        return LaggedStart(*flights, lag_ratio=0.35)

    def rest(self) -> VGroup:
        """Return all glyphs to which nothing flies."""
        reached = [glyph for name in self.entries for glyph in self._goal(name)]
        return VGroup(*(g for entry in self.entries.values() for g in entry if g not in reached))

    def _goal(self, name: str) -> VGroup:
        # N stands in the equations as a letter, not as a sum.
        return self.entries[name].select("letter" if name == "N" else "sum")

    def into_list(self, left: float, heights: dict[str, float]) -> list[Animation]:
        """Return the moves of all entries into a column, each letter at its height."""
        moves: list[Animation] = []
        for letter, height in heights.items():
            entry = self.entries[letter]
            target = entry.generate_target().scale(IN_LIST)
            target.shift(np.array([left, height, 0.0]) - target.select("letter").get_center())
            moves.append(MoveToTarget(entry, path_arc=-0.3 * np.pi))
        return moves
