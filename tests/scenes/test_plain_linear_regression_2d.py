"""The reference for our speed shows the article's film: the same story, numbers and pictures."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import Camera
from numpy.typing import NDArray

from scenes.film import Film
from tests.scenes.rehearsal import RATE, rehearse

pytestmark = pytest.mark.slow

# Seconds between the moments of a step that are compared.
EVERY = 1.5
# Rows of the picture that hold the read-outs: a plain author's numbers stand elsewhere.
READOUT_ROWS = 60
# A difference of this size is no antialiasing, and not squares that are darker where they overlap.
DIFFERENT = 90
# Measured: 0.00008, and 0.00055 where the trail is, which a TracedPath joins from frame to frame.
LARGEST_SHARE, LARGEST_SHARE_WITH_TRAIL = 0.0002, 0.0007

Moment = tuple[str, float]


class Seen:
    """Pictures and read-outs of a film by step and seconds into it."""

    def __init__(self, name: str, folder: Path) -> None:
        self.pictures: dict[Moment, NDArray[np.int16]] = {}
        self.numbers: dict[Moment, list[str]] = {}
        self.film: Any = rehearse(name, folder, self.look)
        self.captions = [part.content for part in self.film.renderer.file_writer.subcaptions]

    def look(self, film: Any) -> None:
        step, start = film.steps[-1]
        moment = step, round(film.time - start, 3)
        if hasattr(film, "readouts"):
            self.numbers[moment] = [readout[1].text.strip() for readout in film.readouts]
        if moment[1] % EVERY == 0:
            self.pictures[moment] = _picture(film)


def _picture(film: Film) -> NDArray[np.int16]:
    camera = Camera(background_color=film.theme.background)
    camera.capture_mobjects(film.mobjects)
    return camera.pixel_array[:, :, :3].astype(np.int16)


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> tuple[Seen, Seen]:
    names = "LinearRegression2D", "PlainLinearRegression2D"
    ours, plain = (Seen(name, tmp_path_factory.mktemp(name)) for name in names)
    return ours, plain


def test_both_films_take_the_same_steps_and_say_the_same(films: tuple[Seen, Seen]) -> None:
    ours, plain = films
    for (name, start), (plain_name, plain_start) in zip(
        ours.film.steps, plain.film.steps, strict=True
    ):
        assert plain_name == name
        # At this rate the last pause of "sweep both" is rounded down to frames in one film only.
        assert plain_start == pytest.approx(start, abs=1.01 / RATE)
    assert plain.captions == ours.captions


def test_both_films_show_the_same_numbers(films: tuple[Seen, Seen]) -> None:
    ours, plain = films
    shared = ours.numbers.keys() & plain.numbers.keys()
    assert len(shared) > 100
    for moment in shared:
        assert plain.numbers[moment] == ours.numbers[moment], moment


def test_both_films_show_the_same_pictures(films: tuple[Seen, Seen]) -> None:
    ours, plain = films
    assert {step for step, _ in ours.pictures} == {step for step, _ in ours.film.steps}
    for moment, picture in ours.pictures.items():
        difference = np.abs(picture - plain.pictures[moment]).max(axis=2)[READOUT_ROWS:]
        share = (difference > DIFFERENT).mean()
        trail = moment[0] == "sweep both" or moment == ("optimum", 0.0)
        assert share < (LARGEST_SHARE_WITH_TRAIL if trail else LARGEST_SHARE), moment
