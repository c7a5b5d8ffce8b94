"""The pages of the site: one in front, one for each film and each figure."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from unicodedata import normalize

from lecture.page import filled, ground, joined
from lecture.site.assets import FigureAsset, FilmAsset
from lecture.site.sizes import size
from lecture.site.snippets import figure_html, film_html
from lecture.style import style_sheet

HERE = Path(__file__).parent
FOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for the folder of the files until a reader has said which it is."""


@dataclass(frozen=True)
class Neighbours:
    """The pages before and after one, as title and address, where there are such."""

    before: tuple[str, str] | None
    after: tuple[str, str] | None


def look() -> str:
    """Return the style sheet of all pages, letters included."""
    return "\n".join([style_sheet(("text", "italic")), ground(), joined([HERE / "site.css"])])


def film_page(film: FilmAsset, files: Sequence[Path], neighbours: Neighbours) -> str:
    """Return the page of ``film``, beside its ``files``."""
    says = "".join(f"<li>{_with_indices(sentence)}</li>" for sentence in film.sentences)
    return _asset_page(
        title=film.title,
        lead=f'<p class="lead">{escape(film.question)}</p>',
        shown=_from_a_disk(film),
        facts=f"{film.length}, {film.width} × {film.height} pixels, {film.rate} frames a second,"
        " silent; the words stand in the picture",
        files=_table(files),
        html=_to_copy(lambda folder: film_html(film, folder)),
        words=f"<h2>What it says</h2>\n<ul>{says}</ul>",
        neighbours=neighbours,
    )


def figure_page(figure: FigureAsset, files: Sequence[Path], neighbours: Neighbours) -> str:
    """Return the page of ``figure``, beside its ``files``."""
    return _asset_page(
        title=figure.title,
        lead="",
        shown=figure_html(figure),
        facts=f"SVG, {figure.width} × {figure.height} pixels or any size; "
        "the picture follows the theme of the reader",
        files=_table(files),
        html=_to_copy(lambda folder: figure_html(figure, folder)),
        words=f"<h2>What it shows</h2>\n<p>{escape(figure.description)}</p>",
        neighbours=neighbours,
    )


def front_page(
    films: Sequence[FilmAsset], figures: Sequence[FigureAsset], files: dict[str, int]
) -> str:
    """Return the page in front of all ``files``, each given as its address and its size."""
    first = films[0]
    minutes = round(sum(film.seconds for film in films) / 60)
    doors = [
        ("Watch", f"films/{first.name}.html", f"{len(films)} short films, {minutes} minutes."),
        ("Read", "lecture/index.html", "The whole story, step by step."),
        ("Try", "lecture/explorer.html", "Drag points, or bring your own."),
    ]
    return filled(
        HERE / "front.html",
        first=first.name,
        ground=first.theme,
        length=first.length,
        title=escape(first.title),
        doors="\n".join(_door(*door) for door in doors if door[1] in files),
        galleries="\n".join(
            [
                _gallery("Films", map(_film_in_gallery, films)),
                _gallery("Figures", map(_figure_in_gallery, figures)),
            ]
        ),
        weight=size(sum(files.values())),
        largest=size(max(files.values())),
    )


def _from_a_disk(film: FilmAsset) -> str:
    """Return the HTML of ``film`` with its captions in it: a page from a disk may not read them."""
    captions = b64encode(film.captions.read_bytes()).decode("ascii")
    return film_html(film).replace(
        f'src="{film.name}.vtt"', f'src="data:text/vtt;charset=utf-8;base64,{captions}"'
    )


def _asset_page(title: str, neighbours: Neighbours, **parts: str) -> str:
    links = (("prev", neighbours.before), ("next", neighbours.after))
    others = "\n".join(
        f'<a rel="{rel}" href="{escape(link[1])}">{escape(link[0])}</a>'
        for rel, link in links
        if link
    )
    return filled(HERE / "asset.html", title=escape(title), others=others, **parts)


def _table(files: Sequence[Path]) -> str:
    kinds = {
        ".mp4": "the film",
        ".png": "its poster",
        ".vtt": "its sentences, for browsers",
        ".srt": "the same, for players",
        ".svg": "for light pages",
    }
    rows: list[str] = []
    for file in files:
        dark = file.parent.name == "dark"
        place = f"dark/{file.name}" if dark else file.name
        kind = "for dark pages" if dark else kinds[file.suffix]
        rows.append(
            f'<tr><th scope="row"><a href="{escape(place)}" download>{_breaking(place)}</a></th>'
            f"\n<td>{kind}</td>\n<td>{size(file.stat().st_size)}</td></tr>"
        )
    return "\n".join(rows)


def _with_indices(sentence: str) -> str:
    """Return a sentence of captions, which have plain letters for an index, as HTML."""

    def below(found: re.Match[str]) -> str:
        return f"<sub>{normalize('NFKC', found[0].removeprefix('_'))}</sub>"

    return re.sub(r"_[^\W\d_]+|[₀-₉]", below, escape(sentence))


def _breaking(place: str) -> str:
    """Return a file's path as HTML that may go on in the next line before its ending."""
    return escape(place).replace("/", "/<wbr>").replace(".", "<wbr>.")


def _to_copy(snippet: Callable[[str], str]) -> str:
    return escape(snippet(FOLDER), quote=False).replace(FOLDER, '<span class="folder"></span>')


def _door(verb: str, address: str, what: str) -> str:
    return (
        f'<li><a href="{escape(address)}"><span class="verb">{verb}</span> '
        f"<span>{escape(what)}</span></a></li>"
    )


def _gallery(title: str, items: Iterable[str]) -> str:
    name = title.lower()
    return "\n".join(
        [
            f'<section aria-labelledby="{name}">',
            f'<h2 id="{name}">{title}</h2>',
            f'<ul class="gallery {name}">',
            *items,
            "</ul>\n</section>",
        ]
    )


def _film_in_gallery(film: FilmAsset) -> str:
    return (
        f'<li><a href="films/{film.name}.html"><img src="films/small/{film.name}.jpg" alt="" '
        f'data-ground="{film.theme}" width="16" height="9" loading="lazy"> {escape(film.title)}'
        f"</a><p>{escape(film.question)} <span>({film.length})</span></p></li>"
    )


def _figure_in_gallery(figure: FigureAsset) -> str:
    picture = figure_html(figure, "figures/")
    return (
        f'<li><a href="figures/{figure.name}.html">{_silent(picture)} {escape(figure.title)}</a>'
        f"<p>{figure.name}.svg</p></li>"
    )


def _silent(picture: str) -> str:
    """Return the HTML of a picture beside its title, which says enough there."""
    return re.sub(r'style="[^"]*"\s+alt="[^"]*"', 'loading="lazy" alt=""', picture)


def neighbours(titles_and_names: Sequence[tuple[str, str]]) -> Iterator[Neighbours]:
    """Yield what stands before and after each page, given title and name of each in their order."""
    links = [None, *((title, f"{name}.html") for title, name in titles_and_names), None]
    for k in range(1, len(links) - 1):
        yield Neighbours(links[k - 1], links[k + 1])
