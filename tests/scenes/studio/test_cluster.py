"""A Dask cluster draws the same film, also when one of its workers is killed in the middle."""

import json
import os
import pickle
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from core.project.paths import ROOT
from scenes.settings import FilmSettings
from scenes.studio import cluster as clusters
from scenes.studio.cluster import cluster_workers
from scenes.studio.piece import render_piece, split
from scenes.studio.plan import FilmPlan, plan_film
from scenes.studio.production import Hire, produce
from scenes.studio.segment import Segment
from scenes.studio.workers import Workers

FILM = "MultipleRegression"
QUALITY = "low_quality"
LISTEN = ("--host", "127.0.0.1")

# The command as it is, of a film that was planned before; it waits less for workers.
PLANNED = """
import pathlib, pickle
import scenes.__main__ as command
from scenes.studio import cluster, production
cluster.ALONE = 3
plan = pickle.loads(pathlib.Path({planned!r}).read_bytes())
production.plan_film = lambda *_: plan
raise SystemExit(command.main({arguments!r}))
"""

if not os.environ.get("CI"):
    pytest.importorskip("distributed", reason="requirements-cluster.txt is not installed")

pytestmark = pytest.mark.slow


class Cluster:
    """A scheduler and workers, each with a folder of its own."""

    def __init__(self, folder: Path, certificates: tuple[str, ...] = ()) -> None:
        self.folder = folder
        self._certificates = certificates
        self._processes: list[subprocess.Popen[bytes]] = []
        self.workers: dict[str, subprocess.Popen[bytes]] = {}
        protocol = ("--protocol", "tls" if certificates else "tcp")
        port = ("--port", "0", "--no-dashboard")
        address = folder / "scheduler.json"
        self.scheduler = self._start(
            "scheduler", *LISTEN, *protocol, *port, "--scheduler-file", address
        )
        until(address.exists)
        self.address: str = json.loads(address.read_text())["address"]

    def bring(self, number: int) -> None:
        """See to it that so many workers at least are there; those that live stay."""
        from distributed import Client

        self.workers = {name: one for name, one in self.workers.items() if one.poll() is None}
        while len(self.workers) < number:
            name = f"worker {len(self._processes)}"
            one_thread = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", name)
            self.workers[name] = self._start("worker", self.address, *LISTEN, *one_thread)
        with Client(self.address) as client:
            until(lambda: set(self._known(client)) == set(self.workers))

    def address_of(self, name: str) -> str:
        from distributed import Client

        with Client(self.address) as client:
            return self._known(client)[name]

    @staticmethod
    def _known(client: Any) -> dict[str, str]:
        workers = client.scheduler_info()["workers"]
        return {worker["name"]: address for address, worker in workers.items()}

    def _start(self, *arguments: object) -> subprocess.Popen[bytes]:
        place = self.folder / f"process {len(self._processes)}"
        place.mkdir()
        with (place / "log").open("w") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *map(str, arguments), *self._certificates],
                cwd=place,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
                stdout=log,
                stderr=log,
            )
        self._processes.append(process)
        return process

    def stop(self) -> None:
        for process in self._processes:
            process.kill()
            process.wait()


def until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline, "waited two minutes in vain"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def clusters_started() -> Iterator[list[Cluster]]:
    """Every cluster without certificates: one, and another when its scheduler was killed."""
    started: list[Cluster] = []
    try:
        yield started
    finally:
        for one in started:
            one.stop()


@pytest.fixture
def cluster(clusters_started: list[Cluster], tmp_path: Path) -> Cluster:
    """A scheduler that lives, and whichever workers were left alive."""
    if not clusters_started or clusters_started[-1].scheduler.poll() is not None:
        clusters_started.append(Cluster(tmp_path))
    return clusters_started[-1]


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> FilmPlan:
    return plan_film(FILM, FilmSettings(), QUALITY, tmp_path_factory.mktemp("plan"))


@pytest.fixture(scope="module")
def step(plan: FilmPlan) -> str:
    """The first step of four segments: enough for one to be there when a worker is killed."""
    return next(one.name for one in plan.steps if len(plan.only(one.name).segments()) >= 4)


@pytest.fixture(scope="module")
def undivided(plan: FilmPlan, step: str) -> list[Segment]:
    """The step's segments, all drawn in this process."""
    (whole,) = split(FILM, FilmSettings(), QUALITY, plan.only(step), 1)
    return render_piece(whole)


