"""The workers of a Dask cluster, and what to do when they or their scheduler go away."""

import asyncio
import logging
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scenes.studio.piece import render_piece
from scenes.studio.workers import Workers

if TYPE_CHECKING:
    from distributed import Client

# A piece that has to be done again, or is done last, should be small beside the film.
PIECES_PER_THREAD = 3

ANSWER = 10  # seconds in which a scheduler answers
ALONE = 30  # seconds without a worker, after which none is expected any more
GLANCE = 2  # seconds from one look at the workers to the next


@contextmanager
def cluster_workers(address: str) -> Iterator[Workers]:
    """Yield the workers of the Dask scheduler at ``address``, such as tcp://host:8786.

    ValueError when none answers or has no workers; RuntimeError when they are lost later.
    """
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415
    except ImportError as error:
        raise ValueError("SCHEDULER needs Dask: run `make cluster`") from error
    _must_answer(address)
    with _quiet():
        client = Client(address, timeout=ANSWER)
        try:
            threads = sum(client.nthreads().values())
            if not threads:
                raise ValueError(
                    f"the scheduler at {address} has no workers: start some (see README)"
                )
            executor = client.get_executor(pure=False)
            pieces = PIECES_PER_THREAD * threads
            look_after = _LookAfter(client, address)
            yield Workers(executor, pieces, render_piece, lambda: 0, look_after)
        except KilledWorker as error:
            raise RuntimeError(f"one piece killed several workers: {error}") from error
        except ImportError as error:
            raise RuntimeError(f"a worker runs outside a clone of the project: {error}") from error
        except CancelledError as error:
            raise _gone(address) from error
        finally:
            client.close(timeout=1)


def _must_answer(address: str) -> None:
    """Raise ValueError unless a scheduler answers at ``address`` in time."""
    from distributed.core import rpc  # noqa: PLC0415
    from distributed.security import Security  # noqa: PLC0415

    async def ask() -> None:
        certificates = Security().get_connection_args("client")
        async with rpc(address, connection_args=certificates) as scheduler:
            await scheduler.identity()

    try:
        asyncio.run(asyncio.wait_for(ask(), ANSWER))
    except OSError as error:  # TimeoutError and Dask's own are among them
        raise ValueError(
            f"no Dask scheduler answers at {address} (waited {ANSWER} seconds)"
        ) from error
    except TypeError as error:
        raise ValueError(
            f"{address} needs certificates: set them in Dask's configuration (see README)"
        ) from error


class _LookAfter:
    """Looks every now and then whether anyone is left who draws."""

    def __init__(self, client: "Client", address: str) -> None:
        self._client = client
        self._address = address
        self._looked = self._seen = time.monotonic()

    def __call__(self) -> None:
        """Raise RuntimeError when the scheduler or, for too long, all workers are gone."""
        now = time.monotonic()
        if now < self._looked + GLANCE:
            return
        self._looked = now
        scheduler = self._client.scheduler
        if scheduler is None:
            raise _gone(self._address)
        try:
            threads = self._client.sync(scheduler.ncores, callback_timeout=ANSWER)
        except OSError as error:
            raise _gone(self._address) from error
        if threads:
            self._seen = now
        elif now > self._seen + ALONE:
            raise RuntimeError(
                f"the scheduler at {self._address} has had no worker for {ALONE} seconds"
            )


def _gone(address: str) -> RuntimeError:
    return RuntimeError(f"the scheduler at {address} is gone")


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Dask logs about lost connections to itself: the error says it in one line."""
    loggers = [logging.getLogger(name) for name in ("distributed", "tornado", "asyncio")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
