"""Who carries the eleven points: a film plays their movements with all that follows them."""

from collections.abc import Iterable
from typing import Any, Protocol

from manim import Animation, Mobject

from scenes.visuals.correlation import bricks, moves
from scenes.visuals.correlation.points.way import Places
from scenes.visuals.correlation.stage import Stage

LEG = 1.1  # seconds from set to set
TRAIL = 0.22  # of the way from set to set


class Plays(Protocol):
    """A film, as far as points are carried in it."""

    def play(self, *animations: Any, **options: Any) -> None:
        """Play animations together."""

    def add(self, *mobjects: Mobject) -> object:
        """Put something on stage."""

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

    def trade(self, pair: tuple[int, int], *, around: bool = True) -> None:
        """Mark two of the points and let them trade heights, ``around`` each other or straight."""
        stage, cell = self.stage, self.stage.cell
        self.film.play(moves.mark(cell, pair))
        to = moves.trade(cell, pair) if around else moves.straight(cell, moves.traded(cell, pair))
        self.play(moves.carry(stage, cell, to), 1.2)

    def deal_all_others(self) -> None:
        """Let the brick of the first deal of the last set fall, and deal all others out."""
        stage, deals, pile = self.stage, self.stage.lone.deals, self.stage.lone.pile
        last = deals.r.size - 1
        for k, line in enumerate(stage.fan):
            slow = k in (0, last)
            if k:
                self.put((deals.x, deals.heights(k)), 0.6 if slow else 0.18)
            if k < last:
                self.film.add(line.draw())
            self.film.play(bricks.drop(pile, k, 0.5 if slow else 0.12))

    def come_back(self) -> None:
        """Let the points return in the place of all bricks."""
        stage, cell, film = self.stage, self.stage.cell, self.film
        cell.put_back()
        film.play(*bricks.sink(stage, film.get_mobject_family_members()), run_time=0.5)
        film.play(*moves.return_to(stage, cell, film.get_mobject_family_members()), run_time=0.6)

    def play(self, carried: Iterable[Animation], run_time: float, *others: Animation) -> None:
        """Play what is seen of something carried, and ``others``."""
        here = self.film.get_mobject_family_members()
        self.film.play(*moves.seen(carried, here), *others, run_time=run_time)
