"""What decides how a frame looks besides the piece itself: the project's files and its tools.

Pieces may be drawn in another clone of the project, on another machine. A film must not be put
together from two versions.
"""

import hashlib
import platform
import sys
from importlib.metadata import version
from pathlib import Path

from core.project.paths import ROOT

_SOURCES = ("core/**/*.py", "scenes/**/*.py", "data/*.csv", "manim.cfg")
_TOOLS = ("manim", "numpy", "scipy", "pycairo", "av", "typst", "svgelements")


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for pattern in _SOURCES for path in root.glob(pattern)):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    tools = " ".join(f"{tool} {version(tool)}" for tool in _TOOLS)
    digest.update(f"python {sys.version_info[:2]} {tools}".encode())
    return digest.hexdigest()


# Taken when the modules are loaded: a process that goes on after an edit runs what was there.
FINGERPRINT = _fingerprint(ROOT)


def same_project(other: str) -> None:
    """Raise ValueError if ``other`` is not this process's fingerprint."""
    if other != FINGERPRINT:
        raise ValueError(
            f"the worker on {platform.node()} has another version of the project or of its tools: "
            "bring its clone to the same commit, run make setup there, start the worker again"
        )
