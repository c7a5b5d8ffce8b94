"""How ResidualBowl lifts a cut out of the bowl, shows why one place is lowest, and goes back."""

from typing import Any

from manim import ApplyMethod, FadeIn, FadeOut, linear

from scenes.film import FIRST_HALF, SECOND_HALF, Film, exchange
from scenes.visuals.residual_bowl.balls.profile import Profile
from scenes.visuals.residual_bowl.bowl.troughs import ALONE
from scenes.visuals.residual_bowl.moves import cross, drop_on, fall_between, join, lift_out
from scenes.visuals.residual_bowl.shots import aside, come, reshape
from scenes.visuals.residual_bowl.stage import Stage
from scenes.visuals.writing.screen import THIN


def come_as_trough(film: Film, s: Stage) -> None:
    """Let the fourth point come with its trough."""
    s.ribs.set_heights(s.fourth(), s.view())
    come(film, s, ALONE, FadeIn(s.ribs), FadeOut(s.error, rate_func=FIRST_HALF))


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
    gone = s.discs, s.chart, *s.drawn_line, *s.values, s.names
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
    """Turn the cut steadily."""
    turning = ApplyMethod(s.heading.set_value, heading, rate_func=linear)
    film.play(turning, *moves, run_time=run_time)


def set_two(film: Film, s: Stage, profile: Profile) -> None:
    """Put two balls on the curve, equally high; a third one falls to where it is lower."""
    profile.clear_updaters()
    gone = profile.low, profile.high, profile.former, profile.three, profile.fourth
    s.set_pair(profile, drawn=0.0, fallen=0.0)
    film.play(FadeOut(*gone), FadeIn(profile.pair, profile.small_pair), run_time=0.6)
    film.add(profile.chord)
    film.play(join(s, profile), FadeIn(profile.equal, rate_func=SECOND_HALF), run_time=0.8)
    # In the bowl it comes where it will stay.
    s.put(*s.heights().lowest)
    for shown in (*s.drawn_line, *s.values):
        shown.update()
    film.play(FadeIn(profile.third), run_time=0.3)
    film.add(profile.sag)
    coming = FadeIn(s.ball.update(), profile.lower, rate_func=SECOND_HALF)
    film.play(fall_between(s, profile), coming, run_time=1.1)


def leave_one(film: Film, profile: Profile) -> None:
    """Let the two leave: the third one stays."""
    leaving = profile.pair, profile.small_pair, profile.chord, profile.sag
    film.play(FadeOut(*leaving, profile.equal, profile.lower), run_time=0.7)


def come_back(film: Film, s: Stage, profile: Profile) -> None:
    """Let what stood beside the bowl come back, then the bowl on the last scale of heights.

    It is not seen while that scale changes: it never looks as if it became flat.
    """
    s.walk.clear_updaters()
    gone = s.walk, s.lit, profile.base, profile.path, profile.third, s.ball, s.near, s.far
    film.play(FadeOut(*gone), run_time=0.4)
    s.level.set_value(s.last_level)
    s.floor.add_updater(s.draw)
    back = *map(FadeIn, aside(s)), FadeIn(s.names, rate_func=SECOND_HALF)
    film.play(s.away.animate.set_value(0.0), *back, run_time=1.0)
    s.floor.clear_updaters()
    s.first_lines.set_stroke(width=THIN)
    for part in (s.first_lines, s.far, s.near):
        s.draw(part)
    arriving = s.first_lines, s.far, s.near, s.ball.update(), s.stick.update(), s.height_scale
    # Each by itself: together they would come as one before the floor.
    film.play(*map(FadeIn, arriving), run_time=0.5)
    film.settle(s.floor, s.names, s.first_lines, s.far)
