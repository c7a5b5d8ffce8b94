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
    squish_rate_func,
)

from scenes.film import FIRST_HALF, SECOND_HALF, Film, exchange
from scenes.visuals.residual_bowl import places
from scenes.visuals.residual_bowl.balls.on_the_bowl import Place
from scenes.visuals.residual_bowl.balls.profile import Profile
from scenes.visuals.residual_bowl.bowl.troughs import ALONE
from scenes.visuals.residual_bowl.moves import (
    cross,
    drop_on,
    follow,
    join,
    lay_down,
    lift_out,
    meet,
    straight,
    zoom,
)
from scenes.visuals.residual_bowl.stage import Stage
from scenes.visuals.writing.screen import THIN

# So far a map slides to its place.
SLIDE = 0.6
# So far from each other, as a share of how far they can be, two balls stand on a curve.
APART = 0.8
# What stays where it was while the bowl begins to move is gone soon.
AT_ONCE = squish_rate_func(smooth, 0.0, 0.2)
MEANWHILE = squish_rate_func(smooth, 0.25, 0.8)
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
    s.step_down.set_step(s.stairs.corner, x)
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
    film.play(FadeIn(s.light(k), rate_func=FIRST_HALF), pulse, run_time=1.4)
    film.remove(ring)


def lift(film: Film, s: Stage) -> None:
    """Let the third trough lift the bowl; the ball rolls to where it is lowest now."""
    moves = s.added.animate.set_value(3.0), s.squared.animate.set_value(3.0), FadeOut(s.lit)
    reshape(film, s, *moves, run_time=1.6)
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


def turn_floor(film: Film, s: Stage, perch: Place) -> None:
    """Let the second point go to its own x while the floor of its trough turns on the map.

    The sum waits; the ball, which stands for it, goes to ``perch`` and is not seen meanwhile.
    """
    s.turned.add_updater(lambda _: s.draw_turned())
    s.reach.add_updater(lambda m: m.set_point(*s.second_point()))
    # Where the ball has been they are equally good, though it goes back from there.
    s.many.clear_updaters()
    s.many.set_passed(1.0, s.heights(), s.view())
    coming = FadeIn(s.reach.update(), s.turned.update())
    film.play(coming, straight(s, s.place(), perch), run_time=0.6)
    s.first_lines.add_updater(s.draw)
    gone = FadeOut(s.ball, rate_func=AT_ONCE)
    film.play(s.own.animate.set_value(1.0), gone, run_time=2.0)
    for part in (s.first_lines, s.reach, s.turned):
        part.clear_updaters()


def follow_sum(film: Film, s: Stage) -> None:
    """Let the turned trough come, and the surface be the sum with it."""
    film.play(FadeIn(s.ribs.set_heights(s.second(), s.view())), run_time=0.5)
    s.many.add_updater(lambda m: m.set_passed(1.0, s.heights(), s.view()))
    s.old_floor.add_updater(lambda m: m.set_gone(s.heights(), *s.old_way(), s.view()))
    film.add(s.old_floor.update())
    reshape(film, s, s.followed.animate.set_value(1.0), run_time=1.8)
    for part in (s.many, s.old_floor):
        part.clear_updaters()
    film.play(FadeIn(s.ball.update()), run_time=0.3)


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
    gone = s.discs, s.chart, *s.drawn_line, *_numbers(s), s.names
    moves = s.away.animate.set_value(1.0), lift_out(s, profile)
    reshape(film, s, *moves, *exchange(gone, (profile.three,)), run_time=1.4, scenery=(s.floor,))
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


def set_two(film: Film, s: Stage, profile: Profile) -> None:
    """Put two balls on the curve, equally high; between them it lies below their chord."""
    profile.clear_updaters()
    gone = profile.low, profile.high, profile.former, profile.three, profile.fourth
    s.set_pair(profile, APART, 0.0)
    film.play(FadeOut(*gone), FadeIn(profile.pair, profile.small_pair), run_time=0.6)
    film.add(profile.chord, profile.sag)
    film.play(join(s, profile, APART), run_time=0.9)


def let_meet(film: Film, s: Stage, profile: Profile) -> None:
    """Let both slide down: they meet at the lowest place."""
    film.play(meet(s, profile, APART), run_time=1.4)


def come_back(film: Film, s: Stage, profile: Profile) -> None:
    """Let the bowl take its room again, and what stood beside it."""
    s.walk.clear_updaters()
    # Unseen, the line goes to where it stays from now on.
    s.put(*s.cut.vantage(s.troughs))
    for shown in (*s.drawn_line, *_numbers(s)):
        shown.update()
    here = FadeOut(s.walk, s.lit, profile.small_pair, rate_func=AT_ONCE)
    leaving = profile.base, profile.path, profile.pair, profile.chord, profile.sag
    gone = FadeOut(*leaving, rate_func=FIRST_HALF)
    # No words stand there: what comes may be seen before that is gone.
    back = (FadeIn(part, rate_func=MEANWHILE) for part in (*_beside(s), s.names))
    moves = here, s.away.animate.set_value(0.0), gone, *back
    # One by one others come on a scale that goes along; without them it changes here.
    alone = () if s.troughs.steps > s.troughs.singly else (zoom(s),)
    reshape(film, s, *moves, *alone, run_time=1.5, scenery=(s.floor,))
    s.first_lines.set_stroke(width=THIN)
    s.draw(s.first_lines)
    s.draw(s.height_scale)
    arriving = s.first_lines, s.ball.update(), s.stick.update(), s.height_scale
    scenery = s.first_lines, s.height_scale
    # Each by itself: together they would come before the bowl.
    reshape(film, s, *map(FadeIn, arriving), run_time=0.4, scenery=scenery)


def zoom_out(film: Film, s: Stage) -> None:
    """Draw all heights on the last scale."""
    thin = s.first_lines.animate.set_stroke(width=THIN)
    moves = zoom(s), straight(s, s.place(), s.cut.vantage(s.troughs)), thin
    cloud = () if s.cloud in film.mobjects else (FadeIn(s.cloud),)
    reshape(film, s, *moves, FadeOut(s.discs), *cloud, run_time=1.6)


def pile_up(film: Film, s: Stage) -> None:
    """Lay all others on those that are there, one as fast as the other; the scale goes along."""
    every = float(s.troughs.steps)
    counts = (
        ApplyMethod(one.set_value, every, rate_func=linear) for one in (s.shown, s.squared, s.added)
    )
    scenery = s.other_lines, s.height_scale
    reshape(film, s, *counts, follow(s), run_time=2.8, scenery=scenery)


def _beside(s: Stage) -> tuple[VMobject, ...]:
    """Return what stands beside the bowl: the points with their line, and its numbers."""
    return s.chart, s.cloud, *s.drawn_line, *s.values, s.error


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
    leaving = *_beside(s), s.squares
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
