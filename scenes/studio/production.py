"""From a film's name to its pictures: plan it, have its pieces drawn, put them in order."""

from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, wait
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path

from scenes.settings import FilmSettings
from scenes.studio.piece import Piece, split
from scenes.studio.plan import FilmPlan, plan_film
from scenes.studio.progress import SECONDS_BETWEEN_LINES, Progress
from scenes.studio.segment import Segment
from scenes.studio.workers import Workers

ATTEMPTS = 3

Hire = Callable[[], AbstractContextManager[Workers]]


@dataclass(frozen=True)
class Production:
    """A film's plan and its segments in order."""

    plan: FilmPlan
    segments: list[Segment]

    def segments_of(self, frames: range) -> list[Segment]:
        """Return the segments that show ``frames``; a segment starts and ends with them."""
        parts = zip(self.plan.segments(), self.segments, strict=True)
        return [segment for part, segment in parts if part.start in frames]


def produce(
    film: str,
    settings: FilmSettings,
    quality: str,
    media: Path,
    hire: Hire,
    *,
    only: str | None = None,
) -> Production:
    """Have ``film``, or ``only`` the step called so, drawn by the workers that ``hire`` gives.

    When a worker process dies, others are hired to draw what is missing; RuntimeError after
    ATTEMPTS times.
    """
    with hire() as workers:
        # While this process plans, the workers load what they need.
        plan = plan_film(film, settings, quality, media)
        if only is not None:
            plan = plan.only(only)
        pieces = dict(enumerate(split(film, settings, quality, plan, workers.pieces)))
        with Progress(film, sum(map(len, plan.segments()))) as progress:
            drawn = _draw(pieces, workers, progress)
    for _ in range(1, ATTEMPTS):
        missing = {number: pieces[number] for number in pieces if number not in drawn}
        if not missing:
            break
        with hire() as workers, Progress(film, sum(map(_frames, missing.values()))) as progress:
            drawn |= _draw(missing, workers, progress)
    if len(drawn) < len(pieces):
        raise RuntimeError(f"the processes that draw {film} died {ATTEMPTS} times")
    return Production(plan, _in_order(pieces, drawn))


def _draw(
    pieces: Mapping[int, Piece], workers: Workers, progress: Progress
) -> dict[int, list[Segment]]:
    """Return what was drawn of ``pieces``: all of them unless a process died."""
    drawn: dict[int, list[Segment]] = {}
    with suppress(BrokenExecutor):
        numbers = {
            workers.executor.submit(workers.draw, piece): number for number, piece in pieces.items()
        }
        waiting = set(numbers)
        while waiting:
            done, waiting = wait(waiting, SECONDS_BETWEEN_LINES, FIRST_COMPLETED)
            for future in done:
                drawn[numbers[future]] = future.result()
            workers.look_after()
            finished = sum(_frames(pieces[number]) for number in drawn)
            progress.show(max(finished, workers.frames_drawn()))
    return drawn


def _frames(piece: Piece) -> int:
    return sum(map(len, piece.segments))


def _in_order(pieces: Mapping[int, Piece], drawn: Mapping[int, list[Segment]]) -> list[Segment]:
    placed = [
        (part.start, segment)
        for number, piece in pieces.items()
        for part, segment in zip(piece.segments, drawn[number], strict=True)
    ]
    return [segment for _, segment in sorted(placed, key=lambda pair: pair[0])]
