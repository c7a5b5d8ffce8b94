"""However a film is split and whoever draws it, the same film comes out."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.project.paths import ROOT
from scenes.settings import FilmSettings
from scenes.studio import piece as pieces
from scenes.studio.piece import render_piece, split
from scenes.studio.plan import FilmPlan, plan_film
from scenes.studio.production import Hire, produce
from scenes.studio.segment import Segment
from scenes.studio.workers import Workers, hire, local_workers

FILM = "MultipleRegression"
QUALITY = "low_quality"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> FilmPlan:
    return plan_film(FILM, FilmSettings(), QUALITY, tmp_path_factory.mktemp("plan"))


@pytest.fixture(scope="module")
def undivided(plan: FilmPlan) -> list[Segment]:
    """The film's segments, all drawn in this process."""
    (whole,) = split(FILM, FilmSettings(), QUALITY, plan, 1)
    return render_piece(whole)


def produced(folder: Path, workers: Hire) -> list[Segment]:
    return produce(FILM, FilmSettings(), QUALITY, folder, workers).segments


def test_segments_cover_the_film_once_and_end_with_its_steps(plan: FilmPlan) -> None:
    segments = plan.segments()
    assert [frame for segment in segments for frame in segment] == list(range(plan.frames))
    assert {step.frames.start for step in plan.steps} <= {part.start for part in segments}
    assert min(map(len, segments)) > 0.6 * max(map(len, segments)), "no remainders of few frames"


def test_pieces_share_the_segments_evenly(plan: FilmPlan) -> None:
    hands = [piece.segments for piece in split(FILM, FilmSettings(), QUALITY, plan, 4)]
    assert sorted(sum(hands, ()), key=lambda part: part.start) == plan.segments()
    assert max(map(len, hands)) - min(map(len, hands)) <= 1
    every = split(FILM, FilmSettings(), QUALITY, plan, 10_000)
    assert len(every) == len(plan.segments()), "no piece is empty"


def test_three_processes_draw_the_same_film(tmp_path: Path, undivided: list[Segment]) -> None:
    assert produced(tmp_path, hire(None, 3, tmp_path)) == undivided


def test_what_a_dead_process_was_drawing_is_drawn_again(
    tmp_path: Path, undivided: list[Segment]
) -> None:
    hired = []

    @contextmanager
    def mortal_workers() -> Iterator[Workers]:
        with local_workers(2, tmp_path) as workers:
            hired.append(workers)
            if len(hired) == 1:
                threading.Thread(target=kill_one_at_work, args=(workers,)).start()
            yield workers

    assert produced(tmp_path, mortal_workers) == undivided
    assert len(hired) == 2


def kill_one_at_work(workers: Workers) -> None:
    while workers.frames_drawn() < 50:
        time.sleep(0.01)
    multiprocessing.active_children()[0].kill()


def test_processes_that_always_die_are_an_error(tmp_path: Path) -> None:
    @contextmanager
    def doomed_workers() -> Iterator[Workers]:
        with local_workers(1, tmp_path) as workers:
            yield Workers(workers.executor, 1, die, workers.frames_drawn)

    with pytest.raises(RuntimeError, match=f"processes that draw {FILM} died 3 times"):
        produced(tmp_path, doomed_workers)


def die(_: object) -> list[Segment]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def test_a_users_table_travels_with_its_piece(tmp_path: Path) -> None:
    table = tmp_path / "my own's.csv"
    table.write_text("x,y\n1,2\n2,3\n3,5\n", encoding="utf-8")
    settings = FilmSettings(data=table)
    plan = plan_film("LinearRegression2D", settings, QUALITY, tmp_path / "media")
    first, *_ = split("LinearRegression2D", settings, QUALITY, plan, 100)
    table.unlink()
    (segment,) = render_piece(first)
    assert segment.frames == len(plan.segments()[0])


def test_a_piece_of_another_version_is_refused(
    plan: FilmPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "FINGERPRINT", "that of another version")
    piece, *_ = split(FILM, FilmSettings(), QUALITY, plan, 2)
    with pytest.raises(ValueError, match="another version of the project"):
        render_piece(piece)


def test_junk_in_fresh_memory_does_not_change_a_byte(tmp_path: Path) -> None:
    """An encoder that reads memory it never wrote would make films that differ now and then."""
    script = """
import hashlib, pathlib, sys
from core.project.paths import ROOT
from scenes.settings import FilmSettings
from scenes.studio.piece import render_piece, split
from scenes.studio.plan import plan_film
plan = plan_film("NormalEquations", FilmSettings(), "low_quality", pathlib.Path(sys.argv[1]))
piece = split("NormalEquations", FilmSettings(), "low_quality", plan, 10)[-1]
print([hashlib.md5(segment.movie).hexdigest() for segment in render_piece(piece)])
"""
    drawn = {
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / junk)],
            cwd=ROOT,
            env=os.environ | {"MALLOC_PERTURB_": junk},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for junk in ("0", "1", "255")
    }
    assert len(drawn) == 1
