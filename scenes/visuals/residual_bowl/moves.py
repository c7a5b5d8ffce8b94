"""How the parts of the film move, as animations that set them from the share of their time."""

from collections.abc import Callable
from typing import Any

from manim import UpdateFromAlphaFunc, linear, rush_into, smooth, squish_rate_func

from scenes.visuals.residual_bowl.balls.on_the_bowl import Place, standing
from scenes.visuals.residual_bowl.balls.profile import Profile
from scenes.visuals.residual_bowl.map.verdicts import FLAT
from scenes.visuals.residual_bowl.stage import Stage

LATER = squish_rate_func(smooth, 0.5, 1.0)


def along(
    stage: Stage, way: Callable[[float], Place], rate_func: Callable[[float], float] = smooth
) -> UpdateFromAlphaFunc:
    """Take the line along ``way`` on the map, from share 0 to share 1."""

    def go(_: object, share: float) -> None:
        stage.put(*way(share))

    return UpdateFromAlphaFunc(stage.a, go, rate_func=rate_func)


def straight(stage: Stage, start: Place, end: Place) -> UpdateFromAlphaFunc:
    """Take the line straight from place to place."""
    (u, v), (w, x) = start, end
    return along(stage, lambda t: (u + t * (w - u), v + t * (x - v)))


def sweep(stage: Stage, u: float) -> list[UpdateFromAlphaFunc]:
    """Draw both walls from ``u`` on to both sides."""
    width = stage.space.size[0]

    def reach(part: Any, share: float) -> None:
        seen = u - share * width, u + share * width
        part.set_heights(stage.heights(), stage.view(), seen)

    return [UpdateFromAlphaFunc(part, reach) for part in (stage.far, stage.near)]


def cross(stage: Stage) -> UpdateFromAlphaFunc:
    """Draw the cut from end to end."""
    return UpdateFromAlphaFunc(stage.walk, lambda _, share: stage.stroll(share))


def lift_out(stage: Stage, profile: Profile) -> UpdateFromAlphaFunc:
    """Lift the cut out of the bowl: flat, and large."""
    return UpdateFromAlphaFunc(
        profile, lambda _, share: stage.cut_along(profile, share, dropped=0.0)
    )


def drop_on(stage: Stage, profile: Profile) -> UpdateFromAlphaFunc:
    """Let the bars of the fourth trough drop on those of the others."""
    return UpdateFromAlphaFunc(profile, lambda _, share: stage.cut_along(profile, dropped=share))


def join(stage: Stage, profile: Profile) -> UpdateFromAlphaFunc:
    """Draw the level chord between two balls."""
    return UpdateFromAlphaFunc(
        profile.chord, lambda _, share: stage.set_pair(profile, drawn=share, fallen=0.0)
    )


def fall_between(stage: Stage, profile: Profile) -> UpdateFromAlphaFunc:
    """Let a third ball fall from the middle of the chord down to the curve."""
    return UpdateFromAlphaFunc(
        profile.third, lambda _, share: stage.set_pair(profile, fallen=share), rate_func=rush_into
    )


def zoom(stage: Stage) -> UpdateFromAlphaFunc:
    """Draw all heights on the last scale, as much smaller in one moment as in the next."""
    start, end = stage.rim(), stage.last_level

    def go(level: Any, share: float) -> None:
        level.set_value(start ** (1 - share) * end**share)

    return UpdateFromAlphaFunc(stage.level, go)


def drift(stage: Stage) -> UpdateFromAlphaFunc:
    """Keep the line at the lowest place while the count of squares grows evenly."""
    start, end, level = stage.troughs.singly, stage.troughs.steps, stage.rim()

    def lowest(share: float) -> Place:
        return stage.troughs.heights(start + share * (end - start), level, 1.0).lowest

    return along(stage, lowest, rate_func=linear)


def fall(
    stage: Stage, start: Place, seen: tuple[float, float]
) -> tuple[UpdateFromAlphaFunc, UpdateFromAlphaFunc]:
    """Let all balls fall from the rim, from the first to the second share of their time.

    ``start`` is polar (see ``ResidualLandscape.at``): where the ball of the line begins.
    """
    radius, angle = start

    def root(share: float) -> float:
        return radius * (1 - smooth(seen[0] + share * (seen[1] - seen[0])))

    def follow(part: Any, share: float) -> None:
        part.set_root(root(share), radius, stage.heights(), stage.view())

    def place(share: float) -> Place:
        u, v = stage.space.floor(*stage.landscape.at(root(share), angle))
        return float(u), float(v)

    return along(stage, place), UpdateFromAlphaFunc(stage.runners, follow)


def lay_on(stage: Stage, places: list[Place]) -> UpdateFromAlphaFunc:
    """Lay the second trough on the first, at ``places``: a bar on a bar."""
    first = stage.heights()

    def go(_: object, share: float) -> None:
        stage.stacks.set_laid(share, places, first, stage.second(), stage.view())

    return UpdateFromAlphaFunc(stage.stacks, go)


def stand(stage: Stage) -> UpdateFromAlphaFunc:
    """Bring the first square to its place on the map; the ball steps onto it."""
    corners = stage.squares.corners()[0]

    def go(_: object, share: float) -> None:
        stage.bar.set_flown(share, corners, stage.standing())
        stage.risen.set_value(LATER(share))

    return UpdateFromAlphaFunc(stage.bar, go)


def stand_on_top(stage: Stage) -> UpdateFromAlphaFunc:
    """Bring the second square onto the first; the ball steps onto both."""
    corners, place = stage.squares.corners()[1], stage.place()
    low = stage.height()
    end = standing(place, low, low + float(stage.second().at(*place)), stage.view())

    def go(_: object, share: float) -> None:
        stage.on_top.set_flown(share, corners, end)
        stage.lifted.set_value(LATER(share))

    return UpdateFromAlphaFunc(stage.on_top, go)


def lay_down(stage: Stage) -> UpdateFromAlphaFunc:
    """Lay the rings of the bowl on the map of the answer, and the ball with them."""
    heights, view = stage.heights(), stage.view()

    def go(_: object, share: float) -> None:
        best = stage.different.set_laid(share, heights, view)
        stage.ball.set_points_in_space([best], FLAT)

    return UpdateFromAlphaFunc(stage.different.levels, go)
