"""However make is ended, what it began ends too; two at once do not disturb each other."""

import hashlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.project_copy import Project

# Far longer than it takes: what is measured is in the bench, what is tested is that it ends.
PATIENCE = 60
FILM = "build/video/LinearRegression2D.mp4"

pytestmark = pytest.mark.slow


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def members(session: int) -> set[int]:
    """Return the processes of a session that are not dead yet."""
    found = set()
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, its_session = entry.read_text().rpartition(") ")[2].split()[:4]
        except OSError:
            continue
        if int(its_session) == session and state != "Z":
            found.add(int(entry.parent.name))
    return found


def until(condition: object) -> None:
    assert callable(condition)
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


@contextmanager
def drawing(project: Project) -> Iterator[subprocess.Popen[str]]:
    """Start a make that draws a film; go on when its workers are at work."""
    project.edit("scenes/linear_regression_2d.py")
    process = project.start(FILM, "QUALITY=h")
    try:
        # make, what it runs, the film, forkserver, its tracker, two or more workers
        until(lambda: len(members(process.pid)) >= 6)
        time.sleep(1)
        yield process
    finally:
        for member in members(process.pid):
            os.kill(member, signal.SIGKILL)
        process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_nothing_draws_on_when_make_alone_is_ended(
    project: Project, number: signal.Signals
) -> None:
    film = digest(project.folder / FILM)
    with drawing(project) as make:
        make.send_signal(number)
        until(lambda: members(make.pid) <= {make.pid})
        make.wait(PATIENCE)
    assert digest(project.folder / FILM) == film
    assert not list((project.folder / "build/video").glob(".*"))
    assert project.built("-n", FILM, "QUALITY=h") == {"LinearRegression2D"}


@pytest.mark.parametrize("delay", [0.02, 0.05, 0.1, 0.3, 0.6, 1.0])
def test_an_interrupt_at_any_time_says_no_word_too_many(project: Project, delay: float) -> None:
    project.edit("core/palette.py")
    make = project.start("-j2", "build/figures/linreg.svg", FILM, "QUALITY=l")
    time.sleep(delay)
    os.killpg(make.pid, signal.SIGINT)
    _, said = make.communicate(timeout=PATIENCE)
    assert make.returncode != 0
    assert "Traceback" not in said
    assert len(said.splitlines()) <= 4
    until(lambda: not members(make.pid))


def test_two_builds_at_once_make_everything_once(project: Project) -> None:
    film = digest(project.folder / FILM)
    project.edit("scenes/linear_regression_2d.py")
    project.edit("figures/linreg.py")
    asked = ("-j2", "figures", FILM, "QUALITY=l")
    builds = [project.start(*asked) for _ in range(2)]
    said = [build.communicate() for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    lines = [line for out, _ in said for line in out.splitlines()]
    drawn = sorted(line for line in lines if line.startswith(("draw", "film")))
    assert drawn == ["draw linreg.svg", "film LinearRegression2D.mp4"]
    assert digest(project.folder / FILM) == film
    assert not list((project.folder / "build/video").glob(".*"))
    assert project.built(*asked) == set()
