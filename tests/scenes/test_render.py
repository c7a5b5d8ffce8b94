"""On a terminal a render tells how far it is; interrupted or killed, it leaves nothing behind."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.project.paths import ROOT
from scenes.command import INTERRUPTED

# Far longer than it takes: what is measured is in the bench, what is tested is that it ends.
PATIENCE = 30

pytestmark = pytest.mark.slow


class Render:
    """A film on its way, started on a terminal of its own, with an older film in its place."""

    def __init__(self, folder: Path) -> None:
        # short, for a socket's name has room for a hundred letters
        self.passing = Path(tempfile.mkdtemp())
        self.film = folder / "films" / "LinearRegression2D.mp4"
        self.film.parent.mkdir()
        self.film.write_bytes(b"yesterday's film")
        command = ["-m", "scenes", "LinearRegression2D", "--quality", "h"]
        self._terminal, its_end = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, *command, "--output", str(self.film)],
            cwd=ROOT,
            env=os.environ | {"TMPDIR": str(self.passing)},
            stderr=its_end,
            start_new_session=True,
            # a test that runs in the background of a shell inherits that it is ignored
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
        os.close(its_end)
        self.said = ""
        while "per second" not in self.said:
            self.said += os.read(self._terminal, 4096).decode()

    def send(self, number: signal.Signals) -> None:
        """Send a signal as a terminal does: to every process of the session."""
        os.killpg(self.process.pid, number)

    def processes(self) -> bool:
        """Tell whether any process of the session is left."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def wait_for_the_last_process(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while self.processes():
            assert time.monotonic() < deadline, "processes go on after the end"
            time.sleep(0.05)

    def stop(self) -> None:
        if self.processes():
            self.send(signal.SIGKILL)
        self.process.wait()
        os.close(self._terminal)
        shutil.rmtree(self.passing, ignore_errors=True)


@pytest.fixture
def render(tmp_path: Path) -> Iterator[Render]:
    started = Render(tmp_path)
    try:
        yield started
    finally:
        started.stop()


def test_a_terminal_is_told_frames_rate_and_time_left(render: Render) -> None:
    line = render.said.split("\r\x1b[K")[-1]
    name, frames, rate, *_ = line.split("   ")
    assert name == "LinearRegression2D"
    drawn, whole = map(int, frames.removesuffix(" frames").split(" of "))
    assert 0 < drawn < whole
    assert "per second" in rate


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_every_process_and_leaves_whole_files(
    render: Render, number: signal.Signals
) -> None:
    render.send(number)
    assert render.process.wait(PATIENCE) == INTERRUPTED
    render.wait_for_the_last_process()
    assert list(render.film.parent.iterdir()) == [render.film]
    assert not list(render.passing.iterdir())
    assert render.film.read_bytes() == b"yesterday's film"


def test_workers_end_when_their_caller_is_killed(render: Render) -> None:
    render.process.kill()
    render.process.wait(PATIENCE)
    render.wait_for_the_last_process()
    assert render.film.read_bytes() == b"yesterday's film"
