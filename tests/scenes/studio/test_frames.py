"""A frame looks the same whether the frames before it were drawn or jumped over."""

from pathlib import Path

import pytest

from scenes.settings import FilmSettings
from scenes.studio.frames import FrameRenderer, Pixels
from scenes.studio.session import film_class, session
from tests.scenes.films import FILMS
from tests.scenes.typeset import typeset, typeset_once

RATE = 3
EVERY = 7  # coprime to the steps of the sweeps: frames from everywhere


def pictures(film: str, folder: Path, ranges: tuple[range, ...]) -> dict[int, int]:
    """Return the hash of each frame of ``ranges``; the film is drawn small and at a low rate."""
    seen: dict[int, int] = {}

    def show(frame: int, pixels: Pixels, repeated: bool) -> None:
        seen[frame] = seen[frame - 1] if repeated and frame - 1 in seen else hash(pixels.tobytes())

    small = {"frame_rate": RATE, "pixel_width": 320, "pixel_height": 180}
    kept = {"tex_dir": typeset()}
    with session(FilmSettings(), "low_quality", folder, **kept, **small), typeset_once():
        film_class(film)(renderer=FrameRenderer(ranges, show)).render()
    return seen


@pytest.mark.slow
@pytest.mark.parametrize(
    "film", [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in FILMS]
)
def test_frames_do_not_depend_on_those_before_them(film: str, tmp_path: Path) -> None:
    whole = pictures(film, tmp_path, (range(10_000),))
    assert len(set(whole.values())) > 20, "the film moves"
    some = tuple(range(frame, frame + 1) for frame in range(2, len(whole), EVERY))
    alone = pictures(film, tmp_path, some)
    assert len(alone) == len(some)
    assert alone == {frame: whole[frame] for frame in alone}
