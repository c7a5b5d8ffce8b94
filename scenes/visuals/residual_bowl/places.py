"""Places on the map that ResidualBowl goes to, whatever the table."""

from dataclasses import replace

import numpy as np

from scenes.visuals.residual_bowl.balls.on_the_bowl import Place
from scenes.visuals.residual_bowl.bowl.cut import PERCH
from scenes.visuals.residual_bowl.building import WITHIN
from scenes.visuals.residual_bowl.stage import Stage

# How high the first two squares are where they are stacked, as a share of the rim.
ASIDE = 0.9
# Where along the floor, as shares of the way, the first two troughs are stacked.
STACKED = -0.32, -0.16, 0.16, 0.32
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
    u, _ = middle(stage)
    half = WITHIN / 2 * stage.space.size[1]
    bowl = stage.present().heights(2.0, stage.troughs.level, stage.space.top)
    sides = replace(bowl, top=ASIDE * bowl.top).across(u)
    near = [(u, v) for v in sides if abs(v) < half]
    far = [at for at in near if bowl.shows_inside(*at, stage.view())]
    return (far or near or [middle(stage)])[0]


def stacked(stage: Stage) -> list[Place]:
    """Return places beside the floors of the first two troughs, where both are high."""
    (start, end), at, (_, aside) = np.array(stage.way), np.array(middle(stage)), beside(stage)
    away = np.array([0.0, aside - at[1]])
    every = [at + away + share * (end - start) for share in STACKED]
    half = np.array(stage.space.size) / 2
    return [(float(u), float(v)) for u, v in every if np.all(np.abs([u, v]) < half)]


def perches(stage: Stage) -> tuple[Place, Place]:
    """Return the first and the last place of the flat way that stay below the rim as it turns."""
    level, top = stage.troughs.level, stage.space.top
    moved = [stage.troughs.with_second(share) for share in np.linspace(0.0, 1.0, TURNS)]
    way = np.linspace(*stage.flat, PERCHES)
    highest = np.max([one.heights(2.0, level, top).at(*way.T) for one in moved], axis=0)
    below = np.flatnonzero(highest <= PERCH * top)
    ends = below[[0, -1]] if below.size else np.repeat(np.argmin(highest), 2)
    (u, v), (w, x) = way[ends]
    return (float(u), float(v)), (float(w), float(x))
