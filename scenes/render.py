"""Render one film: ``python -m scenes.render LinearRegression2D --quality l``.

Beside build/video/NAME.mp4 come NAME.srt and NAME.vtt (captions), NAME.png (poster), NAME.json
(steps with their times) and sections/NAME/ (one MP4 per step). Everything is made in a private
folder and moved in one rename each, the film last: a film under its name is a finished film.
"""

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from core.dependencies import ROOT, FilesRead, loaded_modules, write_depfile
from core.palette import THEMES
from scenes.settings import HEADER_DATA, FilmSettings

QUALITIES = {
    "l": "low_quality",
    "m": "medium_quality",
    "h": "high_quality",
    "p": "production_quality",
    "k": "fourk_quality",
}


def main(arguments: list[str] | None = None) -> int:
    """Render the film that the command line asks for; return the exit code."""
    options = _parser().parse_args(arguments)
    settings = FilmSettings(options.theme, options.data, options.x, options.y)
    output: Path = options.output or ROOT / "build" / "video" / f"{options.film}.mp4"
    output.parent.mkdir(parents=True, exist_ok=True)
    read = FilesRead(ROOT / "data")
    for left_behind in output.parent.glob(f".{output.name}-*"):
        shutil.rmtree(left_behind, ignore_errors=True)
    try:
        with tempfile.TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as folder:
            _make(options, settings, Path(folder), output)
        if options.depfile:
            # A user's own table is make's to watch, under a name that make can say.
            made_from = [*loaded_modules(), *read.paths]
            write_depfile(options.depfile, output, made_from)
    except (ValueError, OSError) as error:
        print(f"{options.film}: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    return 0


def _make(options: argparse.Namespace, settings: FilmSettings, folder: Path, output: Path) -> None:
    # Importing manim takes a second: not before the options are known to be good.
    from scenes import delivery  # noqa: PLC0415
    from scenes.session import render_film  # noqa: PLC0415

    rendered = render_film(options.film, settings, QUALITIES[options.quality], folder / "media")
    made = folder / output.name
    delivery.write_film(rendered.movie, made)
    delivery.write_captions(rendered.captions, made)
    delivery.write_poster(made, rendered.poster_time)
    if options.webm:
        delivery.write_webm(made)
    if options.gif:
        delivery.write_gif(made)
    made.with_suffix(".json").write_text(json.dumps(rendered.as_json(), indent=1) + "\n")
    sections = output.parent / "sections" / output.stem
    _replace_folder(rendered.sections, sections, folder / "old")
    companions = sorted(path for path in folder.glob(f"{output.stem}.*") if path != made)
    for path in [*companions, made]:
        path.replace(output.parent / path.name)


def _replace_folder(new: Path, place: Path, aside: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        place.replace(aside)
    shutil.move(new, place)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scenes.render", description=__doc__)
    add = parser.add_argument
    add("film", help="the name of the film's class, e.g. LinearRegression2D")
    add("--quality", choices=QUALITIES, default="h", help="manim's letters: l m h p k")
    add("--theme", choices=THEMES, default="dark")
    add("--data", type=Path, default=HEADER_DATA, help="the CSV file that the film shows")
    add("--x", help="its column for x")
    add("--y", help="its column for y")
    add("--output", type=Path, help="the MP4 file; its companions get the same name")
    add("--webm", action="store_true", help="also NAME.webm")
    add("--gif", action="store_true", help="also NAME.gif, half size at 15 frames a second")
    add("--depfile", type=Path, help="write what the film depends on, for make")
    return parser


if __name__ == "__main__":
    sys.exit(main())
