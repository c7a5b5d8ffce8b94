"""Draw a contact sheet of a film, one frame a second: ``python -m scenes.sheet NAME``."""

import argparse
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from core.project.command import Command
from core.project.paths import ROOT
from scenes.command import QUALITIES, carried_out, film_parser, settings_of

COLUMNS = 5
GAP = 8
LABEL_HEIGHT = 22
GROUND = "#888888"


def main(arguments: list[str] | None = None) -> int:
    """Draw the sheet that the command line asks for; return the exit code."""
    options = _parser().parse_args(arguments)
    return carried_out(options.film, lambda: _draw(options))


def _draw(options: argparse.Namespace) -> None:
    from scenes.studio.pictures import every, pictures  # noqa: PLC0415  manim takes a second

    with tempfile.TemporaryDirectory(prefix="film-sheet-") as media:
        settings, quality = settings_of(options), QUALITIES[options.quality]
        seconds = every(options.film, settings, quality, options.every, Path(media) / "plan")
        last = seconds[-1] if options.until is None else options.until
        seconds = [second for second in seconds if options.since <= second <= last]
        shown = pictures(options.film, settings, quality, seconds, Path(media) / "draw")
    output: Path = options.output or ROOT / "build" / "stills" / f"{options.film}-sheet.png"
    output.parent.mkdir(parents=True, exist_ok=True)
    contact_sheet(shown, options.columns, options.width).save(output)
    print(output)


def contact_sheet(shown: list[tuple[float, Image.Image]], columns: int, width: int) -> Image.Image:
    """Return one picture of all ``shown``, each ``width`` wide with its second written above."""
    height = round(width * shown[0][1].height / shown[0][1].width)
    rows = -(-len(shown) // columns)
    cell = height + LABEL_HEIGHT + GAP
    sheet = Image.new("RGB", (columns * (width + GAP) + GAP, rows * cell + GAP), GROUND)
    pencil = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(LABEL_HEIGHT - 6)
    for k, (second, picture) in enumerate(shown):
        x, y = GAP + k % columns * (width + GAP), GAP + k // columns * cell
        pencil.text((x, y), f"{second:.1f} s", fill="white", font=font)
        sheet.paste(picture.resize((width, height)), (x, y + LABEL_HEIGHT))
    return sheet


def _parser() -> Command:
    parser = film_parser("python -m scenes.sheet", __doc__, quality="l")
    add = parser.add_argument
    add("--output", type=Path, help="the PNG file")
    add("--every", type=float, default=1.0, help="seconds from one frame to the next")
    add("--since", type=float, default=0.0, help="the first second")
    add("--until", type=float, help="the last second")
    add("--columns", type=int, default=COLUMNS)
    add("--width", type=int, default=384, help="of one frame, in pixels")
    return parser


if __name__ == "__main__":
    sys.exit(main())
