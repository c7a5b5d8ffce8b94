"""Draw one frame of a film as PNG: ``python -m scenes.still ResidualBowl --at 41.5``."""

import argparse
import sys
import tempfile
from pathlib import Path

from core.project.command import Command
from core.project.paths import ROOT
from scenes.command import QUALITIES, carried_out, film_parser, settings_of


def main(arguments: list[str] | None = None) -> int:
    """Draw the frames that the command line asks for, one PNG each; return the exit code."""
    options = _parser().parse_args(arguments)
    return carried_out(options.film, lambda: _draw(options))


def _draw(options: argparse.Namespace) -> None:
    from scenes.studio.pictures import pictures  # noqa: PLC0415  importing manim takes a second

    with tempfile.TemporaryDirectory(prefix="film-still-") as media:
        shown = pictures(
            options.film, settings_of(options), QUALITIES[options.quality], options.at, Path(media)
        )
    output: Path = options.output or ROOT / "build" / "stills" / f"{options.film}.png"
    output.parent.mkdir(parents=True, exist_ok=True)
    for second, picture in shown:
        place = (
            output if len(options.at) == 1 else output.with_stem(f"{output.stem}-{second:06.2f}")
        )
        picture.save(place)
        print(place)


def _parser() -> Command:
    parser = film_parser("python -m scenes.still", __doc__, quality="h")
    parser.add_argument("--output", type=Path, help="the PNG file")
    parser.add_argument("--at", type=float, nargs="+", required=True, help="seconds of film")
    return parser


if __name__ == "__main__":
    sys.exit(main())
