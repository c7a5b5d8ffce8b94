"""How ResidualBowl moves what is seen, whatever its step tells."""

from collections.abc import Collection
from typing import Any

from manim import (
    LEFT,
    ApplyMethod,
    FadeIn,
    FadeOut,
    UpdateFromAlphaFunc,
    VMobject,
    linear,
    smooth,
)

from scenes.film import FIRST_HALF, SECOND_HALF, Film, exchange
from scenes.visuals.residual_bowl import places
from scenes.visuals.residual_bowl.balls.on_the_bowl import Place
from scenes.visuals.residual_bowl.moves import drift, lay_down, lay_on, straight, zoom
from scenes.visuals.residual_bowl.stage import Stage
from scenes.visuals.writing.screen import BOLD, THIN

# So far a map slides to its place.
SLIDE = 0.6
# So many rings go out from a point that is spoken of, and from the best line.
RINGS = 2


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


def count_step(film: Film, s: Stage) -> None:
    """Show how far b falls from one line through the first point to the next, and its x."""
    x, y = s.first_point
    s.step_down.set_step(s.stairs.corner, x, s.view())
    film.play(FadeIn(s.reach.set_point(x, y), s.stairs), run_time=0.5)
    film.play(FadeIn(s.step_down), run_time=0.6)


def come(film: Film, s: Stage, count: int, *moves: Any) -> None:
    """Let one more point come, and its line be drawn on the map."""
    s.first_lines.add_updater(s.draw)
    film.play(s.shown.animate.set_value(float(count)), *moves, run_time=1.4)
    s.first_lines.clear_updaters()


def point_out(film: Film, s: Stage, k: int) -> None:
    """Light the floor of a point while rings go out from the point."""
    ring = s.rings[k]
    pulse = UpdateFromAlphaFunc(ring, lambda m, t: m.set_share((RINGS * t) % 1.0))
    film.play(FadeIn(s.light(k), rate_func=FIRST_HALF), pulse, run_time=1.0)
    film.remove(ring)


def lift(film: Film, s: Stage) -> None:
    """Let the third trough lift the bowl; the ball rolls to where it is lowest now.

    The error is told again once the square of the third point is in it.
    """
    moves = s.added.animate.set_value(3.0), s.squared.animate.set_value(3.0), FadeOut(s.lit)
    reshape(film, s, *moves, run_time=1.6)
    film.play(FadeIn(s.error.update()), run_time=0.3)
    film.play(straight(s, s.place(), s.heights().lowest), run_time=1.0)


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
    behind = dict.fromkeys((*scenery, s.floor, s.names, s.first_lines, s.far))
    film.settle(*(part for part in behind if part in film.mobjects))


def add_up(film: Film, s: Stage) -> None:
    """Lay the second trough on the first at some places; there the surface rises to both."""
    stacked = places.stacked(s)
    s.stacks.set_laid(0.0, stacked, s.heights(), s.second(), s.view())
    s.stacks.set_ways(stacked, s.heights(), s.view())
    film.play(FadeIn(s.stacks), FadeOut(s.ribs), run_time=0.3)
    film.play(lay_on(s, stacked), run_time=1.0)
    s.stacks.add_updater(lambda m: m.set_ways(stacked, s.heights(), s.view()))
    moves = s.added.animate.set_value(2.0), s.lifted.animate.set_value(0.0)
    reshape(film, s, *moves, run_time=1.3)
    s.stacks.clear_updaters()


def turn_floor(film: Film, s: Stage, perch: Place) -> None:
    """Let the second point go to its own x while the floor of its trough turns on the map.

    Of the sum, which waits, only edges stay; the ball goes to ``perch``, and down to the map.
    """
    u = places.steady(s)
    s.turned.add_updater(lambda _: s.draw_turned())
    s.reach.add_updater(lambda m: m.set_point(*s.second_point()))
    # On top of the thick line that it stands on.
    s.step_down.set_z_index(3.5)
    s.step_down.legs.set_stroke(width=2 * BOLD)
    s.step_down.add_updater(
        lambda m: m.set_step(places.step_corner(s, u), s.second_point()[0], s.view())
    )
    # Where the ball has been they are equally good, though it goes back from there.
    s.many.clear_updaters()
    s.many.set_passed(1.0, s.heights(), s.view())
    coming = FadeIn(s.reach.update(), s.turned.update(), s.step_down.update())
    bare = UpdateFromAlphaFunc(s.far, lambda m, t: m.set_painted(1 - t)), FadeOut(s.error)
    down = straight(s, s.place(), perch), s.risen.animate.set_value(0.0)
    film.play(coming, *bare, *down, run_time=0.8)
    s.first_lines.add_updater(s.draw)
    film.play(s.own.animate.set_value(1.0), run_time=2.2)
    for part in (s.first_lines, s.reach, s.turned, s.step_down):
        part.clear_updaters()


def zoom_out(film: Film, s: Stage) -> None:
    """Draw all heights on the last scale."""
    thin = s.first_lines.animate.set_stroke(width=THIN)
    cloud = () if s.cloud in film.mobjects else (FadeIn(s.cloud),)
    reshape(film, s, zoom(s), thin, FadeOut(s.discs), *cloud, run_time=1.6)


def pile_up(film: Film, s: Stage) -> None:
    """Lay all others on those that are there, one as fast as the other; the ball stays lowest."""
    every = float(s.troughs.steps)
    counts = (
        ApplyMethod(one.set_value, every, rate_func=linear) for one in (s.shown, s.squared, s.added)
    )
    reshape(film, s, *counts, drift(s), run_time=2.8, scenery=(s.other_lines,))


def aside(s: Stage) -> tuple[VMobject, ...]:
    """Return what stands beside the bowl: the points with their line, and its two numbers."""
    return s.chart, s.cloud, *s.drawn_line, *s.values


def lie_down(film: Film, s: Stage) -> None:
    """Let the rings of the bowl, seen from above, become those of a map at the right."""
    s.different.set_laid(0.0, s.heights(), s.view())
    for part in (s.ball, s.squares):
        part.clear_updaters()
    film.remove(s.floor)
    film.add(s.different.edges)
    leaving = s.far, s.first_lines, s.other_lines
    # Its level lines are there already.
    arriving = s.different.map, s.different.tile, s.different.heading, s.different.legend
    film.play(lay_down(s), *exchange(leaving, arriving), run_time=1.3)
    film.remove(s.different.edges)


def set_beside(film: Film, s: Stage) -> None:
    """Let another map take the place of the points and their line."""
    leaving = *aside(s), s.error, s.squares
    beside = FadeIn(s.same, shift=SLIDE * LEFT, rate_func=SECOND_HALF)
    film.play(*exchange(leaving, ()), beside, run_time=0.9)


def find_row(film: Film, s: Stage) -> None:
    """Find the row of best lines of points at the same x, one by one."""
    found = UpdateFromAlphaFunc(s.same.row, lambda _, t: s.same.set_found(t))
    film.play(found, run_time=1.0, rate_func=linear)


def find_best(film: Film, s: Stage) -> None:
    """Lead from the one best line of points at different x to its two numbers; it pulses."""
    draw = UpdateFromAlphaFunc(s.different.guides, lambda m, t: m.set_drawn(t))
    film.play(draw, run_time=0.7, rate_func=linear)
    pulse = UpdateFromAlphaFunc(s.pulse, lambda m, t: m.set_share((RINGS * t) % 1.0))
    film.play(FadeIn(s.different.feet), pulse, run_time=1.2, rate_func=linear)
