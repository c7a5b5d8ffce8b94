"""A still of the last frame of each step: what the overview, the presenter and the paper show."""

from collections.abc import Iterator
from pathlib import Path

import av
from PIL import Image

from core.project.whole_file import whole_file
from lecture.films import Film

WIDTH = 960
QUALITY = 85


def write_stills(film: Film, folder: Path) -> list[Path]:
    """Write one JPEG for each step of ``film`` into ``folder``; return their paths."""
    paths = [folder / f"{number}.jpg" for number in range(1, len(film.steps) + 1)]
    for path, picture in zip(paths, _last_frames(film), strict=True):
        with whole_file(path) as unfinished:
            picture.save(unfinished, quality=QUALITY, optimize=True)
    return paths


def _last_frames(film: Film) -> Iterator[Image.Image]:
    with av.open(film.file) as movie:
        stream = movie.streams.video[0]
        stream.thread_type = "AUTO"
        for step in film.steps:
            # The middle of the frame: its start, rounded, could lie in the one before.
            seconds = (step.last + 0.5) / float(film.rate)
            movie.seek(int(seconds * av.time_base))
            for frame in movie.decode(stream):
                if frame.time + 1 / float(film.rate) > seconds:
                    break
            height = round(WIDTH * frame.height / frame.width)
            yield frame.to_image(width=WIDTH, height=height, interpolation="AREA")
