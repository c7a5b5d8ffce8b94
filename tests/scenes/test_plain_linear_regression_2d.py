"""The reference for our speed shows the article's film, frame for frame."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import Camera, VMobject
from numpy.typing import NDArray

from scenes.film import Film
from scenes.linear_regression_2d import LinearRegression2D
from tests.reference.plain_linear_regression_2d import PlainLinearRegression2D
from tests.scenes.rehearsal import rehearse

pytestmark = pytest.mark.slow

# Seconds between the frames that are compared.
EVERY = 1.5
# A difference of this size is no antialiasing, nor a digit that is set a third of a pixel off.
DIFFERENT = 120
LARGEST_SHARE = 0.0003


class Seen:
    """Pictures of a film by its second."""

    def __init__(self, which: type[Film], folder: Path) -> None:
        self.pictures: dict[float, NDArray[np.int16]] = {}
        self.film: Any = rehearse(which, folder, self.look)

    def look(self, film: Any) -> None:
        second = round(film.renderer.time, 3)
        if second % EVERY == 0 and second not in self.pictures:
            self.pictures[second] = _picture(film)


def _picture(film: Film) -> NDArray[np.int16]:
    camera = Camera(background_color=film.theme.background)
    camera.capture_mobjects(film.mobjects)
    return camera.pixel_array[:, :, :3].astype(np.int16)


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> tuple[Seen, Seen]:
    both = LinearRegression2D, PlainLinearRegression2D
    ours, plain = (Seen(film, tmp_path_factory.mktemp(film.__name__)) for film in both)
    return ours, plain


def test_both_films_show_the_same_pictures(films: tuple[Seen, Seen]) -> None:
    ours, plain = films
    assert ours.pictures.keys() == plain.pictures.keys()
    assert len(ours.pictures) > 30
    for second, picture in ours.pictures.items():
        difference = np.abs(picture - plain.pictures[second]).max(axis=2)
        assert (difference > DIFFERENT).mean() < LARGEST_SHARE, second


def test_the_reference_redraws_what_moves_and_the_film_does_not(films: tuple[Seen, Seen]) -> None:
    redrawn = [
        [
            part
            for rival in seen.film.stage.rivals
            for part in (*rival.squares, rival.residuals, rival.line)
            if isinstance(part, VMobject) and part.updaters
        ]
        for seen in films
    ]
    assert not redrawn[0]
    assert len(redrawn[1]) > 60
