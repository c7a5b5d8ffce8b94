"""Time the film of the article against the plain way of writing it and against its encoder.

``python -m tests.bench_films build/bench_films.json`` renders at 1080p60 in rounds: the film from
nothing; the plain way (tests/reference/) as ``python -m manim`` renders it;
the encoder alone on the film's frames. What is reported are medians and their ratios, the largest
memory of all processes together, and how the time falls with the number of processes.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from core.project.paths import ROOT
from scenes.settings import FilmSettings
from scenes.studio.frames import FrameRenderer, Pixels
from scenes.studio.plan import FilmPlan, plan_film
from scenes.studio.segment import SegmentEncoder, reproducible
from scenes.studio.session import film_class, session

FILM = "LinearRegression2D"
PLAIN = "tests/reference/plain_linear_regression_2d.py", "PlainLinearRegression2D"
QUALITY, LETTER = "high_quality", "h"
ROUNDS = 3
FRAMES_HELD = 30


def render(folder: Path, workers: int | None = None) -> Callable[[], float]:
    """Return how to time the film from nothing: a new process, an empty folder."""
    how_many = [] if workers is None else ["--workers", str(workers)]
    command = ["-m", "scenes", FILM, "--quality", LETTER, *how_many]
    return lambda: seconds_of([*command, "--output", str(folder / f"{FILM}.mp4")])


def render_plainly(folder: Path) -> float:
    """Time the plain way with manim alone, from an empty folder."""
    with tempfile.TemporaryDirectory(dir=folder) as media:
        quietly = ["-v", "ERROR", "--progress_bar", "none"]
        return seconds_of(["-m", "manim", f"-q{LETTER}", *quietly, "--media_dir", media, *PLAIN])


def seconds_of(arguments: list[str]) -> float:
    """Return how long a Python process with ``arguments`` takes."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def encode_alone(plan: FilmPlan, threads: int, folder: Path) -> float:
    """Time one encoder of ``threads`` threads on the film's frames; drawing them is not timed."""
    encoder = SegmentEncoder(reproducible(plan.encoder, threads))
    held: list[tuple[Pixels, bool]] = []
    seconds = 0.0

    def show(_: int, pixels: Pixels, repeated: bool) -> None:
        held.append((pixels.copy(), repeated))
        if len(held) == FRAMES_HELD:
            flush()

    def flush() -> None:
        nonlocal seconds
        began = time.perf_counter()
        for pixels, repeated in held:
            encoder.add(pixels, repeated)
        seconds += time.perf_counter() - began
        held.clear()

    with session(FilmSettings(), QUALITY, folder):
        film_class(FILM)(renderer=FrameRenderer((range(plan.frames),), show)).render()
    flush()
    began = time.perf_counter()
    encoder.finish()
    return seconds + time.perf_counter() - began


def peak_memory(folder: Path) -> float:
    """Return the largest proportional set size of all processes of a render, in MB."""
    command = [sys.executable, "-m", "scenes", FILM, "--quality", LETTER]
    process = subprocess.Popen(
        [*command, "--output", str(folder / f"{FILM}.mp4")], cwd=ROOT, start_new_session=True
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory_of_session(process.pid))
        time.sleep(0.2)
    return peak / 1024


def memory_of_session(leader: int) -> int:
    """Return the proportional set size of a session's processes, in kB."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(folder.name)) == leader:
                lines = (folder / "smaps_rollup").read_text().splitlines()
                total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except OSError:
            continue  # it ended meanwhile
    return total


def main(target: Path) -> None:
    """Measure, print, and write the figures as JSON."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan = plan_film(FILM, FilmSettings(), QUALITY, folder / "plan")
        encoders = {
            f"encoder alone, {threads} threads": lambda threads=threads: encode_alone(
                plan, threads, folder / "encode"
            )
            for threads in (1, 2)
        }
        measured = {"film": render(folder), **encoders, "plain": lambda: render_plainly(folder)}
        seconds = rounds(measured)
        by_workers = rounds({f"{n} processes": render(folder, n) for n in (1, 2, 4)})
        memory = peak_memory(folder)
    playing = plan.seconds(plan.frames)
    print(f"{FILM} at 1080p60, {playing:.1f} s of film, medians of {ROUNDS}")
    for what, took in (seconds | by_workers).items():
        print(f"  {took:7.1f} s  {took / seconds['film']:5.2f} of the film  {what}")
    print(f"  {seconds['film'] / playing:.2f} of its playing time; {memory:.0f} MB at most")
    figures = {"seconds": seconds | by_workers, "playing_seconds": playing, "peak_MB": memory}
    target.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def rounds(measured: dict[str, Callable[[], float]]) -> dict[str, float]:
    """Measure everything in turn, ROUNDS times; return the medians."""
    taken: dict[str, list[float]] = {what: [] for what in measured}
    for _ in range(ROUNDS):
        for what, take in measured.items():
            taken[what].append(take())
    return {what: statistics.median(values) for what, values in taken.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
