"""Play a film without pictures: every mobject moves as in the film, nothing is drawn or written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from manim import config

from scenes.film import Film
from scenes.settings import FilmSettings
from scenes.studio.session import film_class, session

RATE = 4


def rehearse(
    name: str,
    folder: Path,
    look: Callable[[Film], None],
    settings: FilmSettings | None = None,
) -> Film:
    """Play the film called ``name`` at four frames a second; call ``look`` after each frame."""
    settings = settings or FilmSettings()
    with session(settings, "low_quality", folder, dry_run=True, save_sections=False):
        config.frame_rate = RATE

        class Rehearsal(film_class(name)):  # type: ignore[misc]
            def update_mobjects(self, dt: float) -> None:
                super().update_mobjects(dt)
                look(self)

        film: Any = Rehearsal()
        film.render()
    return film
