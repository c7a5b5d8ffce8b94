"""A Dask cluster draws the same film, also when one of its workers is killed in the middle."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.project.paths import ROOT
from scenes.settings import FilmSettings
from scenes.studio.piece import render_piece, split
from scenes.studio.plan import plan_film
from scenes.studio.production import produce
from scenes.studio.workers import Workers, cluster_workers

FILM = "MultipleRegression"
QUALITY = "low_quality"

if not os.environ.get("CI"):
    pytest.importorskip("distributed", reason="requirements-cluster.txt is not installed")

pytestmark = pytest.mark.slow


class Cluster:
    """A scheduler and two workers, each with a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        address = folder / "scheduler.json"
        listen = ("--host", "127.0.0.1")
        self._start(
            "scheduler", *listen, "--port", "0", "--no-dashboard", "--scheduler-file", address
        )
        until(address.exists)
        self.address: str = json.loads(address.read_text())["address"]
        one_thread = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
        self.workers = [
            self._start("worker", self.address, *listen, *one_thread, "--name", name)
            for name in ("first", "second")
        ]

    def _start(self, *arguments: object) -> subprocess.Popen[bytes]:
        place = self.folder / f"process {len(self.processes)}"
        place.mkdir()
        with (place / "log").open("w") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *map(str, arguments)],
                cwd=place,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
                stdout=log,
                stderr=log,
            )
        self.processes.append(process)
        return process

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


def until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline, "waited two minutes in vain"
        time.sleep(0.05)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    started = Cluster(tmp_path)
    try:
        yield started
    finally:
        started.stop()


def test_a_cluster_draws_the_same_film_though_a_worker_is_killed(
    tmp_path: Path, cluster: Cluster
) -> None:
    from distributed import Client

    killed = []

    def kill_one_at_work() -> None:
        with Client(cluster.address) as client:
            until(lambda: all(client.processing().values()))
            second = next(
                address
                for address, worker in client.scheduler_info()["workers"].items()
                if worker["name"] == "second"
            )
            until(lambda: len(client.who_has()) > 0)
            until(lambda: client.processing()[second])
            cluster.workers[1].kill()
            killed.append(second)

    @contextmanager
    def mortal_workers() -> Iterator[Workers]:
        with Client(cluster.address) as client:
            client.wait_for_workers(2, timeout=60)
        with cluster_workers(cluster.address) as workers:
            threading.Thread(target=kill_one_at_work).start()
            yield workers

    plan = plan_film(FILM, FilmSettings(), QUALITY, tmp_path / "plan")
    step = max(plan.steps, key=lambda step: len(step.frames)).name
    production = produce(
        FILM, FilmSettings(), QUALITY, tmp_path / "media", mortal_workers, only=step
    )
    assert killed, "the film was ready before a worker could be killed"

    (whole,) = split(FILM, FilmSettings(), QUALITY, plan.only(step), 1)
    assert production.segments == render_piece(whole)


def test_no_scheduler_at_the_address_is_said() -> None:
    with (
        pytest.raises(ValueError, match="no Dask scheduler answers"),
        cluster_workers("tcp://127.0.0.1:1"),
    ):
        pass
