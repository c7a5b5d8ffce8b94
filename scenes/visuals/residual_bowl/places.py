"""Places on the map that ResidualBowl goes to, whatever the table."""

from dataclasses import replace

import numpy as np

from scenes.visuals.residual_bowl.balls.on_the_bowl import Place
from scenes.visuals.residual_bowl.building import WITHIN
from scenes.visuals.residual_bowl.stage import Stage

# How high the first two squares are where they are stacked, as a share of the rim.
ASIDE = 0.9
# Where along the floor, as shares of the way, the first two troughs may be stacked.
STACKED = 0.28, -0.28, 0.44, -0.44, 0.0
# How high the ball may be lifted as troughs turn, as a share of the rim.
PERCH = 0.7
# How finely the way of the ball is looked at as troughs turn, and that turn.
PERCHES, TURNS = 41, 11


def polar(stage: Stage, root: float, angle: float) -> Place:
    """Return the place ``root`` squared above the lowest one, in units of its error."""
    u, v = stage.space.floor(*stage.landscape.at(root, angle))
    return float(u), float(v)


def middle(stage: Stage) -> Place:
    """Return the middle of the way of the line about the first point."""
    (u, v), (w, x) = stage.way
    return (u + w) / 2, (v + x) / 2


def gone(stage: Stage, way: tuple[Place, Place]) -> float:
    """Return how far on a straight ``way`` the line is now."""
    (u, v), (w, x) = way
    whole, (at, up) = np.array([w - u, x - v]), stage.place()
    return float(whole @ [at - u, up - v] / (whole @ whole))


def across(stage: Stage, u: float) -> tuple[float, float]:
    """Return from where to where along v the line goes across the surface."""
    half = WITHIN * stage.space.size[1] / 2
    low, high = stage.heights().across(u)
    return max(low, -half), min(high, half)


def beside(stage: Stage) -> Place:
    """Return a place off the floors of the first two troughs, on a far wall if there is one."""
    near = _walls(stage, middle(stage)[0])
    far = [at for at in near if stage.heights().shows_inside(*at, stage.view())]
    return (far or near or [middle(stage)])[0]


def stacked(stage: Stage) -> list[Place]:
    """Return places on both walls of one section, where both troughs are high."""
    (start, _), (end, _) = stage.way
    u, _ = middle(stage)
    return max((_walls(stage, u + share * (end - start)) for share in STACKED), key=len)


def _walls(stage: Stage, u: float) -> list[Place]:
    """Return the places along v at ``u`` where the first two squares are high, on the map."""
    half = WITHIN / 2 * stage.space.size[1]
    bowl = stage.present().heights(2.0, stage.troughs.level, stage.space.top)
    sides = replace(bowl, top=ASIDE * bowl.top).across(u)
    return [(u, v) for v in sides if abs(v) < half]


def steady(stage: Stage) -> float:
    """Return where along u the floor that turns stays nearest to the middle of the map."""
    half = WITHIN / 4 * stage.space.size[0]
    u = np.linspace(-half, half, PERCHES)
    gaps = (stage.troughs.second(share) for share in np.linspace(0.0, 1.0, TURNS))
    farthest = np.max([np.abs((p * u + r) / q) for p, q, r in gaps], axis=0)
    return float(u[np.argmin(farthest)])


def step_corner(stage: Stage, u: float) -> Place:
    """Return the corner of a step down the floor that turns, about ``u``."""
    p, q, r = stage.present().gaps[1]
    across = stage.step_down.across / 2
    return u - across, float(-(p * (u + across) + r) / q)


def perch(stage: Stage) -> Place:
    """Return the last place of the flat way that stays below the rim as it turns."""
    level, top = stage.troughs.level, stage.space.top
    moved = [stage.troughs.with_second(share) for share in np.linspace(0.0, 1.0, TURNS)]
    way = np.linspace(*stage.flat, PERCHES)
    highest = np.max([one.heights(2.0, level, top).at(*way.T) for one in moved], axis=0)
    below = np.flatnonzero(highest <= PERCH * top)
    u, v = way[below[-1] if below.size else np.argmin(highest)]
    return float(u), float(v)
