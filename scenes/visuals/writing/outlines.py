"""What Typst sets as curves of manim: fonts and shapes of letters are read once for all strings.

manim looks for fonts and reads every glyph anew for each string, which takes most of a rehearsal.
Typst draws few kinds of elements: groups, letters by reference, and paths such as the bar of a
fraction.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self
from xml.etree import ElementTree as ET

import numpy as np
from manim import RIGHT, MathTypst, Typst
from manim.mobject.svg.svg_mobject import VMobjectFromSVGPath
from numpy.typing import NDArray
from svgelements import Matrix
from svgelements import Path as Curves
from typst import Fonts

from scenes.visuals.writing.glyph import glyph

_SVG = "{http://www.w3.org/2000/svg}"
_REFERENCE = "{http://www.w3.org/1999/xlink}href"

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Outline:
    """The curves of one glyph or bar, y downwards, and its paint; ``width`` 0 means filled."""

    points: Points
    paint: str
    width: float


def outlines(svg: Path) -> list[Outline]:
    """Return what Typst drew into the file ``svg``, in its order."""
    root = ET.parse(svg).getroot()
    letters = {
        symbol.attrib["id"]: symbol.find(f"{_SVG}path") for symbol in root.iter(f"{_SVG}symbol")
    }
    return list(_drawn(root, np.eye(3), letters))


@cache
def fonts() -> Any:
    """Return the fonts that Typst may use, for ``font_paths``: manim knows folders alone."""
    return Fonts()


class _Outlined(Typst):
    """What Typst sets, read by ``outlines``."""

    def __init__(self, source: str, **options: Any) -> None:
        super().__init__(source, font_paths=fonts(), use_svg_cache=False, **options)

    def generate_mobject(self) -> Self:
        """Read the file that Typst made; manim's y points upwards."""
        ink = tuple(map(float, self.color.to_rgba()))
        self.submobjects = [
            glyph(one.points.copy(), one.paint, one.width, ink)
            for one in outlines(self.get_file_path())
        ]
        self.flip(RIGHT)
        return self

    def set_style(self, **style: Any) -> Self:
        """Set a style as manim does, which goes through all letters to set nothing, too."""
        nothing = all(value is None for value in style.values())
        super().set_style(**style, **({"family": False} if nothing else {}))
        return self

    def init_colors(self, propagate_colors: bool = True) -> Self:
        """Leave the letters as they are: they were made in their colours."""
        if not self.submobjects:
            super().init_colors(propagate_colors)
        return self


class Writing(_Outlined):
    """Text in Typst's markup."""


class Mathematics(_Outlined, MathTypst):
    """Mathematics in Typst's notation."""


def _drawn(
    element: ET.Element, place: Points, letters: dict[str, ET.Element | None]
) -> Iterator[Outline]:
    for child in element:
        kind = child.tag.removeprefix(_SVG)
        here = place @ _matrix(child.get("transform", ""))
        if kind == "g":
            yield from _drawn(child, here, letters)
        elif kind == "use":
            letter = letters[child.attrib[_REFERENCE].removeprefix("#")]
            here = here @ _matrix(f"translate({child.get('x', 0)} {child.get('y', 0)})")
            if letter is not None:
                yield _outline(letter, child, here)
        elif kind == "path":
            yield _outline(child, child, here)
        elif kind != "defs":
            raise ValueError(f"Typst drew a <{kind}>, which no film has read so far")


def _outline(shape: ET.Element, painted: ET.Element, place: Points) -> Outline:
    points = _curves(shape.attrib["d"]).copy()
    points[:, :2] = points[:, :2] @ place[:2, :2].T + place[:2, 2]
    filled = painted.get("fill", "none")
    if filled != "none":
        return Outline(points, filled, 0.0)
    return Outline(points, painted.get("stroke", "#000000"), float(painted.get("stroke-width", 1)))


@cache
def _curves(description: str) -> Points:
    points: Points = VMobjectFromSVGPath(Curves(description)).points
    return points


@cache
def _matrix(transform: str) -> Points:
    m = Matrix(transform)
    return np.array([[m.a, m.c, m.e], [m.b, m.d, m.f], [0, 0, 1]], dtype=float)
