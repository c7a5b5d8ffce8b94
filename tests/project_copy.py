"""A copy of the project in which make may be run and files may be changed."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

from tools.make.choices import NAMES

ROOT = Path(__file__).parent.parent
PICTURES = ("figures/", "video/", "preview/", "numbers.json", "report.txt")


def _heed_signals() -> None:
    """Undo what tests inherit from a shell's background, and from nohup: ignored signals."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Project:
    """A copy of the project in which make may be run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        outer = {*NAMES, "ARGS", "PYTHON", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES"}
        environment = {name: text for name, text in os.environ.items() if name not in outer}
        return subprocess.Popen(
            ["make", *arguments],
            cwd=self.folder,
            env=environment | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=_heed_signals,  # noqa: PLW1509  no threads here
        )

    def make(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        process = self.start(*arguments, **variables)
        out, err = process.communicate()
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def built(self, *arguments: str, **variables: str) -> set[str]:
        """Return the pictures that this make draws (or would, with -n)."""
        done = self.make(*arguments, **variables)
        assert done.returncode == 0, done.stderr
        if "-n" in arguments:
            words = done.stdout.split()
            return {Path(word).stem for word in words if word.startswith(PICTURES)}
        verbs = ("draw ", "film ", "calculate ")
        lines = done.stdout.splitlines()
        return {Path(line.split()[1]).stem for line in lines if line.startswith(verbs)}

    def replace(self, path: str, old: str, new: str) -> None:
        """Replace the only ``old`` in the file at ``path``."""
        text = (self.folder / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (self.folder / path).write_text(text.replace(old, new), encoding="utf-8")

    def end_film_before(self, path: str, part: str) -> None:
        """Let the film of the script at ``path`` end before ``part``, a method that it calls."""
        script = self.folder / path
        text = script.read_text(encoding="utf-8")
        told, call, rest = text.partition(f"        self.{part}()\n")
        assert call
        _, end, others = rest.partition("\n    def ")
        script.write_text(told + end + others, encoding="utf-8")

    def edit(self, path: str) -> None:
        with (self.folder / path).open("a", encoding="utf-8") as file:
            file.write("\n# edited\n")


def copy_of_project(folder: Path) -> Project:
    """Copy what is needed to build; the environment is shared."""
    folder.mkdir()
    for name in ("core", "figures", "scenes", "data", "tools"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "manim.cfg", "requirements.in", "requirements.txt"):
        shutil.copy2(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    return Project(folder)
