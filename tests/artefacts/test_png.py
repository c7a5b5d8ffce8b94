"""Every figure that was built as PNG is large enough for print and shows something."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.palette import theme
from tests.artefacts.conftest import CHOICES
from tools.make.goals import wanted
from tools.make.pictures import FIGURE_THEME


@pytest.fixture(params=wanted("figures", CHOICES), ids=lambda target: target.name)
def picture(request: pytest.FixtureRequest) -> NDArray[np.uint8]:
    with Image.open(request.param.file) as image:
        assert image.format == "PNG"
        return np.asarray(image.convert("RGB"))


def test_is_as_wide_as_a_column_at_200_dots_an_inch(picture: NDArray[np.uint8]) -> None:
    assert picture.shape[1] == 1280


def test_shows_something_on_the_theme_s_ground(picture: NDArray[np.uint8]) -> None:
    ground = np.array([*bytes.fromhex(theme(CHOICES.theme or FIGURE_THEME).background[1:])])
    assert (picture[0, 0] == ground).all()
    drawn = np.abs(picture.astype(int) - ground).max(axis=2) > 60
    assert 0.01 < drawn.mean() < 0.9
