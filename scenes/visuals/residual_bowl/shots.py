"""How ResidualBowl moves what is seen, whatever its step tells."""

from collections.abc import Collection
from typing import Any

from manim import FadeOut, VMobject, smooth

from scenes.film import Film
from scenes.visuals.residual_bowl import places
from scenes.visuals.residual_bowl.moves import straight
from scenes.visuals.residual_bowl.stage import Stage


def look(film: Film, s: Stage, tilt: float, scenery: Collection[VMobject]) -> None:
    """Move the sight; between such moves what is seen stands still and is drawn once."""
    for part in scenery:
        part.add_updater(s.draw)
    film.play(s.tilt.animate.set_value(tilt), run_time=1.5)
    for part in scenery:
        part.clear_updaters()


def walk(film: Film, s: Stage, root: float, angle: float, *, run_time: float) -> None:
    """Let the line go to a place."""
    way = straight(s, s.place(), places.polar(s, root, angle))
    film.play(way, run_time=run_time, rate_func=smooth)


def come(film: Film, s: Stage, count: int, *moves: Any) -> None:
    """Let one more point come, and its line be drawn on the map."""
    s.first_lines.add_updater(s.draw)
    film.play(s.shown.animate.set_value(float(count)), *moves, run_time=1.4)
    s.first_lines.clear_updaters()


def reshape(
    film: Film,
    s: Stage,
    *moves: Any,
    run_time: float,
    scenery: Collection[VMobject] = (),
) -> None:
    """Let the surface change."""
    for part in (*scenery, s.far, s.near):
        part.add_updater(s.draw)
        film.add(part)
    film.play(*moves, run_time=run_time)
    for part in (*scenery, s.far, s.near):
        part.clear_updaters()
    # The surface hides lines that lie behind it.
    film.settle(*dict.fromkeys((*scenery, s.floor, s.names, s.first_lines, s.far)))


def pile_up(film: Film, s: Stage) -> None:
    """Lay each trough that comes on those that are there."""
    film.settle(s.first_lines, s.floor, s.names)
    film.play(FadeOut(s.former_rim), run_time=0.4)
    every = float(s.troughs.steps)
    counts = (one.animate.set_value(every) for one in (s.shown, s.squared, s.added))
    reshape(film, s, *counts, run_time=4.0, scenery=(s.other_lines,))
