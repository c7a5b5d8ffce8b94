"""What the film of the article shows is what core computes, in every frame."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.fits.line import fit_line
from core.landscape.residual import relative_residual, residual
from scenes.linear_regression_2d import SWEEP_HEIGHT
from tests.scenes.on_screen import values
from tests.scenes.rehearsal import rehearse


@dataclass(frozen=True)
class Frame:
    step: str
    a: float
    b: float
    line: NDArray[np.float64]
    squares: NDArray[np.float64]
    a_shown: str
    height_shown: str


@pytest.fixture(scope="module")
def performance(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, list[Frame]]:
    frames: list[Frame] = []

    def look(film: Any) -> None:
        if hasattr(film, "readouts"):
            frames.append(
                Frame(
                    film.steps[-1][0],
                    *film.current_line(),
                    film.line.points.copy(),
                    film.squares.points.copy(),
                    film.readouts[0].number.text,
                    film.readouts[2].number.text,
                )
            )

    return rehearse("LinearRegression2D", tmp_path_factory.mktemp("film"), look), frames


def frames_of(frames: list[Frame], step: str) -> list[Frame]:
    found = [frame for frame in frames if frame.step == step]
    assert len(found) > 10
    return found


def test_the_line_on_screen_is_the_line_of_the_read_outs(performance) -> None:
    film, frames = performance
    for frame in frames:
        x, y = values(film.panel, frame.line)
        assert y == pytest.approx(frame.a * x + frame.b, abs=1e-9)


def test_the_areas_of_the_squares_add_up_to_the_residual(performance) -> None:
    film, frames = performance
    for frame in frames:
        corners = frame.squares.reshape(film.data.x.size, 4, 4, 3)[:, :, 0]
        side = np.linalg.norm(corners[:, 1] - corners[:, 0], axis=1)
        across = np.linalg.norm(corners[:, 2] - corners[:, 1], axis=1)
        assert across == pytest.approx(side, abs=1e-9), "they are squares on the screen"
        y_unit = film.panel.box.height / (film.panel.y_scale.high - film.panel.y_scale.low)
        assert np.sum(side * across) / y_unit**2 == pytest.approx(
            float(residual(film.data.x, film.data.y, frame.a, frame.b)), rel=1e-9
        )


@pytest.mark.parametrize("step", ["sweep a", "sweep b", "sweep both"])
def test_a_sweep_reaches_its_height_on_both_sides_and_never_goes_below_0(performance, step) -> None:
    film, frames = performance
    x, y = film.data.x, film.data.y
    heights = [float(relative_residual(x, y, f.a, f.b)) for f in frames_of(frames, step)]
    assert min(heights) >= 0
    assert max(heights) == pytest.approx(SWEEP_HEIGHT, rel=0.05)
    best = fit_line(x, y)
    for name, optimum in (("a", best.slope), ("b", best.intercept)):
        offsets = [getattr(f, name) - optimum for f in frames_of(frames, step)]
        if step in (f"sweep {name}", "sweep both"):
            assert min(offsets) < -0.1 * abs(optimum)
            assert max(offsets) > 0.1 * abs(optimum)
        else:
            assert offsets == pytest.approx(np.zeros(len(offsets)), abs=1e-9)


def test_read_outs_show_what_is_on_screen(performance) -> None:
    film, frames = performance
    for frame in frames:
        height = float(relative_residual(film.data.x, film.data.y, frame.a, frame.b))
        assert float(frame.a_shown) == pytest.approx(frame.a, abs=0.00051)
        assert float(frame.height_shown) == pytest.approx(height, abs=0.00051)


def test_every_step_of_the_storyboard_ends_at_the_least_squares_line(performance) -> None:
    film, frames = performance
    best = fit_line(film.data.x, film.data.y)
    for step in ("line", "sweep a", "sweep b", "sweep both", "optimum"):
        last = frames_of(frames, step)[-1]
        assert (last.a, last.b) == pytest.approx((best.slope, best.intercept), abs=1e-6)