def drawn(media: Path, workers: Hire, step: str) -> list[Segment]:
    return produce(FILM, FilmSettings(), QUALITY, media, workers, only=step).segments


def test_a_cluster_draws_the_same_film_though_a_worker_is_killed(
    tmp_path: Path, cluster: Cluster, step: str, undivided: list[Segment]
) -> None:
    from distributed import Client

    cluster.bring(2)
    name, process = next(iter(cluster.workers.items()))
    address = cluster.address_of(name)
    killed = []

    def kill_one_at_work() -> None:
        with Client(cluster.address) as client:
            until(lambda: all(client.processing().values()))
            until(lambda: len(client.who_has()) > 0)
            until(lambda: client.processing()[address])
            process.kill()
            killed.append(name)

    @contextmanager
    def mortal_workers() -> Iterator[Workers]:
        with cluster_workers(cluster.address) as workers:
            threading.Thread(target=kill_one_at_work).start()
            yield workers

    segments = drawn(tmp_path, mortal_workers, step)
    assert killed, "the film was ready before a worker could be killed"
    assert segments == undivided


def test_with_certificates_the_same_pictures_come_over_an_encrypted_line(
    tmp_path: Path, step: str, undivided: list[Segment]
) -> None:
    import dask
    import distributed  # noqa: F401  brings the settings that are changed here

    cert, key = str(tmp_path / "host.pem"), str(tmp_path / "host.key")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=test"),
            *("-days", "2", "-keyout", key, "-out", cert),
        ],
        check=True,
        capture_output=True,
    )
    parts = {"ca-file": cert, "client.cert": cert, "client.key": key}
    settings = {f"distributed.comm.tls.{name}": file for name, file in parts.items()}
    options = ("--tls-ca-file", cert, "--tls-cert", cert, "--tls-key", key)
    cluster = Cluster(tmp_path, options)
    try:
        with dask.config.set(settings):
            assert cluster.address.startswith("tls://")
            cluster.bring(1)
            segments = drawn(tmp_path / "media", lambda: cluster_workers(cluster.address), step)
    finally:
        cluster.stop()
    assert segments == undivided


def test_no_scheduler_at_the_address_is_said() -> None:
    with (
        pytest.raises(ValueError, match="no Dask scheduler answers"),
        cluster_workers("tcp://127.0.0.1:1"),
    ):
        pass


def test_who_accepts_and_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "ANSWER", 2)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        began = time.monotonic()
        address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
        with pytest.raises(ValueError, match=r"waited 2 seconds"), cluster_workers(address):
            pass
        assert time.monotonic() < began + 20


def test_certificates_that_are_missing_are_said() -> None:
    with (
        pytest.raises(ValueError, match="needs certificates"),
        cluster_workers("tls://127.0.0.1:1"),
    ):
        pass


class _Losing:
    """Starts a film on a cluster and takes something away as soon as a worker works."""

    def __init__(self, cluster: Cluster, plan: FilmPlan, folder: Path) -> None:
        self.cluster = cluster
        self.said = folder / "said"
        planned = folder / "plan"
        planned.write_bytes(pickle.dumps(plan))
        film = [FILM, "--quality", "l", "--output", str(folder / "x.mp4")]
        arguments = [*film, "--scheduler", cluster.address]
        with self.said.open("w") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-c", PLANNED.format(planned=str(planned), arguments=arguments)],
                cwd=ROOT,
                stderr=said,
            )

    def take(self, process: subprocess.Popen[bytes]) -> str:
        """Kill ``process`` when a worker is at work; return what is said of it."""
        from distributed import Client

        with Client(self.cluster.address) as client:
            until(lambda: any(client.processing().values()))
        process.kill()
        assert self.process.wait(60) == 2
        return self.said.read_text()


def test_the_last_worker_gone_is_one_line_and_no_wait(
    cluster: Cluster, plan: FilmPlan, tmp_path: Path
) -> None:
    cluster.bring(1)
    (last,) = cluster.workers.values()
    said = _Losing(cluster, plan, tmp_path).take(last)
    assert said.count("\n") == 1
    assert "has had no worker for 3 seconds" in said


def test_the_scheduler_gone_is_one_line(cluster: Cluster, plan: FilmPlan, tmp_path: Path) -> None:
    cluster.bring(1)
    said = _Losing(cluster, plan, tmp_path).take(cluster.scheduler)
    assert said.count("\n") == 1
    assert f"the scheduler at {cluster.address} is gone" in said
