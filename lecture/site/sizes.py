"""How large files are, in words, and how large a site's may be."""

from collections.abc import Iterable
from pathlib import Path

MOST = 25_000_000
"""Bytes of one file that every host of static pages takes."""


def size(count: int) -> str:
    """Return ``count`` bytes in words, number and unit on one line.

    >>> size(3_049_613), size(154_321), size(999)
    ('3.0\\xa0MB', '154\\xa0kB', '999\\xa0bytes')
    """
    if count >= 999_500:
        return f"{count / 1e6:.1f}\N{NO-BREAK SPACE}MB"
    if count >= 1000:
        return f"{count / 1e3:.0f}\N{NO-BREAK SPACE}kB"
    return f"{count}\N{NO-BREAK SPACE}bytes"


def require_small(files: Iterable[Path]) -> None:
    """Raise ValueError when one of ``files`` is larger than a host may take."""
    for file in files:
        if file.stat().st_size > MOST:
            raise ValueError(
                f"{file.name} has {size(file.stat().st_size)}, and many hosts take files of "
                f"{size(MOST)} at most: build the site with a smaller QUALITY"
            )
