"""What there is to show: films and figures with all that a page has to know of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import av

from lecture.films import film_names, read_film

SVG = "{http://www.w3.org/2000/svg}"
PIXELS_IN_A_POINT = 4 / 3
# In the order of the article; others follow.
ARTICLE = (
    "linreg",
    "lingeom",
    "example_radiation_A",
    "example_radiation_B",
    "experiment",
    "halfthickness",
)


@dataclass(frozen=True)
class FilmAsset:
    """A film with its words; ``theme`` is that of its ground, ``captions`` are its WebVTT."""

    name: str
    title: str
    question: str
    file: Path
    theme: str
    width: int
    height: int
    rate: int
    seconds: int
    sentences: tuple[str, ...]

    @property
    def captions(self) -> Path:
        """The file of its sentences."""
        return self.file.with_suffix(".vtt")

    @property
    def poster(self) -> Path:
        """The picture that stands for it."""
        return self.file.with_suffix(".png")

    @property
    def length(self) -> str:
        """Minutes and seconds."""
        return f"{self.seconds // 60}:{self.seconds % 60:02}"


@dataclass(frozen=True)
class FigureAsset:
    """A figure in both themes; ``description`` is for those who do not see it."""

    name: str
    title: str
    description: str
    light: Path
    dark: Path
    width: int
    height: int


def films(videos: Sequence[Path]) -> list[FilmAsset]:
    """Return the films of the folders, those of the lecture first; of two of one name the first."""
    return [_film(name, videos) for name in film_names(*videos)]


def _film(name: str, videos: Sequence[Path]) -> FilmAsset:
    film = read_film(name, *videos, with_words=True)
    with av.open(film.file) as movie:
        stream = movie.streams.video[0]
        width, height = stream.width, stream.height
    return FilmAsset(
        name=name,
        title=film.title,
        question=film.question,
        file=film.file,
        theme=film.theme,
        width=width,
        height=height,
        rate=round(film.rate),
        seconds=round((film.steps[-1].last + 1) / film.rate),
        sentences=tuple(sentence.text for sentence in film.sentences),
    )


def figures(light: Sequence[Path], dark: Sequence[Path]) -> list[FigureAsset]:
    """Return the figures of the folders, those of the article first; each is there in both themes.

    ValueError names one that is not.
    """
    there = {file.stem for folder in light for file in folder.glob("*.svg")}
    names = [*(name for name in ARTICLE if name in there), *sorted(there - set(ARTICLE))]
    return [_figure(_first(light, name), _first(dark, name)) for name in names]


def _first(folders: Iterable[Path], name: str) -> Path:
    files = [folder / f"{name}.svg" for folder in folders]
    for file in files:
        if file.exists():
            return file
    raise ValueError(f"no figure {' or '.join(map(str, files))}: `make site` draws both themes")


def _figure(light: Path, dark: Path) -> FigureAsset:
    root = ElementTree.parse(light).getroot()
    width, height = _pixels(root)
    return FigureAsset(
        name=light.stem,
        title=root.findtext(f"{SVG}title", light.stem),
        description=root.findtext(f"{SVG}desc", ""),
        light=light,
        dark=dark,
        width=width,
        height=height,
    )


def _pixels(root: ElementTree.Element) -> Iterator[int]:
    """Yield width and height as a browser shows them when nobody asks for another size."""
    for side in ("width", "height"):
        points = float(re.sub(r"pt$", "", root.get(side, "")))
        yield round(points * PIXELS_IN_A_POINT)
