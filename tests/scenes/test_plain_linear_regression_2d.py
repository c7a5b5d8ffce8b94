"""The reference for our speed shows the article's film, frame for frame."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import VMobject
from numpy.typing import NDArray

from scenes.film import Film
from scenes.linear_regression_2d import LinearRegression2D
from scenes.settings import FilmSettings
from scenes.studio.frames import FrameRenderer, Pixels
from scenes.studio.session import session
from tests.reference.plain_linear_regression_2d import PlainLinearRegression2D
from tests.scenes.typeset import typeset

pytestmark = pytest.mark.slow

RATE = 4
# Frames that are compared, one in 1.5 seconds, until a minute after any film is over.
COMPARED = [range(frame, frame + 1) for frame in range(0, 180 * RATE, 6)]
# A difference of this size is no antialiasing, nor a digit that is set a third of a pixel off.
DIFFERENT = 120
LARGEST_SHARE = 0.0003


class Seen:
    """Pictures of a film by its second; what is not compared is jumped over."""

    def __init__(self, which: type[Film], folder: Path) -> None:
        self.pictures: dict[float, NDArray[np.int16]] = {}
        with session(FilmSettings(), "low_quality", folder, frame_rate=RATE, tex_dir=typeset()):
            self.film: Any = which(renderer=FrameRenderer(COMPARED, self.look))
            self.film.render()

    def look(self, frame: int, pixels: Pixels, _: bool) -> None:
        self.pictures[frame / RATE] = pixels[:, :, :3].astype(np.int16)


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
