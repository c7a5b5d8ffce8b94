"""What is drawn of a cloud on the paper: the paper, the points, lines, distances and squares."""

from typing import Self

import numpy as np
from manim import Circle, VGroup, VMobject

from core.palette import Theme
from scenes.visuals.geometric_fit.cloud import MIDDLE, UNIT, Values, places
from scenes.visuals.plot.regression import RADIUS, set_rings, square
from scenes.visuals.space.polylines import polylines
from scenes.visuals.writing.screen import BOLD, THIN, Box

FAR = 40.0  # beyond every edge of the frame
RULES = 12  # ruled lines on either side of the centroid, one unit apart


class Paper(VMobject):
    """Ruled paper as far as ``box`` shows it."""

    def __init__(self, box: Box, theme: Theme) -> None:
        super().__init__(stroke_color=theme.faint, stroke_width=THIN)
        self.box = box
        self.set_turn(0.0)

    def set_turn(self, turn: float) -> Self:
        """Turn the paper by ``turn`` radians about the centroid."""
        strokes = []
        for angle in (turn, turn + np.pi / 2):
            along = np.array([np.cos(angle), np.sin(angle)])
            for k in range(-RULES, RULES + 1):
                through = MIDDLE + k * UNIT * np.array([-along[1], along[0]])
                ends = _across(through, angle, self.box)
                if ends is not None:
                    strokes.append(ends)
        self.points = polylines(np.array(strokes))
        return self


class Dots(VMobject):
    """Discs at points of the paper, with a rim in the colour of the ground."""

    def __init__(self, theme: Theme, radius: float = RADIUS) -> None:
        super().__init__(
            stroke_width=2, stroke_color=theme.background, fill_color=theme.point, fill_opacity=1
        )
        self._disc = Circle(radius).points

    def set_points_on_paper(self, points: Values) -> Self:
        """Draw a disc at each point (n, 2) about the centroid."""
        self.points = (places(points)[:, None, :] + self._disc).reshape(-1, 3)
        return self


class StraightAcross(VMobject):
    """A line at an angle, as far as ``box`` shows it."""

    def __init__(self, box: Box, colour: str, *, width: float = BOLD) -> None:
        super().__init__(stroke_color=colour, stroke_width=width)
        self.box = box
        self.set_angle(0.0)

    def set_angle(self, angle: float, offset: float = 0.0) -> Self:
        """Draw the line at ``angle`` on the screen that passes the centroid at ``offset``."""
        along = np.array([np.cos(angle), np.sin(angle)])
        through = MIDDLE + UNIT * offset * np.array([-along[1], along[0]])
        ends = _across(through, angle, self.box)
        self.points = np.zeros((0, 3)) if ends is None else polylines(np.array([ends]))
        return self


class Ways(VMobject):
    """A stroke from each point to where its distance ends."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(stroke_color=theme.residual, stroke_width=BOLD)

    def set_ways(self, points: Values, feet: Values) -> Self:
        """Draw the ways from points (n, 2) to feet (n, 2), about the centroid."""
        self.points = polylines(np.stack([places(points), places(feet)], axis=1))
        return self


class SquaresOnWays(VGroup):
    """A square on each way, each its own fill."""

    def __init__(self, count: int, theme: Theme) -> None:
        super().__init__(*(square(theme) for _ in range(count)))

    def set_ways(self, points: Values, feet: Values, drawn: float = 1.0) -> Self:
        """Draw the squares on the ways, their widths scaled by ``drawn``."""
        set_rings(self, corners(points, feet, drawn))
        return self


def corners(points: Values, feet: Values, drawn: float = 1.0) -> Values:
    """Return the corners (n, 4, 3) of the squares on the ways from points to feet."""
    start, end = places(points), places(feet)
    way = end - start
    side = drawn * np.stack([-way[:, 1], way[:, 0], np.zeros(len(way))], axis=-1)
    # Towards the centroid, where there is room on the paper.
    inwards = np.sign(((np.array([*MIDDLE, 0.0]) - start) * side).sum(axis=1))
    side *= np.where(inwards == 0, 1.0, inwards)[:, None]
    return np.stack([start, end, end + side, start + side], axis=1)


def clipped(start: Values, end: Values, box: Box) -> Values | None:
    """Return the two ends (2, 3) of what ``box`` shows of a straight stroke, or None."""
    low, high, way = 0.0, 1.0, end - start
    for k, (least, most) in enumerate(((box.left, box.right), (box.bottom, box.top))):
        if abs(way[k]) < 1e-12:
            if not least <= start[k] <= most:
                return None
            continue
        near, far = sorted(((least - start[k]) / way[k], (most - start[k]) / way[k]))
        low, high = max(low, near), min(high, far)
    if low >= high:
        return None
    return np.array([start + low * way, start + high * way])


def _across(through: Values, angle: float, box: Box) -> Values | None:
    """Return the ends of a line at ``angle`` through a place (2,), as far as ``box`` shows it."""
    middle = np.array([*through, 0.0])
    reach = FAR * np.array([np.cos(angle), np.sin(angle), 0.0])
    return clipped(middle - reach, middle + reach, box)
