"""From a picture to a file: the command line, the formats and the safety that figures share.

A file appears under its name only when it is complete, and the same input gives the same bytes.
"""

import argparse
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from core.palette import THEMES
from core.project.command import Command
from core.project.depfile import prerequisites_noted
from core.project.paths import ROOT
from core.project.whole_file import whole_file
from core.tables.complaints import complaints_about
from core.tables.line_points import read_line_points

from .choices import add_x_and_y
from .style import rc

# nothing in a file may tell when or by whom it was made
METADATA: dict[str, dict[str, Any]] = {
    ".svg": {"Date": None},
    ".pdf": {"CreationDate": None},
    ".png": {"Software": None},
}


Options: TypeAlias = Callable[[argparse.ArgumentParser], None]


@dataclass(frozen=True)
class Picture:
    """A drawn figure with its title and the description that stands in for it."""

    figure: Figure
    title: str
    description: str


def run(
    draw: Callable[..., Picture], data: str | None = None, options: Options | None = None
) -> None:
    """Draw what the command line asks for and leave the process.

    ``draw(data, theme, **chosen)`` receives the table of the command line, or else ``data``, which
    is given relative to the project's root, and what was chosen of the arguments that ``options``
    adds to the parser. It is called with the style of the theme in force.
    """
    parser = _parser(draw, data)
    if options:
        options(parser)
    parser.run(lambda chosen: _write(draw, **vars(chosen)))


def run_table(draw: Callable[..., Picture], data: str, options: Options | None = None) -> None:
    """Do as ``run`` does for a picture of any two columns, chosen by ``--x`` and ``--y``.

    ``draw`` receives a `Dataset` in place of the path.
    """

    def with_columns(parser: argparse.ArgumentParser) -> None:
        add_x_and_y(parser)
        if options:
            options(parser)

    @wraps(draw)
    def read_and_draw(
        path: Path, theme: str, x: str | None, y: str | None, sheet: str | None, **chosen: Any
    ) -> Picture:
        return draw(read_line_points(path, x, y, sheet), theme, **chosen)

    run(read_and_draw, data, with_columns)


def _parser(draw: Callable[..., Picture], data: str | None) -> Command:
    module = sys.modules[draw.__module__]
    name = Path(module.__file__ or "").stem
    parser = Command(
        prog=f"python -m figures.{name}", description=(module.__doc__ or "").partition("\n\n")[0]
    )
    if data is not None:
        default = ROOT / data
        parser.add_argument("data", nargs="?", type=Path, default=default, help=f"[{data}]")
    else:
        parser.set_defaults(data=Path())
    parser.add_argument("output", type=Path, help="ends with .svg, .pdf or .png")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0])
    parser.add_argument("--depfile", type=Path, metavar="PATH", help="write what was read")
    return parser


def _write(
    draw: Callable[..., Picture],
    *,
    data: Path,
    output: Path,
    theme: str,
    depfile: Path | None,
    size: str = "blog",
    **chosen: Any,
) -> None:
    def drawn() -> Picture:
        with complaints_about(data):
            return draw(data, theme, **chosen)

    with prerequisites_noted(depfile), mpl.rc_context(rc(theme, size)):
        save(drawn, output)


def save(draw: Callable[[], Picture], path: Path) -> None:
    """Write the picture that ``draw`` returns as SVG, PDF or PNG, by the ending of ``path``.

    ValueError for another ending. When anything fails, ``path`` stays what it was.
    """
    ending = path.suffix.lower()
    if ending not in METADATA:
        raise ValueError(f"{path} must end with {', '.join(METADATA)}")
    with whole_file(path) as unfinished:
        picture = draw()
        FigureCanvasAgg(picture.figure)
        metadata = METADATA[ending] | ({} if ending == ".svg" else {"Title": picture.title})
        picture.figure.savefig(unfinished, metadata=metadata)
        if ending == ".svg":
            svg = unfinished.read_text(encoding="utf-8")
            unfinished.write_text(accessible(svg, picture, path.stem), encoding="utf-8")


def accessible(svg: str, picture: Picture, name: str) -> str:
    """Return ``svg`` as an image with a title and a description for those who cannot see it.

    ``name`` keeps the identifiers of several pictures in one page apart.
    """
    name = re.sub(r"\W", "-", name)
    start = svg.index("<svg ")
    end = svg.index(">", start)
    opening = f'{svg[start:end]} role="img" aria-labelledby="{name}-title {name}-desc">'
    words = (
        f'\n <title id="{name}-title">{_xml_text(picture.title)}</title>'
        f'\n <desc id="{name}-desc">{_xml_text(picture.description)}</desc>'
    )
    return svg[:start] + opening + words + svg[end + 1 :]


def _xml_text(text: str) -> str:
    """Return ``text`` escaped, without the control characters that XML cannot hold."""
    return escape("".join(sign if sign.isprintable() else " " for sign in text))
