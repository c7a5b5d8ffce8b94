"""What Typst makes, kept by a process that plays many films: a string is typeset once for all."""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache, partial
from typing import Any

import pytest
from manim import Typst

from scenes.visuals.writing import pen


@cache
def typeset() -> str:
    """Return the folder, which goes with the process: two must not write into one."""
    folder = tempfile.mkdtemp(prefix="typeset")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@contextmanager
def typeset_once() -> Iterator[None]:
    """Let every pen give copies of what it has written before.

    A film that is played once asks for few strings twice; nearly all of them are asked for again
    when it is played with another table.
    """
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("Writing", "Formula"):
            patch.setattr(pen, kind, partial(_copy_of, getattr(pen, kind)))
        yield


def _copy_of(kind: Callable[..., Typst], source: str, **options: Any) -> Typst:
    return _written(kind, source, tuple(options.items())).copy()


@lru_cache(maxsize=1000)
def _written(
    kind: Callable[..., Typst], source: str, options: tuple[tuple[str, Any], ...]
) -> Typst:
    return kind(source, **dict(options))
