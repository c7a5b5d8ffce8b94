"""Make the films a lecture: ``python -m lecture.deck build/lecture Correlation HalfThickness``.

OUTPUT gets deck.html, speaker.html (the window of who speaks), deck.pdf (a picture of each step
with its note), and what these show: films/ and stills/. All links are relative: the folder can be
carried away on a stick. The films are hard links where the disk can do that.
"""

import argparse
import json
import os
import shutil
from pathlib import Path
from typing import Any

from core.project.command import Command
from core.project.depfile import loaded_modules, write_depfile
from core.project.paths import ROOT
from core.project.whole_file import whole_file, write_whole
from lecture.deck.paper import write_paper
from lecture.deck.stills import write_stills
from lecture.films import NOTES, Film, read_film
from lecture.page import page
from lecture.style import style_sheet

HERE = Path(__file__).parent


def main(arguments: list[str] | None = None) -> None:
    """Write the lecture that the command line asks for."""
    parser = Command(prog="python -m lecture.deck", description=__doc__)
    parser.add_argument("output", type=Path, help="the folder that deck.html comes into")
    parser.add_argument("films", nargs="+", help="the names of the films, in their order")
    parser.add_argument(
        "--videos", type=Path, default=ROOT / "build" / "video", help="the folder of the films"
    )
    parser.add_argument("--depfile", type=Path, help="write what the deck depends on, for make")
    parser.run(_make, arguments)


def _make(options: argparse.Namespace) -> None:
    films = [read_film(name, options.videos) for name in options.films]
    write_deck(films, options.output)
    if options.depfile:
        sources = [*HERE.glob("*.*"), *NOTES.glob("*.json")]
        endings = (".mp4", ".json", ".srt")
        videos = [film.file.with_suffix(ending) for film in films for ending in endings]
        write_depfile(options.depfile, [*loaded_modules(), *sources, *videos])


def write_deck(films: list[Film], output: Path) -> None:
    """Write the lecture of ``films`` into the folder ``output``, deck.html last."""
    lecture = []
    for film in films:
        stills = write_stills(film, output / "stills" / film.name)
        video = _put_beside(film.file, output / "films" / film.file.name)
        lecture.append(
            _as_data(film, video.relative_to(output), [s.relative_to(output) for s in stills])
        )
    style = style_sheet(["text", "bold"])
    write_paper(lecture, output)
    write_whole(output / "speaker.html", page(HERE / "speaker.html", {"style.css": style}))
    text = json.dumps({"films": lecture}, ensure_ascii=False)
    made = {"style.css": style, "lecture.json": text}
    write_whole(output / "deck.html", page(HERE / "deck.html", made))


def _as_data(film: Film, video: Path, stills: list[Path]) -> dict[str, Any]:
    """Return ``film`` as the scripts of the pages read it."""
    return {
        "name": film.name,
        "title": film.title,
        "question": film.question,
        "video": video.as_posix(),
        "rate": float(film.rate),
        "theme": film.theme,
        "hasWords": film.has_words,
        "sentences": [vars(sentence) for sentence in film.sentences],
        "steps": [
            {**vars(step), "still": still.as_posix(), "sentences": film.said_in(step)}
            for step, still in zip(film.steps, stills, strict=True)
        ],
    }


def _put_beside(file: Path, place: Path) -> Path:
    """Make ``place`` the same file as ``file``, or a copy of it on another disk."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(place) as unfinished:
        try:
            os.link(file, unfinished)
        except OSError:
            shutil.copyfile(file, unfinished)
    return place


if __name__ == "__main__":
    main()
