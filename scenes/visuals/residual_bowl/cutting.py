"""How ResidualBowl lifts a cut out of the bowl, shows why one place is lowest, and goes back."""

from typing import Any

from manim import FadeIn, FadeOut, smooth, squish_rate_func

from scenes.film import FIRST_HALF, SECOND_HALF, Film, exchange
from scenes.visuals.residual_bowl.balls.profile import Profile
from scenes.visuals.residual_bowl.bowl.troughs import ALONE
from scenes.visuals.residual_bowl.moves import cross, drop_on, fall_between, join, lift_out
from scenes.visuals.residual_bowl.shots import aside, come, numbers, reshape
from scenes.visuals.residual_bowl.stage import Stage
from scenes.visuals.writing.screen import THIN

# What stays where it was while the bowl begins to move is gone soon.
AT_ONCE = squish_rate_func(smooth, 0.0, 0.2)
MEANWHILE = squish_rate_func(smooth, 0.25, 0.8)


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
    gone = s.discs, s.chart, *s.drawn_line, *numbers(s), s.names
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
    """Put two balls on the curve, equally high; a third one falls to where it is lower."""
    profile.clear_updaters()
    gone = profile.low, profile.high, profile.former, profile.three, profile.fourth
    s.set_pair(profile, drawn=0.0, fallen=0.0)
    film.play(FadeOut(*gone), FadeIn(profile.pair, profile.small_pair), run_time=0.6)
    film.add(profile.chord)
    film.play(join(s, profile), FadeIn(profile.equal, rate_func=SECOND_HALF), run_time=0.8)
    # In the bowl it comes where it will stay.
    s.put(*s.heights().lowest)
    for shown in (*s.drawn_line, *numbers(s)):
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
    """Let the bowl take its room again, and what stood beside it; the ball stays where it is."""
    s.walk.clear_updaters()
    here = FadeOut(s.walk, s.lit, rate_func=AT_ONCE)
    gone = FadeOut(profile.base, profile.path, profile.third, rate_func=FIRST_HALF)
    # No words stand there: what comes may be seen before that is gone.
    back = (FadeIn(part, rate_func=MEANWHILE) for part in (*aside(s), s.names))
    moves = here, s.away.animate.set_value(0.0), gone, *back
    reshape(film, s, *moves, run_time=1.4, scenery=(s.floor,))
    s.first_lines.set_stroke(width=THIN)
    s.draw(s.first_lines)
    s.draw(s.height_scale)
    arriving = s.first_lines, s.stick.update(), s.height_scale
    scenery = s.first_lines, s.height_scale
    # Each by itself: together they would come before the bowl.
    reshape(film, s, *map(FadeIn, arriving), run_time=0.4, scenery=scenery)
