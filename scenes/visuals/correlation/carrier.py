"""Who carries the eleven points: a film plays their movements with all that follows them."""

from collections.abc import Iterable
from typing import Any, Protocol

from manim import Animation, Mobject

from scenes.visuals.correlation import moves
from scenes.visuals.correlation.points.way import Places
from scenes.visuals.correlation.stage import Stage

LEG = 1.1  # seconds from set to set
TRAIL = 0.22  # of the way from set to set


class Plays(Protocol):
    """A film, as far as points are carried in it."""

    def play(self, *animations: Any, **options: Any) -> None:
        """Play animations together."""

    def get_mobject_family_members(self) -> list[Mobject]:
        """Return all that is on stage."""


class Carrier:
    """Carries the points of a stage; what is not seen at the time is carried along unseen."""

    def __init__(self, film: Plays, stage: Stage) -> None:
        self.film, self.stage = film, stage

    def go_to_set(self, number: int, run_time: float = LEG, *others: Animation) -> None:
        """Let the points wander from where they are to one of the sets."""
        points = self.stage.cell.points
        at = moves.wandering((points.x, points.y), self.stage.sets[number])
        self.go(at, run_time, *others)

    def go(self, at: moves.At, run_time: float, *others: Animation) -> None:
        """Let the points go where ``at`` tells, with trails."""
        self.play(moves.carry(self.stage, self.stage.cell, at, trails=TRAIL), run_time, *others)

    def put(self, to: Places, run_time: float, *others: Animation) -> None:
        """Carry the points straight to other places."""
        at = moves.straight(self.stage.cell, to)
        self.play(moves.carry(self.stage, self.stage.cell, at), run_time, *others)

    def come_back(self) -> None:
        """Let the points return in the place of all bricks."""
        stage, cell, here = self.stage, self.stage.cell, self.film.get_mobject_family_members()
        cell.put_back()
        both = stage.chance, stage.lone
        self.film.play(*moves.return_to(stage, cell, both, here), run_time=0.8)

    def play(self, carried: Iterable[Animation], run_time: float, *others: Animation) -> None:
        """Play what is seen of something carried, and ``others``."""
        here = self.film.get_mobject_family_members()
        self.film.play(*moves.seen(carried, here), *others, run_time=run_time)
