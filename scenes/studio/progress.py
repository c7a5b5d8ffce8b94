"""One line about a long work: frames, rate and time left; silent where nobody watches."""

import sys
import time
from typing import Self, TextIO

SECONDS_BETWEEN_LINES = 0.2


class Progress:
    """Rewrites a line on a terminal. As a context it leaves the line empty behind it."""

    def __init__(self, name: str, frames: int, stream: TextIO = sys.stderr) -> None:
        self.name = name
        self.frames = frames
        self._stream = stream if stream.isatty() else None
        self._began = time.monotonic()
        self._due = self._began

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *exception: object) -> None:
        """Leave an empty line."""
        self._write("")

    def show(self, done: int) -> None:
        """Say that ``done`` frames are ready."""
        now = time.monotonic()
        if now >= self._due:
            self._due = now + SECONDS_BETWEEN_LINES
            self._write(progress_line(self.name, done, self.frames, now - self._began))

    def _write(self, line: str) -> None:
        if self._stream:
            self._stream.write(f"\r\x1b[K{line}")
            self._stream.flush()


def progress_line(name: str, done: int, frames: int, seconds: float) -> str:
    """Return what there is to say after ``seconds``.

    >>> progress_line("LinearRegression2D", 300, 2592, 4.0)
    'LinearRegression2D   300 of 2592 frames   75 per second   31 s left'
    >>> progress_line("LinearRegression2D", 0, 2592, 1.0)
    'LinearRegression2D   0 of 2592 frames'
    """
    line = f"{name}   {done} of {frames} frames"
    if not done or not seconds:
        return line
    rate = done / seconds
    return f"{line}   {rate:.0f} per second   {(frames - done) / rate:.0f} s left"
