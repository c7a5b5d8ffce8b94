"""Files that a page links to lie beside it, so that the folder can be carried away."""

import os
import shutil
from pathlib import Path

from core.project.whole_file import whole_file


def put_beside(file: Path, place: Path) -> Path:
    """Make ``place`` the same file as ``file``, or a copy of it on another disk."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(place) as unfinished:
        try:
            os.link(file, unfinished)
        except OSError:
            shutil.copyfile(file, unfinished)
    return place
