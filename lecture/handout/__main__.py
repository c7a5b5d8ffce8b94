"""Write the handout, on paper and as a page: ``python -m lecture.handout build/lecture``.

OUTPUT gets handout.pdf and index.html, and in films/ what the page plays: the films that the deck
plays too, or those with words where only these were rendered. Every link is relative.
"""

import argparse
import json
from pathlib import Path

from core.project.command import Command
from core.project.paths import ROOT
from core.project.whole_file import whole_file, write_whole
from lecture.beside import put_beside
from lecture.films import LECTURE, Film, read_film
from lecture.handout.page import handout_page
from lecture.handout.text import poster, write_pdf

BUILD = ROOT / "build"


def main(options: argparse.Namespace) -> None:
    """Write both."""
    if not options.numbers.exists():
        raise ValueError(f"no {options.numbers}: `make numbers` computes what the text quotes")
    films = {name: read_film(name, options.videos) for name in LECTURE}
    write_handout(options.output, options.numbers, films)


def write_handout(output: Path, numbers: Path, films: dict[str, Film]) -> None:
    """Write handout.pdf and index.html into ``output``, and ``films`` beside them."""
    quoted = json.loads(numbers.read_text(encoding="utf-8"))
    for film in films.values():
        put_beside(film.file, output / "films" / film.file.name)
        put_beside(film.file.with_suffix(".png"), output / poster(film))
    with whole_file(output / "handout.pdf") as pdf:
        write_pdf(pdf, quoted, films)
    write_whole(output / "index.html", handout_page(quoted, films))


def parser() -> Command:
    """Return what understands the command line."""
    command = Command(prog="python -m lecture.handout", description=__doc__)
    command.add_argument("output", type=Path, help="the folder to write to")
    command.add_argument(
        "--numbers",
        type=Path,
        default=BUILD / "numbers.json",
        help="what the text quotes",
    )
    command.add_argument(
        "--videos", type=Path, default=BUILD / "video", help="the folder of the films"
    )
    return command


if __name__ == "__main__":
    parser().run(main)
