"""All points of a user's table behind the few that stand for them, seen from the front."""

from dataclasses import dataclass

import numpy as np

from scenes.visuals.multiple_regression.space import Space
from scenes.visuals.multiple_regression.views import FRONT
from scenes.visuals.plot.beyond import Beyond, beyond
from scenes.visuals.plot.density import Density
from scenes.visuals.plot.scale import Scale
from scenes.visuals.space.projection import Points
from scenes.visuals.writing.screen import Box


@dataclass
class Front:
    """The front of the box as it is seen at first: area to the right, rent upwards."""

    x_scale: Scale
    y_scale: Scale
    box: Box

    @classmethod
    def of(cls, space: Space) -> "Front":
        """Return where the front of ``space`` is on the screen."""
        high = np.array([space.area.high, space.distance.low, space.rent.high])
        corners = space.in_box(np.stack([space.low, high]))
        (left, bottom, _), (right, top, _) = FRONT.project(corners)
        box = Box(float(left), float(bottom), float(right - left), float(top - bottom))
        return cls(space.area, space.rent, box)


def crowd(values: Points, space: Space, colour: str) -> tuple[Density | Beyond, ...]:
    """Return ``values`` (n, 3) as cells, and marks for those that the box does not hold."""
    front, x, y = Front.of(space), values[:, 0], values[:, 2]
    out = beyond(front.x_scale, front.y_scale, x, y)
    marks = (Beyond(front, x[out], y[out], colour),) if out.any() else ()
    return Density(front, x, y, colour), *marks
