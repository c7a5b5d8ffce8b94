"""What a picture was made from, noted for whoever decides when to make it again.

A picture must be drawn again when anything that it was made from has changed: the modules that
were loaded and the files that were read. Both are known at the end of the run, without a list
that someone has to keep. ``tools/make`` keeps them with their contents' digests.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.project.paths import DATA, ROOT
from core.project.whole_file import write_whole


class FilesRead:
    """The files below a folder that this process has opened since the object was made.

    Python cannot take an audit hook off again: make few objects, and ``stop`` them.
    """

    def __init__(self, folder: Path) -> None:
        """Start to watch ``folder``."""
        self.folder = folder.resolve()
        self.paths: set[Path] = set()
        self._watching = True
        sys.addaudithook(self._note)

    def stop(self) -> None:
        """Note nothing from now on."""
        self._watching = False

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self._watching or event != "open":
            return
        if not isinstance(arguments[0], str | bytes | os.PathLike):
            return
        path = Path(os.path.abspath(os.fsdecode(arguments[0])))  # noqa: PTH100  resolve() opens
        if path.is_relative_to(self.folder) and path.is_file():
            self.paths.add(path)


def loaded_modules(root: Path = ROOT) -> list[Path]:
    """Return the source files below ``root`` whose modules are loaded, sorted."""
    files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    paths = (Path(file).resolve() for file in files if file)
    return sorted(path for path in paths if path.is_relative_to(root) and not _foreign(path, root))


def _foreign(path: Path, root: Path) -> bool:
    """Tell whether ``path`` lies in a virtual environment or another hidden folder of ``root``."""
    inside = path.relative_to(root).parts
    return any(part.startswith(".") or part == "site-packages" for part in inside)


@contextmanager
def prerequisites_noted(depfile: Path | None, *sources: Path) -> Iterator[None]:
    """Write to ``depfile`` what the block made its files from, when it ends well.

    These are the modules that are loaded by then, and the files of ``data/`` and of the folders
    ``sources`` that were read in the block; whoever names a table of a user's own knows it
    already. Without a ``depfile`` nothing is noted.
    """
    if depfile is None:
        yield
        return
    folders = [FilesRead(folder) for folder in (DATA, *sources)]
    try:
        yield
    finally:
        for folder in folders:
            folder.stop()
    paths = {path for folder in folders for path in folder.paths}
    write_depfile(depfile, [*loaded_modules(), *(path for path in paths if path.suffix != ".pyc")])


def write_depfile(depfile: Path, paths: Iterable[Path], root: Path = ROOT) -> None:
    """Write ``paths``, relative to ``root`` where they lie below it, one on each line."""
    lines = sorted({str(_from_root(path, root)) for path in paths})
    write_whole(depfile, "".join(f"{line}\n" for line in lines))


def _from_root(path: Path, root: Path) -> Path:
    absolute = path.resolve()
    return absolute.relative_to(root) if absolute.is_relative_to(root) else absolute
