"""What an onlooker sees of one frame: texts, strokes and fills with their places and colours.

Frames are looked at by the ten thousand: a frame is walked through once, and all places in it are
measured in one go.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from manim import Mobject, Typst, VMobject
from numpy.typing import NDArray

from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import RIGHT_EDGE, TOP_EDGE

VISIBLE = 0.02
SLACK = 0.06  # what nobody sees, in manim's units

Places = NDArray[np.float64]


@dataclass(frozen=True)
class Bounds:
    """A rectangle around something."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, mobjects: Iterable[Any]) -> "Bounds | None":
        """Return the bounds of all that is visible of ``mobjects``, or None."""
        points = [m.points for m in mobjects if is_visible(m)]
        if not points:
            return None
        every = np.concatenate(points)[:, :2]
        return cls(*every.min(axis=0), *every.max(axis=0))

    @property
    def area(self) -> float:
        """Return the area."""
        return (self.right - self.left) * (self.top - self.bottom)

    def overlap(self, other: "Bounds") -> float:
        """Return the smaller side of what two rectangles share, 0 where they do not meet."""
        across = min(self.right, other.right) - max(self.left, other.left)
        up = min(self.top, other.top) - max(self.bottom, other.bottom)
        return max(0.0, min(across, up))


@dataclass(frozen=True)
class Text:
    """A formula, some words or a number; ask before the next frame what it looks like."""

    root: Any
    bounds: Bounds

    @property
    def name(self) -> str:
        """Return what is written."""
        return self.root.text if isinstance(self.root, Number) else self.root.typst_code

    @property
    def size(self) -> float:
        """Return the font size that it is set in."""
        return float(self.root.size if isinstance(self.root, Number) else self.root.font_size)

    @property
    def parts(self) -> list[Any]:
        """Return its letters, and whatever else it is made of."""
        return self.root.get_family()


@dataclass(frozen=True)
class Screen:
    """One frame: each part of which anything can be seen, and the text it belongs to, if any.

    ``on_stage`` holds the id of every mobject that is there, to be seen or not.
    """

    parts: tuple[Any, ...]
    roots: tuple[Any, ...]
    on_stage: frozenset[int]

    @classmethod
    def of(cls, film: Any) -> "Screen":
        """Look at the frame that ``film`` shows."""
        there: dict[int, tuple[Any, Any]] = {}
        for part, root in _walk(film.mobjects, None):
            # Letters that are picked out of a formula may be there by themselves and within it.
            if root is not None or id(part) not in there:
                there[id(part)] = part, root
        seen = [(part, root) for part, root in there.values() if is_visible(part)]
        parts, roots = zip(*seen, strict=True) if seen else ((), ())
        return cls(parts, roots, frozenset(there))

    @cached_property
    def corners(self) -> tuple[Places, Places]:
        """Return the lower left and the upper right corner (x, y) of each part."""
        if not self.parts:
            return np.zeros((0, 2)), np.zeros((0, 2))
        points = [part.points for part in self.parts]
        starts = np.cumsum([0, *map(len, points[:-1])])
        every = np.concatenate(points)[:, :2]
        return np.minimum.reduceat(every, starts), np.maximum.reduceat(every, starts)

    @property
    def reaches(self) -> Places:
        """Return how far from the middle of the frame each part reaches, across and up."""
        low, high = self.corners
        return np.maximum(-low, high)

    def beyond_the_edges(self, slack: float) -> list[tuple[Any, Places]]:
        """Return the parts that come nearer to an edge than they may, and how far they reach."""
        reaches = self.reaches
        far = (reaches > np.array([RIGHT_EDGE, TOP_EDGE]) + slack).any(axis=1)
        return [(self.parts[k], reaches[k]) for k in np.flatnonzero(far)]

    @cached_property
    def texts(self) -> list[Text]:
        """Return every text on screen."""
        low, high = self.corners
        places: dict[int, list[int]] = {}
        for k, root in enumerate(self.roots):
            if root is not None:
                places.setdefault(id(root), []).append(k)
        found = []
        for where in places.values():
            bounds = Bounds(*low[where].min(axis=0), *high[where].max(axis=0))
            found.append(Text(self.roots[where[0]], bounds))
        return found

    @cached_property
    def shapes(self) -> list[Any]:
        """Return every part that is no text."""
        return [part for part, root in zip(self.parts, self.roots, strict=True) if root is None]

    def overlapping(self, slack: float) -> list[tuple[Text, Text]]:
        """Return the pairs of texts of which one lies on the other."""
        corners = [
            (t.bounds.left, t.bounds.bottom, t.bounds.right, t.bounds.top) for t in self.texts
        ]
        if not corners:
            return []
        low, high = np.split(np.array(corners), 2, axis=1)
        shared = np.minimum(high[:, None], high) - np.maximum(low[:, None], low)
        both = np.triu(shared.min(axis=2) > slack, 1)
        return [(self.texts[j], self.texts[k]) for j, k in np.argwhere(both)]


@dataclass
class Crowding:
    """What is too near to an edge or lies on another text, in all frames that were looked at."""

    slack: float = SLACK
    faults: set[str] = field(default_factory=set)

    def look(self, film: Any) -> Screen:
        """Look at one frame, and return it."""
        step, screen = film.steps[-1][0], Screen.of(film)
        for part, reach in screen.beyond_the_edges(self.slack):
            self.faults.add(f"{step}: {part} is too near to an edge: {reach.round(2)}")
        for one, other in screen.overlapping(self.slack):
            self.faults.add(f"{step}: {one.name!r} lies on {other.name!r}")
        return screen


def is_visible(mobject: Any) -> bool:
    """Tell whether anything of ``mobject`` itself can be seen."""
    if not isinstance(mobject, VMobject) or len(mobject.points) == 0:
        return False
    if mobject.get_fill_rgbas()[0, 3] > VISIBLE:
        return True
    return bool(mobject.get_stroke_width() > 0 and mobject.get_stroke_rgbas()[0, 3] > VISIBLE)


def texts(film: Any) -> list[Text]:
    """Return every text on screen."""
    return Screen.of(film).texts


def shapes(film: Any) -> Iterator[Any]:
    """Yield every visible mobject that is no text."""
    return iter(Screen.of(film).shapes)


def _walk(mobjects: Iterable[Mobject], root: Any) -> Iterator[tuple[Mobject, Any]]:
    """Yield every mobject in turn, with the text that it is or belongs to."""
    for mobject in mobjects:
        of = mobject if root is None and isinstance(mobject, Typst | Number) else root
        yield mobject, of
        if mobject.submobjects:
            yield from _walk(mobject.submobjects, of)
