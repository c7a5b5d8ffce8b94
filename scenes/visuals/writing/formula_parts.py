"""Formulas whose parts can be picked out, typeset twice however many parts they have.

The second time every part is painted in a colour of its own: the colour of a glyph then tells the
parts that it belongs to. Colours never change where Typst puts a glyph.
"""

import re
from dataclasses import dataclass, field

from manim import VGroup
from manim.utils.typst_file_writing import typst_to_svg_file

from scenes.visuals.writing.outlines import Mathematics, fonts, outlines

_MARK = re.compile(r"\{\{|\s*:\s*([A-Za-z_]\w*)\s*\}\}")


@dataclass
class _Marks:
    """A source with its marks as calls of ``part``, and for each call the names around it."""

    source: str
    names: list[tuple[str, ...]] = field(default_factory=list)


class Formula(Mathematics):
    """Typst mathematics in which ``{{ body : name }}`` marks a part for ``select("name")``.

    Parts may lie in each other, and several may share a name. ``colours`` are the names of
    functions in ``preamble`` that only colour what they are given.
    """

    def __init__(
        self, source: str, *, preamble: str, colours: tuple[str, ...], colour: str, size: float
    ) -> None:
        marks = _read(source)
        plain = "#let part(index, body) = body"
        super().__init__(
            marks.source,
            typst_preamble=f"{preamble}\n{plain}",
            color=colour,
            font_size=size,
        )
        self.parts: dict[str, list[int]] = {}
        if marks.names:
            self._find_parts(marks, preamble, colours)

    def select(self, key: str | int) -> VGroup:
        """Return the glyphs of the parts called ``key``."""
        if key not in self.parts:
            raise KeyError(f"no part {key!r} in this formula: it has {sorted(self.parts)}")
        return VGroup(*(self.submobjects[k] for k in self.parts[str(key)]))

    def _find_parts(self, marks: _Marks, preamble: str, colours: tuple[str, ...]) -> None:
        painting = [
            preamble,
            *(f"#let {name}(body) = body" for name in colours),
            "#let part(index, body) = text(fill: rgb(0, calc.quo(index, 256), "
            "calc.rem(index, 256)), body)",
        ]
        painted = typst_to_svg_file(
            f"$ {marks.source} $", preamble="\n".join(painting), font_paths=fonts()
        )
        indices = [int(one.paint.removeprefix("#")[:6], 16) for one in outlines(painted)]
        if len(indices) != len(self.submobjects):
            raise ValueError(
                f"{len(self.submobjects)} glyphs, but {len(indices)} when painted: {marks.source}"
            )
        self.parts = {name: [] for names in marks.names for name in names}
        for glyph, index in enumerate(indices):
            for name in set(marks.names[index - 1]) if index else ():
                self.parts[name].append(glyph)


def _read(source: str) -> _Marks:
    """Turn marks into calls: part 1 is the first to open.

    >>> _read("{{ {{x : x}}^2 : square}} + 1")
    _Marks(source='part(#1, part(#2, x)^2) + 1', names=[('square',), ('square', 'x')])
    """
    names: list[str] = []
    around: list[tuple[int, ...]] = []
    opened: list[int] = []

    def call(mark: re.Match[str]) -> str:
        if mark.group() == "{{":
            names.append("")
            opened.append(len(names))
            around.append(tuple(opened))
            return f"part(#{len(names)}, "
        if not opened:
            raise ValueError(f"a part ends that was never opened: {source}")
        names[opened.pop() - 1] = mark.group(1)
        return ")"

    called = _MARK.sub(call, source)
    if opened:
        raise ValueError(f"a part is opened and never ended with ': name }}}}': {source}")
    # Blanks after an opening mark would be an empty first line of the part.
    called = re.sub(r"(part\(#\d+,)\s+", r"\1 ", called)
    return _Marks(called, [tuple(names[k - 1] for k in indices) for indices in around])
