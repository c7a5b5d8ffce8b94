"""Every film that was built plays, moves, and comes with captions and a poster."""

import json
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.palette import THEMES, theme
from tests.artefacts.conftest import CHOICES, QUALITY
from tools.make.goals import wanted
from tools.make.targets import ARTICLE_FILM

SIZE_AND_RATE = {
    "l": (854, 480, 15),
    "m": (1280, 720, 30),
    "h": (1920, 1080, 60),
    "p": (2560, 1440, 60),
    "k": (3840, 2160, 60),
}[QUALITY]
SECONDS = (45, 110)
ARTICLE = "LinearRegression2D", 60  # its film, and how many seconds a reader gives it at the most
ROUNDED = 0.0005  # of a second, in what is told of steps and poster
SEEN = 40  # grey levels that tell two things apart at a glance
A_FEW_LETTERS = 0.0003  # of the picture: 600 pixels of 1920 x 1080
SOME_POINTS = 0.002


def built_films() -> list[Path]:
    """Return the article's films, and those of the lecture that are there."""
    article = [target.file for target in wanted("video", CHOICES)]
    films = [target.file for target in wanted("films", CHOICES)]
    return article + [film for film in films if film not in article and film.exists()]


@pytest.fixture(params=built_films(), ids=lambda film: film.stem, scope="module")
def film(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def seconds(film: Path) -> float:
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        return sum(1 for _ in container.decode(stream)) / float(stream.average_rate)


@pytest.fixture(scope="module")
def steps(film: Path) -> list[dict[str, Any]]:
    told = json.loads(film.with_suffix(".json").read_text(encoding="utf-8"))
    return list(told["steps"])


def frames_at(film: Path, times: Iterable[float]) -> list[NDArray[np.float64]]:
    """Return the frames on screen at ascending ``times``, as grey pictures."""
    due = list(times)
    frames: list[NDArray[np.float64]] = []
    with av.open(str(film)) as container:
        for frame in container.decode(video=0):
            while len(frames) < len(due) and frame.time >= due[len(frames)]:
                frames.append(frame.to_ndarray(format="gray").astype(float))
    assert len(frames) == len(due), f"{film.name} ends before {due[len(frames)]:.2f} s"
    return frames


def test_size_rate_and_length(film: Path, seconds: float) -> None:
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        rate = round(float(stream.average_rate), 2)
        assert (stream.width, stream.height, rate) == SIZE_AND_RATE
    name, at_most = ARTICLE
    assert SECONDS[0] <= seconds <= (at_most if film.stem == name else SECONDS[1])


def test_every_browser_and_phone_can_decode_it(film: Path) -> None:
    with av.open(str(film)) as container:
        context = container.streams.video[0].codec_context
        assert (context.name, context.pix_fmt) == ("h264", "yuv420p")


def test_players_show_the_colours_of_the_palette(film: Path) -> None:
    """The tags say how the pixels were made; by them the ground decodes to the theme's colour."""
    with av.open(str(film)) as container:
        frame = next(container.decode(video=0))
        # BT.601 matrix, limited range, BT.709 primaries, sRGB transfer.
        assert (frame.colorspace, frame.color_range) == (6, 1)
        context = container.streams.video[0].codec_context
        assert (context.color_primaries, context.color_trc) == (1, 13)
        corner = frame.to_ndarray(format="rgb24")[2, 2]
    ground = {tuple(bytes.fromhex(theme(name).background[1:])) for name in THEMES}
    assert any(np.abs(corner.astype(int) - colour).max() <= 2 for colour in ground)


def drawn(picture: NDArray[np.float64]) -> float:
    """Return the share of a picture that is not its ground."""
    return float(np.mean(np.abs(picture - picture[2, 2]) > SEEN))


def within(step: dict[str, Any], *parts: float) -> list[float]:
    """Return the times at which the given parts of a step are over."""
    return [step["start"] + part * (step["end"] - step["start"]) for part in parts]


def test_something_is_drawn_once_it_has_begun(film: Path, seconds: float) -> None:
    for frame in frames_at(film, (part * seconds for part in (0.1, 0.3, 0.5, 0.7, 0.9))):
        assert drawn(frame) > SOME_POINTS


def test_something_is_drawn_within_each_step(film: Path, steps: list[dict[str, Any]]) -> None:
    times = [time for step in steps for time in within(step, 0.3, 0.5, 0.7)]
    assert all(drawn(frame) > SOME_POINTS for frame in frames_at(film, times))


def test_each_step_moves(film: Path, steps: list[dict[str, Any]]) -> None:
    frames = frames_at(film, [time for step in steps for time in within(step, 0.1, 0.9)])
    for step, early, late in zip(steps, frames[::2], frames[1::2], strict=True):
        assert np.mean(np.abs(early - late) > SEEN) > A_FEW_LETTERS, step["name"]


def test_each_sweep_of_the_article_moves() -> None:
    film = next(film for film in built_films() if film.stem == ARTICLE_FILM)
    steps = json.loads(film.with_suffix(".json").read_text(encoding="utf-8"))["steps"]
    sweeps = [step for step in steps if step["name"].startswith("sweep")]
    assert len(sweeps) == 3
    for sweep in sweeps:
        # inside the sweep, clear of the fades at both ends
        frames = frames_at(film, within(sweep, 0.1, 0.5, 0.9))
        for one, other in ((0, 1), (1, 2), (0, 2)):
            changed = np.abs(frames[one] - frames[other]) > SEEN
            assert changed.mean() > 0.001


@pytest.mark.parametrize(("ending", "point"), [("srt", ","), ("vtt", ".")])
def test_captions_follow_each_other_within_the_film(
    film: Path, seconds: float, ending: str, point: str
) -> None:
    text = film.with_suffix(f".{ending}").read_text(encoding="utf-8")
    if ending == "vtt":
        assert text.startswith("WEBVTT\n")
    stamp = rf"(\d\d):(\d\d):(\d\d){re.escape(point)}(\d\d\d)"
    cues = [
        (in_seconds(found.groups()[:4]), in_seconds(found.groups()[4:]))
        for found in re.finditer(rf"^{stamp} --> {stamp}", text, re.MULTILINE)
    ]
    assert len(cues) == text.count("-->") >= 5
    assert all(start < end for start, end in cues)
    assert all(end <= start + 0.002 for (_, end), (start, _) in pairwise(cues))
    assert cues[-1][1] <= seconds + 0.1


def in_seconds(parts: tuple[str, ...]) -> float:
    hours, minutes, whole, thousandths = map(int, parts)
    return 3600 * hours + 60 * minutes + whole + thousandths / 1000


def test_poster_is_its_frame_of_the_film(film: Path) -> None:
    told = json.loads(film.with_suffix(".json").read_text(encoding="utf-8"))
    with Image.open(film.with_suffix(".png")) as poster:
        assert poster.size == SIZE_AND_RATE[:2]
        grey = np.asarray(poster.convert("L"), dtype=float)
    assert drawn(grey) > SOME_POINTS
    (frame,) = frames_at(film, [told["poster"] - ROUNDED])
    # the film keeps 16 to 235 for what the poster shows as 0 to 255
    shown = (frame - 16) * 255 / 219 if frame.min() >= 16 else frame
    assert np.mean(np.abs(shown - grey) > SEEN) < A_FEW_LETTERS


def test_one_piece_for_each_step(film: Path, steps: list[dict[str, Any]]) -> None:
    pieces = list((film.parent / "sections" / film.stem).glob("*.mp4"))
    assert len(pieces) == len(steps)
