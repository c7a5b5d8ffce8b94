"""What a film is asked to show: theme and data, taken from the environment.

The environment is used because manim, not this project, starts a scene: a film must come out the
same from ``make`` and from ``THEME=light python -m manim -ql scenes/NAME.py CLASS``.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from core.project.paths import ROOT

HEADER_DATA = ROOT / "data" / "header.csv"


@dataclass(frozen=True)
class FilmSettings:
    """Theme (``dark`` or ``light``) and the table a film shows; x and y name its columns."""

    theme: str = "dark"
    data: Path = HEADER_DATA
    x: str | None = None
    y: str | None = None

    @classmethod
    def from_environment(cls) -> "FilmSettings":
        """Read THEME, DATA, X and Y; what is unset or empty keeps its default."""
        given = {name: os.environ.get(name.upper()) for name in ("theme", "data", "x", "y")}
        return cls(
            theme=given["theme"] or cls.theme,
            data=Path(given["data"]) if given["data"] else cls.data,
            x=given["x"] or None,
            y=given["y"] or None,
        )

    def to_environment(self) -> dict[str, str]:
        """Return the variables that make another process read the same settings."""
        return {
            "THEME": self.theme,
            "DATA": str(self.data),
            "X": self.x or "",
            "Y": self.y or "",
        }
