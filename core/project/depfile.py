"""What a picture was made from, written for make.

Make must draw a picture again when anything that it was made from has changed: the modules that
were loaded and the files that were read. Both are known at the end of the run, without a list
that someone has to keep.

>>> print(dependency_rule(Path("build/a fit.svg"), [Path("core/palette.py"), Path("data/a b.csv")]))
build/a\\ fit.svg: core/palette.py data/a\\ b.csv
<BLANKLINE>
core/palette.py:
data/a\\ b.csv:
<BLANKLINE>
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.project.paths import DATA, ROOT
from core.project.whole_file import write_whole

_SPECIAL = re.compile(r"(\\*)([\s#:*?\[\]])")
_INEXPRESSIBLE = re.compile(r"[\n\r\v\f;=|]|\)$")


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
def prerequisites_noted(depfile: Path | None, target: Path) -> Iterator[None]:
    """Write the rule of make for ``target`` when the block that makes it ends well.

    It names the modules that are loaded by then, and the files of ``data/`` that were read in the
    block. A user's own table is make's to watch, under a name that make can say. Without a
    ``depfile`` nothing is noted.
    """
    if depfile is None:
        yield
        return
    read = FilesRead(DATA)
    try:
        yield
    finally:
        read.stop()
    write_depfile(depfile, target, [*loaded_modules(), *read.paths])


def write_depfile(
    depfile: Path, target: Path, prerequisites: Iterable[Path], root: Path = ROOT
) -> None:
    """Write the rule "``target`` is made from ``prerequisites``" for make's ``include``.

    Paths below ``root`` are written relative to it, since make runs there.
    """
    rule = dependency_rule(target, sorted({_from_root(path, root) for path in prerequisites}))
    write_whole(depfile, rule)


def _from_root(path: Path, root: Path) -> Path:
    absolute = path.resolve()
    return absolute.relative_to(root) if absolute.is_relative_to(root) else absolute


def dependency_rule(target: Path, prerequisites: Iterable[Path]) -> str:
    """Return a rule of make, and an empty rule for each prerequisite.

    The empty rules let make go on after a prerequisite was deleted or renamed, as ``gcc -MP`` does.
    ValueError names a path that make cannot express.
    """
    paths = list(prerequisites)
    rule = " ".join([f"{_as_target(target)}:", *map(_quoted, paths)])
    return "\n".join([rule, "", *(f"{_as_target(path)}:" for path in paths), ""])


def _quoted(path: Path) -> str:
    """Return ``path`` with everything escaped that make would read as syntax."""
    text = str(path)
    if bad := _INEXPRESSIBLE.search(text):
        raise ValueError(f"make cannot express the path {text!r}: rename it without {bad[0]!r}")
    return _SPECIAL.sub(lambda found: 2 * found[1] + "\\" + found[2], text).replace("$", "$$")


def _as_target(path: Path) -> str:
    """Return ``path`` for the left side of a colon, where a bare % would make a pattern rule."""
    return _quoted(path).replace("%", r"\%")
