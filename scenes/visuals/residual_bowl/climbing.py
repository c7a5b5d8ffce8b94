"""How the old floor of ResidualBowl climbs the trough that has turned: a bowl around a curve."""

from dataclasses import replace
from typing import Any

import numpy as np
from manim import FadeIn, FadeOut, ManimColor, UpdateFromAlphaFunc, interpolate_color, linear

from scenes.film import FIRST_HALF, SECOND_HALF, Film
from scenes.visuals.residual_bowl.bowl.heights import Heights, Values
from scenes.visuals.residual_bowl.stage import Stage

# How finely the old floor is drawn while it climbs, and which share of it climbs at a time.
FINE, WAVE = 241, 0.3


def climb(film: Film, s: Stage) -> None:
    """Lay the turned trough on the first one along the old floor, dot by dot: it climbs."""
    columns = s.stacks.lower, s.stacks.upper
    raise_floor(s, 0.0)
    film.add(s.old_floor, *columns, s.many)
    # Of the sum only that floor is left.
    film.play(FadeOut(s.far, s.near, s.step_down, s.ball), run_time=0.5)
    go = UpdateFromAlphaFunc(s.old_floor, lambda _, share: raise_floor(s, share))
    film.play(go, run_time=2.5, rate_func=linear)
    film.wait(1.1)


def fill_in(film: Film, s: Stage) -> None:
    """Let the sum of both fill in around the curve, from its lowest place up to the rim."""
    for one in (s.followed, s.risen):
        one.set_value(1.0)
    whole = s.heights()
    s.old_floor.set_gone(whole, *s.old_way(), s.view())
    s.many.set_passed(1.0, whole, s.view())
    s.far.set_painted(1.0)

    def fill(part: Any, share: float) -> None:
        top = whole.least + share * (whole.top - whole.least)
        part.set_heights(replace(whole, top=top), s.view())

    # Red as the floor was, it would not be seen on the bowl.
    red, grey = ManimColor(film.theme.residual), ManimColor(film.theme.muted)
    fading = UpdateFromAlphaFunc(
        s.old_floor, lambda m, share: m.set_stroke(interpolate_color(red, grey, share))
    )
    gone = FadeOut(s.stacks.lower, s.stacks.upper, s.reach, rate_func=FIRST_HALF)
    back = FadeIn(s.ball.update(), s.error.update(), rate_func=SECOND_HALF)
    filling = (UpdateFromAlphaFunc(part, fill) for part in (s.far, s.near))
    film.play(*filling, fading, gone, back, run_time=1.5)
    film.settle(s.floor, s.names, s.first_lines, s.far)


def raise_floor(s: Stage, share: float) -> None:
    """Draw the old floor with its dots on their columns, a ``share`` of it after the other."""
    first = s.troughs.heights(1, s.rim(), s.space.top)
    start, end = np.array(s.flat)
    at = np.linspace(0.0, 1.0, FINE)
    curve = _raised(s, start + at[:, None] * (end - start), at, share)
    top = _sum(s).top
    s.old_floor.set_corners(curve[curve[:, 2] <= top][None], s.view())
    places = s.many.places
    dots = _raised(s, places, np.linspace(0.0, 1.0, len(places)), share)
    # The surface will end at its rim, and none of them is to hang in the air.
    s.many.dots.set_points_in_space(dots[dots[:, 2] <= top], s.view())
    stay = _sum(s).at(*places.T) <= top
    s.stacks.set_standing(places[stay], first.at(*places[stay].T), dots[stay, 2], s.view())


def _raised(s: Stage, places: Values, at: Values, share: float) -> Values:
    """Return the points (n, 3) over ``places``, which are ``at`` shares of the old floor."""
    gone = np.clip((share * (1 + WAVE) - at) / WAVE, 0.0, 1.0)
    gone = gone * gone * (3 - 2 * gone)
    before = s.troughs.with_second(0.0).heights(2, s.rim(), s.space.top).at(*places.T)
    after = _sum(s).at(*places.T)
    return np.column_stack([places, before + gone * (after - before)])


def _sum(s: Stage) -> Heights:
    """Return the surface that the first two troughs will be."""
    return s.cut.shown(s.troughs, 2.0, s.rim(), s.space.top)
