"""What a file was made from, by content: its command, the tools, and every file that was read.

Times are not asked. A table that is replaced by an older one, a clock that was wrong, a clone or
a touch give every file a time that says nothing about what is in it.
"""

import json
import os
import re
import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from tools.make.targets import Target

# Tools that check the project and leave no trace in a picture.
CHECKERS = {
    "ast-serialize",
    "execnet",
    "grimp",
    "hypothesis",
    "import-linter",
    "iniconfig",
    "librt",
    "mypy",
    "mypy-extensions",
    "pathspec",
    "pluggy",
    "pytest",
    "pytest-xdist",
    "ruff",
    "sortedcontainers",
}
# Folders of the project that nothing in build/ is made from.
NO_SOURCES = {"build", "media", "tests", "tools"}


class Digests:
    """The digests of files; each is read once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, path: str) -> str:
        """Return what stands for the content of ``path``; "" where there is no file."""
        if path not in self._known:
            try:
                with open(path, "rb") as file:  # noqa: PTH123  a third of the time
                    self._known[path] = sha256(file.read()).hexdigest()
            except OSError:
                self._known[path] = ""
        return self._known[path]

    def before_a_run(self, watched: Iterable[Path]) -> dict[str, str]:
        """Return the digests of everything that a command may read.

        Taken before the command starts: what is edited while it runs is out of date afterwards.
        """
        folders = [path for path in Path().iterdir() if path.is_dir()]
        sources = [
            str(path)
            for folder in folders
            if folder.name not in NO_SOURCES and not folder.name.startswith(".")
            for path in folder.rglob("*")
            if path.is_file() and path.parent.name != "__pycache__"
        ]
        return {path: self.of(path) for path in [*sources, *map(str, watched)]}


@cache
def tools() -> str:
    """Return the versions of all that leaves a trace in a picture, in one digest."""
    pins = re.findall(r"^([\w.-]+)==([^ ;\\]+)", Path("requirements.txt").read_text(), re.MULTILINE)
    counting = [pin for pin in pins if pin[0] not in CHECKERS]
    return sha256(repr((sys.version_info[:3], counting)).encode()).hexdigest()


def out_of_date(target: Target, digests: Digests) -> bool:
    """Tell whether ``target`` must be made: something differs from the run that made its files."""
    try:
        record = json.loads(target.record.read_text(encoding="utf-8"))
        return bool(
            record["command"] != list(target.command)
            or record["tools"] != tools()
            or any(digests.of(path) != digest for path, digest in record["made_from"].items())
            or not _there(record["files"], [target.file, *target.leaves])
        )
    except (OSError, ValueError, LookupError, AttributeError):
        return True


def _there(sizes: dict[str, int], leaves: Iterable[Path]) -> bool:
    """Tell whether all that a run left is still there, no file longer or shorter."""
    for leaf in map(str, leaves):
        inside = [path for path in sizes if path == leaf or path.startswith(leaf + os.sep)]
        if not inside or any(_size(path) != sizes[path] for path in inside):
            return False
    return True


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116
    except OSError:
        return -1


def write_record(target: Target, read: Iterable[str], before: dict[str, str]) -> None:
    """Note what the run that just ended made ``target`` from."""
    files = [
        path
        for leaf in (target.file, *target.leaves)
        for path in ([leaf] if leaf.is_file() else sorted(leaf.rglob("*")))
        if path.is_file()
    ]
    made_from = {*read, *map(str, target.watched)}
    record = {
        "command": target.command,
        "tools": tools(),
        # what was not there before the run has no digest, and is out of date
        "made_from": {path: before.get(path, "unknown") for path in sorted(made_from)},
        "files": {str(path): path.stat().st_size for path in files},
    }
    unfinished = target.record.with_suffix(f".{os.getpid()}")
    unfinished.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    unfinished.replace(target.record)
