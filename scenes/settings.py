"""What a film is asked to show: theme and data, taken from the environment.

The environment is used because manim, not this project, starts a scene: a film must come out the
same from ``make`` and from ``THEME=light python -m manim -ql scenes/NAME.py CLASS``.
"""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.project.paths import ROOT
from core.tables.dataset import Dataset, read_dataset

HEADER_DATA = ROOT / "data" / "header.csv"
NAMES = ("theme", "data", "x", "y", "sheet", "words")


@dataclass(frozen=True)
class FilmSettings:
    """Theme (``dark`` or ``light``), the table a film shows, whether its words are on screen.

    x and y name the columns of the table, sheet that of a workbook. Without its words a film is
    for someone who speaks, or for a page that sets the words itself; it is the same film
    otherwise, frame by frame.
    """

    theme: str = "dark"
    data: Path = HEADER_DATA
    x: str | None = None
    y: str | None = None
    sheet: str | None = None
    words: bool = True

    @classmethod
    def from_environment(cls) -> "FilmSettings":
        """Read THEME, DATA, X, Y, SHEET, WORDS (1 or 0); what is unset or empty stays as it is."""
        given = {name: os.environ.get(name.upper()) for name in NAMES}
        return cls(
            theme=given["theme"] or cls.theme,
            data=Path(given["data"]) if given["data"] else cls.data,
            x=given["x"] or None,
            y=given["y"] or None,
            sheet=given["sheet"] or None,
            words=(given["words"] or "1") != "0",
        )

    def to_environment(self) -> dict[str, str]:
        """Return the variables that make another process read the same settings."""
        return {
            "THEME": self.theme,
            "DATA": str(self.data),
            "X": self.x or "",
            "Y": self.y or "",
            "SHEET": self.sheet or "",
            "WORDS": "1" if self.words else "0",
        }

    @property
    def shows_the_article(self) -> bool:
        """Whether a film shows what it was made for, no table of a user's own."""
        chosen = self.x or self.y or self.sheet
        return not chosen and self.data.resolve() == HEADER_DATA

    def dataset(self) -> Dataset:
        """Return the points of the table; ValueError when it cannot be read."""
        return _read_once(self.data, self.x, self.y, self.sheet, _stamp(self.data))


@lru_cache(maxsize=1)
def _read_once(
    data: Path, x: str | None, y: str | None, sheet: str | None, _: tuple[int, ...]
) -> Dataset:
    """Read the table, which may be long: who asks whether it can be shown then shows it."""
    return read_dataset(data, x, y, sheet)


def _stamp(path: Path) -> tuple[int, ...]:
    """Return what tells a file from what it was before; reading complains where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size
