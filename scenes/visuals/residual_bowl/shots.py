"""How ResidualBowl moves what is seen, whatever its step tells."""

from collections.abc import Collection
from typing import Any

from manim import LEFT, ApplyMethod, FadeIn, FadeOut, UpdateFromAlphaFunc, VMobject, linear, smooth

from scenes.film import FIRST_HALF, SECOND_HALF, Film, exchange
from scenes.visuals.residual_bowl import places
from scenes.visuals.residual_bowl.balls.on_the_bowl import Place
from scenes.visuals.residual_bowl.balls.profile import Profile
from scenes.visuals.residual_bowl.bowl.troughs import ALONE
from scenes.visuals.residual_bowl.moves import (
    cross,
    drop_on,
    lay_down,
    lift_out,
    roll,
    straight,
    zoom,
)
from scenes.visuals.residual_bowl.stage import Stage
from scenes.visuals.writing.screen import THIN

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


def come(film: Film, s: Stage, count: int, *moves: Any) -> None:
    """Let one more point come, and its line be drawn on the map."""
    s.first_lines.add_updater(s.draw)
    film.play(s.shown.animate.set_value(float(count)), *moves, run_time=1.4)
    s.first_lines.clear_updaters()


def point_out(film: Film, s: Stage, k: int) -> None:
    """Light the floor of a point while rings go out from the point."""
    ring = s.rings[k]
    pulse = UpdateFromAlphaFunc(ring, lambda m, t: m.set_share((RINGS * t) % 1.0))
    film.play(FadeIn(s.light(k), rate_func=FIRST_HALF), pulse, run_time=1.4)
    film.remove(ring)


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


def turn_second(film: Film, s: Stage, perch: Place) -> None:
    """Let the second point go to its own x while its trough turns; the ball goes to ``perch``."""
    s.ribs.add_updater(lambda m: m.set_heights(s.second(), s.view()))
    s.step_down.add_updater(lambda m: s.show_step(m.aside(), *s.second_point(), low=True))
    # Where the ball has been they are equally good, though it goes back from there.
    s.many.clear_updaters()
    s.many.add_updater(lambda m: m.set_passed(1.0, s.heights(), s.view()))
    s.old_floor.add_updater(lambda m: m.set_gone(s.heights(), *s.old_way(), s.view()))
    s.turned.add_updater(lambda _: s.draw_turned())
    coming = (part.update() for part in (s.ribs, s.step_down, s.old_floor, s.turned))
    film.play(FadeIn(s.reach, *coming), straight(s, s.place(), perch), run_time=0.8)
    reshape(film, s, s.own.animate.set_value(1.0), scenery=(s.first_lines,), run_time=3.2)
    for part in (s.ribs, s.many, s.step_down, s.old_floor, s.turned):
        part.clear_updaters()


def come_as_trough(film: Film, s: Stage) -> None:
    """Let the fourth point come with its trough."""
    s.ribs.set_heights(s.fourth(), s.view())
    come(film, s, ALONE, FadeIn(s.ribs))


def cut_across(film: Film, s: Stage) -> None:
    """Cut through the bowl, across the floor of the fourth trough, which stays alone."""
    floor = s.light(ALONE - 1).set_stroke(color=film.theme.point)
    film.play(FadeIn(floor), FadeOut(s.first_lines, s.ball, s.stick), run_time=0.4)
    film.play(cross(s), run_time=1.1)
    film.play(FadeOut(s.ribs), run_time=0.4)


def make_room(film: Film, s: Stage, profile: Profile) -> None:
    """Let the bowl make room for the cut, which is lifted out of it."""
    s.walk.add_updater(lambda _: s.stroll())
    s.lit.add_updater(lambda _: s.light(ALONE - 1))
    gone = (
        *(FadeOut(part, rate_func=FIRST_HALF) for part in (s.discs, *_picture(s))),
        *(FadeOut(part, rate_func=FIRST_HALF) for part in (*_numbers(s), s.names)),
    )
    names = FadeIn(profile.three, rate_func=SECOND_HALF)
    moves = s.away.animate.set_value(1.0), lift_out(s, profile), names
    reshape(film, s, *moves, *gone, run_time=1.4, scenery=(s.floor,))
    s.lit.clear_updaters()


