"""Places on the map that ResidualBowl goes to, whatever the table."""

import numpy as np

from scenes.visuals.residual_bowl.building import WITHIN
from scenes.visuals.residual_bowl.on_the_bowl import Place
from scenes.visuals.residual_bowl.stage import Stage

# How high the first two squares are where they are stacked, as shares of the rim.
ASIDE = 0.3, 0.4
# How far out on the first line the ball may go, as a share of the way to its end.
MOST_UPHILL = 0.9


def polar(stage: Stage, root: float, angle: float) -> Place:
    """Return the place ``root`` squared above the lowest one, in units of its error."""
    u, v = stage.space.floor(*stage.landscape.at(root, angle))
    return float(u), float(v)


def middle(stage: Stage) -> Place:
    """Return the middle of the way of the line about the first point."""
    (u, v), (w, x) = stage.way
    return (u + w) / 2, (v + x) / 2


def gone(stage: Stage) -> float:
    """Return how far on that way the line is now."""
    (u, v), (w, x) = stage.way
    way, (at, up) = np.array([w - u, x - v]), stage.place()
    return float(way @ [at - u, up - v] / (way @ way))


def across(stage: Stage, u: float) -> tuple[float, float]:
    """Return from where to where along v the line goes across the surface."""
    half = WITHIN * stage.space.size[1] / 2
    low, high = stage.heights().across(u)
    return max(low, -half), min(high, half)


def beside(stage: Stage) -> Place:
    """Return a place off the floors of the first two troughs, on a far wall if there is one."""
    half = WITHIN / 2 * np.array(stage.space.size)
    near = [at for at in stage.troughs.beside(*ASIDE) if np.all(np.abs(at) < half)]
    bowl = stage.troughs.heights(2.0, stage.troughs.level, stage.space.top)
    far = [at for at in near if bowl.shows_inside(*at, stage.view())]
    return (far or near or [middle(stage)])[0]


def uphill(stage: Stage) -> Place:
    """Return a place on the floor of the first trough where the second one has climbed."""
    two, (w, x) = stage.troughs.heights(2.0, stage.troughs.level, 1.0), stage.way[0]
    u, v = two.lowest
    there = max(float(two.at(w, x)), 1e-9)
    share = min(MOST_UPHILL, float(np.sqrt(sum(ASIDE) / there)))
    return u + share * (w - u), v + share * (x - v)
