"""However a film is split and whoever draws it, the same film comes out.

What is drawn here is one step of a film, long enough for several segments.
"""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

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
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to plan in, one after another: what was typeset once is there."""
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def plan(media: Path) -> FilmPlan:
    return plan_film(FILM, FilmSettings(), QUALITY, media)


@pytest.fixture(scope="module")
def step(plan: FilmPlan) -> str:
    """The first step of at least four segments, or else the longest."""
    long = [step for step in plan.steps if len(plan.only(step.name).segments()) >= 4]
    return (long or sorted(plan.steps, key=lambda step: -len(step.frames)))[0].name


@pytest.fixture(scope="module")
def undivided(plan: FilmPlan, step: str) -> list[Segment]:
    """The step's segments, all drawn in this process."""
    (whole,) = split(FILM, FilmSettings(), QUALITY, plan.only(step), 1)
    return render_piece(whole)


def produced(media: Path, workers: Hire, step: str) -> list[Segment]:
    return produce(FILM, FilmSettings(), QUALITY, media, workers, only=step).segments


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


def test_a_step_that_is_not_there_is_named_with_those_that_are(plan: FilmPlan) -> None:
    with pytest.raises(ValueError, match=rf"no step 'fall': .*{plan.steps[-1].name!r}"):
        plan.only("fall")


def test_three_processes_draw_the_same_pictures(
    tmp_path: Path, media: Path, undivided: list[Segment], step: str
) -> None:
    assert len(undivided) >= 3
    assert produced(media, hire(None, 3, tmp_path), step) == undivided


def test_what_a_dead_process_was_drawing_is_drawn_again(
    tmp_path: Path, media: Path, undivided: list[Segment], step: str
) -> None:
    hired = []

    @contextmanager
    def mortal_workers() -> Iterator[Workers]:
        with local_workers(2, tmp_path) as workers:
            hired.append(workers)
            if len(hired) == 1:
                threading.Thread(target=kill_one_at_work, args=(workers,)).start()
            yield workers

    assert produced(media, mortal_workers, step) == undivided
    assert len(hired) == 2


def kill_one_at_work(workers: Workers) -> None:
    while workers.frames_drawn() < 10:
        time.sleep(0.01)
    multiprocessing.active_children()[0].kill()


def test_processes_that_always_die_are_an_error(tmp_path: Path, media: Path, step: str) -> None:
    @contextmanager
    def doomed_workers() -> Iterator[Workers]:
        with local_workers(1, tmp_path) as workers:
            yield Workers(workers.executor, 1, die, workers.frames_drawn)

    with pytest.raises(RuntimeError, match=f"processes that draw {FILM} died 3 times"):
        produced(media, doomed_workers, step)


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
