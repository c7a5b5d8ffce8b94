"""A file appears under its name when it is complete, or not at all.

What is being written has a hidden name beside the target, ``.NAME.unfinished-PID.ENDING``. After
any error it goes; what a killed process left behind goes when the same target is written next.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield the name to write to; when the block ends well, that file takes the place of ``path``.

    The name has the ending of ``path``, since some writers choose the format by it.
    """
    unfinished = _begin(path)
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def unfinished_folder(path: Path) -> Iterator[Path]:
    """Yield an empty folder beside ``path``, on its file system, which ends with the block."""
    folder = _begin(path)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` in UTF-8 to ``path``."""
    with whole_file(path) as unfinished:
        unfinished.write_text(text, encoding="utf-8")


def _begin(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    for left_behind in _without_owner(path):
        if left_behind.is_dir():
            shutil.rmtree(left_behind, ignore_errors=True)
        else:
            left_behind.unlink(missing_ok=True)
    return path.with_name(f".{path.stem}.unfinished-{os.getpid()}{path.suffix}")


def _without_owner(path: Path) -> Iterator[Path]:
    """Yield what processes that no longer live left of ``path``."""
    name = re.compile(rf"\.{re.escape(path.stem)}\.unfinished-(\d+){re.escape(path.suffix)}")
    for entry in path.parent.iterdir():
        match = name.fullmatch(entry.name)
        if match and not _is_alive(int(match[1])):
            yield entry


def _is_alive(pid: int) -> bool:
    if pid == os.getpid():
        return False  # a process before this one had the same number
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
