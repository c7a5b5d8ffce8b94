"""A Dask cluster draws the same film, also when one of its workers is killed in the middle."""

import json
import os
import socket
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
from scenes.studio import cluster as clusters
from scenes.studio.cluster import cluster_workers
from scenes.studio.piece import render_piece, split
from scenes.studio.plan import plan_film
from scenes.studio.production import produce
from scenes.studio.workers import Workers

FILM = "MultipleRegression"
QUALITY = "low_quality"

if not os.environ.get("CI"):
    pytest.importorskip("distributed", reason="requirements-cluster.txt is not installed")

pytestmark = pytest.mark.slow


class Cluster:
    """A scheduler and two workers, each with a folder of its own."""

    def __init__(self, folder: Path, certificates: tuple[str, ...] = ()) -> None:
        self.folder = folder
        self._certificates = certificates
        self.processes: list[subprocess.Popen[bytes]] = []
        address = folder / "scheduler.json"
        listen = ("--host", "127.0.0.1")
        protocol = ("--protocol", "tls" if certificates else "tcp")
        self._start(
            "scheduler",
            *listen,
            *protocol,
            "--port",
            "0",
            "--no-dashboard",
            "--scheduler-file",
            address,
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
                [sys.executable, "-m", "dask", *map(str, arguments), *self._certificates],
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


def wait_for_two(address: str) -> None:
    from distributed import Client

    with Client(address) as client:
        client.wait_for_workers(2, timeout=60)


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
        wait_for_two(cluster.address)
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


def test_with_certificates_the_same_pictures_come_over_an_encrypted_line(tmp_path: Path) -> None:
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
            wait_for_two(cluster.address)
            plan = plan_film(FILM, FilmSettings(), QUALITY, tmp_path / "plan")
            step = min(plan.steps, key=lambda step: len(step.frames)).name
            production = produce(
                FILM,
                FilmSettings(),
                QUALITY,
                tmp_path / "media",
                lambda: cluster_workers(cluster.address),
                only=step,
            )
    finally:
        cluster.stop()
    (whole,) = split(FILM, FilmSettings(), QUALITY, plan.only(step), 1)
    assert production.segments == render_piece(whole)


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
    """Starts a film on a cluster and takes something away as soon as its workers work."""

    def __init__(self, cluster: Cluster, folder: Path) -> None:
        self.cluster = cluster
        wait_for_two(cluster.address)
        self.said = folder / "said"
        script = "from scenes.studio import cluster; cluster.ALONE = 3; import scenes.__main__ as m"
        film = ["scenes", FILM, "--quality", "h", "--output", str(folder / "x.mp4")]
        arguments = [*film[1:], "--scheduler", cluster.address]
        with self.said.open("w") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-c", f"{script}; raise SystemExit(m.main({arguments!r}))"],
                cwd=ROOT,
                stderr=said,
            )

    def take(self, processes: list[subprocess.Popen[bytes]]) -> str:
        """Kill ``processes`` when they are at work; return what is said of it."""
        from distributed import Client

        with Client(self.cluster.address) as client:
            until(lambda: any(client.processing().values()))
        for process in processes:
            process.kill()
        assert self.process.wait(60) == 2
        return self.said.read_text()


def test_the_last_worker_gone_is_one_line_and_no_wait(cluster: Cluster, tmp_path: Path) -> None:
    said = _Losing(cluster, tmp_path).take(cluster.workers)
    assert said.count("\n") == 1
    assert "has had no worker for 3 seconds" in said


def test_the_scheduler_gone_is_one_line(cluster: Cluster, tmp_path: Path) -> None:
    said = _Losing(cluster, tmp_path).take(cluster.processes[:1])
    assert said.count("\n") == 1
    assert f"the scheduler at {cluster.address} is gone" in said
