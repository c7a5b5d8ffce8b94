"""Make the films a lecture: ``python -m lecture.deck build/lecture Correlation HalfThickness``.

OUTPUT gets deck.html, speaker.html (the window of who speaks), deck.pdf (a picture of each step
with its note), and what these show: films/ and stills/. All links are relative: the folder can be
carried away on a stick. The films are hard links where the disk can do that.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from core.project.command import Command
from core.project.depfile import loaded_modules, write_depfile
from core.project.paths import ROOT
from core.project.whole_file import write_whole
from lecture.beside import put_beside
from lecture.deck.paper import write_paper
from lecture.deck.stills import write_stills
from lecture.films import LECTURE, NOTES, Film, read_film
from lecture.page import GROUND, filled, ground, in_script, joined
from lecture.style import style_sheet

HERE = Path(__file__).parent
# In the order in which they need each other.
SCRIPTS = (
    *("indices", "sentences", "player", "stops", "deck"),
    *("overview", "presenter", "deeds", "hands"),
)


def main(arguments: list[str] | None = None) -> None:
    """Write the lecture that the command line asks for."""
    parser = Command(prog="python -m lecture.deck", description=__doc__)
    parser.add_argument("output", type=Path, help="the folder that deck.html comes into")
    parser.add_argument(
        "films", nargs="*", help="the names of the films, in their order; unset: all of them"
    )
    parser.add_argument(
        "--videos",
        type=Path,
        action="append",
        metavar="FOLDER",
        help="a folder of films; of several the first that has a film gives it [build/video]",
    )
    parser.add_argument("--depfile", type=Path, help="write what the deck depends on, for make")
    parser.run(_make, arguments)


def _make(options: argparse.Namespace) -> None:
    names = [name for given in options.films for name in given.split()] or LECTURE
    videos = options.videos or [ROOT / "build" / "video"]
    films = [read_film(name, *videos) for name in names]
    write_deck(films, options.output)
    if options.depfile:
        made_of = [
            *HERE.glob("*.*"),
            GROUND,
            *HERE.with_name("fonts").glob("*.woff2"),
            *NOTES.glob("*.json"),
            *(film.file.with_suffix(end) for film in films for end in (".mp4", ".json", ".srt")),
        ]
        write_depfile(options.depfile, [*loaded_modules(), *made_of])


def write_deck(films: list[Film], output: Path) -> None:
    """Write the lecture of ``films`` into the folder ``output``, deck.html last."""
    lecture = []
    for film in films:
        stills = write_stills(film, output / "stills" / film.name)
        video = put_beside(film.file, output / _place(film))
        places = [still.relative_to(output) for still in stills]
        lecture.append(_as_data(film, video.relative_to(output), places))
    write_paper(lecture, output)
    write_whole(output / "speaker.html", _page("speaker", ["indices", "speaker"]))
    data = in_script({"films": lecture})
    write_whole(output / "deck.html", _page("deck", SCRIPTS, lecture=data))


def _place(film: Film) -> Path:
    """Return where ``film`` goes: one of a user's table beside the article's, which others play."""
    return Path("films", "own" if film.is_own else "", film.file.name)


def _page(name: str, scripts: Iterable[str], **parts: str) -> str:
    look = [style_sheet(["text", "bold"]), ground(), joined([HERE / f"{name}.css"])]
    script = joined(HERE / f"{name}.js" for name in scripts)
    return filled(HERE / f"{name}.html", look="".join(look), script=script, **parts)


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


if __name__ == "__main__":
    main()