def drop(film: Film, s: Stage, profile: Profile) -> None:
    """Drop the heights of the fourth trough on those of the others."""
    film.play(drop_on(s, profile), FadeIn(profile.fourth), run_time=1.3)


def rise_over_all(film: Film, s: Stage, profile: Profile) -> None:
    """Let the curve rise over all heights, as the bowl does; what it was before stays."""
    profile.add_updater(lambda _: s.cut_along(profile))
    more = (one.animate.set_value(float(ALONE)) for one in (s.added, s.squared))
    reshape(film, s, *more, run_time=0.9)


def turn_cut(film: Film, s: Stage, heading: float, *moves: Any, run_time: float) -> None:
    """Turn the cut."""
    film.play(s.heading.animate.set_value(heading), *moves, run_time=run_time)


def roll_across(film: Film, s: Stage, profile: Profile) -> None:
    """Let a ball go from end to end of the curve."""
    heading = float(s.heading.get_value())
    profile.set_ball(heading, 0.0)
    film.play(FadeIn(profile.ball), run_time=0.2)
    film.play(roll(profile, heading, (0.0, 1.0)), run_time=1.3)


def roll_down(film: Film, s: Stage, profile: Profile) -> None:
    """Let it go back to the lowest place."""
    heading = float(s.heading.get_value())
    film.play(roll(profile, heading, (1.0, profile.lowest(heading))), run_time=1.0)


def come_back(film: Film, s: Stage, profile: Profile) -> None:
    """Let the bowl take its room again, on the scale of all heights, and what stood beside it."""
    for part in (profile, s.walk):
        part.clear_updaters()
    gone = profile, profile.three, profile.fourth, profile.ball, s.walk, s.lit
    film.play(FadeOut(*gone), run_time=0.4)
    # Unseen, the line goes to where it stays from now on.
    s.put(*places.vantage(s))
    for shown in (*s.drawn_line, *_numbers(s)):
        shown.update()
    back = (FadeIn(part, rate_func=FIRST_HALF) for part in _picture(s))
    arriving = (FadeIn(part, rate_func=SECOND_HALF) for part in (*_numbers(s), s.names))
    moves = s.away.animate.set_value(0.0), zoom(s)
    reshape(film, s, *moves, *back, *arriving, run_time=1.5, scenery=(s.floor,))
    s.first_lines.set_stroke(width=THIN)
    s.draw(s.first_lines)
    film.add(s.first_lines)
    reshape(film, s, FadeIn(s.first_lines, s.ball.update(), s.stick.update()), run_time=0.4)


def zoom_out(film: Film, s: Stage) -> None:
    """Draw all heights on the last scale."""
    thin = s.first_lines.animate.set_stroke(width=THIN)
    moves = zoom(s), straight(s, s.place(), places.vantage(s)), FadeOut(s.discs), thin
    reshape(film, s, *moves, run_time=1.6)


def pile_up(film: Film, s: Stage) -> None:
    """Lay all others on those that are there, one as fast as the other."""
    every = float(s.troughs.steps)
    counts = (
        ApplyMethod(one.set_value, every, rate_func=linear) for one in (s.shown, s.squared, s.added)
    )
    reshape(film, s, *counts, run_time=2.8, scenery=(s.other_lines,))


def _picture(s: Stage) -> tuple[VMobject, ...]:
    """Return the points with their line, which stand beside the bowl."""
    return s.chart, s.cloud, *s.drawn_line


def _numbers(s: Stage) -> tuple[VMobject, ...]:
    """Return the numbers of that line."""
    return *s.values, s.error


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
    leaving = *_picture(s), *_numbers(s), s.squares
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
