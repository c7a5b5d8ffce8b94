"""What an onlooker sees of one frame: texts, strokes and fills with their places and colours."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
from manim import Mobject, Typst, VMobject

from scenes.visuals.writing.numerals import Number
from scenes.visuals.writing.screen import RIGHT_EDGE, TOP_EDGE

VISIBLE = 0.02
SLACK = 0.06  # what nobody sees, in manim's units


@dataclass(frozen=True)
class Bounds:
    """A rectangle around something."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, mobjects: list[Any]) -> "Bounds | None":
        """Return the bounds of all that is visible of ``mobjects``, or None."""
        points = [m.points[:, :2] for m in mobjects if is_visible(m)]
        if not points:
            return None
        low, high = np.min(np.vstack(points), axis=0), np.max(np.vstack(points), axis=0)
        return cls(*low, *high)

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
    """A formula, some words or a number: how large it is set, where it is, what it looks like."""

    name: str
    size: float
    bounds: Bounds
    parts: tuple[Any, ...]


@dataclass
class Crowding:
    """What is too near to an edge or lies on another text, in all frames that were looked at."""

    faults: set[str] = field(default_factory=set)

    def look(self, film: Any) -> None:
        """Look at one frame."""
        step = film.steps[-1][0]
        for part in (part for top in film.mobjects for part in top.get_family()):
            if is_visible(part):
                right, top = np.abs(part.points[:, :2]).max(axis=0)
                if right > RIGHT_EDGE + SLACK or top > TOP_EDGE + SLACK:
                    self.faults.add(f"{step}: {part} is too near to an edge")
        for one, other in combinations(texts(film), 2):
            if one.bounds.overlap(other.bounds) > SLACK:
                self.faults.add(f"{step}: {one.name!r} lies on {other.name!r}")


def is_visible(mobject: Any) -> bool:
    """Tell whether anything of ``mobject`` itself can be seen."""
    if not isinstance(mobject, VMobject) or len(mobject.points) == 0:
        return False
    stroked = mobject.get_stroke_width() > 0 and mobject.get_stroke_opacity() > VISIBLE
    return bool(stroked or mobject.get_fill_opacity() > VISIBLE)


def texts(film: Any) -> list[Text]:
    """Return every text on screen."""
    found = []
    for root in _text_roots(film.mobjects):
        bounds = Bounds.of(root.get_family())
        if bounds is not None:
            found.append(Text(_name(root), _size(root), bounds, tuple(root.get_family())))
    return found


def shapes(film: Any) -> Iterator[Any]:
    """Yield every visible mobject that is no text."""
    written = {id(part) for root in _text_roots(film.mobjects) for part in root.get_family()}
    for top in film.mobjects:
        for part in top.get_family():
            if id(part) not in written and is_visible(part):
                yield part


def _text_roots(mobjects: list[Mobject]) -> Iterator[Any]:
    for mobject in mobjects:
        if isinstance(mobject, Typst | Number):
            yield mobject
        else:
            yield from _text_roots(mobject.submobjects)


def _name(root: Any) -> str:
    return root.text if isinstance(root, Number) else root.typst_code


def _size(root: Any) -> float:
    return float(root.size if isinstance(root, Number) else root.font_size)
