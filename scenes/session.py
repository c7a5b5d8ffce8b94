"""One manim session: find a film by its name, render it in a private folder, say what came out."""

import importlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import srt
from manim import tempconfig

from core.palette import theme
from scenes.film import Film
from scenes.settings import FilmSettings


@dataclass(frozen=True)
class Step:
    """One step of a film, from ``start`` to ``end`` in seconds."""

    name: str
    start: float
    end: float


@dataclass(frozen=True)
class RenderedFilm:
    """The files of a finished session and the times of its steps."""

    movie: Path
    sections: Path
    captions: list[srt.Subtitle]
    steps: tuple[Step, ...]
    poster_time: float

    def as_json(self) -> dict[str, Any]:
        """Return steps and captions as plain data."""
        return {
            "poster": self.poster_time,
            "steps": [vars(step) for step in self.steps],
        }


def film_class(name: str) -> type[Film]:
    """Return the film called ``name``; it lives in the module of the same name in snake case."""
    module = re.sub(r"(?<=[a-z])(?=[A-Z0-9])", "_", name).lower()
    films = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    if module not in films:
        raise ValueError(f"there is no film {name!r}: no file scenes/{module}.py")
    film = getattr(importlib.import_module(f"scenes.{module}"), name, None)
    if film is None:
        raise ValueError(f"scenes/{module}.py has no film {name!r}")
    found: type[Film] = film
    return found


def render_film(
    name: str, settings: FilmSettings, quality: str, media: Path, **overrides: Any
) -> RenderedFilm:
    """Render the film into the folder ``media`` at manim's ``quality``."""
    with session(settings, quality, media, **overrides):
        film = film_class(name)()
        film.render()
        writer = film.renderer.file_writer
        steps = _steps(film)
        poster = next(step for step in steps if step.name == film.poster_step)
        return RenderedFilm(
            movie=Path(writer.movie_file_path),
            sections=Path(writer.sections_output_dir),
            captions=writer.subcaptions,
            steps=steps,
            poster_time=poster.start + film.poster_share * (poster.end - poster.start),
        )


@contextmanager
def session(settings: FilmSettings, quality: str, media: Path, **overrides: Any) -> Iterator[None]:
    """Configure manim for one film and put everything back afterwards."""
    before = dict(os.environ)
    os.environ.update(settings.to_environment())
    chosen = {
        "quality": quality,
        "media_dir": str(media),
        "background_color": theme(settings.theme).background,
        "save_sections": True,
        "progress_bar": "none",
        "verbosity": "ERROR",
        **overrides,
    }
    try:
        with tempconfig(chosen):
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _steps(film: Film) -> tuple[Step, ...]:
    starts = [start for _, start in film.steps]
    ends = [*starts[1:], film.time]
    return tuple(
        Step(name, round(start, 3), round(end, 3))
        for (name, start), end in zip(film.steps, ends, strict=True)
    )
