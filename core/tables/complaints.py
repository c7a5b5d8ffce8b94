"""A complaint at a command line says which table it is about."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.tables.text.rows import name_of


@contextmanager
def complaints_about(path: str | Path) -> Iterator[None]:
    """Let a ValueError of the block say which table it is about, if it does not yet."""
    try:
        yield
    except ValueError as error:
        if name_of(path) in str(error):
            raise
        raise ValueError(f"{name_of(path)}: {error}") from error
