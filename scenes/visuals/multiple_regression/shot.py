"""What one frame shows of the flats: all of it numbers, so that there is a way between any two."""

from dataclasses import dataclass, fields, replace
from typing import Self

from scenes.visuals.multiple_regression.space import Plane
from scenes.visuals.space.projection import View

# Half way of a turn the box is seen across its diagonal: the camera steps back a little.
STEP_BACK = 0.13  # of the scale, per radian


@dataclass(frozen=True)
class Shot:
    """A view of a plane and the flats about it.

    ``drawn`` is the share of each residual that is drawn, ``coloured`` how much the flats have the
    colours of their distances, ``moved`` how far they have been moved to one distance, ``lines``
    whether the sheet is shown as its lines of equal distance, ``quiet`` whether those are idle,
    ``named`` whether names stand at them, ``levelled`` how much of what is level along distance is
    drawn, ``outer`` whether all flats are idle but the smallest and the largest, and ``only_two``
    whether all but two are. ``ahead`` is how far the larger of those is ahead of others on the move
    to one distance.
    """

    view: View
    plane: Plane
    drawn: float = 0.0
    coloured: float = 0.0
    moved: float = 0.0
    lines: float = 0.0
    quiet: float = 0.0
    named: float = 0.0
    levelled: float = 0.0
    outer: float = 0.0
    only_two: float = 0.0
    ahead: float = 0.0

    def towards(self, other: Self, share: float) -> "Shot":
        """Return the shot after ``share`` of the way to ``other``."""
        numbers = {
            f.name: (1 - share) * getattr(self, f.name) + share * getattr(other, f.name)
            for f in fields(self)
            if f.name not in ("view", "plane")
        }
        view = self.view.towards(other.view, share)
        turn = abs(other.view.azimuth - self.view.azimuth)
        room = 1 - STEP_BACK * turn * 4 * share * (1 - share)
        return Shot(
            replace(view, scale=room * view.scale),
            self.plane.towards(other.plane, share),
            **numbers,
        )
