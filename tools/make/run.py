"""Make one target, and leave nothing behind that nobody waits for.

Whoever started make may end it at any moment and in any way. Then what it has begun ends too,
whole files stay, and the next make goes on from there.
"""

import ctypes
import fcntl
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.make.folders import Folder
from tools.make.record import Digests, out_of_date, write_record
from tools.make.targets import Target

CHOICES_OF_FILMS = ("THEME", "DATA", "X", "Y", "SHEET", "WORDS")
GLANCE = 0.1  # seconds between two looks at whether make still waits
PATIENCE = 20  # seconds for a process to tidy up
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG = 1


def claim(folder: Folder) -> None:
    """Note whose ``folder`` is; ValueError when it belongs to somebody else by now."""
    folder.note.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder.note.with_suffix(".lock")):
        folder.claim()


def bring_up_to_date(target: Target) -> int:
    """Make ``target`` unless that has been done by now; return the exit code."""
    claim(target.folder)
    target.record.parent.mkdir(parents=True, exist_ok=True)
    with _alone(target.record.with_suffix(".lock")):
        # Another make may have been at it while this one waited.
        if not out_of_date(target, Digests()):
            return 0
        print(target.verb, target.file.name, flush=True)
        before = Digests().before_a_run(target.watched)
        target.record.unlink(missing_ok=True)  # no record, no finished run
        with tempfile.TemporaryDirectory(prefix="make-") as folder:
            depfile = Path(folder) / "read"
            status = run([*target.command, *target.asides, "--depfile", str(depfile)])
            if status == 0:
                write_record(target, depfile.read_text("utf-8").splitlines(), before)
    return status


def run(arguments: Sequence[str]) -> int:
    """Run Python with ``arguments``; end it when make ends. Return its exit code."""
    caught: list[int] = []
    for ending in ENDINGS:
        signal.signal(ending, lambda number, _: caught.append(number))
    waiting = _Waiting()
    process = subprocess.Popen(
        [sys.executable, "-E", *arguments],
        env=_environment(),
        preexec_fn=_end_with_this_process,  # noqa: PLW1509  no threads here
    )
    while True:
        try:
            status = process.wait(GLANCE)
        except subprocess.TimeoutExpired:
            if caught or not waiting.still():
                return _end(process, caught)
        else:
            return status if status >= 0 else 128 - status


def _end(process: subprocess.Popen[bytes], caught: list[int]) -> int:
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    return 128 + (caught[0] if caught else signal.SIGTERM)


class _Waiting:
    """Whether the process that started this one still waits for it.

    A make that gets SIGINT or SIGHUP alone, not with its children as on a terminal, waits until
    they have ended by themselves. While it does, it is in its handler of that signal: the signal
    is blocked and has got its default back, and Linux tells both. So it is seen, too, when the
    signal came before this process was ready. What a parent blocks all the time it passes on.
    """

    def __init__(self) -> None:
        self._parent = os.getppid()
        self._always = _bits(*signal.pthread_sigmask(signal.SIG_BLOCK, ()))

    def still(self) -> bool:
        """Tell whether it does."""
        if os.getppid() != self._parent:
            return False
        blocked, ignored, caught = self._masks()
        in_handler = blocked & ~ignored & ~caught & ~self._always
        return not in_handler & _bits(signal.SIGINT, signal.SIGHUP)

    def _masks(self) -> tuple[int, int, int]:
        """Return which signals the parent blocks, ignores and catches; none where nobody tells."""
        try:
            status = Path(f"/proc/{self._parent}/status").read_text("ascii", "replace")
            words = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
            blocked, ignored, caught = (
                int(words[name], 16) for name in ("SigBlk", "SigIgn", "SigCgt")
            )
        except (OSError, ValueError, KeyError):
            return 0, 0, 0
        return blocked, ignored, caught


def _bits(*signals: int) -> int:
    """Return the mask of a set of signals."""
    return sum(1 << (one - 1) for one in signals)


def _end_with_this_process() -> None:
    """In the new process: an interrupt is this one's business, its end is the other's end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _environment() -> dict[str, str]:
    """Return the environment without what would decide how a picture looks."""
    own = {
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": str(Path.cwd() / ".venv" / "var" / "matplotlib"),
    }
    return {name: text for name, text in os.environ.items() if name not in CHOICES_OF_FILMS} | own


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Wait until no other process is in here with the same ``lock``."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
