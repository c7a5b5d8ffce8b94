"""A target: one run of one command. And which figures and films there are.

Figures are the scripts of figures/, films the classes of scenes/: a new one is built because it
is there.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from tools.make.folders import Folder

ARTICLE_FILM = "LinearRegression2D"


@dataclass(frozen=True)
class Target:
    """One run of one command, which makes ``file`` and whatever else is in ``leaves``.

    ``name`` is its path below ``folder``, that of the article's build or of a table's; make
    calls it so. ``asides`` are arguments that change nothing in the file. ``watched`` are files
    that it is made from and that the command does not tell of.
    """

    verb: str
    folder: Folder
    name: str
    command: tuple[str, ...]
    asides: tuple[str, ...] = ()
    leaves: tuple[Path, ...] = ()
    watched: tuple[Path, ...] = ()

    @property
    def file(self) -> Path:
        """The file that the command makes last."""
        return self.folder.path / self.name

    @property
    def record(self) -> Path:
        """Where it is noted what the file was made from."""
        return self.folder.path / ".make" / f"{self.name}.json"


def figures(root: Path = Path()) -> list[str]:
    """Return the names of the figures: those of the scripts."""
    return sorted(path.stem for path in root.glob("figures/*.py") if path.stem != "__init__")


def films(root: Path = Path()) -> list[str]:
    """Return the names of the films, the article's first: classes named as their file is."""
    found = {
        name
        for path in root.glob("scenes/*.py")
        for name in re.findall(r"^class (\w+)\(\w*Film\):", path.read_text("utf-8"), re.MULTILINE)
        if name.lower() == path.stem.replace("_", "")
    }
    return sorted(found, key=lambda name: (name != ARTICLE_FILM, name))
