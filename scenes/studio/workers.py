"""Who draws the pieces: processes of this machine, or those of a Dask cluster (``cluster``).

Both stand behind the executor interface of ``concurrent.futures``.
"""

import multiprocessing
import os
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from scenes.studio.piece import Piece, render_piece
from scenes.studio.segment import Segment


@dataclass(frozen=True)
class Workers:
    """An executor, into how many pieces to cut a film for it, and how to draw one.

    ``frames_drawn`` tells how many frames are ready; 0 where only whole pieces are heard of.
    ``look_after`` raises RuntimeError when nobody is left who could draw.
    """

    executor: Executor
    pieces: int
    draw: Callable[[Piece], list[Segment]]
    frames_drawn: Callable[[], int]
    look_after: Callable[[], None] = lambda: None


def hire(
    scheduler: str | None, count: int | None, folder: Path
) -> Callable[[], AbstractContextManager[Workers]]:
    """Return how to get the workers of ``scheduler``, or ``count`` processes of this machine.

    The latter keep their passing files in ``folder``, which the caller clears.
    """
    if scheduler:
        from scenes.studio.cluster import cluster_workers  # noqa: PLC0415  needs these Workers

        return lambda: cluster_workers(scheduler)
    return lambda: local_workers(count or cores(), folder)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def local_workers(count: int, folder: Path) -> Iterator[Workers]:
    """Yield ``count`` processes; on the way out by an exception they are killed."""
    context = multiprocessing.get_context("forkserver")
    # Loaded once, by the process from which the others are forked.
    context.set_forkserver_preload([__name__])
    counter = context.Value("L")
    told = (counter, str(folder))
    pool = ProcessPoolExecutor(count, context, initializer=_begin, initargs=told)
    try:
        pool.submit(int)
        yield Workers(pool, count, _draw_and_count, lambda: counter.value)
    except BaseException:
        for process in multiprocessing.active_children():
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


_frames_drawn: "Synchronized[int]"


def _begin(counter: "Synchronized[int]", folder: str) -> None:
    """Prepare a process of the pool."""
    # Who is killed cannot clear what it made.
    tempfile.tempdir = folder
    global _frames_drawn  # noqa: PLW0603  the one thing a worker process knows besides its piece
    _frames_drawn = counter
    # An interrupt goes to every process of the terminal; the caller stops its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _draw_and_count(piece: Piece) -> list[Segment]:
    return render_piece(piece, _count_frame)


def _count_frame() -> None:
    with _frames_drawn.get_lock():
        _frames_drawn.value += 1
