"""One manim session: find a film by its name, configure manim for it, put everything back."""

import importlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from manim import tempconfig
from manim.mobject.svg.svg_mobject import SVG_HASH_TO_MOB_MAP

import scenes
from core.palette import theme
from scenes.able import module_of
from scenes.film import Film
from scenes.settings import FilmSettings


def film_class(name: str) -> type[Film]:
    """Return the film called ``name``; it lives in the module of the same name in snake case."""
    module = module_of(name)
    films = {path.stem for path in Path(scenes.__file__).parent.glob("*.py")}
    if module not in films:
        raise ValueError(f"there is no film {name!r}: no file scenes/{module}.py")
    film = getattr(importlib.import_module(f"scenes.{module}"), name, None)
    if film is None:
        raise ValueError(f"scenes/{module}.py has no film {name!r}")
    found: type[Film] = film
    return found


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
    # A mobject copied from this cache differs from a fresh one by rounding: a film must not depend
    # on what the process drew before.
    SVG_HASH_TO_MOB_MAP.clear()
    try:
        with tempconfig(chosen):
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)
