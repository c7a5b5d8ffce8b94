"""Render one film: ``python -m scenes LinearRegression2D --quality l``.

Beside build/video/NAME.mp4 come NAME.srt and NAME.vtt (captions), NAME.png (poster), NAME.json
(steps with their times) and sections/NAME/ (one MP4 per step). Everything is made in a private
folder and moved in one rename each, the film last: a film under its name is a finished film.
"""

import argparse
import shutil
import signal
import sys
from pathlib import Path

from core.project.command import Command
from core.project.depfile import prerequisites_noted
from core.project.paths import ROOT
from core.project.whole_file import unfinished_folder
from scenes.command import QUALITIES, carried_out, film_parser, settings_of


def main(arguments: list[str] | None = None) -> int:
    """Render the film that the command line asks for; return the exit code."""
    options = _parser().parse_args(arguments)
    output: Path = options.output or ROOT / "build" / "video" / f"{options.film}.mp4"
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)

    def render() -> None:
        with unfinished_folder(output.with_suffix("")) as folder:
            _make(options, folder, output)

    return carried_out(options.film, render)


def _make(options: argparse.Namespace, folder: Path, output: Path) -> None:
    """Make the film and what belongs to it in ``folder``, and move it to its place."""
    # Importing manim takes a second: not before the options are known to be good.
    from scenes.studio import delivery, workers  # noqa: PLC0415
    from scenes.studio.production import produce  # noqa: PLC0415

    # The fingerprint, taken with these imports, reads every table: what is noted begins here.
    with prerequisites_noted(options.depfile):
        hire = workers.hire(options.scheduler, options.workers, folder)
        quality = QUALITIES[options.quality]
        settings = settings_of(options)
        production = produce(options.film, settings, quality, folder / "media", hire)
        made = folder / output.name
        delivery.write_film(production, made)
        if options.webm:
            delivery.write_webm(made)
        if options.gif:
            delivery.write_gif(made)
        sections = folder / "sections" / output.stem
        delivery.write_sections(production, sections)
        _replace_folder(sections, output.parent / "sections" / output.stem, folder / "old")
        companions = sorted(path for path in folder.glob(f"{output.stem}.*") if path != made)
        for path in [*companions, made]:
            path.replace(output.parent / path.name)


def _replace_folder(new: Path, place: Path, aside: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        place.replace(aside)
    shutil.move(new, place)


def _parser() -> Command:
    parser = film_parser("python -m scenes", __doc__, quality="h")
    add = parser.add_argument
    add("--output", type=Path, help="the MP4 file; its companions get the same name")
    add("--webm", action="store_true", help="also NAME.webm")
    add("--gif", action="store_true", help="also NAME.gif, half size at 15 frames a second")
    add("--workers", type=int, help="how many processes draw; unset: one for each core")
    add("--scheduler", help="draw on the Dask cluster of this scheduler, e.g. tcp://host:8786")
    add("--depfile", type=Path, help="write what was read")
    return parser


if __name__ == "__main__":
    sys.exit(main())
