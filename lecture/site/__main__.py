"""Write a site of everything: ``python -m lecture.site build/site``, after `make lecture`.

OUTPUT gets index.html, a page for each film and each figure beside its files, and the lecture. All
links are relative and no file needs a server: any host of static pages takes the folder as it is.
"""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

from PIL import Image

from core.project.command import Command
from core.project.whole_file import unfinished_folder, write_whole
from lecture.beside import put_beside
from lecture.page import joined, with_way_to_front
from lecture.site import assets, pages
from lecture.site.assets import FigureAsset, FilmAsset
from lecture.site.sizes import require_small

SMALL = (720, 405)
QUALITY = 85


def main(options: Namespace) -> None:
    """Write the site."""
    films = assets.films(options.videos)
    figures = assets.figures(options.light, options.dark)
    if not films or not figures:
        raise ValueError("there are no films or no figures: `make site` draws them first")
    with unfinished_folder(options.output) as folder:
        write_site(folder / "new", films, figures, options.lecture)
        if options.output.exists():
            options.output.replace(folder / "old")
        (folder / "new").replace(options.output)


def write_site(
    site: Path, films: Sequence[FilmAsset], figures: Sequence[FigureAsset], lecture: Path
) -> None:
    """Write everything into the new folder ``site``, the front page last: it knows the total."""
    _write_lecture(site / "lecture", lecture)
    _write_films(site / "films", films)
    _write_figures(site / "figures", figures)
    (site / "site.css").write_text(pages.look(), encoding="utf-8")
    (site / "site.js").write_text(joined([pages.HERE / "site.js"]), encoding="utf-8")
    require_small(_files(site))
    front = site / "index.html"
    for _ in range(2):  # it weighs, too
        sizes = {str(file.relative_to(site)): file.stat().st_size for file in _files(site)}
        front.write_text(pages.front_page(films, figures, sizes), encoding="utf-8")


def _write_lecture(folder: Path, lecture: Path) -> None:
    for file in _files(lecture):
        place = folder / file.relative_to(lecture)
        if file.suffix != ".html":
            put_beside(file, place)
            continue
        page = with_way_to_front(file.read_text(encoding="utf-8"), "../index.html")
        write_whole(place, page)


def _write_films(folder: Path, films: Sequence[FilmAsset]) -> None:
    around = pages.neighbours([(film.title, film.name) for film in films])
    for film, neighbours in zip(films, around, strict=True):
        beside = (film.file, film.poster, film.captions, film.file.with_suffix(".srt"))
        files = [put_beside(file, folder / file.name) for file in beside]
        page = pages.film_page(film, files, neighbours)
        (folder / f"{film.name}.html").write_text(page, encoding="utf-8")
        small = folder / "small" / f"{film.name}.jpg"
        small.parent.mkdir(exist_ok=True)
        poster = Image.open(film.poster).convert("RGB")
        poster.resize(SMALL, Image.Resampling.LANCZOS).save(small, quality=QUALITY)


def _write_figures(folder: Path, figures: Sequence[FigureAsset]) -> None:
    around = pages.neighbours([(figure.title, figure.name) for figure in figures])
    for figure, neighbours in zip(figures, around, strict=True):
        places = (folder / figure.light.name, folder / "dark" / figure.dark.name)
        files = [
            put_beside(file, place)
            for file, place in zip((figure.light, figure.dark), places, strict=True)
        ]
        page = pages.figure_page(figure, files, neighbours)
        (folder / f"{figure.name}.html").write_text(page, encoding="utf-8")


def _files(folder: Path) -> Iterable[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def parser() -> Command:
    """Return what understands the command line."""
    command = Command(prog="python -m lecture.site", description=__doc__)
    command.add_argument("output", type=Path, help="the folder of the site; it is made anew")
    add = command.add_argument
    add("--lecture", type=Path, required=True, help="the folder that `make lecture` made")
    for kind, what in (("videos", "films"), ("light", "light figures"), ("dark", "dark figures")):
        add(
            f"--{kind}",
            type=Path,
            action="append",
            required=True,
            metavar="FOLDER",
            help=f"a folder of {what}; of several the first that has a name gives it",
        )
    return command


if __name__ == "__main__":
    parser().run(main)
