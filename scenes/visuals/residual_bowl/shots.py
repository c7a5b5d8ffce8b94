"""How ResidualBowl moves what is seen, whatever its step tells."""

from collections.abc import Collection
from typing import Any

from manim import LEFT, FadeIn, FadeOut, UpdateFromAlphaFunc, VMobject, smooth

from scenes.film import FIRST_HALF, SECOND_HALF, Film, exchange
from scenes.visuals.residual_bowl import places
from scenes.visuals.residual_bowl.balls.profile import Profile
from scenes.visuals.residual_bowl.bowl.troughs import ALONE
from scenes.visuals.residual_bowl.moves import lay_down, lift_out, straight, zoom
from scenes.visuals.residual_bowl.stage import MEANWHILE, Stage
from scenes.visuals.writing.screen import THIN

# So far a map slides to its place.
SLIDE = 0.6
# From a point that is spoken of so many rings go out.
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


def come_as_trough(film: Film, s: Stage) -> None:
    """Let the fourth point come with its trough; the line goes to where ways will turn."""
    s.ribs.set_heights(s.fourth(), s.view())
    come(film, s, ALONE, FadeIn(s.ribs), straight(s, s.place(), s.troughs.hub))


def make_room(film: Film, s: Stage, profile: Profile) -> None:
    """Let the bowl make room for the way, which is lifted out of it."""
    s.ribs.add_updater(lambda m: m.set_heights(s.fourth(), s.view()))
    s.walk.add_updater(lambda _: s.stroll())
    gone = (
        *(FadeOut(part, rate_func=MEANWHILE) for part in (s.discs, *_picture(s))),
        *(FadeOut(part, rate_func=FIRST_HALF) for part in (*_numbers(s), s.names)),
    )
    names = FadeIn(profile.names, rate_func=SECOND_HALF)
    moves = s.away.animate.set_value(1.0), lift_out(s, profile), names
    reshape(film, s, *moves, *gone, run_time=1.6, scenery=(s.floor, s.first_lines))
    s.ribs.clear_updaters()


def lay_height_on_height(film: Film, s: Stage, profile: Profile) -> None:
    """Lay the fourth trough on the others, over the way and in the bowl."""
    profile.add_updater(lambda _: s.cut_along(profile))
    more = (one.animate.set_value(float(ALONE)) for one in (s.added, s.squared))
    reshape(film, s, *more, run_time=1.8)


def turn_way(film: Film, s: Stage, heading: float, *, run_time: float) -> None:
    """Turn the way over the line on screen."""
    film.play(s.heading.animate.set_value(heading), run_time=run_time)


def come_back(film: Film, s: Stage, profile: Profile) -> None:
    """Let the bowl take its room again, and what stood beside it come back."""
    for part in (profile, s.walk):
        part.clear_updaters()
    back = (FadeIn(part, rate_func=MEANWHILE) for part in _picture(s))
    leaving, arriving = (profile, profile.names, s.walk, s.ribs), (*_numbers(s), s.names)
    moves = s.away.animate.set_value(0.0), *back, *exchange(leaving, arriving)
    reshape(film, s, *moves, run_time=1.3, scenery=(s.floor, s.first_lines))
    film.settle(s.first_lines, s.floor, s.names)


def pile_up_singly(film: Film, s: Stage) -> None:
    """Lay some troughs that follow on those that are there, one by one."""
    for count in range(ALONE + 1, s.troughs.singly + 1):
        s.ribs.set_heights(s.coming(count), s.view())
        s.other_lines.add_updater(s.draw)
        film.add(s.other_lines)
        line = s.shown.animate.set_value(float(count))
        film.play(line, FadeIn(s.ribs), straight(s, s.place(), s.troughs.meeting), run_time=0.5)
        s.other_lines.clear_updaters()
        s.ribs.add_updater(lambda m, count=count: m.set_heights(s.coming(count), s.view()))
        more = (one.animate.set_value(float(count)) for one in (s.added, s.squared))
        reshape(film, s, *more, run_time=0.55)
        s.ribs.clear_updaters()
        film.remove(s.ribs)


def draw_on_last_scale(film: Film, s: Stage) -> None:
    """Make room on the scale of heights; a ring shows where the bowl ended before."""
    thin = s.first_lines.animate.set_stroke(width=THIN)
    s.former_rim.add_updater(lambda m: m.set_corners(s.former(), s.view()))
    film.add(s.former_rim.update())
    moves = zoom(s), straight(s, s.place(), places.vantage(s)), FadeOut(s.discs), thin
    reshape(film, s, *moves, run_time=1.6)
    s.former_rim.clear_updaters()
    film.settle(s.first_lines, s.floor, s.names)


def pile_up(film: Film, s: Stage) -> None:
    """Lay all others on those that are there."""
    every = float(s.troughs.steps)
    counts = (one.animate.set_value(every) for one in (s.shown, s.squared, s.added))
    reshape(film, s, *counts, FadeOut(s.former_rim), run_time=1.7, scenery=(s.other_lines,))


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
